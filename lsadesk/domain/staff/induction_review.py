"""What helped and what hindered in inductions, by year and without names (A57). Source: E R3."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class InductionReview:
    """What a new starter says of their induction, in their own words."""

    said_on: date
    helped: str = ""
    hindered: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOfInductions:
    """What was said in one year, in no order that tells who said it."""

    year: int
    helped: tuple[str, ...]
    hindered: tuple[str, ...]


def by_year(reviews: list[InductionReview]) -> tuple[YearOfInductions, ...]:
    """The newest year first; within it the words stand by the alphabet."""
    years = sorted({each.said_on.year for each in reviews}, reverse=True)
    return tuple(
        YearOfInductions(
            year=year,
            helped=_words(each.helped for each in reviews if each.said_on.year == year),
            hindered=_words(each.hindered for each in reviews if each.said_on.year == year),
        )
        for year in years
    )


def _words(said: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted((each for each in said if each), key=str.casefold))
