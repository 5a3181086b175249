"""The log of sessions that were led without a teacher."""

from datetime import date

from sqlalchemy import select

from lsadesk.domain.covering.leading import Led, LedDetails, LedId
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable import SessionId
from lsadesk.errors import Stale
from lsadesk.store.rows import LedRow
from lsadesk.store.work import STALE, Reading, Work


def led(reading: Reading, first: date, last: date) -> list[Led]:
    """Every line from *first* to *last*, the newest day first."""
    rows = reading.session.scalars(
        select(LedRow)
        .where(LedRow.day >= first, LedRow.day <= last)
        .order_by(LedRow.day.desc(), LedRow.session_id)
    )
    return [_led(row) for row in rows]


def add(work: Work, details: LedDetails) -> None:
    """Write a line; of one session and day there is one."""
    known = work.session.scalar(
        select(LedRow).where(LedRow.session_id == details.session, LedRow.day == details.on)
    )
    row = known or LedRow(session_id=details.session, day=details.on)
    row.person_id, row.supervised_by = details.person, details.supervised_by
    row.note = details.note
    if known is None:
        work.session.add(row)


def remove(work: Work, read: Led) -> None:
    """Take a line away.

    Raises:
        Stale: it is not there any more as it was read.
    """
    row = work.session.get(LedRow, read.id)
    if row is None or _led(row) != read:
        raise Stale(STALE)
    work.session.delete(row)


def _led(row: LedRow) -> Led:
    return Led(
        id=LedId(row.id),
        session=SessionId(row.session_id),
        on=row.day,
        person=PersonId(row.person_id),
        supervised_by=row.supervised_by,
        note=row.note,
    )
