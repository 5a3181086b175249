"""This year beside last year: what became of each line, and what the ratings said and say."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from lsadesk.domain.auditing.skills import SPOKEN
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.developing.plan_years import Fate, Year
from lsadesk.operations.developing.plan_years import Beside, LineBeside, SkillBeside
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.rows import from_left
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr


class YearsPage(QWidget):
    """Two tables: lines, and skills with those first that say something else now."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self.lines: RecordTable[LineBeside] | None = None
        self.skills: RecordTable[SkillBeside] | None = None
        self._both = QSplitter(Qt.Orientation.Vertical)
        self._both.setChildrenCollapsible(False)
        self.none = label(tr("Neither this year nor the last has a line or a rating."), "muted")
        self.private = button(
            tr("My private notes are in Self-assessment"), lambda: context.go("assessment"), "link"
        )
        foot = from_left(self.private)
        in_column(self.none, Fill(self._both), foot, on=self, around=(0, 8, 0, 0))

    def show_beside(self, told: Beside, *, is_mine: bool) -> None:
        """Show the two years; the way to private notes only to whoever wrote them."""
        if self.lines is None or self.skills is None:
            self.lines = RecordTable(tr("Lines, year by year"), _line_columns(told.year))
            self.skills = RecordTable(tr("Skills, then and now"), _skill_columns(told.year))
            self.skills.sortByColumn(1, Qt.SortOrder.AscendingOrder)
            for table in (self.lines, self.skills):
                self._both.addWidget(table)
        self.lines.show_records(told.lines)
        self.skills.show_records(told.skills)
        self.lines.setVisible(bool(told.lines))
        self.skills.setVisible(bool(told.skills))
        self.none.setVisible(not (told.lines or told.skills))
        self.private.setVisible(is_mine)

    def enter(self) -> None:
        """Put the focus on the first table with something in it."""
        for table in (self.lines, self.skills):
            if table is not None and table.isVisible():
                table.setFocus()
                return


def fate_words(line: LineBeside, fate: Fate | None) -> str:
    """Done 3 Feb 2027, carried over, a dash where the line was no part of the plan."""
    action = line.action
    if fate is None:
        return "\u2013"
    if fate is Fate.DONE and action.done_on is not None:
        return tr("done {day}", day=uk_date(action.done_on))
    if fate is Fate.DROPPED:
        return tr("not now: {reason}", reason=action.not_now_because)
    if fate is Fate.MOVED and action.due is not None:
        return tr("moved to {day}", day=uk_date(action.due))
    return tr(fate.value)


def _value(code: int | None) -> str:
    return tr("never asked") if code is None else SPOKEN[code]


def _line_columns(year: Year) -> list[Column[LineBeside]]:
    return [
        Column(tr("Line"), lambda line: line.action.what, width=54),
        Column(year.before.words, lambda line: fate_words(line, line.last), width=30),
        Column(year.words, lambda line: fate_words(line, line.this), width=30),
    ]


def _skill_columns(year: Year) -> list[Column[SkillBeside]]:
    return [
        Column(tr("Skill"), lambda told: told.skill.name, width=34),
        Column(
            tr("Changed"),
            lambda told: tr("yes") if told.is_changed else "\u2013",
            sort=lambda told: (not told.is_changed, told.skill.name.casefold()),
            spoken=lambda told: tr("changed") if told.is_changed else tr("not changed"),
            width=9,
        ),
        Column(tr("As {year} began", year=year.words), lambda told: _value(told.before), width=30),
        Column(tr("Now"), lambda told: _value(told.now), width=30),
    ]
