"""An audit workbook of ours, read back by its hidden keys (`reports.audit_matrix` writes them).

The keys are found by what they say, wherever rows and columns were moved to. What cannot be
understood is said with its cell; nothing is guessed.
"""

import re
from collections.abc import Iterable, Sequence

from lsadesk.domain.appraisals.answer_forms import Problem
from lsadesk.domain.auditing.audit_back import (
    ABOUT,
    MARK,
    NAME,
    PEOPLE_KEYS,
    SKILL_KEYS,
    AuditMark,
    BroughtAudit,
    BroughtColumn,
    BroughtRow,
    code_written,
    mark_of,
)
from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import NotOurs
from lsadesk.intake.limits import READ_ALIKE
from lsadesk.intake.sheets import CellError, Formula, Row, Sheet, Value, letter, written

_KEY = re.compile(r"[ps](\d{1,9})$")
_NOT_OURS = (
    "This workbook is not an audit that LSA Desk wrote: the hidden keys that say what each cell "
    "is about are missing. The import assistant can read other workbooks."
)
_OTHER_EDITION = (
    "This audit was written by another edition of LSA Desk, or its hidden first cell was changed. "
    "Export the audit afresh and make the changes there, or have the import assistant read it."
)
_NO_KEYS = (
    "The hidden row that says which skill each column is has been removed, so nothing was read. "
    "Export the audit afresh and make the changes there, or have the import assistant read it."
)


def read_audit(sheets: Sequence[Sheet]) -> BroughtAudit:
    """The matrix that a workbook of ours holds now.

    Raises:
        NotOurs: no sheet carries the mark of an audit, or its mark or keys are damaged.
    """
    marked = [(sheet, at) for sheet in sheets if (at := _marked_at(sheet)) is not None]
    if not marked:
        raise NotOurs(_NOT_OURS)
    sheet, (row, column) = marked[0]
    reader = _Reader(_mark(written(row.cells[column])), column)
    for other, _ in marked[1:]:
        sentence = f"It is a copy of \u201c{sheet.name}\u201d; only that one was read."
        reader.problems.append(Problem(f"Sheet {other.name}", sentence))
    # Hidden rows are ours or a filter's, and each row is known by its key.
    told = (remark for remark in sheet.remarks if READ_ALIKE not in remark)
    reader.problems += [Problem(f"Sheet {sheet.name}", remark) for remark in told]
    return reader.read(sheet.rows)


def _marked_at(sheet: Sheet) -> tuple[Row, int] | None:
    """The row and the column of the mark."""
    for row in sheet.rows:
        for column, value in row.cells.items():
            if isinstance(value, str) and value.startswith(MARK):
                return row, column
    return None


def _mark(said: str) -> AuditMark:
    try:
        return mark_of(said)
    except ValueError as error:
        raise NotOurs(_OTHER_EDITION) from error


class _Reader:
    """Goes down the matrix, keeping what is understood and what is not."""

    def __init__(self, mark: AuditMark, key_column: int) -> None:
        self._mark = mark
        self._key_column = key_column
        self._skills: dict[int, SkillId] = {}
        self._headings: dict[int, str] | None = None
        self._name_column = -1
        self._rows: dict[PersonId, BroughtRow] = {}
        self.problems: list[Problem] = []

    def read(self, rows: Iterable[Row]) -> BroughtAudit:
        """Everything below the mark.

        Raises:
            NotOurs: there are no keys, or no headings.
        """
        for row in rows:
            key = written(row.cells.get(self._key_column))
            if key == SKILL_KEYS:
                self._take_keys(row)
            elif key == PEOPLE_KEYS:
                self._take_headings(row)
            elif self._headings is not None:
                self._take_person(row, key)
        if not self._skills or self._headings is None:
            raise NotOurs(_NO_KEYS)
        return BroughtAudit(
            mark=self._mark,
            rows=tuple(self._rows.values()),
            columns=tuple(
                BroughtColumn(letter(column), skill, self._headings.get(column, ""))
                for column, skill in self._skills.items()
            ),
            problems=tuple(self.problems),
        )

    def _take_keys(self, row: Row) -> None:
        for column, value in sorted(row.cells.items()):
            number = _key_number(written(value), "s")
            if number is None:
                continue
            if SkillId(number) in self._skills.values():
                sentence = "It is a copy of another column; the first counts."
                self._say(f"Column {letter(column)}", sentence)
            else:
                self._skills[column] = SkillId(number)

    def _take_headings(self, row: Row) -> None:
        self._headings = {column: written(value) for column, value in row.cells.items()}
        named = {text.casefold(): column for column, text in sorted(self._headings.items())}
        self._name_column = named.get(NAME.casefold(), -1)
        ours = {text.casefold() for text in ABOUT}
        for column, text in sorted(self._headings.items()):
            if column in (self._key_column, *self._skills) or text.casefold() in ours:
                continue
            self._say(
                f"Column {letter(column)}",
                f"\u201c{_short(text)}\u201d has no hidden key: it was added by hand, and was not "
                "read. New skills come in through the import assistant.",
            )

    def _take_person(self, row: Row, key: str) -> None:
        name, place = written(row.cells.get(self._name_column)), f"Row {row.number}"
        number = _key_number(key, "p")
        if number is None:
            if name:
                self._say(
                    place,
                    f"\u201c{_short(name)}\u201d has no hidden key: it was added by hand. New "
                    "people come in through the import assistant, or under People.",
                )
        elif PersonId(number) in self._rows:
            first = self._rows[PersonId(number)].number
            self._say(place, f"It is a copy of row {first}; the first counts.")
        else:
            self._rows[PersonId(number)] = self._row(row, PersonId(number), name)

    def _row(self, row: Row, person: PersonId, name: str) -> BroughtRow:
        codes: dict[SkillId, int] = {}
        silent: set[SkillId] = set()
        for column, skill in self._skills.items():
            value = row.cells.get(column)
            if value is None:
                continue
            code = _code(value)
            if code is None:
                silent.add(skill)
                self._say(f"Cell {letter(column)}{row.number}", _not_understood(value))
            else:
                codes[skill] = code
        return BroughtRow(row.number, person, name, codes, frozenset(silent))

    def _say(self, place: str, sentence: str) -> None:
        self.problems.append(Problem(place, sentence))


def _code(value: Value) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value if 0 <= value <= 4 else None
    return code_written(value) if isinstance(value, str) else None


def _not_understood(value: Value) -> str:
    if isinstance(value, Formula | CellError):
        return f"\u201c{_short(value.text)}\u201d is a formula without a result. Type the level."
    said = _short(written(value))
    return f"\u201c{said}\u201d is not understood. Type 0 to 4, ?, \u2013 or n/a."


def _key_number(key: str, kind: str) -> int | None:
    found = _KEY.match(key) if key.startswith(kind) else None
    return int(found[1]) if found else None


def _short(said: str) -> str:
    return said if len(said) <= 60 else f"{said[:60]}\u2026"
