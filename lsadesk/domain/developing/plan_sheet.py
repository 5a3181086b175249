"""A development plan as it is printed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from lsadesk.domain.developing.attached import AttachedFile
from lsadesk.domain.developing.development import PlanAction, ProfileLine
from lsadesk.domain.developing.plan_reviews import PlanNote, PlanReview


@dataclass(frozen=True, slots=True, kw_only=True)
class DevelopmentPlanSheet:
    """One person's development plan, as it is printed and signed.

    *staying_put* is a wish like any other (source: L, "no pressure"). *signers* are names
    with their part in it ("Pat Ellery, appraiser"), beside the person's own. *notes* come
    newest first, *review* is the newest, *next_review* the day agreed for the one after it.
    *files* are attached to actions, by their id.
    """

    college: str
    name: str
    title: str = ""
    team: str = ""
    day: date
    profile: Sequence[ProfileLine] = ()
    wishes: Sequence[str] = ()
    staying_put: bool = False
    actions: Sequence[PlanAction] = ()
    signers: Sequence[str] = ()
    notes: Sequence[PlanNote] = ()
    review: PlanReview | None = None
    next_review: date | None = None
    files: Mapping[int, Sequence[AttachedFile]] = field(default_factory=dict)
