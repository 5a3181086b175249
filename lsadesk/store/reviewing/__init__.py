"""The college's review as it is kept."""
