"""Small conversions between rows and domain values that several subjects share."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Protocol, TypeVar

from lsadesk.domain.calendar import Precision, RoughDate, Weekday
from lsadesk.domain.words import folded


class Named(Protocol):
    """Something that lists are ordered by the name of."""

    @property
    def name(self) -> str:
        """What it is called."""


N = TypeVar("N", bound=Named)


def by_name(found: Iterable[N]) -> list[N]:
    """*found* in the order in which people look for it, whatever case and accents."""
    return sorted(found, key=lambda one: folded(one.name))


def rough(day: date | None, precision: str) -> RoughDate | None:
    """The two columns of a rough date as one value."""
    return None if day is None else RoughDate(day, Precision(precision))


def day_of(when: RoughDate | None) -> date | None:
    """The first column of a rough date."""
    return None if when is None else when.day


def precision_of(when: RoughDate | None) -> str:
    """The second column of a rough date."""
    return (Precision.DAY if when is None else when.precision).value


def days_text(days: frozenset[Weekday] | None) -> str | None:
    """Weekdays as a column keeps them: "024" is Monday, Wednesday, Friday."""
    return None if days is None else "".join(str(int(day)) for day in sorted(days))


@lru_cache(maxsize=256)  # few weeks differ, and everybody has one
def days_value(text: str | None) -> frozenset[Weekday] | None:
    """The inverse of `days_text`."""
    return None if text is None else frozenset(Weekday(int(digit)) for digit in text)
