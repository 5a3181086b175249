"""The day as it comes: who is away, what loses its LSA, who could stand in, and why.

Why somebody is away is never asked: that would be health data, and cover does not need it.
A plan is not altered by any of this; what changes is kept by date.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import NewType

from lsadesk.domain.calendar import TimeSpan, Weekday, joined, minute_of
from lsadesk.domain.covering.proofs import shared_out, unproven
from lsadesk.domain.deployment import alone
from lsadesk.domain.deployment.model import Assignment, Lsa, Plan, Problem, Slot, SlotId
from lsadesk.domain.deployment.penalties import Placed
from lsadesk.domain.deployment.rules import HARD, HardRule, case_of
from lsadesk.domain.placements.as_sessions import placement_of
from lsadesk.domain.staff.people import PersonId, SiteId
from lsadesk.domain.weeks.timetable import SessionId

AbsenceId = NewType("AbsenceId", int)

WHOLE_DAY = TimeSpan(time(0), time(23, 59))
# What holds for whoever goes along to a work placement, where the employer's breaks are kept.
_AT_WORK = tuple(rule for rule in HARD if rule.name not in ("in a row", "break"))
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
    a split place is in it as its parts. *at_work* are the day's places beside learners at work
    placements, which no plan fills: whoever has one is not in college then. *planned* is who was
    to be where, *placed* who is there now. *off* says why a place does not run; *planned* still
    tells of it.
    """

    day: date
    problem: Problem
    planned: Placed
    placed: Placed
    covers: Mapping[SlotId, Cover] = field(default_factory=dict)
    off: Mapping[SlotId, str] = field(default_factory=dict)
    at_work: Sequence[Slot] = ()

    @property
    def slots(self) -> dict[SlotId, Slot]:
        """Every place of the week, and of the day at work placements, by its id."""
        return {slot.id: slot for slot in (*self.problem.slots, *self.at_work)}

    @property
    def today(self) -> tuple[Slot, ...]:
        """The places of the day, by time."""
        found = (*self.in_college, *self.at_work)
        return tuple(sorted(found, key=lambda slot: (slot.start, slot.title, slot.id)))

    @property
    def in_college(self) -> tuple[Slot, ...]:
        """Those of the day's places that a plan fills."""
        weekday = Weekday(self.day.weekday())
        return tuple(slot for slot in self.problem.slots if slot.day is weekday)

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
        return unproven(self.problem, self.today, self.placed)

    @property
    def safely(self) -> dict[SlotId, PersonId]:
        """Who is there now, without those who are `unsafe`: whom a learner can be told of."""
        unsafe = self.unsafe
        return {slot: who for slot, who in self.placed.items() if slot not in unsafe}

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
        """What *person* has in college in the week, with the changes of the day."""
        return [slot for slot in self.problem.slots if self.placed.get(slot.id) == person]

    def hindrances(self, lsa: Lsa, slot: Slot, held: Sequence[Slot]) -> tuple[str, ...]:
        """What keeps somebody of the team from *slot* beside what they have *held*; () where safe.

        A day at an employer's has its own breaks.
        """
        rules: tuple[HardRule, ...] = HARD
        if placement_of(slot.id.session) is not None:
            elsewhere = (each for each in self.at_work if self.placed.get(each.id) == lsa.id)
            lsa = _out(lsa, slot.day, joined(s.span for s in elsewhere if s.id != slot.id))
            rules = _AT_WORK
        case = case_of(self.problem, lsa, slot, held)
        return tuple(reason for rule in rules if (reason := rule.why_not(case)))

    def as_plan(self) -> Plan:
        """The week in college as it now stands, for whoever gives reasons."""
        placed = {s.id: self.placed[s.id] for s in self.problem.slots if s.id in self.placed}
        return Plan(
            assignments=tuple(Assignment(slot, who) for slot, who in placed.items()),
            unmet=tuple(slot.id for slot in self.problem.slots if slot.id not in placed),
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
        problem = _going_along(self.problem, self.at_work, placed)
        return replace(self, problem=problem, placed=placed, covers=known)


def day_of(
    problem: Problem,
    planned: Placed,
    absences: Sequence[Away],
    covers: Sequence[Cover],
    day: date,
    *,
    at_work: Sequence[Slot] = (),
) -> CoverDay:
    """What *absences* and *covers* make of *day* in a week that is *planned*.

    *at_work* are the day's places at work placements; *planned* has whoever was to go along.
    """
    today = [each for each in absences if each.holds_on(day)]
    weekday = Weekday(day.weekday())
    off = {
        slot.id: why for slot in problem.slots if slot.day is weekday and (why := _off(slot, today))
    }
    running = [slot for slot in problem.slots if slot.id not in off]
    changed = replace(
        problem,
        lsas=tuple(_with_absences(lsa, today, weekday) for lsa in problem.lsas),
        slots=tuple(_in_parts(shared_out(problem, running, planned), covers)),
    )
    empty = CoverDay(
        day=day,
        problem=changed,
        planned={slot: planned[slot] for slot in off if slot in planned},
        placed={},
        off=off,
        at_work=_in_parts(at_work, covers),
    )
    return _placed(empty, planned, {cover.slot: cover for cover in covers}, today)


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
    """Whether somebody is not there for *slot*: away, or beside a learner at an employer's."""
    in_college = placement_of(slot.id.session) is None
    return alone.away(lsa, slot) or (in_college and bool(alone.at_placement(lsa, slot)))


def _in_parts(slots: Iterable[Slot], covers: Iterable[Cover]) -> list[Slot]:
    """*slots*, those that *covers* split as their parts."""
    parts: dict[SlotId, list[Cover]] = {}
    for cover in covers:
        if cover.slot.part:
            parts.setdefault(cover.slot.whole, []).append(cover)
    return [part for slot in slots for part in _parts(slot, parts.get(slot.id, []))]


def _parts(slot: Slot, parts: Sequence[Cover]) -> list[Slot]:
    if not parts:
        return [slot]
    return [
        replace(slot, id=cover.slot, span=cover.span)
        for cover in sorted(parts, key=lambda cover: cover.slot)
        if cover.span is not None
    ]


def _placed(
    day: CoverDay, planned: Placed, covers: Mapping[SlotId, Cover], absences: Sequence[Away]
) -> CoverDay:
    """*day* with who was to be in each place, and who is: at work placements first, since whoever
    is at one is in no other place."""
    before, now = dict(day.planned), {}
    for slot in day.at_work:
        person = _meant_for(slot, planned, covers, before)
        if person is not None and not _is_away(person, slot, absences):
            now[slot.id] = person
    problem = _going_along(day.problem, day.at_work, now)
    team = {lsa.id: lsa for lsa in problem.lsas}
    for slot in problem.slots:
        person = _meant_for(slot, planned, covers, before)
        if person in team and not is_gone(team[person], slot):
            now[slot.id] = person
    known = {slot.id for slot in (*problem.slots, *day.at_work)}
    return replace(
        day,
        problem=problem,
        planned=before,
        placed=now,
        covers={slot: cover for slot, cover in covers.items() if slot in known},
    )


def _meant_for(
    slot: Slot,
    planned: Placed,
    covers: Mapping[SlotId, Cover],
    before: dict[SlotId, PersonId],
) -> PersonId | None:
    """Who is to have *slot* by plan and cover; who is by the plan alone goes into *before*."""
    person = planned.get(slot.id.whole)
    if person is not None:
        before[slot.id] = person
    return covers[slot.id].person if slot.id in covers else person


def _going_along(problem: Problem, at_work: Sequence[Slot], placed: Placed) -> Problem:
    """*problem* with those out of college who have places *at_work*, and nobody else that day."""
    if not at_work:
        return problem
    weekday = at_work[0].day
    spans: dict[PersonId, list[TimeSpan]] = {}
    for slot in at_work:
        if slot.id in placed:
            spans.setdefault(placed[slot.id], []).append(slot.span)
    lsas = (_out(lsa, weekday, joined(spans.get(lsa.id, ()))) for lsa in problem.lsas)
    return replace(problem, lsas=tuple(lsas))


def _out(lsa: Lsa, weekday: Weekday, spans: tuple[TimeSpan, ...]) -> Lsa:
    if lsa.at_placements.get(weekday, ()) == spans:
        return lsa
    others = {day: each for day, each in lsa.at_placements.items() if day is not weekday}
    return replace(lsa, at_placements={**others, weekday: spans} if spans else others)


def _is_away(person: PersonId, slot: Slot, absences: Sequence[Away]) -> bool:
    return any(each.person == person and each.hours.overlaps(slot.span) for each in absences)
