"""Where the tables of a sheet are: titles above, headings in one row or two, groups over them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, takewhile

from lsadesk.intake.keys import is_period
from lsadesk.intake.looks import is_day, is_mark, is_span, says_date, share
from lsadesk.intake.meanings import is_heading, is_known_word
from lsadesk.intake.parsing.words import key, plain
from lsadesk.intake.sheets import Merge, Row, Sheet, Value, written

_ASKED = re.compile(r"^(.{10,}?)[\s.:>-]*\[(.{2,})\]$", re.DOTALL)  # a form's "How sure? [BSL]"
_WITH_DATE = re.compile(
    r"^[a-z]+[\s,]+\d{1,2}"
    r"(?:[/-]\d{1,2}(?:[/-]\d{2,4})?|(?:st|nd|rd|th)?(?: [a-z]{3,9})?(?: \d{4})?)$"
)
LABELLED = re.compile(  # "Class: Puffins", "Room - G01"
    r"^(?:(?P<group>(?:tutor |teaching )?group|class|form|set|pathway|grwp|dosbarth)|"
    r"(?P<room>room|venue|base|ystafell)|(?P<teacher>teacher|tutor|lecturer|tiwtor|athro))"
    r"(?: name)?\s*[:=]\s*(?P<name>\S.*)$",
    re.IGNORECASE,
)
LOOK_AT = 40  # rows from the top in which the first table has to begin
SET_ASIDE_HEADER = "Why it was set aside"


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a sheet: its headings by column, the groups above them, its rows.

    *above* is the text of the titles and legends over the headings.
    """

    header_rows: tuple[int, ...]
    headers: Mapping[int, str]
    groups: Mapping[int, str]
    above: str
    rows: tuple[Row, ...]
    last_row: int | None = None


def tables_of(sheet: Sheet) -> list[Table]:
    """The tables of a sheet, one under another. Without any headings the list is empty."""
    first = _best_header(sheet.rows[:LOOK_AT])
    if first is None:
        return []
    starts = [first, *_later_headers(sheet.rows, first)]
    ends = [*(_without_title(sheet.rows, start) for start in starts[1:]), len(sheet.rows)]
    found = []
    begin = 0
    for start, end in zip(starts, ends, strict=True):
        found.append(_table(sheet, begin, start, end))
        begin = end
    return found


def table_at(sheet: Sheet, header_rows: tuple[int, ...], last_row: int | None) -> Table:
    """The table whose heading rows a person or an earlier import has named."""
    top = min(header_rows, default=0)
    low = max(header_rows, default=0)
    body = tuple(
        row
        for row in sheet.rows
        if low < row.number and (last_row is None or row.number <= last_row)
    )
    inside = [row for row in sheet.rows if top <= row.number <= low]
    headers, groups = _named(sheet, inside) if inside else ({}, {})
    above = " ".join(_line(row) for row in sheet.rows if row.number < top)
    return Table(header_rows, headers, groups, above, body, last_row)


def is_weekday(text: str) -> bool:
    """Whether a heading names a day of the week, perhaps with its date: "Mon 14/9"."""
    if not is_day(text) or len(key(text)) < 2:
        return False
    return len(key(text).split()) <= 2 or bool(_WITH_DATE.match(plain(text)))


def is_dated(text: str) -> bool:
    """Whether a heading is a date cell, as `written` writes one."""
    return bool(re.fullmatch(r"\d\d/\d\d/\d{4}", text)) and is_day(text)


def _line(row: Row) -> str:
    """A row's words; the two cells of a key's row as "0 = not trained"."""
    return (" = " if len(row.cells) == 2 else "; ").join(map(written, row.cells.values()))


def _best_header(rows: tuple[Row, ...]) -> int | None:
    scores = [
        _header_score(row)
        + _over_figures(rows, place)
        + _over_times(rows, place)
        - _repeated(rows, place)
        for place, row in enumerate(rows)
    ]
    best = max(scores, default=0.0)
    if best < 3:
        return None
    words = _words(rows[scores.index(best)])
    place = next(i for i, row in enumerate(rows) if _words(row) == words)
    heads = (i for i in range(place - 1) if _is_header(rows[i]) or _heads_days(rows[i]))
    earlier = (i for i in heads if _is_apart(rows, i, place))
    return next(earlier, place)


def _is_header(row: Row) -> bool:
    """Whether a row is plainly headings: three known ones or more, and few other words."""
    texts = [cell for cell in row.cells.values() if isinstance(cell, str)]
    if _is_filled_in(row) or sum(is_known_word(text) for text in texts) < 2:
        return False
    known = sum(is_heading(text) for text in texts)
    return known >= 3 and known >= 0.6 * len(row.cells)


def _is_filled_in(row: Row) -> bool:
    """Whether a row is a line of a form, "Name: Asha Kaur", in cells beside each other."""
    labels = {at for at, cell in row.cells.items() if written(cell).rstrip().endswith(":")}
    return any(at + 1 in row.cells and at + 1 not in labels for at in labels)


def _is_apart(rows: tuple[Row, ...], earlier: int, later: int) -> bool:
    """Whether two heading rows have different words, and rows of their own between them."""
    words = _words(rows[later])
    return later - earlier > 2 and len(words & _words(rows[earlier])) < 0.6 * len(words)


def _header_score(row: Row) -> float:
    """How much a row looks like headings: known words, then words at all, no figures."""
    texts = [cell for cell in row.cells.values() if isinstance(cell, str)]
    known = sum(is_heading(text) or _is_when(text) for text in texts) + _dated(row)
    asked = sum(bool(_ASKED.search(text)) for text in texts)
    known += asked
    short = asked + sum(
        len(text) <= 45 and not text.isdigit() for text in texts if not _ASKED.search(text)
    )
    distinct = len({key(text) for text in texts})
    others = len(row.cells) - short - _dated(row)
    return known * 2 + min(short, 16) * 0.25 - others - (len(texts) - distinct) * 0.5


def _is_when(text: str) -> bool:
    """Whether a cell is a day, a time or a period, as a timetable's headings are."""
    is_numbered = is_period(text) and bool(re.search(r"[A-Za-z]\D*\d", text))
    return is_weekday(text) or is_span(text) or is_numbered


def _dated(row: Row) -> int:
    """How many dates of one week stand in a row, day after day or beside "Time"."""
    days = [cell.toordinal() for cell in row.cells.values() if isinstance(cell, date)]
    is_week = len(days) > 2 and all(1 <= later - day <= 3 for day, later in pairwise(days))
    if is_week or any(key(written(c)) in ("time", "times", "period") for c in row.cells.values()):
        return len(days)
    return 0


def _repeated(rows: tuple[Row, ...], place: int) -> float:
    """How many cells of a row stand again in the row above or below: records do, headings not."""
    row = rows[place]
    near = [rows[other] for other in (place - 1, place + 1) if 0 <= other < len(rows)]
    again = sum(
        any(key(written(other.cells.get(column))) == key(written(cell)) != "" for other in near)
        for column, cell in row.cells.items()
    )
    return 2.5 * again


def _over_figures(rows: tuple[Row, ...], place: int) -> float:
    """2.5 for a row of words with columns of figures, ticks or dates under it, else 0."""
    row = rows[place]
    columns = [column for column, cell in row.cells.items() if isinstance(cell, str)]
    if len(columns) < 2 or share((row.cells[c] for c in columns[1:]), _is_figure) > 0.2:
        return 0
    under = [
        below.cells[column]
        for below in rows[place + 1 : place + 8]
        for column in columns[1:]
        if column in below.cells
    ]
    return 2.5 if share(under, _is_figure) >= 0.6 else 0


def _is_figure(value: Value) -> bool:
    return is_mark(value) or says_date(value)


def _over_times(rows: tuple[Row, ...], place: int) -> float:
    """3 for a row of words whose first column holds times under it, as a grid's does, else 0."""
    row = rows[place]
    below = list(takewhile(lambda other: len(other.cells) > 1, rows[place + 1 : place + 4]))
    words = [cell for cell in row.cells.values() if isinstance(cell, str) and not is_span(cell)]
    if len(words) < 2 or len(words) < len(row.cells) or not below:
        return 0
    first = min(column for other in below for column in other.cells)
    return 3 if all(is_span(other.cells.get(first, "")) for other in below) else 0


def _later_headers(rows: tuple[Row, ...], first: int) -> list[int]:
    """Where other tables begin further down: headings of their own, not these repeated."""
    own = _words(rows[first])
    is_grid = _heads_grid(rows[first])
    found = []
    for index in range(first + 2, len(rows)):
        words = _words(rows[index])
        is_new = _is_header(rows[index]) and len(words & own) < 0.6 * len(words)
        above = rows[index - 2 if _names_periods(rows[index - 1]) else index - 1]
        titled = _is_block_title(above) or (is_grid and len(above.cells) == 1)
        is_other = _begins_alike(rows[index], rows[first]) and len(words & own) < 0.6 * len(words)
        if is_new or is_other or (words == own and titled):
            found.append(index)
            own, is_grid = words, _heads_grid(rows[index])
    return found


def _heads_grid(row: Row) -> bool:
    """Whether days, times or periods stand across a row."""
    return sum(_is_when(written(cell)) for cell in row.cells.values()) > 1


def _heads_days(row: Row) -> bool:
    """Whether three days or more stand across a row."""
    return sum(is_weekday(written(cell)) for cell in row.cells.values()) > 2


def _begins_alike(row: Row, header: Row) -> bool:
    """Whether a row begins with the heading that a table begins with: nobody is called "Name"."""
    column, top = min(row.cells), min(header.cells)
    said = written(row.cells[column])
    is_same = column == top and key(said) == key(written(header.cells[top]))
    return is_same and is_known_word(said) and len(row.cells) > 1


def _is_block_title(row: Row) -> bool:
    """Whether a row alone says the day, the week or the group of the block below it."""
    said = written(next(iter(row.cells.values())))
    words = key(said).split()
    names_week = any(word in ("week", "wk", "wythnos") for word in words)
    is_labelled = bool(LABELLED.match(said))
    return len(row.cells) == 1 and (is_labelled or names_week or any(map(is_weekday, words)))


def _without_title(rows: tuple[Row, ...], start: int) -> int:
    """Where the table above ends: before the title of the next, a row with one cell."""
    if _names_periods(rows[start - 1]):
        start -= 1
    return start - 1 if len(rows[start - 1].cells) == 1 else start


def _names_periods(row: Row) -> bool:
    """Whether a row names the periods whose times stand below it."""
    periods = [cell for cell in row.cells.values() if is_period(cell)]
    return len(periods) > 1 and 2 * len(periods) >= len(row.cells)


def _are_periods(row: Row) -> bool:
    """Whether a row counts the same periods again under each day: 1 2 3 4, 1 2 3 4."""
    said = [written(cell) for cell in row.cells.values()]
    return all(map(is_period, said)) and len(set(said)) < len(said)


def _words(row: Row) -> set[str]:
    return {key(written(cell)) for cell in row.cells.values()}


def _table(sheet: Sheet, begin: int, start: int, end: int) -> Table:
    rows = sheet.rows
    low = _lowest_header(sheet, start, end)
    top = (
        start - 1 if start > begin and _is_group_row(sheet, rows[start - 1], rows[start]) else start
    )
    headers, groups = _named(sheet, list(rows[top : low + 1]))
    body = rows[low + 1 : end]
    last = rows[end - 1].number if end < len(rows) else None
    above = " ".join(_line(row) for row in rows[begin:top])
    numbers = tuple(row.number for row in rows[top : low + 1])
    return Table(numbers, headers, groups, above, body, last)


def _lowest_header(sheet: Sheet, start: int, end: int) -> int:
    """The second row of headings below *start*, where merged cells or a gap say there is one."""
    if start + 1 >= end:
        return start
    here, below = sheet.rows[start], sheet.rows[start + 1]
    if any(m.top <= here.number < m.bottom and m.left in here.cells for m in sheet.merged):
        return start + 1 if _only_text(below) or _are_periods(below) else start
    wide = [m for m in sheet.merged if m.top == m.bottom == here.number and m.right > m.left]
    if wide and len(here.cells) > 1 and (_only_text(below) or _are_periods(below)):
        return start + 1
    if len(below.cells) > 1 and all(map(is_span, below.cells.values())):
        return start + 1
    fills_gaps = len(below.cells) >= 3 and not set(below.cells) & {min(here.cells)}
    gaps = set(below.cells) - set(here.cells)
    is_record = _begins_with_time(below) or any(map(says_date, below.cells.values()))
    return start + 1 if fills_gaps and gaps and _only_text(below) and not is_record else start


def _begins_with_time(row: Row) -> bool:
    """Whether only the first of a row's cells is a time, as down the side of a timetable."""
    first, *others = (row.cells[column] for column in sorted(row.cells))
    return is_span(first) and not any(map(is_span, others))


def _only_text(row: Row) -> bool:
    texts = [cell for cell in row.cells.values() if isinstance(cell, str)]
    wordy = [text for text in texts if len(text) > 1 and not text[0].isdigit()]
    return len(texts) == len(row.cells) and len(wordy) >= 0.6 * len(texts)


def _is_group_row(sheet: Sheet, above: Row, header: Row) -> bool:
    """Whether the row above the headings names groups of columns rather than the sheet."""
    if _names_periods(above) and sum(is_span(cell) for cell in header.cells.values()) > 1:
        return True
    if not _only_text(above) or _is_filled_in(above):
        return False
    here = [m for m in sheet.merged if m.top <= above.number <= m.bottom]
    if any(m.bottom >= header.number for m in here):
        return True
    if len(above.cells) >= len(header.cells):
        return False
    if any(m.left > 0 and m.top == m.bottom and m.right > m.left for m in here):
        return True
    later = [column for column in above.cells if column > 0]
    return len(later) >= 2 and set(later) <= set(header.cells)


def _named(sheet: Sheet, rows: list[Row]) -> tuple[dict[int, str], dict[int, str]]:
    """Headings by column from the lowest row that has one; groups from the rows above it."""
    headers: dict[int, str] = {}
    groups: dict[int, str] = {}
    width = max(max(row.cells) for row in rows) + 1
    spread = [_spread(sheet, row, width, row is not rows[-1]) for row in rows]
    for column in range(width):
        texts = [line[column] for line in spread if column in line]
        if texts:
            headers[column] = texts[-1]
        if len(texts) > 1 and column in spread[-1] and texts[0] != texts[-1]:
            groups[column] = texts[0]
    return _unasked(headers), groups


def _unasked(headers: dict[int, str]) -> dict[int, str]:
    """*headers* with a question that a form repeats over several columns left out of each."""
    asked = {index: found for index, text in headers.items() if (found := _ASKED.match(text))}
    stems = [found[1] for found in asked.values()]
    return {
        index: asked[index][2] if index in asked and stems.count(asked[index][1]) > 1 else text
        for index, text in headers.items()
    }


def _spread(sheet: Sheet, row: Row, width: int, is_group: bool) -> dict[int, str]:
    """The row's texts by column; in a row of groups each reaches to the next."""
    texts = {column: written(cell) for column, cell in row.cells.items()}
    if not is_group:
        return texts
    merges = {m.left: m for m in sheet.merged if m.top <= row.number <= m.bottom}
    reach = dict(texts)
    for column, text in texts.items():
        for covered in range(column, _end(column, merges.get(column), texts, width) + 1):
            reach[covered] = text
    return reach


def _end(column: int, merge: Merge | None, texts: dict[int, str], width: int) -> int:
    if merge is not None:
        return min(merge.right, width - 1)
    if column == 0:
        return column
    later = [other for other in texts if other > column]
    return min(later, default=width) - 1
