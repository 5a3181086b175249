"""Finds what has a name as one types: parts of words, word forms, slips of the pen."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Generic, Protocol, TypeVar

from lsadesk.domain.words import folded

# How much a word of the name counts beside one of its other names and one of the summary, and
# a whole word beside the beginning of one and a slip of the pen.
_NAME, _OTHER_NAME, _SUMMARY = 4.0, 3.0, 1.0
_WHOLE, _BEGINNING, _SLIP = 1.0, 0.8, 0.5
_SHORT, _LONG = 4, 7  # a slip in a shorter word is another word: BSL is not BA
_ENDINGS = ("ing", "ies", "er", "es", "ed", "or", "s", "e", "y")


class Findable(Protocol):
    """What can be found; *names* are all it goes by."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def names(self) -> tuple[str, ...]:
        """What else it is called."""

    @property
    def kind(self) -> str:
        """What it is."""

    @property
    def summary(self) -> str:
        """What is said of it."""


T = TypeVar("T", bound=Findable)
Asked_contra = TypeVar("Asked_contra", contravariant=True)


class Sieve(Protocol[Asked_contra]):
    """Narrows down what is found."""

    def let_through(self, item: Asked_contra, /) -> bool:
        """Whether *item* may be among it."""


class Index(Generic[T]):
    """The words of a list of items; made once, asked at every key."""

    def __init__(self, items: Sequence[T]) -> None:
        self.items = tuple(items)
        self._places: dict[str, dict[int, float]] = defaultdict(dict)  # word -> place -> weight
        self._forms: dict[str, set[str]] = defaultdict(set)  # stem -> its words
        for place, item in enumerate(self.items):
            self._add(place, (item.summary, item.kind), _SUMMARY)
            self._add(place, item.names, _OTHER_NAME)
            self._add(place, (item.name,), _NAME)
        self._words = sorted(self._places)

    def find(self, text: str, filters: Sieve[T] | None = None) -> list[T]:
        """The items that every word of *text* points to, the best first; all where it is empty.

        The last word counts as the beginning of one, since it may still be typed.
        """
        wanted = _words(text)
        passed = {
            place
            for place, item in enumerate(self.items)
            if filters is None or filters.let_through(item)
        }
        if not wanted:
            return [self.items[place] for place in sorted(passed)]
        scores = [self._scores(word) for word in wanted]
        found = passed.intersection(*scores)
        ranked = sorted(found, key=lambda at: (-sum(score[at] for score in scores), at))
        return [self.items[place] for place in ranked]

    def _add(self, place: int, texts: Iterable[str], weight: float) -> None:
        for text in texts:
            for word in _words(text):
                self._forms[_stem(word)].add(word)
                weights = self._places[word]
                weights[place] = max(weight, weights.get(place, 0.0))

    def _scores(self, word: str) -> dict[int, float]:
        """The places that *word* points to, and how well."""
        scores: dict[int, float] = {}
        for one, closeness in self._near(word).items():
            for place, weight in self._places[one].items():
                scores[place] = max(closeness * weight, scores.get(place, 0.0))
        return scores

    def _near(self, word: str) -> dict[str, float]:
        """The words that *word* may stand for, and how close they are to it."""
        start = bisect_left(self._words, word)
        near = dict.fromkeys(
            takewhile(lambda one: one.startswith(word), self._words[start:]), _BEGINNING
        )
        near |= dict.fromkeys(self._forms.get(_stem(word), ()), _WHOLE)
        return near or self._slips(word)

    def _slips(self, word: str) -> dict[str, float]:
        """The words that *word* may be a slip for; none where it is too short to tell."""
        if len(word) < _SHORT:
            return {}
        from rapidfuzz import process  # 4 MB that most days need not hold
        from rapidfuzz.distance import DamerauLevenshtein

        close = process.extract(
            word,
            self._words,
            scorer=DamerauLevenshtein.distance,
            score_cutoff=1 if len(word) < _LONG else 2,
            limit=None,
        )
        return {one: _SLIP for one, *_ in close}


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", folded(text).replace("'", ""))


def _stem(word: str) -> str:
    """*word* without its endings, so that teach, teachers and teaching are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORT:
            return _stem(word[: -len(ending)])
    return word
