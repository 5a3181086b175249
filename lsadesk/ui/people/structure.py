"""Teams and sites, managed where they are used."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from lsadesk.domain.changes import Done
from lsadesk.domain.staff.people import Site, Team
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import structure, wales
from lsadesk.operations.staff.structure import Structure
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.saving import save
from lsadesk.ui.widgets.ask import ask_text
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.rows import from_left
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True)
class Group:
    """A team or site with the number of people there now."""

    value: Team | Site
    people: int


@dataclass(frozen=True, slots=True)
class Verbs:
    """The words and operations that teams and sites differ by."""

    title: str
    add: str
    name: str
    adding: Callable[[Desk, str], Done[Any]]
    renaming: Callable[[Desk, Any, str], Done[None]]
    removing: Callable[[Desk, Any], Done[None]]


class StructurePage(QWidget):
    """Two lists beside each other, and the chart of who leads whom to take away."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self.teams = GroupList(context, _team_verbs())
        self.sites = GroupList(context, _site_verbs())
        self._context = context
        self.chart = button(tr("Organisation chart as PDF..."), self._save_chart, "link")
        self.in_wales = QCheckBox(tr("Our college is in Wales"))
        self.in_wales.setAccessibleDescription(
            tr("Records then have a place for Welsh and the EWC number.")
        )
        self.in_wales.clicked.connect(self._say_wales)
        self.welsh = button(tr("Welsh skills as Excel..."), self._save_welsh, "link")
        both = in_row(self.teams, self.sites, gap=24)
        beside = in_row(self.in_wales, self.welsh, Fill(), self.chart, gap=16)
        in_column(beside, Fill(both), on=self, around=16)

    def show_structure(self, found: Structure) -> None:
        """Show all teams and sites."""
        self.teams.show_groups([Group(team, number) for team, number in found.teams])
        self.sites.show_groups([Group(site, number) for site, number in found.sites])
        self.in_wales.setChecked(found.in_wales)
        self.welsh.setVisible(found.in_wales)

    def _save_chart(self) -> None:
        save(self._context, self, tr("Organisation chart"), structure.export_org_chart)

    def _say_wales(self, on: bool) -> None:
        self._context.write(lambda desk: wales.set_in_wales(desk, on), owner=self)

    def _save_welsh(self) -> None:
        save(self._context, self, tr("Welsh skills"), wales.export_welsh, ending=".xlsx")


class GroupList(QWidget):
    """The teams, or the sites: add, rename, remove."""

    def __init__(self, context: TabContext, verbs: Verbs) -> None:
        super().__init__()
        self._context = context
        self._verbs = verbs
        columns: list[Column[Group]] = [
            Column(tr("Name"), lambda group: group.value.name, width=24),
            Column(
                tr("People"),
                lambda group: str(group.people),
                sort=lambda group: group.people,
                width=8,
            ),
        ]
        self.table: RecordTable[Group] = RecordTable(verbs.title, columns)
        self.add = button(tr("{words}...", words=verbs.add), self._add)
        self.rename = button(tr("Rename..."), self._rename)
        self.remove = button(tr("Remove"), self._remove)
        self.table.opened.connect(lambda _group: self._rename())
        self.table.selected.connect(lambda _group: self._dress())
        answers = from_left(self.add, self.rename, self.remove)
        in_column(label(verbs.title, "heading"), Fill(self.table), answers, on=self)
        self._dress()

    def show_groups(self, groups: list[Group]) -> None:
        """Show *groups*; the one that was current stays so under its new name."""
        before = self.table.current()
        self.table.show_records(groups)
        for group in groups:
            if before is not None and group.value.id == before.value.id:
                self.table.select(group)
        self._dress()

    def _dress(self) -> None:
        for each in (self.rename, self.remove):
            each.setEnabled(self.table.current() is not None)

    def _add(self) -> None:
        name = ask_text(self, self._verbs.add, self._verbs.name, yes=tr("Add"))
        if name is not None:
            self._context.write(lambda desk: self._verbs.adding(desk, name))

    def _rename(self) -> None:
        group = self.table.current()
        if group is None:
            return
        old = group.value.name
        name = ask_text(self, tr("Rename"), self._verbs.name, value=old, yes=tr("Rename"))
        if name is not None and name != old:
            self._context.write(lambda desk: self._verbs.renaming(desk, group.value.id, name))

    def _remove(self) -> None:
        group = self.table.current()
        if group is not None:
            self._context.write(lambda desk: self._verbs.removing(desk, group.value.id))


def _team_verbs() -> Verbs:
    return Verbs(
        title=tr("Teams"),
        add=tr("Add a team"),
        name=tr("Name of the team"),
        adding=structure.add_team,
        renaming=structure.rename_team,
        removing=structure.remove_team,
    )


def _site_verbs() -> Verbs:
    return Verbs(
        title=tr("Sites"),
        add=tr("Add a site"),
        name=tr("Name of the site"),
        adding=structure.add_site,
        renaming=structure.rename_site,
        removing=structure.remove_site,
    )
