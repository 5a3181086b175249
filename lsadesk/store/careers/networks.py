"""The college's peer networks, their members and meetings."""

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import select

from lsadesk.domain.careers.networks import (
    Meeting,
    MeetingDetails,
    MeetingId,
    Network,
    NetworkDetails,
    NetworkId,
)
from lsadesk.domain.staff.people import PersonId
from lsadesk.store.mapping import by_name
from lsadesk.store.rows import MeetingRow, MembershipRow, NetworkRow
from lsadesk.store.work import Reading, Work, fill

_GONE = "This is no longer there. Nothing was changed."


def networks(reading: Reading) -> list[Network]:
    """Every network, by name."""
    return by_name(_network(row) for row in reading.session.scalars(select(NetworkRow)))


def members(reading: Reading) -> Mapping[NetworkId, frozenset[PersonId]]:
    """Who is in each network that has somebody."""
    found: defaultdict[NetworkId, set[PersonId]] = defaultdict(set)
    rows = select(MembershipRow).where(MembershipRow.superseded_at.is_(None))
    for row in reading.session.scalars(rows):
        found[NetworkId(row.network_id)].add(PersonId(row.person_id))
    return {network: frozenset(people) for network, people in found.items()}


def in_any(reading: Reading) -> frozenset[PersonId]:
    """Who is in a network at all."""
    inside = select(MembershipRow.person_id).where(MembershipRow.superseded_at.is_(None))
    return frozenset(map(PersonId, reading.session.scalars(inside)))


def meetings(reading: Reading) -> Mapping[NetworkId, tuple[Meeting, ...]]:
    """The meetings of each network that has any, the latest first."""
    found: defaultdict[NetworkId, list[Meeting]] = defaultdict(list)
    rows = select(MeetingRow).order_by(MeetingRow.day.desc(), MeetingRow.id)
    for row in reading.session.scalars(rows):
        found[NetworkId(row.network_id)].append(_meeting(row))
    return {network: tuple(held) for network, held in found.items()}


def add(work: Work, details: NetworkDetails) -> NetworkId:
    """Make a network."""
    row = NetworkRow(**_columns(details))
    work.add(row)
    return NetworkId(row.id)


def change(work: Work, network: NetworkId, version: int, details: NetworkDetails) -> None:
    """Write *details* over what is said of a network.

    Raises:
        Stale: somebody changed it since *version* was read.
    """
    row = work.as_read(NetworkRow, network, version, gone=_GONE)
    fill(row, _columns(details))


def remove(work: Work, network: NetworkId, version: int) -> None:
    """Take a network off, its meetings and members with it."""
    row = work.as_read(NetworkRow, network, version, gone=_GONE)
    for kind in (MeetingRow, MembershipRow):
        for one in work.session.scalars(select(kind).where(kind.network_id == network)):
            work.session.delete(one)
    work.session.flush()
    work.session.delete(row)


def set_member(work: Work, network: NetworkId, person: PersonId, *, is_in: bool) -> None:
    """Put a person into a network, or take them out; who was in it before is history."""
    standing = work.session.scalars(
        select(MembershipRow).where(
            MembershipRow.network_id == network,
            MembershipRow.person_id == person,
            MembershipRow.superseded_at.is_(None),
        )
    ).all()
    if is_in and not standing:
        work.session.add(
            MembershipRow(
                network_id=network, person_id=person, recorded_at=work.now, superseded_at=None
            )
        )
    for row in () if is_in else standing:
        row.superseded_at = work.now


def add_meeting(work: Work, network: NetworkId, details: MeetingDetails) -> MeetingId:
    """Note a meeting."""
    row = MeetingRow(network_id=network, **_of_meeting(details))
    work.add(row)
    return MeetingId(row.id)


def change_meeting(work: Work, read: Meeting, details: MeetingDetails) -> None:
    """Write *details* over the meeting that was *read*.

    Raises:
        Stale: somebody changed it since.
    """
    row = work.as_read(MeetingRow, read.id, read.version, gone=_GONE)
    fill(row, _of_meeting(details))


def _columns(details: NetworkDetails) -> dict[str, object]:
    return {
        "name": details.name.strip(),
        "about": details.about.strip(),
        "convenor_id": details.convenor,
        "is_open": details.is_open,
    }


def _of_meeting(details: MeetingDetails) -> dict[str, object]:
    return {
        "day": details.day,
        "place": details.place.strip(),
        "shared": details.shared.strip(),
    }


def _network(row: NetworkRow) -> Network:
    return Network(
        id=NetworkId(row.id),
        version=row.version,
        name=row.name,
        about=row.about,
        convenor=None if row.convenor_id is None else PersonId(row.convenor_id),
        is_open=row.is_open,
    )


def _meeting(row: MeetingRow) -> Meeting:
    return Meeting(
        id=MeetingId(row.id),
        network=NetworkId(row.network_id),
        version=row.version,
        day=row.day,
        place=row.place,
        shared=row.shared,
    )
