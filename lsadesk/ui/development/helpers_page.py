"""Who helps whom now, whoever carries most first, and how much the college thinks enough."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.developing.plan_words import hours_words
from lsadesk.operations.developing import all_plans
from lsadesk.operations.developing.all_plans import Mentor, Mentors, Pair
from lsadesk.ui.development.words import mode_words
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.rows import from_left
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr


@dataclass(frozen=True, slots=True)
class _Given:
    """One pairing of one helper."""

    mentor: Mentor
    pair: Pair


class HelpersPage(QWidget):
    """A line a pairing, so that each leads to the plan that it belongs to."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._limit = 0
        self.said = label("")
        self.none = label(
            tr("Nobody is paired at the moment: choose a colleague as the helper of a line."),
            "muted",
        )
        self.table: RecordTable[_Given] = RecordTable(tr("Who helps whom"), self._columns())
        self.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)  # whoever carries most on top
        self.limiting = button(tr("How &many are enough..."), self._ask_limit)
        self.opening = button(tr("&Open this plan"), self._open)
        rows = in_column(self.said, self.none, Fill(self.table), on=self, around=16)
        ways = from_left(self.opening, self.limiting)
        rows.addLayout(ways)
        self.table.opened.connect(lambda _mentor: self._open())
        self.table.selected.connect(lambda one: self.opening.setEnabled(one is not None))
        self.opening.setEnabled(False)

    def load(self) -> None:
        """Ask who helps whom."""
        self._context.read(all_plans.mentors, self._show, owner=self)

    def _show(self, told: Mentors) -> None:
        self._limit = told.limit
        enough = count(told.limit, "pairing", "pairings")
        self.said.setText(tr("The college thinks {enough} enough for one person.", enough=enough))
        self.table.show_records(
            [_Given(mentor, pair) for mentor in told.mentors for pair in mentor.pairs]
        )
        self.table.setVisible(bool(told.mentors))
        self.opening.setVisible(bool(told.mentors))
        self.none.setVisible(not told.mentors)

    def _columns(self) -> list[Column["_Given"]]:
        return [
            Column(tr("Helper"), lambda given: given.mentor.name, width=26),
            Column(
                tr("Carries now"),
                self._carried,
                sort=lambda given: (-given.mentor.load.pairings, given.mentor.name),
                width=30,
            ),
            Column(tr("Helps"), lambda given: given.pair.name, width=26),
            Column(tr("How"), lambda given: mode_words(given.pair.mode), width=14),
            Column(
                tr("Time"),
                lambda given: _hours(given.pair),
                sort=lambda given: given.pair.minutes,
                width=12,
            ),
            Column(
                tr("By when"),
                lambda given: "" if given.pair.due is None else uk_date(given.pair.due),
                sort=lambda given: given.pair.due,
                width=14,
            ),
        ]

    def _carried(self, given: "_Given") -> str:
        load = given.mentor.load
        said = count(load.pairings, "pairing", "pairings")
        if load.minutes:
            said = f"{said}, {hours_words(load.minutes)}"
        return tr("! {load}, above enough", load=said) if load.pairings > self._limit else said

    def _open(self) -> None:
        if (given := self.table.current()) is not None:
            self._context.go("development", given.pair.helped)

    def _ask_limit(self) -> None:
        limit = ask_limit(self, self._limit)
        if limit is not None:
            self._context.write(lambda desk: all_plans.set_pairing_limit(desk, limit), owner=self)


def ask_limit(parent: QWidget, limit: int) -> int | None:
    """How many pairings at once are enough for one person; None where it was cancelled."""
    question = Question(parent, tr("How many pairings are enough?"), "", tr("Save"))
    form = question.form
    field = form.number(
        tr("Pairings at once for one person"),
        limit,
        1,
        all_plans.MOST_PAIRINGS,
        hint=tr("Above it, whoever plans is told; nothing is forbidden."),
    )
    return field.value() if question.answered() else None


def _hours(pair: Pair) -> str:
    return tr("not said") if pair.minutes is None else hours_words(pair.minutes)
