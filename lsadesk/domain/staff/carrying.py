"""Who carries which responsibility (A63): people by name, since when, and before that."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NewType

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.careers.catalogue import Area, AreaId, Responsibility, ResponsibilityId
from lsadesk.domain.staff.people import PersonId

CarrierId = NewType("CarrierId", int)
NOBODY = "nobody yet"
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


@dataclass(frozen=True, slots=True)
class CarriedLine:
    """A responsibility, those who carry it now, and those who did before, the latest first."""

    responsibility: Responsibility
    now: tuple[Carrier, ...]
    before: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Every responsibility with its people; *many* carry more than is good for one person.

    *at_work* are those who may be given one; *names* also has those who left.
    """

    lines: tuple[CarriedLine, ...]
    areas: Mapping[AreaId, Area]
    names: Mapping[PersonId, str]
    at_work: tuple[PersonId, ...]
    many: Mapping[PersonId, int]

    @property
    def nobodys(self) -> tuple[Responsibility, ...]:
        """What nobody carries."""
        return tuple(line.responsibility for line in self.lines if not line.now)

    def cells(self, line: CarriedLine) -> tuple[str, str, str, str, str]:
        """The line as it is read on screen and on paper: what, area, who, since, before."""
        return (
            line.responsibility.text,
            self.areas[line.responsibility.area].name,
            "; ".join(self.names[one.person] for one in line.now) or NOBODY,
            "; ".join(_day(one.since) for one in line.now),
            "; ".join(self._was(one) for one in line.before),
        )

    def _was(self, one: Carrier) -> str:
        until = f" until {uk_date(one.until)}" if one.until is not None else ""
        return f"{self.names[one.person]}{until}"


def _day(day: date | None) -> str:
    return "not known" if day is None else uk_date(day)


def with_many(carriers: Iterable[Carrier], day: date) -> dict[PersonId, int]:
    """Those who carry more than `MANY` on *day*, and how many."""
    numbers = Counter(one.person for one in carriers if one.carries_on(day))
    return {person: number for person, number in numbers.items() if number > MANY}
