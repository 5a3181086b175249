"""The college's year, the ways between its sites, and when teachers can plan with LSAs."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lsadesk.domain.calendar import minute_of, uk_date
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.deployment.model import Meeting
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import Site, SiteId
from lsadesk.domain.weeks.planning import Journey
from lsadesk.domain.weeks.terms import CollegeYear, Period
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import planning, timetable

LONGEST_JOURNEY = 4 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class YearAndSites:
    """The year, the ways between sites, and when each teacher can plan with LSAs."""

    year: CollegeYear
    sites: tuple[Site, ...]
    journeys: tuple[Journey, ...]
    meetings: tuple[Meeting, ...]
    teachers: tuple[str, ...]
    today: date


def year_and_sites(desk: Desk) -> YearAndSites:
    """Everything that the page of the year shows."""
    with desk.reading(Kind.TIMETABLE) as reading:
        meetings = planning.meetings(reading)
        teachers = {each.teacher for each in timetable.all_sessions(reading) if each.teacher}
        return YearAndSites(
            year=planning.year_as_told(reading),
            sites=tuple(people.sites(reading)),
            journeys=tuple(planning.journeys(reading)),
            meetings=tuple(meetings),
            teachers=tuple(sorted(teachers | {each.teacher for each in meetings})),
            today=desk.today,
        )


def year(desk: Desk) -> CollegeYear:
    """Terms, closures and which week is A."""
    with desk.reading(Kind.TIMETABLE) as reading:
        return planning.year_as_told(reading)


def set_year(desk: Desk, wanted: CollegeYear) -> Done[None]:
    """Make the college's year *wanted*.

    Raises:
        UserError: a term or closure ends before it starts, or two terms overlap.
    """
    for period in (*wanted.terms, *wanted.closures):
        _require_order(period)
    terms = sorted(wanted.terms)
    for one, other in itertools.pairwise(terms):
        if other.starts <= one.ends:
            raise UserError(
                f"Two terms overlap on {uk_date(other.starts)}. Change one of their dates."
            )
    with desk.writing(Kind.TIMETABLE) as work:
        planning.set_year(work, wanted)
        return desk.keep(
            work,
            None,
            "Changed the college's year",
            Entry("changed year", Kind.TIMETABLE),
            Subject.TIMETABLE,
            Subject.DEPLOYMENT,
        )


def journeys(desk: Desk) -> list[Journey]:
    """The journeys between sites that are known."""
    with desk.reading(Kind.TIMETABLE) as reading:
        return planning.journeys(reading)


def set_journey(desk: Desk, one: SiteId, other: SiteId, minutes: int | None) -> Done[None]:
    """Say how long it takes between two sites; None: not known any more."""
    if one == other:
        raise UserError("A journey is between two different sites.")
    if minutes is not None and not 0 <= minutes <= LONGEST_JOURNEY:
        raise UserError("A journey takes between 0 and 240 minutes.")
    with desk.writing(Kind.TIMETABLE) as work:
        planning.set_journey(work, one, other, minutes)
        return desk.keep(
            work,
            None,
            "Changed a journey between sites",
            Entry("changed journey", Kind.TIMETABLE),
            Subject.TIMETABLE,
            Subject.DEPLOYMENT,
        )


def planning_times(desk: Desk) -> list[Meeting]:
    """When teachers can plan with those who work beside them, by teacher."""
    with desk.reading(Kind.TIMETABLE) as reading:
        return planning.meetings(reading)


def set_planning_times(desk: Desk, teacher: str, wanted: Sequence[Meeting]) -> Done[None]:
    """Make the planning times of *teacher* be *wanted*; each must be *teacher*'s."""
    if any(minute_of(each.span.end) <= minute_of(each.span.start) for each in wanted):
        raise UserError("A planning time ends after it starts. Change its times.")
    with desk.writing(Kind.TIMETABLE) as work:
        planning.set_meetings(work, teacher, wanted)
        return desk.keep(
            work,
            None,
            f"Changed when {teacher} can plan with LSAs",
            Entry("changed planning times", Kind.TIMETABLE),
            Subject.TIMETABLE,
            Subject.DEPLOYMENT,
        )


def _require_order(period: Period) -> None:
    if period.ends < period.starts:
        name = period.name or "This period"
        raise UserError(f"{name} ends before it starts. Change its dates.")
