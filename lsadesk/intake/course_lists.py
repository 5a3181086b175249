"""Lists of who holds a course under that course's name, each with headings of its own or none."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.looks import is_written_name
from lsadesk.intake.mapping import Column, Field
from lsadesk.intake.meanings import meaning_of
from lsadesk.intake.owners import names_one_of
from lsadesk.intake.parsing.words import key
from lsadesk.intake.sheets import Row, Sheet, Value, written

_SURE = 90
_DAYS = (Field.ACHIEVED, Field.EXPIRES)
_TOLD = "The title over each list of names and dates is read as the course that they hold."


def says_courses_between(
    sheet: Sheet, rows: Sequence[Row], columns: Sequence[Column], names: frozenset[str]
) -> bool:
    """Whether rows of one cell, the first row and another at least, head who holds which course.

    *names* are those of the staff: none of them is a course.
    """
    fields = {column.field for column in columns}
    whom = next((c.index for c in columns if c.field is Field.FULL_NAME), None)
    if whom is None or Field.COURSE in fields or not fields & {*_DAYS}:
        return False
    heads = [row for row, below in pairwise(rows) if len(row.cells) == 1 < len(below.cells)]
    said = {key(written(row.cells[whom])) for row in heads if whom in row.cells}
    listed = {key(written(row.cells.get(whom))) for row in rows if len(row.cells) > 1}
    if len(said) < 2 or len(said) < len(heads) or heads[0] is not rows[0] or said & listed:
        return False
    return all(_could_be_course(sheet, row, row.cells[whom], names) for row in heads)


def _could_be_course(sheet: Sheet, row: Row, cell: Value, names: frozenset[str]) -> bool:
    """Whether a lone cell is not somebody's name, as far as can be told: it may look like one."""
    is_wide = any(m.top == m.bottom == row.number and m.right > m.left for m in sheet.merged)
    is_nobody = bool(names) and not names_one_of(names, cell)
    return isinstance(cell, str) and (is_nobody or is_wide or not is_written_name(cell))


def with_courses(sheets: Sequence[Sheet]) -> list[Sheet]:
    """*sheets*, the parts of one, with a "Course" column where lists stand under their courses.

    One title alone may be anything, as "Birthdays" is; several different ones are courses.
    """
    titles = [_titles(sheet) for sheet in sheets]
    different = {title for found in titles for title in found.values()}
    if len(different) < 2:
        return list(sheets)
    return [_with_column(sheet, found) for sheet, found in zip(sheets, titles, strict=True)]


def _titles(sheet: Sheet) -> dict[int, str]:
    """The title over each row of headings, by that row's number."""
    found = {}
    for above, row in zip(sheet.rows, sheet.rows[1:], strict=False):
        title = next(iter(above.cells.values()))
        if len(above.cells) == 1 and isinstance(title, str) and _heads_holders(row):
            found[row.number] = title.strip()
    return found


def _heads_holders(row: Row) -> bool:
    """Whether headings are of names and of days on which something was passed, and name nothing."""
    said = [written(cell) for cell in row.cells.values()]
    is_named = any(_means(text, Field.FULL_NAME) for text in said)
    is_dated = any(_means(text, *_DAYS) for text in said)
    return is_named and is_dated and not any(_means(text, Field.COURSE) for text in said)


def _means(text: str, *fields: Field) -> bool:
    meant = meaning_of(text, SheetKind.TRAINING)
    return any(field in fields and score >= _SURE for field, score in meant)


def _with_column(sheet: Sheet, titles: dict[int, str]) -> Sheet:
    if not titles:
        return sheet
    column = max(max(row.cells) for row in sheet.rows) + 1
    rows, course = [], ""
    for row in sheet.rows:
        said: Value = "Course" if row.number in titles else course
        course = titles.get(row.number, course)
        cells = {**row.cells, column: said} if len(row.cells) > 1 and said else row.cells
        rows.append(replace(row, cells=cells))
    return replace(sheet, rows=tuple(rows), remarks=(*sheet.remarks, _TOLD))
