"""A row of a training record -> the courses and awards that one person holds."""

import re

from lsadesk.domain.calendar import RoughDate
from lsadesk.domain.courses.certificates import Lapse
from lsadesk.domain.incoming import PersonRef, Record, TrainingRecord
from lsadesk.intake.mapping import Column, Field
from lsadesk.intake.parsing.dates import parse_date
from lsadesk.intake.parsing.levels import parse_yes
from lsadesk.intake.parsing.standings import parse_standing
from lsadesk.intake.parsing.terms import end_of, parse_term, says_term
from lsadesk.intake.parsing.words import key, plain, says_not_applicable, says_unknown
from lsadesk.intake.rows import Aside, Line
from lsadesk.intake.sheets import Value, written

_NEVER = {
    "never",
    "no expiry",
    "none",
    "does not expire",
    "n/a",
    "na",
    "no renewal",
    "life",
    "lifetime",
}

_UNDONE = re.compile(
    r"(?:not (?!expir|due|overdue|lapsed)\w|in progress|booked|fail|enrolled|"
    r"outstanding|due\b|required|did not attend|dna\b|cancelled|incomplete|to do|waiting|planned|"
    r"never|withdr[ae]w|not required|exempt|o/?due)"
)
_IS_DUE = re.compile(r"(?:over)?due\b|o/?due\b|required\b|outstanding\b")
_UNTIL = re.compile(
    r"^\s*(?:(?:exp(?:ires|ired|iry|d)?|(?:renewal )?due|until|valid (?:to|until)|renew(?:al)?)\b"
    r"[\s.:]*)?(\d.*?)(?:[\s,;:(-]+(?:expired|lapsed|out of date|overdue)\)?)?$",
    re.I,
)


def training_of(line: Line, person: PersonRef) -> list[Record]:
    """The records of one row: one course, or one for each course column. Raises `Aside`."""
    records: list[Record] = []
    if line.mapping.has(Field.COURSE) or line.told_above.get(Field.COURSE):
        records.append(_one(line, person))
    for column in line.columns(Field.COURSE_DATE):
        record = course_of(line, column, person, column.name)
        records += [record] if record else []
    done = {column.name for column in line.columns(Field.COURSE_DATE)}
    for column in line.columns(Field.COURSE_EXPIRES):
        record = None if column.name in done else _renewal_alone(line, column, person)
        records += [record] if record else []
    return records


def _one(line: Line, person: PersonRef) -> TrainingRecord:
    course = line.text(Field.COURSE)
    if not key(course):
        raise Aside("It names no course.", next(iter(line.mapping.of(Field.COURSE)), None))
    _refuse_undone(line)
    achieved = line.parsed(Field.ACHIEVED, parse_date)
    lapse, expires = _lapse(line, achieved)
    if achieved and expires and expires.day < achieved.day and _is_backwards(achieved, expires):
        column = line.columns(Field.EXPIRES)[0]
        line.problem(column, f"is before it was done ({achieved}), so it was left out")
        lapse, expires = Lapse.NOT_KNOWN, None
    return TrainingRecord(
        source=line.source,
        person=person,
        course=course,
        achieved=achieved,
        lapse=lapse,
        expires=expires,
        provider=line.text(Field.PROVIDER),
        proof_seen=line.parsed(Field.PROOF, parse_yes),
    )


def _refuse_undone(line: Line) -> None:
    """Raise `Aside` for a course that the row says is not done: nobody holds it yet."""
    for wanted in (Field.STATUS, Field.ACHIEVED):
        for column in line.columns(wanted):
            said = written(line.value(column))
            is_no = wanted is Field.STATUS and plain(said) in ("no", "n")
            is_no |= plain(said) == "overdue" and not line.columns(Field.ACHIEVED)
            if _IS_DUE.match(plain(said)) and _says_both_days(line):
                continue
            if is_no or _UNDONE.match(plain(said)):
                raise Aside(f"It is not done yet, the row says: “{said}”.", column)
    if line.columns(Field.ACHIEVED) or line.columns(Field.EXPIRES):
        return
    for column in line.columns(Field.NOT_TAKEN):  # of a course without a date, any word counts
        said = written(line.value(column))
        if _UNDONE.match(plain(said)):
            raise Aside(f"It is not done yet, the row says: “{said}”.", column)


def _says_both_days(line: Line) -> bool:
    """Whether a row says when a course was done and when it runs out: "due" is its renewal."""
    return bool(line.columns(Field.ACHIEVED) and line.columns(Field.EXPIRES))


def _is_backwards(achieved: RoughDate, expires: RoughDate) -> bool:
    same_year = achieved.day.year == expires.day.year
    rough = expires.precision is not achieved.precision
    return not (rough and same_year)


def _lapse(line: Line, achieved: RoughDate | None) -> tuple[Lapse, RoughDate | None]:
    for column in line.columns(Field.EXPIRES):
        if not says_term(line.value(column)):
            return _lapse_said(line, column)
        if achieved is None:
            line.problem(column, "says how long it holds, and not from when")
            return Lapse.NOT_KNOWN, None
        return Lapse.ON, end_of(achieved, parse_term(line.value(column)))
    return Lapse.NOT_KNOWN, None


def _lapse_said(line: Line, column: Column) -> tuple[Lapse, RoughDate | None]:
    """What one cell says of the end: a day, never ("n/a"), or nothing known."""
    text = written(line.value(column))
    if plain(text) in _NEVER or says_not_applicable(text):
        return Lapse.NEVER, None
    if says_unknown(text):
        return Lapse.NOT_KNOWN, None
    expires = line.attempt(column, _end_said)
    return (Lapse.NOT_KNOWN, None) if expires is None else (Lapse.ON, expires)


def _end_said(value: Value) -> RoughDate:
    """A day, perhaps behind "exp", "due" or "until"."""
    behind = _UNTIL.match(written(value)) if isinstance(value, str) else None
    return parse_date(behind[1] if behind else value)


def course_of(line: Line, column: Column, person: PersonRef, course: str) -> Record | None:
    """A cell under a course's name: the day it was done, or a yes without one."""
    text = plain(written(line.value(column)))
    if says_unknown(text) or says_not_applicable(text) or text in ("no", "n", "x", "none"):
        return None
    if _UNDONE.match(text):
        line.problem(column, "says that it is not done yet, so nothing was taken")
        return None
    standing = line.attempt(column, parse_standing)
    if standing is None:
        return None
    achieved, lapse, expires = standing.achieved, standing.lapse, standing.expires
    if lapse is Lapse.NOT_KNOWN:
        lapse, expires = _renewal_beside(line, course)
    return TrainingRecord(
        source=line.source,
        person=person,
        course=course,
        achieved=achieved,
        lapse=lapse,
        expires=expires,
    )


def _renewal_alone(line: Line, column: Column, person: PersonRef) -> Record | None:
    """A course of which the sheet says only when it runs out; a blank or "n/a" says nothing."""
    text = plain(written(line.value(column)))
    if says_not_applicable(text) or text in ("no", "n", "x", "none"):
        return None
    if _UNDONE.match(text) and not _UNTIL.match(text):
        line.problem(column, "says that it is not done yet, so nothing was taken")
        return None
    lapse, expires = _lapse_said(line, column)
    if lapse is Lapse.NOT_KNOWN:
        return None
    return TrainingRecord(
        source=line.source, person=person, course=column.name, lapse=lapse, expires=expires
    )


def _renewal_beside(line: Line, course: str) -> tuple[Lapse, RoughDate | None]:
    """The renewal in the course's own second column, where it has one."""
    for column in line.columns(Field.COURSE_EXPIRES):
        if column.name == course:
            return _lapse_said(line, column)
    return Lapse.NOT_KNOWN, None
