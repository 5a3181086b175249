"""The page of who carries which responsibility, by name (A63)."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from lsadesk.domain.changes import Done
from lsadesk.domain.staff.carrying import Carried, CarriedLine, Carrier
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import carrying
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.takeaway import Takeaway
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

_ALL, _NOBODYS = "", "nobody"
_AREA, _WHO, _SINCE, _BEFORE = 1, 2, 3, 4


class CarryingPage(QWidget):
    """Each responsibility with its people; what nobody carries is one choice away."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._seen: Carried | None = None
        self.search = SearchField(context.appearance, tr("Find a responsibility or a name"), self)
        self.whose = Choice([(tr("Every responsibility"), _ALL), (tr("Nobody's yet"), _NOBODYS)])
        self.whose.setAccessibleName(tr("Which responsibilities"))
        self.table: RecordTable[CarriedLine] = RecordTable(
            tr("Who carries which responsibility"), self._columns()
        )
        self.table.sortByColumn(_AREA, self.table.horizontalHeader().sortIndicatorOrder())
        self.give = button(tr("&Give it to somebody..."), self._give)
        self.over = button(tr("Hand it &over..."), self._hand_over)
        self.told, self.history = label(""), label("", "muted")
        title = tr("Who carries what")
        self.takeaway = Takeaway(context, title, carrying.export_carried, self)
        self._build()

    def reload(self) -> None:
        """Ask again."""
        self._context.read(carrying.carried, self.show_carried, owner=self)

    def show_carried(self, seen: Carried) -> None:
        """Show *seen*; the responsibility that was chosen is chosen."""
        self._seen = seen
        before = self.table.current()
        self.table.show_records(seen.lines)
        for line in seen.lines:
            if before is not None and line.responsibility.id == before.responsibility.id:
                self.table.select(line)
        self.told.setText(_told(seen))
        self._dress()

    def write(self, operation: Callable[[Desk], Done[None]]) -> None:
        """Do *operation* on who carries what."""
        self._context.write(operation)

    def _build(self) -> None:
        asked, done = QWidget(), QWidget()
        for row, parts in (
            (asked, (self.search, self.whose, self.takeaway.button)),
            (done, (self.give, self.over)),
        ):
            flow = Flow(row)
            for part in parts:
                flow.addWidget(part)
        in_column(
            asked,
            self.takeaway.notice,
            self.told,
            Fill(self.table),
            self.history,
            done,
            on=self,
            around=(16, 12, 16, 16),
        )
        self.search.searched.connect(self.table.rows.search)
        self.whose.currentIndexChanged.connect(lambda _at: self._narrow())
        self.table.selected.connect(lambda _line: self._dress())
        self.table.opened.connect(lambda _line: self._give())

    def _columns(self) -> tuple[Column[CarriedLine], ...]:
        return (
            Column(tr("Responsibility"), self._cell(0), spoken=self._spoken, width=54),
            Column(tr("Area"), self._cell(_AREA), width=28),
            Column(tr("Carried by"), self._cell(_WHO), width=22),
            Column(tr("Since"), self._cell(_SINCE), width=14),
        )

    def _cell(self, at: int) -> Callable[[CarriedLine], str]:
        return lambda line: self._seen.cells(line)[at] if self._seen is not None else ""

    def _spoken(self, line: CarriedLine) -> str:
        who = self._cell(_WHO)(line)
        said = tr("carried by {who}", who=who) if line.now else who
        return f"{line.responsibility.text}, {said}"

    def _narrow(self) -> None:
        if self.whose.chosen() == _NOBODYS:
            self.table.rows.keep(lambda line: not line.now)
        else:
            self.table.rows.keep(None)

    def _dress(self) -> None:
        line = self.table.current()
        self.give.setEnabled(line is not None)
        self.over.setEnabled(line is not None and bool(line.now))
        before = self._cell(_BEFORE)(line) if line is not None else ""
        self.history.setText(tr("Before: {names}", names=before) if before else "")
        self.history.setVisible(bool(before))

    def _give(self) -> None:
        line, seen = self.table.current(), self._seen
        if line is None or seen is None:
            return
        said = ask_carrier(self, line, seen, self._context.desk.today)
        if said is not None:
            what, (person, since) = line.responsibility.id, said
            self.write(lambda desk: carrying.carry(desk, what, person, since))

    def _hand_over(self) -> None:
        line, seen = self.table.current(), self._seen
        if line is None or seen is None or not line.now:
            return
        said = ask_hand_over(self, line, seen, self._context.desk.today)
        if said is not None:
            carrier, until = said
            self.write(lambda desk: carrying.hand_over(desk, carrier, until))


def ask_carrier(
    parent: QWidget, line: CarriedLine, seen: Carried, today: date
) -> tuple[PersonId, date] | None:
    """Ask who carries it from now on, and since when."""
    question = Question(parent, tr("Give it to somebody"), line.responsibility.text, tr("Save"))
    form = question.form
    carry = {one.person for one in line.now}
    free = sorted((seen.names[one], one) for one in seen.at_work if one not in carry)
    person = form.choice(
        tr("Who carries it"),
        [(name, one) for name, one in free],
        hint=tr("Whoever carries it already carries it on with them."),
    )
    since = form.day(tr("Since"), _as_shown(today))
    question.yes.setEnabled(bool(free))
    answer = None
    if question.answered():
        answer = PersonId(person.chosen_as(int)), _as_kept(since.date())
    return answer


def ask_hand_over(
    parent: QWidget, line: CarriedLine, seen: Carried, today: date
) -> tuple[Carrier, date] | None:
    """Ask who gives it away, and their last day with it."""
    question = Question(parent, tr("Hand it over"), line.responsibility.text, tr("Save"))
    form = question.form
    carriers: list[tuple[str, object]] = [(seen.names[one.person], one) for one in line.now]
    carrier = form.choice(tr("Who hands it over"), carriers)
    until = form.day(tr("Last day with it"), _as_shown(today).addDays(-1))
    answer = None
    if question.answered():
        answer = carrier.chosen_as(Carrier), _as_kept(until.date())
    return answer


def _told(seen: Carried) -> str:
    nobodys = len(seen.nobodys)
    said = (
        tr("{number} of {all} are nobody's yet.", number=nobodys, all=len(seen.lines))
        if nobodys
        else tr("Somebody carries every one of them.")
    )
    many = "; ".join(
        f"{seen.names[one]} ({count(number, 'responsibility', 'responsibilities')})"
        for one, number in seen.many.items()
    )
    return f"{said} {tr('A lot for one person: {who}.', who=many)}" if many else said


def _as_shown(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _as_kept(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
