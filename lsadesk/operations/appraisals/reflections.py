"""Private notes: sealed for their author, and in nobody's view, export or printout."""

from dataclasses import dataclass

from lsadesk.domain.appraisals.reflection import Reflection, ReflectionId
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import Kind
from lsadesk.operations.desk import Desk, own_person
from lsadesk.operations.said import said
from lsadesk.store.appraisals import reflections
from lsadesk.store.trail import Entry


@dataclass(frozen=True, slots=True)
class Notebook:
    """My private notes, the newest first; *unreadable*: sealed to a key that is lost."""

    notes: tuple[Reflection, ...]
    unreadable: int


def my_notes(desk: Desk) -> Notebook | None:
    """The private notes of whoever is signed in; None for an account without a person."""
    person = desk.person
    if person is None:
        return None
    with desk.reading(Kind.REFLECTION, person) as reading:
        return Notebook(*reflections.of(reading, person, desk.unlocked.boxes))


def keep_note(desk: Desk, note: ReflectionId | None, text: str) -> Done[ReflectionId]:
    """Keep the words of a private note; None begins one. Gives back which it is.

    Raises:
        UserError: it is too long; what was kept before stays.
    """
    person, words = own_person(desk), said(text, "A note")
    own = desk.unlocked.boxes
    with desk.writing(Kind.REFLECTION, person) as work:
        if note is not None and reflections.rewrite(work, person, note, own, words):
            return desk.keep_more(work, note, Subject.REFLECTIONS)
        begun = reflections.add(work, person, own, words)
        entry = Entry("began a private note", Kind.REFLECTION, person)
        return desk.keep(
            work, begun, "Began a private note", entry, Subject.REFLECTIONS, undo=False
        )


def remove_note(desk: Desk, note: ReflectionId) -> Done[None]:
    """Take a private note away; Undo brings it back while the sitting lasts."""
    person = own_person(desk)
    with desk.writing(Kind.REFLECTION, person) as work:
        reflections.remove(work, person, note)
        entry = Entry("removed a private note", Kind.REFLECTION, person)
        sentence = "Removed a private note"
        return desk.keep(work, None, sentence, entry, Subject.REFLECTIONS, about=person)
