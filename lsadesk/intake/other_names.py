"""Names under which somebody may be known besides the one on a staff list: a maiden name.

Nothing is assumed from them: they say whom to ask about, where the names alone share nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from lsadesk.domain.incoming import PersonRef, SheetKind
from lsadesk.intake.headings import table_at
from lsadesk.intake.mapping import Field, SheetMapping
from lsadesk.intake.owners import name_on
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.dates import parse_date
from lsadesk.intake.parsing.names import same_forename
from lsadesk.intake.parsing.words import key
from lsadesk.intake.sheets import Row, Sheet, written

_PARTS = (Field.FORENAME, Field.SURNAME, Field.KNOWN_AS)
_MAIL_HEAD = re.compile(r"\b(?:e ?mail|ebost)\b")
_MAIL = re.compile(r"([a-z'-]+)(?:[._]([a-z'-]+))?\d*@", re.IGNORECASE)


def other_names(
    sheets: Mapping[str, Sheet], tables: Iterable[SheetMapping], people: Iterable[PersonRef]
) -> dict[str, str]:
    """Pairs of names that one person may have, each name to the other, as `key` writes them.

    An e-mail address keeps a name that its owner has changed; of *people*, whom the college
    knows, somebody of the same forename who began on the same day may be the same person.
    """
    people = tuple(people)
    pairs: dict[str, str] = {}
    for table in tables:
        if table.kind is not SheetKind.STAFF:
            continue
        for row in table_at(sheets[table.sheet], table.header_rows, table.last_row).rows:
            name = name_on(row.cells, table)
            forename, _, surname = key(name).rpartition(" ")
            others = [
                *_by_mail(row, table, forename, surname),
                *_by_start(row, table, name, people),
            ]
            for other in others if forename else ():
                pairs |= {key(name): other, other: key(name)}
    return pairs


def also_called(sheets: Mapping[str, Sheet], tables: Iterable[SheetMapping]) -> dict[str, str]:
    """Who a name is that a list of staff says itself of somebody who goes by another forename.

    Either way round: "malgorzata zuk" -> "Gosia Żuk". Not where somebody goes by just that.
    """
    said: dict[str, str] = {}
    gone_by = set()
    for table in tables:
        if table.kind is not SheetKind.STAFF or not table.has(Field.KNOWN_AS):
            continue
        for row in table_at(sheets[table.sheet], table.header_rows, table.last_row).rows:
            first, last, called = (_first(row, table, field) for field in _PARTS)
            if first and last:
                gone_by.add(key(f"{called or first} {last}"))
            if first and last and called:
                said |= dict.fromkeys(
                    (key(f"{first} {last}"), key(f"{last} {first}")), f"{called} {last}"
                )
    return {name: who for name, who in said.items() if name not in gone_by}


def _first(row: Row, table: SheetMapping, field: Field) -> str:
    return next((written(row.cells.get(column.index)) for column in table.of(field)), "")


def _by_mail(row: Row, table: SheetMapping, forename: str, surname: str) -> Iterator[str]:
    """The name that an e-mail address gives with another surname."""
    for column in table.columns:
        found = _MAIL.match(written(row.cells.get(column.index)))
        if not found or not _MAIL_HEAD.search(key(column.header)) or not forename:
            continue
        first, last = key(found[1]), key(found[2] or "")
        if not last:
            first, last = first[:1], first[1:]  # "sbevan"
        is_theirs = first == forename or first == forename[0]
        if is_theirs and len(last) > 2 and last.replace(" ", "") != surname.replace(" ", ""):
            yield f"{forename} {last}"


def _by_start(
    row: Row, table: SheetMapping, name: str, people: Iterable[PersonRef]
) -> Iterator[str]:
    """The names of those known who have the forename and the first day that a row says."""
    started = [row.cells[c.index] for c in table.of(Field.STARTED) if c.index in row.cells]
    try:
        day = parse_date(started[0]) if started else None
    except Unreadable:
        return
    forename = key(name).rpartition(" ")[0]
    for person in people if day is not None else ():
        is_other = key(person.name) != key(name)
        if person.started == day and is_other and same_forename(forename, person.forename):
            yield key(person.name)
