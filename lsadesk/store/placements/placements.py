"""Work placements, each with its entries."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from lsadesk.domain.placements.placements import (
    ASKED,
    Entry,
    EntryDetails,
    EntryId,
    EntryKind,
    Placement,
    PlacementDetails,
    PlacementId,
    PlacementRecord,
    by_day,
    days_there,
)
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.errors import UserError
from lsadesk.store.rows import (
    CoverRow,
    DeliveredRow,
    DeliveredToRow,
    LearnerRow,
    PersonRow,
    PlacementEntryRow,
    PlacementRow,
    PlacementSupportRow,
)
from lsadesk.store.weeks import day_hours, planning
from lsadesk.store.work import Reading, Work, fill

GONE = "This placement is no longer in the college file. Nothing was changed."
_ENTRY_GONE = "This entry is no longer in the college file. Nothing was changed."
_OTHER_KIND = (
    "This entry was written down as something else, and each kind asks for answers of its own. "
    "Nothing was changed: add a new entry instead."
)
_GIVEN = (
    "The log says what support was given at this placement, so it stays. Nothing was removed: "
    "give it an earlier last day instead."
)
_TEXTS = sorted({name for names in ASKED.values() for name in names})


def records(reading: Reading, *, of: PersonId | None = None) -> list[PlacementRecord]:
    """Every placement, or those that one person supports; the latest to end comes first."""
    return _records(reading, *(() if of is None else (PlacementSupportRow.person_id == of,)))


def record(reading: Reading, placement: PlacementId) -> PlacementRecord:
    """One placement.

    Raises:
        UserError: it is there no more.
    """
    found = _records(reading, PlacementRow.id == placement)
    if not found:
        raise UserError(GONE)
    return found[0]


def unfinished(reading: Reading, *, of: PersonId | None = None) -> list[PlacementRecord]:
    """As `records`, without those of which the end report is written."""
    ended = select(PlacementEntryRow.placement_id).where(
        PlacementEntryRow.kind == EntryKind.END.value
    )
    theirs = () if of is None else (PlacementSupportRow.person_id == of,)
    return _records(reading, PlacementRow.id.not_in(ended), *theirs)


def between(reading: Reading, first: date, last: date) -> list[Placement]:
    """The placements that go on between *first* and *last*."""
    rows = reading.session.execute(
        select(PlacementRow, PlacementSupportRow.person_id)
        .outerjoin(PlacementSupportRow, PlacementSupportRow.placement_id == PlacementRow.id)
        .where(PlacementRow.starts <= last, PlacementRow.ends >= first)
        .order_by(PlacementRow.id)
    )
    return [_placement(row, PersonId(lsa) if lsa else None) for row, lsa in rows]


def supporter(reading: Reading, placement: PlacementId) -> PersonId | None:
    """Whoever supports *placement*; None: nobody.

    Raises:
        UserError: there is no such placement any more.
    """
    if reading.session.get(PlacementRow, placement) is None:
        raise UserError(GONE)
    row = reading.session.get(PlacementSupportRow, placement)
    return None if row is None else PersonId(row.person_id)


def add(work: Work, details: PlacementDetails) -> PlacementId:
    """Write a new placement."""
    row = PlacementRow(**_columns(details))
    work.add(row)
    _set_supporter(work, row.id, details.lsa)
    return PlacementId(row.id)


def change(work: Work, read: Placement, details: PlacementDetails) -> None:
    """Write *details* over the placement that was *read*.

    Raises:
        Stale: somebody has changed it since.
    """
    row = work.as_read(PlacementRow, read.id, read.version, gone=GONE)
    moved = _set_supporter(work, read.id, details.lsa)
    fill(row, _columns(details))
    if moved:
        work.touch(row)


def remove(work: Work, read: Placement) -> None:
    """Take the placement that was *read* away, with all that is under it.

    Raises:
        Stale: somebody has changed it since.
        UserError: the log says what was given at it.
    """
    given = select(DeliveredRow.id).where(DeliveredRow.placement_id == read.id)
    if work.session.scalar(given.limit(1)) is not None:
        raise UserError(_GIVEN)
    _take_away(work, work.as_read(PlacementRow, read.id, read.version, gone=GONE))


def remove_of(work: Work, learner: LearnerId) -> None:
    """Take every placement of *learner* away."""
    for row in work.session.scalars(
        select(PlacementRow).where(PlacementRow.learner_id == learner)
    ).all():
        _take_away(work, row)


def write_entry(
    work: Work, placement: PlacementId, details: EntryDetails, read: Entry | None
) -> EntryId:
    """Write an entry under *placement*, or over the one that was *read* there.

    Raises:
        Stale: somebody has changed the entry since.
        UserError: it is of another kind, so that what was answered would be lost.
    """
    columns = {name: getattr(details, name) for name in _TEXTS}
    _touch(work, placement)
    if read is None:
        row = PlacementEntryRow(
            placement_id=placement, kind=details.kind.value, day=details.on, **columns
        )
        work.session.add(row)
    else:
        row = _entry_as_read(work, placement, read)
        if row.kind != details.kind.value:
            raise UserError(_OTHER_KIND)
        row.day = details.on
        fill(row, columns)
    work.session.flush()
    return EntryId(row.id)


def remove_entry(work: Work, placement: PlacementId, read: Entry) -> None:
    """Take the entry that was *read* away.

    Raises:
        Stale: somebody has changed it since.
    """
    _touch(work, placement)
    work.session.delete(_entry_as_read(work, placement, read))


def _touch(work: Work, placement: PlacementId) -> None:
    """Tie what is written under *placement* to it as it stands.

    Once somebody else supports it, whoever did before can no more take back what they wrote.
    """
    row = work.session.get(PlacementRow, placement)
    if row is None:
        raise UserError(GONE)
    work.touch(row)


def _entry_as_read(work: Work, placement: PlacementId, read: Entry) -> PlacementEntryRow:
    row = work.as_read(PlacementEntryRow, read.id, read.version, gone=_ENTRY_GONE)
    if row.placement_id != placement:
        raise UserError(_ENTRY_GONE)
    return row


def _take_away(work: Work, row: PlacementRow) -> None:
    given = select(DeliveredRow.id).where(DeliveredRow.placement_id == row.id)
    _delete(work, select(DeliveredToRow).where(DeliveredToRow.delivered_id.in_(given)))
    for under in (PlacementEntryRow, PlacementSupportRow, CoverRow, DeliveredRow):
        _delete(work, select(under).where(under.placement_id == row.id))
    work.session.delete(row)


def _delete(work: Work, which: Select[Any]) -> None:
    for each in work.session.scalars(which).all():
        work.session.delete(each)
    work.session.flush()


def _set_supporter(work: Work, placement: int, person: PersonId | None) -> bool:
    """Write who supports *placement*; whether that changed."""
    row = work.session.get(PlacementSupportRow, placement)
    before = None if row is None else row.person_id
    if row is None and person is not None:
        work.session.add(PlacementSupportRow(placement_id=placement, person_id=person))
    elif row is not None and person is None:
        work.session.delete(row)
    elif row is not None and person is not None:
        row.person_id = person
    return person != before


def _columns(details: PlacementDetails) -> dict[str, object]:
    return {
        "learner_id": details.learner,
        "name": details.place,
        "contact": details.contact,
        "does": details.does,
        "starts": details.starts,
        "ends": details.ends,
        "hours": day_hours.written(details.hours),
        "way_minutes": details.way_minutes,
        "visit_on": details.visit_on,
        "helps": details.helps,
    }


def _placement(row: PlacementRow, lsa: PersonId | None) -> Placement:
    return Placement(
        id=PlacementId(row.id),
        version=row.version,
        learner=LearnerId(row.learner_id),
        place=row.name,
        contact=row.contact,
        does=row.does,
        starts=row.starts,
        ends=row.ends,
        hours=day_hours.read(row.hours),
        way_minutes=row.way_minutes,
        visit_on=row.visit_on,
        lsa=lsa,
        helps=row.helps,
    )


def _records(reading: Reading, *which: ColumnElement[bool]) -> list[PlacementRecord]:
    wanted = (
        select(PlacementRow, LearnerRow.reference, PersonRow)
        .join(LearnerRow, LearnerRow.id == PlacementRow.learner_id)
        .outerjoin(PlacementSupportRow, PlacementSupportRow.placement_id == PlacementRow.id)
        .outerjoin(PersonRow, PersonRow.id == PlacementSupportRow.person_id)
        .where(*which)
        .order_by(PlacementRow.ends.desc(), PlacementRow.id)
    )
    entries = _entries(reading, *which)
    is_open = cache(planning.year_as_told(reading).is_open)
    return [
        _record(row, reference, person, by_day(entries[row.id]), is_open)
        for row, reference, person in reading.session.execute(wanted)
    ]


def _record(
    row: PlacementRow,
    reference: str,
    person: PersonRow | None,
    entries: tuple[Entry, ...],
    is_open: Callable[[date], bool],
) -> PlacementRecord:
    placement = _placement(row, None if person is None else PersonId(person.id))
    return PlacementRecord(
        placement=placement,
        reference=reference,
        lsa="" if person is None else f"{person.forename} {person.surname}".strip(),
        entries=entries,
        days=days_there(placement, is_open),
    )


def _entries(reading: Reading, *which: ColumnElement[bool]) -> defaultdict[int, list[Entry]]:
    """The entries by the number of their placement."""
    under = (
        select(PlacementEntryRow)
        .join(PlacementRow, PlacementRow.id == PlacementEntryRow.placement_id)
        .outerjoin(PlacementSupportRow, PlacementSupportRow.placement_id == PlacementRow.id)
        .where(*which)
    )
    found: defaultdict[int, list[Entry]] = defaultdict(list)
    for row in reading.session.scalars(under):
        found[row.placement_id].append(_entry(row))
    return found


def _entry(row: PlacementEntryRow) -> Entry:
    return Entry(
        id=EntryId(row.id),
        version=row.version,
        placement=PlacementId(row.placement_id),
        kind=EntryKind(row.kind),
        on=row.day,
        **{name: getattr(row, name) for name in _TEXTS},
    )
