"""How much each soft rule counts: a few plain steps in place of numbers.

Shortfall has none: that a need is met is never traded for comfort.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from lsadesk.domain.deployment import rules
from lsadesk.domain.deployment.rules import SoftRule


class Strength(StrEnum):
    """How much a rule counts beside the others."""

    OFF = "off"
    LITTLE = "a little"
    USUAL = "as usual"
    MORE = "more"
    MOST = "most"


TIMES = {
    Strength.OFF: Fraction(0),
    Strength.LITTLE: Fraction(1, 2),
    Strength.USUAL: Fraction(1),
    Strength.MORE: Fraction(2),
    Strength.MOST: Fraction(4),
}


@dataclass(frozen=True, slots=True)
class Dial:
    """Rules whose weights are set together."""

    name: str
    rules: tuple[SoftRule, ...]


DIALS = (
    Dial("fit", (rules.FIT,)),
    Dial("team", (rules.TEAM,)),
    Dial("one person", (rules.ONE_PERSON,)),
    Dial("planning time", (rules.PLANNING,)),
    Dial("unpopular duties", (rules.DUTIES,)),
    Dial("hopes", (rules.HOPES,)),
    Dial("fair hours", (rules.FAIR, rules.FAR, rules.FLOOR)),
    Dial("change", (rules.CHANGE,)),
)
Chosen = Mapping[str, Strength]  # by name of a dial; what is missing is as usual


def weights_of(chosen: Chosen) -> dict[str, int]:
    """The weights by rule that differ from the usual; fractions are rounded up."""
    found = {}
    for dial in DIALS:
        strength = chosen.get(dial.name, Strength.USUAL)
        if strength is not Strength.USUAL:
            for rule in dial.rules:
                found[rule.name] = -(-rule.weight * TIMES[strength] // 1)
    return {name: int(weight) for name, weight in found.items()}
