"""What a test of the import assistant sees on its pages, and chooses there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def shown(widget):
    """Every text on screen in *widget*."""
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def column(table, heading):
    """What a table shows under *heading*, row by row."""
    model = table.model()
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    return [model.index(row, titles.index(heading)).data() for row in range(model.rowCount())]


def choose(choice, value):
    """Pick what stands for *value* in a list."""
    choice.choose(value)
    assert choice.chosen() == value


def select(table, heading, text):
    """Make the row current that shows *text* under *heading*."""
    table.setCurrentIndex(table.model().index(column(table, heading).index(text), 0))
