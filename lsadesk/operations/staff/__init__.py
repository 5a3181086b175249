"""Who works here: people, teams and duties, and what is on record about them."""
