"""One person beside the preparation list: how it stands, and what can be done next."""

from datetime import date
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from lsadesk.domain.appraisals.appraisal import Appraisal, Stage
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.appraisals.preparing import PreparationRow
from lsadesk.ui.appraisal.lines import contract_words, standing_words
from lsadesk.ui.appraisal.wording import on_day
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label, line
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.words import tr


class Wish(Enum):
    """What somebody asks for beside a name."""

    BEGIN = auto()
    RATE = auto()
    MEET = auto()
    MEET_WITHOUT = auto()
    GO_ON = auto()
    READ = auto()
    REOPEN = auto()
    GIVE_TO = auto()
    DROP = auto()
    NOTES = auto()
    INDUCTION = auto()


class PersonPanel(QScrollArea):
    """Emits `asked(Wish)`; at most one button is the primary one."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.me: PersonId | None = None
        self._first: QWidget | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("The chosen person"))
        self.setMinimumWidth(300)

    def begin(self) -> None:
        """Put the focus on what comes next."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_row(self, row: PreparationRow | None, today: date) -> None:
        """Show *row*; None leaves the panel empty."""
        had_focus = self._first is not None and self._first.hasFocus()
        page = QWidget()
        self._rows = in_column(on=page, around=16)
        self._first = None
        if row is not None:
            self._about(row, today)
            self._ways(row)
        self._rows.addStretch(1)
        self.setWidget(page)
        if had_focus:
            self.begin()

    def _about(self, row: PreparationRow, today: date) -> None:
        self._rows.addWidget(label(row.name, "title"))
        about = ", ".join(
            part for part in (row.title, row.team, contract_words(row.contract)) if part
        )
        self._rows.addWidget(label(about, "muted"))
        self._rows.addSpacing(8)
        self._rows.addWidget(label(standing_words(row), "heading"))
        for sentence in _told(row, today):
            self._rows.addWidget(label(sentence))
        self._rows.addSpacing(8)

    def _ways(self, row: PreparationRow) -> None:
        is_mine = row.appraisal is not None and row.appraisal.appraiser == self.me
        ways = ways_of(row.appraisal, is_mine=is_mine)
        for at, (wish, words) in enumerate(ways):
            role = "primary" if at == 0 and wish is not Wish.READ else ""
            made = button(words, partial(self.asked.emit, wish), role)
            self._rows.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
            self._first = self._first or made
        self._rows.addSpacing(8)
        self._rows.addWidget(line())
        for wish, words in (
            *_side_ways(row.appraisal),
            (Wish.INDUCTION, tr("Induction and points")),
            (Wish.NOTES, tr("Managers' notes")),
        ):
            made = button(words, partial(self.asked.emit, wish), "link")
            self._rows.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
            self._first = self._first or made


def ways_of(appraisal: Appraisal | None, *, is_mine: bool) -> list[tuple[Wish, str]]:
    """What can be done next with an appraisal, the likeliest first."""
    if appraisal is None:
        return [(Wish.BEGIN, tr("Begin the appraisal..."))]
    stage = appraisal.stage
    if stage in (Stage.MEETING, Stage.UNSIGNED):
        words = tr("Go on with the meeting") if stage is Stage.MEETING else tr("Check and sign")
        return [(Wish.GO_ON, words)]
    if stage in (Stage.SIGNED, Stage.REPLACED):
        return [
            (Wish.BEGIN, tr("Begin the next appraisal...")),
            (Wish.READ, tr("Read what was signed")),
            (Wish.REOPEN, tr("Open it again as a new version...")),
        ]
    return _before_the_meeting(appraisal) if is_mine else []


def _before_the_meeting(appraisal: Appraisal) -> list[tuple[Wish, str]]:
    if appraisal.stage is Stage.READY:
        return [(Wish.MEET, tr("Open the meeting...")), (Wish.RATE, tr("Look at my ratings"))]
    if appraisal.ratings_in_at is None:
        return [(Wish.RATE, tr("Rate alone"))]
    return [
        (Wish.RATE, tr("Look at my ratings")),
        (Wish.MEET_WITHOUT, tr("Meet without the self-assessment...")),
    ]


def _side_ways(appraisal: Appraisal | None) -> list[tuple[Wish, str]]:
    if appraisal is None or appraisal.stage not in (Stage.RATING, Stage.READY):
        return []
    return [
        (Wish.GIVE_TO, tr("Name another appraiser...")),
        (Wish.DROP, tr("Take this appraisal away...")),
    ]


def _told(row: PreparationRow, today: date) -> list[str]:
    """What there is to know before the next step."""
    told = []
    if row.due.on is not None and row.appraisal is not None and row.appraisal.signed_at:
        late = row.is_late_on(today)
        words = tr("It was due on {day}.") if late else tr("The next one is due on {day}.")
        told.append(words.format(day=on_day(row.due.on)))
    if row.appraisal is not None and row.appraisal.stage is not Stage.SIGNED:
        told.append(tr("To be held on {day}.", day=on_day(row.appraisal.cycle)))
    told.append(tr("Appraiser: {name}", name=row.appraiser or tr("nobody is named yet")))
    if not row.has_account:
        told.append(tr("Has no account here: the appraiser rates, and that is said in the record."))
    return told
