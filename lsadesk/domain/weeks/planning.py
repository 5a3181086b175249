"""What the planner keeps to beyond contract and skills: hours, limits, hopes, journeys."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.staff.people import PersonId, SiteId
from lsadesk.domain.weeks.learners import CareBy, LearnerId

USUAL_DAY_MINUTES = 8 * 60


@dataclass(frozen=True, slots=True)
class KeptFrom:
    """Work that a person must not be given, until a day (None: until said otherwise).

    Why is kept apart, with a right of its own (`domain/staff/health.py`).
    """

    skill: SkillId
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it still stands; its last day counts."""
        return self.until is None or day <= self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPattern:
    """How one person can be deployed; a person without one is planned by their contract alone.

    *hours* are those of each working day (none: the college's usual hours on the days of the
    staff record); a span that ends before it starts goes on past midnight. *most_in_a_row*
    None: no limit. *ends* is the last day of an agency or fixed-term booking. *gives_care_as*
    is what they agreed to; empty: not asked. *leads_under* says who supervises them where they
    lead a session without a teacher (A66). *hopes* are groups they would like to work
    with, *learns* are skills they want to use more.
    """

    hours: Mapping[Weekday, TimeSpan] = field(default_factory=dict)
    day_minutes: int = USUAL_DAY_MINUTES
    most_in_a_row: int | None = None
    ends: date | None = None
    gives_care_as: frozenset[CareBy] = frozenset()
    may_lead: bool = False
    leads_under: str = ""
    kept_from: tuple[KeptFrom, ...] = ()
    hopes: frozenset[str] = frozenset()
    learns: frozenset[SkillId] = frozenset()
    version: int = 0  # 0: nothing is kept yet


@dataclass(frozen=True, slots=True)
class Journey:
    """Minutes between two sites."""

    one: SiteId
    other: SiteId
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerSignOff:
    """A person may do a task for one learner: who said so, when, and until when.

    Source: requirements B.4-2; D, delegated health tasks.
    """

    learner: LearnerId
    task: str
    person: PersonId
    signed_by: str
    signed_on: date
    until: date | None = None

    def stands_on(self, day: date) -> bool:
        """Whether the task may be done on *day*; the last day counts."""
        return self.signed_on <= day and (self.until is None or day <= self.until)
