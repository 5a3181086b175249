"""Keys that stand apart from what they explain: a legend of marks, the times of periods."""

import re
from collections.abc import Iterable, Sequence

from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.times import parse_span, parse_time, span_of
from lsadesk.intake.parsing.words import plain, tidy
from lsadesk.intake.sheets import Row, Sheet, Value, written

_PERIOD = re.compile(
    r"^(?:p|pd|per|period|lesson|block|slot|session)?\.?\s*(\d{1,2}[ab]?)$|"
    r"^(am|pm|registration|reg|lunch|twilight|morning|afternoon|eve|evening)$"
)
_RUN = re.compile(
    r"^(p|pd|period|lesson)?s?\.?\s*(\d{1,2})\s*(?:-|to)\s*(?:p|pd|period|lesson)?\.?\s*(\d{1,2})$"
)
_LONGEST, _OTHERS = 14, 2  # rows of a key, and those of them that only head it or say “break”
_MARK = re.compile(r"^(?:\d{1,2}|[A-Za-z]{1,2})$")
_ONE_OF_KEY = re.compile(
    r"(?:\d|[A-Z]{1,2}|[Rr]ed|[Aa]mber|[Gg]reen)\s*[=:–-]\s*[A-Za-z][A-Za-z ]{2}[^;\n]*$"
)
_LEGEND = re.compile(
    r"=|^(?:key|legend|scale|ratings?|levels?)\b|^(?:\d|[A-Z]{1,2}|red|amber|green|blue)\s*[:–-]",
    re.IGNORECASE,
)


def period_key(text: str) -> str:
    """The same for "P1", "Period 1" and "1"; "" for what names no period."""
    found = _PERIOD.match(plain(text))
    return (found[1] or found[2]) if found else ""


def is_period(value: Value) -> bool:
    """Whether a cell names a period, or several that follow each other, instead of a time."""
    return bool(periods_in(written(value)))


def periods_in(text: str, *, among: Sequence[str] = ()) -> tuple[str, ...]:
    """The periods that a cell names: one, or all of "P1-3", "P4 & P5" and "1, 2"; () for none.

    "1-2" is from one o'clock to two, where *among* does not have both as periods.
    """
    one = period_key(text)
    if one:
        return (one,)
    if found := _RUN.match(plain(text)):
        first, last = int(found[2]), int(found[3])
        named = tuple(str(number) for number in range(first, last + 1))
        return named if found[1] or set(named) <= set(among) else ()
    several = [period_key(part) for part in re.split(r"\s*(?:[,&+/]|\band\b)\s*", plain(text))]
    return tuple(several) if len(several) > 1 and all(several) else ()


def legend_of(sheets: Iterable[Sheet]) -> str:
    """What the workbook says of marks outside the tables that hold them, as one text."""
    lines = []
    for sheet in sheets:
        rows = [pair for row in sheet.rows if (pair := legend_row(row))]
        if 2 <= len(rows) <= 12 and len(rows) >= len(sheet.rows) - 2:
            lines += [f"{mark} = {words}" for mark, words in rows]
        lines += [text for text in lone_texts(sheet) if _LEGEND.search(text)]
    return "; ".join(lines)


def key_beside(sheet: Sheet) -> str:
    """A key of marks that stands in one column beside a table, "G - competent" to a cell."""
    by_column: dict[int, list[str]] = {}
    for row in sheet.rows:
        for index, cell in row.cells.items():
            if isinstance(cell, str) and _ONE_OF_KEY.match(cell):
                by_column.setdefault(index, []).append(tidy(cell))
    return next(("; ".join(said) for said in by_column.values() if 2 <= len(said) <= 8), "")


def key_under(rows: Iterable[Row], marks: Iterable[Value]) -> str:
    """What rows of a table itself say of the *marks* in it: "R = not trained; G = trained"."""
    used = {plain(written(mark)) for mark in marks}
    pairs = [pair for row in rows if (pair := legend_row(row)) and plain(pair[0]) in used]
    return "; ".join(f"{mark} = {words}" for mark, words in pairs) if len(pairs) > 1 else ""


def is_key(rows: Sequence[Row]) -> bool:
    """Whether the rows of a table, but for two, explain marks or periods: it holds no records."""
    explaining = max(sum(map(bool, map(says, rows))) for says in (legend_row, period_row))
    return len(rows) <= _LONGEST and explaining >= max(2, len(rows) - _OTHERS)


def legend_row(row: Row) -> tuple[str, str] | None:
    """The mark and the words of a row that only explains one; None for any other."""
    cells = [row.cells[column] for column in sorted(row.cells)]
    if len(cells) != 2 or not isinstance(cells[1], str):
        return None
    mark, words = written(cells[0]), written(cells[1])
    return (mark, words) if _MARK.match(mark) and re.search(r"[A-Za-z]{3}", words) else None


def period_row(row: Row) -> tuple[str, str] | None:
    """A period and its times, where a row says them in one cell or in two; else None."""
    cells = [row.cells[column] for column in sorted(row.cells)]
    name = period_key(written(cells[0]))
    if not name or not 2 <= len(cells) <= 4:
        return None
    try:
        if len(cells) >= 3:
            return name, str(span_of(parse_time(cells[1]), parse_time(cells[2])).span)
        return name, str(parse_span(cells[1]).span)
    except Unreadable:
        return None


def lone_texts(sheet: Sheet) -> list[str]:
    """The texts of rows with one cell: titles, and remarks under a table."""
    cells = [next(iter(row.cells.values())) for row in sheet.rows if len(row.cells) == 1]
    return [cell for cell in cells if isinstance(cell, str)]
