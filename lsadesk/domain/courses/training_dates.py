"""On which of its dates a training costs least cover (requirements A47, B.4-13)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lsadesk.domain.calendar import TimeSpan, Weekday


@dataclass(frozen=True, slots=True)
class Held:
    """A place that somebody holds in a week's plan; *covered*: somebody else free could take
    it."""

    day: Weekday
    span: TimeSpan
    minutes: int
    covered: bool


@dataclass(frozen=True, slots=True)
class DateChoice:
    """A date of a training for one person, and what it leaves behind there."""

    on: date
    is_in: bool
    left: tuple[Held, ...]
    closed: str = ""  # why the college is closed then

    @property
    def cost(self) -> tuple[int, bool, int, date]:
        """What is least is best: places that nobody could take, a day off, minutes, the date."""
        open_ = sum(not held.covered for held in self.left)
        return open_, not self.is_in, sum(held.minutes for held in self.left), self.on

    @property
    def words(self) -> str:
        """What it costs, aloud."""
        if not self.is_in:
            return "not one of their days: agree it with them"
        if self.closed:
            return f"no sessions: {self.closed}"
        if not self.left:
            return "no session of theirs to cover"
        number = len(self.left)
        sessions = "1 session" if number == 1 else f"{number} sessions"
        open_ = sum(not held.covered for held in self.left)
        if not open_:
            return f"{sessions} to cover, somebody is free"
        alone = "nobody is free" if open_ == number else f"nobody is free for {open_}"
        return f"{sessions} to cover, {alone}"


def best_date(
    dates: Iterable[date],
    span: TimeSpan | None,
    held: Sequence[Held],
    *,
    days: frozenset[Weekday] | None,
    closed: Mapping[date, str],
) -> DateChoice | None:
    """The date that costs least cover; None where there are none.

    *held* are a person's places in a week, *days* the days they work (None: not known), *closed*
    says why the college is closed on a date.
    """
    choices = [_choice(on, span, held, days=days, closed=closed.get(on, "")) for on in dates]
    return min(choices, key=lambda each: each.cost, default=None)


def _choice(
    on: date,
    span: TimeSpan | None,
    held: Sequence[Held],
    *,
    days: frozenset[Weekday] | None,
    closed: str,
) -> DateChoice:
    day = Weekday(on.weekday())
    left = tuple(
        each
        for each in held
        if not closed and each.day == day and (span is None or each.span.overlaps(span))
    )
    return DateChoice(on, days is None or day in days, left, closed)
