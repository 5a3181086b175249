"""Two roles side by side: what both ask, what only one does, and what is there of each."""

from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QWidget

from lsadesk.domain.auditing.skills import Level, SkillValue
from lsadesk.domain.careers.framework import Role, RoleId
from lsadesk.domain.careers.pathways import AskedByBoth, Comparison, compare_roles
from lsadesk.operations.careers.career import CareerMap
from lsadesk.ui.career.words import have_words, kind_words, lane_name, level_name
from lsadesk.ui.looks import sizes
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True)
class Line:
    """What is asked, at which level by each, and what the person said of themselves."""

    place: int
    what: str
    one: int | None
    other: int | None
    mine: SkillValue | None


class CompareRoles(Question):
    """Choose two roles; the table shows what they ask."""

    def __init__(self, parent: QWidget | None, seen: CareerMap, one: RoleId, other: RoleId) -> None:
        super().__init__(parent, tr("Two roles side by side"), "", tr("Close"))
        self.no.hide()
        self._seen = seen
        form = self.form
        roles = [(role.name, role.id) for role in seen.framework.roles.values()]
        self.one = form.choice(tr("One role"), roles, one)
        self.other = form.choice(tr("The other role"), roles, other)
        self.different = form.tick(tr("Only what differs"), ticked=False)
        self.table: RecordTable[Line] = RecordTable(tr("What the two roles ask"), _columns(seen))
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(24)
        self.body.addLayout(self._facts)
        self.body.addWidget(self.table, 1)
        self._between = label("", "muted")
        self.body.addWidget(self._between)
        for choice in (self.one, self.other):
            choice.currentIndexChanged.connect(self._show)
        self.different.toggled.connect(self._show)
        self.table.setMinimumHeight(220)
        sizes.fit(self, 860, 760)
        self._show()

    def _show(self) -> None:
        seen = self._seen
        found = compare_roles(
            seen.framework,
            seen.catalogue,
            RoleId(self.one.chosen_as(str)),
            RoleId(self.other.chosen_as(str)),
            seen.known,
        )
        asks = found.different if self.different.isChecked() else found.asks
        self.table.show_records([_line(seen, place, each) for place, each in enumerate(asks)])
        self._between.setText(_between(seen, found))
        self._show_facts(found)

    def _show_facts(self, found: Comparison) -> None:
        while (entry := self._facts.takeAt(0)) is not None:
            if (before := entry.widget()) is not None:
                before.deleteLater()
        for column, role in enumerate((found.one, found.other)):
            for row, text in enumerate(_facts(self._seen, role)):
                self._facts.addWidget(label(text, "heading" if row == 0 else ""), row, column)


def compare(parent: QWidget, seen: CareerMap, role: RoleId | None) -> None:
    """Show *role* beside where the person is, or beside the first that one step leads to."""
    place = None if seen.place is None else seen.place.role
    begin = role if role is not None else place
    near = () if begin is None else seen.framework.routes_from(begin)
    offered = (place, role, *(route.destination for route in near), *seen.framework.roles)
    one, other, *_ = dict.fromkeys(each for each in offered if each is not None)
    shown = CompareRoles(parent, seen, one, other)
    shown.answered()


def _columns(seen: CareerMap) -> list[Column[Line]]:
    columns: list[Column[Line]] = [
        Column(tr("What is asked"), lambda line: line.what, lambda line: line.place, width=44),
        Column(tr("One role"), lambda line: _asked(line.one), width=10),
        Column(tr("The other role"), lambda line: _asked(line.other), width=12),
    ]
    if seen.place is not None:
        columns.append(Column(tr("You"), lambda line: _mine(line.mine), width=12))
    return columns


def _line(seen: CareerMap, place: int, each: AskedByBoth) -> Line:
    statement = seen.framework.statements[each.statement]
    return Line(place, statement.text, each.one, each.other, seen.known.get(each.statement))


def _asked(level: int | None) -> str:
    return tr("not asked") if level is None else tr("level {level}", level=level)


def _mine(value: SkillValue | None) -> str:
    return tr("level {level}", level=value.value) if isinstance(value, Level) else tr("not known")


def _facts(seen: CareerMap, role: Role) -> list[str]:
    have = have_words(seen, role)
    stories = seen.catalogue.stories_through(role.id)
    names = ", ".join(story.name for story in stories)
    return [
        role.name,
        f"{lane_name(seen.framework, role)} \u00b7 {level_name(seen.framework, role)}",
        role.summary,
        tr("You have {have}", have=have) if have else "",
        tr("Often held: {names}", names=", ".join(role.qualifications) or tr("nothing special")),
        tr("Stories: {names}", names=names) if names else "",
    ]


def _between(seen: CareerMap, found: Comparison) -> str:
    if not found.routes:
        return tr("No single step on the map joins the two.")
    roles = seen.framework.roles
    steps = [
        tr(
            "{one} to {other}: {kind}.",
            one=roles[route.origin].name,
            other=roles[route.destination].name,
            kind=kind_words(route.kind),
        )
        for route in found.routes
    ]
    return " ".join(steps)
