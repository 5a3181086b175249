"""Work placements: who is where, visits, weekly feedback, the report at the end."""
