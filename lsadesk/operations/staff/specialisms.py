"""What people specialise in. It is part of the staff record: whoever keeps that keeps this."""

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.staff.specialisms import Area, SpecialismKind
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store.careers import layer
from lsadesk.store.staff import people
from lsadesk.store.staff import specialisms as kept
from lsadesk.store.trail import Entry


def offered(desk: Desk) -> tuple[Area, ...]:
    """The framework's areas in its order; a college may use its own words beside them."""
    with desk.store.read() as reading:
        known = layer.library_of(reading).framework.specialisms.values()
    return tuple(Area(each.name, SpecialismKind(each.kind)) for each in known)


def add_specialism(desk: Desk, who: PersonId, area: Area) -> Done[None]:
    """Note that a person specialises in *area*; of one name there is one kind, the latest.

    Raises:
        UserError: the area has no name.
    """
    name = " ".join(area.name.split())
    if not name:
        raise UserError("Write or choose what the person specialises in.")
    with desk.writing(Kind.PERSON, who) as work:
        kept.add(work, who, Area(name, area.kind))
        return desk.keep(
            work,
            None,
            f"Noted that {people.get(work, who).name} specialises in {name}",
            Entry("added a specialism", Kind.PERSON, who, name),
            Subject.PEOPLE,
            about=who,
        )


def remove_specialism(desk: Desk, who: PersonId, name: str) -> Done[None]:
    """Take a specialism off a person; that it was there stays in the history."""
    with desk.writing(Kind.PERSON, who) as work:
        kept.remove(work, who, name)
        return desk.keep(
            work,
            None,
            f"Took {name} off what {people.get(work, who).name} specialises in",
            Entry("removed a specialism", Kind.PERSON, who, name),
            Subject.PEOPLE,
            about=who,
        )
