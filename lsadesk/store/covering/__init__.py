"""Absences, cover and what was given."""
