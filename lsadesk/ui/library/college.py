"""The college's view: people, wishes and posts, who could follow, roles that lead nowhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

from lsadesk.domain.careers.catalogue import EntryPointId
from lsadesk.domain.careers.framework import Framework, RoleId
from lsadesk.domain.careers.pathways import DeadEnd
from lsadesk.domain.careers.workforce import Demand, TeamSuccession
from lsadesk.domain.rights import READ, Kind, allows
from lsadesk.domain.staff.people import TeamId
from lsadesk.operations.careers import layer, workforce
from lsadesk.operations.careers.layer import CollegeLayer
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import people
from lsadesk.ui.library.college_lines import (
    PEOPLE,
    WISHES,
    FollowLine,
    RoleLine,
    dead_end_columns,
    follow_columns,
    follow_lines,
    role_columns,
)
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Ticket
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.tables import RecordTable
from lsadesk.ui.words import tr

_NOT_SAID = -1


@dataclass(frozen=True, slots=True)
class CollegeFigures:
    """What the page shows; *ways_in* None: wishes and ways in are the head's alone."""

    layer: CollegeLayer
    lines: tuple[RoleLine, ...]
    ways_in: Mapping[EntryPointId, int] | None
    teams: Mapping[TeamId, str]


class CollegePage(QWidget):
    """Roles on the left; who could follow in the chosen one, and dead ends, on the right."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._figures: CollegeFigures | None = None
        self._asked = Ticket()
        self.ways_in = label("", "muted")
        self.table: RecordTable[RoleLine] = RecordTable(
            tr("Roles, people, wishes and posts"), role_columns()
        )
        self.table.sortByColumn(PEOPLE, Qt.SortOrder.DescendingOrder)
        self.posts = button(tr("Set the &posts..."), self._ask_posts)
        self.heading = label("", "heading")
        self.following: RecordTable[FollowLine] = RecordTable(
            tr("Who could follow, team by team"), follow_columns()
        )
        self.ends: RecordTable[DeadEnd] = RecordTable(
            tr("Roles that lead nowhere"), dead_end_columns()
        )
        sides = QSplitter()
        ends = label(tr("Roles that lead nowhere"), "heading")
        left, right = (
            _page(self.table, self.posts),
            _page(self.heading, self.following, ends, self.ends),
        )
        right.setContentsMargins(12, 0, 0, 0)
        sides.addWidget(left)
        sides.addWidget(right)
        sides.setSizes([600, 600])
        sides.setChildrenCollapsible(False)
        in_column(self.ways_in, Fill(sides), on=self, around=(16, 12, 16, 16))
        self.table.selected.connect(self._chosen)
        self.table.opened.connect(lambda _line: self._ask_posts())

    def reload(self) -> None:
        """Ask for the figures again."""
        self._context.read(_question, self._show, owner=self)

    def set_posts(self, role: RoleId, posts: int | None) -> None:
        """Keep how many posts there are for *role*; None: nobody says."""
        self._context.write(lambda desk: layer.set_posts(desk, role, posts))

    def _show(self, figures: CollegeFigures) -> None:
        self._figures = figures
        sees_wishes = figures.ways_in is not None
        before = self.table.current()
        self.table.setColumnHidden(WISHES, not sees_wishes)
        self.heading.setVisible(sees_wishes)
        self.following.setVisible(sees_wishes)
        self.table.show_records(figures.lines)
        self.ends.show_records(figures.layer.dead_ends)
        self._say_ways_in(figures)
        wanted = before.role.id if before is not None else None
        for line in figures.lines:
            if line.role.id == wanted:
                self.table.select(line)
        self._chosen(self.table.current())

    def _say_ways_in(self, figures: CollegeFigures) -> None:
        names = figures.layer.library.catalogue.entry_points
        said = [
            f"{names[one].name} {number}"
            for one, number in (figures.ways_in or {}).items()
            if one in names
        ]
        self.ways_in.setText(tr("How people came in: {ways}.", ways=", ".join(said)))
        self.ways_in.setVisible(bool(said))

    def _chosen(self, line: RoleLine | None) -> None:
        self.posts.setEnabled(line is not None)
        if self._figures is None or self._figures.ways_in is None:
            return
        self._asked.cancel()
        if line is None:
            self.heading.setText(tr("Choose a role to see who could follow in it"))
            self.following.show_records([])
            return
        self.heading.setText(tr("Who could follow: {role}", role=line.role.name))
        role = line.role.id
        self._asked = self._context.read(
            lambda desk: workforce.who_could_follow(desk, role), self._show_following, owner=self
        )

    def _show_following(self, found: Sequence[TeamSuccession]) -> None:
        if self._figures is not None:
            framework: Framework = self._figures.layer.library.framework
            self.following.show_records(follow_lines(framework, found, self._figures.teams))

    def _ask_posts(self) -> None:
        line = self.table.current()
        if line is None:
            return
        question = Question(self, tr("Posts"), line.role.name, tr("Save"))
        form = question.form
        now = _NOT_SAID if line.posts is None else line.posts
        field = form.number(tr("How many posts there are"), now, _NOT_SAID, 999)
        field.setSpecialValueText(tr("nobody says"))
        if question.answered():
            said = field.value()
            self.set_posts(line.role.id, None if said == _NOT_SAID else said)


def _page(*parts: QWidget) -> QWidget:
    page = QWidget()
    rows = in_column(on=page)
    for part in parts:
        if isinstance(part, QPushButton):
            rows.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            rows.addWidget(part, 1 if isinstance(part, RecordTable) else 0)
    return page


def _question(desk: Desk) -> CollegeFigures:
    found = layer.college_layer(desk)
    framework = found.library.framework
    families = {lane.id: lane.name for lane in framework.lanes}
    sees_wishes = allows(desk.standing(), READ, Kind.CAREER)
    demand = workforce.wishes_and_posts(desk) if sees_wishes else _without_wishes(desk, found)
    return CollegeFigures(
        layer=found,
        lines=tuple(
            RoleLine(
                role=framework.roles[one.role],
                family=families[framework.roles[one.role].lane],
                people=one.people,
                wishes=one.wishes if sees_wishes else None,
                posts=one.posts,
                open_posts=one.open_posts,
            )
            for one in demand
        ),
        ways_in=workforce.ways_in(desk) if sees_wishes else None,
        teams=people.directory(desk).teams,
    )


def _without_wishes(desk: Desk, found: CollegeLayer) -> tuple[Demand, ...]:
    posts = layer.posts(found.layer)
    return tuple(
        Demand(one.role, one.people or 0, 0, posts.get(one.role))
        for one in workforce.role_headcounts(desk)
    )
