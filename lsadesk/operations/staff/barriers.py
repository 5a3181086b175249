"""What stands in the way: noted by a person for themselves, read by the college in groups."""

from dataclasses import dataclass

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import READ, Kind, allows, people_open_to
from lsadesk.domain.staff.barriers import GroupFigures, InTheWay, Sharing, figures
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.words import folded
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk, own_person
from lsadesk.store import accounts
from lsadesk.store.careers import layer
from lsadesk.store.staff import barriers as kept
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Work


@dataclass(frozen=True, slots=True)
class Shown:
    """A note that a person shows, with their name."""

    person: PersonId
    name: str
    note: InTheWay


def my_barriers(desk: Desk) -> tuple[InTheWay, ...]:
    """What I noted, whatever I said of sharing it."""
    person = own_person(desk)
    with desk.reading(Kind.CAREER, person) as reading:
        return kept.notes_of(reading, person)


def shown_to_me(desk: Desk) -> tuple[Shown, ...]:
    """What people at work here show to me, as their appraiser or as the head, by name."""
    with desk.store.read() as reading:
        standing = accounts.standing_of(reading, desk.account)
        names = {
            one.id: one.name
            for one in people.everybody(reading)
            if one.works_on(desk.today) and one.id != standing.person
        }
        return tuple(
            Shown(person, names[person], note)
            for person in sorted(
                people_open_to(standing, READ, Kind.CAREER, frozenset(names)),
                key=lambda person: folded(names[person]),
            )
            for note in kept.notes_of(reading, person)
            if note.sharing is Sharing.SHOWN
        )


def note_barrier(desk: Desk, note: InTheWay) -> Done[None]:
    """Say that something stands in my way, and how far that goes.

    Raises:
        UserError: the library does not have it.
    """
    person = own_person(desk)
    with desk.writing(Kind.CAREER, person) as work:
        if note.barrier not in layer.library_of(work).catalogue.barriers:
            raise UserError("This is not in the library any more. Choose another.")
        kept.set_note(work, person, note)
        return _keep(desk, work, person, "Noted what stands in my way")


def clear_barrier(desk: Desk, barrier: str) -> Done[None]:
    """Say that something does not stand in my way any more."""
    person = own_person(desk)
    with desk.writing(Kind.CAREER, person) as work:
        kept.clear_note(work, person, barrier)
        return _keep(desk, work, person, "Took off what stood in my way")


def in_the_way(desk: Desk) -> tuple[GroupFigures, ...]:
    """What stands in people's way by kind of contract, for the head, in groups of five or more."""
    with desk.reading(Kind.CAREER) as reading:
        contracts = {
            one.id: one.contract for one in people.everybody(reading) if one.works_on(desk.today)
        }
        barriers = layer.library_of(reading).catalogue.barriers
        return figures(kept.counted(reading), contracts, barriers)


def sees_figures(desk: Desk) -> bool:
    """Whether `in_the_way` is open to whoever is signed in."""
    with desk.store.read() as reading:
        return allows(accounts.standing_of(reading, desk.account), READ, Kind.CAREER)


def _keep(desk: Desk, work: Work, person: PersonId, sentence: str) -> Done[None]:
    entry = Entry("changed career record", Kind.CAREER, person)
    return desk.keep(work, None, sentence, entry, Subject.CAREER, about=person)
