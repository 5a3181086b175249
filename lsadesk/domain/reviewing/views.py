"""What the groups said, so that nobody can be picked out of it.

A group with few answers is laid together with others; what is left too small to hide a person
in is not told at all. Source: requirements A90, B.4-8, C13.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from lsadesk.domain.reviewing.points import PointId, Voice

SMALLEST = 5  # answers that hide each other


class Confidence(IntEnum):
    """How sure somebody is that something is so; None beside it: they cannot say."""

    NOT_AT_ALL = 1
    A_LITTLE = 2
    MOSTLY = 3
    FULLY = 4


Answers = Mapping[PointId, Confidence | None]  # what was left out is not in it


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one person handed in, and of which group they are; nobody's name is with it."""

    voice: Voice
    answers: Answers


@dataclass(frozen=True, slots=True)
class Spread:
    """How many said what of one point; *cannot_say* are counted apart from a low answer."""

    said: Mapping[Confidence, int]
    cannot_say: int

    @property
    def number(self) -> int:
        """How many placed themselves."""
        return sum(self.said.values())

    @property
    def confident(self) -> int:
        """How many are mostly or fully confident."""
        return self.said.get(Confidence.MOSTLY, 0) + self.said.get(Confidence.FULLY, 0)


Group = frozenset[Voice]


def groups(sheets: Iterable[Sheet]) -> tuple[Group, ...]:
    """Which voices are told apart: those with few sheets are laid together until they hide.

    Nothing where all of them together are too few.
    """
    counts = Counter(sheet.voice for sheet in sheets)
    small = [voice for voice in Voice if 0 < counts[voice] < SMALLEST]
    large = sorted((v for v in Voice if counts[v] >= SMALLEST), key=lambda v: counts[v])
    while small and large and sum(counts[voice] for voice in small) < SMALLEST:
        small.append(large.pop(0))
    if sum(counts[voice] for voice in small) < SMALLEST:
        small = []
    alone = [frozenset({voice}) for voice in Voice if voice in large]
    return (*alone, frozenset(small)) if small else tuple(alone)


def spread(sheets: Iterable[Sheet], group: Group, point: PointId) -> Spread | None:
    """What *group* said of *point*; None: too few answered it to tell."""
    said = [s.answers[point] for s in sheets if s.voice in group and point in s.answers]
    if len(said) < SMALLEST:
        return None
    placed = Counter(answer for answer in said if answer is not None)
    return Spread(dict(placed), len(said) - sum(placed.values()))


def told(sheets: Sequence[Sheet], points: Iterable[PointId]) -> dict[PointId, dict[Group, Spread]]:
    """Of each point what each group said, as far as it may be told."""
    apart = groups(sheets)
    found: defaultdict[PointId, dict[Group, Spread]] = defaultdict(dict)
    for point in points:
        for group in apart:
            if (seen := spread(sheets, group, point)) is not None:
                found[point][group] = seen
    return dict(found)


def gap(spreads: Iterable[Spread]) -> float | None:
    """How far views part: the largest share that is confident less the smallest (0 to 1).

    None: fewer than two groups can be told.
    """
    shares = [each.confident / each.number for each in spreads if each.number]
    return max(shares) - min(shares) if len(shares) > 1 else None
