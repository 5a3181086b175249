"""Training on offer, the gaps it could close, and a plan of who does which of it.

Source: requirements A16, A46 to A49, A100, B.4-13; E R3, "no one to take their place".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import TimeSpan
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.developing.development import ActionId, Funder, Mode, PlanAction
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.terms import Period
from lsadesk.domain.words import folded

OptionId = NewType("OptionId", int)
WishId = NewType("WishId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionDetails:
    """A course or another activity that the college could take up.

    It raises *skill* from *from_level* or above to *to_level*, or renews the certificate of
    *course*, or both. *cost_pence* and *release_minutes* are for one person; *group_pence* is
    paid once, however many go. *places* None: as many as like. Each of *dates* is the whole of
    it, so a person goes on one; *span* None: all day. *compliance*: the law or the college asks
    for it (A48). *joint*: teachers come too (A100).
    """

    name: str
    mode: Mode = Mode.COURSE
    provider: str = ""
    skill: SkillId | None = None
    from_level: int = 0
    to_level: int = 2
    course: CourseId | None = None
    cost_pence: int = 0
    group_pence: int = 0
    funder: Funder = Funder.COLLEGE
    release_minutes: int = 0
    places: int | None = None
    dates: tuple[date, ...] = ()
    span: TimeSpan | None = None
    compliance: bool = False
    joint: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(OptionDetails):
    """An option as it is kept."""

    id: OptionId
    version: int = 1


@dataclass(frozen=True, slots=True)
class Gap:
    """What one person lacks: a skill at a level, or a proof that stands."""

    person: PersonId
    skill: SkillId | None = None
    course: CourseId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """One person who could take one option: the gap that it closes, what that is worth, why."""

    person: PersonId
    option: OptionId
    gap: Gap
    worth: int
    why: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[PersonId, OptionId]:
        """Who and what; no two prospects of a case share it."""
        return self.person, self.option


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortage:
    """What the college lacks, whoever learns it: *missing* more people of *among*.

    Each of the first *missing* who close it is worth *worth*; those after them nothing more.
    *closes* are the prospects that would.
    """

    why: str
    missing: int
    worth: int
    closes: frozenset[tuple[PersonId, OptionId]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What there is: money, release and how much for one person. None: no limit."""

    pence: int | None = None
    release_minutes: int | None = None
    most_each: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingCase:
    """All that a choice rests on. *pinned* must be in it, *refused* must not.

    *remarks* say what could not be judged.
    """

    options: Sequence[Option]
    prospects: Sequence[Prospect]
    shortages: Sequence[Shortage] = ()
    limits: Limits = Limits()
    pinned: frozenset[tuple[PersonId, OptionId]] = frozenset()
    refused: frozenset[tuple[PersonId, OptionId]] = frozenset()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Who does what, by person and option; *worth* of it, and what no choice can be worth more
    than."""

    keys: tuple[tuple[PersonId, OptionId], ...]
    worth: int
    bound: int
    seconds: float = 0.0


class Hand(StrEnum):
    """How a line came to be in a plan, or to be kept out of it."""

    SUGGESTED = "suggested"
    PINNED = "kept by hand"
    REFUSED = "kept out by hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingLine:
    """One person's place in one option, why, and on which of its dates.

    *cover* says what that date leaves open ("2 sessions, 3 h, somebody is free for both").
    *action*: the line of their development plan that it has become.
    """

    person: PersonId
    option: OptionId
    why: str = ""
    hand: Hand = Hand.SUGGESTED
    on: date | None = None
    cover: str = ""
    action: ActionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingPlan:
    """The college's training plan. *worth* and *bound* as in `Choice`; both None: since the
    last suggestion a hand has changed it."""

    made_on: date
    limits: Limits = Limits()
    lines: tuple[TrainingLine, ...] = ()
    worth: int | None = None
    bound: int | None = None
    number: int = 0  # 0: not kept yet

    @property
    def chosen(self) -> tuple[TrainingLine, ...]:
        """The lines that are in it."""
        return tuple(line for line in self.lines if line.hand is not Hand.REFUSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What a plan comes to."""

    lines: int
    people: int
    pence: int
    release_minutes: int
    compliance_minutes: int
    joint: int


def totals(plan: TrainingPlan, options: Sequence[Option]) -> Totals:
    """The sums of what is in *plan*; an option that is offered no more counts nothing."""
    known = {each.id: each for each in options}
    lines = [line for line in plan.chosen if line.option in known]
    taken = [known[line.option] for line in lines]
    return Totals(
        lines=len(lines),
        people=len({line.person for line in lines}),
        pence=cost_of(taken),
        release_minutes=sum(each.release_minutes for each in taken),
        compliance_minutes=sum(each.release_minutes for each in taken if each.compliance),
        joint=len({each.id for each in taken if each.joint}),
    )


def joint_events(options: Iterable[Option], terms: Sequence[Period]) -> dict[str, int]:
    """How often LSAs and teachers train together in each of *terms*, by its name (A100).

    Each date of a joint training is one event; "" stands for those outside the terms.
    """
    events = dict.fromkeys((term.name for term in terms), 0)
    for on in (day for each in options if each.joint for day in each.dates):
        name = next((term.name for term in terms if on in term), "")
        events[name] = events.get(name, 0) + 1
    return events


def cost_of(taken: Sequence[Option]) -> int:
    """What the places *taken* cost together: one each, and a group's price once."""
    groups = {each.id: each.group_pence for each in taken}
    return sum(each.cost_pence for each in taken) + sum(groups.values())


def share_of(option: Option, people: int) -> int:
    """What one of *people* who go costs, to the penny above."""
    return option.cost_pence + -(-option.group_pence // max(1, people))


def minutes_of(plan: TrainingPlan, options: Sequence[Option], person: PersonId) -> tuple[int, int]:
    """How long *person* is off timetable for what is asked for by law or the college, and for
    the rest, which is what makes specialists (A48)."""
    known = {each.id: each for each in options}
    mine = [line for line in plan.chosen if line.person == person and line.option in known]
    taken = [known[line.option] for line in mine]
    asked = sum(each.release_minutes for each in taken if each.compliance)
    return asked, sum(each.release_minutes for each in taken) - asked


def minutes_beside(
    plan: TrainingPlan, options: Sequence[Option], actions: Iterable[PlanAction]
) -> tuple[int, int]:
    """The same of *actions*, lines of one person's development plan, that are none of *plan*.

    A line is asked for by law or the college where it bears the name of a training that is.
    """
    counted = {line.action for line in plan.lines}
    named = tuple(folded(each.name) for each in options if each.compliance)
    beside = [each for each in actions if each.release_minutes and each.id not in counted]
    asked = [each for each in beside if folded(each.what).startswith(named)]
    minutes = sum(each.release_minutes or 0 for each in asked)
    return minutes, sum(each.release_minutes or 0 for each in beside) - minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingWish:
    """What somebody says would help them (A46); *skill* where it is one of the college's."""

    id: WishId
    person: PersonId
    words: str
    skill: SkillId | None = None
    said_on: date
