"""How an operation at a desk is asked, by every duty."""

from collections.abc import Callable
from dataclasses import dataclass

from lsadesk.domain.rights import (
    Access,
    Kind,
)
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.desk import Desk
from tests.operations.duty_world import World

Call = Callable[[Desk, World, PersonId], object]


@dataclass(frozen=True)
class About:
    """An operation on one person's record."""

    access: Access
    kind: Kind
    call: Call


@dataclass(frozen=True)
class Whole:
    """An operation on the college's records as a whole."""

    access: Access
    kind: Kind
    call: Call


@dataclass(frozen=True)
class Open:
    """An operation that hands out those of everybody whose records are open."""

    access: Access
    kind: Kind
    call: Call
    whom: Callable[[object], set[PersonId]] | None = None
    refuses: bool = True  # where there is nobody, or else an empty answer


@dataclass(frozen=True)
class Own:
    """An operation on the records of whoever is signed in; needs a member of staff."""

    call: Call
    refuses: bool = True


@dataclass(frozen=True)
class Anybody:
    """An operation that any account with a duty may ask for."""

    call: Call
    needs_duty: bool = True


def read(desk: Desk, call: Callable[..., object], *more: object) -> object:
    with desk.store.read() as reading:
        return call(desk, reading, *more)
