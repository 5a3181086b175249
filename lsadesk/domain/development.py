"""The development plan: what a person and their helper agreed to do, and by when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from lsadesk.domain.people import PersonId
from lsadesk.domain.skills import (
    SHOWN_FIRST,
    Level,
    NeverAsked,
    Skill,
    SkillValue,
    View,
    code_of,
)

ActionId = NewType("ActionId", int)


class Mode(StrEnum):
    """Ways of developing, most of them no course. Source: E R3, flexible modes; L finding 16."""

    COURSE = "course"
    SHADOWING = "shadowing"
    MENTORING = "mentoring"
    BUDDYING = "buddying"
    SECONDMENT = "secondment"
    PROJECT = "project"
    READING = "reading"
    NETWORK = "peer network"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDetails:
    """What is agreed in one line of a plan; *why* is the gap or the wish behind it."""

    what: str
    why: str = ""
    mode: Mode = Mode.OTHER
    helper: str = ""
    due: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAction(ActionDetails):
    """One line of one person's development plan."""

    id: ActionId
    person: PersonId

    def is_overdue_on(self, day: date) -> bool:
        """Whether its date is over and it is still to be done; its last day is not over yet."""
        return self.done_on is None and self.due is not None and self.due < day


def in_order(actions: Sequence[PlanAction]) -> list[PlanAction]:
    """What is still to be done by date, undated lines after it, then what was done last."""
    waiting = [each for each in actions if each.done_on is None]
    done = [(each.done_on, each) for each in actions if each.done_on is not None]
    waiting.sort(key=lambda each: (each.due or date.max, each.id))
    done.sort(key=lambda pair: (pair[0], pair[1].id), reverse=True)
    return [*waiting, *(each for _, each in done)]


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """What each view says of one skill; a view that nobody gave is left out."""

    skill: Skill
    values: Mapping[View, SkillValue]

    @property
    def shown(self) -> SkillValue:
        """The value that stands: agreed before appraiser before imported before self."""
        given = (self.values[view] for view in SHOWN_FIRST if view in self.values)
        return next(given, NeverAsked())


@dataclass(frozen=True, slots=True, kw_only=True)
class DevelopmentPlanSheet:
    """One person's development plan, as it is printed and signed.

    *staying_put* is a wish like any other (source: L, "no pressure"). *signers* are names
    with their part in it ("Pat Ellery, appraiser"), beside the person's own.
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


def strengths(profile: Sequence[ProfileLine]) -> list[ProfileLine]:
    """The skills at level 3 or 4, the highest first."""
    known = [line for line in profile if isinstance(line.shown, Level) and line.shown.value >= 3]
    return sorted(known, key=lambda line: -code_of(line.shown))
