"""What happened in the college file, and what it holds on a person."""
