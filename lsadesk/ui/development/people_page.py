"""All plans of one's people: found by name, narrowed by what they wait for, opened with Enter."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import Enum
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.changes import Done
from lsadesk.domain.developing.all_plans import PersonsPlan
from lsadesk.domain.developing.development import ActionDetails, Funder, Mode
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import all_plans
from lsadesk.operations.developing.all_plans import AllPlans
from lsadesk.ui.development.plan import PlanView
from lsadesk.ui.development.saving import plans, save_workbook
from lsadesk.ui.development.words import funder_words, mode_words
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.batch import save_all
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow, flow_of
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

_FEW_ROWS = 5
_TEAM = 1  # a column that says nothing where all are of one team


class Waits(Enum):
    """What a plan, or the person whose it is, may wait for."""

    PAST_DATE = "past date"
    NO_LINE = "no line"
    REVIEW_OVER = "review over"
    NO_REVIEW = "no review"
    NO_FOLLOW_UP = "no follow-up"
    NO_PEERS = "no peers"


class PeoplePage(QStackedWidget):
    """The list, and in its place the plan that was opened from it."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._told: AllPlans | None = None
        self.plan = PlanView(context, has_list=True)
        self.plan.left.connect(self._back)
        self._build()

    def show_plans(self, told: AllPlans) -> None:
        """Show the plans as they are now; filters and the chosen person stay."""
        self._told = told
        chosen = self.table.current()
        teams = sorted({plan.team for plan in told.plans if plan.team})
        self.team.offer(
            [(tr("Every team"), None), *((each, each) for each in teams)], self.team.chosen()
        )
        self.table.setColumnHidden(_TEAM, len(teams) < 2)
        self.table.show_records(told.plans)
        same = [each for each in told.plans if chosen is not None and each.person == chosen.person]
        if same:
            self.table.select(same[0])
        self._filter()

    def open(self, person: PersonId, adding: ActionDetails | None = None) -> None:
        """Show the plan of *person* in place of the list."""
        self.setCurrentWidget(self.plan)
        self.plan.open(person, adding)

    def _build(self) -> None:
        today = self._context.desk.today
        self.search = SearchField(self._context.appearance, tr("Find a person"), self)
        self.waits = Choice([(words, each) for each, words in _waits_words()])
        self.team = Choice([(tr("Every team"), None)])
        self.mode = Choice([(tr("Every way"), None), *((mode_words(each), each) for each in Mode)])
        self.funder = Choice(
            [(tr("Every funder"), None), *((funder_words(each), each) for each in Funder)]
        )
        self.waits.setAccessibleName(tr("What the plan waits for"))
        self.team.setAccessibleName(tr("Team"))
        self.mode.setAccessibleName(tr("Way of developing"))
        self.funder.setAccessibleName(tr("Who pays"))
        self.counted = label("", "muted")
        self.table: RecordTable[PersonsPlan] = RecordTable(tr("Development plans"), _columns(today))
        self.opening = button(tr("&Open the plan"), self._open, "primary")
        self.as_pdf = button(tr("Save as PDF..."), self._save_pdf)
        self.as_workbook = button(tr("Save as E&xcel..."), self._save_workbook)
        page = QWidget()
        rows = in_column(on=page, around=16)
        tools = Flow(gap=8)
        choices = self.waits, self.team, self.mode, self.funder
        for each in (self.search, *choices):
            tools.addWidget(each)
        verbs = flow_of(self.opening, self.as_pdf, self.as_workbook)
        rows.addLayout(tools)
        rows.addWidget(self.counted)
        rows.addWidget(self.table, 1)
        rows.addLayout(verbs)
        self.table.keep_rows(_FEW_ROWS)
        self.addWidget(scrolling(page, sideways=False))
        self.addWidget(self.plan)
        self.search.searched.connect(self._find)
        for choice in choices:
            choice.currentIndexChanged.connect(lambda _at: self._filter())
        self.table.opened.connect(lambda _plan: self._open())
        self.table.selected.connect(lambda plan: self.opening.setEnabled(plan is not None))
        self.opening.setEnabled(False)

    def _find(self, text: str) -> None:
        self.table.rows.search(text)
        self._count()

    def _filter(self) -> None:
        today = self._context.desk.today
        waits, team = self.waits.chosen(), self.team.chosen()
        mode, funder = self.mode.chosen(), self.funder.chosen()

        def kept(plan: PersonsPlan) -> bool:
            return (
                _waits_for(plan, waits, today)
                and team in (None, plan.team)
                and (mode is None or any(each.mode is mode for each in plan.waiting))
                and (funder is None or any(each.funder is funder for each in plan.waiting))
            )

        self.table.rows.keep(kept)
        self._count()

    def _count(self) -> None:
        shown = self.table.rows.rowCount()
        of = 0 if self._told is None else len(self._told.plans)
        said = count(shown, "plan", "plans")
        self.counted.setText(said if shown == of else tr("{shown} of {of}", shown=said, of=of))
        self.as_pdf.setText(tr("Save {plans} as PDF...", plans=said))
        self.as_workbook.setText(tr("Save {plans} as E&xcel...", plans=said))
        for verb in (self.as_pdf, self.as_workbook):
            verb.setEnabled(shown > 0)

    def _open(self) -> None:
        if (plan := self.table.current()) is not None:
            self.open(plan.person)

    def _back(self) -> None:
        self.setCurrentIndex(0)
        self.table.setFocus()

    def _shown(self) -> frozenset[PersonId]:
        """Whose plans the list shows: what is saved is what is seen."""
        return frozenset(plan.person for plan in self.table.shown())

    def _save_pdf(self) -> None:
        save_all(self._context, self, plans(self._shown()))

    def _save_workbook(self) -> None:
        shown = self._shown()

        def export(desk: Desk, path: Path) -> Done[int]:
            return all_plans.export_all_plans(desk, path, shown)

        save_workbook(self._context, self, tr("Development plans"), export)


def _waits_words() -> list[tuple[Waits | None, str]]:
    return [
        (None, tr("Every plan")),
        (Waits.PAST_DATE, tr("A line past its date")),
        (Waits.NO_LINE, tr("No line yet")),
        (Waits.REVIEW_OVER, tr("A review past its day")),
        (Waits.NO_REVIEW, tr("No review agreed")),
        (Waits.NO_FOLLOW_UP, tr("An outcome without follow-up")),
        (Waits.NO_PEERS, tr("In no network of peers")),
    ]


def _waits_for(plan: PersonsPlan, waits: object, today: date) -> bool:
    asked: dict[object, Callable[[], bool]] = {
        Waits.PAST_DATE: lambda: bool(plan.past_date(today)),
        Waits.NO_LINE: lambda: not plan.actions,
        Waits.REVIEW_OVER: lambda: plan.is_review_over(today),
        Waits.NO_REVIEW: lambda: plan.next_review is None,
        Waits.NO_FOLLOW_UP: lambda: bool(plan.without_follow_up),
        Waits.NO_PEERS: lambda: plan.lacks_peers,
    }
    return waits is None or asked[waits]()


def _columns(today: date) -> Sequence[Column[PersonsPlan]]:
    return [
        Column(
            tr("Name"),
            lambda plan: plan.sort_name,
            sort=lambda plan: plan.sort_name.casefold(),
            spoken=lambda plan: _spoken(plan, today),
            width=24,
        ),
        Column(tr("Team"), lambda plan: plan.team, width=11),
        Column(
            tr("To do"),
            lambda plan: str(len(plan.waiting)) if plan.actions else tr("no line yet"),
            sort=lambda plan: len(plan.waiting),
            width=9,
        ),
        Column(
            tr("Past its date"),
            lambda plan: _number(len(plan.past_date(today))),
            sort=lambda plan: -len(plan.past_date(today)),
            width=10,
        ),
        Column(
            tr("Next date"),
            lambda plan: _coming(plan.next_due, is_over=bool(plan.past_date(today))),
            sort=lambda plan: plan.next_due,
            width=20,
        ),
        Column(
            tr("Done this year"),
            lambda plan: _number(sum(each.done_on is not None for each in plan.actions)),
            sort=lambda plan: -sum(each.done_on is not None for each in plan.actions),
            width=12,
        ),
        Column(
            tr("Follow-up?"),
            lambda plan: _number(len(plan.without_follow_up)),
            sort=lambda plan: -len(plan.without_follow_up),
            width=9,
        ),
        Column(
            tr("Last review"),
            lambda plan: _day(plan.last_review),
            sort=lambda plan: plan.last_review,
            width=11,
        ),
        Column(
            tr("Next review"),
            lambda plan: _next_review(plan, today),
            sort=lambda plan: plan.next_review,
            width=18,
        ),
    ]


def _number(number: int) -> str:
    return str(number) if number else "\u2013"


def _day(day: date | None) -> str:
    return "\u2013" if day is None else uk_date(day)


def _next_review(plan: PersonsPlan, today: date) -> str:
    if plan.next_review is None:
        return tr("not agreed")
    return _coming(plan.next_review, is_over=plan.is_review_over(today))


def _coming(day: date | None, *, is_over: bool) -> str:
    """A day ahead; one that has gone by is said to have been meant for then."""
    return tr("! was for {day}", day=_day(day)) if is_over else _day(day)


def _spoken(plan: PersonsPlan, today: date) -> str:
    past = len(plan.past_date(today))
    told = [
        plan.name,
        plan.team,
        tr("{number} to do", number=len(plan.waiting)) if plan.actions else tr("no line yet"),
        count(past, "past its date", "past their date") if past else "",
        tr("next review {day}", day=_next_review(plan, today).lstrip("! ")),
    ]
    return ", ".join(part for part in told if part)
