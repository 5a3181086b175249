"""Peer networks: the college makes them, people join them, whoever convenes one keeps it.

Names of members are for its members, its convenor and whoever keeps the staff records. That
somebody is in none is for whoever sees to their development plan, too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from lsadesk.domain.careers.networks import (
    Meeting,
    MeetingDetails,
    MeetingId,
    Network,
    NetworkDetails,
    NetworkId,
    next_of,
)
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import CHANGE, Kind, allows
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.desk import Desk, own_person
from lsadesk.store import accounts
from lsadesk.store.careers import networks as kept
from lsadesk.store.mapping import by_name
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading, Work

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody by name, and nothing else of their record."""

    id: PersonId
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenNetwork:
    """A network as it is open to whoever looks.

    *members* None: their names are not open; *number* says how many there are. *meetings*
    are the latest first, and empty for those outside. *leads*: may change it.
    """

    network: Network
    convenor: str
    number: int
    members: tuple[Named, ...] | None
    meetings: tuple[Meeting, ...]
    next_meeting: Meeting | None
    is_in: bool
    leads: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """What whoever looks has to do with networks, and the names of those at work here."""

    me: PersonId | None
    keeps: bool
    names: Mapping[PersonId, str]
    today: date


def networks(desk: Desk) -> tuple[SeenNetwork, ...]:
    """The networks that I am in, convene or may join; all of them for the staff office."""
    with desk.store.read() as reading:
        part = _part(desk, reading)
        inside, held = kept.members(reading), kept.meetings(reading)
        seen = [
            _seen(part, one, inside.get(one.id, frozenset()), held.get(one.id, ()))
            for one in kept.networks(reading)
        ]
    may_join = part.me is not None
    return tuple(
        one for one in seen if one.is_in or one.leads or (may_join and one.network.is_open)
    )


def at_work(desk: Desk) -> tuple[Named, ...]:
    """Those who may be put into a network, by name, for whoever keeps the staff records."""
    with desk.reading(Kind.PERSON) as reading:
        return tuple(by_name(Named(one, name) for one, name in _at_work(desk, reading).items()))


def without_network(desk: Desk) -> tuple[Named, ...]:
    """Those at work here who are in no network: perhaps they have no peers to talk to."""
    with desk.reading(Kind.PERSON) as reading:
        met = kept.in_any(reading)
        names = _at_work(desk, reading)
        return tuple(by_name(Named(one, name) for one, name in names.items() if one not in met))


def add_network(desk: Desk, details: NetworkDetails) -> Done[NetworkId]:
    """Make a network; its convenor is in it."""
    with desk.writing(Kind.PERSON) as work:
        network = kept.add(work, _checked(details))
        if details.convenor is not None:
            kept.set_member(work, network, details.convenor, is_in=True)
        return _keep(desk, work, network, f"Added the network {details.name.strip()}")


def change_network(
    desk: Desk, network: NetworkId, version: int, details: NetworkDetails
) -> Done[None]:
    """Change what is said of a network.

    Raises:
        NotAllowed: I neither convene it nor keep the staff records.
        Stale: somebody changed it since *version* was read.
    """
    with desk.beginning() as work:
        convenor = _require_leads(desk, work, network)
        kept.change(work, network, version, _checked(details))
        if details.convenor is not None:
            kept.set_member(work, network, details.convenor, is_in=True)
        return _keep(
            desk, work, None, f"Changed the network {details.name.strip()}", about=convenor
        )


def remove_network(desk: Desk, network: NetworkId, version: int) -> Done[None]:
    """Take a network off, with its meetings."""
    with desk.writing(Kind.PERSON) as work:
        name = _network(work, network).name
        kept.remove(work, network, version)
        return _keep(desk, work, None, f"Removed the network {name}")


def join(desk: Desk, network: NetworkId) -> Done[None]:
    """Join a network; its members see my name from then on.

    Raises:
        UserError: it is only for those who are put into it.
    """
    person = own_person(desk)
    with desk.writing(Kind.CAREER, person) as work:
        found = _network(work, network)
        if not found.is_open:
            raise UserError("Ask whoever convenes this network to put you into it.")
        kept.set_member(work, network, person, is_in=True)
        return _keep(desk, work, None, f"Joined {found.name}", about=person)


def leave(desk: Desk, network: NetworkId) -> Done[None]:
    """Leave a network."""
    person = own_person(desk)
    with desk.writing(Kind.CAREER, person) as work:
        found = _network(work, network)
        kept.set_member(work, network, person, is_in=False)
        return _keep(desk, work, None, f"Left {found.name}", about=person)


def put_in(desk: Desk, network: NetworkId, person: PersonId) -> Done[None]:
    """Put somebody into a network."""
    with desk.writing(Kind.PERSON) as work:
        found = _network(work, network)
        kept.set_member(work, network, person, is_in=True)
        return _keep(desk, work, None, f"Changed who is in {found.name}")


def take_out(desk: Desk, network: NetworkId, person: PersonId) -> Done[None]:
    """Take somebody out of a network.

    Raises:
        NotAllowed: I neither convene it nor keep the staff records.
    """
    with desk.beginning() as work:
        convenor = _require_leads(desk, work, network)
        found = _network(work, network)
        kept.set_member(work, network, person, is_in=False)
        return _keep(desk, work, None, f"Changed who is in {found.name}", about=convenor)


def add_meeting(desk: Desk, network: NetworkId, details: MeetingDetails) -> Done[MeetingId]:
    """Note a meeting, planned or held.

    Raises:
        NotAllowed: I am not in it and do not keep the staff records.
    """
    with desk.beginning() as work:
        member = _require_part(desk, work, network)
        meeting = kept.add_meeting(work, network, details)
        return _keep(desk, work, meeting, "Added a meeting", about=member)


def change_meeting(desk: Desk, read: Meeting, details: MeetingDetails) -> Done[None]:
    """Change a meeting, or note what was shared there.

    Raises:
        NotAllowed: I am not in the network and do not keep the staff records.
        Stale: somebody changed it since it was read.
    """
    with desk.beginning() as work:
        member = _require_part(desk, work, read.network)
        kept.change_meeting(work, read, details)
        return _keep(desk, work, None, "Changed a meeting", about=member)


def _seen(
    part: _Part, one: Network, inside: frozenset[PersonId], held: tuple[Meeting, ...]
) -> SeenNetwork:
    members = [Named(who, part.names[who]) for who in inside if who in part.names]
    is_in = part.me is not None and part.me in inside
    leads = part.keeps or (part.me is not None and one.convenor == part.me)
    opened = is_in or leads
    return SeenNetwork(
        network=one,
        convenor=part.names.get(one.convenor, "") if one.convenor is not None else "",
        number=len(members),
        members=tuple(by_name(members)) if opened else None,
        meetings=held if opened else (),
        next_meeting=next_of(held, part.today),
        is_in=is_in,
        leads=leads,
    )


def _part(desk: Desk, reading: Reading) -> _Part:
    standing = accounts.standing_of(reading, desk.account)
    keeps = allows(standing, CHANGE, Kind.PERSON)
    return _Part(standing.person, keeps, _at_work(desk, reading), desk.today)


def _at_work(desk: Desk, reading: Reading) -> dict[PersonId, str]:
    return {one.id: one.name for one in people.everybody(reading) if one.works_on(desk.today)}


def _network(reading: Reading, network: NetworkId) -> Network:
    for one in kept.networks(reading):
        if one.id == network:
            return one
    raise UserError("This network is no longer there. Nothing was changed.")


def _require_leads(desk: Desk, reading: Reading, network: NetworkId) -> PersonId | None:
    """The convenor as whom I change it; None: because I keep the staff records."""
    part = _part(desk, reading)
    if not part.keeps and (part.me is None or _network(reading, network).convenor != part.me):
        raise NotAllowed("Only whoever convenes this network changes it. Ask them.")
    return None if part.keeps else part.me


def _require_part(desk: Desk, reading: Reading, network: NetworkId) -> PersonId | None:
    """The member as whom I note it; None: because I keep the staff records."""
    part = _part(desk, reading)
    inside = kept.members(reading).get(network, frozenset())
    if not part.keeps and part.me not in inside:
        raise NotAllowed("Only those in this network note its meetings. Join it first.")
    return None if part.keeps else part.me


def _checked(details: NetworkDetails) -> NetworkDetails:
    if not details.name.strip():
        raise UserError("The network needs a name.")
    return details


def _keep(
    desk: Desk, work: Work, result: T, sentence: str, *, about: PersonId | None = None
) -> Done[T]:
    """*about* None: done for the college as a whole, which is what taking it back needs too."""
    entry = Entry("changed a peer network", Kind.PERSON if about is None else Kind.CAREER, about)
    return desk.keep(work, result, sentence, entry, Subject.CAREER, about=about)
