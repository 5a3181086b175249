"""Timetables that are one member of staff's own, and so tell of no group's sessions."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.headings import table_at
from lsadesk.intake.mapping import IN_CELLS, Field, SheetMapping
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.names import parse_name
from lsadesk.intake.parsing.words import key
from lsadesk.intake.sheets import Sheet, Value, written

_TITLE = r"(?:(?:timetable|rota|schedule|hours)(?: (?:for|of))?|lsa|name|staff|employee) "


def names_listed(sheets: Mapping[str, Sheet], tables: Iterable[SheetMapping]) -> frozenset[str]:
    """The names on the staff lists of a workbook, forename first, as `key` writes them."""
    found = set()
    for table in tables:
        if table.kind is SheetKind.STAFF:
            rows = table_at(sheets[table.sheet], table.header_rows, table.last_row).rows
            found |= {_name_on(row.cells, table) for row in rows}
    return frozenset(found - {""})


def names_one_of(names: frozenset[str], value: Value) -> bool:
    """Whether a cell is the whole name of one of *names*, whichever way round it is written."""
    try:
        return key(str(parse_name(written(value)))) in names
    except Unreadable:
        return False


def _name_on(cells: Mapping[int, object], table: SheetMapping) -> str:
    parts = [
        " ".join(str(cells[c.index]) for c in table.of(field)[:1] if c.index in cells)
        for field in (Field.FORENAME, Field.SURNAME)
    ]
    whole = [str(cells[c.index]) for c in table.of(Field.FULL_NAME) if c.index in cells]
    said = " ".join(filter(None, parts)) or " ".join(whole[:1])
    try:
        return key(str(parse_name(said)))
    except Unreadable:
        return ""


def without_own_timetables(
    tables: Sequence[SheetMapping], sheets: Mapping[str, Sheet], names: frozenset[str]
) -> list[SheetMapping]:
    """*tables* with each timetable of one of *names* left out, and told why."""
    return [_left_out(table, _owner(table, sheets[table.sheet], names)) for table in tables]


def _owner(table: SheetMapping, sheet: Sheet, names: frozenset[str]) -> str:
    """The member of staff whose own timetable a table is, or ""."""
    if table.kind is not SheetKind.TIMETABLE or not table.has(*IN_CELLS):
        return ""
    here = key(table.sheet)
    if here in names or " ".join(reversed(here.split())) in names:
        return table.sheet.strip()
    top = min(table.header_rows, default=0)
    above = [written(cell) for row in sheet.rows if row.number < top for cell in row.cells.values()]
    titles = [re.sub(rf"^.*\b{_TITLE}", "", key(text)) for text in above]
    titles += [re.sub(r"(?: s)? (?:timetable|rota|schedule)\b.*$", "", key(text)) for text in above]
    return next((title.title() for title in titles if title in names), "")


def _left_out(table: SheetMapping, owner: str) -> SheetMapping:
    if not owner:
        return table
    line = (
        f"It is {owner}'s own timetable, which is not imported: sessions are taken from the "
        "timetables of groups, and who supports whom is planned here."
    )
    return replace(
        table, kind=SheetKind.UNKNOWN, columns=(), confidence=0, left_out=line, unsure=(line,)
    )
