"""One row of a table read field by field; what cannot be read is noted where it stands."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from lsadesk.domain.incoming import PersonRef, Problem, Record, Source
from lsadesk.intake.date_order import day_first
from lsadesk.intake.mapping import Column, Field, SheetMapping
from lsadesk.intake.matching import Directory
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.names import names_in_brackets, parse_name
from lsadesk.intake.parsing.words import key, plain, says_not_applicable, says_unknown
from lsadesk.intake.sheets import CellError, Formula, Row, Value, letter, written

T = TypeVar("T")
_KNOWN_AS = re.compile(r"\b(?:known as|preferred|called|goes by)\b")


def sentence(said: str, reason: str) -> str:
    """A cell's words and what is wrong with them, as one sentence."""
    return f"“{said}” {reason}" + ("" if reason.endswith("?") else ".")


class Aside(Exception):
    """The row cannot be taken; *reason* is for the user, *column* is where, if anywhere."""

    def __init__(self, reason: str, column: Column | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.column = column


@dataclass
class Line:
    """A row with its mapping; collects the problems met while its fields are read."""

    row: Row
    mapping: SheetMapping
    directory: Directory
    problems: list[Problem] = field(default_factory=list)
    assumed: dict[str, PersonRef] = field(default_factory=dict)  # a name -> whom it may mean
    told_above: Mapping[Field, str] = field(default_factory=dict)  # by a heading over the row

    @property
    def source(self) -> Source:
        """Where its records come from."""
        return Source(self.mapping.sheet, self.row.number)

    def columns(self, wanted: Field) -> tuple[Column, ...]:
        """The columns of a field that hold something on this row."""
        return tuple(c for c in self.mapping.of(wanted) if c.index in self.row.cells)

    def value(self, column: Column) -> Value:
        """The cell of one of `columns`."""
        return self.row.cells[column.index]

    def text(self, wanted: Field) -> str:
        """The words of a field, joined where it has several columns; "" for none."""
        pieces = []
        for column in self.columns(wanted):
            value = self.value(column)
            if isinstance(value, CellError):
                self.problem(column, "is a spreadsheet error, so it was left out")
                continue
            if isinstance(value, Formula):
                self.problem(column, "is a formula without a result; its text was kept")
            text = written(value)
            if not says_unknown(text):
                pieces.append(text)
        return "; ".join(pieces) or self.told_above.get(wanted, "")

    def parsed(self, wanted: Field, parse: Callable[[Value], T]) -> T | None:
        """The first cell of a field as *parse* reads it; None, with a problem, if it cannot.

        "?", "tbc", a dash and "n/a" say nothing, and are no problem.
        """
        for column in self.columns(wanted):
            text = written(self.value(column))
            if says_unknown(text) or says_not_applicable(text):
                return None
            return self.attempt(column, parse)
        return None

    def attempt(self, column: Column, parse: Callable[[Value], T]) -> T | None:
        """One cell as *parse* reads it; None, with a problem, if it cannot."""
        try:
            return parse(self._readable(column))
        except Unreadable as reason:
            self.problem(column, str(reason))
            return None

    def required(self, wanted: Field, parse: Callable[[Value], T], what: str) -> T:
        """A field without which the row makes no sense. Raises `Aside`."""
        for column in self.columns(wanted):
            try:
                return parse(self._readable(column))
            except Unreadable as reason:
                said = written(self.value(column))
                raise Aside(sentence(said, str(reason)), column) from reason
        raise Aside(f"It has no {what}.", next(iter(self.mapping.of(wanted)), None))

    def problem(self, column: Column, reason: str) -> None:
        """Note what is wrong with a cell: its words, then *reason*."""
        self.remark(column, sentence(written(self.value(column)), reason))

    def remark(self, column: Column, sentence: str) -> None:
        """Note a whole sentence about a cell."""
        self.problems.append(
            Problem(
                self.mapping.sheet, self.row.number, letter(column.index), column.header, sentence
            )
        )

    def remark_on_name(self, sentence: str) -> None:
        """Note a sentence about whom the row names; nothing for ""."""
        column = self.name_column()
        if sentence and column is not None:
            self.remark(column, sentence)

    def person(self) -> PersonRef:
        """The member of staff that the row is about. Raises `Aside`."""
        payroll = self.raw(Field.PAYROLL)
        said = self.person_said() or self.told_above.get(Field.FULL_NAME) or self.mapping.about
        if not said and not payroll:
            raise Aside("It does not say who it is about.", self.name_column())
        try:
            person = self.directory.find(said, payroll)
        except Unreadable as reason:
            words = sentence(said or payroll, str(reason))
            raise Aside(words, self.name_column()) from reason
        is_numbered = payroll and key(payroll) == key(person.payroll)
        if not is_numbered and self.directory.is_assumed(said, person):
            self.assumed[said] = person
        return person

    def known_otherwise(self) -> PersonRef | None:
        """Whom a staff list's row means that is known by another form of it. Raises `Aside`."""
        said = self.person_said()
        try:
            return self.directory.on_list(said, self.raw(Field.PAYROLL))
        except Unreadable as reason:
            raise Aside(sentence(said, str(reason)), self.name_column()) from reason

    def person_said(self) -> str:
        """The person's name as the row writes it."""
        surname, forename = self.raw(Field.SURNAME), self.forename()
        if surname and forename:
            return f"{surname}, {forename}"
        return self._as_called(self.raw(Field.FULL_NAME)) or surname or forename

    def _as_called(self, whole: str) -> str:
        """A name in one cell, with the forename that somebody goes by where the row says one."""
        known = self.known_as()
        try:
            surname = parse_name(whole).surname if known else ""
        except Unreadable:
            return whole
        return f"{surname}, {known}" if surname else whole

    def forename(self) -> str:
        """The forename that somebody goes by, where the row says one, else their first."""
        return self.known_as() or self.raw(Field.FORENAME)

    def known_as(self) -> str:
        """The one word that somebody is called by, where the row says one beside their name."""
        known = self.raw(Field.KNOWN_AS) or self._called_in_brackets()
        is_none = says_unknown(known) or says_not_applicable(known)
        return "" if is_none or " " in known else known

    def _called_in_brackets(self) -> str:
        """The name in brackets behind another, where the heading says "Name (known as)"."""
        for column in self.columns(Field.FULL_NAME):
            if _KNOWN_AS.search(plain(column.header)):
                return next(iter(names_in_brackets(written(self.value(column)))), "")
        return ""

    def raw(self, wanted: Field) -> str:
        """The words of a field's first filled cell, without remarks on them."""
        return next((written(self.value(column)) for column in self.columns(wanted)), "")

    def name_column(self) -> Column | None:
        """The column that says whom a row is about."""
        for wanted in (Field.FULL_NAME, Field.SURNAME, Field.PAYROLL, Field.FORENAME):
            for column in self.mapping.of(wanted):
                return column
        return None

    def _readable(self, column: Column) -> Value:
        match self.value(column):
            case Formula():
                raise Unreadable("is a formula whose result the file does not hold")
            case CellError():
                raise Unreadable("is a spreadsheet error")
            case str() as text if self.mapping.month_first:
                return day_first(text)
            case value:
                return value


Part = tuple[Line, list[Record]]  # what a row says of one of those whom it names, or of all
