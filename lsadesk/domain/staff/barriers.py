"""What stands in somebody's way (A32): theirs to note, and to share or not.

The college reads numbers of groups of `LEAST` or more, never of fewer.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from lsadesk.domain.staff.people import Contract, PersonId

LEAST = 5


class Sharing(StrEnum):
    """How far a note goes; whoever wrote it says so, and may say otherwise at any time."""

    MINE = "only for me"
    COUNTED = "counted, without my name or words"
    SHOWN = "also shown to my appraiser and the head of learning support"


@dataclass(frozen=True, slots=True, kw_only=True)
class InTheWay:
    """A barrier (by its id in the library) that a person met, in their own words."""

    barrier: str
    note: str = ""
    sharing: Sharing = Sharing.MINE


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFigures:
    """How many of a group of *people* met each barrier; None: fewer than `LEAST`.

    *people* are those who let themselves be counted. *contract* None: all the groups
    that are too small to be told apart, together.
    """

    contract: Contract | None
    people: int
    met: Mapping[str, int | None]


def figures(
    noted: Iterable[tuple[PersonId, str]],
    contracts: Mapping[PersonId, Contract],
    barriers: Iterable[str],
) -> tuple[GroupFigures, ...]:
    """What was met, by kind of contract, the larger groups first.

    A group of fewer than `LEAST` goes in with the other small ones, and is left out where
    they are fewer than that together. There is no total: who takes the groups off it would
    read the small ones.
    """
    met = {pair for pair in noted if pair[0] in contracts}
    by_contract: dict[Contract | None, set[PersonId]] = {}
    for person, _ in met:
        by_contract.setdefault(contracts[person], set()).add(person)
    small = [group for group in by_contract.values() if len(group) < LEAST]
    groups = {kind: group for kind, group in by_contract.items() if len(group) >= LEAST}
    rest: set[PersonId] = set().union(*small)
    if len(rest) >= LEAST:
        groups[None] = rest
    names = tuple(barriers)
    return tuple(
        GroupFigures(contract=kind, people=len(group), met=_met(met, group, names))
        for kind, group in sorted(groups.items(), key=lambda one: -len(one[1]))
    )


def _met(
    pairs: Iterable[tuple[PersonId, str]], group: set[PersonId], barriers: Iterable[str]
) -> dict[str, int | None]:
    numbers = Counter(barrier for person, barrier in pairs if person in group)
    return {one: numbers[one] if numbers[one] >= LEAST else None for one in barriers}
