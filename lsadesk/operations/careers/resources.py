"""Resources beside skills, statements and entries: everybody reads them, the college keeps them."""

from dataclasses import dataclass

from lsadesk.domain.careers.catalogue import Barrier, Cpd, FlexibleMode, Network, Qualification
from lsadesk.domain.careers.resources import About, AboutKind, Resource, ResourceDetails, ResourceId
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import CHANGE, Kind, allows
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store.auditing import skills
from lsadesk.store.careers import layer
from lsadesk.store.careers import resources as kept
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading, Work

_Entry = Qualification | Cpd | FlexibleMode | Barrier | Network


@dataclass(frozen=True, slots=True)
class Shelf:
    """Resources, and whether whoever looks may change them."""

    resources: tuple[Resource, ...]
    may_change: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Something that a resource may be attached to, by its name."""

    about: About
    name: str


def resources_for(desk: Desk, about: About | None = None) -> Shelf:
    """What is attached to *about*; None: all there is."""
    with desk.store.read() as reading:
        standing = accounts.standing_of(reading, desk.account)
        found = tuple(kept.resources(reading, about))
        return Shelf(found, allows(standing, CHANGE, Kind.PERSON))


def places(desk: Desk) -> tuple[Place, ...]:
    """All that a resource may be attached to."""
    with desk.store.read() as reading:
        return _places(reading)


def add_resource(desk: Desk, details: ResourceDetails) -> Done[ResourceId]:
    """Attach a resource.

    Raises:
        UserError: it has no title or no place, or is about nothing that is there.
    """
    with desk.writing(Kind.PERSON) as work:
        added = kept.add(work, _checked(work, details))
        return Done(added, _keep(desk, work, f"Added {details.title.strip()}").changes)


def change_resource(desk: Desk, read: Resource, details: ResourceDetails) -> Done[None]:
    """Change a resource.

    Raises:
        Stale: somebody changed it since it was read.
        UserError: as `add_resource`.
    """
    with desk.writing(Kind.PERSON) as work:
        kept.change(work, read, _checked(work, details))
        return _keep(desk, work, f"Changed {details.title.strip()}")


def remove_resource(desk: Desk, read: Resource) -> Done[None]:
    """Take a resource off.

    Raises:
        Stale: somebody changed it since it was read.
    """
    with desk.writing(Kind.PERSON) as work:
        kept.remove(work, read)
        return _keep(desk, work, f"Removed {read.title}")


def _places(reading: Reading) -> tuple[Place, ...]:
    found = layer.library_of(reading)
    catalogue, framework = found.catalogue, found.framework
    entries: tuple[_Entry, ...] = (
        *catalogue.qualifications.values(),
        *catalogue.cpd.values(),
        *catalogue.modes.values(),
        *catalogue.barriers.values(),
        *catalogue.networks.values(),
    )
    return (
        *(
            Place(About(AboutKind.SKILL, str(one.id)), one.name)
            for one in skills.all_skills(reading)
        ),
        *(
            Place(About(AboutKind.STATEMENT, one.id), one.text)
            for one in framework.statements.values()
        ),
        *(Place(About(AboutKind.ENTRY, str(one.id)), one.name) for one in entries),
    )


def _checked(work: Work, details: ResourceDetails) -> ResourceDetails:
    if not details.title.strip():
        raise UserError("The resource needs a title.")
    if not details.where.strip():
        raise UserError("Say where it is found: an address, a folder, a shelf, a person.")
    if details.about not in {place.about for place in _places(work)}:
        raise UserError("What it should stand beside is no longer there. Choose something else.")
    return details


def _keep(desk: Desk, work: Work, sentence: str) -> Done[None]:
    entry = Entry("changed resources", Kind.PERSON)
    return desk.keep(work, None, sentence, entry, Subject.CAREER)
