"""How somebody appears on their learners' cards: for them to say, or for others in their name."""

from dataclasses import replace
from pathlib import Path

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.on_cards import Frame, OnCards, Portrait
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store.staff import on_cards as rows
from lsadesk.store.trail import Entry
from lsadesk.store.work import Work


def on_cards(desk: Desk, person: PersonId) -> OnCards:
    """What is kept of *person* for cards; a look at somebody else's goes on the trail."""
    with desk.reading(Kind.ON_CARDS, person) as reading:
        return rows.of(reading, person)


def read_photo(path: Path, frame: Frame | None = None) -> Portrait:
    """What of the photo at *path* is in *frame*, or all of it; needs no college file.

    Raises:
        UserError: it is no photo that can be taken.
    """
    from lsadesk.intake.pictures import read_picture

    return read_picture(path, frame)


def set_called(desk: Desk, person: PersonId, read: OnCards, called: str) -> Done[None]:
    """Write what learners call *person*; "": their forename.

    Raises:
        Stale: somebody has changed it since it was read.
    """
    with desk.writing(Kind.ON_CARDS, person) as work:
        rows.keep(work, person, replace(read, called=" ".join(called.split())))
        return _kept(desk, work, person, "Changed what learners call somebody", "changed")


def set_photo(
    desk: Desk, person: PersonId, read: OnCards, portrait: Portrait, *, agreed_how: str = ""
) -> Done[None]:
    """Keep a photo of *person* for their learners' cards, to which they agree or have agreed.

    *agreed_how* is how they said so, where somebody else writes it down. Undo does not take
    it back: a photo that is gone is gone.

    Raises:
        Stale: somebody has changed it since it was read.
        UserError: it is somebody else's, and how they agreed is not said.
    """
    how, is_told = agreed_how.strip(), desk.person != person
    if is_told and not how:
        raise UserError("Write how they agreed, and when: without that no photo is kept.")
    with desk.writing(Kind.ON_CARDS, person) as work:
        rows.keep(work, person, read.agreed(portrait, desk.today, how if is_told else ""))
        said = "Added a photo for learners' cards"
        done = _kept(desk, work, person, said, "added a photo", undo=False)
    desk.store.settle()  # of an earlier photo nothing stays in the log
    return done


def take_photo_back(desk: Desk, person: PersonId, read: OnCards) -> Done[None]:
    """Erase the photo of *person*; the next card that is printed is without it.

    Raises:
        Stale: somebody has changed it since it was read.
    """
    with desk.writing(Kind.ON_CARDS, person) as work:
        rows.keep(work, person, read.withdrawn(desk.today))
        said = "Took a photo off learners' cards"
        done = _kept(desk, work, person, said, "took the photo back", undo=False)
    desk.store.settle()
    return done


def _kept(
    desk: Desk, work: Work, person: PersonId, sentence: str, action: str, *, undo: bool = True
) -> Done[None]:
    entry = Entry(action, Kind.ON_CARDS, person)
    return desk.keep(work, None, sentence, entry, Subject.PEOPLE, about=person, undo=undo)
