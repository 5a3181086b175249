"""One person's published timetable, to look at."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetables import Entry, Timetable
from lsadesk.operations.weeks import taking_weeks
from lsadesk.ui.deployment.telling import TellDialog
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True)
class _Line:
    """What somebody does at one time, and the place of that time in what is published."""

    at: int
    week: str
    entry: Entry


def look_at_timetable(context: TabContext, parent: QWidget, person: PersonId) -> None:
    """Read what is published of *person*'s coming weeks, and show it."""

    def show(sheets: list[Timetable]) -> None:
        timetable_dialog(parent, sheets).exec()

    context.read(lambda desk: taking_weeks.timetable_of(desk, person), show, owner=parent)


def timetable_dialog(parent: QWidget, sheets: list[Timetable]) -> TellDialog:
    """The published weeks of one person as a list; a sentence where there are none."""
    if not sheets:
        made = TellDialog(parent, tr("Timetable"), tr("No plan is published for the coming weeks."))
        made.tell((QWidget(), 1))
        return made
    made = TellDialog(parent, tr("Timetable: {name}", name=sheets[0].name), sheets[0].standing)
    entries = [(sheet.week, entry) for sheet in sheets for entry in sheet.entries]
    table: RecordTable[_Line] = RecordTable(
        tr("Sessions of the coming weeks"),
        [
            Column(tr("Week"), lambda each: each.week, sort=lambda each: each.at, width=26),
            Column(tr("When"), _when, sort=lambda each: each.at, width=18),
            Column(tr("Session"), lambda each: each.entry.title, width=22),
            Column(tr("Where and with whom"), lambda each: ", ".join(each.entry.lines), width=44),
        ],
    )
    table.show_records([_Line(at, *each) for at, each in enumerate(entries)])
    free = label(tr("Nothing in these weeks."), "muted")
    free.setVisible(not entries)
    made.tell((free, 0), (table, 1))
    return made


def _when(line: _Line) -> str:
    return f"{line.entry.day.name.title()} {line.entry.span}"
