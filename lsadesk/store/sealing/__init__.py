"""Keys, sealed boxes and what opens them."""
