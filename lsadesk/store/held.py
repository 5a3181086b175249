"""Everything that the file holds on a person, found by the links between the tables.

So a new table is in it without being named here: what is about somebody bears their number
in a column `person_id`, or belongs to a record that does. Other columns that lead to a
person, and every learner, are third parties and are masked.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, LargeBinary, Table, or_, select

from lsadesk.domain.auditing.skills import SPOKEN
from lsadesk.domain.calendar import clock, uk_date
from lsadesk.domain.keeping.happenings import ABOUT_PEOPLE
from lsadesk.domain.keeping.held import HeldRecords
from lsadesk.domain.staff.people import PersonId
from lsadesk.store.held_words import LEVELS_IN, Words, words
from lsadesk.store.keeping.links import ABOUT, NEVER_OWN, conditions
from lsadesk.store.keeping.removed import rows_removed
from lsadesk.store.keeping.tables import SIGNED
from lsadesk.store.mapping import days_value
from lsadesk.store.rows import PersonRow, Row, TrailRow
from lsadesk.store.work import Reading

SEALED, OPENED, PHOTO = "box", "opened_at", "photo"
SOMEBODY, A_LEARNER = "another person", "a learner"
_OURS = frozenset(
    {"id", ABOUT, "version", "seq", "edits", "first_id"}
)  # how the file keeps its books
Owned = dict[str, dict[Any, bool]]  # of each table, the records about the person; False: not opened
_NAMED_BY = ("name", "title", "reference")


def held_on(reading: Reading, person: PersonId) -> list[HeldRecords]:
    """The records about *person*, table by table; those without any are left out."""
    described = {mapper.local_table: mapper.class_ for mapper in Row.registry.mappers}
    owned: Owned = {}
    stands_for = words(reading)
    found = []
    for table in Row.metadata.sorted_tables:
        rows = _rows(reading, table, person, owned)
        if rows:
            title = _title(described[table])
            found.append(_records(reading, table, title, rows, person, stands_for=stands_for))
    for table, row in rows_removed(reading, person):
        title = f"Removed, and kept for thirty days: {_title(described[table])}"
        found.append(_records(reading, table, title, [row], person, stands_for=stands_for))
    return [*found, *_happened(reading, person)]


def _title(kind: type) -> str:
    """What a kind of record is, from the first sentence that is said of it."""
    said = (kind.__doc__ or kind.__name__).replace("*", "").split("\n")[0]
    return re.split(r"[.;]", said)[0]


def _rows(
    reading: Reading, table: Table, person: PersonId, owned: Owned
) -> list[Mapping[str, Any]]:
    wanted = list(conditions(table, person, _open(table, owned)))
    if not wanted:
        return []
    found = reading.session.execute(select(table).where(or_(*wanted))).mappings()
    rows: list[Mapping[str, Any]] = [dict(row) for row in found]
    if "id" in table.c and table.name not in NEVER_OWN:
        owned[table.name] = {row["id"]: not _is_unopened(row) for row in rows}
    return rows


def _is_unopened(row: Mapping[str, Any]) -> bool:
    """Whether two people rate here and have not met: neither may see the other's (A53)."""
    return OPENED in row and row[OPENED] is None


def _open(table: Table, owned: Owned) -> dict[str, list[Any]]:
    """The records that rows of *table* are shown for.

    What is sealed is only counted, so it may belong to what is not opened yet.
    """
    return {
        name: [each for each, is_open in reached.items() if is_open or SEALED in table.c]
        for name, reached in owned.items()
    }


def _records(
    reading: Reading,
    table: Table,
    title: str,
    rows: list[Mapping[str, Any]],
    person: PersonId,
    *,
    stands_for: Words,
) -> HeldRecords:
    shown = [
        column
        for column in table.columns
        if column.name not in _OURS
        and not column.name.endswith("_precision")
        and not isinstance(column.type, LargeBinary)
        and _says_something(column)
    ]
    names: dict[str, Mapping[Any, str]] = {
        column.name: _names(reading, column, rows)
        if column.foreign_keys
        else stands_for.get(column.name, {})
        for column in shown
    }
    own = _own_name(reading, person)
    told = [
        {
            _words(column): _value(column, row[column.name], names[column.name], person, own)
            for column in shown
            if row[column.name] not in (None, "")
        }
        for row in rows
    ]
    sealed = sum(row.get(SEALED) is not None for row in rows)
    photos = [row[PHOTO] for row in rows if row.get(PHOTO) is not None]
    return HeldRecords(table.name, title, told, sealed, sum(map(_is_unopened, rows)), photos)


def _says_something(column: Column[Any]) -> bool:
    """Whether a link leads to somebody or something with a name; a bare number tells nothing."""
    return all(
        key.column.table.name in ("person", "learner") or _named_by(key.column) is not None
        for key in column.foreign_keys
    )


def _named_by(target: Column[Any]) -> Column[Any] | None:
    """What the records that *target* numbers are called by."""
    return next((target.table.c[name] for name in _NAMED_BY if name in target.table.c), None)


def _names(reading: Reading, column: Column[Any], rows: list[Mapping[str, Any]]) -> dict[Any, str]:
    """What a link leads to, by the name it has there."""
    target = next(iter(column.foreign_keys)).column
    named = _named_by(target)
    if named is None or target.table.name in ("person", "learner"):
        return {}
    wanted = {row[column.name] for row in rows} - {None}
    found = reading.session.execute(select(target, named).where(target.in_(wanted)))
    return {key: str(name) for key, name in found}


def _value(
    column: Column[Any], value: Any, names: Mapping[Any, str], person: PersonId, own: str
) -> str:
    target = next((key.column.table.name for key in column.foreign_keys), "")
    if target == "person":
        return "this person" if value == person else SOMEBODY
    if target == "learner":
        return A_LEARNER
    if column.table.name in LEVELS_IN and column.name == "code":
        return str(SPOKEN[value])
    if column.name in SIGNED and value != own:
        return SOMEBODY
    read = _READ_BY.get((column.table.name, column.name))
    return names.get(value, "") or (_plain(value) if read is None else read(value))


def _own_name(reading: Reading, person: PersonId) -> str:
    row = reading.session.get_one(PersonRow, person)
    return f"{row.forename} {row.surname}".strip()


def _answer(kept: Any) -> str:
    """A level in its words with the example and the two wishes; other answers as they are."""
    if not (isinstance(kept, list) and isinstance(kept[0], int)):
        return _flat(kept)
    code, example, use_more, learn_more = kept
    wishes = ("would use it more" * use_more, "would learn more" * learn_more)
    return _flat([SPOKEN[code], example, *wishes])


def _days(kept: str) -> str:
    return ", ".join(day.short for day in sorted(days_value(kept) or ()))


def _flat(value: Any) -> str:
    """The words of what is kept as JSON; what is empty or a mere no is left out."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_flat(each)}" for key, each in value.items() if each)
    if isinstance(value, list):
        return "; ".join(_flat(each) for each in value if each)
    return "yes" if value is True else str(value)


def _plain(value: Any) -> str:
    if isinstance(value, str) and value[:1] in ("[", "{"):
        with suppress(ValueError):  # somebody may have begun a sentence so
            return _flat(json.loads(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        here = value.astimezone()
        return f"{uk_date(here.date())}, {clock(here.time())}"
    return uk_date(value) if isinstance(value, date) else str(value)


# What is kept in a way of its own, by table and column.
_READ_BY: Mapping[tuple[str, str], Callable[[Any], str]] = {
    ("person", "days"): _days,
    ("shared_answer", "answer"): lambda kept: _answer(json.loads(kept)),
}


def _words(column: Column[Any]) -> str:
    return column.name.removesuffix("_id").replace("_", " ")


def _happened(reading: Reading, person: PersonId) -> Iterator[HeldRecords]:
    """The lines of the trail about the person; *saw* is who looked, without saying who."""
    kinds = sorted(kind.value for kind in ABOUT_PEOPLE)
    lines = reading.session.scalars(
        select(TrailRow)
        .where(TrailRow.subject_id == person, TrailRow.kind.in_(kinds))
        .order_by(TrailRow.seq)
    )
    rows = [{"at": _plain(row.at), "did": row.action, "what": row.kind} for row in lines]
    if rows:
        yield HeldRecords(TrailRow.__tablename__, "What happened to these records", rows)
