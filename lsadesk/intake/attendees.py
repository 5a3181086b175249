"""Everybody whom one cell of a training log names: "Asha Kaur; Ben Pritchard"."""

import re
from collections.abc import Callable
from dataclasses import replace

from lsadesk.domain.incoming import PersonRef, Record
from lsadesk.intake.looks import is_name
from lsadesk.intake.mapping import Column, Field
from lsadesk.intake.matching import NoSuchPerson
from lsadesk.intake.rows import Aside, Line, Part
from lsadesk.intake.sheets import Row, written
from lsadesk.intake.training_rows import training_of

_BETWEEN = re.compile(r"\s*(?:[;\n\r/+•|]|\s&\s|\s(?:and|a)\s)\s*")
_ONE_SURNAME = re.compile(r"^(?:van|von|de|der|del|la|le|al|bin|ap|ab|st)\b", re.I)


def trainings_of_all(
    line: Line, person_of: Callable[[Line], tuple[list[Record], PersonRef]]
) -> list[Part]:
    """What a row of a training record says of each whom it names. Raises `Aside`.

    *person_of* gives the person of a row, and the records that add them. A name that fits
    nobody is told, and the others are taken all the same.
    """
    column = next(iter(line.columns(Field.FULL_NAME)), None)
    names = [] if column is None else _names_in(line, column)
    if column is None or len(names) < 2:
        added, person = person_of(line)
        return [(line, [*added, *training_of(line, person)])]
    parts: list[Part] = []
    for name in names:
        own = _about(line, column, name)
        try:
            added, person = person_of(own)
        except Aside as doubt:
            own.remark(column, doubt.reason)
            parts.append((own, []))
        else:
            parts.append((own, [*added, *training_of(own, person)]))
    return parts


def _about(line: Line, column: Column, name: str) -> Line:
    cells = {**line.row.cells, column.index: name}
    return replace(line, row=Row(line.row.number, cells), problems=[])


def _names_in(line: Line, column: Column) -> list[str]:
    """The names of one cell, each once; a single one where it holds no more."""
    value = line.value(column)
    said = value if isinstance(value, str) else written(value)
    parts = [part for part in map(str.strip, _BETWEEN.split(said)) if part]
    names = [name for part in parts for name in _by_commas(part, line)]
    return list(dict.fromkeys(names))


def _by_commas(said: str, line: Line) -> list[str]:
    """The names between commas; "Kaur, Asha" is one, whichever way round lists write it."""
    pieces = [piece for piece in map(str.strip, said.split(",")) if piece]
    if len(pieces) < 2 or _is_somebody(said, line):
        return [said]
    whole = all(map(is_name, pieces)) and not _ONE_SURNAME.match(pieces[0])
    return pieces if whole or len(pieces) > 2 else [said]


def _is_somebody(said: str, line: Line) -> bool:
    try:
        line.directory.find(said)
    except NoSuchPerson as doubt:
        return bool(doubt.candidates)
    return True
