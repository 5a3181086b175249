"""Finds entries of the library as one types: parts of words, word forms, slips of the pen."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from lsadesk.domain.opportunities import Filters, Item
from lsadesk.domain.words import folded

# How much a word of the name counts beside one of the summary, and a whole word beside a part.
_NAME, _SUMMARY = 3.0, 1.0
_WHOLE, _BEGINNING, _SLIP = 1.0, 0.8, 0.5
_SHORT = 4  # a slip in a shorter word is another word: BSL is not BA
_ENDINGS = ("ings", "ing", "ies", "ers", "er", "es", "ed", "or", "s", "e", "y")


class Index:
    """The words of a list of items; made once, asked at every key."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = tuple(items)
        self._weights: dict[str, dict[int, float]] = defaultdict(dict)
        for place, item in enumerate(self.items):
            self._add(place, (item.summary, item.kind), _SUMMARY)
            self._add(place, item.names, _NAME)
        self._stems = sorted(self._weights)

    def find(self, text: str, filters: Filters | None = None) -> list[Item]:
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
                weights = self._weights[_stem(word)]
                weights[place] = max(weight, weights.get(place, 0.0))

    def _scores(self, word: str) -> dict[int, float]:
        """The places that *word* points to, and how well."""
        near = self._near(word)
        scores: dict[int, float] = {}
        for stem, closeness in near.items():
            for place, weight in self._weights[stem].items():
                scores[place] = max(closeness * weight, scores.get(place, 0.0))
        return scores

    def _near(self, word: str) -> dict[str, float]:
        stem = _stem(word)
        near = {one: _BEGINNING for one in self._stems if one.startswith((word, stem))}
        if stem in self._weights:
            near[stem] = _WHOLE
        if not near and len(word) >= _SHORT:
            slips = 1 if len(stem) < 7 else 2
            for one, *_ in process.extract(
                stem,
                self._stems,
                scorer=DamerauLevenshtein.distance,
                score_cutoff=slips,
                limit=None,
            ):
                near[one] = _SLIP
        return near


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", folded(text).replace("'", ""))


def _stem(word: str) -> str:
    """*word* without its ending, so that teach, teacher and teaching are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORT:
            return word[: -len(ending)]
    return word
