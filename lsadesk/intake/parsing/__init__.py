"""One cell's words -> a value of the domain. Pure; each kind of value has its file.

A parser takes a cell that is not blank and returns what it means, or raises `Unreadable`
with a reason that stands after the cell's own words. Nothing is guessed in silence.
"""


class Unreadable(ValueError):
    """The cell's words do not say such a value; the text is the reason, for the user."""
