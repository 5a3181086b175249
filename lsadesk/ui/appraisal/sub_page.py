"""A page reached from the list, with its way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr

WIDTH = 860  # lines that are easy to read, at 100 % text


class SubPage(QScrollArea):
    """Emits `left()`; whatever it is about goes into `rows`."""

    left = Signal()

    def __init__(self, *, wide: bool = False) -> None:
        super().__init__()
        self.title = label("", "title")
        self.back = button(tr("Back"), self.left.emit, "link")
        inside = QWidget()
        if not wide:
            inside.setMaximumWidth(WIDTH)
        self.rows = QVBoxLayout(inside)
        self.rows.setContentsMargins(24, 16, 24, 24)
        self.rows.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.back)
        top.addWidget(self.title, 1)
        self.rows.addLayout(top)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
