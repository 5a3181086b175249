"""What was assumed in planning a week, or could not be judged: a sentence and its records."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class About(StrEnum):
    """The kind of record that a remark leads to."""

    PERSON = "person"  # their hours
    STAFF = "staff"  # their staff record: whoever has no contract hours is not among the hours
    SESSION = "session"
    LEARNER = "learner"
    YEAR = "year"
    JOURNEY = "journey"
    PLACEMENT = "placement"


@dataclass(frozen=True, slots=True)
class Record:
    """A record as a sentence calls it; *id* is 0 where there is only one of the kind.

    *other* is the second site of a journey.
    """

    kind: About
    id: int
    name: str
    other: int = 0


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence that names its records between *before* and *after*.

    What is true of several records is one remark, so that it reads as one sentence on
    paper; a window may tell of them one at a time (`each`).
    """

    before: str
    about: tuple[Record, ...] = ()
    after: str = "."

    def __str__(self) -> str:
        names = dict.fromkeys(record.name for record in self.about)
        return f"{self.before}{', '.join(names)}{self.after}"

    def each(self) -> tuple["Remark", ...]:
        """A remark about each of the records; one that has none as it is."""
        if not self.about:
            return (self,)
        return tuple(Remark(self.before, (record,), self.after) for record in self.about)


def remark_on(before: str, about: Iterable[Record], after: str = ".") -> list[Remark]:
    """One remark on *about*; none where there is nothing to remark on."""
    records = tuple(dict.fromkeys(about))
    return [Remark(before, records, after)] if records else []
