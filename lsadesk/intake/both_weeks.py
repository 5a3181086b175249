"""Sessions that a workbook says of week A and again of week B: one session of every week."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace

from lsadesk.domain.calendar import Week
from lsadesk.domain.incoming import MergedRow, Record, SessionRecord, SheetReading, Source

_NOWHERE = Source("", 0)


def as_one_session(readings: Iterable[SheetReading]) -> list[SheetReading]:
    """*readings* with one session of both weeks for two that differ in nothing but the week.

    The first of the two stays; a row that is left without a record is told as merged.
    """
    readings = list(readings)
    by_week: dict[Hashable, dict[Week, SessionRecord]] = {}
    for record in (record for reading in readings for record in reading.records):
        if isinstance(record, SessionRecord) and record.week is not Week.BOTH:
            by_week.setdefault(_said(record), {}).setdefault(record.week, record)
    firsts = {said: next(iter(weeks.values())) for said, weeks in by_week.items() if len(weeks) > 1}
    return [_joined(reading, firsts) for reading in readings] if firsts else readings


def _said(record: SessionRecord) -> Hashable:
    """Everything that a session's record says but its week and where it stands."""
    return replace(record, week=Week.BOTH, source=_NOWHERE)


def _joined(reading: SheetReading, firsts: Mapping[Hashable, SessionRecord]) -> SheetReading:
    kept: list[Record] = []
    gone: dict[int, SessionRecord] = {}
    for record in reading.records:
        first = firsts.get(_said(record)) if isinstance(record, SessionRecord) else None
        if first is None or not isinstance(record, SessionRecord) or record.week is Week.BOTH:
            kept.append(record)
        elif record is first:
            kept.append(replace(record, week=Week.BOTH))
        else:
            gone.setdefault(record.source.row, first)
    left = {record.source.row for record in kept}
    merged = [_told(reading.sheet, row, first) for row, first in gone.items() if row not in left]
    return replace(reading, records=tuple(kept), merged=(*reading.merged, *merged))


def _told(sheet: str, row: int, first: SessionRecord) -> MergedRow:
    where = f"row {first.source.row}"
    where += f" of the sheet {first.source.sheet}" if first.source.sheet != sheet else ""
    reason = f"It says of the other week what {where} says: one session of every week."
    return MergedRow(sheet, row, reason)
