"""The people named across the top of a table, and what one row of it says of each."""

from collections.abc import Mapping
from dataclasses import dataclass

from lsadesk.domain.incoming import PersonRef, Record, SheetKind, Source, StaffRecord
from lsadesk.intake.mapping import Column, Field, SheetMapping
from lsadesk.intake.matching import Directory, NoSuchPerson
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.names import parse_name
from lsadesk.intake.parsing.words import key
from lsadesk.intake.rows import Aside, Line, sentence
from lsadesk.intake.skill_rows import rating_of
from lsadesk.intake.training_rows import course_of


@dataclass(frozen=True, slots=True)
class Across:
    """Whom the columns mean; *new* are people to add, *refused* the columns with the reasons.

    *assumed* are the columns of those whose names the headings do not write out.
    """

    people: Mapping[int, PersonRef]
    new: tuple[StaffRecord, ...]
    refused: Mapping[int, str]
    assumed: frozenset[int] = frozenset()

    def assumed_in(self, column: Column) -> Mapping[str, PersonRef]:
        """Whom the heading of *column* was taken to mean, if it does not write out their name."""
        return {column.name: self.people[column.index]} if column.index in self.assumed else {}


def people_across(mapping: SheetMapping, directory: Directory, first_row: int) -> Across:
    """The people whom the headings of *mapping* name; *first_row* tells of those to add."""
    people: dict[int, PersonRef] = {}
    new: list[StaffRecord] = []
    refused: dict[int, str] = {}
    for column in mapping.of(Field.PERSON):
        try:
            people[column.index] = directory.find(column.name)
        except NoSuchPerson as doubt:
            added = None if doubt.candidates else _added(mapping, column, first_row)
            if added is None:
                words = sentence(column.name, str(doubt))
                refused[column.index] = f"{words} Nothing is taken from this column."
            else:
                new.append(added)
                people[column.index] = PersonRef(forename=added.forename, surname=added.surname)
    assumed = (
        column.index
        for column in mapping.of(Field.PERSON)
        if column.index in people and directory.is_assumed(column.name, people[column.index])
    )
    return Across(people, tuple(new), refused, frozenset(assumed))


def _added(mapping: SheetMapping, column: Column, first_row: int) -> StaffRecord | None:
    if not mapping.adds_people:
        return None
    try:
        name = parse_name(column.name)
    except Unreadable:
        return None
    if not name.surname:
        return None
    source = Source(mapping.sheet, first_row)
    return StaffRecord(source=source, forename=name.forename, surname=name.surname)


def records_across(line: Line, across: Across) -> list[Record]:
    """What a row says of one skill or course of everybody. Raises `Aside`."""
    is_skill = line.mapping.kind is SheetKind.SKILLS
    wanted = Field.SKILL_NAME if is_skill else Field.COURSE
    about = line.text(wanted)
    if not key(about):
        column = next(iter(line.mapping.of(wanted)), None)
        raise Aside(f"It names no {'skill' if is_skill else 'course'}.", column)
    records: list[Record] = []
    for column in line.columns(Field.PERSON):
        person = across.people.get(column.index)
        if person is None:
            continue
        make = rating_of if is_skill else course_of
        record = make(line, column, person, about)
        records += [record] if record else []
    if not records and any(c.index in across.refused for c in line.columns(Field.PERSON)):
        raise Aside("Nobody whom it names across the top is known for sure.")
    return records
