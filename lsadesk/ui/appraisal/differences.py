"""Step 3: where the two see it differently, the largest difference first."""

from PySide6.QtCore import Qt, Signal

from lsadesk.domain.appraisals.appraisal import Line, Settled
from lsadesk.domain.appraisals.assessment import NOT_ANSWERED
from lsadesk.domain.auditing.skills import SkillValue
from lsadesk.operations.appraisals.meetings import Meeting
from lsadesk.ui.appraisal.both_said import BothSaid
from lsadesk.ui.appraisal.walk import Detail
from lsadesk.ui.appraisal.wording import said_by, seen_words
from lsadesk.ui.assessment.levels import LevelChoice
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.writing import Writing
from lsadesk.ui.words import tr


class Difference(Detail):
    """One statement to settle: choose what both agree on, or put the difference into words.

    Emits `settled(Settled)`, `unsettled(StatementId)` and `planned(Line)`.
    """

    settled = Signal(object)
    unsettled = Signal(object)
    planned = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._line: Line | None = None
        self._text = label("", "heading")
        self.said = BothSaid()
        self._question = label(tr("What do you both agree on?"), "label")
        self.levels = LevelChoice(seen_words, by_key=True)
        self._apart = label(tr("Or: we see this differently. Say how, in your own words."), "label")
        self.words = Writing(self._apart.text(), lines=2)
        self._apart.setBuddy(self.words)
        self._apart.setWordWrap(True)
        self.to_plan = button(tr("&Add to the plan..."), self._plan)
        self._build()
        self.levels.chosen.connect(self._agreed)
        self.words.written.connect(self._differed)

    def show_line(self, line: Line, meeting: Meeting) -> None:
        """Show *line* with how it was left."""
        if self._line is not None and self._line.statement != line.statement:
            self._line = None
        self._text.setText(line.statement.text)
        self.said.show_line(line, meeting)
        agreed = None if line.settled is None else line.settled.agreed
        self.levels.ask(line.statement, NOT_ANSWERED if agreed is None else agreed)
        self.words.fill("" if line.settled is None else line.settled.difference)
        self._line = line

    def begin(self) -> None:
        """Put the focus on the choice."""
        self.levels.focus_choice()

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.words.flush()

    def _agreed(self, value: SkillValue) -> None:
        if self._line is not None:
            self.words.fill("")
            self.settled.emit(Settled(statement=self._line.statement.id, agreed=value))

    def _differed(self, words: str) -> None:
        if self._line is None:
            return
        statement, settled = self._line.statement, self._line.settled
        if words.strip():
            self.levels.ask(statement, NOT_ANSWERED)
            self.settled.emit(Settled(statement=statement.id, difference=words.strip()))
        elif settled is not None and settled.difference:
            self.unsettled.emit(statement.id)

    def _plan(self) -> None:
        if self._line is not None:
            self.planned.emit(self._line)

    def _build(self) -> None:
        rows = in_column(on=self, around=(16, 0, 8, 8))
        top = in_row(Fill(self._text), (self.to_plan, Qt.AlignmentFlag.AlignTop), gap=16)
        rows.addLayout(top)
        rows.addWidget(self.said)
        for each in (self._question, self.levels, self._apart, self.words):
            rows.addWidget(each)
        rows.addStretch(1)


def entry_words(line: Line, person: str, appraiser: str) -> str:
    """A difference in the list: what each said, and how it was left."""
    left = tr("May stay as it is") if line.gap is None and line.settled is None else ""
    return "\n".join((both_words(line, person, appraiser), left or left_words(line.settled)))


def both_words(line: Line, person: str, appraiser: str) -> str:
    """A statement in a list, with what each said of it."""
    said = f"{said_by(person, line.own.value)}. {said_by(appraiser, line.theirs.value)}."
    return f"{line.statement.text}\n{said}"


def left_words(settled: Settled | None) -> str:
    """How a statement was left."""
    if settled is None:
        return tr("To be talked about")
    if settled.agreed is None:
        return tr("You see this differently")
    return tr("Agreed: {words}", words=seen_words(settled.agreed))
