"""The day as it comes: who is away, who could stand in, what was given."""
