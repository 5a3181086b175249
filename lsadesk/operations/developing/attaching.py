"""Files that both sides attach: to an appraisal until it is agreed, to a line of a plan always.

They are kept within the encrypted college file. The person may not write an appraisal, but may
bring papers to their own, as to their plan.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from lsadesk.domain.changes import NOTHING, Done, Subject
from lsadesk.domain.developing.attached import (
    About,
    AttachedFile,
    FileId,
    NewFile,
    Where,
    plain_name,
    problem_in,
    problem_of,
)
from lsadesk.domain.rights import CHANGE, EXPORT, READ, Kind, allows
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.said import said
from lsadesk.store import accounts
from lsadesk.store.appraisals import appraisal as appraisals
from lsadesk.store.developing import attached
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading, Work

T = TypeVar("T")

AGREED = (
    "What is attached to this appraisal stays as it was agreed. Attach the file to a line of the "
    "plan, or go back to the meeting."
)
ONLY_THEIRS = "Only whoever attached a file may take it off."


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """The files of an appraisal or a line, and what the asker may do with them.

    *closed* says why none can be attached, "" where one can. *mine* are those that the asker may
    take off. *brings* are those in whose name one can be attached, the asker first.
    """

    about: About
    files: tuple[AttachedFile, ...]
    closed: str
    mine: frozenset[FileId]
    brings: tuple[tuple[PersonId | None, str], ...]
    may_save: bool


def attached_to(desk: Desk, about: About) -> Attached:
    """What is attached to *about*, for whoever may read it."""
    me = desk.person
    with desk.reading(_read_as(about), about.person) as reading:
        found = attached.files_of(reading, about)
        standing = accounts.standing_of(reading, desk.account)
        closed = _closed(reading, about)
        if not allows(standing, CHANGE, Kind.DEVELOPMENT, about.person):
            closed = "Only the person and those who look after them may attach files here."
        return Attached(
            about=about,
            files=found,
            closed=closed,
            mine=frozenset(
                each.id for each in found if not closed and _may_take_off(desk, reading, each)
            ),
            brings=_brings(desk, reading, about, me),
            may_save=allows(standing, EXPORT, _read_as(about), about.person),
        )


def attach(
    desk: Desk, about: About, path: Path, *, what: str = "", brought_by: PersonId | None = None
) -> Done[FileId]:
    """Attach the file at *path*; a copy of it is kept in the college file.

    *what* says what it is. *brought_by* left out: whoever is signed in.

    Raises:
        UserError: it cannot be read, is too large or of a kind that is not kept, there are too
            many, or the appraisal is agreed.
    """
    words = said(what, "What it is")
    me = desk.person
    file = _read(path, words)  # from a slow stick, perhaps: before the college file is held
    with desk.writing(Kind.DEVELOPMENT, about.person) as work:
        _open_for_a_change(desk, work, about)
        already = len(attached.files_of(work, about))
        if problem := problem_of(file.name, len(file.content), already):
            raise UserError(problem)
        signed = dict(_brings(desk, work, about, me)).get(brought_by or me)
        if signed is None:
            raise UserError("A file is brought by one of the two who meet.")
        found = attached.add(work, about, file, signed=signed)
        return _keep(desk, work, found, about, f"Attached the file {file.name}")


def take_off(desk: Desk, file: AttachedFile) -> Done[None]:
    """Take a file off again; Undo puts it back.

    Raises:
        NotAllowed: somebody else attached it.
        UserError: it is gone, or stands in a record that was agreed.
    """
    with desk.writing(Kind.DEVELOPMENT, file.about.person) as work:
        _open_for_a_change(desk, work, file.about)
        if not _may_take_off(desk, work, file):
            raise NotAllowed(AGREED if file.author == desk.account else ONLY_THEIRS)
        attached.take_off(work, file)
        return _keep(desk, work, None, file.about, f"Removed the file {file.name}")


def content_of(desk: Desk, file: AttachedFile) -> bytes:
    """What is in a file, to be looked at within the program."""
    with desk.reading(_read_as(file.about), file.about.person) as reading:
        return attached.content(reading, file)


def save_copy(desk: Desk, file: AttachedFile, path: Path) -> Done[Path]:
    """Write a copy of a file to *path*, outside the college file; it is on the trail.

    Raises:
        UserError: it is gone, or cannot be written.
    """
    from lsadesk.reports.files import written_whole

    with desk.reading(_read_as(file.about), file.about.person, EXPORT) as reading:
        content = attached.content(reading, file)
    with written_whole(path) as draft:
        draft.write_bytes(content)
    desk.note(Entry("took out a file", _read_as(file.about), file.about.person))
    return Done(path, NOTHING)


def _read_as(about: About) -> Kind:
    return Kind.APPRAISAL if about.where is Where.APPRAISAL else Kind.DEVELOPMENT


def _read(path: Path, what: str) -> NewFile:
    """The file at *path*, which is not read where its name or size tell that it cannot be kept."""
    name = plain_name(path.name)
    try:
        problem = problem_of(name, path.stat().st_size, already=0)
        content = b"" if problem else path.read_bytes()
    except OSError as failure:
        raise UserError(
            f"{name} could not be read. Look whether it is still there and not open in "
            "another program, then attach it again."
        ) from failure
    if problem := problem or problem_in(name, content):
        raise UserError(problem)
    return NewFile(name=name, content=content, what=what)


def _open_for_a_change(desk: Desk, work: Work, about: About) -> None:
    """Refuse where it is closed, and note the edit, so that no undo comes after an agreement."""
    desk.require(work, READ, _read_as(about), about.person)
    if closed := _closed(work, about):
        raise UserError(closed)
    if about.where is Where.APPRAISAL:
        latest = appraisals.latest(work, about.person)
        if latest is not None:
            appraisals.note_edit(work, latest.id)


def _closed(reading: Reading, about: About) -> str:
    """Why nothing can be attached to *about* any more; "" where something can."""
    if about.where is Where.PLAN:
        return "" if attached.has_line(reading, about) else "This line is no longer in the plan."
    latest = appraisals.latest(reading, about.person)
    is_open = latest is not None and latest.first == about.number and latest.agreed_at is None
    return "" if is_open else AGREED


def _may_take_off(desk: Desk, reading: Reading, file: AttachedFile) -> bool:
    """Whoever attached it may, unless a record that was signed names it."""
    if file.author != desk.account:
        return False
    if file.about.where is Where.PLAN:
        return True
    latest = appraisals.latest(reading, file.about.person)
    return latest is not None and (latest.number == 1 or file.attached_at > latest.started_at)


def _brings(
    desk: Desk, reading: Reading, about: About, me: PersonId | None
) -> tuple[tuple[PersonId | None, str], ...]:
    own = desk.login if me is None else people.get(reading, me).name
    if me == about.person:
        return ((me, own),)
    return ((me, own), (about.person, people.get(reading, about.person).name))


def _keep(desk: Desk, work: Work, result: T, about: About, sentence: str) -> Done[T]:
    verb = sentence.partition(" ")[0].lower()
    entry = Entry(f"{verb} a file", Kind.DEVELOPMENT, about.person)
    subjects = (Subject.DEVELOPMENT, Subject.APPRAISAL)
    return desk.keep(work, result, sentence, entry, *subjects, about=about.person)
