"""Who helps whom now, whoever carries most first, and how much the college thinks enough."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.plan_words import hours_words
from lsadesk.operations import all_plans
from lsadesk.operations.all_plans import Mentor, Mentors, Pair
from lsadesk.ui.development.words import mode_words
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr


class HelpersPage(QWidget):
    """A line a helper; whom they help stands in it, and is read out with it."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._limit = 0
        self.said = label("")
        self.none = label(
            tr("Nobody is paired at the moment: choose a colleague as the helper of a line."),
            "muted",
        )
        self.table: RecordTable[Mentor] = RecordTable(tr("Who helps whom"), self._columns())
        self.limiting = button(tr("How many are &enough..."), self._ask_limit)
        self.opening = button(tr("&Open the plan of whom they help"), self._open)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.setSpacing(8)
        rows.addWidget(self.said)
        rows.addWidget(self.none)
        rows.addWidget(self.table, 1)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self.opening)
        ways.addWidget(self.limiting)
        ways.addStretch(1)
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
        self.table.show_records(told.mentors)
        self.table.setVisible(bool(told.mentors))
        self.opening.setVisible(bool(told.mentors))
        self.none.setVisible(not told.mentors)

    def _columns(self) -> list[Column[Mentor]]:
        return [
            Column(tr("Helper"), lambda mentor: mentor.name, width=26),
            Column(
                tr("Pairings"),
                self._pairings,
                sort=lambda mentor: -mentor.load.pairings,
                width=18,
            ),
            Column(
                tr("Time they give"),
                _time_words,
                sort=lambda mentor: -mentor.load.minutes,
                width=22,
            ),
            Column(
                tr("Whom they help"),
                lambda mentor: "; ".join(_pair_words(pair) for pair in mentor.pairs),
                width=50,
            ),
        ]

    def _pairings(self, mentor: Mentor) -> str:
        pairings = mentor.load.pairings
        if pairings > self._limit:
            return tr("! {number}, more than enough", number=pairings)
        return str(pairings)

    def _open(self) -> None:
        mentor = self.table.current()
        if mentor is not None:
            self._context.go("development", mentor.pairs[0].helped)

    def _ask_limit(self) -> None:
        limit = ask_limit(self, self._limit)
        if limit is not None:
            self._context.write(lambda desk: all_plans.set_pairing_limit(desk, limit), owner=self)


def ask_limit(parent: QWidget, limit: int) -> int | None:
    """How many pairings at once are enough for one person; None where it was cancelled."""
    question = Question(parent, tr("How many pairings are enough?"), "", tr("Save"))
    form = Form()
    field = form.number(
        tr("Pairings at once for one person"),
        limit,
        1,
        all_plans.MOST_PAIRINGS,
        hint=tr("Above it, whoever plans is told; nothing is forbidden."),
    )
    question.body.addWidget(form)
    wanted = field.value() if question.answered() else None
    question.deleteLater()
    return wanted


def _time_words(mentor: Mentor) -> str:
    load = mentor.load
    said = hours_words(load.minutes) if load.minutes else ""
    unsaid = count(load.unsaid, "without hours", "without hours") if load.unsaid else ""
    return ", ".join(part for part in (said, unsaid) if part)


def _pair_words(pair: Pair) -> str:
    due = "" if pair.due is None else tr("by {day}", day=uk_date(pair.due))
    told = ", ".join(part for part in (mode_words(pair.mode), due) if part)
    return f"{pair.name} ({told})"
