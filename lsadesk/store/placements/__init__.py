"""Work placements, and the entries under them."""
