"""How long records are kept: the periods that ship, the college's own, and what is due."""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, func, literal, select, union_all

from lsadesk.domain.keeping.retention import STAFF, CountsFrom, Longer, RecordId, RecordKept
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.paths import RESOURCES
from lsadesk.store.keeping.tables import DATED_BY, RECORD_OF, UNNAMED
from lsadesk.store.rows import KeptLongerRow, LearnerKeptLongerRow, Moment, PersonRow, Row
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


def learners_longer(reading: Reading) -> Mapping[LearnerId, Longer]:
    """The learners of whom what is held was decided to be kept longer."""
    return {
        LearnerId(row.learner_id): Longer(until=row.until, reason=row.reason)
        for row in reading.session.scalars(select(LearnerKeptLongerRow))
    }


def keep_learner_longer(work: Work, learner: LearnerId, wanted: Longer) -> None:
    """Note the decision, over an earlier one."""
    row = work.session.get(LearnerKeptLongerRow, learner)
    if row is None:
        row = LearnerKeptLongerRow(learner_id=learner)
        work.session.add(row)
    row.until, row.reason, row.said_on = wanted.until, wanted.reason, work.today


def forget_longer(work: Work, learner: LearnerId) -> None:
    """What was decided goes with the records that it was about."""
    row = work.session.get(LearnerKeptLongerRow, learner)
    if row is not None:
        work.session.delete(row)


@dataclass(frozen=True, slots=True)
class Number:
    """How many rows are kept, and the day of the oldest where they have one of their own."""

    rows: int
    oldest: date | None


def numbers(
    reading: Reading,
    before: Mapping[RecordId, date],
    gone: Collection[tuple[PersonId, RecordId]],
    leavers: Collection[PersonId],
) -> dict[tuple[PersonId, RecordId], Number]:
    """How much of each kind is kept on each person.

    Of kinds in *before* only what is older counts, and of those whose rows have no day of
    their own only what is kept on *leavers*; of what is *gone*, not what stays unnamed.
    """
    found: dict[tuple[PersonId, RecordId], Number] = {}
    counted = [*_undated(reading, leavers), *_dated(reading, before)]
    for table, person, number, oldest in counted:
        key = (PersonId(person), RECORD_OF[table])
        if key in gone and table in UNNAMED:
            continue
        known = found.get(key, Number(0, None))
        found[key] = Number(known.rows + number, known.oldest or oldest)
    return found


def _undated(
    reading: Reading, leavers: Collection[PersonId]
) -> Iterator[tuple[str, int, int, None]]:
    """Table, person and number of rows, of every table in one question to the file."""
    wanted = select(PersonRow.id).where(PersonRow.id.in_(leavers)).cte("leavers")
    asked = []
    for table in Row.metadata.sorted_tables:
        record = RECORD_OF.get(table.name, STAFF)
        if record != STAFF and table.name not in DATED_BY and "person_id" in table.c:
            about = table.c["person_id"]
            counted = select(literal(table.name), about, func.count())
            asked.append(counted.where(about.in_(select(wanted.c["id"]))).group_by(about))
    for table_name, person, number in reading.session.execute(union_all(*asked)):
        yield table_name, person, number, None


def _dated(
    reading: Reading, before: Mapping[RecordId, date]
) -> Iterator[tuple[str, int, int, date]]:
    """The same of tables whose rows have a day of their own, with the oldest."""
    for name, column in DATED_BY.items():
        table = Row.metadata.tables[name]
        about, dated = table.c["person_id"], table.c[column]
        counted = select(about, func.count(), func.min(dated)).where(about.is_not(None))
        if RECORD_OF[name] in before:
            counted = counted.where(dated < _start_of(dated, before[RECORD_OF[name]]))
        for person, number, oldest in reading.session.execute(counted.group_by(about)):
            yield name, person, number, _day(oldest)


def newest(reading: Reading) -> dict[tuple[PersonId, RecordId], date]:
    """The newest day of each person's rows that have a day of their own, by kind."""
    found: dict[tuple[PersonId, RecordId], date] = {}
    for name, column in DATED_BY.items():
        table = Row.metadata.tables[name]
        about, dated = table.c["person_id"], table.c[column]
        last = select(about, func.max(dated)).where(about.is_not(None)).group_by(about)
        for person, day in reading.session.execute(last):
            key = PersonId(person), RECORD_OF[name]
            found[key] = max(_day(day), found.get(key, date.min))
    return found


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
        of_learners=entry.get("of_learners", False),
    )
