"""My own appraisal: how it stands, what was agreed, and the records of earlier years."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lsadesk.domain.appraisals.appraisal import Appraisal, Earlier, Stage
from lsadesk.domain.developing.attached import of_appraisal
from lsadesk.domain.rights import Kind
from lsadesk.operations.appraisals.appraisal import PersonsAppraisals
from lsadesk.ui.appraisal.sub_page import WIDTH
from lsadesk.ui.appraisal.wording import on_day
from lsadesk.ui.development.files import files_words, show_files
from lsadesk.ui.purpose import PurposeLine
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label, line
from lsadesk.ui.widgets.laid import in_column, in_row
from lsadesk.ui.words import tr


class MinePage(QWidget):
    """Emits `reading(AppraisalId)`, `said(AppraisalId)`, `induction()` and `path()`."""

    reading = Signal(object)
    said = Signal(object)
    induction = Signal()
    path = Signal()

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._first: QPushButton | None = None
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        in_row(self._area, on=self)

    def show_mine(self, mine: PersonsAppraisals | None) -> None:
        """Show how my appraisal stands; None: this account is nobody's in particular."""
        focused = QApplication.focusWidget()
        was_here = focused is not None and self.isAncestorOf(focused)
        self._first = None
        page = QWidget()
        page.setMaximumWidth(WIDTH)
        rows = in_column(
            label(tr("My appraisal"), "title"),
            PurposeLine(self._context, Kind.APPRAISAL),
            on=page,
            around=24,
        )
        if mine is None:
            words = tr("This account is not linked to a member of staff, so it has no appraisal.")
            rows.addWidget(label(words))
        else:
            self._current(rows, mine)
            self._earlier(rows, mine.earlier)
            rows.addSpacing(8)
            rows.addWidget(line())
            rows.addWidget(button(tr("My induction and points"), self.induction.emit, "link"))
            rows.addWidget(button(tr("What we said about my path"), self.path.emit, "link"))
        rows.addStretch(1)
        self._area.setWidget(page)
        if was_here:  # what had the focus is gone
            self.begin()

    def begin(self) -> None:
        """Put the focus on the way on."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _current(self, rows: QVBoxLayout, mine: PersonsAppraisals) -> None:
        found = mine.current
        if found is None:
            rows.addWidget(label(tr("None has begun yet."), "heading"))
            rows.addWidget(
                label(
                    tr(
                        "Your appraiser or line manager begins it. Filling in your "
                        "self-assessment before then is a good start."
                    )
                )
            )
            self._way(rows, tr("My self-assessment"), self._to_assessment)
            return
        rows.addWidget(
            label(
                tr("With {name}, for {day}", name=mine.appraiser, day=on_day(found.cycle)), "muted"
            )
        )
        heading, told = stage_told(found, mine.appraiser)
        rows.addWidget(label(heading, "heading"))
        rows.addWidget(label(told))
        if found.stage in (Stage.RATING, Stage.READY):
            self._way(rows, tr("My self-assessment"), self._to_assessment)
        if found.stage in (Stage.UNSIGNED, Stage.SIGNED):
            self._way(rows, tr("Read the record"), partial(self.reading.emit, found.id))
        files = partial(show_files, self, self._context, of_appraisal(found))
        self._way(rows, files_words(mine.files), files, role="")
        if found.opened_at is not None:
            said = partial(self.said.emit, found.id)
            self._way(rows, tr("What each of us said"), said, role="")

    def _way(
        self, rows: QVBoxLayout, words: str, go: Callable[[], None], *, role: str = "primary"
    ) -> None:
        """A way on; the first one has the focus to begin with."""
        made = button(words, go, role)
        rows.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self._first = self._first or made

    def _earlier(self, rows: QVBoxLayout, earlier: tuple[Earlier, ...]) -> None:
        if not earlier:
            return
        rows.addSpacing(16)
        rows.addWidget(label(tr("Earlier appraisals"), "heading"))
        for each in earlier:
            made = button(earlier_words(each), partial(self.reading.emit, each.id), "link")
            rows.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)

    def _to_assessment(self) -> None:
        self._context.go("assessment")


def earlier_words(earlier: Earlier) -> str:
    """A line about an earlier appraisal."""
    day, state = on_day(earlier.cycle), tr(earlier.stage.value)
    if earlier.number == 1:
        return tr("{day}: {state}", day=day, state=state)
    return tr("{day}, version {number}: {state}", day=day, number=earlier.number, state=state)


def stage_told(found: Appraisal, appraiser: str) -> tuple[str, str]:
    """How an appraisal stands, and what comes next, said to the person."""
    if found.stage is Stage.RATING:
        both = tr("Neither of you sees what the other said before you meet.")
        if found.self_in_at is not None:
            return tr("You have handed in"), tr(
                "{name} is still rating alone. {both}", name=appraiser, both=both
            )
        if found.ratings_in_at is not None:
            return tr("{name} has handed in", name=appraiser), tr(
                "Hand in your self-assessment, and you can meet. {both}", both=both
            )
        return tr("You both rate alone now"), both
    return {
        Stage.READY: (
            tr("Ready to meet"),
            tr("You have both handed in. You look at it together, at one screen."),
        ),
        Stage.MEETING: (
            tr("You are meeting"),
            tr(
                "You go through it together at {name}'s sign-in. Nothing counts before you sign.",
                name=appraiser,
            ),
        ),
        Stage.UNSIGNED: (
            tr("Agreed, to be signed by both"),
            tr("Read the text. You sign it with your own PIN when you sit together."),
        ),
        Stage.SIGNED: (
            tr("Signed by both"),
            tr("It stays as it was signed. Opening it again makes a new version beside it."),
        ),
        Stage.REPLACED: (tr("Replaced by a newer version"), ""),
    }[found.stage]
