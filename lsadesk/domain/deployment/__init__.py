"""Who supports which session: the problem of a week, its rules, its plans and their reasons."""
