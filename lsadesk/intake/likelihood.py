"""Whether columns make a sheet of some kind, and how much they tell for it."""

from dataclasses import dataclass

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.column_looks import PERSON_FIELDS
from lsadesk.intake.mapping import IN_CELLS, Column, Field
from lsadesk.intake.vocabulary import TELLING


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is said outside a table's columns: its day, its times, whom a form is about.

    *fewest_skills* are enough for an audit. *has_times*: the cells say the times themselves.
    *has_courses*: rows between the others do.
    """

    fewest_skills: int
    has_day: bool
    has_times: bool
    has_name: bool
    has_courses: bool


def makes_sense(kind: SheetKind, columns: list[Column], around: Around) -> bool:
    """Whether the columns are enough to read a row of *kind* at all."""
    have = {column.field for column in columns}
    skills = sum(column.field is Field.SKILL for column in columns)
    by_name = Field.FULL_NAME in have or Field.SURNAME in have
    named = around.has_name or bool(have & set(PERSON_FIELDS))
    match kind:
        case SheetKind.STAFF:
            return by_name
        case SheetKind.SKILLS:
            long = {Field.SKILL_NAME, Field.RATING} <= have
            lying = {Field.SKILL_NAME, Field.PERSON} <= have
            wished = {Field.HOBBIES, Field.WISHES} <= have
            return lying or (named and (long or wished or skills >= around.fewest_skills))
        case SheetKind.TRAINING:
            courses = have & {Field.COURSE, Field.COURSE_DATE, Field.COURSE_EXPIRES}
            return around.has_courses or (bool(courses) and (named or Field.PERSON in have))
        case SheetKind.LEARNERS:
            return Field.REFERENCE in have
        case _:
            return Field.DAY_TIME in have or _says_when(have, columns, around)


def _says_when(have: set[Field], columns: list[Column], around: Around) -> bool:
    """Whether a timetable's columns say the days and the times of its sessions."""
    timed = around.has_times or bool(have & {Field.SPAN, Field.START, Field.TIME_SESSIONS})
    by_day = Field.DAY in have or any(c.day is not None and c.field in IN_CELLS for c in columns)
    on_its_day = around.has_day and bool(have & {*IN_CELLS, Field.SESSION, Field.GROUP})
    told_above = {Field.START, Field.END, Field.SESSION} <= have
    return timed and (by_day or on_its_day or told_above)


def telling_of(kind: SheetKind, columns: list[Column]) -> int:
    """How much the columns speak for *kind*: each field once, exact headings in full."""
    weights = TELLING[kind]
    best: dict[Field, int] = {}
    for column in columns:
        weight = weights.get(column.field, 0) * (column.confidence >= 60)
        best[column.field] = max(best.get(column.field, 0), weight)
    lone = sum(column.field is Field.COURSE_DATE for column in columns) == 1
    return sum(best.values()) - (6 if lone and kind is SheetKind.TRAINING else 0)
