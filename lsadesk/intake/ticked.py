"""Audits with a column for each level, where a tick in one of them is the rating of a skill."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.mapping import Field
from lsadesk.intake.meanings import meaning_of
from lsadesk.intake.parsing.ratings import CROSSES, TICKS
from lsadesk.intake.parsing.scales import WORDS, said_bare
from lsadesk.intake.parsing.words import key, plain
from lsadesk.intake.sheets import Row, Sheet, Value, letter, written

_FEWEST = 3  # levels side by side; two such words may be two skills
_MOST = 20  # columns of a form to tick; a wider sheet is a matrix, and is not searched
_NAMES = (Field.SKILL_NAME, Field.FULL_NAME, Field.SURNAME)
_FIGURE = re.compile(r"([0-5])(?:\s*[-–:=.)]?\s+[A-Za-z].*)?$", re.DOTALL)  # "2 with support"
_TICKED = CROSSES | TICKS | {"y", "yes", "*"}


def with_ticked_levels(sheet: Sheet) -> Sheet:
    """*sheet* with its columns of levels made one, "Rating", where rows tick one of them."""
    heads = [at for at, row in enumerate(sheet.rows) if _levels_in(row)]
    rows, told = list(sheet.rows), ""
    for at, end in pairwise((*heads, len(rows))):
        levels = _levels_in(sheet.rows[at])
        under = sheet.rows[at + 1 : end]
        if not _are_ticked(under, levels):
            continue
        rows[at] = _heading(rows[at], levels)
        rows[at + 1 : end] = [_rated(row, sheet.rows[at], levels) for row in under]
        told = told or _told(levels)
    return replace(sheet, rows=tuple(rows), remarks=(*sheet.remarks, told)) if told else sheet


def _told(levels: Sequence[int]) -> str:
    first, last = letter(levels[0]), letter(levels[-1])
    return (
        f"A mark in columns {first} to {last} says the level that heads its column, "
        f"so they are read as one column of ratings, {first}."
    )


def _are_ticked(rows: Sequence[Row], levels: Sequence[int]) -> bool:
    """Whether most rows that say anything of the levels, and two at least, mark one of them."""
    saying = [row for row in rows if any(column in row.cells for column in levels)]
    ticked = sum(_is_ticked(row, levels) for row in saying)
    return ticked >= 2 and ticked > len(saying) / 2


def _levels_in(row: Row) -> tuple[int, ...]:
    """The columns of a row of headings that are levels side by side, rising or falling."""
    if not _FEWEST <= len(row.cells) <= _MOST:
        return ()
    columns = tuple(c for c in sorted(row.cells) if c > 0 and _is_level(row.cells[c]))
    if len(columns) < _FEWEST or columns[-1] - columns[0] != len(columns) - 1:
        return ()
    said = [_level(row.cells[column]) for column in columns]
    return columns if said in (sorted(said), sorted(said, reverse=True)) else ()


def _is_level(cell: Value) -> bool:
    return isinstance(cell, int | str) and _says_level(written(cell))


@lru_cache(maxsize=16_384)  # every cell of a sheet is asked
def _says_level(text: str) -> bool:
    return bool(_FIGURE.match(text)) or said_bare(text) in WORDS


def _level(cell: Value) -> int:
    text = written(cell)
    figure = _FIGURE.match(text)
    return int(figure[1]) if figure else WORDS[said_bare(text)]


def _is_ticked(row: Row, levels: Sequence[int]) -> bool:
    """Whether exactly one level is marked, by a tick or a cross, beside some words."""
    marked = [plain(written(row.cells[column])) for column in levels if column in row.cells]
    others = [column for column in row.cells if column < levels[0]]
    return bool(others) and len(marked) == 1 and marked[0] in _TICKED


def _heading(row: Row, levels: Sequence[int]) -> Row:
    cells = _without(row, levels)
    before = levels[0] - 1
    meant = {field for field, _ in meaning_of(key(written(cells.get(before))), SheetKind.SKILLS)}
    if not meant & set(_NAMES):
        cells[before] = "Skill"
    return replace(row, cells={**cells, levels[0]: "Rating"})


def _rated(row: Row, head: Row, levels: Sequence[int]) -> Row:
    if not _is_ticked(row, levels):
        return row
    said = next(head.cells[column] for column in levels if column in row.cells)
    return replace(row, cells={**_without(row, levels), levels[0]: said})


def _without(row: Row, levels: Sequence[int]) -> dict[int, Value]:
    return {column: cell for column, cell in row.cells.items() if column not in levels}
