"""Lists beside each other on one sheet, taken apart at a blank column or at headings again."""

from dataclasses import replace
from itertools import pairwise

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.course_lists import with_courses
from lsadesk.intake.guessing import guess_sheet
from lsadesk.intake.headings import LOOK_AT
from lsadesk.intake.mapping import Field
from lsadesk.intake.meanings import meaning_of
from lsadesk.intake.parsing.words import key
from lsadesk.intake.sheets import Row, Sheet, letter, written

_MOST_COLUMNS = 200  # wider than this is a matrix with gaps, not lists beside each other


def parts_of(sheet: Sheet) -> tuple[Sheet, ...]:
    """The lists of a sheet, each as a sheet of its own; the sheet itself where it holds one.

    Only lists that make sense alone are taken apart: a matrix with an empty column in the
    middle stays whole, as its right half names nobody. Columns and rows keep their places.
    """
    blocks = _blocks(sheet)
    if len(blocks) < 2:
        blocks = _repeated(sheet)
    if len(blocks) < 2:
        return tuple(with_courses([sheet]))
    parts = with_courses([_part(sheet, block) for block in blocks])
    if not all(part.rows and _makes_sense(part) for part in parts):
        return (sheet,)
    first, *others = parts
    return (replace(first, name=sheet.name, remarks=(*sheet.remarks, *first.remarks)), *others)


def _blocks(sheet: Sheet) -> list[range]:
    """Runs of two filled columns or more, between columns that are blank all the way down."""
    used = sorted({column for row in sheet.rows for column in row.cells})
    if not used or used[-1] > _MOST_COLUMNS:
        return []
    starts = [used[0], *(b for a, b in pairwise(used) if b > a + 1)]
    ends = [*(a for a, b in pairwise(used) if b > a + 1), used[-1]]
    blocks = [range(start, end + 1) for start, end in zip(starts, ends, strict=True)]
    return blocks if all(len(block) >= 2 for block in blocks) else []


def _repeated(sheet: Sheet) -> list[range]:
    """The columns of each list, where one row has the same headings of people several times."""
    for row in sheet.rows[:LOOK_AT]:
        columns = sorted(row.cells)
        heads = [key(written(row.cells[column])) for column in columns]
        starts = [at for at, head in enumerate(heads) if head == heads[0]]
        width = starts[1] if len(starts) > 1 else 0
        is_whole = columns == list(range(columns[0], columns[0] + len(columns)))
        again = width >= 2 and heads == heads[:width] * len(starts) and is_whole
        if again and _heads_people(heads[:width]):
            first = columns[0]
            return [range(first + at, first + at + width) for at in starts]
    return []


def _heads_people(heads: list[str]) -> bool:
    """Whether one of the headings is that of names."""
    return any((Field.FULL_NAME, 100) in meaning_of(head, SheetKind.STAFF) for head in heads)


def _part(sheet: Sheet, block: range) -> Sheet:
    rows = (
        Row(row.number, {column: row.cells[column] for column in row.cells if column in block})
        for row in sheet.rows
    )
    return replace(
        sheet,
        name=f"{sheet.name}, columns {letter(block.start)} to {letter(block.stop - 1)}",
        part_of=sheet.name,
        rows=tuple(row for row in rows if row.cells),
        merged=tuple(merge for merge in sheet.merged if merge.left in block),
        remarks=(),
    )


def _makes_sense(part: Sheet) -> bool:
    return all(table.is_key or table.kind is not SheetKind.UNKNOWN for table in guess_sheet(part))
