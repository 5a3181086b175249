"""Plans of a week: proposed, changed by hand, published, and what they show."""
