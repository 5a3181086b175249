"""A person's corrections to an import: what a sheet is, what a column means, whom a name means.

Each takes a draft and returns the draft as corrected; nothing is written to the college.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from lsadesk.domain.calendar import Week, Weekday
from lsadesk.domain.incoming import PersonRef, SheetKind, SheetReading, Source, StaffRecord
from lsadesk.intake.bell_times import periods_of, with_periods
from lsadesk.intake.guessing import read_as
from lsadesk.intake.headings import Table, table_at
from lsadesk.intake.interpreting import Interpretation, ref_of, with_new_people
from lsadesk.intake.keys import legend_of
from lsadesk.intake.mapping import IN_CELLS, Column, Field, SheetMapping
from lsadesk.intake.matching import Directory, NoSuchPerson, fit_of, in_order
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.names import parse_name
from lsadesk.intake.parsing.scales import Scale, scale_of
from lsadesk.intake.parsing.words import key, plain
from lsadesk.intake.sheets import column_number, letter, written
from lsadesk.intake.vocabulary import FIELDS
from lsadesk.operations.desk import Desk
from lsadesk.operations.importing.intake import Draft, require_any
from lsadesk.operations.importing.known import refs_of

_QUOTED = re.compile("“([^”]+)”")
_NAMING = frozenset(
    {
        Field.FULL_NAME,
        Field.SURNAME,
        Field.FORENAME,
        Field.KNOWN_AS,
        Field.PAYROLL,
        Field.PERSON,
        Field.LINE_MANAGER,
        Field.NOT_WITH,
        Field.MUST_HAVE,
    }
)
_BESIDES = {
    SheetKind.STAFF: (Field.DAY_WORKED, Field.SKILL),
    SheetKind.SKILLS: (Field.SKILL, Field.PERSON),
    SheetKind.TRAINING: (Field.COURSE_DATE, Field.COURSE_EXPIRES, Field.PERSON),
    SheetKind.LEARNERS: (Field.NEED, Field.SUPPORT_KIND, Field.KIND_HOURS),
    SheetKind.TIMETABLE: tuple(sorted(IN_CELLS)),
}
_LOOKED_AT = 400  # rows that say what a column looks like

_SAMPLES = 3
_ALIKE = 0.6  # of 1: "Bevan" and "Beaven" are 0.9


@dataclass(frozen=True, slots=True)
class NameDoubt:
    """A name that fits nobody, or several people: *candidates*, the likeliest first.

    *assumed* is whom it is taken to mean where nobody answers.
    """

    said: str
    reason: str
    places: tuple[Source, ...]
    candidates: tuple[PersonRef, ...]
    can_be_new: bool
    assumed: PersonRef | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """The names in doubt, and everybody whom they could mean."""

    doubts: tuple[NameDoubt, ...]
    everybody: tuple[PersonRef, ...]


def used(draft: Draft) -> Draft:
    """*draft* without the sheets that are not to be imported."""
    sheets = tuple(s for s in draft.mapping.sheets if s.kind is not SheetKind.UNKNOWN)
    return replace(draft, mapping=replace(draft.mapping, sheets=sheets))


def readings_by_table(draft: Draft, read: Interpretation) -> dict[int, SheetReading]:
    """What was read of each used table, by its place in the mapping of *draft*."""
    sheets = draft.mapping.sheets
    places = [at for at, sheet in enumerate(sheets) if sheet.kind is not SheetKind.UNKNOWN]
    places.sort(key=lambda at: sheets[at].kind is not SheetKind.STAFF)
    return dict(zip(places, read.sheets, strict=True))


def table_of(draft: Draft, at: int) -> Table:
    """The table that a sheet mapping reads."""
    mapping = draft.mapping.sheets[at]
    return _table(draft, mapping)


def samples(draft: Draft, at: int) -> dict[int, tuple[str, ...]]:
    """The first different values of each column, as they stand in the file."""
    found: dict[int, dict[str, None]] = {}
    full: set[int] = set()
    for row in table_of(draft, at).rows[:_LOOKED_AT]:
        for index in row.cells.keys() - full:
            seen = found.setdefault(index, {})
            seen[written(row.cells[index])] = None
            if len(seen) == _SAMPLES:
                full.add(index)
    return {index: tuple(seen) for index, seen in found.items()}


def marks_of(draft: Draft, at: int) -> dict[str, int]:
    """The marks that the ratings of a table are written with, the commonest first, counted."""
    sheet = draft.mapping.sheets[at]
    fields = (Field.SKILL, Field.RATING, Field.PERSON)
    rated = {column.index for column in sheet.columns if column.field in fields}
    cells = Counter(
        written(row.cells[index])
        for row in table_of(draft, at).rows
        for index in rated & row.cells.keys()
    )
    marks: Counter[str] = Counter()
    for said, number in cells.items():
        marks[plain(said)] += number
    return dict(marks.most_common())


def fields_of(kind: SheetKind) -> tuple[Field, ...]:
    """What the columns of a sheet of *kind* can hold; "not taken" is always the last."""
    return (*FIELDS.get(kind, ()), *_BESIDES.get(kind, ()), Field.NOT_TAKEN)


def as_kind(draft: Draft, at: int, kind: SheetKind) -> Draft:
    """Read a table as *kind*: its columns are guessed again from their headings and looks."""
    sheet = draft.mapping.sheets[at]
    if kind is SheetKind.UNKNOWN:
        return with_sheet(draft, at, replace(sheet, kind=kind, unsure=()))
    is_headed = sheet.header_rows or not sheet.columns  # else it was read without headings
    first = (table_of(draft, at).rows[0].number,) if is_headed else ()
    rows = sheet.header_rows or first
    chosen = replace(sheet, kind=kind, header_rows=rows, confidence=100)
    return with_sheet(draft, at, _guessed(draft, chosen))


def with_header_rows(draft: Draft, at: int, first: int, last: int) -> Draft:
    """Take the rows from *first* to *last* for the headings of a table."""
    sheet = draft.mapping.sheets[at]
    rows = tuple(range(first, max(first, last) + 1))
    return with_sheet(draft, at, _guessed(draft, replace(sheet, header_rows=rows)))


def with_column(draft: Draft, at: int, column: Column) -> Draft:
    """Put what a person says of one column in the place of the guess."""
    sheet = draft.mapping.sheets[at]
    others = [other for other in sheet.columns if other.index != column.index]
    columns = tuple(sorted([*others, replace(column, confidence=100)], key=lambda c: c.index))
    mark = re.compile(rf"\bcolumn {letter(column.index)}\b")
    unsure = tuple(line for line in sheet.unsure if not mark.search(line))
    mapping = replace(sheet, columns=columns, unsure=unsure)
    return with_sheet(draft, at, _with_scale(draft, mapping))


def with_scale(draft: Draft, at: int, scale: Scale) -> Draft:
    """Read the ratings of a table on *scale*."""
    sheet = draft.mapping.sheets[at]
    unsure = tuple(line for line in sheet.unsure if not _is_about_ratings(line))
    return with_sheet(draft, at, replace(sheet, scale=scale, unsure=unsure))


def _is_about_ratings(line: str) -> bool:
    return "scale" in line or line.startswith("A tick ")


def with_level(draft: Draft, at: int, mark: str, level: int | None) -> Draft:
    """Say what one mark of a table's ratings means; None: it is no level."""
    base = draft.mapping.sheets[at].scale or scale_of(marks_of(draft, at))[0]
    levels = {said: known for said, known in base.levels.items() if said not in (mark, key(mark))}
    booked = base.booked
    if level is not None:
        levels[mark] = level
        booked -= {mark}
    scale = replace(base, levels=levels, booked=booked)
    return with_scale(draft, at, scale)


def with_full_time(draft: Draft, at: int, hours: float) -> Draft:
    """Say how many hours a full-time week has, for hours given as a part of it."""
    sheet = draft.mapping.sheets[at]
    unsure = tuple(line for line in sheet.unsure if "full-time week" not in line)
    return with_sheet(draft, at, replace(sheet, full_time_hours=hours, unsure=unsure))


def with_usual(draft: Draft, at: int, *, day: Weekday | None, week: Week, group: str) -> Draft:
    """Say what day, week and group the sessions of a timetable have that name none."""
    sheet = draft.mapping.sheets[at]
    return with_sheet(draft, at, replace(sheet, day=day, week=week, group=group.strip()))


def adding_people(draft: Draft, at: int, *, adds: bool) -> Draft:
    """Say whether a name that fits nobody on this table is a new member of staff."""
    return with_sheet(draft, at, replace(draft.mapping.sheets[at], adds_people=adds))


def names_in_doubt(desk: Desk, draft: Draft) -> Names:
    """Every name of *draft* that fits nobody or several people, answered or not.

    Raises:
        NotAllowed: no duty lets the person import anything.
    """
    asked = replace(used(draft), new_people=())
    asked = replace(asked, mapping=replace(asked.mapping, name_matches={}))
    with desk.store.read() as reading:
        require_any(desk, reading)
        people = refs_of(reading)
    read = asked.read(people)
    known = Directory(people, other_names=asked.mapping.other_names)
    directory = with_new_people(known, read.records)
    places: dict[str, list[Source]] = {}
    for said, source in _names_said(asked, read):
        places.setdefault(said, []).append(source)
    asked_for = [_doubt(directory, said, found) for said, found in places.items()]
    assumed = _assumed(read)
    doubts = (replace(d, assumed=assumed.get(d.said)) for d in asked_for if d is not None)
    everybody = tuple(sorted(directory.people, key=lambda person: key(person.name)))
    return Names(tuple(doubts), everybody)


def _assumed(read: Interpretation) -> dict[str, PersonRef]:
    """Whom names are taken to mean, without those that a row was set aside for."""
    refused = {said for row in read.set_aside for said in _QUOTED.findall(row.reason)}
    told = [(said, who) for sheet in read.sheets for said, who in sheet.assumed.items()]
    return {said: who for said, who in told if said not in refused}


def with_name(draft: Draft, said: str, person: PersonRef | None) -> Draft:
    """Have *said* mean *person*; None: nobody has said whom."""
    draft = _without_new(draft, said)
    matches = {name: who for name, who in draft.mapping.name_matches.items() if name != key(said)}
    if person is not None:
        matches[key(said)] = person.payroll or person.name
    return replace(draft, mapping=replace(draft.mapping, name_matches=matches))


def with_name_aside(draft: Draft, said: str) -> Draft:
    """Have *said* mean nobody, whomever it would else be taken for."""
    draft = with_name(draft, said, None)
    matches = {**draft.mapping.name_matches, key(said): ""}
    return replace(draft, mapping=replace(draft.mapping, name_matches=matches))


def unanswered_but_plain(draft: Draft, names: Names) -> tuple[NameDoubt, ...]:
    """The doubts of *names* that are part of one person's name, and nobody has answered."""
    answered = draft.mapping.name_matches
    return tuple(
        doubt
        for doubt in names.doubts
        if key(doubt.said) not in answered
        and doubt.assumed is None
        and len(doubt.candidates) == 1
        and fit_of(doubt.said, doubt.candidates[0])  # else it only looks alike
    )


def with_all_plain(draft: Draft, names: Names) -> Draft:
    """Have each name that only one person has mean that person, where nobody said otherwise."""
    for doubt in unanswered_but_plain(draft, names):
        draft = with_name(draft, doubt.said, doubt.candidates[0])
    return draft


def with_new_person(draft: Draft, doubt: NameDoubt) -> Draft:
    """Have the name in doubt stand for a new member of staff, who is added by the import."""
    name = parse_name(doubt.said)
    record = StaffRecord(source=doubt.places[0], forename=name.forename, surname=name.surname)
    draft = with_name(draft, doubt.said, ref_of(record))
    return replace(draft, new_people=(*draft.new_people, record))


def _without_new(draft: Draft, said: str) -> Draft:
    meant = draft.mapping.name_matches.get(key(said))
    kept = tuple(record for record in draft.new_people if ref_of(record).name != meant)
    return replace(draft, new_people=kept)


def _names_said(draft: Draft, read: Interpretation) -> Iterable[tuple[str, Source]]:
    """The names that reasons quote from columns of names; not all of them are in doubt."""
    for at, reading in readings_by_table(draft, read).items():
        naming = {
            letter(column.index)
            for column in draft.mapping.sheets[at].columns
            if column.field in _NAMING
        }
        rows = table_of(draft, at).rows
        for told in reading.problems:  # one for each row set aside is among them
            for said in _QUOTED.findall(told.reason) if told.column in naming else ():
                yield said, Source(told.sheet, told.row)
                for row in rows:
                    if written(row.cells.get(column_number(told.column))) == said:
                        yield said, Source(told.sheet, row.number)


def _doubt(directory: Directory, said: str, places: list[Source]) -> NameDoubt | None:
    try:
        directory.on_list(said)  # a staff list's, in doubt even where it is like only one
        directory.find(said)
    except NoSuchPerson as doubt:
        candidates = doubt.candidates or _closest(directory, said)
        rows = tuple(dict.fromkeys(places))
        return NameDoubt(said, str(doubt), rows, candidates, _is_whole_name(said))
    return None


def _closest(directory: Directory, said: str) -> tuple[PersonRef, ...]:
    """Up to three whose forename and surname are both like those of *said*, either way round."""
    likely = [(_likeness(said, person), person) for person in directory.people]
    likely.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(person for likeness, person in likely[:3] if likeness >= _ALIKE)


def _likeness(said: str, person: PersonRef) -> float:
    """How alike the less like of two names is; of one word, the more like, as it is but one."""
    first, _, last = in_order(said).rpartition(" ")
    own = key(person.forename), key(person.surname)
    if not first:
        return max(_ratio(last, name) for name in own)
    ways = ((first, last), (last, first))
    return max(min(map(_ratio, way, own)) for way in ways)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _is_whole_name(said: str) -> bool:
    try:
        name = parse_name(said)
    except Unreadable:
        return False
    return bool(name.forename and name.surname)


def with_sheet(draft: Draft, at: int, sheet: SheetMapping) -> Draft:
    """*draft* with *sheet* in the place of the mapping at *at*."""
    sheets = (*draft.mapping.sheets[:at], sheet, *draft.mapping.sheets[at + 1 :])
    return replace(draft, mapping=replace(draft.mapping, sheets=sheets))


def _table(draft: Draft, mapping: SheetMapping) -> Table:
    sheet = next(sheet for sheet in draft.sheets if sheet.name == mapping.sheet)
    return table_at(sheet, mapping.header_rows, mapping.last_row)


def _guessed(draft: Draft, sheet: SheetMapping) -> SheetMapping:
    """A table as it is best read under the headings and the kind that a person chose."""
    source = next(each for each in draft.sheets if each.name == sheet.sheet)
    table = _table(draft, sheet)
    found = read_as(sheet.kind, source, table, legend_of(draft.sheets))
    found = with_periods(found, periods_of(draft.sheets) | dict(sheet.periods), table.rows)
    return replace(
        sheet,
        periods=found.periods,
        columns=found.columns,
        scale=found.scale,
        week=found.week,
        day=found.day,
        month_first=found.month_first,
        unsure=found.unsure,
    )


def _with_scale(draft: Draft, sheet: SheetMapping) -> SheetMapping:
    """*sheet* with a scale where it holds ratings and has none yet."""
    if sheet.scale is not None or not sheet.has(Field.SKILL, Field.RATING):
        return sheet
    table = _table(draft, sheet)
    rated = {column.index for column in (*sheet.of(Field.SKILL), *sheet.of(Field.RATING))}
    marks = [written(cell) for row in table.rows for at, cell in row.cells.items() if at in rated]
    return replace(sheet, scale=scale_of(marks, table.above)[0])
