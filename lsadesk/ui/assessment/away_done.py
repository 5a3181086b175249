"""What to do with a packet that is answered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from lsadesk.operations.appraisals.assessment import Sheet
from lsadesk.operations.appraisals.packet_away import Away
from lsadesk.ui.assessment.manner import answered_words
from lsadesk.ui.assessment.start import READING_WIDTH
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.rows import from_left
from lsadesk.ui.words import tr


class DonePage(QScrollArea):
    """Emits `left()`, `changing()` and `copied()`."""

    left = Signal()
    changing = Signal()
    copied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Finished"))
        self._first: QWidget | None = None

    def focus_first(self) -> None:
        """Put the focus on the way out."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_for(self, away: Away, sheet: Sheet) -> None:
        """Say where the answers of *sheet* are, and the two ways in which they come back."""
        page = QWidget()
        page.setMaximumWidth(READING_WIDTH)
        rows = in_column(label(tr("Finished"), "title"), on=page, around=24)
        sealed = tr(
            "{answered}. They are sealed in {file}, and nothing of them is anywhere else on this "
            "computer.",
            answered=answered_words(sheet),
            file=away.path.name,
        )
        rows.addWidget(label(sealed))
        for heading, said in _ways(away.packet.college):
            rows.addSpacing(8)
            rows.addWidget(label(heading, "heading"))
            rows.addWidget(label(said))
        rows.addSpacing(12)
        rows.addLayout(self._buttons())
        rows.addStretch(1)
        self.setWidget(page)

    def _buttons(self) -> QHBoxLayout:
        self._first = button(tr("Put the packet away"), self.left.emit, "primary")
        return from_left(
            self._first,
            button(tr("Change an answer"), self.changing.emit),
            button(tr("Save in another place..."), self.copied.emit),
        )


def _ways(college: str) -> tuple[tuple[str, str], ...]:
    return (
        (
            tr("If you sign in yourself at {college}", college=college),
            tr(
                "Take the file there. In LSA Desk, open Self-assessment, Other ways to answer, "
                "Read a packet back. You see every answer before it is taken in, and nobody else "
                "sees one before you hand it in."
            ),
        ),
        (
            tr("If somebody gave you the packet"),
            tr(
                "Give or send the file back to them. They open it with the passphrase they chose, "
                "and what they take in is marked as typed in for you."
            ),
        ),
    )
