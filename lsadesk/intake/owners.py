"""Timetables that are one member of staff's own, and so tell of no group's sessions."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.headings import table_at
from lsadesk.intake.looks import share
from lsadesk.intake.mapping import IN_CELLS, Field, SheetMapping
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.names import parse_name
from lsadesk.intake.parsing.words import key, plain
from lsadesk.intake.sheets import Sheet, Value, written

_INDIVIDUAL = re.compile(r"\b(?:individual|personal(?:ised)?) (?:student |learner )?(?:time|prog)")
_OF_A_LEARNER = re.compile(r"\b(?:students?|learners?|pupils?)(?:'?s)? (?:timetable|programme)")
_INITIALS = re.compile(r"(?:[A-Z][a-z]?[.\- ]?){1,4}\d{0,2}$")
_INITIALS_HEAD = re.compile(r"(?:staff |lsa )?init(?:ial)?s?(?: code)?|blaenlythrennau")
_TITLE = r"(?:(?:timetable|rota|schedule|hours)(?: (?:for|of))?|lsa|name|staff|employee) "


def names_listed(sheets: Mapping[str, Sheet], tables: Iterable[SheetMapping]) -> frozenset[str]:
    """The names on the staff lists of a workbook, forename first, as `key` writes them."""
    found = set()
    for table in tables:
        if table.kind is SheetKind.STAFF:
            rows = table_at(sheets[table.sheet], table.header_rows, table.last_row).rows
            found |= {key(name_on(row.cells, table)) for row in rows}
    return frozenset(found - {""})


def initials_told(sheets: Mapping[str, Sheet], tables: Iterable[SheetMapping]) -> dict[str, str]:
    """Whose initials a workbook's own list of staff says some are: "ak" -> "Asha Kaur"."""
    told: dict[str, set[str]] = {}
    for table in tables:
        heads = [column for column in table.columns if _INITIALS_HEAD.fullmatch(key(column.header))]
        if table.kind is not SheetKind.STAFF or not heads:
            continue
        for row in table_at(sheets[table.sheet], table.header_rows, table.last_row).rows:
            said, name = key(written(row.cells.get(heads[0].index))), name_on(row.cells, table)
            if said and name:
                told.setdefault(said, set()).add(name)
    return {said: names.pop() for said, names in told.items() if len(names) == 1}


def names_one_of(names: frozenset[str], value: Value) -> bool:
    """Whether a cell is the whole name of one of *names*, whichever way round it is written."""
    try:
        return key(str(parse_name(written(value)))) in names
    except Unreadable:
        return False


def name_on(cells: Mapping[int, object], table: SheetMapping) -> str:
    parts = [
        " ".join(str(cells[c.index]) for c in table.of(field)[:1] if c.index in cells)
        for field in (Field.FORENAME, Field.SURNAME)
    ]
    whole = [str(cells[c.index]) for c in table.of(Field.FULL_NAME) if c.index in cells]
    said = " ".join(filter(None, parts)) or " ".join(whole[:1])
    try:
        return str(parse_name(said))
    except Unreadable:
        return ""


def learners_listed(sheets: Mapping[str, Sheet], tables: Iterable[SheetMapping]) -> frozenset[str]:
    """The references on the learners' lists of a workbook, as `key` writes them."""
    found = set()
    for table in tables:
        if table.kind is SheetKind.LEARNERS:
            rows = table_at(sheets[table.sheet], table.header_rows, table.last_row).rows
            places = [column.index for column in table.of(Field.REFERENCE)]
            found |= {key(" ".join(written(row.cells.get(at)) for at in places)) for row in rows}
    return frozenset(found - {""})


def without_own_timetables(
    tables: Sequence[SheetMapping], sheets: Mapping[str, Sheet], names: frozenset[str]
) -> list[SheetMapping]:
    """*tables* without the timetables of one person, or of the staff called *names*, and why."""
    learners = learners_listed(sheets, tables)
    return [
        _left_out(table, _whose(table, sheets[table.sheet], names, learners)) for table in tables
    ]


def _whose(
    table: SheetMapping, sheet: Sheet, names: frozenset[str], learners: frozenset[str]
) -> str:
    """Whose own timetable a table is, in words; "" for a timetable of groups."""
    if table.kind is not SheetKind.TIMETABLE or not table.has(*IN_CELLS):
        return ""
    heads = [column.name for column in table.of(Field.GROUP_SESSIONS)]
    if len(heads) > 1 and are_called(heads, names):
        return "the timetable of each member of staff"
    top = min(table.header_rows, default=0)
    above = [written(cell) for row in sheet.rows if row.number < top for cell in row.cells.values()]
    owner = _owner(table.sheet, above, names)
    if owner:
        return f"{owner}'s own timetable"
    said = " ".join((table.sheet, *above))
    is_learners = _OF_A_LEARNER.search(plain(said)) and _INITIALS.match(table.sheet.strip())
    if key(table.sheet) in learners or is_learners or _INDIVIDUAL.search(plain(said)):
        return "one learner's own timetable"
    return ""


def without_staff_as_needs(table: SheetMapping, names: frozenset[str]) -> SheetMapping:
    """A learners' list without the ticks that say which of the staff know whom."""
    heads = [column.header for column in table.of(Field.NEED)]
    if len(heads) < 2 or not are_called(heads, names):
        return table
    line = "Its headings are members of staff, so what is ticked under them is not taken."
    columns = [
        replace(c, field=Field.NOT_TAKEN, name="") if c.field is Field.NEED else c
        for c in table.columns
    ]
    return replace(table, columns=tuple(columns), unsure=(*table.unsure, line))


def are_called(heads: Sequence[str], names: frozenset[str]) -> bool:
    """Whether most *heads* are forenames, or initials, of different members of staff."""
    words = [name.split() for name in names]
    called = {each[0] for each in words} | {"".join(word[0] for word in each) for each in words}
    return share(heads, lambda head: key(str(head)) in called) >= 0.75


def _owner(sheet: str, above: Sequence[str], names: frozenset[str]) -> str:
    """The member of staff whom a sheet or the titles over its table are called after, or ""."""
    here = key(sheet)
    if here in names or " ".join(reversed(here.split())) in names:
        return sheet.strip()
    titles = [re.sub(rf"^.*\b{_TITLE}", "", key(text)) for text in above]
    titles += [re.sub(r"(?: s)? (?:timetable|rota|schedule)\b.*$", "", key(text)) for text in above]
    return next((title.title() for title in titles if title in names), "")


def _left_out(table: SheetMapping, whose: str) -> SheetMapping:
    if not whose:
        return table
    line = (
        f"It is {whose}, which is not imported: sessions are taken from the timetables of "
        "groups, and who supports whom is planned here."
    )
    return replace(
        table, kind=SheetKind.UNKNOWN, columns=(), confidence=0, left_out=line, unsure=(line,)
    )
