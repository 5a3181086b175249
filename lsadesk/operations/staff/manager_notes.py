"""Notes between managers about a person: never on that person's screens or in their PDFs.

They are a kind of record of their own, so that an access request can hand them over whole.
"""

from typing import TypeVar

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.manager_notes import ManagerNote, NoteId
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.desk import Desk
from lsadesk.operations.said import said_in_full
from lsadesk.store.staff import manager_notes, people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Work

T = TypeVar("T")


def notes(desk: Desk, person: PersonId) -> tuple[ManagerNote, ...]:
    """The notes about a person, the newest first."""
    with desk.reading(Kind.MANAGER_NOTE, person) as reading:
        return manager_notes.notes_about(reading, person, desk.account)


def add_note(desk: Desk, person: PersonId, text: str) -> Done[NoteId]:
    """Write a note; show `manager_notes.ON_ITS_FACE` beside where it is written."""
    words = said_in_full(text, "A note")
    with desk.writing(Kind.MANAGER_NOTE, person) as work:
        note = manager_notes.add(work, person, words)
        return _keep(desk, work, note, person, "Wrote a note about {name}")


def change_note(desk: Desk, read: ManagerNote, text: str) -> Done[None]:
    """Write *text* over one's own note that was read as *read*.

    Raises:
        Stale: it was changed since.
        NotAllowed: somebody else wrote it.
    """
    words = said_in_full(text, "A note")
    with desk.writing(Kind.MANAGER_NOTE, read.person) as work:
        manager_notes.change(work, read, words)
        return _keep(desk, work, None, read.person, "Changed a note about {name}")


def remove_note(desk: Desk, read: ManagerNote) -> Done[None]:
    """Take one's own note away; refused as in `change_note`."""
    with desk.writing(Kind.MANAGER_NOTE, read.person) as work:
        manager_notes.remove(work, read)
        return _keep(desk, work, None, read.person, "Took away a note about {name}")


def _keep(desk: Desk, work: Work, result: T, person: PersonId, sentence: str) -> Done[T]:
    return desk.keep(
        work,
        result,
        sentence.format(name=people.get(work, person).name),
        Entry(sentence.partition(" about ")[0].lower(), Kind.MANAGER_NOTE, person),
        Subject.APPRAISAL,
        about=person,
    )
