"""How people can be deployed: their hours, limits, sign-offs and hopes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from lsadesk.domain.auditing.skills import Skill
from lsadesk.domain.calendar import Weekday
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import CHANGE, READ, Kind, people_open_to
from lsadesk.domain.staff.people import Contract, PersonId
from lsadesk.domain.weeks.planning import WorkPattern
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store.auditing import skills
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import planning, timetable
from lsadesk.store.work import Work

LONGEST_DAY = 14 * 60
SHORTEST_RUN = 30
LONGER = (
    "Somebody from an agency stays longer by Deployment, Cover, From an agency: it asks why, and "
    "that their checks cover the new days."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPattern:
    """A person's work pattern with what a form about it offers.

    *booked_until* is the last day of somebody from an agency: here it can only come earlier.
    """

    person: PersonId
    name: str
    pattern: WorkPattern
    skills: tuple[Skill, ...]
    groups: tuple[str, ...]
    booked_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPattern:
    """One line of the list: a person, what the staff record says, and the pattern kept."""

    person: PersonId
    name: str
    sort_name: str
    title: str
    weekly_minutes: int | None
    as_required: bool
    days: frozenset[Weekday] | None
    pattern: WorkPattern


def team_patterns(desk: Desk) -> tuple[TeamPattern, ...]:
    """Everybody at work whose pattern and staff record are open to the asker."""
    with desk.store.read() as reading:
        standing = accounts.standing_of(reading, desk.account)
        staff = [each for each in people.everybody(reading) if each.works_on(desk.today)]
        ids = frozenset(each.id for each in staff)
        shown = people_open_to(standing, READ, Kind.WORK_PATTERN, ids)
        shown &= people_open_to(standing, READ, Kind.PERSON, ids)
        kept = planning.patterns(reading)
    return tuple(
        TeamPattern(
            person=each.id,
            name=each.name,
            sort_name=each.sort_name,
            title=each.title,
            weekly_minutes=each.weekly_minutes,
            as_required=each.as_required,
            days=each.days,
            pattern=kept.get(each.id, WorkPattern()),
        )
        for each in staff
        if each.id in shown and each.weekly_minutes != 0  # 0: not deployed, a manager say
    )


def work_pattern(desk: Desk, person: PersonId) -> OpenPattern:
    """How *person* can be deployed; the groups are those of the timetable."""
    with desk.reading(Kind.WORK_PATTERN, person) as reading:
        groups = {each.group for each in timetable.all_sessions(reading) if each.group}
        read = people.get(reading, person)
        return OpenPattern(
            person=person,
            name=read.name,
            pattern=planning.pattern(reading, person),
            skills=tuple(skills.all_skills(reading)),
            groups=tuple(sorted(groups)),
            booked_until=read.left_on if read.contract is Contract.AGENCY else None,
        )


def set_work_pattern(desk: Desk, person: PersonId, wanted: WorkPattern) -> Done[None]:
    """Write how *person* can be deployed over what was read at *wanted*'s version.

    Raises:
        Stale: somebody has changed it since.
        UserError: a limit cannot be right, or somebody from an agency would stay longer: that is
            for `bookings.take_on`, which asks why and whether their checks cover it.
    """
    _require_sense(wanted)
    with desk.writing(Kind.WORK_PATTERN, person) as work:
        before = planning.pattern(work, person).ends
        planning.set_pattern(work, person, wanted)
        if wanted.ends != before:
            _end_with_booking(work, person, wanted.ends)
        return desk.keep(
            work,
            None,
            f"Changed when and how {people.get(work, person).name} can be deployed",
            Entry("changed work pattern", Kind.WORK_PATTERN, person),
            Subject.PEOPLE,
            Subject.DEPLOYMENT,
            about=person,
        )


def _end_with_booking(work: Work, person: PersonId, ends: date | None) -> None:
    """Whoever an agency sends works here until the booking ends, in every list and right."""
    read = people.get(work, person)
    if read.contract is Contract.AGENCY:
        if stays_longer(ends, read.left_on):
            raise UserError(LONGER)
        people.change(work, person, read.version, replace(read, left_on=ends))


def stays_longer(ends: date | None, booked_until: date | None) -> bool:
    """Whether somebody booked until a day would stay beyond it with *ends* as their last day."""
    return booked_until is not None and (ends is None or ends > booked_until)


def copy_hours(desk: Desk, read: WorkPattern, others: Mapping[PersonId, int]) -> Done[None]:
    """Give *others*, each read at its version, the hours and limits of *read*; one change.

    What is said of the person alone (care, what they are kept from, hopes) is not copied.

    Raises:
        Stale: somebody has changed one of them since; nobody's is changed.
        UserError: nobody is to have them.
    """
    if not others:
        raise UserError("Choose who is to have these hours.")
    first, *more = others
    with desk.beginning() as work:
        for person, version in others.items():
            desk.require(work, CHANGE, Kind.WORK_PATTERN, person)
            kept = planning.pattern(work, person)
            wanted = replace(
                kept,
                hours=read.hours,
                day_minutes=read.day_minutes,
                most_in_a_row=read.most_in_a_row,
                version=version,
            )
            planning.set_pattern(work, person, wanted)
        return desk.keep(
            work,
            None,
            "Gave somebody the same hours"
            if len(others) == 1
            else f"Gave {len(others)} people the same hours",
            Entry("copied hours", Kind.WORK_PATTERN),
            Subject.PEOPLE,
            Subject.DEPLOYMENT,
            about=first,
            also=tuple(more),
        )


def _require_sense(wanted: WorkPattern) -> None:
    if not 0 < wanted.day_minutes <= LONGEST_DAY:
        raise UserError("A day's work is more than nothing and at most 14 hours.")
    if wanted.most_in_a_row is not None and wanted.most_in_a_row < SHORTEST_RUN:
        raise UserError("The longest time without a pause is at least half an hour.")
