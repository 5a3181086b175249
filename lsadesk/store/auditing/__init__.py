"""Skills and ratings."""
