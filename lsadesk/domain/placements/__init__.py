"""Learners on work placements, and what is written on the way."""
