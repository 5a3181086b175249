"""The team skills audit."""
