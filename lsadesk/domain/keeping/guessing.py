"""What it costs to guess a PIN or password, for somebody who has a copy of the files.

At the keyboard the program makes people wait; whoever carries the files away tries as fast
as computers go, and only the work of each guess is in the way.
"""

from dataclasses import dataclass

FIGURES = 10
SHORTEST_PIN = 6
WORD_LIST = 7776  # five throws of a die a word, as in the usual lists
WORDS = 3
MANY_COMPUTERS = 100

_SPANS = (
    (365.25 * 86400, "year", "years"),
    (86400, "day", "days"),
    (3600, "hour", "hours"),
    (60, "minute", "minutes"),
)


@dataclass(frozen=True, slots=True)
class GuessCost:
    """How long one guess takes on a computer like this one, all of it at work, in seconds."""

    seconds: float

    def all_pins(self, figures: int) -> float:
        """The seconds to try every PIN of so many figures."""
        return self.seconds * float(FIGURES**figures)

    def all_phrases(self, words: int) -> float:
        """The seconds to try all phrases of so many words drawn by chance from a list."""
        return self.seconds * float(WORD_LIST**words)


def cost_in_words(cost: GuessCost, figures: int = SHORTEST_PIN) -> str:
    """What a PIN of *figures* figures is worth, beside three words drawn by chance."""
    figures = max(figures, SHORTEST_PIN)
    pins = cost.all_pins(figures)
    return (
        "Here at the computer, wrong tries make people wait longer and longer. Only if somebody "
        "carried the college's files away could they try without waiting. Trying every PIN of "
        f"{figures} figures would take them {span_in_words(pins)}, or "
        f"{span_in_words(pins / MANY_COMPUTERS)} with {MANY_COMPUTERS} computers; trying all sets "
        f"of three words drawn by chance, {span_in_words(cost.all_phrases(WORDS))}."
    )


def span_in_words(seconds: float) -> str:
    """A length of time in its largest fitting unit, to two figures: "6 days"."""
    for size, one, many in _SPANS:
        number = round(seconds / size)
        if number >= 1:
            number = round(number, 2 - len(f"{number}"))
            return f"1 {one}" if number == 1 else f"{number:,} {many}"
    return "less than a minute"
