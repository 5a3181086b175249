"""Lists of who holds a course, each under the course's name: "Name, Date passed" below "PEG"."""

from collections.abc import Sequence
from dataclasses import replace

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.mapping import Field
from lsadesk.intake.sheets import Row, Sheet, Value, written
from lsadesk.intake.vocabulary import meaning_of

_SURE = 90
_DAYS = (Field.ACHIEVED, Field.EXPIRES)
_TOLD = "The title over each list of names and dates is read as the course that they hold."


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
