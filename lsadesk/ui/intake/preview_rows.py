"""The rows of a sheet as they would be written: what is shown of each kind of record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from lsadesk.domain.auditing.skills import SYMBOLS, code_of
from lsadesk.domain.incoming import (
    InterestRecord,
    LearnerRecord,
    Record,
    SessionRecord,
    SheetKind,
    SheetReading,
    SkillRecord,
    StaffRecord,
    TrainingRecord,
)
from lsadesk.ui.words import tr

R = TypeVar("R")

FIRST = 50
MOST_TOLD = 200

TITLES = {
    SheetKind.STAFF: ("Name", "Payroll", "Job title", "Team", "Hours", "Days", "Line manager"),
    SheetKind.SKILLS: ("Person", "Ratings", "Also said"),
    SheetKind.TRAINING: ("Person", "Course", "Done", "Renewal", "Provider", "Seen"),
    SheetKind.LEARNERS: ("Learner", "Group", "Main need", "Support", "Hours", "Ratio", "Staff"),
    SheetKind.TIMETABLE: ("When", "Group", "Session", "Teacher", "Room", "LSAs", "Week"),
}


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of the file, what becomes of it, what is said about it, and what is written."""

    number: int
    outcome: str
    told: tuple[str, ...]
    cells: tuple[str, ...]


def preview_rows(reading: SheetReading) -> list[PreviewRow]:
    """The first rows of a sheet, and all further ones that something is said about."""
    told = _told(reading)
    aside = {row.row for row in reading.set_aside}
    merged = {row.row for row in reading.merged if row.into is None}
    shown = {*reading.rows[:FIRST], *[row for row in reading.rows if row in told][:MOST_TOLD]}
    records: dict[int, list[Record]] = {number: [] for number in shown}
    for record in reading.records:
        if (number := record.source.row) in shown:
            records[number].append(record)
    return [
        PreviewRow(
            number,
            _outcome(number, aside, merged, told),
            tuple(told.get(number, ())),
            _cells(reading.kind, records[number]),
        )
        for number in sorted(shown)
    ]


def sheet_remarks(reading: SheetReading) -> list[str]:
    """What is said about the sheet as a whole."""
    rows = set(reading.rows)
    return [problem.reason for problem in reading.problems if problem.row not in rows]


def _told(reading: SheetReading) -> dict[int, list[str]]:
    told: dict[int, list[str]] = {}
    rows = set(reading.rows)
    for problem in reading.problems:
        if problem.row in rows:
            where = f"{problem.header}: " if problem.header else ""
            told.setdefault(problem.row, []).append(where + problem.reason)
    for row in reading.merged:
        told.setdefault(row.row, []).append(row.reason)
    return {row: list(dict.fromkeys(reasons)) for row, reasons in told.items()}


def _outcome(number: int, aside: set[int], merged: set[int], told: dict[int, list[str]]) -> str:
    if number in aside:
        return tr("× Set aside")
    if number in merged:
        return tr("= Nothing new")
    return tr("! Taken, look") if number in told else tr("✓ Taken")


def _cells(kind: SheetKind, records: Sequence[Record]) -> tuple[str, ...]:
    if not records:
        return ("",) * len(TITLES.get(kind, ()))
    return _BY_KIND[kind](records)


def _staff(records: Sequence[Record]) -> tuple[str, ...]:
    record = _of(StaffRecord, records)[0]
    hours = "" if record.weekly_minutes is None else f"{record.weekly_minutes / 60:.4g}"
    days = "" if record.days is None else " ".join(day.short for day in sorted(record.days))
    return (
        f"{record.surname}, {record.forename}".strip(", "),
        record.payroll,
        record.title,
        record.team,
        tr("as required") if record.as_required else hours,
        days,
        record.line_manager,
    )


def _skills(records: Sequence[Record]) -> tuple[str, ...]:
    ratings = _of(SkillRecord, records)
    interests = _of(InterestRecord, records)
    also = "; ".join(filter(None, (text for i in interests for text in (i.hobbies, i.wishes))))
    who = [each.person.name for each in ratings] + [each.person.name for each in interests]
    said = ", ".join(f"{each.skill} {SYMBOLS[code_of(each.value)]}" for each in ratings)
    return next(iter(who), ""), said, also


def _training(records: Sequence[Record]) -> tuple[str, ...]:
    courses = _of(TrainingRecord, records)
    if not courses:
        return _cells(SheetKind.TRAINING, ())
    first = courses[0]
    seen = {True: tr("yes"), False: tr("no"), None: ""}[first.proof_seen]
    if len(courses) > 1:
        names = ", ".join(f"{each.course} {each.achieved or ''}".strip() for each in courses)
        return first.person.name, names, "", "", "", ""
    return (
        first.person.name,
        first.course,
        str(first.achieved or ""),
        str(first.expires or ""),
        first.provider,
        seen,
    )


def _learners(records: Sequence[Record]) -> tuple[str, ...]:
    record = _of(LearnerRecord, records)[0]
    hours = record.hours_said
    if record.weekly_minutes is not None:
        hours = f"{record.weekly_minutes / 60:.4g}"
    apart = ", ".join(person.name for person in record.not_with)
    return (
        record.reference,
        record.group,
        record.primary_need,
        ", ".join(record.needs),
        hours,
        str(record.ratio or record.ratio_said),
        "; ".join(filter(None, (record.must_have, apart and tr("not with {names}", names=apart)))),
    )


def _timetable(records: Sequence[Record]) -> tuple[str, ...]:
    sessions = _of(SessionRecord, records)
    first = sessions[0]
    when = ", ".join(f"{each.day.short} {each.span}" for each in sessions)
    lsas = "" if first.lsas_needed is None else str(first.lsas_needed)
    titles = ", ".join(dict.fromkeys(each.title for each in sessions))
    return when, first.group, titles, first.teacher, first.room, lsas, first.week.value


def _of(kind: type[R], records: Sequence[Record]) -> list[R]:
    return [record for record in records if isinstance(record, kind)]


_BY_KIND: dict[SheetKind, Callable[[Sequence[Record]], tuple[str, ...]]] = {
    SheetKind.STAFF: _staff,
    SheetKind.SKILLS: _skills,
    SheetKind.TRAINING: _training,
    SheetKind.LEARNERS: _learners,
    SheetKind.TIMETABLE: _timetable,
}
