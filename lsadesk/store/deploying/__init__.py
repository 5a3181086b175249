"""Plans of a week, and findings on them that were set aside."""
