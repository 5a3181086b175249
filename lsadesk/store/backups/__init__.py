"""Copies of the college file."""
