"""The college's year, journeys, planning times, and how people can be deployed."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import TimeSpan, Week, Weekday
from lsadesk.domain.deployment.model import Meeting
from lsadesk.domain.staff.people import PersonId, SiteId
from lsadesk.domain.weeks.learners import CareBy
from lsadesk.domain.weeks.planning import Journey, KeptFrom, WorkPattern
from lsadesk.domain.weeks.terms import CollegeYear, Period
from lsadesk.store.rows import (
    JourneyRow,
    PeriodRow,
    PlanningTimeRow,
    SessionRow,
    WorkPatternRow,
)
from lsadesk.store.settings import set_setting, setting
from lsadesk.store.weeks import day_hours
from lsadesk.store.work import Reading, Work, fill

WEEK_A = "week a"


def year(reading: Reading) -> CollegeYear:
    """The year as weeks are told apart by it: without week A while no session keeps to A or B.

    Else a plan of a timetable with one week only would stand in every other week.
    """
    told = year_as_told(reading)
    kept_to = select(SessionRow.id).where(SessionRow.week != Week.BOTH.value).limit(1)
    two_weeks = told.week_a is not None and reading.session.scalar(kept_to) is not None
    return told if two_weeks else replace(told, week_a=None)


def year_as_told(reading: Reading) -> CollegeYear:
    """Terms, closures and which week is A, as somebody has written them."""
    rows = reading.session.scalars(select(PeriodRow).order_by(PeriodRow.starts)).all()
    week_a = setting(reading, WEEK_A)
    return CollegeYear(
        terms=tuple(Period(row.starts, row.ends, row.name) for row in rows if row.is_term),
        closures=tuple(Period(row.starts, row.ends, row.name) for row in rows if not row.is_term),
        week_a=None if week_a is None else date.fromisoformat(week_a),
    )


def set_year(work: Work, wanted: CollegeYear) -> None:
    """Make the college's year *wanted*."""
    wanted_rows = [(True, each) for each in wanted.terms]
    wanted_rows += [(False, each) for each in wanted.closures]
    for row in work.session.scalars(select(PeriodRow)):
        known = (row.is_term, Period(row.starts, row.ends, row.name))
        if known in wanted_rows:
            wanted_rows.remove(known)
        else:
            work.session.delete(row)
    work.session.add_all(
        PeriodRow(is_term=is_term, name=each.name, starts=each.starts, ends=each.ends)
        for is_term, each in wanted_rows
    )
    set_setting(work, WEEK_A, None if wanted.week_a is None else wanted.week_a.isoformat())


def journeys(reading: Reading) -> list[Journey]:
    """The journeys that are known."""
    rows = reading.session.scalars(select(JourneyRow))
    return [Journey(SiteId(row.site_id), SiteId(row.other_id), row.minutes) for row in rows]


def set_journey(work: Work, one: SiteId, other: SiteId, minutes: int | None) -> None:
    """Write how long it takes between two sites; None: not known any more."""
    first, second = sorted((one, other))
    row = work.session.get(JourneyRow, (first, second))
    if minutes is None:
        if row is not None:
            work.session.delete(row)
    elif row is None:
        work.session.add(JourneyRow(site_id=first, other_id=second, minutes=minutes))
    else:
        row.minutes = minutes


def meetings(reading: Reading) -> list[Meeting]:
    """Every time at which a teacher could plan with LSAs, by teacher, day and start."""
    rows = reading.session.scalars(
        select(PlanningTimeRow).order_by(
            PlanningTimeRow.teacher, PlanningTimeRow.day, PlanningTimeRow.start
        )
    )
    return [_meeting(row) for row in rows]


def set_meetings(work: Work, teacher: str, wanted: Iterable[Meeting]) -> None:
    """Make the planning times of *teacher* be *wanted*."""
    missing = list(wanted)
    for row in work.session.scalars(
        select(PlanningTimeRow).where(PlanningTimeRow.teacher == teacher)
    ):
        known = _meeting(row)
        if known in missing:
            missing.remove(known)
        else:
            work.session.delete(row)
    work.session.add_all(
        PlanningTimeRow(
            teacher=teacher,
            day=int(each.day),
            start=each.span.start,
            end=each.span.end,
            site_id=each.site,
        )
        for each in missing
    )


def patterns(reading: Reading) -> dict[PersonId, WorkPattern]:
    """How each person can be deployed; who has no pattern is not in it."""
    rows = reading.session.scalars(select(WorkPatternRow))
    return {PersonId(row.person_id): _pattern(row) for row in rows}


def pattern(reading: Reading, person: PersonId) -> WorkPattern:
    """How one person can be deployed; the usual where nothing is kept."""
    row = reading.session.get(WorkPatternRow, person)
    return WorkPattern() if row is None else _pattern(row)


def set_pattern(work: Work, person: PersonId, wanted: WorkPattern) -> None:
    """Write *wanted* over what was read at its version.

    Raises:
        Stale: somebody has changed it since.
    """
    row = work.as_read_if_any(WorkPatternRow, person, wanted.version)
    if row is None:
        row = WorkPatternRow(person_id=person)
        work.session.add(row)
    fill(row, _columns(wanted))


def _columns(pattern: WorkPattern) -> dict[str, object]:
    kept_from = [[each.skill, each.until and each.until.isoformat()] for each in pattern.kept_from]
    return {
        "hours": day_hours.written(pattern.hours),
        "day_minutes": pattern.day_minutes,
        "most_in_a_row": pattern.most_in_a_row,
        "ends": pattern.ends,
        "gives_care_as": _listed(each.value for each in pattern.gives_care_as),
        "may_lead": pattern.may_lead,
        "leads_under": pattern.leads_under,
        "kept_from": json.dumps(kept_from, ensure_ascii=False),
        "hopes": _listed(pattern.hopes),
        "learns": _listed(pattern.learns),
    }


def _pattern(row: WorkPatternRow) -> WorkPattern:
    kept_from = tuple(
        KeptFrom(SkillId(skill), None if until is None else date.fromisoformat(until))
        for skill, until in json.loads(row.kept_from)
    )
    return WorkPattern(
        hours=day_hours.read(row.hours),
        day_minutes=row.day_minutes,
        most_in_a_row=row.most_in_a_row,
        ends=row.ends,
        gives_care_as=frozenset(CareBy(each) for each in json.loads(row.gives_care_as)),
        may_lead=row.may_lead,
        leads_under=row.leads_under,
        kept_from=kept_from,
        hopes=frozenset(json.loads(row.hopes)),
        learns=frozenset(SkillId(each) for each in json.loads(row.learns)),
        version=row.version,
    )


def _meeting(row: PlanningTimeRow) -> Meeting:
    return Meeting(
        teacher=row.teacher,
        day=Weekday(row.day),
        span=TimeSpan(row.start, row.end),
        site=None if row.site_id is None else SiteId(row.site_id),
    )


def _listed(values: Iterable[Any]) -> str:
    return json.dumps(sorted(values), ensure_ascii=False)
