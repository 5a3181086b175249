"""A college's peer networks (A50): who is in them, when they meet, what was shared there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NewType

from lsadesk.domain.staff.people import PersonId

NetworkId = NewType("NetworkId", int)
MeetingId = NewType("MeetingId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkDetails:
    """What is said of a network; *is_open*: whoever likes may join."""

    name: str
    about: str = ""
    convenor: PersonId | None = None
    is_open: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Network(NetworkDetails):
    """A network of this college; *version* guards against stale edits."""

    id: NetworkId
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDetails:
    """A meeting, planned or held; *shared* are notes of what people shared there."""

    day: date
    place: str = ""
    shared: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(MeetingDetails):
    """A meeting as it is kept; *version* guards against stale edits."""

    id: MeetingId
    network: NetworkId
    version: int


def next_of(meetings: Iterable[Meeting], today: date) -> Meeting | None:
    """The first meeting from *today* on."""
    return min((one for one in meetings if one.day >= today), key=lambda one: one.day, default=None)
