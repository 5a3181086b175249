"""Matrices whose cells hold no words but a colour each: the colours as words."""

from collections.abc import Mapping
from dataclasses import replace

from lsadesk.intake.sheets import Row, Sheet, Value, written

Hues = Mapping[tuple[int, int], str]  # by row number and column
_LIGHTS = frozenset({"Red", "Amber", "Green"})
_FEWEST = 4  # coloured cells that make a matrix


def with_colours(sheet: Sheet, hues: Hues) -> Sheet:
    """*sheet* with the colour of each empty cell of a matrix of colours in its words.

    A colour that a whole row or column has in common with its heading says nothing of
    single cells, and neither does a lone one. A key beside the colours is put in words too.
    """
    said = {row.number: row.cells for row in sheet.rows}
    marks = _marks(said, hues)
    if len(marks) < _FEWEST or len(_LIGHTS & set(marks.values())) < 2:
        return sheet
    if _words_among(said, marks) > len(marks) / 2:
        return sheet  # a timetable with its breaks shaded, say
    rows = [_row(row, marks, hues) for row in sheet.rows]
    used = ", ".join(sorted(set(marks.values()))).lower()
    remark = f"Cells without words are read by their colour: {used}."
    return replace(sheet, rows=tuple(rows), remarks=(*sheet.remarks, remark))


def _marks(said: Mapping[int, Mapping[int, Value]], hues: Hues) -> dict[tuple[int, int], str]:
    """The coloured cells that hold nothing, beside a name and under a heading."""
    tops: dict[int, int] = {}
    for number in sorted(said):
        for column in said[number]:
            tops.setdefault(column, number)
    return {
        (number, column): hue
        for (number, column), hue in hues.items()
        if number in said
        and column not in said[number]
        and min(said[number]) < column
        and tops.get(column, number) < number
        and hue not in (hues.get((number, min(said[number]))), hues.get((tops[column], column)))
    }


def _words_among(
    said: Mapping[int, Mapping[int, Value]], marks: Mapping[tuple[int, int], str]
) -> int:
    """How many cells of the matrix hold words."""
    rows, columns = {number for number, _ in marks}, {column for _, column in marks}
    return sum(column in columns for number in rows for column in said[number])


def _row(row: Row, marks: Mapping[tuple[int, int], str], hues: Hues) -> Row:
    """The row with its colours in words: those of its empty cells, or that of a key's."""
    own = {column: hue for (number, column), hue in marks.items() if number == row.number}
    if own:
        return Row(row.number, dict(sorted({**row.cells, **own}.items())))
    inside = min(number for number, _ in marks) <= row.number <= max(number for number, _ in marks)
    if len(row.cells) != 1 or inside:
        return row
    column, cell = next(iter(row.cells.items()))
    near = [hues.get((row.number, at), "") for at in (column, column - 1, column + 1)]
    hue = next((hue for hue in near if hue in marks.values()), "")
    text = written(cell)
    if not hue or hue.casefold() in text.casefold():
        return row
    return Row(row.number, {column: f"{hue} = {text}"})
