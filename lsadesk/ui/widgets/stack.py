"""Pages in one place, of which one is seen."""

from PySide6.QtWidgets import QStackedWidget


class Stack(QStackedWidget):
    """A stack whose pages take the room that there is.

    Qt would ask each of them, seen or not, how high it would be at every width that a layout
    around it tries: stacks within stacks come to thousands of questions a turn.
    """

    def hasHeightForWidth(self) -> bool:
        """No: so nobody asks."""
        return False
