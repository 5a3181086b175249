"""The staff table: one line a person, and its columns."""

from dataclasses import dataclass
from datetime import date

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.staff.people import Contract, Link, Person, PersonId
from lsadesk.domain.staff.record import PastRole
from lsadesk.domain.words import folded
from lsadesk.operations.staff.people import Directory
from lsadesk.ui.widgets.tables import Column
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True)
class StaffLine:
    """One line of the table; *record* is None where only name, title and team are open."""

    id: PersonId
    sort_name: str
    title: str
    team: str
    sites: str = ""
    line_manager: str = ""
    specialisms: str = ""
    past: str = ""
    record: Person | None = None

    def has_left(self, today: date) -> bool:
        """Whether the last day is over."""
        return self.record is not None and not self.record.works_on(today)


def staff_lines(directory: Directory) -> list[StaffLine]:
    """The table's lines, in no order."""
    known = [StaffLine(each.id, each.sort_name, each.title, each.team) for each in directory.known]
    return [_line(person, directory) for person in directory.people] + known


def staff_columns() -> list[Column[StaffLine]]:
    """Name first; each column speaks its heading before the cell."""
    return [
        Column(tr("Name"), _name, sort=lambda line: folded(line.sort_name), width=24),
        Column(tr("Job title"), lambda line: line.title, width=20),
        Column(tr("Team"), lambda line: line.team, width=14),
        Column(tr("Contract"), _contract, width=11),
        Column(tr("Hours"), _hours, sort=_minutes, spoken=_spoken_hours, width=10, right=True),
        Column(tr("Sites"), lambda line: line.sites, width=14),
        Column(tr("Line manager"), lambda line: line.line_manager, width=18),
        Column(tr("Payroll no."), _payroll, width=10),
        Column(tr("Specialisms"), lambda line: line.specialisms, width=24),
        Column(tr("Earlier work"), lambda line: line.past, width=24),
    ]


def hours_text(minutes: int | None) -> str:
    """Weekly minutes as hours: 37, 22.5; "" where they are not known."""
    return "" if minutes is None else f"{round(minutes / 60, 2):g}"


def _line(person: Person, directory: Directory) -> StaffLine:
    manager = directory.links[person.id].get(Link.LINE_MANAGER)
    return StaffLine(
        id=person.id,
        sort_name=person.sort_name,
        title=person.title,
        team="" if person.team is None else directory.teams[person.team],
        sites=", ".join(sorted(directory.sites[site] for site in person.sites)),
        line_manager="" if manager is None else directory.names[manager],
        specialisms=", ".join(each.name for each in directory.specialisms.get(person.id, ())),
        past="; ".join(_past(each) for each in directory.past.get(person.id, ())),
        record=person,
    )


def _past(past: PastRole) -> str:
    return f"{past.title} ({past.brings})" if past.brings else past.title


def _name(line: StaffLine) -> str:
    if line.record is None or line.record.left_on is None:
        return line.sort_name
    return tr("{name} (last day {day})", name=line.sort_name, day=uk_date(line.record.left_on))


def _contract(line: StaffLine) -> str:
    if line.record is None:
        return ""
    known = line.record.contract is not Contract.NOT_KNOWN
    kept = tr(line.record.contract.value.capitalize()) if known else ""
    return ", ".join(filter(None, (kept, tr("Teaching") if line.record.teaches else "")))


def _hours(line: StaffLine) -> str:
    if line.record is None:
        return ""
    if line.record.as_required:
        return tr("as required")
    return hours_text(line.record.weekly_minutes)


def _minutes(line: StaffLine) -> int | None:
    if line.record is None:
        return None
    return 0 if line.record.as_required else line.record.weekly_minutes


def _spoken_hours(line: StaffLine) -> str:
    return tr("Hours a week: {hours}", hours=_hours(line) or tr("not known"))


def _payroll(line: StaffLine) -> str:
    return "" if line.record is None else line.record.payroll
