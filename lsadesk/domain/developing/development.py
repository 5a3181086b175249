"""The development plan: what a person and their helper agreed to do, and by when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from lsadesk.domain.auditing.skills import (
    SHOWN_FIRST,
    Level,
    NeverAsked,
    Skill,
    SkillValue,
    View,
    code_of,
)
from lsadesk.domain.staff.people import PersonId

ActionId = NewType("ActionId", int)


class Mode(StrEnum):
    """Ways of developing, most of them no course. Source: E R3, flexible modes; L finding 16."""

    COURSE = "course"
    SELF_STUDY = "self-study"
    WEBINAR = "webinar"
    SHADOWING = "shadowing"
    MENTORING = "mentoring"
    BUDDYING = "buddying"
    SECONDMENT = "secondment"
    PROJECT = "project"
    CASCADE = "passing it on"
    ACTION_RESEARCH = "action research"
    TEAM_IMPROVEMENT = "improving something as a team"
    DISCUSSION = "led discussion"
    NETWORK = "peer network"
    EXCHANGE = "exchange with other colleges"
    READING = "reading"
    OTHER = "other"


# Where one person gives another their time, so that it has to be asked how much they give already.
PAIRING = frozenset({Mode.SHADOWING, Mode.MENTORING, Mode.BUDDYING})


class Funder(StrEnum):
    """Who pays. Source: L, experiences of Mike and Asha."""

    NOT_SAID = "not said"
    COLLEGE = "the college"
    SELF = "the person themselves"
    SHARED = "the college and the person"
    OTHER = "somebody else"


class Progress(StrEnum):
    """How far a line has come."""

    NOT_STARTED = "not started"
    UNDER_WAY = "under way"
    DONE = "done"
    NOT_NOW = "not now"


class BehindKind(StrEnum):
    """What a line may come from."""

    SKILL = "skill"
    STATEMENT = "statement"
    ROLE = "role"
    STORY = "story"


@dataclass(frozen=True, slots=True)
class Behind:
    """The gap or the wish that a line comes from; *key* is the number or name of its record."""

    kind: BehindKind
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDetails:
    """What is agreed in one line of a plan, and what became of it.

    *why* says in words what is *behind* it. *helper* is a name, *helper_id* who that is where
    it is a member of staff, *helper_minutes* what they give to it. *release_minutes* is what the
    person is let off for it. *appraisal* is the number of the one that it was agreed in.
    An *outcome* asks for a *follow_up*, what changed at work, or for why there is none
    (A45). None and "" are: nobody said.
    """

    what: str
    why: str = ""
    behind: Behind | None = None
    mode: Mode = Mode.OTHER
    helper: str = ""
    helper_id: PersonId | None = None
    helper_minutes: int | None = None
    due: date | None = None
    funder: Funder = Funder.NOT_SAID
    cost_pence: int | None = None
    release_minutes: int | None = None
    appraisal: int | None = None
    begun_on: date | None = None
    done_on: date | None = None
    not_now_on: date | None = None
    not_now_because: str = ""
    outcome: str = ""
    follow_up: str = ""
    no_follow_up_because: str = ""

    @property
    def progress(self) -> Progress:
        """The furthest that is said of it."""
        if self.done_on is not None:
            return Progress.DONE
        if self.not_now_on is not None:
            return Progress.NOT_NOW
        return Progress.NOT_STARTED if self.begun_on is None else Progress.UNDER_WAY

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_on is None and self.not_now_on is None

    @property
    def closed_on(self) -> date | None:
        """When it was done or put aside."""
        return self.done_on or self.not_now_on

    @property
    def is_pairing(self) -> bool:
        """Whether a member of staff gives their time to it now."""
        return self.is_open and self.helper_id is not None and self.mode in PAIRING

    @property
    def lacks_follow_up(self) -> bool:
        """Whether something came of it and nobody has said what changed at work (A45)."""
        return bool(self.outcome) and not (self.follow_up or self.no_follow_up_because)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAction(ActionDetails):
    """One line of one person's development plan.

    *rank* is its place by importance among those agreed in one appraisal, from 1 (C11).
    """

    id: ActionId
    person: PersonId
    agreed_on: date | None = None  # None: before this was kept
    rank: int | None = None

    def is_overdue_on(self, day: date) -> bool:
        """Whether its date is over and it is still to be done; its last day is not over yet."""
        return self.is_open and self.due is not None and self.due < day


def in_order(actions: Sequence[PlanAction]) -> list[PlanAction]:
    """What is still to be done by date, undated lines after it, then what was closed last."""
    waiting = [each for each in actions if each.closed_on is None]
    closed = [(each.closed_on, each) for each in actions if each.closed_on is not None]
    waiting.sort(key=lambda each: (each.due or date.max, each.id))
    closed.sort(key=lambda pair: (pair[0], pair[1].id), reverse=True)
    return [*waiting, *(each for _, each in closed)]


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """What each view says of one skill; a view that nobody gave is left out.

    *before* is what stood a year earlier; None: nothing did.
    """

    skill: Skill
    values: Mapping[View, SkillValue]
    before: SkillValue | None = None

    @property
    def shown(self) -> SkillValue:
        """The value that stands: agreed before appraiser before imported before self."""
        given = (self.values[view] for view in SHOWN_FIRST if view in self.values)
        return next(given, NeverAsked())


def strengths(profile: Sequence[ProfileLine]) -> list[ProfileLine]:
    """The skills at level 3 or 4, the highest first."""
    known = [line for line in profile if isinstance(line.shown, Level) and line.shown.value >= 3]
    return sorted(known, key=lambda line: -code_of(line.shown))
