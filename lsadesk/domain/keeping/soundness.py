"""Whether the records make sense together, beyond what the file itself guarantees."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not fit, and what to do about it.

    *is_broken*: the program never leaves it so, hence the file was altered or has a fault.
    Else it is a loose end that somebody has to tidy.
    """

    what: str
    do: str
    is_broken: bool = False

    def __str__(self) -> str:
        return f"{self.what} {self.do}"


def circles(holders: Mapping[T, T]) -> Iterator[tuple[T, ...]]:
    """Each ring in who looks after whom, once; *holders* has one holder for each person."""
    seen: set[T] = set()
    for start in holders:
        way: list[T] = []
        here: T | None = start
        while here is not None and here not in seen:
            seen.add(here)
            way.append(here)
            here = holders.get(here)
        if here is not None and here in way:
            yield tuple(way[way.index(here) :])
