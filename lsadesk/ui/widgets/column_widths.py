"""How wide the columns of a table are: no heading is cut, and as little of the words as can be."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

LEAST_SHARE = 0.75  # of what a column asks for: below it, rather scroll than read half words


@dataclass(frozen=True, slots=True)
class Wish:
    """What one column needs, in pixels: its heading, its longest words, and what it asks for."""

    heading: int
    words: int
    asked: int


def widths(wishes: Sequence[Wish], room: int) -> list[int]:
    """A width for each column; together no wider than *room* where that leaves enough to read.

    The words come before what a column asks for beyond them, and both after the headings.
    """
    steps = [
        [_least(each) for each in wishes],
        [_enough(each) for each in wishes],
        [max(_enough(each), each.words) for each in wishes],
        [max(each.heading, each.words, each.asked) for each in wishes],
    ]
    if sum(steps[0]) > room:
        return steps[1]
    for narrow, wide in pairwise(steps):
        if sum(wide) > room:
            return _between(narrow, wide, room)
    return steps[-1]


def _least(wish: Wish) -> int:
    return min(_enough(wish), max(wish.heading, int(wish.asked * LEAST_SHARE)))


def _enough(wish: Wish) -> int:
    """As it asks, or less where its words are short."""
    return max(wish.heading, min(wish.asked, wish.words))


def _between(narrow: Sequence[int], wide: Sequence[int], room: int) -> list[int]:
    spare, wanted = room - sum(narrow), sum(wide) - sum(narrow)
    return [low + (high - low) * spare // wanted for low, high in zip(narrow, wide, strict=True)]
