"""What shows only on the whole of a staff list: teams spelt two ways, unknown managers."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.incoming import PersonRef, Problem, Record, StaffRecord
from lsadesk.intake.likenesses import share_a_word
from lsadesk.intake.mapping import Column, Field, SheetMapping
from lsadesk.intake.matching import Directory, NoSuchPerson
from lsadesk.intake.parsing.names import same_forename
from lsadesk.intake.parsing.words import key, plain
from lsadesk.intake.rows import Aside
from lsadesk.intake.sheets import letter


def team_key(name: str) -> str:
    """The same for "Blue" and "Blue team", "Horizon" and "Horizon (ASC)"."""
    bare = re.sub(r"[(\[].*?[)\]]|\b(?:the|team|tim)\b", " ", plain(name))
    return key(bare) or key(name)


def one_team_one_name(
    records: list[Record], mapping: SheetMapping
) -> tuple[list[Record], list[Problem]]:
    """*records* with each team by its most frequent spelling, and a remark on each other one."""
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    first_row: dict[str, int] = {}
    for record in records:
        if isinstance(record, StaffRecord) and record.team:
            spellings[team_key(record.team)][record.team] += 1
            first_row.setdefault(record.team, record.source.row)
    usual = {team: counts.most_common(1)[0][0] for team, counts in spellings.items()}
    remarks = [
        _remark(
            mapping, first_row[said], Field.TEAM, f"“{said}” is taken as the team {usual[team]}."
        )
        for team, counts in spellings.items()
        for said in counts
        if said != usual[team]
    ]
    renamed = [
        replace(record, team=usual[team_key(record.team)])
        if isinstance(record, StaffRecord) and record.team
        else record
        for record in records
    ]
    return renamed, remarks


def managers_not_found(
    records: Iterable[Record], mapping: SheetMapping, directory: Directory
) -> list[Problem]:
    """A remark for each line manager's name that means nobody, or more than one."""
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for record in records:
        if isinstance(record, StaffRecord) and record.line_manager:
            rows[record.line_manager].append(record.source.row)
    found = []
    for said, where in rows.items():
        try:
            directory.find(said)
        except NoSuchPerson as doubt:
            sentence = f"No line manager was set on {len(where)} rows: “{said}” {doubt}."
            found.append(_remark(mapping, where[0], Field.LINE_MANAGER, sentence))
    return found


def managers_assumed(
    records: Iterable[Record], mapping: SheetMapping, directory: Directory
) -> Iterator[tuple[int, Column, Mapping[str, PersonRef]]]:
    """Row, column, and each line manager whose name the list does not write out."""
    for record in records:
        if isinstance(record, StaffRecord) and record.line_manager:
            try:
                holder = directory.find(record.line_manager)
            except NoSuchPerson:
                continue
            if directory.is_assumed(record.line_manager, holder):
                column = mapping.of(Field.LINE_MANAGER)[0]
                yield record.source.row, column, {record.line_manager: holder}


def as_known(record: StaffRecord, person: PersonRef | None) -> StaffRecord:
    """*record* as *person*'s, who is meant by it; as it is where that is nobody.

    Their name stays as it is known, but a forename takes the place of initials, and a
    surname that has grown by another that of the shorter one.
    """
    if person is None:
        return record
    is_initials = all(len(word) == 1 for word in key(person.forename).split())
    has_grown = share_a_word(key(record.surname), key(person.surname))
    return replace(
        record,
        forename=record.forename if is_initials else person.forename,
        surname=record.surname if has_grown else person.surname,
        payroll=person.payroll or record.payroll,
        known=person,
    )


def with_known_number(record: StaffRecord, directory: Directory) -> StaffRecord:
    """*record* with the payroll number of the only person of its name, if it has none itself."""
    if record.payroll:
        return record
    name = key(f"{record.forename} {record.surname}")
    numbers = [person.payroll for person in directory.people if key(person.name) == name]
    return replace(record, payroll=numbers[0]) if len(numbers) == 1 else record


def refuse_mistaken(record: StaffRecord, directory: Directory) -> None:
    """Raise `Aside` where the college knows the payroll number as somebody else's.

    A changed surname alone is no such case; nor is a forename's other form. Without a
    number, a name that two people share cannot be told apart either.
    """
    if record.payroll:
        for person in directory.people:
            same = key(person.payroll) == key(record.payroll)
            if same and not _one_person(record, person.forename, person.surname):
                raise Aside(f"Payroll number {record.payroll} is {person.name}'s in the college.")
        return
    name = key(f"{record.forename} {record.surname}")
    if sum(key(person.name) == name for person in directory.people) > 1:
        raise Aside("Two people in the college have this name; add the payroll number.")


def refuse_unknown_leaver(record: StaffRecord, known: Iterable[PersonRef]) -> None:
    """Raise `Aside` for somebody on a list of leavers of whom nobody holds anything."""
    name, number = key(f"{record.forename} {record.surname}"), key(record.payroll)
    if not any(number == key(p.payroll) != "" or name == key(p.name) for p in known):
        raise Aside("It is a list of people who have left; nobody is added for having left.")


def namesake_told(record: StaffRecord, directory: Directory) -> str:
    """A sentence where somebody of that very name is known under another payroll number."""
    if not record.payroll or directory.index.numbered(record.payroll):
        return ""
    name = key(f"{record.forename} {record.surname}")
    numbers = [p.payroll for p in directory.index.near(name) if key(p.name) == name and p.payroll]
    if not numbers:
        return ""
    return (
        f"{record.forename} {record.surname} with the payroll number {record.payroll} is taken "
        f"as another person than the one with {' or '.join(numbers)}."
    )


def return_told(record: StaffRecord, directory: Directory) -> str:
    """A sentence where the college has it that somebody on the list left before today."""
    name = key(f"{record.forename} {record.surname}")
    numbered = directory.index.numbered(record.payroll) if record.payroll else None
    named = [p for p in directory.index.near(name) if key(p.name) == name and not p.payroll]
    left = [p.left_on for p in ([numbered] if numbered else named) if p.left_on]
    if not left or record.left_on:
        return ""
    return (
        f"{record.forename} {record.surname} left on {uk_date(left[0])}, as the college has it. "
        "If they are back, take that date out of their record; the import leaves it there."
    )


def _one_person(record: StaffRecord, forename: str, surname: str) -> bool:
    return key(record.surname) == key(surname) or same_forename(record.forename, forename)


def _remark(mapping: SheetMapping, row: int, field: Field, sentence: str) -> Problem:
    column = mapping.of(field)[0]
    return Problem(mapping.sheet, row, letter(column.index), column.header, sentence)
