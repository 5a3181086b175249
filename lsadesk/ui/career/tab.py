"""The career map tab: the picture, the same facts as a table, and the chosen role beside them."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QPushButton,
    QRadioButton,
    QSplitter,
    QWidget,
)

from lsadesk.domain.careers.framework import Role, RoleId
from lsadesk.domain.careers.workforce import CollegeMap
from lsadesk.domain.changes import Subject
from lsadesk.domain.staff.people import TeamId
from lsadesk.operations.careers import career, workforce
from lsadesk.operations.careers.career import CareerMap, RoleToFind
from lsadesk.operations.careers.finding import Index
from lsadesk.operations.desk import Desk
from lsadesk.ui.career.guide import Guide
from lsadesk.ui.career.lanes import LaneNames
from lsadesk.ui.career.legend import Legend
from lsadesk.ui.career.panel import WIDTH
from lsadesk.ui.career.standing import CollegeView
from lsadesk.ui.career.taking import Shown, ask_and_save
from lsadesk.ui.career.view import CareerView
from lsadesk.ui.career.words import (
    figures_words,
    have_words,
    lane_name,
    level_name,
    mark,
)
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.widgets.stack import Stack
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

PAST = "past"  # a target: the person's own line of time
_LEAST_LINES = 7  # of text: as high is the map before what explains it is scrolled to


def make_tab(context: TabContext) -> "CareerTab":
    """The tab, as the window asks for it."""
    return CareerTab(context)


@dataclass(frozen=True, slots=True)
class Line:
    """A role in the table, in words."""

    role: Role
    family: str
    level: str
    mark: str
    have: str
    college: str
    people: int
    ways_on: str
    ways_in: str


@dataclass(frozen=True, slots=True)
class Shows:
    """What the tab shows: the map for the person, and everybody on it."""

    seen: CareerMap
    college: CollegeMap
    index: Index[RoleToFind]


class CareerTab(Tab):
    """Where a person is, where they could go, and what each step asks."""

    subjects = frozenset({Subject.CAREER, Subject.ASSESSMENT, Subject.PEOPLE, Subject.DEVELOPMENT})

    def __init__(self, context: TabContext) -> None:
        super().__init__(context)
        self.view = CareerView(context.appearance)
        self.table: RecordTable[Line] = RecordTable(tr("Roles of the career map"), _columns())
        self.legend = Legend(context.appearance, self.view)
        self.panel = Guide(context, self.view)
        self._found = label("", "muted")
        self._shows: Shows | None = None
        self._wants_past = False
        self._pages = Stack()
        self._picture = scrolling(self._with_lanes(), sideways=False)
        self._pages.addWidget(self._picture)
        self._pages.addWidget(self.table)
        in_column(self._tools(), Fill(self._sides()), on=self, around=(16, 12, 16, 16), gap=12)
        self._connect()

    def refresh(self) -> None:
        """Read the map again; the choice stays."""
        self.context.read(_read, self._show, owner=self)

    def show_target(self, target: object) -> None:
        """Choose the role named by *target*, or show the person's own past for `PAST`."""
        if target == PAST:
            self._wants_past = True
            self._show_wanted()
        elif isinstance(target, str):
            self.view.choose(RoleId(target))

    def show_table(self, yes: bool) -> None:
        """The table instead of the picture, or back."""
        self._as_table.setChecked(yes)
        shown = self.table if yes else self.view
        self._pages.setCurrentWidget(self.table if yes else self._picture)
        self._select_in_table()
        shown.setFocus()

    def _tools(self) -> Flow:
        self._search = SearchField(self.context.appearance, tr("Find a role"), self)
        self.me, self.everybody = QRadioButton(tr("Me")), QRadioButton(tr("College"))
        self.me.setToolTip(tr("My place, my wishes and my past"))
        self.everybody.setToolTip(tr("How many people hold each role"))
        self.me.setChecked(True)
        self.team = Choice()
        self.team.setAccessibleName(tr("Team"))
        self.team.hide()
        self._as_table = QPushButton(tr("Table"))
        self._as_table.setCheckable(True)
        self._as_table.setToolTip(tr("The same as a table (Ctrl+T)"))
        pages = (
            button(tr("One step away"), self.panel.show_near),
            button(tr("Stories"), self.panel.show_stories),
            button(tr("My past"), self.panel.show_past),
            button(tr("Compare..."), self.panel.compare),
            button(tr("Save..."), self._save),
        )
        row = Flow()
        for one in (
            self._search,
            self._found,
            self.me,
            self.everybody,
            self.team,
            *pages,
            self._as_table,
        ):
            row.addWidget(one)
        return row

    def _save(self) -> None:
        roles = {} if self._shows is None else self._shows.seen.framework.roles
        role = None if self.view.current is None else roles.get(self.view.current)
        shown = Shown(ends=self.panel.ends, way=self.view.traced, role=role)
        ask_and_save(self, self.context, shown)

    def _with_lanes(self) -> QWidget:
        picture = QWidget()
        in_column(
            LaneNames(self.context.appearance, self.view),
            Fill(self.view),
            self.legend,
            on=picture,
            gap=0,
        )
        self.view.setMinimumHeight(_LEAST_LINES * self.view.fontMetrics().lineSpacing())
        return picture

    def _sides(self) -> QWidget:
        sides = QSplitter()
        sides.addWidget(self._pages)
        sides.addWidget(self.panel)
        sides.setStretchFactor(0, 1)
        sides.setStretchFactor(1, 0)
        sides.setSizes([900, WIDTH])
        sides.setChildrenCollapsible(False)
        return sides

    def _connect(self) -> None:
        self._as_table.toggled.connect(self.show_table)
        self._search.searched.connect(self._search_for)
        self._search.returnPressed.connect(self._go_to_found)
        self.everybody.toggled.connect(self._change_view)
        self.team.currentIndexChanged.connect(lambda _at: self._show_college())
        self.table.selected.connect(self._selected)
        self.view.chosen.connect(lambda _role: self._select_in_table())
        self.view.opened.connect(lambda _role: self.panel.focus_first())
        shortcut = QShortcut(QKeySequence("Ctrl+T"), self)
        shortcut.activated.connect(lambda: self.show_table(not self._as_table.isChecked()))

    def _show(self, shows: Shows) -> None:
        first, self._shows = self._shows is None, shows
        self.view.show_map(shows.seen)
        self._offer_teams(shows.college)
        self._show_college()
        self._show_wanted()
        if first and shows.seen.place is None:  # an account without a person has only the college
            self.everybody.setChecked(True)

    def _show_wanted(self) -> None:
        """The person's past, once there is a map, where another tab sent them here for it."""
        if self._wants_past and self._shows is not None:
            self._wants_past = False
            self.panel.show_past()

    def _show_college(self) -> None:
        """Say of each role, in picture, table and panel, what is to be seen of it now."""
        if self._shows is None:
            return
        seen, view = self._shows.seen, self._college_view(self._shows.college)
        in_college = self.everybody.isChecked()
        self.view.show_college(view if in_college else None)
        self.legend.explain(in_college=in_college)
        for column in _OF_THE_PERSON:
            self.table.setColumnHidden(column, in_college or seen.place is None)
        self.table.show_records([_line(seen, view, one) for one in seen.framework.roles.values()])
        self.panel.show_map(seen, view, in_college=in_college)
        self._select_in_table()

    def _college_view(self, college: CollegeMap) -> CollegeView:
        team = self.team.chosen() if self.everybody.isChecked() else None
        return CollegeView(college, TeamId(team) if isinstance(team, int) else None)

    def _offer_teams(self, college: CollegeMap) -> None:
        teams = sorted(college.teams.items(), key=lambda team: team[1].casefold())
        options: list[tuple[str, object]] = [(name, team) for team, name in teams]
        chosen = self.team.chosen() if self.team.count() else None
        self.team.offer([(tr("Whole college"), None), *options], chosen)
        self.team.setVisible(self.everybody.isChecked() and college.sees_all and bool(teams))

    def _change_view(self, everybody: bool) -> None:
        """From me to the college or back."""
        if self._shows is not None:
            self._offer_teams(self._shows.college)
            self._show_college()
            if everybody:
                self.panel.show_college()
            else:
                self.panel.show_role()

    def _selected(self, line: Line | None) -> None:
        if line is not None and self._as_table.isChecked():
            self.view.choose(line.role.id)

    def _select_in_table(self) -> None:
        current = self.table.current()
        wanted = self.view.current
        if wanted is None or (current is not None and current.role.id == wanted):
            return
        for line in self.table.model_.records():
            if line.role.id == wanted:
                self.table.select(line)

    def _search_for(self, text: str) -> None:
        if self._shows is None or not text.strip():
            self._narrow(None)
            return
        found = [one.id for one in self._shows.index.find(text)]
        self._narrow(found)
        if found:
            self.view.choose(found[0])

    def _narrow(self, found: list[RoleId] | None) -> None:
        self.view.show_found(found)
        self.table.rows.keep(None if found is None else lambda line: line.role.id in found)
        self._found.setText("" if found is None else count(len(found), "role", "roles"))

    def _go_to_found(self) -> None:
        """From the field to what it found."""
        shown = self.table if self._as_table.isChecked() else self.view
        shown.setFocus(Qt.FocusReason.OtherFocusReason)


def _read(desk: Desk) -> Shows:
    seen = career.my_map(desk)
    return Shows(seen, workforce.college_map(desk), career.roles_to_find(seen))


_OF_THE_PERSON = (1, 4)  # columns that are empty or beside the point in the college's view


def _columns() -> tuple[Column[Line], ...]:
    return (
        Column(tr("Role"), lambda line: line.role.name, width=30),
        Column(tr("For you"), lambda line: line.mark, width=16),
        Column(tr("Family"), lambda line: line.family, width=22),
        Column(
            tr("Responsibility"),
            lambda line: line.level,
            sort=lambda line: line.role.level,
            width=20,
        ),
        Column(tr("You have"), lambda line: line.have, width=10),
        Column(
            tr("In the college"), lambda line: line.college, sort=lambda line: line.people, width=30
        ),
        Column(tr("Ways on"), lambda line: line.ways_on, width=48),
        Column(tr("Ways in"), lambda line: line.ways_in, width=48),
    )


def _line(seen: CareerMap, college: CollegeView, role: Role) -> Line:
    framework, figures = seen.framework, college.figures(role.id)
    on = [framework.roles[route.destination].name for route in framework.routes_from(role.id)]
    into = [framework.roles[route.origin].name for route in framework.routes_into(role.id)]
    return Line(
        role=role,
        family=lane_name(framework, role),
        level=level_name(framework, role),
        mark=mark(seen, role.id),
        have=have_words(seen, role),
        college=figures_words(figures),
        people=figures.people or 0,
        ways_on=", ".join(on),
        ways_in=", ".join(into),
    )
