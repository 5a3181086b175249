"""Learners, by reference, and the support that their plans ask for: need, not diagnosis."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.card_wishes import AS_USUAL, CardWishes

LearnerId = NewType("LearnerId", int)
FORMER = "Former learner "  # and the number, once the reference is gone


class CareBy(StrEnum):
    """Whom a learner asks personal care of, where they ask."""

    WOMAN = "a woman"
    MAN = "a man"


@dataclass(frozen=True, slots=True)
class Ratio:
    """So many staff for so many learners: 2:1 is Ratio(2, 1), 1:3 is Ratio(1, 3)."""

    staff: int
    learners: int

    def __str__(self) -> str:
        return f"{self.staff}:{self.learners}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerDetails:
    """What the planner and a card need to know of a learner; nothing else is kept.

    *needs* are skills that whoever supports the learner should have. *ratio* is None for
    "not known"; *care_ratio* is set where personal care asks for more staff than the rest.
    *own_places*: somebody is beside this learner alone. *care_by* is whom they ask personal
    care of. *tasks* need a sign-off for this learner. *aims* and *how* brief a newcomer.
    *said* is what the learner said of their support, on *said_on* (A86). The aims are looked
    at again with learner and teacher by *review_by*, and *reviewed* is what came of it (A85).
    *weekly_minutes* is None where the plan names no figure ("full"). *hours_said* and
    *ratio_said* keep the plan's own words. *left_on* is the last day at the college; None: not
    known, or not near. *card* is how they want their cards. *must_have* are the plan's conditions
    on staff as written ("epilepsy trained"), *needs* what of them is matched to a skill.
    """

    reference: str
    group: str = ""
    primary_need: str = ""
    needs: frozenset[SkillId] = frozenset()
    weekly_minutes: int | None = None
    hours_said: str = ""
    ratio: Ratio | None = None
    care_ratio: Ratio | None = None
    ratio_said: str = ""
    must_have: str = ""
    not_with: frozenset[PersonId] = frozenset()
    same_gender_care: bool = False
    care_by: CareBy | None = None
    own_places: bool = False
    tasks: frozenset[str] = frozenset()
    prefers: frozenset[PersonId] = frozenset()
    aims: str = ""
    review_by: date | None = None
    reviewed: str = ""
    how: str = ""
    said: str = ""
    said_on: date | None = None
    left_on: date | None = None
    note: str = ""
    card: CardWishes = AS_USUAL


def former(learner: LearnerId) -> str:
    """What a learner is called once the reference is gone."""
    return f"{FORMER}{learner}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner(LearnerDetails):
    """A learner in the college file."""

    id: LearnerId
    version: int

    def is_review_due(self, today: date) -> bool:
        """Whether the day for looking at the aims again has passed."""
        return self.is_here(today) and self.review_by is not None and self.review_by < today

    def is_here(self, day: date) -> bool:
        """Whether they come to the college on *day*, as far as is known."""
        return self.left_on is None or day <= self.left_on
