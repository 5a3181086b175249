"""What a week's sessions and learners ask for, beside who is at work that day and has it.

A need is counted where it is tightest: at the moment at which most is lacking. Whoever is at
work then counts, whatever else they are to do. Source: requirements A15, B.4-2, B.4-10.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from lsadesk.domain.auditing.skills import LEVEL_WORDS, SkillId
from lsadesk.domain.calendar import Week, Weekday
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.deployment.demand import WITH_GUIDANCE
from lsadesk.domain.deployment.model import DAY, Lsa, Problem, SignOff, Slot
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable import SessionId


class Asks(StrEnum):
    """What kind of thing is asked for."""

    SKILL = "skill"
    CERTIFICATE = "certificate"
    SIGN_OFF = "sign-off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something that whoever supports a learner is to bring.

    A *skill* at *level* or above, a proof of any one of *courses* that is valid on the day, or
    a *sign_off*. *must*: the planner places nobody without it; else it only fits better.
    """

    asks: Asks
    name: str
    skill: SkillId | None = None
    level: int = 0
    courses: frozenset[CourseId] = frozenset()
    sign_off: SignOff | None = None
    must: bool = True

    @property
    def said(self) -> str:
        """What is asked, with its level: "BSL, 3 independently"."""
        words = f"{self.name}, {self.level} {LEVEL_WORDS[self.level]}"
        return self.name if self.skill is None else words


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNeed:
    """A need on one day of a week.

    *places* of the day ask for it, *at_once* of them at *moment*, when *there* people are at
    work who have it. *able* have it and are at work at some time of the day; of *not_known*
    who are at work too nobody can say.
    """

    need: Need
    day: Weekday
    week: Week
    places: int
    at_once: int
    there: int
    moment: time
    able: tuple[PersonId, ...]
    not_known: tuple[PersonId, ...]

    @property
    def short(self) -> int:
        """How many more people would be needed at that moment."""
        return max(0, self.at_once - self.there)


def day_needs(
    problem: Problem, unknown: Mapping[SkillId, Collection[PersonId]]
) -> tuple[DayNeed, ...]:
    """What each day of *problem*'s week asks for; where most is lacking comes first.

    *unknown* says for a skill whose level nobody knows.
    """
    asked: dict[tuple[Need, Weekday], dict[object, Slot]] = {}
    for slot in problem.slots:
        for need, place in _needs_of(slot, problem.names.skills):
            asked.setdefault((need, slot.day), {})[place] = slot
    found = [
        _day_need(need, day, list(places.values()), problem, unknown)
        for (need, day), places in asked.items()
    ]
    return tuple(sorted(found, key=_in_order))


def tighter_of(weeks: Sequence[tuple[DayNeed, ...]]) -> tuple[DayNeed, ...]:
    """Of several weeks (A and B) for each need and day that in which it is tighter."""
    found: dict[tuple[Need, Weekday], DayNeed] = {}
    for each in (one for week in weeks for one in week):
        before = found.get((each.need, each.day))
        if before is None or (before.short, before.at_once) < (each.short, each.at_once):
            found[each.need, each.day] = each
    return tuple(sorted(found.values(), key=_in_order))


def _in_order(each: DayNeed) -> tuple[int, bool, str, int, Weekday]:
    return -each.short, not each.need.must, each.need.name.casefold(), each.need.level, each.day


def _needs_of(slot: Slot, names: Mapping[SkillId, str]) -> Iterable[tuple[Need, object]]:
    """The needs of a place, each with what it is counted by: one person's help is enough for a
    session where it only fits better, whatever its places."""
    for skill in slot.skills:
        name = names[skill.skill]
        need = Need(asks=Asks.SKILL, name=name, skill=skill.skill, level=skill.level)
        yield need, slot.id
    for proof in slot.certificates:
        yield Need(asks=Asks.CERTIFICATE, name=proof.name, courses=proof.courses), slot.id
    for sign_off in slot.sign_offs:
        yield Need(asks=Asks.SIGN_OFF, name=sign_off.name, sign_off=sign_off), slot.id
    session: SessionId = slot.id.session
    for helpful in slot.helpful:
        yield (
            Need(
                asks=Asks.SKILL,
                name=names[helpful],
                skill=helpful,
                level=WITH_GUIDANCE,
                must=False,
            ),
            session,
        )


def _day_need(
    need: Need,
    day: Weekday,
    places: Sequence[Slot],
    problem: Problem,
    unknown: Mapping[SkillId, Collection[PersonId]],
) -> DayNeed:
    at_work = [lsa for lsa in problem.lsas if day in lsa.available]
    able = [lsa for lsa in at_work if has(lsa, need, day)]
    hours = [_minutes(lsa, day) for lsa in able]
    at_once, there, moment = max(
        (
            (
                sum(slot.start <= start < slot.end for slot in places),
                sum(begins <= start < ends for begins, ends in hours),
                start,
            )
            for start in sorted({slot.start for slot in places})
        ),
        key=lambda found: (found[0] - found[1], found[0], -found[2]),
    )
    return DayNeed(
        need=need,
        day=day,
        week=problem.week,
        places=len(places),
        at_once=at_once,
        there=there,
        moment=time(moment // 60 % 24, moment % 60),
        able=tuple(lsa.id for lsa in able),
        not_known=tuple(lsa.id for lsa in at_work if _nobody_knows(lsa, need, unknown)),
    )


def has(lsa: Lsa, need: Need, day: Weekday) -> bool:
    """Whether *lsa* brings *need* on *day*."""
    if need.skill is not None:
        return need.skill not in lsa.barred and lsa.levels.get(need.skill, -1) >= need.level
    if need.sign_off is not None:
        return day in lsa.signed.get(need.sign_off, ())
    return any(day in lsa.valid.get(course, ()) for course in need.courses)


def _nobody_knows(lsa: Lsa, need: Need, unknown: Mapping[SkillId, Collection[PersonId]]) -> bool:
    """A sign-off that is not there was not given; a proof that is not may be in a drawer."""
    if need.skill is not None:
        return lsa.id in unknown.get(need.skill, ())
    return need.sign_off is None and not any(course in lsa.valid for course in need.courses)


def _minutes(lsa: Lsa, day: Weekday) -> tuple[int, int]:
    span = lsa.available[day]
    begins = span.start.hour * 60 + span.start.minute
    ends = span.end.hour * 60 + span.end.minute
    return begins, ends if ends > begins else ends + DAY
