"""What support was given on the day, beside what was planned and what is specified.

Source: requirements B.4-4. A line keeps what it says even if the timetable or the plan is
changed later.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lsadesk.domain.auditing.skills import LEVEL_WORDS
from lsadesk.domain.calendar import WORKING_WEEK
from lsadesk.domain.deployment.model import SlotId
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import Learner, LearnerId


class Outcome(StrEnum):
    """What became of a place that was planned."""

    AS_PLANNED = "as planned"
    COVERED = "covered"
    OTHER_TIME = "other minutes"
    NOT_GIVEN = "not given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One learner's share of a line, at the *level* of whoever gave it; None: not known.

    *specified* are the minutes a week that the learner's plan named when it was written down;
    None: it named none.
    """

    learner: LearnerId
    level: int | None = None
    specified: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One place on one day: what was planned, what was given, and to whom."""

    day: date
    slot: SlotId
    title: str
    planned: int
    minutes: int
    outcome: Outcome
    person: PersonId | None = None
    why: str = ""
    given: Sequence[Given] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerTotal:
    """A learner's time with an LSA in some weeks, in minutes; *specified* None: not said.

    *by_level* is what was given by how well the person can do what the learner needs, *alone*
    what of it nobody else shared. *sessions* is how often it was given, *meant* how often
    planned. *words* are the plan's own on time, ratio and expertise.
    """

    learner: LearnerId
    reference: str
    specified: int | None
    planned: int
    given: int
    by_level: Mapping[int | None, int] = field(default_factory=dict)
    alone: int = 0
    sessions: int = 0
    meant: int = 0
    words: str = ""

    @property
    def short_of_specified(self) -> int:
        """The minutes that are missing to what is specified."""
        return 0 if self.specified is None else max(0, self.specified - self.given)


def totals(learners: Iterable[Learner], deliveries: Sequence[Delivery]) -> list[LearnerTotal]:
    """What each learner was to have and had on the days that are logged; in the learners' order.

    A fifth of what was specified for a week counts for a day, by what the learner's plan said
    when that day, or the one nearest before it, was written down. A session counts once for a
    learner, however many LSAs were in it. A group's time counts in full for each learner of
    it: it is time with an LSA there, not time alone with one.
    """
    heard: dict[LearnerId, dict[tuple[date, int], list[tuple[Delivery, Given]]]] = {}
    for line in deliveries:
        for given in line.given:
            once = heard.setdefault(given.learner, {})
            once.setdefault((line.day, line.slot.session), []).append((line, given))
    days = sorted({line.day for line in deliveries})
    return [_total(learner, list(heard.get(learner.id, {}).values()), days) for learner in learners]


def level_words(level: int | None) -> str:
    """How well somebody can do what the learner needs."""
    return "level not known" if level is None else f"level {level}, {LEVEL_WORDS[level]}"


def _total(
    learner: Learner, sessions: Sequence[Sequence[tuple[Delivery, Given]]], days: Sequence[date]
) -> LearnerTotal:
    by_level: dict[int | None, int] = {}
    planned = given = alone = 0
    for lines in sessions:
        places = _places(lines)
        planned += max(sum(each.planned for each, _ in group) for group in places)
        best = max(places, key=lambda group: sum(each.minutes for each, _ in group))
        for line, share in best:
            given += line.minutes
            alone += line.minutes if len(line.given) == 1 else 0
            by_level[share.level] = by_level.get(share.level, 0) + line.minutes
    return LearnerTotal(
        learner=learner.id,
        reference=learner.reference,
        specified=_specified(learner, sessions, days),
        planned=planned,
        given=given,
        by_level={level: minutes for level, minutes in by_level.items() if minutes},
        alone=alone,
        sessions=sum(any(line.minutes for line, _share in lines) for lines in sessions),
        meant=sum(any(line.planned for line, _share in lines) for lines in sessions),
        words=", ".join(
            part for part in (learner.hours_said, learner.ratio_said, learner.must_have) if part
        ),
    )


def _specified(
    learner: Learner, sessions: Sequence[Sequence[tuple[Delivery, Given]]], days: Sequence[date]
) -> int | None:
    """What the plan asked for over *days*; None where it named no figure on any."""
    told = sorted((line.day, share.specified) for lines in sessions for line, share in lines[:1])
    at = [day for day, _minutes in told]
    known = []
    for day in filter(learner.is_here, days):
        place = max(bisect_right(at, day) - 1, 0)
        minutes = told[place][1] if told else learner.weekly_minutes
        known += [] if minutes is None else [minutes]
    return sum(known) // len(WORKING_WEEK) if known else None


def _places(
    lines: Sequence[tuple[Delivery, Given]],
) -> list[list[tuple[Delivery, Given]]]:
    """The lines of one session by place: the parts of a split place belong together."""
    places: dict[int, list[tuple[Delivery, Given]]] = {}
    for line, given in lines:
        places.setdefault(line.slot.index, []).append((line, given))
    return list(places.values())
