"""Courses, and the dated proofs that people hold of them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from lsadesk.domain.calendar import RoughDate
from lsadesk.domain.staff.people import PersonId

CourseId = NewType("CourseId", int)


class Lapse(StrEnum):
    """What is known of a certificate's end."""

    ON = "on"  # on the day that is given
    NEVER = "never"
    NOT_KNOWN = "not known"


class Standing(StrEnum):
    """How a certificate stands on a day."""

    VALID = "valid"
    NOT_YET = "not yet"
    LAPSED = "lapsed"
    NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Course:
    """A training, award or check that leaves a proof."""

    id: CourseId
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """A dated proof of training, as its holder showed it.

    *expires* is given exactly when *lapse* is ON; *worked_out*: by the course's rule, since
    nobody wrote it. *level* and *edition* are those of the course, where it has them.
    *refreshed_on* is the last refresher or, for a check, when it was last looked at again.
    *proof_seen* is None where nobody said.
    """

    person: PersonId
    course: CourseId
    achieved: RoughDate | None
    lapse: Lapse
    expires: RoughDate | None = None
    provider: str = ""
    proof_seen: bool | None = None
    level: str = ""
    edition: str = ""
    refreshed_on: date | None = None
    worked_out: bool = False

    def standing_on(self, day: date) -> Standing:
        """How it stands on *day*; its first and its last day both count.

        A date known only to the month counts by its first day, which errs towards
        asking for proof again.
        """
        if self.achieved is not None and day < self.achieved.day:
            return Standing.NOT_YET
        if self.lapse is Lapse.NEVER:
            return Standing.VALID
        if self.expires is None:
            return Standing.NOT_KNOWN
        return Standing.VALID if day <= self.expires.day else Standing.LAPSED
