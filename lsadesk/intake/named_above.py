"""Forms that one person fills in: the name stands over the table, not in it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.column_looks import PERSON_FIELDS
from lsadesk.intake.looks import is_name
from lsadesk.intake.mapping import Field, SheetMapping
from lsadesk.intake.parsing.words import key
from lsadesk.intake.sheets import Row, Sheet, written
from lsadesk.intake.vocabulary import meaning_of

_LABELLED = re.compile(r"^\s*([^:]{2,30}):\s*(\S.*)$")


def name_above(sheet: Sheet, header_rows: Sequence[int]) -> str:
    """The name that stands beside or behind "Name" in the rows over a table's headings, or ""."""
    top = min(header_rows, default=0)
    return next(filter(None, (_name_in(row) for row in sheet.rows if row.number < top)), "")


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
