"""Other ways to answer: on paper, in Excel, in a sealed packet, and typed in for somebody else.

Whatever a file brings is shown first (`Preview`) and taken in only then (`take_in`). A
person's own answers go into their private draft. For somebody without an account their
appraiser may type a form in; that is handed in at once and marked so.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from lsadesk.domain.appraisals.answer_forms import (
    Brought,
    Given,
    Line,
    Origin,
    Problem,
    Standing,
    compared,
    given_to,
    no_longer_asked,
    place_of,
    side_by_side,
    to_keep,
)
from lsadesk.domain.appraisals.assessment import Assessment
from lsadesk.domain.appraisals.form_layout import FormSheet
from lsadesk.domain.appraisals.packets import Packet, brought_by
from lsadesk.domain.careers.framework import Part, Question
from lsadesk.domain.changes import NOTHING, Done, Subject
from lsadesk.domain.rights import CHANGE, EXPORT, Kind, allows
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import Stale, UserError
from lsadesk.operations.appraisals.answers_here import Here, begin, checked, given_in, here_of
from lsadesk.operations.appraisals.keying_in import key_in, require_no_account
from lsadesk.operations.desk import Desk, own_person
from lsadesk.store import accounts
from lsadesk.store.appraisals import assessment as kept
from lsadesk.store.careers import layer
from lsadesk.store.sealing import packet, vault
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading

NOT_THIS_COLLEGE = (
    "This was made in another college's LSA Desk, so its answers do not belong here. Nothing was "
    "read in. Open it in the college it came from."
)
NOT_YOURS = (
    "This was made for somebody else. You can read in your own, and those of people without an "
    "account whose appraiser you are. Nothing was read in."
)
CHANGED = (
    "The answers here have changed since the file was opened. Nothing was taken in: read the file "
    "again and look at it once more."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What taking a file in would do; nothing has been written.

    *no_longer* are answers to questions that are not asked any more. *handed_in_at* is when
    what is here was handed in: it stays as it is, and the file's answers begin a new draft.
    *finished_at* is when a packet's writer called it done; None: not yet.
    """

    person: PersonId
    name: str
    is_mine: bool
    origin: Origin
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]
    no_longer: tuple[str, ...]
    other_edition: bool
    handed_in_at: datetime | None
    finished_at: datetime | None = None

    def those(self, standing: Standing) -> tuple[Line, ...]:
        """The lines that stand so to what is here."""
        return tuple(line for line in self.lines if line.standing is standing)


def paper_form(desk: Desk, who: PersonId, path: Path) -> Done[None]:
    """Write the questionnaire of *who* as a PDF to print and fill in by hand."""
    from lsadesk.reports.form_pdf import write_paper_form

    return _write_form(desk, who, path, write_paper_form)


def excel_form(desk: Desk, who: PersonId, path: Path) -> Done[None]:
    """Write the questionnaire of *who* as an Excel form with drop-downs."""
    from lsadesk.reports.form_workbook import write_form

    return _write_form(desk, who, path, write_form)


def read_excel(desk: Desk, path: Path) -> Preview:
    """What a filled-in Excel form would change; it says itself whose it is.

    Raises:
        UserError: it is no form of ours, another college's, or somebody else's.
    """
    from lsadesk.intake.answer_form import read_form
    from lsadesk.intake.reading import read_sheets

    sheets = read_sheets(path)
    with desk.store.read() as reading:
        framework = layer.library_of(reading).framework
        return _preview(desk, reading, read_form(sheets, framework))


def take_packet(desk: Desk, path: Path, passphrase: str) -> Done[int]:
    """Write my questionnaire and my draft as it is now to *path*, sealed; how many answers it has.

    What I handed in goes along to be offered again, question by question.

    Raises:
        UserError: the passphrase is short, or the place refuses it.
    """
    who = own_person(desk)
    with desk.reading(Kind.DRAFT, who, EXPORT) as reading:
        here = here_of(desk, reading, who)
    return _write_packet(desk, Kind.DRAFT, here, path, passphrase)


def give_packet(desk: Desk, who: PersonId, path: Path, passphrase: str) -> Done[int]:
    """The same for somebody without an account, to be answered away from here.

    Raises:
        UserError: they have an account, the passphrase is short, or the place refuses it.
    """
    with desk.reading(Kind.ASSESSMENT, who, EXPORT) as reading:
        require_no_account(reading, who)
        here = here_of(desk, reading, who)
    return _write_packet(desk, Kind.ASSESSMENT, here, path, passphrase)


def read_packet(desk: Desk, path: Path, passphrase: str) -> Preview:
    """What a sealed packet would change.

    Raises:
        UserError: it is no packet, the passphrase does not open it, it was altered, or it is
            another college's or somebody else's.
    """
    from lsadesk.intake.packet import from_content

    found = packet.read(path)
    content = packet.opened(found, packet.seal_of(found, passphrase))
    with desk.store.read() as reading:
        return _preview(desk, reading, brought_by(from_content(content)))


def take_in(desk: Desk, preview: Preview, theirs: Collection[str]) -> Done[int]:
    """Write what is new, and of the clashes the file's for each question in *theirs*.

    Gives back how many answers changed. What was handed in is never touched.

    Raises:
        Stale: an answer has changed since the preview was made.
    """
    if not preview.is_mine:
        return _take_in_for(desk, preview, theirs)
    with desk.writing(Kind.DRAFT, preview.person) as work:
        here = here_of(desk, work, preview.person)
        if not here.is_mine or _has_moved(preview, here):
            raise Stale(CHANGED)
        draft = kept.latest(work, preview.person, handed_in=False)
        chosen = to_keep(preview.lines, theirs)
        written = chosen if draft else side_by_side(preview.lines, theirs)
        assessment = draft.id if draft else begin(work, here)
        for given in written:
            kept.keep_sealed(work, assessment, desk.unlocked.boxes, given)
        return desk.keep(
            work,
            len(chosen),
            f"Read answers in from {preview.origin.value}",
            Entry("read answers in", Kind.DRAFT, preview.person, preview.origin.value),
            Subject.ASSESSMENT,
            Subject.CAREER,
            about=preview.person,
        )


def _take_in_for(desk: Desk, preview: Preview, theirs: Collection[str]) -> Done[int]:
    with desk.reading(Kind.ASSESSMENT, preview.person) as reading:
        if _has_moved(preview, here_of(desk, reading, preview.person)):
            raise Stale(CHANGED)
    chosen = to_keep(preview.lines, theirs)
    done = key_in(desk, preview.person, chosen, preview.origin)
    return Done(len(chosen), done.changes)


def _write_packet(desk: Desk, kind: Kind, here: Here, path: Path, passphrase: str) -> Done[int]:
    from lsadesk.intake.packet import to_content

    parts = {question.part for question in here.questions}
    begins_anew = here.is_mine and not here.found.is_draft
    given = {} if begins_anew else given_in(here)
    last = here.found if begins_anew else here.last
    whole = Packet(
        mark=here.mark,
        college=desk.college,
        name=here.name,
        parts=tuple(part for part in here.framework.parts if part.id in parts),
        questions=here.questions,
        given=given,
        given_at={} if begins_anew else here.saved_at,
        last={} if last is None else given_in(here, last),
        last_at=None if last is None else last.handed_in_at,
    )
    effort = vault.read(desk.folder).slots[0].effort
    seal = packet.new_seal(passphrase, effort)
    packet.write(path, packet.sealed(to_content(whole), seal))
    desk.note(Entry("took a packet out", kind, here.person))
    return Done(len(given), NOTHING)


def _write_form(
    desk: Desk, who: PersonId, path: Path, write: Callable[[FormSheet, Path], None]
) -> Done[None]:
    with desk.reading(Kind.ASSESSMENT, who, EXPORT) as reading:
        form = _form(desk, here_of(desk, reading, who))
    write(form, path)
    desk.note(Entry("printed a form", Kind.ASSESSMENT, who))
    return Done(None, NOTHING)


def _form(desk: Desk, here: Here) -> FormSheet:
    asked: dict[Part, list[Question]] = {}
    parts = {part.id: part for part in here.framework.parts}
    for question in here.questions:
        asked.setdefault(parts[question.part], []).append(question)
    return FormSheet(
        college=desk.college,
        name=here.name,
        role=here.role.name if here.role else here.title,
        day=desk.today,
        mark=here.mark,
        parts=list(asked.items()),
    )


def _preview(desk: Desk, reading: Reading, brought: Brought) -> Preview:
    mark = brought.mark
    if mark.college != desk.store.college_mark(reading):
        raise UserError(NOT_THIS_COLLEGE)
    _require_mine(desk, reading, mark.person)
    here = here_of(desk, reading, mark.person)
    kept_whole, too_long = _within_length(brought, here)
    beside, saved_at = _set_beside(brought, here)
    return Preview(
        person=mark.person,
        name=here.name,
        is_mine=here.is_mine,
        origin=brought.origin,
        lines=compared(here.questions, beside, kept_whole, saved_at),
        problems=(*brought.problems, *too_long),
        no_longer=no_longer_asked(here.questions, brought),
        other_edition=(mark.edition, mark.role) != (here.mark.edition, here.mark.role),
        handed_in_at=here.found.handed_in_at,
        finished_at=brought.finished_at,
    )


def _require_mine(desk: Desk, reading: Reading, who: PersonId) -> None:
    """Refuse somebody else's file; whether there is such a person is not told."""
    standing = accounts.standing_of(reading, desk.account)
    if who == standing.person:
        return
    if not allows(standing, CHANGE, Kind.ASSESSMENT, who):
        raise UserError(NOT_YOURS)
    require_no_account(reading, who)


def _set_beside(brought: Brought, here: Here) -> tuple[Assessment, Mapping[str, datetime]]:
    """What *brought* is compared with: nothing, where it saw what I handed in and began anew."""
    handed_in_at = here.found.handed_in_at
    if here.is_mine and handed_in_at is not None and brought.offered == handed_in_at:
        return Assessment(person=here.person, answers={}), {}
    return here.found, here.saved_at


def _has_moved(preview: Preview, here: Here) -> bool:
    if preview.is_mine and preview.handed_in_at is not None:
        return preview.handed_in_at != here.found.handed_in_at
    return any(given_to(line.question, here.found) != line.here for line in preview.lines)


def _within_length(brought: Brought, here: Here) -> tuple[Brought, list[Problem]]:
    """*brought* as it would be kept, without answers that are longer than one can be."""
    places: dict[str, str] = {
        question.id: place_of(number, question.text)
        for number, question in enumerate(here.questions, 1)
    }
    given: dict[str, Given] = {}
    too_long = []
    for key, each in brought.given.items():
        try:
            given[key] = checked(each)
        except UserError as error:
            place = places.get(key, "An answer")
            too_long.append(Problem(place, f"It was left out. {error}"))
    return replace(brought, given=given), too_long
