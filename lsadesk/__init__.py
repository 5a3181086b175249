"""LSA Desk: skills, appraisal, careers and deployment of Learning Support Assistants."""

__version__ = "0.1.0"
