"""Erases what is held on somebody who has left, and leaves the totals without a name."""

import json
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Column, String, Table, delete, func, not_, or_, select, tuple_, update

from lsadesk.domain.appraisals import interview
from lsadesk.domain.keeping.erasing import Certificate, Fate, Part, unnamed
from lsadesk.domain.keeping.retention import STAFF, RecordId
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import Person, PersonId, Welsh
from lsadesk.domain.weeks.learners import LearnerId, former
from lsadesk.store import trail
from lsadesk.store.keeping import removed, retention
from lsadesk.store.keeping.links import rows_about
from lsadesk.store.keeping.tables import RECORD_OF, SIGNED, UNNAMED, WORDS_OF
from lsadesk.store.rows import ErasureRow, PersonRow, Row
from lsadesk.store.work import Reading, Work

Rows = Sequence[Mapping[str, Any]]
A_COLLEAGUE = "a former colleague"


def counted(
    reading: Reading, person: PersonId, before: Mapping[RecordId, date]
) -> dict[tuple[RecordId, Fate], int]:
    """How many rows about *person* would go, and how many would stay without a name.

    Of kinds in *before* only rows count that are older than that day.
    """
    found: Counter[tuple[RecordId, Fate]] = Counter()
    for table, rows in _old_enough(rows_about(reading, person), before).items():
        fate = Fate.UNNAMED if table in UNNAMED else Fate.GOES
        found[RECORD_OF[table], fate] += len(rows)
    return dict(found)


def named_in(
    reading: Reading, apart: Sequence[Mapping[str, Rows]], name: str, among: Collection[Kind]
) -> dict[str, int]:
    """In how many rows but those *apart* the name stands whole among other words, by table.

    Only words that belong to the kinds *among* are looked through: a count tells what a text
    says, so whoever is told has to have the right to read all of them.
    """
    found: dict[str, int] = {}
    for table in Row.metadata.sorted_tables:
        if WORDS_OF.get(table.name) not in among:
            continue
        texts = _texts(table)
        wanted = select(*texts).where(or_(*(_may_say(each, name) for each in texts)))
        for rows_of in apart:
            wanted = _without(wanted, table, rows_of.get(table.name, ()))
        rows = reading.session.execute(wanted)
        number = sum(any(_says(text, name) for text in row) for row in rows)
        if number:
            found[table.name] = number
    return found


def erase(
    work: Work,
    person: Person,
    records: Collection[RecordId],
    before: Mapping[RecordId, date],
    left: date | None,
) -> None:
    """Take what belongs to *records* off *person*; what totals need stays without a name.

    Of kinds in *before* only rows go that are older than that day. *left* is their last day.
    """
    about = {
        table: rows
        for table, rows in _old_enough(rows_about(work, person.id), before).items()
        if RECORD_OF[table] in records
    }
    going = {table: rows for table, rows in about.items() if table not in UNNAMED}
    for table in reversed(Row.metadata.sorted_tables):
        if table.name in going:
            _let_go(work, table, going[table.name])
            work.session.execute(delete(table).where(_among(table, going[table.name])))
    for table_name in about.keys() & UNNAMED.keys():
        _blank(work, table_name, about[table_name])
    if STAFF in records:
        _take_name(work, person, left)
        trail.blank(work.session, person.id)


def gone(reading: Reading) -> set[tuple[PersonId, RecordId]]:
    """Which kinds of record were erased from whom as a whole."""
    return {
        (PersonId(row.person_id), part.record)
        for row in reading.session.scalars(select(ErasureRow))
        if row.person_id is not None
        for part in _parts(row)
        if part.fate is not Fate.STAYS and part.until is None
    }


def note(
    work: Work,
    college: str,
    because: str,
    parts: Sequence[Part],
    *,
    person: PersonId | None = None,
    learner: LearnerId | None = None,
    mark: str = "",
) -> Certificate:
    """Keep that it was done; the certificate of it. Nothing removed of late stays to come back.

    *mark* stands for them on the list beside the file, where the name goes too.
    """
    gone = [_plain(each) for each in parts if each.fate is not Fate.STAYS]
    stays = [_plain(each) for each in parts if each.fate is Fate.STAYS]
    row = ErasureRow(
        person_id=person,
        learner_id=learner,
        erased_on=work.today,
        because=because,
        gone=json.dumps(gone, ensure_ascii=False),
        stays=json.dumps(stays, ensure_ascii=False),
        mark=mark,
    )
    work.add(row)
    removed.empty(work)
    return _certificate(row, college)


def certificates(reading: Reading, college: str) -> list[Certificate]:
    """The certificate of every erasure, the newest first."""
    rows = reading.session.scalars(select(ErasureRow).order_by(ErasureRow.id.desc()))
    return [_certificate(row, college) for row in rows]


def _certificate(row: ErasureRow, college: str) -> Certificate:
    return Certificate(
        college=college,
        number=row.id,
        called=_called(row),
        erased_on=row.erased_on,
        because=row.because,
        parts=_parts(row),
    )


def _called(row: ErasureRow) -> str:
    if row.learner_id is not None:
        return former(LearnerId(row.learner_id))
    return "" if row.person_id is None else unnamed(PersonId(row.person_id))


def _parts(row: ErasureRow) -> tuple[Part, ...]:
    return tuple(_part(each) for each in (*json.loads(row.gone), *json.loads(row.stays)))


def _old_enough(
    about: Mapping[str, Sequence[Mapping[str, Any]]], before: Mapping[RecordId, date]
) -> dict[str, list[Mapping[str, Any]]]:
    return {
        table: [
            row
            for row in rows
            if RECORD_OF[table] not in before
            or retention.is_older(table, row, before[RECORD_OF[table]])
        ]
        for table, rows in about.items()
    }


def _let_go(work: Work, going: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """What stays and leads to *rows* leads nowhere then."""
    if "id" not in going.c:
        return
    numbers = [row["id"] for row in rows]
    for table in Row.metadata.sorted_tables:
        for column in table.columns:
            leads_here = any(key.column.table is going for key in column.foreign_keys)
            if leads_here and column.nullable:
                work.session.execute(
                    update(table).where(column.in_(numbers)).values({column.name: None})
                )


def _blank(work: Work, table_name: str, rows: Sequence[Mapping[str, Any]]) -> None:
    table = Row.metadata.tables[table_name]
    if UNNAMED[table_name]:
        values = dict.fromkeys(UNNAMED[table_name], "")
        work.session.execute(update(table).where(_among(table, rows)).values(values))


def _take_name(work: Work, person: Person, left: date | None) -> None:
    """The record stays for head counts: team, role, contract and years, and nothing else."""
    people, accounts = Row.metadata.tables["person"], Row.metadata.tables["account"]
    row = work.session.get_one(PersonRow, person.id)
    started = None if row.started is None else row.started.replace(month=1, day=1)
    work.session.execute(
        update(people)
        .where(people.c["id"] == person.id)
        .values(
            forename="",
            surname=unnamed(person.id),
            days=None,
            left_on=left,
            started=started,
            started_precision="year",
            welsh=Welsh.NOT_KNOWN.value,
            version=people.c["version"] + 1,
        )
    )
    work.session.execute(
        update(accounts)
        .where(accounts.c["person_id"] == person.id)
        .values(login=f"former-{person.id}", version=accounts.c["version"] + 1)
    )
    for table in Row.metadata.sorted_tables:
        for column in SIGNED.intersection(table.columns.keys()):
            work.session.execute(
                update(table).where(table.c[column] == person.name).values({column: A_COLLEAGUE})
            )


def _texts(table: Table) -> list[Column[Any]]:
    """Where words may stand: not names of kinds, links or keys."""
    return [
        each
        for each in table.columns
        if isinstance(each.type, String) and not each.primary_key and each.name not in SIGNED
    ]


def _may_say(column: Column[Any], name: str) -> Any:
    """Whether the longest run of plain letters in the name stands there.

    The database knows no other letters in both capitals; the whole name is for `_says`.
    """
    plain = max(re.findall("[a-z0-9]+", name.lower()), key=len, default="")
    return func.lower(column).contains(plain)


def _says(text: str | None, name: str) -> bool:
    words = (text or "").replace("\\n", " ")  # a new line, where it is kept as JSON
    return interview.named_in(words, [name]) is not None


def _without(wanted: Any, table: Table, rows: Sequence[Mapping[str, Any]]) -> Any:
    return wanted.where(not_(_among(table, rows))) if rows else wanted


def _among(table: Table, rows: Sequence[Mapping[str, Any]]) -> Any:
    key = list(table.primary_key)
    if len(key) == 1:
        return key[0].in_([row[key[0].name] for row in rows])
    return tuple_(*key).in_([tuple(row[each.name] for each in key) for row in rows])


def _plain(part: Part) -> dict[str, Any]:
    return {**asdict(part), "until": part.until and part.until.isoformat()}


def _part(told: Mapping[str, Any]) -> Part:
    until = told["until"]
    return Part(
        **{
            **told,
            "fate": Fate(told["fate"]),
            "until": None if until is None else date.fromisoformat(until),
        }
    )
