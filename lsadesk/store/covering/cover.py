"""Absences and cover, by date."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from lsadesk.domain.calendar import TimeSpan
from lsadesk.domain.covering.cover import Absence, AbsenceId, Away, Cover
from lsadesk.domain.staff.people import PersonId, SiteId
from lsadesk.domain.weeks.timetable import SessionId
from lsadesk.errors import Stale
from lsadesk.store.covering.places import columns_of, place_of
from lsadesk.store.rows import AbsenceRow, CoverRow, DeliveredRow
from lsadesk.store.work import STALE, Reading, Work


def absences(reading: Reading, first: date, last: date) -> list[Absence]:
    """Everybody and everything away on any day from *first* to *last*."""
    rows = reading.session.scalars(
        select(AbsenceRow)
        .where(AbsenceRow.first <= last, AbsenceRow.last >= first)
        .order_by(AbsenceRow.id)
    )
    return [_absence(row) for row in rows]


def add_absence(work: Work, away: Away) -> None:
    """Keep that somebody or something is away."""
    work.session.add(
        AbsenceRow(
            first=away.first,
            last=away.last,
            start=None if away.span is None else away.span.start,
            end=None if away.span is None else away.span.end,
            person_id=away.person,
            site_id=away.site,
            group_name=away.group,
        )
    )


def end_absence(work: Work, absence: Absence, last: date | None) -> None:
    """Make *last* its last day, or take it back where None.

    Raises:
        Stale: somebody has changed it since it was read.
    """
    row = work.session.get(AbsenceRow, absence.id)
    if row is None or _absence(row) != absence:
        raise Stale(STALE)
    if last is None:
        work.session.delete(row)
    else:
        row.last = last


def covers(reading: Reading, day: date) -> list[Cover]:
    """The cover of *day*."""
    rows = reading.session.scalars(
        select(CoverRow)
        .where(CoverRow.day == day)
        .order_by(CoverRow.session_id, CoverRow.placement_id, CoverRow.slot, CoverRow.part)
    )
    return [_cover(row) for row in rows]


def covers_between(reading: Reading, first: date, last: date) -> dict[date, list[Cover]]:
    """The cover of each day from *first* to *last* that has any."""
    rows = reading.session.scalars(
        select(CoverRow).where(CoverRow.day >= first, CoverRow.day <= last)
    )
    found: dict[date, list[Cover]] = {}
    for row in rows:
        found.setdefault(row.day, []).append(_cover(row))
    return found


def set_covers(work: Work, day: date, wanted: Sequence[Cover]) -> None:
    """Make *wanted* the cover of *day*."""
    known = {place_of(row): row for row in _rows(work, day)}
    for cover in wanted:
        row = known.pop(cover.slot, None)
        if row is None:
            row = CoverRow(day=day, **columns_of(cover.slot))
            work.session.add(row)
        row.minutes, row.why = cover.minutes, cover.why
        row.start = None if cover.span is None else cover.span.start
        row.end = None if cover.span is None else cover.span.end
        row.person_id, row.released_id = cover.person, cover.released
    for row in known.values():
        work.session.delete(row)


def has_session(reading: Reading, session: SessionId) -> bool:
    """Whether any day has cover in *session*, or says what was given in it."""
    return any(
        reading.session.scalar(select(kind.id).where(kind.session_id == session).limit(1))
        is not None
        for kind in (CoverRow, DeliveredRow)
    )


def _rows(work: Work, day: date) -> Sequence[CoverRow]:
    return work.session.scalars(select(CoverRow).where(CoverRow.day == day)).all()


def _absence(row: AbsenceRow) -> Absence:
    return Absence(
        id=AbsenceId(row.id),
        first=row.first,
        last=row.last,
        span=None if row.start is None or row.end is None else TimeSpan(row.start, row.end),
        person=None if row.person_id is None else PersonId(row.person_id),
        site=None if row.site_id is None else SiteId(row.site_id),
        group=row.group_name,
    )


def _cover(row: CoverRow) -> Cover:
    return Cover(
        slot=place_of(row),
        minutes=row.minutes,
        person=None if row.person_id is None else PersonId(row.person_id),
        released=None if row.released_id is None else PersonId(row.released_id),
        span=None if row.start is None or row.end is None else TimeSpan(row.start, row.end),
        why=row.why,
    )
