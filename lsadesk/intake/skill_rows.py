"""A row of a skills audit -> what it says of one person's skills."""

from datetime import date

from lsadesk.domain.incoming import InterestRecord, PersonRef, Record, SkillRecord
from lsadesk.intake.mapping import Column, Field
from lsadesk.intake.parsing.dates import parse_date
from lsadesk.intake.parsing.levels import parse_yes
from lsadesk.intake.parsing.ratings import CROSSES, RatingRead, parse_rating
from lsadesk.intake.parsing.scales import ZERO_TO_FOUR
from lsadesk.intake.parsing.words import key, plain
from lsadesk.intake.rows import Aside, Line
from lsadesk.intake.sheets import Value, written


def skills_of(line: Line, person: PersonRef) -> list[Record]:
    """The records of one row, in long form or as a matrix. Raises `Aside`."""
    rated_on = _rated_on(line)
    records: list[Record] = []
    if line.mapping.has(Field.SKILL_NAME):
        record = _long(line, person, rated_on)
        records += [record] if record else []
    for column in line.columns(Field.SKILL):
        read = _rating(line, column)
        if read is not None:
            records.append(
                _record(line, person, column.name, column.group, read, rated_on=rated_on)
            )
    hobbies, wishes = line.text(Field.HOBBIES), line.text(Field.WISHES)
    if hobbies or wishes:
        records.append(
            InterestRecord(source=line.source, person=person, hobbies=hobbies, wishes=wishes)
        )
    return records


def _rated_on(line: Line) -> date | None:
    rough = line.parsed(Field.RATED_ON, parse_date)
    return None if rough is None else rough.day


def _long(line: Line, person: PersonRef, rated_on: date | None) -> SkillRecord | None:
    skill = line.text(Field.SKILL_NAME)
    if not key(skill):
        raise Aside("It names no skill.", line.mapping.of(Field.SKILL_NAME)[0])
    column = next(iter(line.columns(Field.RATING)), None)
    read = None if column is None else _rating(line, column)
    if read is None:
        if column is not None and line.problems:
            raise Aside(line.problems.pop().reason, column)
        return None
    return _record(
        line,
        person,
        skill,
        line.text(Field.SKILL_GROUP),
        read,
        note=line.text(Field.NOTE),
        booked=bool(line.parsed(Field.BOOKED, parse_yes)),
        rated_on=rated_on,
    )


def rating_of(line: Line, column: Column, person: PersonRef, skill: str) -> Record | None:
    """What one cell says of a skill, where people stand across."""
    read = _rating(line, column)
    if read is None:
        return None
    group = line.text(Field.SKILL_GROUP)
    return _record(line, person, skill, group, read, rated_on=_rated_on(line))


def _rating(line: Line, column: Column) -> RatingRead | None:
    scale = line.mapping.scale or ZERO_TO_FOUR

    def parse(value: Value) -> RatingRead | None:
        return parse_rating(value, scale)

    return line.attempt(column, parse)


def _record(
    line: Line,
    person: PersonRef,
    skill: str,
    group: str,
    read: RatingRead,
    *,
    note: str = "",
    booked: bool = False,
    rated_on: date | None = None,
) -> SkillRecord:
    return SkillRecord(
        source=line.source,
        person=person,
        skill=skill,
        group=group,
        value=read.value,
        note="; ".join(part for part in (read.note, note) if part),
        training_booked=read.training_booked or booked,
        rated_on=rated_on,
    )


def unclear_marks(line: Line) -> tuple[str, ...]:
    """The marks on a row whose meaning the sheet does not tell ("x")."""
    scale = line.mapping.scale or ZERO_TO_FOUR
    texts = (written(line.value(column)) for column in line.columns(Field.SKILL))
    return tuple(text for text in texts if plain(text) in CROSSES and scale.level_of(text) is None)
