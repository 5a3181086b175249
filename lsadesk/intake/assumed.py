"""Names that a sheet does not write out: whom they were taken to mean, told once for each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lsadesk.domain.incoming import PersonRef, Problem, SheetKind
from lsadesk.intake.headings import Table
from lsadesk.intake.looks import share
from lsadesk.intake.mapping import Column, Field, SheetMapping
from lsadesk.intake.sheets import letter, written

_ABOUT_STAFF = (SheetKind.SKILLS, SheetKind.TRAINING)
_ENOUGH = 0.75  # of its names are one word, where a sheet calls people by their forenames


def calls_by_forename(mapping: SheetMapping, table: Table) -> bool:
    """Whether a table calls its people by one word each, down its side or across its top."""
    if mapping.kind not in _ABOUT_STAFF or mapping.has(Field.SURNAME, Field.PAYROLL):
        return False
    named = (*mapping.of(Field.FULL_NAME), *mapping.of(Field.FORENAME))
    down = [
        row.cells[column.index]
        for column in named
        for row in table.rows
        if column.index in row.cells
    ]
    names = down or [column.name for column in mapping.of(Field.PERSON)]
    return share(names, lambda name: len(written(name).split()) == 1) >= _ENOUGH


@dataclass
class Assumed:
    """Whom the names of one table were taken to mean though nobody said so."""

    sheet: str
    people: dict[str, PersonRef] = field(default_factory=dict)

    def told(
        self, people: Mapping[str, PersonRef], row: int, column: Column | None
    ) -> Iterable[Problem]:
        """A remark for each of *people* who was not told of yet; *row* is where they stand."""
        for said, person in people.items():
            if said not in self.people and column is not None:
                self.people[said] = person
                sentence = f"“{said}” is taken as {person.name}."
                yield Problem(self.sheet, row, letter(column.index), column.header, sentence)
