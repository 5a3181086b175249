"""Tables of a web page: what many a college system writes when it is asked for an .xls."""

from html.parser import HTMLParser
from pathlib import Path

from lsadesk.errors import UserError
from lsadesk.intake.delimited import MAX_BYTES, decoded
from lsadesk.intake.limits import MAX_COLUMNS, MAX_ROWS, beyond
from lsadesk.intake.sheets import Merge, Row, Sheet

_BEGINS = (b"<!doctype html", b"<html", b"<table", b"<meta", b"<style", b"<head", b"<body")
_BREAKS = frozenset({"br", "p", "div", "li"})


def is_web_page(start: bytes) -> bool:
    """Whether a file that begins with *start* is a web page inside, whatever its name says."""
    return start.lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(_BEGINS)


def read_web_tables(path: Path, name: str) -> list[Sheet]:
    """Each table of the page as a sheet called *name*, from the second on with its number.

    Raises UserError.
    """
    if path.stat().st_size > MAX_BYTES:
        raise UserError("This file is far bigger than a staff list; import it in smaller parts.")
    reader = _Reader()
    reader.feed(decoded(path.read_bytes()))
    reader.close()
    found = [table for table in reader.tables if table.rows]
    if not found:
        raise UserError(f"{path.name} is a web page without any table in it.")
    return [
        Sheet(
            name=name if number == 1 else f"{name} {number}",
            rows=tuple(table.rows),
            merged=tuple(table.merged),
            remarks=tuple(beyond(table.beyond)),
        )
        for number, table in enumerate(found, 1)
    ]


class _Table:
    """One table as it is read: its rows so far, and the cell that is open."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.merged: list[Merge] = []
        self.number = 0
        self.beyond = 0  # the first row with cells beyond the columns that are read
        self.cells: dict[int, str] = {}
        self.column = 0
        self.words: list[str] | None = None
        self._across = self._down = 1
        self._covered: dict[int, int] = {}  # the last row that a cell above reaches, by column

    def open_row(self) -> None:
        self.close_row()
        self.number += 1
        self.cells, self.column = {}, 0

    def close_row(self) -> None:
        self.close_cell()
        if self.cells:
            self.rows.append(Row(self.number, dict(self.cells)))
            self.cells = {}
        if len(self.rows) > MAX_ROWS:
            raise UserError(f"This file has more than {MAX_ROWS:,} rows; import it in parts.")

    def open_cell(self, across: int, down: int) -> None:
        self.close_cell()
        while self._covered.get(self.column, -1) >= self.number:
            self.column += 1
        self.words, self._across, self._down = [], across, down

    def close_cell(self) -> None:
        if self.words is None:
            return
        text = "\n".join(" ".join(line.split()) for line in "".join(self.words).split("\n")).strip()
        if text and self.column < MAX_COLUMNS:
            self.cells[self.column] = text
        elif text:
            self.beyond = self.beyond or self.number
        last = self.number + self._down - 1
        right = self.column + self._across - 1
        if self._across * self._down > 1:
            self.merged.append(Merge(self.number, self.column, last, right))
        if self._down > 1:
            for column in range(self.column, min(right + 1, MAX_COLUMNS)):
                self._covered[column] = max(last, self._covered.get(column, last))
        self.column += self._across
        self.words = None


class _Reader(HTMLParser):
    """Gathers the tables of a page, the ones inside others apart from those."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._open: list[_Table] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._open.append(_Table())
            self.tables.append(self._open[-1])
        elif not self._open:
            return
        elif tag == "tr":
            self._open[-1].open_row()
        elif tag in ("td", "th"):
            said = dict(attrs)
            self._open[-1].open_cell(_span(said.get("colspan")), _span(said.get("rowspan")))
        elif tag in _BREAKS:
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        if not self._open:
            return
        if tag == "table":
            self._open.pop().close_row()
        elif tag == "tr":
            self._open[-1].close_row()
        elif tag in ("td", "th"):
            self._open[-1].close_cell()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1].words is not None:
            self._open[-1].words.append(data)

    def close(self) -> None:
        super().close()
        while self._open:
            self._open.pop().close_row()


def _span(said: str | None) -> int:
    return min(int(said), MAX_COLUMNS) if said and said.isdecimal() and int(said[:6]) else 1
