"""The break over midday: half an hour free, travel apart, between half past eleven and two.

The minutes at which such a break could begin are the bits of a number, so that what several
sessions leave of them is one sum.
"""

from collections.abc import Sequence

from lsadesk.domain.deployment.model import Problem, Slot
from lsadesk.domain.staff.people import SiteId

BREAK_FROM, BREAK_TO, BREAK_MINUTES = 11 * 60 + 30, 14 * 60, 30
_STARTS = BREAK_TO - BREAK_MINUTES - BREAK_FROM + 1
_ALL_STARTS = (1 << _STARTS) - 1


def leaves_break(slot: Slot) -> bool:
    """Whether a session by itself leaves half an hour of the midday window free.

    One that fills the window has its break inside, and is left out of everything here.
    """
    return slot.start - BREAK_FROM >= BREAK_MINUTES or BREAK_TO - slot.end >= BREAK_MINUTES


def is_near(problem: Problem, slot: Slot) -> bool:
    """Whether the session, or the way to it or from it, can touch the midday window at all."""
    away = problem.longest_travel
    return slot.start - away < BREAK_TO and slot.end + away > BREAK_FROM


class Beside:
    """When a break can begin beside one session."""

    def __init__(self, problem: Problem, slot: Slot) -> None:
        """Nothing is worked out before it is asked for."""
        self.counts = leaves_break(slot)
        self.site = slot.site
        self.elsewhere = problem.sites_on.get(slot.day, frozenset())
        self._problem, self._slot = problem, slot
        self._starts: dict[SiteId | None, int] = {}

    def starts(self, where: SiteId | None) -> int:
        """A bit for each minute from half past eleven at which a break at *where* could begin."""
        if where not in self._starts:
            away = self._problem.travel(self._slot.site, where)
            first = max(0, self._slot.start - away - BREAK_MINUTES + 1 - BREAK_FROM)
            last = min(_STARTS, self._slot.end + away - BREAK_FROM)
            taken = (1 << last) - (1 << first) if first < last else 0
            self._starts[where] = _ALL_STARTS & ~taken
        return self._starts[where]


class Midday:
    """What somebody's sessions of one day leave free of midday."""

    def __init__(self, held: Sequence[Beside]) -> None:
        """Take those that count."""
        self._held = [each for each in held if each.counts]
        self._sites = {each.site for each in self._held}
        self._starts: dict[SiteId | None, int] = {}

    def keeps_break(self, more: Beside) -> bool:
        """Whether a break stays possible, at one of the day's sites, with one session more.

        It may be at a site where they have nothing to do: from one of theirs to another the way
        through a third is sometimes said to be the shorter.
        """
        if not self._held or not more.counts:
            return True
        theirs = {*self._sites, more.site} - {None}
        others = more.elsewhere - theirs if len(theirs) > 1 else ()
        sites = (*theirs, *others) or (None,)
        return any(self._starts_at(where) & more.starts(where) for where in sites)

    def _starts_at(self, where: SiteId | None) -> int:
        if where not in self._starts:
            starts = _ALL_STARTS
            for each in self._held:
                starts &= each.starts(where)
            self._starts[where] = starts
        return self._starts[where]
