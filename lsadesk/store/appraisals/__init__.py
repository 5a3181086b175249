"""Self-assessments, interviews and appraisals."""
