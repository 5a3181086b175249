"""Sheets that another sheet of the workbook replaces: last year's list, an old copy, leavers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.looks import has_left
from lsadesk.intake.mapping import Field, SheetMapping
from lsadesk.intake.not_ours import CONTACTS, says_contacts
from lsadesk.intake.parsing.words import key, plain
from lsadesk.intake.sheets import Sheet, written

_YEAR = re.compile(r"\b(?:20)?(\d\d)\s*[-/–]\s*(?:20)?(\d\d)\b|\b20(\d\d)\b")
_OLD = re.compile(
    r"\(old\)|\bold$|^old\s*[-:(]|"  # and not "Old Hall"
    r"^old (?=(?:list|copy|data|version|staff|lsas?|skills?|timetables?|audit|matrix)\b)|"
    r"\b(?:archived?|superseded|previous|last (?:year|term)(?:'?s)?|do not use|out of date|"
    r"backup)\b"
)
_AT_WORK = (
    *(Field.HOURS, Field.FTE, Field.DAYS, Field.DAY_WORKED, Field.CONTRACT, Field.STARTED),
    *(Field.LEVEL, Field.LINE_MANAGER, Field.PAYROLL, Field.SKILL),
)
_AS_THEY_STAND = (SheetKind.STAFF, SheetKind.SKILLS, SheetKind.LEARNERS, SheetKind.TIMETABLE)


def without_superseded(
    tables: Sequence[SheetMapping], sheets: Mapping[str, Sheet], *, has_staff: bool
) -> list[SheetMapping]:
    """*tables* with each left out that a newer one of the same list replaces, and told why.

    A training record is not: what was done in another year is still done. *has_staff*: the
    college has a list of its staff already.
    """
    tables = [_judged(table, tables, sheets) for table in tables]
    are_contacts = [_lists_contacts(table, sheets[table.sheet]) for table in tables]
    has_list = has_staff or any(
        table.kind is SheetKind.STAFF and not only_contacts
        for table, only_contacts in zip(tables, are_contacts, strict=True)
    )
    return [
        _left_out(table, CONTACTS) if only_contacts and has_list else table
        for table, only_contacts in zip(tables, are_contacts, strict=True)
    ]


def _judged(
    table: SheetMapping, tables: Sequence[SheetMapping], sheets: Mapping[str, Sheet]
) -> SheetMapping:
    if table.kind is SheetKind.STAFF and _lists_leavers(table, sheets[table.sheet]):
        return _left_out(table, "It lists people who have left, who are not imported.")
    if table.kind not in _AS_THEY_STAND:
        return table
    alike = [
        other
        for other in tables
        if other.sheet != table.sheet
        and other.kind is table.kind
        and _is_same_list(table, other, sheets)
    ]
    reason = next(filter(None, (_why_older(table, other, sheets) for other in alike)), "")
    return _left_out(table, reason) if reason else table


def _why_older(table: SheetMapping, other: SheetMapping, sheets: Mapping[str, Sheet]) -> str:
    """Why *other* holds in place of *table*, or "" where nothing says so."""
    here, there = (_year(each, sheets[each.sheet]) for each in (table, other))
    if here and there and here < there:
        return (
            f"It is the list of an earlier year than the sheet {other.sheet}, so it is not "
            "imported."
        )
    is_old, other_is_old = (bool(_OLD.search(plain(each.sheet))) for each in (table, other))
    if is_old and not other_is_old:
        return f"By its name it is an old copy of the sheet {other.sheet}, so it is not imported."
    if sheets[table.sheet].hidden and not sheets[other.sheet].hidden:
        return (
            f"It is hidden in the workbook, and the sheet {other.sheet} is the same list, so it "
            "is not imported."
        )
    return ""


def _is_same_list(table: SheetMapping, other: SheetMapping, sheets: Mapping[str, Sheet]) -> bool:
    """Whether their names differ by the year alone, or their headings and some rows are the same.

    Headings alone are not enough: two teams or sites are listed in the same form.
    """
    if _nameless(table) == _nameless(other) != "":
        return True
    here, there = (_begin_with(each, sheets[each.sheet]) for each in (table, other))
    return table.signature == other.signature and 4 * len(here & there) >= min(
        len(here), len(there)
    )


def _begin_with(table: SheetMapping, sheet: Sheet) -> set[str]:
    """What stands first in each row of a table."""
    columns = [column.index for column in table.columns]
    rows = (row for row in sheet.rows if row.number > max(table.header_rows, default=0))
    said = (next((row.cells[at] for at in columns if at in row.cells), "") for row in rows)
    return {words for cell in said if (words := key(written(cell)))}


def _nameless(table: SheetMapping) -> str:
    return key(_OLD.sub(" ", _YEAR.sub(" ", plain(table.sheet))))


def _year(table: SheetMapping, sheet: Sheet) -> int:
    """The year in which the year that a table is of begins; 0 where it says none."""
    for text in (table.sheet, _above(table, sheet)):
        found = [_begins(match) for match in _YEAR.finditer(plain(text))]
        years = [year for year in found if year]
        if years:
            return max(years)
    return 0


def _begins(found: re.Match[str]) -> int:
    """The year that "2026/27" or "2026" begins; 0 for two figures that are no such year."""
    if found[3]:
        return int(found[3])
    return int(found[1]) if int(found[2]) == int(found[1]) + 1 else 0


def _above(table: SheetMapping, sheet: Sheet) -> str:
    top = min(table.header_rows, default=0)
    cells = (cell for row in sheet.rows if row.number < top for cell in row.cells.values())
    return " ".join(map(written, cells))


def _lists_leavers(table: SheetMapping, sheet: Sheet) -> bool:
    """Whether a list is called one of leavers and says of nobody when they leave."""
    return not table.has(Field.LEFT, Field.STATUS) and has_left(sheet.name)


def _lists_contacts(table: SheetMapping, sheet: Sheet) -> bool:
    """Whether a list of staff says how they are reached, and nothing of how they work."""
    if table.kind is not SheetKind.STAFF or table.has(*_AT_WORK):
        return False
    headings = [column.header for column in table.columns]
    return says_contacts(f"{table.sheet} {_above(table, sheet)}", headings)


def _left_out(table: SheetMapping, reason: str) -> SheetMapping:
    return replace(
        table, kind=SheetKind.UNKNOWN, columns=(), confidence=0, left_out=reason, unsure=(reason,)
    )
