"""A college's own workbooks, taken in."""
