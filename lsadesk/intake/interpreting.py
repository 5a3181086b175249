"""Sheets and their mapping -> checked records, problems, and the rows that were not taken.

Every filled row below a table's headings is accounted for: it gives records, says what an
earlier row said (merged), or is set aside with a reason. Blank rows are not counted.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from lsadesk.domain.incoming import (
    MergedRow,
    PersonRef,
    Problem,
    Record,
    SetAside,
    SheetKind,
    SheetReading,
    StaffRecord,
)
from lsadesk.intake.across import Across, people_across, records_across
from lsadesk.intake.assumed import Assumed, calls_by_forename
from lsadesk.intake.attendees import trainings_of_all
from lsadesk.intake.both_weeks import as_one_session
from lsadesk.intake.carried import carried_down
from lsadesk.intake.duplicates import Seen, Verdict
from lsadesk.intake.ends_below import with_ends
from lsadesk.intake.grid_rows import Grid, grid_of, sessions_in
from lsadesk.intake.headings import Table, table_at
from lsadesk.intake.keys import legend_row
from lsadesk.intake.learner_rows import learner_of
from lsadesk.intake.looks import has_left
from lsadesk.intake.mapping import Field, SheetMapping
from lsadesk.intake.mapping import Mapping as WorkbookMapping
from lsadesk.intake.matching import Directory, NoSuchPerson, fit_of, in_order
from lsadesk.intake.rows import Aside, Line, Part
from lsadesk.intake.sections import Section
from lsadesk.intake.sent_again import with_last_answers
from lsadesk.intake.session_parts import Above
from lsadesk.intake.sheets import Row, Sheet, Value, letter, written
from lsadesk.intake.skill_rows import skills_of, unclear_marks
from lsadesk.intake.staff_list import (
    as_known,
    managers_assumed,
    managers_not_found,
    namesake_told,
    one_team_one_name,
    refuse_mistaken,
    refuse_unknown_leaver,
    return_told,
    with_known_number,
)
from lsadesk.intake.staff_rows import staff_of
from lsadesk.intake.strangers import is_total, why_no_record
from lsadesk.intake.support_rows import earlier_row
from lsadesk.intake.timetable_rows import sessions_of

_NOT_CLEAR = "It is not clear what this sheet holds; choose its kind to take it."


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What a workbook says, sheet by sheet, in the order in which it should be written."""

    sheets: tuple[SheetReading, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        """Every record, staff first."""
        return tuple(record for sheet in self.sheets for record in sheet.records)

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        """Every row that was not taken."""
        return tuple(aside for sheet in self.sheets for aside in sheet.set_aside)


def interpret(
    sheets: Sequence[Sheet], mapping: WorkbookMapping, people: Iterable[PersonRef] = ()
) -> Interpretation:
    """Read *sheets* as *mapping* says; *people* are the college's staff, for their names.

    Staff lists are read first, so that the names on other sheets can be matched to them;
    the result keeps that order.
    """
    by_name = {sheet.name: sheet for sheet in sheets}
    tables = [table for table in mapping.sheets if table.sheet in by_name]
    tables.sort(key=lambda table: table.kind is not SheetKind.STAFF)
    chosen, others = mapping.name_matches, mapping.other_names
    by_forename = any(
        calls_by_forename(table, table_at(by_name[table.sheet], table.header_rows, table.last_row))
        for table in tables
    )
    directory = Directory(tuple(people), chosen, other_names=others)
    seen = Seen()  # over all sheets: two lists that disagree would else undo each other for ever
    readings = []
    for table in tables:
        is_list = table.kind is SheetKind.STAFF
        known = replace(directory, by_forename=by_forename and not is_list)
        interpreter = _Interpreter(by_name[table.sheet], table, known, seen)
        reading = interpreter.read()
        directory = with_new_people(directory, reading.records)
        directory = replace(directory, in_doubt=directory.in_doubt | interpreter.in_doubt)
        readings.append(reading)
    return Interpretation(tuple(as_one_session(readings)))


def with_new_people(directory: Directory, records: Iterable[Record]) -> Directory:
    """The directory with the staff of *records* that it does not hold yet."""
    staff = [ref_of(record) for record in records if isinstance(record, StaffRecord)]
    return directory.with_new(staff) if staff else directory


def ref_of(record: StaffRecord) -> PersonRef:
    """The person of a staff record, as other records refer to them."""
    return PersonRef(forename=record.forename, surname=record.surname, payroll=record.payroll)


@dataclass
class _Interpreter:
    """One table's reading in progress."""

    sheet: Sheet
    mapping: SheetMapping
    directory: Directory
    seen: Seen
    above: Above = field(default_factory=Above)
    across: Across | None = None
    grid: Grid | None = None
    section: Section = field(default_factory=Section)
    records: list[Record] = field(default_factory=list)
    asides: list[SetAside] = field(default_factory=list)
    merged: list[MergedRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    marks: dict[str, int] = field(default_factory=dict)
    said: set[frozenset[tuple[int, Value]]] = field(default_factory=set)  # by rows of support
    in_doubt: set[str] = field(default_factory=set)  # names that a staff list is not read for
    ends: frozenset[int] = frozenset()  # rows that say when the courses of the row above end
    sent_again: Mapping[int, int] = field(default_factory=dict)  # forms, by the row that holds
    known: frozenset[PersonRef] = field(init=False)  # before this sheet was read
    assumed: Assumed = field(init=False)

    def __post_init__(self) -> None:
        self.known = frozenset(self.directory.people)
        self.assumed = Assumed(self.mapping.sheet)

    def read(self) -> SheetReading:
        """Every row of the table, accounted for."""
        table = table_at(self.sheet, self.mapping.header_rows, self.mapping.last_row)
        rows, assumed = carried_down(self.sheet, self.mapping, table.rows)
        rows, self.ends = with_ends(self.mapping, rows)
        rows, self.sent_again = with_last_answers(self.mapping, rows)
        table = replace(table, rows=rows)
        self._remarks(assumed)
        self._find_people_across(table)
        self.grid = grid_of(self.sheet, self.mapping, table.rows)
        for row, following in zip_longest(table.rows, table.rows[1:]):
            if not self._explains(row, following):
                self._take(row, table)
        self._explain_marks()
        if self.mapping.kind is SheetKind.STAFF:
            self.records, remarks = one_team_one_name(self.records, self.mapping)
            known = with_new_people(self.directory, self.records)
            self.problems += [*remarks, *managers_not_found(self.records, self.mapping, known)]
            for row, column, people in managers_assumed(self.records, self.mapping, known):
                self.problems += self.assumed.told(people, row, column)
        return SheetReading(
            sheet=self.sheet.name,
            kind=self.mapping.kind,
            rows=tuple(row.number for row in table.rows),
            records=tuple(self.records),
            set_aside=tuple(self.asides),
            merged=tuple(self.merged),
            problems=tuple(self.problems),
            headers=_headers(self.mapping, table),
            assumed=self.assumed.people,
        )

    def _find_people_across(self, table: Table) -> None:
        if not self.mapping.has(Field.PERSON):
            return
        first = min((row.number for row in table.rows), default=1)
        self.across = people_across(self.mapping, self.directory, first)
        self.records += self.across.new
        self.directory = with_new_people(self.directory, self.across.new)
        top = min(self.mapping.header_rows, default=1)
        for column in self.mapping.of(Field.PERSON):
            self.problems += self.assumed.told(self.across.assumed_in(column), top, column)
            reason = self.across.refused.get(column.index)
            if reason is not None:
                where = letter(column.index)
                problem = Problem(self.sheet.name, top, where, column.header, reason)
                self.problems.append(problem)

    def _explains(self, row: Row, following: Row | None) -> bool:
        """Close a row that is no record but says what others mean: a day, a team, a key."""
        if self.mapping.kind is SheetKind.TIMETABLE and self.above.is_told_by(row):
            reason = "It names the day of the rows below it."
        elif self.grid is not None and self.grid.is_covered(row):
            reason = "A session above it lasts until its time."
        elif row.number in self.ends:
            reason = "It says when the courses of the row above it run out."
        elif row.number in self.sent_again:
            reason = f"The form was sent again: row {self.sent_again[row.number]} holds instead."
            self._remark(row, reason)
        elif self.mapping.is_key:
            reason = "It explains the marks or the periods of the other sheets."
        elif self._explains_a_mark(row):
            reason = "It explains a mark of the table."
        elif not is_total(row) and self.section.is_told_by(
            row, following, self.sheet, self.mapping
        ):
            reason = self._section_words()
            self._remark(row, reason)
        else:
            return False
        self.merged.append(MergedRow(self.sheet.name, row.number, reason))
        return True

    def _explains_a_mark(self, row: Row) -> bool:
        pair, scale = legend_row(row), self.mapping.scale
        return pair is not None and scale is not None and scale.level_of(pair[0]) is not None

    def _section_words(self) -> str:
        if not self.section.heading:
            return f"The rows below it are about “{self.section.person}”."
        said = f"“{self.section.heading}”"
        if self.section.of_whom:
            return f"{said} heads {self.section.of_whom}."
        field = self.section.field(self.mapping)
        is_list = self.mapping.kind is SheetKind.STAFF
        is_list |= self.mapping.kind is SheetKind.SKILLS and self.mapping.adds_people
        if field is Field.TEAM and not is_list:
            return f"{said} heads the rows below it; nothing is taken from it."
        return f"{said} is taken as the {field} of the rows below it."

    def _remark(self, row: Row, sentence: str) -> None:
        self._problem(row, letter(min(row.cells)), "", sentence)

    def _told_above(self) -> dict[Field, str]:
        told = dict(self.mapping.told)
        if self.section.person:
            told[Field.FULL_NAME] = self.section.person
        if self.section.heading and not self.section.of_whom:
            told[self.section.field(self.mapping)] = self.section.heading
        return told

    def _take(self, row: Row, table: Table) -> None:
        line = Line(row, self.mapping, self.directory, told_above=self._told_above())
        try:
            self._refuse_strangers(row, table)
            parts = self._parts_of(line)
        except Aside as aside:
            if self.mapping.kind is SheetKind.STAFF and isinstance(aside.__cause__, NoSuchPerson):
                self.in_doubt.add(in_order(line.person_said()))
            self._set_aside(row, aside)
            return
        records = [record for _, own in parts for record in own]
        if not records:
            self._close_empty(row, _told(parts))
        elif not self._adds_support(line, records):
            self._take_new(row, parts)

    def _close_empty(self, row: Row, problems: Sequence[Problem]) -> None:
        """Close a row without a record: set aside where it has problems, for the first."""
        if problems:
            first, *others = problems
            self.problems += others
            self._close(row, first.column, first.header, first.reason)
            return
        reason = "It says nothing beyond whom it is about."
        self.merged.append(MergedRow(self.sheet.name, row.number, reason))

    def _take_new(self, row: Row, parts: Sequence[Part]) -> None:
        """Take what no earlier row says or contradicts, and tell what was contradicted."""
        judged = [(own, records, self.seen.judge(own, records)) for own, records in parts]
        taken = [(own, records) for own, records, verdict in judged if verdict is None]
        refused = [
            verdict if len(parts) == 1 else verdict.about(own.person_said())
            for own, _, verdict in judged
            if verdict is not None
        ]
        refused.sort(key=lambda verdict: verdict.is_same)
        records = [record for _, own in taken for record in own]
        if not records:
            self._not_again(row, refused.pop(0))
        self.records += records
        self.problems += _told(taken)
        for own, _ in taken:
            self.problems += self.assumed.told(own.assumed, row.number, own.name_column())
        for verdict in refused:
            if not verdict.is_same:
                self._problem(row, verdict.column, verdict.header, verdict.reason)
        if self.mapping.adds_people:
            self.directory = with_new_people(self.directory, records)
        if self.mapping.kind is SheetKind.SKILLS:
            for mark in (mark for own, _ in taken for mark in unclear_marks(own)):
                self.marks[mark] = self.marks.get(mark, 0) + 1

    def _adds_support(self, line: Line, records: list[Record]) -> bool:
        """Whether a row only says another kind of support of a learner on an earlier row.

        A row that stands twice, word for word, does not say it twice.
        """
        if not self.mapping.has(Field.SUPPORT_KIND):
            return False
        said = frozenset(line.row.cells.items())
        if said in self.said:
            return False
        self.said.add(said)
        found = earlier_row(self.mapping, self.records, records[0])
        if found is None:
            return False
        place, self.records[found[0]] = found
        row = self.records[place].source.row
        reason = f"It adds to the support that row {row} says of the learner."
        self.merged.append(MergedRow(self.sheet.name, line.row.number, reason, into=row))
        self.problems += line.problems
        return True

    def _refuse_strangers(self, row: Row, table: Table) -> None:
        reason = why_no_record(row, self.mapping, table)
        if reason:
            raise Aside(reason)
        whom = self.section.of_whom
        if whom and not (has_left(self.section.heading) and self.mapping.has(Field.LEFT)):
            raise Aside(f"It stands under “{self.section.heading}”, which heads {whom}.")

    def _parts_of(self, line: Line) -> list[Part]:
        """What a row gives, apart for each of several whom its cell names. Raises `Aside`."""
        if self.across is None and self.mapping.kind is SheetKind.TRAINING:
            return trainings_of_all(line, self._person)
        return [(line, self._records_of(line))]

    def _records_of(self, line: Line) -> list[Record]:
        if self.across is not None:
            return records_across(line, self.across)
        match self.mapping.kind:
            case SheetKind.STAFF:
                staff = as_known(staff_of(line), line.known_otherwise())
                staff = with_known_number(staff, self.directory)
                refuse_mistaken(staff, self.directory)
                if has_left(self.sheet.name) or has_left(self.section.heading):
                    refuse_unknown_leaver(staff, self.known)
                line.remark_on_name(namesake_told(staff, self.directory))
                line.remark_on_name(return_told(staff, self.directory))
                return [staff, *skills_of(line, ref_of(staff))]
            case SheetKind.SKILLS:
                added, person = self._person(line)
                return [*added, *skills_of(line, person)]
            case SheetKind.LEARNERS:
                return [learner_of(line)]
            case SheetKind.TIMETABLE:
                return self._sessions(line)
            case _:
                raise Aside(self.mapping.left_out or _NOT_CLEAR)

    def _sessions(self, line: Line) -> list[Record]:
        if self.grid is not None:
            return [*sessions_in(line, self.grid, self.above)]
        return [*sessions_of(line, self.above)]

    def _person(self, line: Line) -> tuple[list[Record], PersonRef]:
        """The person a row is about, and their staff record where the row adds them."""
        if not self.mapping.adds_people:
            return [], line.person()
        try:
            return [], line.person()
        except Aside as aside:
            doubt = aside.__cause__
            if not isinstance(doubt, NoSuchPerson) or self._may_be_known(line, doubt):
                raise
        record = staff_of(line)
        return [record], ref_of(record)

    def _may_be_known(self, line: Line, doubt: NoSuchPerson) -> bool:
        """Whether a name in doubt may be somebody's, who is not only alike and on this sheet too.

        Two names that a letter tells apart are two people where one list has both.
        """
        said = line.person_said()
        return any(fit_of(said, person) or person in self.known for person in doubt.candidates)

    def _set_aside(self, row: Row, aside: Aside) -> None:
        column, header = "", ""
        if aside.column is not None:
            column, header = letter(aside.column.index), aside.column.header
        self._close(row, column, header, aside.reason)

    def _not_again(self, row: Row, verdict: Verdict) -> None:
        if verdict.is_same:
            self.merged.append(MergedRow(self.sheet.name, row.number, verdict.reason))
        else:
            self._close(row, verdict.column, verdict.header, verdict.reason)

    def _close(self, row: Row, column: str, header: str, reason: str) -> None:
        cells = {index: written(cell) for index, cell in row.cells.items()}
        self.asides.append(SetAside(self.sheet.name, row.number, column, reason, cells))
        self._problem(row, column, header, reason)

    def _problem(self, row: Row, column: str, header: str, reason: str) -> None:
        self.problems.append(Problem(self.sheet.name, row.number, column, header, reason))

    def _remarks(self, *assumed: str) -> None:
        first = min(self.mapping.header_rows, default=1)
        for remark in (*self.sheet.remarks, *filter(None, assumed)):
            self.problems.append(Problem(self.sheet.name, first, "", "", remark))

    def _explain_marks(self) -> None:
        first = min(self.mapping.header_rows, default=1)
        for mark, count in self.marks.items():
            reason = (
                f"The sheet does not say what “{mark}” means ({count} cells): "
                "it was taken as not known, with the mark as a note."
            )
            self.problems.append(Problem(self.sheet.name, first, "", "", reason))


def _told(parts: Sequence[Part]) -> list[Problem]:
    """The problems of a row, once where it is read again for each whom it names."""
    return list(dict.fromkeys(problem for own, _ in parts for problem in own.problems))


def _headers(mapping: SheetMapping, table: Table) -> Mapping[int, str]:
    named = {column.index: column.header for column in mapping.columns if column.header}
    return {**table.headers, **named}
