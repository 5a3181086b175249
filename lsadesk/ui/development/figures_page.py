"""What the plans come to: lines, people, cost and hours by way, funder and contract."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lsadesk.domain.auditing.skills import SPOKEN
from lsadesk.domain.developing.all_plans import (
    GapClosed,
    Heading,
    Total,
    by_contract,
    by_funder,
    by_mode,
    totals,
    whole,
)
from lsadesk.domain.developing.development import PAIRING, Mode
from lsadesk.domain.developing.plan_words import hours_words, money_words
from lsadesk.operations.developing import all_plans
from lsadesk.operations.developing.all_plans import AllPlans
from lsadesk.ui.development.saving import save_workbook
from lsadesk.ui.development.words import mode_words
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import flow_of
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

_GAPS = "gaps"


class FiguresPage(QWidget):
    """One table at a time: sums under a heading, or the gaps that closed."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._told: AllPlans | None = None
        self.by = Choice(
            [
                (tr("By way of developing"), by_mode),
                (tr("By who pays"), by_funder),
                (tr("By contract"), by_contract),
                (tr("What closed gaps"), _GAPS),
            ]
        )
        self.by.setAccessibleName(tr("Figures about"))
        self.said, self.other_ways = label(""), label("", "muted")
        self.sums: RecordTable[Total] = RecordTable(tr("Sums"), _sum_columns())
        self.sums.sortByColumn(1, Qt.SortOrder.AscendingOrder)  # the most lines on top
        self.gaps: RecordTable[GapClosed] = RecordTable(tr("What closed gaps"), _gap_columns())
        self.no_gaps = label(
            tr(
                "No line done this year has raised a rating yet. It shows where a line comes from "
                "a skill and the skill is rated higher afterwards."
            ),
            "muted",
        )
        self.all = button(tr("All plans as E&xcel..."), self._save_all)
        self.governors = button(tr("Figures for &governors as Excel..."), self._save_totals)
        self._build()

    def show_plans(self, told: AllPlans) -> None:
        """Show the sums of *told*; the gaps are asked for, as they need the ratings."""
        self._told = told
        self.said.setText(_whole_words(told))
        self.other_ways.setText(_other_ways(told))
        self._context.read(all_plans.gaps_closed, self._show_gaps, owner=self)
        self._turn()

    def _build(self) -> None:
        rows = in_column(on=self, around=16)
        ways = flow_of(self.all, self.governors)
        for widget in (self.said, self.other_ways, self.by, self.no_gaps):
            rows.addWidget(widget)
        rows.addWidget(self.sums, 1)
        rows.addWidget(self.gaps, 1)
        rows.addStretch(0)
        rows.addLayout(ways)
        self.by.currentIndexChanged.connect(lambda _at: self._turn())
        self._turn()

    def _turn(self) -> None:
        heading = self.by.chosen()
        is_gaps = heading == _GAPS
        has_gaps = self.gaps.rows.rowCount() > 0
        self.sums.setVisible(not is_gaps)
        self.gaps.setVisible(is_gaps and has_gaps)
        self.no_gaps.setVisible(is_gaps and not has_gaps)
        if self._told is not None and not is_gaps:
            asked: Heading = heading  # type: ignore[assignment]  # the others are headings
            self.sums.show_records(totals(self._told.plans, self._told.year, asked))

    def _show_gaps(self, gaps: tuple[GapClosed, ...]) -> None:
        self.gaps.show_records(gaps)
        self._turn()

    def _save_all(self) -> None:
        save_workbook(self._context, self, tr("Development plans"), all_plans.export_all_plans)

    def _save_totals(self) -> None:
        save_workbook(self._context, self, tr("Development in figures"), all_plans.export_totals)


def _whole_words(told: AllPlans) -> str:
    total = whole(told.plans, told.year)
    return tr(
        "{year}: {lines} of {people}, {done} done. "
        "Cost so far: {cost}; time off timetable: {hours}.",
        year=told.year.words,
        lines=count(total.lines or 0, "line", "lines"),
        people=count(total.people or 0, "person", "people"),
        done=total.done,
        cost=_cost(total) or tr("nobody said yet"),
        hours=_hours(total) or tr("nobody said yet"),
    )


def _cost(total: Total) -> str:
    return "" if total.cost_pence is None else money_words(total.cost_pence)


def _hours(total: Total) -> str:
    return "" if total.release_minutes is None else hours_words(total.release_minutes)


def _other_ways(told: AllPlans) -> str:
    """How many plans use something other than a course (A43)."""
    courses = {Mode.COURSE, Mode.WEBINAR, Mode.SELF_STUDY}
    planned = [plan for plan in told.plans if plan.actions]
    other = sum(any(each.mode not in courses for each in plan.actions) for plan in planned)
    paired = sum(any(each.mode in PAIRING for each in plan.actions) for plan in planned)
    return tr(
        "{other} of {plans} use something other than a course; {paired} learn from a colleague.",
        other=other,
        plans=count(len(planned), "plan", "plans"),
        paired=paired,
    )


def _sum_columns() -> list[Column[Total]]:
    return [
        Column(tr("Of what"), lambda total: tr(total.heading.capitalize()), width=30),
        Column(
            tr("Lines"), lambda total: str(total.lines), sort=lambda t: -(t.lines or 0), width=9
        ),
        Column(
            tr("People"), lambda total: str(total.people), sort=lambda t: -(t.people or 0), width=9
        ),
        Column(tr("Done"), lambda total: str(total.done), sort=lambda t: -(t.done or 0), width=9),
        Column(
            tr("Cost"),
            _cost,
            sort=lambda t: -(t.cost_pence or 0),
            width=11,
        ),
        Column(
            tr("Cost not said"),
            lambda total: count(total.unpriced, "line", "lines") if total.unpriced else "\u2013",
            sort=lambda t: -(t.unpriced or 0),
            width=13,
        ),
        Column(
            tr("Off timetable"),
            _hours,
            sort=lambda t: -(t.release_minutes or 0),
            width=13,
        ),
    ]


def _gap_columns() -> list[Column[GapClosed]]:
    return [
        Column(tr("Name"), lambda gap: gap.name, width=24),
        Column(tr("Skill"), lambda gap: gap.skill, width=22),
        Column(tr("When it was agreed"), lambda gap: SPOKEN[gap.before], width=26),
        Column(tr("Now"), lambda gap: SPOKEN[gap.after], width=26),
        Column(tr("What was done"), lambda gap: gap.what, width=30),
        Column(tr("How"), lambda gap: mode_words(gap.mode), width=14),
    ]
