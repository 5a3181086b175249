"""What of a week is within one person's reach, and which single change would open more.

Only what is about the person and a place alone is asked: whoever has little is seldom kept from
a place by what they hold. Source: C25, nobody is left with nothing.
"""

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass

from lsadesk.domain.deployment.alone import ALONE
from lsadesk.domain.deployment.model import Lsa, Problem, Slot
from lsadesk.domain.deployment.penalties import Placed
from lsadesk.domain.deployment.rules import HARD, Case

# What a college can change: not what a learner asks for, nor what a person must not do.
CHANGEABLE = ("availability", "site", "skill", "certificate", "sign-off", "leading", "refusal")
_WHY_NOT = {rule.name: rule.why_not for rule in HARD}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """*places* of *minutes* in all that somebody could take, which *others* have between them.

    *change* says the one thing that alone keeps them from *opens* more ("" and 0: nothing does).
    """

    places: int
    minutes: int
    others: int
    change: str = ""
    opens: int = 0

    def __str__(self) -> str:
        """In words, for beside their hours."""
        if self.places:
            hours = f"{self.minutes / 60:.1f}".removesuffix(".0")
            said = f"{_places(self.places)} ({hours} h) of this week could be theirs"
            said += f"; {_people(self.others)} those." if self.others else "."
        else:
            said = "No place of this week could be theirs."
        if self.opens:
            more = f"{self.opens} more" if self.places else f"{self.opens}"
            said += f" One thing alone keeps them from {more}: {self.change}."
        elif not self.places:
            said += " No single change that a college can make would open one."
        return said


def reach(problem: Problem, placed: Placed, lsa: Lsa) -> Reach:
    """What *lsa* could take of the week, by themselves, and what would open most of the rest."""
    known: dict[Hashable, bool] = {}
    free, opened = list[Slot](), Counter[str]()
    for slot in problem.slots:
        stopped = [name for name in ALONE if _stops(name, lsa, slot, known)]
        if not stopped:
            free.append(slot)
        elif len(stopped) == 1 and _is_one_change(stopped[0], lsa, slot):
            opened[_WHY_NOT[stopped[0]](Case(problem, lsa, slot))] += 1
    change, opens = next(iter(opened.most_common(1)), ("", 0))
    holders = {placed[slot.id] for slot in free if slot.id in placed} - {lsa.id}
    return Reach(
        places=len(free),
        minutes=sum(slot.minutes for slot in free),
        others=len(holders),
        change=change,
        opens=opens,
    )


def _stops(name: str, lsa: Lsa, slot: Slot, known: dict[Hashable, bool]) -> bool:
    """Whether a rule keeps *lsa* out, asked once for places that are equal to it."""
    rule = ALONE[name]
    key = (name, rule.looks_at(slot))
    if key not in known:
        known[key] = bool(rule.stops(lsa, slot))
    return known[key]


def _is_one_change(name: str, lsa: Lsa, slot: Slot) -> bool:
    found = ALONE[name].stops(lsa, slot)  # a list has each thing that is missing
    return name in CHANGEABLE and (not isinstance(found, list) or len(found) == 1)


def _places(number: int) -> str:
    return "1 place" if number == 1 else f"{number:,} places"


def _people(number: int) -> str:
    return "1 other person has" if number == 1 else f"{number} others have"
