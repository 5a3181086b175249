"""What is said about a development plan through the year: notes, evidence and reviews."""

from dataclasses import replace
from datetime import date

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.developing.development import ActionId
from lsadesk.domain.developing.plan_reviews import (
    NoteId,
    NoteKind,
    PlanNote,
    ReviewDetails,
    ReviewId,
)
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.said import said
from lsadesk.store.developing import plan_reviews
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading


def add_note(
    desk: Desk,
    person: PersonId,
    text: str,
    *,
    kind: NoteKind = NoteKind.NOTE,
    about: ActionId | None = None,
    day: date | None = None,
) -> Done[NoteId]:
    """Write a note about a plan or one of its lines, signed with the name of the writer.

    *day* left out: today. Whoever sees the plan reads it.

    Raises:
        UserError: it is empty, or the line that it is about is gone.
    """
    words = said(text, "A note")
    if not words:
        raise UserError("Write something first.")
    me = desk.person
    with desk.writing(Kind.DEVELOPMENT, person) as work:
        note = plan_reviews.add_note(
            work,
            person,
            words,
            kind=kind,
            day=day or desk.today,
            author=me,
            signed=_signature(desk, work, me),
            about=about,
        )
        name = people.get(work, person).name
        what = "Noted evidence" if kind is NoteKind.EVIDENCE else "Wrote a note"
        sentence = f"{what} in the plan of {name}"
        entry = Entry("wrote in plan", Kind.DEVELOPMENT, person)
        return desk.keep(work, note, sentence, entry, Subject.DEVELOPMENT, about=person)


def take_back_note(desk: Desk, read: PlanNote) -> Done[None]:
    """Take one's own note out again.

    Raises:
        NotAllowed: somebody else signed it.
        UserError: it is gone already.
    """
    me = desk.person
    with desk.writing(Kind.DEVELOPMENT, read.person) as work:
        if me != read.author or read.signed != _signature(desk, work, me):
            raise NotAllowed("Only whoever signed a note may take it back.")
        plan_reviews.take_back_note(work, read)
        sentence = f"Took back a note in the plan of {people.get(work, read.person).name}"
        entry = Entry("took back a note in plan", Kind.DEVELOPMENT, read.person)
        return desk.keep(work, None, sentence, entry, Subject.DEVELOPMENT, about=read.person)


def review(desk: Desk, person: PersonId, details: ReviewDetails) -> Done[ReviewId]:
    """Keep what was said when a plan was looked at, and when it is looked at next.

    Raises:
        UserError: it is dated after today, or the next one is not after it.
    """
    if details.held_on > desk.today:
        raise UserError("A review is written down on its day or after it.")
    if details.next_on is not None and details.next_on <= details.held_on:
        raise UserError("The next review has to be after this one.")
    me = desk.person
    wanted = replace(
        details,
        said=said(details.said, "What was said"),
        lines=tuple(replace(line, words=said(line.words, "A word")) for line in details.lines),
    )
    with desk.writing(Kind.DEVELOPMENT, person) as work:
        kept = plan_reviews.add_review(
            work, person, wanted, author=me, signed=_signature(desk, work, me)
        )
        sentence = f"Reviewed the plan of {people.get(work, person).name}"
        entry = Entry("reviewed plan", Kind.DEVELOPMENT, person)
        return desk.keep(work, kept, sentence, entry, Subject.DEVELOPMENT, about=person)


def set_next_review(desk: Desk, person: PersonId, day: date | None) -> Done[None]:
    """Agree when a plan is looked at next; None: no day is agreed."""
    with desk.writing(Kind.DEVELOPMENT, person) as work:
        plan_reviews.set_next(work, person, day)
        name = people.get(work, person).name
        told = "No review is agreed" if day is None else f"Next review on {uk_date(day)}"
        entry = Entry("set next review of plan", Kind.DEVELOPMENT, person)
        return desk.keep(work, None, f"{told}: {name}", entry, Subject.DEVELOPMENT, about=person)


def _signature(desk: Desk, reading: Reading, me: PersonId | None) -> str:
    return desk.login if me is None else people.get(reading, me).name
