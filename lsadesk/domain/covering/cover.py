"""The day as it comes: who is away, what loses its LSA, who could stand in, and why.

Why somebody is away is never asked: that would be health data, and cover does not need it.
A plan is not altered by any of this; what changes is kept by date.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from functools import partial
from itertools import permutations
from typing import NewType

from lsadesk.domain.calendar import TimeSpan, Weekday, minute_of
from lsadesk.domain.deployment import alone
from lsadesk.domain.deployment.model import Assignment, Lsa, Plan, Problem, Slot, SlotId
from lsadesk.domain.deployment.penalties import Placed
from lsadesk.domain.deployment.rules import HARD, case_of
from lsadesk.domain.staff.people import PersonId, SiteId
from lsadesk.domain.weeks.timetable import SessionId

AbsenceId = NewType("AbsenceId", int)

WHOLE_DAY = TimeSpan(time(0), time(23, 59))
# The rules of what somebody must bring, which a day can change after the plan was made.
_PROVEN = {"skill", "restriction", "certificate", "sign-off", "care", "leading", "exclusion"}
_FEW = 4  # people whose places are tried in every order
SHORTEST_PART = 20  # minutes: below, a session is not split


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Who or what is away: one person, one site that is closed, or one group on a trip.

    Both the *first* and the *last* day count. *span* None: the whole of each day.
    """

    first: date
    last: date
    span: TimeSpan | None = None
    person: PersonId | None = None
    site: SiteId | None = None
    group: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether it holds on *day*."""
        return self.first <= day <= self.last

    @property
    def hours(self) -> TimeSpan:
        """The part of each day that it takes."""
        return WHOLE_DAY if self.span is None else self.span

    def closes(self, site: SiteId | None, group: str, span: TimeSpan) -> bool:
        """Whether it is the absence of *site* or *group*, and takes some of *span*."""
        is_it = (self.site is not None and self.site == site) or bool(
            self.group and self.group == group
        )
        return is_it and self.hours.overlaps(span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence(Away):
    """An absence in the college file."""

    id: AbsenceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Who takes a place on one day in place of whom the plan has there.

    *slot* has a part from 1 on where the place is split, and then *span* is that part's.
    *person* None: it is left open, and *why* says so. *released* is who the plan has there
    where they are not away but moved elsewhere. *minutes* is how long it is. Nobody and no
    *why*: a part that is still to be covered.
    """

    slot: SlotId
    minutes: int
    person: PersonId | None = None
    released: PersonId | None = None
    span: TimeSpan | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverDay:
    """A day of cover, worked out.

    *problem* is the week with the day's absences in it; what does not run is not in it, and
    a split place is in it as its parts. *planned* is who the plan has where, *placed* who is
    there now. *off* says why a place does not run; *planned* still tells of it.
    """

    day: date
    problem: Problem
    planned: Placed
    placed: Placed
    covers: Mapping[SlotId, Cover] = field(default_factory=dict)
    off: Mapping[SlotId, str] = field(default_factory=dict)

    @property
    def slots(self) -> dict[SlotId, Slot]:
        """Every place of the week by its id."""
        return {slot.id: slot for slot in self.problem.slots}

    @property
    def today(self) -> tuple[Slot, ...]:
        """The places of the day, by time."""
        weekday = Weekday(self.day.weekday())
        found = (slot for slot in self.problem.slots if slot.day is weekday)
        return tuple(sorted(found, key=lambda slot: (slot.start, slot.title, slot.id)))

    @property
    def touched(self) -> tuple[Slot, ...]:
        """The day's places that are not as the plan has them, by time."""
        return tuple(
            slot
            for slot in self.today
            if self.placed.get(slot.id) != self.planned.get(slot.id)
            or (slot.id not in self.planned and slot.id in self.covers)
        )

    @property
    def unfilled(self) -> tuple[Slot, ...]:
        """The day's places that the plan itself leaves open and nobody has settled, by time."""
        return tuple(
            slot
            for slot in self.today
            if slot.id not in self.planned and slot.id not in self.placed | self.covers.keys()
        )

    @property
    def unsafe(self) -> dict[SlotId, str]:
        """The day's places whose holder may not do on the day what they ask, and why, by time.

        The plan was right when it was made: a sign-off, a proof or a skill has gone since, or a
        learner has come. They stay there until somebody else is found.
        """
        team = {lsa.id: lsa for lsa in self.problem.lsas}
        there: dict[tuple[SessionId, int], dict[Slot, Lsa]] = {}
        for slot in self.today:
            if slot.id in self.placed:
                of = there.setdefault((slot.id.session, slot.id.part), {})
                of[slot] = team[self.placed[slot.id]]
        found: dict[SlotId, str] = {}
        for held in there.values():
            found |= _unsafe(self.problem, held)
        return found

    @property
    def uncovered(self) -> tuple[Slot, ...]:
        """Those of `touched` that nobody has and nobody has yet said to leave open."""
        return tuple(
            slot
            for slot in self.touched
            if slot.id not in self.placed and not self.is_left_open(slot.id)
        )

    def is_left_open(self, slot: SlotId) -> bool:
        """Whether somebody has said why *slot* is left open."""
        cover = self.covers.get(slot)
        return cover is not None and cover.person is None and bool(cover.why)

    def held_by(self, person: PersonId) -> list[Slot]:
        """What *person* has in the week, with the changes of the day."""
        return [slot for slot in self.problem.slots if self.placed.get(slot.id) == person]

    def as_plan(self) -> Plan:
        """The week as it now stands, for whoever gives reasons."""
        return Plan(
            assignments=tuple(Assignment(slot, who) for slot, who in self.placed.items()),
            unmet=tuple(slot.id for slot in self.problem.slots if slot.id not in self.placed),
            objective=0,
        )

    def with_covers(self, covers: Iterable[Cover]) -> "CoverDay":
        """The same day after *covers* of places that are in it."""
        placed, known = dict(self.placed), dict(self.covers)
        for cover in covers:
            known[cover.slot] = cover
            placed.pop(cover.slot, None)
            if cover.person is not None:
                placed[cover.slot] = cover.person
        return replace(self, placed=placed, covers=known)


def day_of(
    problem: Problem,
    planned: Placed,
    absences: Sequence[Away],
    covers: Sequence[Cover],
    day: date,
) -> CoverDay:
    """What *absences* and *covers* make of *day* in a week that is *planned*."""
    today = [each for each in absences if each.holds_on(day)]
    weekday = Weekday(day.weekday())
    off = {
        slot.id: why for slot in problem.slots if slot.day is weekday and (why := _off(slot, today))
    }
    parts: dict[SlotId, list[Cover]] = {}
    for cover in covers:
        if cover.slot.part:
            parts.setdefault(cover.slot.whole, []).append(cover)
    slots: list[Slot] = []
    for slot in problem.slots:
        if slot.id not in off:
            slots += _parts(slot, parts.get(slot.id, []))
    changed = replace(
        problem,
        lsas=tuple(_with_absences(lsa, today, weekday) for lsa in problem.lsas),
        slots=tuple(slots),
    )
    return _placed(changed, planned, {cover.slot: cover for cover in covers}, off, day)


def _unsafe(problem: Problem, held: Mapping[Slot, Lsa]) -> dict[SlotId, str]:
    """Why those who share a session may not have their places; {} where they need only change
    places with each other, which the plan does by itself when it is made anew."""
    why = {slot.id: _why_not(problem, lsa, slot) for slot, lsa in held.items()}
    if not any(why.values()):
        return {}
    ways = permutations(held.values()) if len(held) <= _FEW else ()
    if any(not any(map(partial(_why_not, problem), way, held)) for way in ways):
        return {}
    return {slot: said for slot, said in why.items() if said}


def _why_not(problem: Problem, lsa: Lsa, slot: Slot) -> str:
    case = case_of(problem, lsa, slot, ())
    return "; ".join(why for rule in HARD if rule.name in _PROVEN and (why := rule.why_not(case)))


def halves(span: TimeSpan) -> tuple[TimeSpan, TimeSpan] | None:
    """*span* in two, at a whole five minutes; None where it is too short for that."""
    start, end = minute_of(span.start), minute_of(span.end)
    middle = (start + end) // 2 // 5 * 5
    if min(middle - start, end - middle) < SHORTEST_PART:
        return None
    half = time(*divmod(middle, 60))
    return TimeSpan(span.start, half), TimeSpan(half, span.end)


def cover_done(covers: Iterable[Cover]) -> dict[PersonId, int]:
    """The minutes that each person covered on top of their own plan.

    Whoever is moved from one place to another has covered no more than the difference.
    """
    done: dict[PersonId, int] = {}
    for cover in covers:
        if cover.person is not None:
            done[cover.person] = done.get(cover.person, 0) + cover.minutes
        if cover.released is not None:
            done[cover.released] = done.get(cover.released, 0) - cover.minutes
    return {person: minutes for person, minutes in done.items() if minutes > 0}


def first_to_be_covered(slots: Iterable[Slot], may_do_without: frozenset[SessionId]) -> list[Slot]:
    """*slots* in the order in which they get somebody; what is dropped is dropped from the end.

    The gravest needs come first, sessions that only may need an LSA last.
    """
    return sorted(
        slots,
        key=lambda slot: (slot.id.session in may_do_without, -slot.priority, slot.start, slot.id),
    )


def _off(slot: Slot, absences: Sequence[Away]) -> str:
    """Why *slot* does not run; "" where it does."""
    for each in absences:
        if each.closes(slot.site, slot.group, slot.span):
            return "the group is out" if each.group else "the site is closed"
    return ""


def _with_absences(lsa: Lsa, absences: Sequence[Away], weekday: Weekday) -> Lsa:
    away = tuple(each.hours for each in absences if each.person == lsa.id)
    return replace(lsa, away={weekday: away}) if away else lsa


def is_gone(lsa: Lsa, slot: Slot) -> bool:
    """Whether somebody is not in college for *slot*: away, or at a learner's work placement."""
    return alone.away(lsa, slot) or bool(alone.at_placement(lsa, slot))


def _parts(slot: Slot, parts: Sequence[Cover]) -> list[Slot]:
    if not parts:
        return [slot]
    return [
        replace(slot, id=cover.slot, span=cover.span)
        for cover in sorted(parts, key=lambda cover: cover.slot)
        if cover.span is not None
    ]


def _placed(
    problem: Problem,
    planned: Placed,
    covers: Mapping[SlotId, Cover],
    off: Mapping[SlotId, str],
    day: date,
) -> CoverDay:
    team = {lsa.id: lsa for lsa in problem.lsas}
    before = {slot: planned[slot] for slot in off if slot in planned}
    now: dict[SlotId, PersonId] = {}
    for slot in problem.slots:
        person = planned.get(slot.id.whole)
        if person is not None:
            before[slot.id] = person
        if slot.id in covers:
            person = covers[slot.id].person
        if person in team and not is_gone(team[person], slot):
            now[slot.id] = person
    known = {slot.id for slot in problem.slots}
    return CoverDay(
        day=day,
        problem=problem,
        planned=before,
        placed=now,
        covers={slot: cover for slot, cover in covers.items() if slot in known},
        off=off,
    )
