"""Development plans."""
