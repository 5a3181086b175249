"""The day as it comes: who is away, who stands in, what was given."""
