"""Importing a college's own workbook: look, correct, preview, write in one transaction."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lsadesk.domain.changes import NOTHING, Done, Subject
from lsadesk.domain.incoming import (
    PersonRef,
    Problem,
    SheetKind,
    SheetReading,
    Source,
    StaffRecord,
)
from lsadesk.domain.rights import CHANGE, Kind, allows
from lsadesk.errors import NotAllowed, UserError
from lsadesk.intake import mapping as mappings
from lsadesk.intake.guessing import guess
from lsadesk.intake.interpreting import Interpretation, interpret, ref_of
from lsadesk.intake.mapping import Mapping
from lsadesk.intake.reading import read_workbook
from lsadesk.intake.set_aside import set_aside_book
from lsadesk.intake.sheets import Sheet
from lsadesk.operations.desk import Desk
from lsadesk.operations.importing.known import refs_of
from lsadesk.operations.importing.taking import take
from lsadesk.operations.importing.told_changes import RowChanges
from lsadesk.store import accounts, settings
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import learners, timetable
from lsadesk.store.work import Reading, Work

_KINDS = {
    SheetKind.STAFF: Kind.PERSON,
    SheetKind.SKILLS: Kind.RATING,
    SheetKind.TRAINING: Kind.CERTIFICATE,
    SheetKind.LEARNERS: Kind.LEARNER,
    SheetKind.TIMETABLE: Kind.TIMETABLE,
}
_SUBJECTS = {
    SheetKind.STAFF: Subject.PEOPLE,
    SheetKind.SKILLS: Subject.SKILLS,
    SheetKind.TRAINING: Subject.CERTIFICATES,
    SheetKind.LEARNERS: Subject.LEARNERS,
    SheetKind.TIMETABLE: Subject.TIMETABLE,
}

_KEPT = 2  # interpretations: as it stands, and as if nobody had answered for a name

_Changed = MappingOf[tuple[str, int], RowChanges]  # by sheet and row


@dataclass(slots=True)
class _Interpreted:
    """The newest interpretations of one workbook: each is made once, for whoever asks next."""

    kept: list[tuple[Mapping, tuple[PersonRef, ...], Interpretation]] = field(default_factory=list)

    def of(
        self, sheets: tuple[Sheet, ...], mapping: Mapping, people: tuple[PersonRef, ...]
    ) -> Interpretation:
        for known, whom, read in self.kept:
            if known == mapping and whom == people:
                return read
        read = interpret(sheets, mapping, people)
        self.kept = [(mapping, people, read), *self.kept[: _KEPT - 1]]
        return read


@dataclass(frozen=True, slots=True)
class Draft:
    """A workbook that was read, and how it would be taken; *mapping* may be corrected.

    *new_people* are names that a person said are new members of staff. *as_last_time* are
    the signatures of the tables that are read as in an earlier import. All corrections of one
    workbook share what was interpreted.
    """

    workbook: str
    sheets: tuple[Sheet, ...]
    mapping: Mapping
    new_people: tuple[StaffRecord, ...] = ()
    as_last_time: frozenset[str] = frozenset()
    _interpreted: _Interpreted = field(default_factory=_Interpreted, compare=False, repr=False)

    def read(self, college: Iterable[PersonRef]) -> Interpretation:
        """What it says, against the names of the *college* and of those said to be new."""
        people = (*college, *(ref_of(record) for record in self.new_people))
        return self._interpreted.of(self.sheets, self.mapping, people)


@dataclass(frozen=True, slots=True)
class SheetReport:
    """What became of one table; *taken*, *merged* and *set_aside* add up to *rows_read*.

    *in_file* is the sheet's name in the file, where *sheet* is one of several lists on it.
    *changes* are told where the college held some of it already: row -> what is otherwise.
    """

    sheet: str
    in_file: str
    kind: SheetKind
    rows_read: int
    taken: int
    merged: int
    set_aside: int
    problems: tuple[Problem, ...]
    changes: MappingOf[int, str]


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did, or would do (*dry_run*); *unsure* are sentences to look at.

    *backup* is the copy of the college as it stood before, where it already held something.
    """

    workbook: str
    sheets: tuple[SheetReport, ...]
    unsure: tuple[str, ...]
    readings: tuple[SheetReading, ...]
    dry_run: bool
    backup: Path | None = None


def look(desk: Desk, workbook: Path) -> Draft:
    """Read a workbook and guess at it, with what was learnt from earlier imports.

    Raises:
        UserError: it cannot be read; one sentence says why.
        NotAllowed: no duty lets the person import anything.
    """
    return recognise(desk, workbook.name, sheets_of(workbook))


def sheets_of(workbook: Path) -> tuple[Sheet, ...]:
    """Read a workbook without the college: this may take 20 seconds, in any thread.

    Raises:
        UserError: it cannot be read; one sentence says why.
    """
    return read_workbook(workbook)


def recognise(desk: Desk, workbook: str, sheets: tuple[Sheet, ...]) -> Draft:
    """Guess at the sheets of *workbook*, with what was learnt from earlier imports.

    Raises:
        NotAllowed: no duty lets the person import anything.
    """
    with desk.store.read() as reading:
        require_any(desk, reading)
        guessed = guess(sheets, refs_of(reading))
        kept = _kept_mappings(reading, guessed)
        known = frozenset(sheet.signature for each in kept for sheet in each.sheets)
        matches = {said: who for each in kept for said, who in each.name_matches.items()}
        matches |= guessed.name_matches  # what this workbook says itself of initials
        tables = tuple(table for each in kept for table in each.sheets)
        mapping = replace(mappings.remembered(guessed, tables), name_matches=matches)
        return Draft(workbook, sheets, mapping, as_last_time=known)


def preview(desk: Desk, draft: Draft) -> Interpretation:
    """What *draft* says, against the names of the college's staff; nothing is written."""
    with desk.store.read() as reading:
        require_any(desk, reading)
        return draft.read(refs_of(reading))


def corrected(draft: Draft, mapping_file: Path) -> Draft:
    """*draft* with what a mapping file says in the place of the guess."""
    try:
        text = mapping_file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"The mapping file {mapping_file.name} cannot be read.") from error
    return replace(draft, mapping=mappings.overridden(draft.mapping, text))


def import_draft(
    desk: Desk,
    draft: Draft,
    *,
    dry_run: bool = False,
    progress: Callable[[float], None] = lambda _fraction: None,
) -> Done[Report]:
    """Write all that *draft* says in one transaction; with *dry_run* only count it.

    *progress* is told how far it is, from 0 to 1; whatever it raises leaves all as it was.

    Raises:
        NotAllowed: the person's duties do not cover every kind of sheet in it.
        UserError: the college could not be copied first; nothing is imported then.
    """
    with desk.beginning() as work:
        read = draft.read(refs_of(work))
        _require_all(desk, work, read)
        held_data = _holds_data(work)
        records = (*draft.new_people, *read.records)
        changed = take(work, records, draft.mapping.name_matches, progress)
        progress(1.0)
        report = _report(draft, read, _by_row(changed), dry_run=dry_run)
        if not held_data:  # all of it is new, whatever one row adds to another
            sheets = tuple(replace(sheet, changes={}) for sheet in report.sheets)
            report = replace(report, sheets=sheets)
        if dry_run:
            return Done(report, NOTHING)
        if held_data and changed:
            report = replace(report, backup=_back_up_first(desk))
        _remember(work, draft.mapping)
        taken = sum(sheet.taken for sheet in report.sheets)
        return desk.keep(
            work,
            report,
            f"Imported {taken} rows of {draft.workbook}",
            Entry("imported", _KINDS.get(_first_kind(read), Kind.PERSON)),
            *{_SUBJECTS[sheet.kind] for sheet in read.sheets if sheet.kind in _SUBJECTS},
        )


def import_file(
    desk: Desk, workbook: Path, *, mapping_file: Path | None = None, dry_run: bool = False
) -> Report:
    """Import *workbook* by the best guess, with nobody to ask."""
    draft = look(desk, workbook)
    if mapping_file is not None:
        draft = corrected(draft, mapping_file)
    return import_draft(desk, draft, dry_run=dry_run).result


def save_set_aside(desk: Desk, report: Report, path: Path) -> int:
    """Write the rows that were set aside as a workbook to mend; how many there were.

    Where there were none, nothing is written.

    Raises:
        UserError: the file cannot be written; an older one then stays as it was.
    """
    with desk.store.read() as reading:
        require_any(desk, reading)
    aside = sum(sheet.set_aside for sheet in report.sheets)
    if not aside:
        return 0
    desk.note(Entry("exported rows set aside", Kind.PERSON, detail=str(aside)))
    from lsadesk.reports.books import save_book  # openpyxl is slow to import

    save_book(set_aside_book(report.readings), path)
    return aside


def as_json(report: Report) -> dict[str, Any]:
    """The report as the command line prints it."""
    return {
        "workbook": report.workbook,
        "dry_run": report.dry_run,
        "backup": None if report.backup is None else str(report.backup),
        "sheets": [
            {
                "sheet": sheet.in_file,
                "kind": sheet.kind.value,
                "rows_read": sheet.rows_read,
                "taken": sheet.taken,
                "merged": sheet.merged,
                "set_aside": sheet.set_aside,
                "problems": [
                    {"row": problem.row, "column": problem.column, "reason": problem.reason}
                    for problem in sheet.problems
                ],
            }
            for sheet in report.sheets
        ],
        "unsure": list(report.unsure),
    }


def as_lines(report: Report) -> list[str]:
    """The report as a person reads it."""
    lines = []
    for sheet in report.sheets:
        lines.append(
            f"{sheet.sheet} ({sheet.kind}): {sheet.rows_read} rows read, {sheet.taken} taken, "
            f"{sheet.merged} known already, {sheet.set_aside} set aside."
        )
        lines += [f"  row {row}: {what}" for row, what in sheet.changes.items()]
        lines += [f"  {_place(problem)}: {problem.reason}" for problem in sheet.problems]
    lines += [f"Not sure: {sentence}" for sentence in report.unsure]
    if report.backup is not None:
        lines.append(f"The college as it was before is kept in {report.backup.name}.")
    if report.dry_run:
        lines.append("This was a rehearsal: nothing was written.")
    return lines


def _place(problem: Problem) -> str:
    return f"row {problem.row}" + (f", column {problem.column}" if problem.column else "")


def _report(draft: Draft, read: Interpretation, changed: _Changed, *, dry_run: bool) -> Report:
    in_file = {sheet.name: sheet.part_of or sheet.name for sheet in draft.sheets}
    sheets = tuple(
        _sheet_report(reading, changed, in_file[reading.sheet])
        for reading in _in_order(draft, read)
    )
    return Report(draft.workbook, sheets, draft.mapping.unsure, read.sheets, dry_run)


def _in_order(draft: Draft, read: Interpretation) -> list[SheetReading]:
    """The readings in the workbook's own order of sheets."""
    order = {sheet.name: place for place, sheet in enumerate(draft.sheets)}
    return sorted(read.sheets, key=lambda reading: (order[reading.sheet], reading.rows[:1]))


def _sheet_report(reading: SheetReading, changed: _Changed, in_file: str) -> SheetReport:
    added = (row.into for row in reading.merged if row.into is not None)
    rows = [row for row in (*reading.open_rows, *added) if (reading.sheet, row) in changed]
    taken, aside = len(rows), len(reading.set_aside)
    told = {row: changed[reading.sheet, row] for row in rows}
    is_all_new = taken == len(reading.open_rows) and all(each.is_all_new for each in told.values())
    return SheetReport(
        sheet=reading.sheet,
        in_file=in_file,
        kind=reading.kind,
        rows_read=len(reading.rows),
        taken=taken,
        merged=len(reading.rows) - taken - aside,
        set_aside=aside,
        problems=reading.problems,
        changes={} if is_all_new else {row: str(each) for row, each in told.items()},
    )


def _by_row(changed: MappingOf[Source, RowChanges]) -> _Changed:
    return {(source.sheet, source.row): told for source, told in changed.items()}


def _first_kind(read: Interpretation) -> SheetKind:
    return next((sheet.kind for sheet in read.sheets), SheetKind.UNKNOWN)


def _kept_mappings(reading: Reading, guessed: Mapping) -> list[Mapping]:
    """How sheets with the same headings were read in earlier imports."""
    texts = (
        settings.remembered_mapping(reading, sheet.signature)
        for sheet in guessed.sheets
        if sheet.signature
    )
    return [mappings.from_json(text) for text in texts if text is not None]


def _holds_data(work: Work) -> bool:
    everything = (people.everybody, learners.all_learners, timetable.all_sessions)
    return any(listed(work) for listed in everything)


def _back_up_first(desk: Desk) -> Path:
    """A verified copy of the college as it stands, before anything of the import is kept."""
    try:
        return desk.unlocked.back_up(desk.store.clock())
    except UserError as error:
        raise UserError(
            f"Nothing was imported, as the college could not be copied first: {error}"
        ) from error


def _remember(work: Work, mapping: Mapping) -> None:
    for sheet in mapping.sheets:
        if sheet.kind is SheetKind.UNKNOWN or not sheet.signature:
            continue
        bare = replace(sheet, sheet="", header_rows=(), last_row=None, adds_people=False, unsure=())
        kept = Mapping((replace(bare, confidence=100),), mapping.name_matches)
        text = mappings.to_json(kept)
        if settings.remembered_mapping(work, sheet.signature) != text:
            settings.remember_mapping(work, sheet.signature, text)


def require_any(desk: Desk, reading: Reading) -> None:
    """Refuse whoever may bring in nothing that a workbook can hold."""
    standing = accounts.standing_of(reading, desk.account)
    if not any(allows(standing, CHANGE, kind) for kind in _KINDS.values()):
        raise NotAllowed("Your duties do not let you import a workbook here.")


def _require_all(desk: Desk, reading: Reading, read: Interpretation) -> None:
    standing = accounts.standing_of(reading, desk.account)
    for kind in _needed(read.sheets):
        if not allows(standing, CHANGE, kind):
            raise NotAllowed(
                f"Your duties do not let you change {kind.value}, which this workbook holds. "
                "Ask the administrator, or import only the other sheets."
            )


def _needed(sheets: Sequence[SheetReading]) -> list[Kind]:
    return [_KINDS[sheet.kind] for sheet in sheets if sheet.records and sheet.kind in _KINDS]
