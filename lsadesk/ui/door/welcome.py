"""The first page: make a college, open one, or go on with one opened before."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.looks.icons import icon, picture
from lsadesk.ui.looks.theme import BODY_PT
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label, line
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.words import tr

ENDING = ".lsadesk"
PACKET = ".lsapacket"
CARD = 520
WIDEST = 960


class Card(QFrame):
    """A page's one group, in the middle of the window."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._measure()
        self.rows = in_column(on=self, around=(40, 32, 40, 32))
        down = in_column(Fill(share=2), self, Fill(share=3))
        in_row(Fill(), down, Fill(), on=page, around=16)

    def changeEvent(self, event: QEvent) -> None:
        """The card grows with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        self.setFixedWidth(min(WIDEST, round(CARD * self.font().pointSizeF() / BODY_PT)))


class WelcomePage(QWidget):
    """What to do where no college is open."""

    new_asked = Signal()
    open_asked = Signal()
    brought_asked = Signal()
    packet_asked = Signal()
    look_asked = Signal()
    recent_chosen = Signal(Path)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("page")
        self._appearance = appearance
        self._mark = QLabel()
        card = Card(self)
        card.rows.addWidget(self._mark)
        card.rows.addSpacing(8)
        card.rows.addWidget(label(tr("LSA Desk"), "title"))
        card.rows.addWidget(
            label(tr("Skills, careers and the week's support, kept on this computer."), "muted")
        )
        card.rows.addSpacing(16)
        self.new = button(tr("New college..."), self.new_asked.emit, "primary")
        self.open = button(tr("Open a college..."), self.open_asked.emit)
        card.rows.addWidget(self.new)
        card.rows.addWidget(self.open)
        self.brought = button(
            tr("Open a college that was brought here..."), self.brought_asked.emit, "link"
        )
        self.brought.setAccessibleDescription(tr("A copy on a stick or a share."))
        self.packet = button(
            tr("Answer a questionnaire that was given to you..."), self.packet_asked.emit, "link"
        )
        self.packet.setAccessibleDescription(
            tr("A sealed packet on a stick or in a folder; no college or account is needed.")
        )
        self.look = button("", self.look_asked.emit, "link")
        self.look.setAccessibleDescription(tr("Nobody in it is real, and nothing of it is kept."))
        self.wait(False)
        card.rows.addSpacing(4)
        card.rows.addWidget(self.brought, 0, Qt.AlignmentFlag.AlignLeft)
        card.rows.addWidget(self.packet, 0, Qt.AlignmentFlag.AlignLeft)
        card.rows.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        self._recent = in_column(gap=0)
        card.rows.addLayout(self._recent)
        appearance.changed.connect(self._dress)
        self._dress()

    def show_recent(self, folders: Sequence[Path]) -> None:
        """List *folders* by their names; no person is ever named here."""
        _emptied(self._recent)
        if not folders:
            return
        self._recent.addSpacing(16)
        self._recent.addWidget(line())
        self._recent.addSpacing(16)
        self._recent.addWidget(label(tr("Opened before on this computer"), "muted"))
        self._recent.addSpacing(4)
        for folder in folders:
            self._recent.addWidget(self._row(folder))

    def wait(self, waits: bool) -> None:
        """Offer nothing while the made-up college is made."""
        self.setDisabled(waits)
        self.look.setText(
            tr("Making the college, a minute at most...")
            if waits
            else tr("Look round a made-up college...")
        )

    def _row(self, folder: Path) -> QWidget:
        row = button(college_name(folder), lambda: self.recent_chosen.emit(folder), "row")
        row.setIcon(icon("folder", self._appearance.theme.colours.accent))
        row.setIconSize(QSize(20, 20))
        row.setToolTip(str(folder.parent))
        row.setAccessibleDescription(tr("In {folder}", folder=folder.parent))
        row.setCursor(Qt.CursorShape.PointingHandCursor)
        return row

    def _dress(self) -> None:
        ratio = self.devicePixelRatioF()
        drawn = picture("app", self._appearance.theme.colours.accent, round(40 * ratio))
        drawn.setDevicePixelRatio(ratio)
        self._mark.setPixmap(drawn)


def college_name(folder: Path) -> str:
    """What a college file's folder is called, without its ending."""
    return folder.name.removesuffix(ENDING)


def _emptied(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
