"""Names that stand over a table, or between its rows over those that are about somebody."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.column_looks import PERSON_FIELDS
from lsadesk.intake.looks import is_name, is_written_name
from lsadesk.intake.mapping import Field, SheetMapping
from lsadesk.intake.meanings import meaning_of
from lsadesk.intake.owners import names_one_of
from lsadesk.intake.parsing.names import tidy_name
from lsadesk.intake.parsing.words import key
from lsadesk.intake.sheets import Row, Sheet, written

_FEW = 4  # cells of a row that only says a name, with its label and a date, say
_LABELLED = re.compile(r"^\s*([^:]{2,30}):\s*(\S.*)$")


def name_above(sheet: Sheet, header_rows: Sequence[int]) -> str:
    """The name beside or behind "Name" nearest above a table's headings, or ""."""
    top = min(header_rows, default=0)
    above = [row for row in sheet.rows if row.number < top]
    return next(filter(None, map(_name_in, reversed(above))), "")


def name_between(row: Row) -> str:
    """Whom a row between others says that those below it are about, or ""."""
    lone = written(next(iter(row.cells.values()))) if len(row.cells) == 1 else ""
    if is_written_name(tidy_name(lone)):
        return lone
    return _name_in(row) if len(row.cells) <= _FEW else ""


def says_names_between(rows: Sequence[Row], names: frozenset[str]) -> bool:
    """Whether a table's rows stand under names, those of the staff where *names* has any."""
    heads = (one for one, below in pairwise(rows) if len(below.cells) > len(one.cells))
    found = [name for row in heads if (name := name_between(row))]
    known = sum(names_one_of(names, name) for name in found)
    return len(found) > 1 and (not names or 2 * known >= len(found))


def _name_in(row: Row) -> str:
    cells = [written(row.cells[column]) for column in sorted(row.cells)]
    for at, text in enumerate(cells):
        if found := _LABELLED.match(text):
            label, said = found[1], found[2]
        else:
            label, said = text.rstrip(": "), next(iter(cells[at + 1 : at + 2]), "")
        if _asks_for_name(label) and is_name(said):
            return said
    return ""


def _asks_for_name(label: str) -> bool:
    return any(m == (Field.FULL_NAME, 100) for m in meaning_of(key(label), SheetKind.STAFF))


def with_name_above(mapping: SheetMapping, sheet: Sheet) -> SheetMapping:
    """A skills audit or training record without names, as about whom the form's top names."""
    is_form = mapping.kind in (SheetKind.SKILLS, SheetKind.TRAINING)
    if not is_form or mapping.has(*PERSON_FIELDS, Field.PERSON):
        return mapping
    about = name_above(sheet, mapping.header_rows)
    line = f"All its rows are taken as about {about}, whom it names at its top."
    return replace(mapping, about=about, unsure=(*mapping.unsure, line)) if about else mapping
