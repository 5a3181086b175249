"""Which teachers have had an induction that covers working with LSAs.

Source: E R5.1; requirement A58.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lsadesk.domain.staff.people import PersonId


@dataclass(frozen=True, slots=True)
class TeacherInduction:
    """A teacher, and the day of an induction that covered the LSA's role; None: none on record."""

    person: PersonId
    name: str
    covered_on: date | None


def covered(teachers: Sequence[TeacherInduction]) -> int:
    """How many of *teachers* have had one."""
    return sum(each.covered_on is not None for each in teachers)


def percent_covered(teachers: Sequence[TeacherInduction]) -> int | None:
    """The share of *teachers* who have had one, in whole per cent; None: there are no teachers."""
    return round(100 * covered(teachers) / len(teachers)) if teachers else None
