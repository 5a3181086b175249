"""The scales that colleges rate skills on, each with its explicit way to our levels 0 to 4."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from lsadesk.intake.parsing.words import key, plain


@dataclass(frozen=True, slots=True)
class Scale:
    """What each mark means as a level 0-4; *tick* is what a bare tick means, if anything.

    *top* is the full mark of an even scale such as a percentage, for marks not in *levels*.
    *booked* are the marks that say no level, but that training is booked.
    """

    name: str
    levels: Mapping[str, int]
    tick: int | None = None
    top: float | None = None
    booked: frozenset[str] = frozenset()

    def level_of(self, text: str) -> int | None:
        """The level that a mark stands for, or None for a mark the scale does not have."""
        found = self.levels.get(plain(text))
        found = self.levels.get(said_bare(text)) if found is None else found
        if found is not None:
            return found
        led = _LED.match(plain(text))
        return self._share(text) if led is None else self.levels.get(led[1])

    def _share(self, text: str) -> int | None:
        """The quarter of the full mark that a figure comes nearest to."""
        number = _SHARE.match(plain(text))
        if self.top is None or number is None:
            return None
        share = float(number[1]) / (100 if number[2] else self.top)
        return round(4 * share) if share <= 1 else None

    def sentence(self) -> str:
        """How ratings are read, for the person who checks it."""
        marks = [f"{mark} as {level}" for mark, level in self.levels.items() if mark not in WORDS]
        if self.top is not None:
            marks.append("shares of the full mark by quarters")
        if not marks:
            return "Ratings in words are read on our scale of levels: check each under “Ratings”."
        return f"Ratings are read on the scale {self.name}: {', '.join(marks)}."


def said_bare(text: str) -> str:
    """The words of a mark as `WORDS` has them: "I am confident" is "confident"."""
    return _OF_ONESELF.sub("", key(text)) or key(text)


def _graded(*words_by_level: str) -> dict[str, int]:
    return {key(word): n for n, line in enumerate(words_by_level) for word in line.split(", ")}


WORDS = _graded(
    "none, not yet, no skill, no experience, no knowledge, nothing, never, novice, untrained, "
    "not confident, no training, not trained, not competent, unskilled, dim, zero, nil, "
    "not started, not met, not achieved, not able, cannot do, unable",
    "basic, beginner, awareness, aware, foundation, limited, some, a little, little, emerging, "
    "learning, trainee, entry, low, under instruction, under direct instruction, introductory, "
    "some experience, some knowledge, some training, heard of, sylfaenol, starter, in training, "
    "poor, in progress, "
    "started, exploring, entry level, bronze, weak, needs support, full supervision",
    "with support, with guidance, developing, intermediate, supervised, with help, fair, medium, "
    "moderate, improving, partly, can do with support, working towards, some confidence, ok, "
    "partial, practising, working, working knowledge, satisfactory, canolradd, silver, "
    "expected, progressing, "
    "getting there, working at, some guidance, needs guidance",
    "competent, confident, independent, independently, proficient, skilled, good, able, capable, "
    "trained, qualified, secure, experienced, can do, full, fully trained, high, cymwys, hyderus, "
    "very good, very confident, very experienced, highly skilled, very competent, established, "
    "practitioner, secured, securing, embedded, gold, "
    "strong, achieved, met, works independently, working independently, fluent, accomplished",
    "expert, advanced, trainer, can train, trains others, could train others, can train others, "
    "leads, lead, "
    "leads or trains others, mentor, can teach others, specialist, champion, outstanding, "
    "excellent, mastery, master, mastered, arbenigwr, uwch, can lead, able to train others, "
    "exceptional, exceeding, greater depth, platinum, role model, coach, can coach others",
)


def _scale(name: str, marks: Mapping[str, int]) -> Scale:
    return Scale(name, MappingProxyType({**WORDS, **marks}))


def _numbered(first: int, *levels: int) -> dict[str, int]:
    return {str(first + index): level for index, level in enumerate(levels)}


ZERO_TO_FOUR = _scale("0-4", _numbered(0, 0, 1, 2, 3, 4))
ONE_TO_FIVE = _scale("1-5", _numbered(1, 0, 1, 2, 3, 4))
ZERO_TO_FIVE = _scale("0-5", _numbered(0, 0, 1, 2, 3, 3, 4))
ONE_TO_TEN = _scale("1-10", _numbered(0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4))
RAG = _scale(
    "RAG",
    {
        **dict.fromkeys(("red", "r", "coch"), 0),
        **dict.fromkeys(("amber", "a", "yellow", "orange", "y", "ambr"), 2),
        **dict.fromkeys(("green", "g", "gwyrdd"), 3),
        **dict.fromkeys(("blue", "b", "gold"), 4),
    },
)
YES_NO = _scale(
    "Yes/No",
    {
        **dict.fromkeys(("yes", "y", "true", "oes", "ydw"), 2),
        **dict.fromkeys(("no", "n", "false", "nac oes"), 0),
    },
)
IN_WORDS = _scale("words", {})
PERCENT = Scale("per cent", WORDS, top=1)
SCALES = {
    scale.name: scale
    for scale in (
        ZERO_TO_FOUR,
        ONE_TO_FIVE,
        ZERO_TO_FIVE,
        ONE_TO_TEN,
        RAG,
        YES_NO,
        IN_WORDS,
        PERCENT,
    )
}

_COLOURS = set("r a g red amber green coch ambr gwyrdd".split())  # noqa: SIM905
_WHOLE = {
    (0, 4): ZERO_TO_FOUR,
    (1, 5): ONE_TO_FIVE,
    (0, 5): ZERO_TO_FIVE,
    (0, 10): ONE_TO_TEN,
    (1, 10): ONE_TO_TEN,
}
_SPELT = ("red", "amber", "green")  # the same marks as R, A and G
_YES_NO = {"y", "n", "yes", "no", "true", "false", "oes", "nac oes"}
_LED = re.compile(r"^(\d)\s*(?:[-:=.)(]\s*|\s)[a-z]")
_SHARE = re.compile(r"^(\d{1,3}(?:\.\d+)?)\s*(%)?$")
_OF_ONESELF = re.compile(
    r"^(?:i|im|ive|id)\b(?: (?:am|have|feel|would be|think i am)\b)?(?: (?:a|an|at)\b)?\s*"
)
_TICK = re.compile(
    r"(?:\bticks?(?:ed)?|(?<![✓✔☑√])[✓✔☑√])\s*(?:=|:|-|means|is)\s*([A-Za-z][A-Za-z /']{2,40})",
    re.I,
)
_BOOKED = re.compile(r"(?:training |course )?booked\b|(?:is )?on (?:a )?(?:course|training)\b")
_PAIR = re.compile(
    r"(?<![\w-])(\d{1,2}|[✓✔☑√*★]{1,4}|[A-Z]{1,2}|[Rr]ed|[Aa]mber|[Yy]ellow|[Oo]range|[Gg]reen|[Bb]lue)"
    r"\s*(?:=|:|-|\)|\(|\s)\s*([A-Za-z][A-Za-z /']{2,40})"
)


def scale_of(marks: Iterable[str], *legends: str) -> tuple[Scale, bool]:
    """The scale that a sheet's marks speak of, and whether that is sure.

    The first of *legends* that explains these marks decides, and the first that says what a
    tick means.
    """
    found, is_sure = _scale_of(marks, legends)
    tick = next((each for each in map(_tick_said, legends) if each is not None), found.tick)
    booked = next(filter(None, map(_booked_said, legends)), found.booked)
    return replace(found, tick=tick, booked=booked), is_sure


def _booked_said(legend: str) -> frozenset[str]:
    """The marks that "B = booked on training" gives no level to."""
    pairs = ((plain(mark), key(words)) for mark, words in _PAIR.findall(legend))
    return frozenset(mark for mark, words in pairs if _BOOKED.match(words))


def _tick_said(legend: str) -> int | None:
    """The level that "tick = signed off as competent" gives to a bare tick."""
    found = _TICK.search(legend)
    return None if found is None else _level_said(key(found[1]))


def _scale_of(marks: Iterable[str], legends: Sequence[str]) -> tuple[Scale, bool]:
    counts = Counter(plain(mark) for mark in marks if plain(mark))
    told = (_from_legend(legend, set(counts)) for legend in legends)
    said = next((scale for scale in told if scale is not None), None)
    if said is not None:
        return said, True
    if _are_shares(counts):
        return PERCENT, False
    counts = Counter(_led(mark) for mark in counts.elements())
    numbers = {int(mark) for mark in counts if mark.isdecimal() and len(mark) <= 2}
    colours = _total(counts, _COLOURS) if len(set(counts) & _COLOURS) >= 2 else 0
    yes_no = _total(counts, _YES_NO)
    if numbers and _total(counts, set(map(str, numbers))) >= max(colours, yes_no):
        return _by_numbers(numbers), 0 in numbers and max(numbers) == 4
    if colours > yes_no:
        return RAG, False
    return (YES_NO if yes_no else IN_WORDS), False


def _are_shares(counts: Counter[str]) -> bool:
    """Whether the marks are percentages: "80%", or figures from 0 to 1 with parts among them."""
    figures = [found for mark in counts if (found := _SHARE.match(mark))]
    if any(found[2] for found in figures):
        return True
    values = [float(found[1]) for found in figures]
    parts = sum(0 < value < 1 for value in values)
    return parts >= 2 and all(value <= 1 for value in values)


def _led(mark: str) -> str:
    """The figure that a mark such as "3 - confident" begins with; other marks as they are."""
    found = _LED.match(mark)
    return found[1] if found else mark


def _total(counts: Counter[str], marks: set[str]) -> int:
    return sum(count for mark, count in counts.items() if mark in marks)


def _by_numbers(numbers: set[int]) -> Scale:
    top, low = max(numbers), min(numbers)
    if top <= 4:
        return ZERO_TO_FOUR
    if top == 5:
        return ZERO_TO_FIVE if low == 0 else ONE_TO_FIVE
    return ONE_TO_TEN


def _from_legend(legend: str, seen: set[str]) -> Scale | None:
    """The scale that "0 none, 1 basic, 2 with support..." or "B = basic, C = competent" says."""
    pairs = {plain(mark): key(words) for mark, words in _PAIR.findall(legend)}
    numbers = sorted(int(mark) for mark in pairs if mark.isdecimal() and len(mark) <= 2)
    rates_in_figures = not seen or any(re.search(r"\d", mark) for mark in seen)
    levels = {mark: _level_said(words) for mark, words in pairs.items()}
    if rates_in_figures and _is_run(numbers):
        known = _WHOLE.get((numbers[0], numbers[-1]))
        if known is not None:
            return _turned(known, numbers, levels) if _falls(numbers, levels) else known
    known_marks = {mark: level for mark, level in levels.items() if level is not None}
    if len(known_marks) >= 2 and (not seen or seen & set(known_marks)):
        spelt = {word: known_marks[word[0]] for word in _SPELT if word[0] in known_marks}
        return _scale("as the sheet says", {**spelt, **known_marks})
    return None


def _is_run(numbers: list[int]) -> bool:
    """Whether a legend explains every figure from its first to its last, or the two ends."""
    return len(numbers) == 2 or (
        len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1))
    )


def _falls(numbers: list[int], levels: Mapping[str, int | None]) -> bool:
    """Whether the words say less and less as the figures rise: "1 expert ... 5 none"."""
    said = [level for n in numbers if (level := levels[str(n)]) is not None]
    return len(said) > 1 and said[0] > said[-1] and said == sorted(said, reverse=True)


def _turned(scale: Scale, numbers: list[int], levels: Mapping[str, int | None]) -> Scale:
    """*scale* with its figures the other way round; a figure explained by known words is those."""
    low, high = numbers[0], numbers[-1]
    turned = {str(n): scale.levels[str(low + high - n)] for n in range(low, high + 1)}
    said = {mark: level for mark, level in levels.items() if level is not None}
    return _scale("as the sheet says", {**turned, **said})


def _level_said(words: str) -> int | None:
    """The level of the longest run of words from the start that is a known word."""
    pieces = words.split()
    for end in range(len(pieces), 0, -1):
        found = WORDS.get(" ".join(pieces[:end]))
        if found is not None:
            return found
    return next((WORDS[piece] for piece in pieces if piece in WORDS), None)
