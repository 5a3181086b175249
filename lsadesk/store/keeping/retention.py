"""How long records are kept: the periods that ship, the college's own, and what is due."""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, Table, func, select

from lsadesk.domain.keeping.retention import STAFF, CountsFrom, Longer, RecordId, RecordKept
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.paths import RESOURCES
from lsadesk.store.keeping.tables import DATED_BY, RECORD_OF, UNNAMED
from lsadesk.store.rows import KeptLongerRow, Moment, Row
from lsadesk.store.settings import set_setting, setting
from lsadesk.store.work import Reading, Work

_PERIODS = "retention"


@lru_cache(maxsize=1)
def shipped() -> tuple[RecordKept, ...]:
    """The kinds of record with the periods that the program comes with."""
    text = (RESOURCES / "keeping" / "periods.toml").read_text(encoding="utf-8")
    return tuple(_record(entry) for entry in tomllib.loads(text)["record"])


def records(reading: Reading) -> tuple[RecordKept, ...]:
    """The kinds of record with the periods that hold in this college."""
    own: dict[str, dict[str, Any]] = setting(reading, _PERIODS, {})
    return tuple(replace(each, **own.get(each.id, {})) for each in shipped())


def tables_of(record: RecordId) -> frozenset[str]:
    """The tables that a kind of record is kept in."""
    return frozenset(table for table, kind in RECORD_OF.items() if kind == record)


def set_period(work: Work, wanted: RecordKept) -> None:
    """Keep the college's own period for a kind of record, with its reason."""
    own = dict(setting(work, _PERIODS, {}))
    own[wanted.id] = {
        "months": wanted.months,
        "agency_months": wanted.agency_months,
        "because": wanted.because,
    }
    set_setting(work, _PERIODS, own)


def longer(reading: Reading) -> Mapping[tuple[PersonId, RecordId], Longer]:
    """What was decided to be kept longer."""
    return {
        (PersonId(row.person_id), RecordId(row.record)): Longer(until=row.until, reason=row.reason)
        for row in reading.session.scalars(select(KeptLongerRow))
    }


def keep_longer(work: Work, person: PersonId, record: RecordId, wanted: Longer) -> None:
    """Note the decision, over an earlier one."""
    row = work.session.get(KeptLongerRow, (person, record))
    if row is None:
        row = KeptLongerRow(person_id=person, record=record)
        work.session.add(row)
    row.until, row.reason, row.said_on = wanted.until, wanted.reason, work.today


@dataclass(frozen=True, slots=True)
class Number:
    """How many rows are kept, and the day of the oldest where they have one of their own."""

    rows: int
    oldest: date | None


def numbers(
    reading: Reading, before: Mapping[RecordId, date], gone: Collection[tuple[PersonId, RecordId]]
) -> dict[tuple[PersonId, RecordId], Number]:
    """How much of each kind is kept on each person.

    Of kinds in *before* only what is older counts; of what is *gone*, not what stays unnamed.
    """
    found: dict[tuple[PersonId, RecordId], Number] = {}
    for table in Row.metadata.sorted_tables:
        record = RECORD_OF.get(table.name)
        if record is None or record == STAFF or "person_id" not in table.c:
            continue
        for person, number, oldest in _counted(reading, table, before.get(record)):
            key = (PersonId(person), record)
            if key in gone and table.name in UNNAMED:
                continue
            known = found.get(key, Number(0, None))
            found[key] = Number(known.rows + number, known.oldest or oldest)
    return found


def _counted(
    reading: Reading, table: Table, before: date | None
) -> Iterator[tuple[int, int, date | None]]:
    about = table.c["person_id"]
    dated = table.c[DATED_BY[table.name]] if table.name in DATED_BY else None
    oldest = about if dated is None else dated
    wanted = select(about, func.count(), func.min(oldest)).where(about.is_not(None)).group_by(about)
    if before is not None and dated is not None:
        wanted = wanted.where(dated < _start_of(dated, before))
    for person, number, first in reading.session.execute(wanted):
        yield person, number, None if dated is None else _day(first)


def is_older(table: str, row: Mapping[str, Any], before: date) -> bool:
    """Whether a row with a day of its own is older than *before*; others are not."""
    return table in DATED_BY and _day(row[DATED_BY[table]]) < before


def _start_of(column: Column[Any], day: date) -> date | datetime:
    is_moment = isinstance(column.type, Moment)
    return datetime.combine(day, time()).astimezone() if is_moment else day


def _day(value: date | datetime) -> date:
    return value.astimezone().date() if isinstance(value, datetime) else value


def _record(entry: dict[str, Any]) -> RecordKept:
    return RecordKept(
        id=RecordId(entry["id"]),
        name=entry["name"],
        kinds=tuple(Kind[kind] for kind in entry["kinds"]),
        why=entry["why"],
        counts_from=CountsFrom(entry["from"]),
        months=entry["months"],
        agency_months=entry["agency_months"],
        because=entry["because"],
        source=entry["source"],
        signed=entry.get("signed", False),
    )
