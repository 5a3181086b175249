"""Who works here, and what is on record about them."""
