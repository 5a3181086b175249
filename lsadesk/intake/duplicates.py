"""Rows that say again what an earlier row of their sheet said, or say otherwise."""

from collections.abc import Hashable
from dataclasses import MISSING, dataclass, field, fields, replace

from lsadesk.domain.incoming import (
    LearnerRecord,
    Record,
    SessionRecord,
    SkillRecord,
    StaffRecord,
    TrainingRecord,
)
from lsadesk.intake.mapping import Column, Field
from lsadesk.intake.parsing.words import key
from lsadesk.intake.rows import Line
from lsadesk.intake.sheets import letter, written


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a row is not taken: it is the same as an earlier one, or disagrees with it."""

    is_same: bool
    reason: str
    column: str = ""
    header: str = ""

    def about(self, name: str) -> "Verdict":
        """As it is told of one name among several of a row."""
        if self.is_same:
            return self
        return replace(self, reason=f"“{name}” was left out. {self.reason}")


@dataclass
class Seen:
    """What the rows of a workbook so far were about."""

    rows: dict[Hashable, tuple[Line, list[Record]]] = field(default_factory=dict)

    def judge(self, line: Line, records: list[Record]) -> Verdict | None:
        """None for a row, or what it says of one name, to be taken; remembers it.

        A row is a duplicate when all that it is about was already on one earlier row. A
        later row that only adds to an earlier one, contradicting nothing, is taken.
        """
        about = [_about(record) for record in records]
        earlier = [self.rows[one] for one in about if one in self.rows]
        if records and len(earlier) == len(about):
            before, others = earlier[0]
            if all(_adds_nothing(record, others) for record in records):
                return Verdict(True, f"It says the same as {_place(line, before)}.")
        if earlier:
            for before, others in earlier:
                if any(_contradicts(record, others) for record in records):
                    return _disagreement(line, before)
        for one in about:
            self.rows.setdefault(one, (line, records))
        return None


def _about(record: Record) -> Hashable:
    """What a record is about: two records about one thing cannot both be right."""
    match record:
        case StaffRecord():
            return "staff", key(record.payroll) or key(f"{record.forename} {record.surname}")
        case SkillRecord():
            return "skill", record.person, key(record.skill)
        case TrainingRecord():
            return "training", record.person, key(record.course), record.achieved
        case LearnerRecord():
            return "learner", key(record.reference)
        case SessionRecord():
            span, week = record.span, record.week
            return "session", record.day, span, key(record.group), key(record.title), week
        case _:
            return "interest", record.person


def _adds_nothing(record: Record, others: list[Record]) -> bool:
    return any(
        type(record) is type(other)
        and all(_said(record, f) in (None, _said(other, f)) for f in _names(record))
        for other in others
        if _about(other) == _about(record)
    )


def _contradicts(record: Record, others: list[Record]) -> bool:
    return any(
        None not in (_said(record, f), _said(other, f)) and _said(record, f) != _said(other, f)
        for other in others
        if _about(other) == _about(record)
        for f in _names(record)
    )


def _names(record: Record) -> list[str]:
    return [f.name for f in fields(record) if f.name not in ("source", "note")]


def _said(record: Record, name: str) -> object:
    """What a record says in a field, compared without case; None where it says nothing."""
    value = getattr(record, name)
    default = next(f.default for f in fields(record) if f.name == name)
    if default is not MISSING and value == default:
        return None
    return key(value) if isinstance(value, str) else value


def _place(line: Line, before: Line) -> str:
    """An earlier row, with its sheet where that is another one."""
    here = before.mapping.sheet == line.mapping.sheet
    return f"row {before.row.number}" + ("" if here else f" of the sheet {before.mapping.sheet}")


def _disagreement(line: Line, before: Line) -> Verdict:
    if before.mapping is not line.mapping:
        reason = f"It is about the same as {_place(line, before)} but disagrees with it."
        return Verdict(False, reason)
    differing = [column for column in line.mapping.columns if _differs(column, line, before)]
    said = [
        f"{column.header} is {written(line.row.cells[column.index])} here and "
        f"{written(before.row.cells[column.index])} there"
        for column in differing[:3]
    ]
    first = differing[0] if differing else None
    reason = f"It is about the same as row {before.row.number} but disagrees: {'; '.join(said)}."
    return Verdict(
        False, reason, letter(first.index) if first else "", first.header if first else ""
    )


def _differs(column: Column, line: Line, before: Line) -> bool:
    if column.field is Field.NOT_TAKEN:
        return False
    here, there = line.row.cells.get(column.index), before.row.cells.get(column.index)
    return None not in (here, there) and key(written(here)) != key(written(there))
