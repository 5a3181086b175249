"""Keeping records longer than their period: until when, why, and what was decided so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import months_after, uk_date
from lsadesk.domain.keeping.retention import Longer, RecordId, RecordKept
from lsadesk.domain.staff.people import Person, PersonId
from lsadesk.operations.keeping import retention
from lsadesk.operations.keeping.retention import KeptLonger
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.forms import Choice, Form
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True)
class WhoseLonger:
    """Which records of whom are kept longer, until when and why."""

    which: Mapping[PersonId, Sequence[RecordId]]
    until: date
    reason: str


class LongerQuestion(Question):
    """Asks for the day and the reason; what else is asked stands above them."""

    def __init__(
        self, parent: QWidget | None, what: str, today: date, before: Longer | None = None
    ) -> None:
        super().__init__(
            parent,
            tr("Keep longer"),
            tr(
                "{what}: not due before this day, on which Home reminds whoever decides. "
                "Choose today if there is no need to keep them longer any more.",
                what=what,
            ),
            tr("Keep longer"),
        )
        self.above = Form()  # made first: it is first for the Tab key too
        self.form = Form()
        suggested = months_after(today, 12) if before is None else before.until
        self._choice: Choice | None = None
        self._until = self.form.day(tr("Until"), _qt(suggested))
        self._until.setMinimumDate(_qt(today))
        self.reason = self.form.text(tr("Why"), "" if before is None else before.reason, long=True)
        self.body.addWidget(self.above)
        self.body.addWidget(self.form)
        self.reason.textChanged.connect(lambda _text: self._dress())
        self._dress()

    def until(self) -> date:
        """The day that was chosen."""
        day = self._until.date()
        return date(day.year(), day.month(), day.day())

    def why(self) -> str:
        """The reason that was given."""
        return self.reason.text().strip()

    def wants(self, choice: Choice) -> None:
        """Something has to be chosen in *choice* too before the button works."""
        self._choice = choice
        choice.currentIndexChanged.connect(lambda _at: self._dress())
        choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        chosen = self._choice is None or self._choice.chosen() is not None
        self.yes.setEnabled(bool(self.why()) and chosen)


def ask_longer(
    parent: QWidget, what: str, today: date, before: Longer | None = None
) -> tuple[date, str] | None:
    """Until when and why *what* is kept longer; *before* is what was decided last time."""
    question = LongerQuestion(parent, what, today, before)
    answer = (question.until(), question.why()) if question.answered() else None
    question.deleteLater()
    return answer


def ask_whose_longer(
    parent: QWidget, people: Sequence[Person], records: Sequence[RecordKept], today: date
) -> WhoseLonger | None:
    """Whose records are kept longer before they are due: for a claim or an inquiry, say."""
    question = LongerQuestion(parent, tr("What you choose here"), today)
    nobody: list[tuple[str, object]] = [(tr("Choose a person"), None)]
    who = question.above.choice(tr("Who"), nobody + [(each.sort_name, each.id) for each in people])
    question.wants(who)
    kinds = [each for each in records if not each.of_learners]
    everything: list[tuple[str, object]] = [(tr("Everything held on them"), None)]
    which = question.above.choice(
        tr("Which records"), everything + [(each.name, each.id) for each in kinds]
    )
    answer = _whose(question, who, which, kinds) if question.answered() else None
    question.deleteLater()
    return answer


def _whose(
    question: LongerQuestion, who: Choice, which: Choice, kinds: Sequence[RecordKept]
) -> WhoseLonger | None:
    person, one = who.chosen(), which.chosen()
    if not isinstance(person, int):
        return None
    chosen = [each.id for each in kinds if one in (None, each.id)]
    return WhoseLonger({PersonId(person): chosen}, question.until(), question.why())


class KeptLongerDialog(Question):
    """What is kept longer, of whom, until when and why; Enter or the button changes one."""

    def __init__(
        self, parent: QWidget | None, context: TabContext, found: Sequence[KeptLonger]
    ) -> None:
        super().__init__(
            parent,
            tr("Kept longer"),
            tr("Records that the college decided to keep after their period; soonest on top."),
            tr("Close"),
        )
        self._context = context
        self.setMinimumSize(860, 480)
        self.no.hide()
        self.table: RecordTable[KeptLonger] = RecordTable(tr("Kept longer"), _columns())
        self.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
        self.change = button(tr("Change this decision..."), self._change)
        self.table.opened.connect(lambda _kept: self._change())
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self.yes.setAutoDefault(False)
        self.yes.setDefault(False)
        self._show(found)

    def _show(self, found: Sequence[KeptLonger]) -> None:
        self.table.show_records(found)
        self.change.setEnabled(bool(found))
        if found:
            self.table.select(found[0])

    def _change(self) -> None:
        kept = self.table.current()
        if kept is None:
            return
        what = f"{kept.name}, {_records(kept)}"
        which = {kept.person: [each.id for each in kept.records]}
        wanted = ask_longer(self, what, self._context.desk.today, kept.longer)
        if wanted is not None:
            self._context.write(
                lambda desk: retention.keep_longer(desk, which, *wanted),
                self._again,
                owner=self,
            )

    def _again(self, _done: None) -> None:
        self._context.read(retention.for_review, lambda found: self._show(found.longer), owner=self)


def _columns() -> list[Column[KeptLonger]]:
    return [
        Column(tr("Person"), lambda kept: kept.name, width=24),
        Column(tr("Records"), _records, width=40),
        Column(
            tr("Kept until"),
            lambda kept: uk_date(kept.longer.until),
            sort=lambda kept: kept.longer.until,
            width=12,
        ),
        Column(tr("Why"), lambda kept: kept.longer.reason, width=40),
    ]


def _records(kept: KeptLonger) -> str:
    if kept.everything:
        return tr("Everything held on them")
    return ", ".join(each.name for each in kept.records)


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
