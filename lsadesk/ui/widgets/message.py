"""The bar that says what was done, what could not be, and what is about to happen."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.looks.icons import picture
from lsadesk.ui.widgets.buttons import icon_button
from lsadesk.ui.widgets.labels import label, set_property
from lsadesk.ui.widgets.laid import Fill, in_row
from lsadesk.ui.words import tr

_DRAWINGS = {"said": "tick", "info": "info", "warning": "warning", "danger": "danger"}
_LOOKS = {"refused": "warning"}
_STAYS_MS = 8000


class MessageBar(QFrame):
    """One sentence at a time, with a drawing beside its colour; spoken as it appears.

    What was merely said goes away by itself; what was refused, once something else is done or
    shown (`move_on`); anything else to act on stays until it is closed or replaced. Nothing
    moves under the hand: room for one line is kept while it is hidden, and a longer sentence
    lies over what stands above it.
    """

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("message")
        self._appearance = appearance
        self._picture = QLabel()
        self.sentence = label("")
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.close_button = icon_button(
            appearance.icon("close"), tr("Close this message"), self.hide
        )
        self.row = in_row(
            self._picture,
            Fill(self.sentence),
            self.close_button,
            on=self,
            around=(16, 2, 8, 2),
            gap=12,
        )
        self._fading = QTimer(self)
        self._fading.setSingleShot(True)
        self._fading.setInterval(_STAYS_MS)
        self._fading.timeout.connect(self.hide)
        self.kind = "said"
        appearance.changed.connect(self._dress)
        self.keep_room(True)
        self.hide()

    def keep_room(self, keeps: bool) -> None:
        """Whether the room is kept while nothing is said."""
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(keeps)
        self.setSizePolicy(policy)

    def say(self, sentence: str, kind: str = "said") -> None:
        """Show *sentence*; *kind* is said, info, refused, warning or danger."""
        self.kind = kind
        self.sentence.setText(sentence)
        self._dress()
        self.show()
        self._fading.stop()
        if kind in ("said", "info"):
            self._fading.start()
        self._grow()
        event = QAccessibleAnnouncementEvent(self, sentence)
        QAccessible.updateAccessibility(event)

    def move_on(self) -> None:
        """Something else was done, or is shown: a refusal is not about it."""
        if self.kind == "refused":
            self.hide()

    def hasHeightForWidth(self) -> bool:
        """A long sentence asks for no room."""
        return False

    def sizeHint(self) -> QSize:
        """Room for one line."""
        return QSize(super().sizeHint().width(), self._height_of_a_line())

    def minimumSizeHint(self) -> QSize:
        """Room for one line."""
        return QSize(super().minimumSizeHint().width(), self._height_of_a_line())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whatever room it was given, the whole sentence is seen."""
        super().resizeEvent(event)
        self._grow()

    def _height_of_a_line(self) -> int:
        around = self.contentsMargins() + self.row.contentsMargins()
        line = max(self.sentence.fontMetrics().height(), self.close_button.sizeHint().height())
        return line + around.top() + around.bottom()

    def _grow(self) -> None:
        """Grow upwards where the sentence has more than one line."""
        wanted = max(self.row.totalHeightForWidth(self.width()), self._height_of_a_line())
        if self.height() != wanted:
            top = self.geometry().bottom() + 1 - wanted
            self.setGeometry(self.x(), top, self.width(), wanted)
            self.raise_()

    def _dress(self) -> None:
        look = _LOOKS.get(self.kind, self.kind)
        set_property(self, "kind", look)
        c = self._appearance.theme.colours
        colour = {"said": c.good, "warning": c.warning, "danger": c.danger}.get(look, c.accent)
        ratio = self.devicePixelRatioF()
        drawn = picture(_DRAWINGS[look], colour, round(20 * ratio))
        drawn.setDevicePixelRatio(ratio)
        self._picture.setPixmap(drawn)
        self.close_button.setIcon(self._appearance.icon("close"))
