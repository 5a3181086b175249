"""The page of reasons: the findings of the report, and its recommendations as checklists."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.careers.catalogue import Finding
from lsadesk.domain.careers.checklists import INDIVIDUALS, ORGANISATIONS, Tick
from lsadesk.domain.changes import Done
from lsadesk.operations.careers import checklists
from lsadesk.operations.careers.checklists import Line, Reasons
from lsadesk.operations.desk import Desk
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.rows import from_left
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr

_INTRO = (
    "What a national study of 2011 found, and what it recommends. The recommendations are "
    "checklists: seven for a college, four for each of us. Nothing here is marked or measured."
)
_WHOSE = {
    ORGANISATIONS: "For the college",
    INDIVIDUALS: "For each of us",
    "government": "For government",
}
# The tabs that rest on a finding, as they are called on screen.
_ROOMS = {
    "appraisal": "Appraisal",
    "assessment": "Self-assessment",
    "audit": "Skills audit",
    "career": "Career map",
    "deployment": "Deployment",
    "development": "Development",
    "home": "Home",
    "library": "Library",
    "people": "People",
    "review": "College review",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """A finding, or a line of a checklist."""

    finding: Finding | None = None
    line: Line | None = None

    @property
    def number(self) -> int:
        """Its number in the report."""
        if self.line is not None:
            return self.line.recommendation.number
        return self.finding.number if self.finding is not None else 0

    @property
    def text(self) -> str:
        """What it says."""
        if self.line is not None:
            return self.line.recommendation.text
        return self.finding.text if self.finding is not None else ""

    @property
    def rooms(self) -> tuple[str, ...]:
        """The rooms of the program that rest on it."""
        if self.line is not None:
            return self.line.recommendation.rooms
        return self.finding.rooms if self.finding is not None else ()


class ReasonsPage(QWidget):
    """Findings and checklists in one list; what is ours to tick can be ticked by keyboard."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self.told = label("")
        self.table: RecordTable[Reason] = RecordTable(tr("Findings and checklists"), _columns())
        self.table.setSortingEnabled(False)
        self.table.rows.sort(-1)
        self.whole = label("")
        self.tick = button(tr("&Tick it off..."), self._tick, "primary")
        self.untick = button(tr("Take the tick &away"), self._untick)
        done = from_left(self.tick, self.untick)
        in_column(
            label(tr(_INTRO), "muted"),
            self.told,
            Fill(self.table),
            self.whole,
            done,
            on=self,
            around=(16, 12, 16, 16),
        )
        self.table.selected.connect(lambda _reason: self._dress())
        self.table.opened.connect(lambda _reason: self._tick())
        self._dress()

    def reload(self) -> None:
        """Ask again."""
        self._context.read(checklists.reasons, self.show_reasons, owner=self)

    def show_reasons(self, seen: Reasons) -> None:
        """Show the checklists first, then the findings; what was chosen is chosen."""
        before = self.table.current()
        lines = sorted(seen.lines, key=_order)
        shown = [Reason(line=one) for one in lines]
        shown += [Reason(finding=one) for one in seen.findings]
        self.table.show_records(shown)
        for one in shown:
            if before is not None and one.text == before.text:
                self.table.select(one)
        mine = [one for one in seen.lines if one.may_tick]
        ticked = sum(one.tick is not None for one in mine)
        self.told.setText(tr("{ticked} of {all} ticked off.", ticked=ticked, all=len(mine)))
        self.told.setVisible(bool(mine))
        self._dress()

    def write(self, operation: Callable[[Desk], Done[None]]) -> None:
        """Do *operation* on a checklist."""
        self._context.write(operation)

    def _line(self) -> Line | None:
        reason = self.table.current()
        line = reason.line if reason is not None else None
        return line if line is not None and line.may_tick else None

    def _dress(self) -> None:
        line, reason = self._line(), self.table.current()
        self.tick.setEnabled(line is not None)
        ticked = line is not None and line.tick is not None
        self.tick.setText(tr("Change the &tick...") if ticked else tr("&Tick it off..."))
        self.untick.setEnabled(ticked)
        self.whole.setText(reason.text if reason is not None else "")

    def _tick(self) -> None:
        line = self._line()
        if line is None or (said := ask_tick(self, line, self._context.desk.today)) is None:
            return
        if line.recommendation.whom == ORGANISATIONS:
            self.write(lambda desk: checklists.tick_ours(desk, said))
        else:
            self.write(lambda desk: checklists.tick_mine(desk, said))

    def _untick(self) -> None:
        line = self._line()
        if line is None:
            return
        one = line.recommendation
        self.table.setFocus()  # the button is not there any more
        if one.whom == ORGANISATIONS:
            self.write(lambda desk: checklists.untick_ours(desk, one.id))
        else:
            self.write(lambda desk: checklists.untick_mine(desk, one.id))


def ask_tick(parent: QWidget, line: Line, today: date) -> Tick | None:
    """Ask when it was done and where that can be seen."""
    question = Question(parent, tr("Tick it off"), line.recommendation.text, tr("Tick off"))
    form = question.form
    shown = line.tick.day if line.tick else today
    day = form.day(tr("Since"), QDate(shown.year, shown.month, shown.day))
    evidence = form.paragraph(
        tr("Where that can be seen"),
        line.tick.evidence if line.tick else "",
        hint=tr("Minutes, a document, a page: whatever shows it."),
    )
    answer = None
    if question.answered():
        on = day.date()
        answer = Tick(
            recommendation=line.recommendation.id,
            day=date(on.year(), on.month(), on.day()),
            evidence=evidence.toPlainText().strip(),
        )
    return answer


def _order(line: Line) -> tuple[bool, bool, str]:
    """What is for whoever looks to tick comes first, the college's list before their own."""
    whom = line.recommendation.whom
    return not line.may_tick, whom != ORGANISATIONS, whom


def _columns() -> tuple[Column[Reason], ...]:
    return (
        Column(tr("What"), _what, width=22),
        Column(tr("It says"), lambda reason: reason.text, spoken=_spoken, width=52),
        Column(tr("Ticked off"), _when, width=12),
        Column(tr("Where that can be seen"), _evidence, width=24),
        Column(tr("In this program"), _rooms, width=24),
    )


def _what(reason: Reason) -> str:
    if reason.line is None:
        return tr("Finding {number}", number=reason.number)
    return f"{tr(_WHOSE[reason.line.recommendation.whom])}, {reason.number}"


def _when(reason: Reason) -> str:
    tick = reason.line.tick if reason.line is not None else None
    return tr("✓ {day}", day=uk_date(tick.day)) if tick is not None else ""


def _evidence(reason: Reason) -> str:
    tick = reason.line.tick if reason.line is not None else None
    return tick.evidence if tick is not None else ""


def _rooms(reason: Reason) -> str:
    return ", ".join(tr(_ROOMS[room]) for room in reason.rooms if room in _ROOMS)


def _spoken(reason: Reason) -> str:
    tick = reason.line.tick if reason.line is not None else None
    said = tr("ticked off on {day}", day=uk_date(tick.day)) if tick is not None else ""
    return ". ".join(one for one in (_what(reason), reason.text.rstrip("."), said) if one)
