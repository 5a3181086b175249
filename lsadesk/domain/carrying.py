"""Who carries which responsibility (A63): people by name, since when, and before that."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NewType

from lsadesk.domain.catalogue import ResponsibilityId
from lsadesk.domain.people import PersonId

CarrierId = NewType("CarrierId", int)
MANY = 10  # our choice: more than a quarter of the 37 of Annex B


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """A person carries a responsibility from *since*; *until* is their last day with it.

    Both may be None: since when nobody remembers, and they carry it still.
    """

    id: CarrierId
    responsibility: ResponsibilityId
    person: PersonId
    since: date | None
    until: date | None

    def carries_on(self, day: date) -> bool:
        """Whether they carry it on *day*."""
        return self.until is None or day <= self.until


def with_many(carriers: Iterable[Carrier], day: date) -> dict[PersonId, int]:
    """Those who carry more than `MANY` on *day*, and how many."""
    numbers = Counter(one.person for one in carriers if one.carries_on(day))
    return {person: number for person, number in numbers.items() if number > MANY}
