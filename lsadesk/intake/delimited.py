"""A .csv, whatever separates its fields and however its letters are kept."""

import csv
import io
import re
from pathlib import Path

from lsadesk.errors import UserError
from lsadesk.intake.limits import MAX_COLUMNS, MAX_ROWS, beyond
from lsadesk.intake.sheets import Row, Sheet

MAX_BYTES = 20_000_000
_SEPARATORS = ",;\t|"


def read_delimited(path: Path, name: str) -> list[Sheet]:
    """The file as one sheet called *name*. Raises UserError."""
    if path.stat().st_size > MAX_BYTES:
        raise UserError("This file is far bigger than a staff list; import it in smaller parts.")
    text = decoded(path.read_bytes())
    text, separator = _separator(text)
    csv.field_size_limit(1_000_000)
    rows, far = [], 0
    for number, line in enumerate(_records(text, separator), 1):
        near = [_without_numbers(cell.strip()) for cell in line[:MAX_COLUMNS]]
        cells = {i: cell for i, cell in enumerate(near) if cell}
        if cells:
            rows.append(Row(number, cells))
        if any(cell.strip() for cell in line[MAX_COLUMNS:]):
            far = far or number
    if len(rows) > MAX_ROWS:
        raise UserError(f"This file has more than {MAX_ROWS:,} rows; import it in smaller parts.")
    return [Sheet(name=name, rows=tuple(rows), remarks=tuple(beyond(far)))]


def _without_numbers(cell: str) -> str:
    """A cell without the list's own numbers behind what was chosen in it: "Kaur, Asha;#14"."""
    return "; ".join(re.sub(r";#\d+(?=;#|$)", "", cell).split(";#")) if ";#" in cell else cell


def _records(text: str, separator: str) -> list[list[str]]:
    """The records of *text*. A quotation mark that is never closed is taken as a letter.

    It would else swallow every row down to the end of the file.
    """
    try:
        try:
            return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
        except csv.Error as error:
            if "unexpected end" not in str(error):
                return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        stream = io.StringIO(text, newline="")
        plain = csv.reader(stream, delimiter=separator, quoting=csv.QUOTE_NONE)
        return [[cell.strip(' "') for cell in record] for record in plain]
    except csv.Error as error:
        raise UserError("This file is not a table of text that can be read.") from error


def decoded(data: bytes) -> str:
    """The text of a file, whichever of the usual encodings it is in."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _separator(text: str) -> tuple[str, str]:
    """The text without Excel's own "sep=" line, and the separator most lines agree on."""
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip()) == 5:
        return rest, first[4]
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    return text, max(_SEPARATORS, key=lambda separator: _agreement(lines, separator))


def _agreement(lines: list[str], separator: str) -> float:
    counts = [line.count(separator) for line in lines]
    usual = max(set(counts), key=counts.count, default=0)
    return usual and counts.count(usual) / len(counts) * min(usual, 3) + sum(counts) / 1e6
