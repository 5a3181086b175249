"""One person's sessions of a day, with what cover changed in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.covering.cover import Absence
from lsadesk.domain.placements.as_sessions import TITLE
from lsadesk.domain.staff.people import PersonId, SiteId
from lsadesk.store.covering.cover import absences
from lsadesk.store.placements import placements
from lsadesk.store.rows import AssignmentRow, CoverRow, SessionRow
from lsadesk.store.work import Reading


@dataclass(frozen=True, slots=True)
class OwnSession:
    """A session that a person is planned for, or covers on a day.

    *covers*: it is theirs on that day alone. *released*: it is not theirs on that day.
    """

    day: Weekday
    span: TimeSpan
    title: str
    group: str
    room: str
    covers: bool = False
    released: bool = False


def own_day(reading: Reading, plan: int, person: PersonId, day: date) -> list[OwnSession]:
    """What one person does on *day*, of what runs: by the plan, and by the day's cover.

    Whoever is beside a learner at a work placement is in no session then.
    """
    shut = absences(reading, day, day)
    covers = reading.session.scalars(select(CoverRow).where(CoverRow.day == day)).all()
    taken = {(each.session_id, each.slot) for each in covers if each.person_id != person}
    own = {(each.session_id, each.slot) for each in covers if each.person_id == person}
    beside = _at_placements(reading, person, day, covers)
    found = [
        _session(row, released=(row.id, slot) in taken - own)
        for row, slot in _planned(reading, plan, person)
        if row.day == day.weekday() and (row.id, slot) not in own and _runs(row, day, shut)
    ]
    found += _covered(reading, [each for each in covers if each.person_id == person])
    out = [each.span for each in beside if not each.released]
    in_college = [each for each in found if not any(each.span.overlaps(span) for span in out)]
    return sorted([*in_college, *beside], key=lambda each: (each.span, each.title))


def _at_placements(
    reading: Reading, person: PersonId, day: date, covers: Sequence[CoverRow]
) -> list[OwnSession]:
    """When they are beside a learner at a work placement: their own, or one that they cover."""
    weekday = Weekday(day.weekday())
    found = []
    for each in placements.between(reading, day, day):
        rows = [row for row in covers if row.placement_id == each.id]
        covers_it = any(row.person_id == person for row in rows)
        if weekday in each.hours and (covers_it or each.lsa == person):
            found.append(
                OwnSession(
                    day=weekday,
                    span=each.hours[weekday],
                    title=TITLE,
                    group="",
                    room=each.place,
                    covers=covers_it and each.lsa != person,
                    released=bool(rows) and not covers_it,
                )
            )
    return found


def _planned(reading: Reading, plan: int, person: PersonId) -> list[tuple[SessionRow, int]]:
    rows = reading.session.execute(
        select(SessionRow, AssignmentRow.slot)
        .join(AssignmentRow, AssignmentRow.session_id == SessionRow.id)
        .where(AssignmentRow.plan_id == plan, AssignmentRow.person_id == person)
        .order_by(SessionRow.day, SessionRow.start)
    )
    return [(row, slot) for row, slot in rows]


def _runs(row: SessionRow, day: date, shut: Iterable[Absence]) -> bool:
    """Whether *day* is within its dates, and neither its site nor its group is away."""
    site, span = None if row.site_id is None else SiteId(row.site_id), TimeSpan(row.start, row.end)
    return (
        (row.starts_on is None or row.starts_on <= day)
        and (row.ends_on is None or day <= row.ends_on)
        and not any(each.closes(site, row.group_name, span) for each in shut)
    )


def _covered(reading: Reading, covers: Iterable[CoverRow]) -> list[OwnSession]:
    found = []
    for each in covers:
        if each.session_id is None:
            continue
        row = reading.session.get_one(SessionRow, each.session_id)
        part = None
        if each.start is not None and each.end is not None:
            part = TimeSpan(each.start, each.end)
        found.append(_session(row, part, covers=True))
    return found


def _session(
    row: SessionRow, part: TimeSpan | None = None, *, covers: bool = False, released: bool = False
) -> OwnSession:
    return OwnSession(
        day=Weekday(row.day),
        span=part or TimeSpan(row.start, row.end),
        title=row.title,
        group=row.group_name,
        room=row.room,
        covers=covers,
        released=released,
    )
