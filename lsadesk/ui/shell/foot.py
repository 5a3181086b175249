"""The foot of the window: how to get help, and over it what there is to say."""

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_row
from lsadesk.ui.widgets.message import MessageBar
from lsadesk.ui.words import tr


class Foot(QGridLayout):
    """Holds *message* over a line that is there while somebody is signed in."""

    def __init__(self, appearance: Appearance, window: QWidget) -> None:
        super().__init__()
        self.message = MessageBar(appearance)
        self._rest = QFrame(window)
        self._rest.setObjectName("foot")
        in_row(label(tr("F1: help with this page"), "muted"), on=self._rest, around=(16, 0, 16, 0))
        self.addWidget(self._rest, 0, 0)
        self.addWidget(self.message, 0, 0)
        self.stay(False)

    def stay(self, yes: bool) -> None:
        """Whether the line is there while nothing is said."""
        self._rest.setVisible(yes)
        self.message.keep_room(yes)
