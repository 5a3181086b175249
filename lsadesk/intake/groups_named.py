"""Timetables of days that name no group: what their sheet or title is called after.

That is the group, or else the room or the teacher whose timetable it is.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lsadesk.domain.calendar import Week
from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.grid_cells import ROOMS, holds_group, is_session, names_teacher, parts_of
from lsadesk.intake.grids import day_of
from lsadesk.intake.headings import LABELLED, table_at
from lsadesk.intake.looks import share
from lsadesk.intake.mapping import IN_CELLS, Field, SheetMapping
from lsadesk.intake.parsing.words import key, plain
from lsadesk.intake.sheets import Sheet, written
from lsadesk.intake.whole_tables import WEEK_SAID

_EACH_CELL, _BRACKETS = "Each cell is read as", "What stands in brackets"
ABOUT_CELLS = (_EACH_CELL, _BRACKETS)  # how the doubts about what cells hold begin
_WHOSE = (Field.GROUP, Field.ROOM, Field.TEACHER)
_NO_GROUP = re.compile(r"\b(?:timetables?|term|autumn|spring|summer|sheet\s*\d+|table\s*\d+)\b")
_NUMBERED = re.compile(
    r"(?!sheet|table|page|part|book|form responses)[a-z]{3,}(?: [a-z]+)? (?:\d{1,2}[a-z]?|[a-z])"
)
_ROOM = re.compile(rf"\b(?:{ROOMS}|rm|ystafell)\b")
_GROUP = re.compile(r"(?:class|group|form|tutor group|set|pathway|grwp|dosbarth) \w{1,20}$")
_PARTS = {
    Field.GROUP: "group|class|grwp|dosbarth",
    Field.SESSION: "subject|session|lesson|activity|course|pwnc|sesiwn",
    Field.ROOM: "room|venue|location|ystafell",
    Field.TEACHER: "teacher|tutor|lecturer|staff|tiwtor|athro",
}
_PART = "|".join(_PARTS.values())
_CELLS_SAID = re.compile(  # what the sheet itself says that its cells are made of
    rf"\b(?:{_PART})(?:\s*(?:[-/|,;:]|\bthen\b|\band\b)\s*(?:{_PART})\b)+"
)
_TEACHER_SAID = re.compile(r"\((?:the )?(?:tutor|teacher|lecturer|staff|tiwtor|athro)\)")
_CODE = re.compile(r"^(?:group|class|form|set) (?=(?:\d+[a-z]+|[a-z]+\d+)\w*$)", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\b(?:maths?|english|literacy|numeracy|i?ct|it|computing|digital|arts?|crafts?|pe|sports?|gym|"
    r"swim\w*|fitness|music|drama|cook\w*|catering|food|science|pshe|rse|citizenship|history|"
    r"geography|tutorial|enterprise|horticulture|gardening|woodwork|construction|life skills|"
    r"work skills|employability|independen\w+|communication|sensory|travel|media|photography|"
    r"hair|beauty|animal|welsh|cymraeg|functional|reading|writing|pottery|dance|hydro\w*|yoga)\b"
)
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
    groups = _groups_listed(tables, sheets)
    found = []
    for table in (_with_teachers(each, sheets[each.sheet]) for each in tables):
        if _is_grid_without_groups(table):
            sheet = sheets[table.sheet]
            found.append(_called(_with_cell_order(table, sheet, groups), sheet, grids))
        elif table.kind is SheetKind.TIMETABLE and not table.has(*IN_CELLS, Field.GROUP):
            labelled = _labelled(table, sheets[table.sheet])
            found.append(_as_labelled(table, *labelled) if labelled else table)
        else:
            found.append(table)
    return found


def _with_teachers(table: SheetMapping, sheet: Sheet) -> SheetMapping:
    """*table* with the teachers in the brackets of its cells, where the sheet says so itself."""
    is_grid = table.kind is SheetKind.TIMETABLE and table.has(*IN_CELLS)
    if not is_grid or not _TEACHER_SAID.search(plain(_above(table, sheet))):
        return table
    line = f"{_BRACKETS} behind a session is taken as who teaches it."
    return replace(table, teacher_in_brackets=True, unsure=(*table.unsure, line))


def _groups_listed(tables: list[SheetMapping], sheets: Mapping[str, Sheet]) -> frozenset[str]:
    """The groups that other tables of the workbook name, as `key` writes them."""
    found = set()
    for table in tables:
        found |= {key(column.name) for column in table.of(Field.GROUP_SESSIONS)}
        rows = table_at(sheets[table.sheet], table.header_rows, table.last_row).rows
        for column in table.of(Field.GROUP):
            found |= {key(written(row.cells.get(column.index))) for row in rows}
    return frozenset(found - {""})


def _with_cell_order(table: SheetMapping, sheet: Sheet, groups: frozenset[str]) -> SheetMapping:
    """*table* with what the parts of "Oak - Maths" are, where the sheet or the words tell."""
    said = _order_said(plain(_above(table, sheet)))
    cells = _cells_of(table, sheet)
    parted = [cell for cell in cells if len(parts_of(cell)) > 1]
    order = said or _order_of_pairs([parts_of(cell) for cell in parted], len(cells), groups)
    if not order:
        return table
    words = " and then the ".join(order)
    line = f"{_EACH_CELL} the {words}, as in “{parted[0] if parted else cells[0]}”."
    return replace(table, cell_order=order, unsure=(*table.unsure, line))


def _order_said(above: str) -> tuple[Field, ...]:
    """The parts of each cell that a line over a table names: "Each box: subject / room"."""
    found = _CELLS_SAID.search(above)
    words = re.findall(rf"\b(?:{_PART})\b", found[0]) if found else []
    if len(words) > 1 and "course" in words and not {*_PARTS[Field.GROUP].split("|")} & {*words}:
        words = ["group" if word == "course" else word for word in words]  # whose session it is
    order = tuple(f for word in words for f, names in _PARTS.items() if word in names.split("|"))
    return order if Field.SESSION in order and len(set(order)) == len(order) else ()


def _order_of_pairs(
    pairs: Sequence[Sequence[str]], cells: int, groups: frozenset[str]
) -> tuple[Field, ...]:
    """Which part is the group: one that other sheets name, or else the one that is no subject."""
    if len(pairs) < 3 or len(pairs) < 0.7 * cells:
        return ()
    both = [[parts[at] for parts in pairs] for at in (0, 1)]
    known = [share(said, lambda part: key(str(part)) in groups) for said in both]
    subjects = [share(said, lambda part: bool(_SUBJECT.search(plain(str(part))))) for said in both]
    first = (Field.GROUP, Field.SESSION)
    if max(known) >= 0.6:
        return first if known[0] >= known[1] else first[::-1]
    return first if subjects[1] >= 0.5 and subjects[0] < 0.2 else ()


def _cells_of(table: SheetMapping, sheet: Sheet) -> list[str]:
    """The cells of a grid that hold a session, as they are written."""
    rows = table_at(sheet, table.header_rows, table.last_row).rows
    places = [column.index for column in table.columns if column.field in IN_CELLS]
    said = (row.cells[at] for row in rows for at in places if at in row.cells)
    lines = ([part.strip() for part in str(cell).splitlines()] for cell in said)
    return [cell for each in lines if is_session(cell := " / ".join(filter(None, each)))]


def _names_groups(table: SheetMapping, sheet: Sheet) -> bool:
    """Whether the cells of a grid name groups plainly: "G1 English"."""
    return share(_cells_of(table, sheet), lambda cell: holds_group(str(cell))) >= 0.3


def _above(table: SheetMapping, sheet: Sheet) -> str:
    top = min(table.header_rows, default=0)
    rows = (row for row in sheet.rows if row.number < top)
    return "; ".join(written(cell) for row in rows for cell in row.cells.values())


def _called(table: SheetMapping, sheet: Sheet, grids: Counter[str]) -> SheetMapping:
    if labelled := _labelled(table, sheet):
        return _as_labelled(table, *labelled)
    told = _of_a_room(table, sheet) or _of_a_teacher(table)
    if told:
        (field,) = told
        line = f"Its sessions are taken as those of the {field} that the sheet is named after."
        return replace(table, told=told, unsure=(*table.unsure, line))
    name, what = table.sheet.strip(), "sheet"
    if grids[sheet.part_of or sheet.name] > 1:
        name, what = _title_over(table, sheet), "title over them"
        is_week = not name and table.week is not Week.BOTH and not _names_groups(table, sheet)
        if is_week and _is_groups(table.sheet, among_others=True):
            name, what = table.sheet.strip(), "sheet"
    elif not _is_groups(name, among_others=len(grids) > 1):
        name, what = _plain_title(table, sheet), "title"
    if Field.GROUP in table.cell_order:
        return table
    if not name:
        line = "It names no group as a whole: say whose timetable it is, if its cells do not."
        return replace(table, unsure=(*table.unsure, line))
    line = f"Its sessions are taken as those of the group that the {what} is named after."
    return replace(table, group=name, unsure=(*table.unsure, line))


def _labelled(table: SheetMapping, sheet: Sheet) -> tuple[Field, str] | None:
    """Whose timetable a line over a table says it is: "Class: Puffins", "Room: G01"."""
    top = min(table.header_rows, default=0)
    for row in reversed([row for row in sheet.rows if row.number < top]):
        for text in (written(cell) for cell in row.cells.values()):
            found = LABELLED.match(text)
            if found and found.lastgroup:
                field = next(f for f in _WHOSE if found[f.value])
                return field, found["name"].strip()
        if len(row.cells) > 3:  # of another table
            return None
    return None


def _as_labelled(table: SheetMapping, field: Field, name: str) -> SheetMapping:
    line = f"Its sessions are taken as those of the {field} that is named over them, “{name}”."
    if field is not Field.GROUP:
        return replace(table, told={field: name}, unsure=(*table.unsure, line))
    if Field.GROUP in table.cell_order:
        return table
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
    name = " ".join(_NOT_ITS_NAME.sub(" ", title).split()).strip(" -–—:,|()")
    return _CODE.sub("", name)  # "Group 12A" is called 12A
