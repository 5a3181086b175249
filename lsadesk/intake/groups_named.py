"""Timetables of days that name no group: what their sheet or title is called after.

That is the group, or else the room or the teacher whose timetable it is.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.grid_cells import names_teacher
from lsadesk.intake.grids import day_of
from lsadesk.intake.mapping import Field, SheetMapping
from lsadesk.intake.parsing.words import key, plain
from lsadesk.intake.sheets import Sheet, written
from lsadesk.intake.whole_tables import WEEK_SAID

_NO_GROUP = re.compile(r"\b(?:timetables?|term|autumn|spring|summer|sheet\s*\d+|table\s*\d+)\b")
_NUMBERED = re.compile(
    r"(?!sheet|table|page|part|book|form responses)[a-z]{3,}(?: [a-z]+)? (?:\d{1,2}[a-z]?|[a-z])"
)
_ROOM = re.compile(
    r"\b(?:room|rm|ystafell|kitchen|cegin|studio|hall|neuadd|gym|pool|library|lab|workshop)\b"
)
_GROUP = re.compile(r"(?:class|group|form|tutor group|set|pathway|grwp|dosbarth) \w{1,20}$")
_NOT_ITS_NAME = re.compile(
    r"\b(?:time ?tables?|(?:autumn|spring|summer)(?: term)?|term|for|"
    r"20\d\d(?:\s*[-/]\s*\d{2,4})?)\b",
    re.IGNORECASE,
)


def with_groups(tables: list[SheetMapping], sheets: Mapping[str, Sheet]) -> list[SheetMapping]:
    """*tables* with the group of each timetable of days that has none in it.

    Several on one sheet are called by the titles over them; else each by its sheet, where
    there are several such sheets or the name is plainly a group's ("Foundation 1"); else by
    the title or the corner of the grid, where that plainly names a group.
    """
    parts = {name: sheet.part_of or name for name, sheet in sheets.items()}
    grids = Counter(parts[each.sheet] for each in tables if _is_grid_without_groups(each))
    return [
        _called(table, sheets[table.sheet], grids) if _is_grid_without_groups(table) else table
        for table in tables
    ]


def _called(table: SheetMapping, sheet: Sheet, grids: Counter[str]) -> SheetMapping:
    told = _of_a_room(table, sheet) or _of_a_teacher(table)
    if told:
        (field,) = told
        line = f"Its sessions are taken as those of the {field} that the sheet is named after."
        return replace(table, told=told, unsure=(*table.unsure, line))
    name, what = table.sheet.strip(), "sheet"
    if grids[sheet.part_of or sheet.name] > 1:
        name, what = _title_over(table, sheet), "title over them"
    elif not _is_groups(name, among_others=len(grids) > 1):
        name, what = _plain_title(table, sheet), "title"
    if not name:
        return table
    line = f"Its sessions are taken as those of the group that the {what} is named after."
    return replace(table, group=name, unsure=(*table.unsure, line))


def _of_a_room(table: SheetMapping, sheet: Sheet) -> dict[Field, str]:
    """The room that a sheet is called after: by its name, or as its title says with that name."""
    name = table.sheet.strip()
    title = key(_title_over(table, sheet))
    is_room = bool(_ROOM.search(plain(name))) or (_ROOM.search(title) and key(name) in title)
    return {Field.ROOM: name} if is_room else {}


def _of_a_teacher(table: SheetMapping) -> dict[Field, str]:
    """The teacher that a sheet is plainly called after: "Miss Hughes", "R Hughes"."""
    name = table.sheet.strip()
    return {Field.TEACHER: name} if names_teacher(name) else {}


def _is_grid_without_groups(table: SheetMapping) -> bool:
    cells = (Field.DAY_SESSIONS, Field.TIME_SESSIONS, Field.WEEK_SESSIONS)
    is_timetable = table.kind is SheetKind.TIMETABLE
    return is_timetable and table.has(*cells) and not table.has(Field.GROUP)


def _is_groups(name: str, *, among_others: bool) -> bool:
    """Whether a sheet's name could be a group's: any, where other sheets hold other groups."""
    said = plain(name)
    if WEEK_SAID.search(said) or _NO_GROUP.search(said):
        return False
    return among_others or bool(_NUMBERED.fullmatch(said))


def _plain_title(table: SheetMapping, sheet: Sheet) -> str:
    """The title over a grid, or what stands in its corner, where it is sure to name a group.

    It is where the sheet is called so too.
    """
    corner = min(table.columns, key=lambda column: column.index).header
    title = _title_over(table, sheet)
    called = key(sheet.name)
    if called == key(corner) != "" or f"{key(title)} ".startswith(f"{called} "):
        return "" if _NO_GROUP.search(plain(called)) else sheet.name.strip()
    return title if _GROUP.match(plain(title)) else ""


def _title_over(table: SheetMapping, sheet: Sheet) -> str:
    """The group in the title right above a table's headings, or ""."""
    top = min(table.header_rows, default=0)
    above = [row.cells for row in sheet.rows if row.number < top][-1:]
    title = written(next(iter(above[0].values()))) if above and len(above[0]) == 1 else ""
    if WEEK_SAID.search(plain(title)) or day_of(title) is not None:
        return ""
    return " ".join(_NOT_ITS_NAME.sub(" ", title).split()).strip(" -–—:,|()")
