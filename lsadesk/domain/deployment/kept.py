"""Plans as the college keeps them: drafts side by side, and what is published from when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from lsadesk.domain.calendar import Week
from lsadesk.domain.deployment.model import Plan, SlotId
from lsadesk.domain.staff.people import PersonId


@dataclass(frozen=True, slots=True)
class Published:
    """From which day until which a plan is what happens, and who said so when."""

    starts: date
    ends: date
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLabel:
    """A kept plan without what is in it. *published* None: a draft."""

    id: int
    name: str
    week: Week
    starts: date
    made_at: datetime
    version: int
    published: Published | None = None
    filled: int = 0
    unmet: int = 0

    def is_in_force(self, day: date, week: Week) -> bool:
        """Whether it is published for *day*, which is in a week of the kind *week*."""
        stands = self.published
        return (
            stands is not None and stands.starts <= day <= stands.ends and self.week.runs_in(week)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPlan(PlanLabel):
    """A plan as it was kept, and whom a hand keeps out of its slots.

    *weights* are those by which its objective was worked out.
    """

    plan: Plan
    weights: Mapping[str, int] = field(default_factory=dict)
    kept_out: Mapping[SlotId, frozenset[PersonId]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChange:
    """A change of a published plan: None where nobody had the slot, or nobody has it now."""

    slot: SlotId
    before: PersonId | None
    after: PersonId | None
    at: datetime
    by: str
    why: str
