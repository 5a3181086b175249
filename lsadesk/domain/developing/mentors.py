"""How much of their time people give others already, before they are asked again (A44)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lsadesk.domain.developing.development import PlanAction
from lsadesk.domain.staff.people import PersonId

USUAL_LIMIT = 3  # pairings at once, until the college says otherwise


@dataclass(frozen=True, slots=True)
class Load:
    """How many pairings somebody carries now, and how much time; *unsaid* have no hours said."""

    pairings: int = 0
    minutes: int = 0
    unsaid: int = 0

    def with_one_more(self, minutes: int | None) -> "Load":
        """The load with another pairing of so long; None: nobody said how long."""
        return Load(
            self.pairings + 1, self.minutes + (minutes or 0), self.unsaid + (minutes is None)
        )


NO_LOAD = Load()


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    """A member of staff who may be asked to help, and what they carry now."""

    id: PersonId
    name: str
    load: Load = NO_LOAD


def loads(pairings: Iterable[PlanAction]) -> Mapping[PersonId, Load]:
    """What each helper carries, of lines that are pairings."""
    found: dict[PersonId, Load] = {}
    for line in pairings:
        if line.helper_id is not None:
            so_far = found.get(line.helper_id, NO_LOAD)
            found[line.helper_id] = so_far.with_one_more(line.helper_minutes)
    return found


def namesakes(helpers: Iterable[Helper]) -> frozenset[str]:
    """The names that more than one helper has."""
    counted = Counter(each.name for each in helpers)
    return frozenset(name for name, number in counted.items() if number > 1)
