"""A field with its name before it on one line."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from lsadesk.ui.widgets.labels import label


def named(name: str, field: QWidget) -> QWidget:
    """*field* after its label *name*, whose letter after & is its key."""
    tag = label(name, "label")
    tag.setBuddy(field)
    field.setAccessibleName(name.replace("&", ""))
    together = QWidget()
    row = QHBoxLayout(together)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(tag)
    row.addWidget(field)
    return together
