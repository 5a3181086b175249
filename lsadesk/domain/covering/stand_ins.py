"""Who could stand in for a place on the day, ranked in a way that can be told to staff.

First those whom no rule keeps from it; of them whom the learners like and know, then who
brings the most of what helps, then who has covered least this term, then who has most of
their week left. Source: SCREENS, cover; PLANNER section 7; requirements A79, B.4-5.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lsadesk.domain.covering.cover import Cover, CoverDay, first_to_be_covered
from lsadesk.domain.deployment import penalties
from lsadesk.domain.deployment.model import Lsa, Slot, SlotId
from lsadesk.domain.placements.as_sessions import placement_of
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import Learner, LearnerId
from lsadesk.domain.weeks.timetable import SessionId

WITH_GUIDANCE = 2  # the level from which a helpful skill counts as brought
AMPLE = 10_000  # minutes left for whoever has no weekly hours agreed


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What besides the week itself tells who should stand in.

    *come* is who comes to a session, *done* the minutes each person covered this term,
    *may_do_without* the sessions that only may need an LSA.
    """

    come: Mapping[SessionId, Sequence[Learner]] = field(default_factory=dict)
    done: Mapping[PersonId, int] = field(default_factory=dict)
    may_do_without: frozenset[SessionId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """Somebody for a place: what speaks for them, and what rules keep them from it.

    *done* is their cover this term, *left* what their weekly hours leave after plan and
    cover (None: no weekly hours are agreed), both in minutes.
    """

    person: PersonId
    name: str
    reasons: tuple[str, ...]
    hindrances: tuple[str, ...]
    done: int
    left: int | None

    @property
    def is_safe(self) -> bool:
        """Whether no rule keeps them from it."""
        return not self.hindrances


@dataclass(frozen=True, slots=True, kw_only=True)
class ForTheDay:
    """Somebody who could take some or all that one person leaves open on a day."""

    person: PersonId
    name: str
    takes: tuple[SlotId, ...]
    done: int


class StandIns:
    """Answers about one day of cover."""

    def __init__(self, day: CoverDay, around: Around) -> None:
        """Look up once who holds what, and who is with whom how often."""
        self._day, self._around = day, around
        self._held: dict[PersonId, list[Slot]] = {lsa.id: [] for lsa in day.problem.lsas}
        self._with: dict[tuple[PersonId, LearnerId | str], set[SessionId]] = {}
        self._meet: dict[LearnerId, dict[PersonId, set[SessionId]]] = {}
        for slot in day.problem.slots:
            if slot.id in day.placed:
                self._held[day.placed[slot.id]].append(slot)
            if slot.id in day.planned:
                key = (day.planned[slot.id], _whose(slot))
                self._with.setdefault(key, set()).add(slot.id.session)

    def for_place(self, slot: Slot) -> list[StandIn]:
        """Everybody for *slot*, the safe ones first and the best of them on top."""
        day = self._day
        ranked = [
            (self._stand_in(lsa, slot), self._rank(lsa, slot))
            for lsa in day.problem.lsas
            if lsa.id not in (day.placed.get(slot.id), day.planned.get(slot.id))
        ]
        ranked.sort(key=lambda each: (len(each[0].hindrances), each[1]))
        return [found for found, _ in ranked]

    def for_the_day(self, absent: PersonId) -> list[ForTheDay]:
        """Who could take how much of what *absent* leaves open, the most first."""
        day = self._day
        slots = [slot for slot in day.uncovered if day.planned.get(slot.id) == absent]
        found = []
        for lsa in day.problem.lsas:
            takes: list[Slot] = []
            for slot in slots:
                if not self._hindrances(lsa, slot, takes):
                    takes.append(slot)
            if takes:
                done = self._around.done.get(lsa.id, 0)
                ids = tuple(slot.id for slot in takes)
                found.append(ForTheDay(person=lsa.id, name=lsa.name, takes=ids, done=done))
        return sorted(found, key=lambda each: (-len(each.takes), each.done, each.name))

    def _stand_in(self, lsa: Lsa, slot: Slot) -> StandIn:
        stops = self._hindrances(lsa, slot)
        return StandIn(
            person=lsa.id,
            name=lsa.name,
            reasons=() if stops else self._reasons(lsa, slot),
            hindrances=stops,
            done=self._around.done.get(lsa.id, 0),
            left=self._left(lsa),
        )

    def _hindrances(self, lsa: Lsa, slot: Slot, more: Sequence[Slot] = ()) -> tuple[str, ...]:
        held = [each for each in (*self._held[lsa.id], *more) if each.id != slot.id]
        return self._day.hindrances(lsa, slot, held)

    def _rank(self, lsa: Lsa, slot: Slot) -> tuple[bool, bool, int, int, int, str]:
        left = self._left(lsa)
        return (
            not self._likes(lsa, slot),
            not self._times_with(lsa, slot),
            penalties.misfit(slot, lsa),
            self._around.done.get(lsa.id, 0),
            -(AMPLE if left is None else left),
            lsa.name,
        )

    def _reasons(self, lsa: Lsa, slot: Slot) -> tuple[str, ...]:
        found = ["free"]
        times = self._times_with(lsa, slot)
        if times:
            known = self._named(slot)
            found.append(
                f"knows {known} ({times} {'session' if times == 1 else 'sessions'} a week)"
            )
        found += [f"{who} would like them" for who in self._likes(lsa, slot)]
        brings = self._brings(lsa, slot)
        return (*found, f"brings {', '.join(brings)}") if brings else tuple(found)

    def _brings(self, lsa: Lsa, slot: Slot) -> list[str]:
        names = self._day.problem.names.skills
        helpful = [each for each in slot.helpful if lsa.levels.get(each, 0) >= WITH_GUIDANCE]
        asked = [need.skill for need in slot.skills]
        brings = [names.get(skill, "skill") for skill in (*asked, *sorted(helpful))]
        brings += [need.name for need in slot.certificates]
        return [*brings, *(need.name for need in slot.sign_offs)]

    def _likes(self, lsa: Lsa, slot: Slot) -> list[str]:
        """The learners of the place who would like *lsa* beside them."""
        return [
            learner.reference
            for learner in self._around.come.get(slot.id.session, ())
            if lsa.id in learner.prefers and slot.learner in (None, learner.id)
        ]

    def _named(self, slot: Slot) -> str:
        come = self._around.come.get(slot.id.session, ())
        own = [learner.reference for learner in come if learner.id == slot.learner]
        return own[0] if own else slot.group or slot.title

    def _times_with(self, lsa: Lsa, slot: Slot) -> int:
        """How often in the planned week *lsa* is with the place's learner or group."""
        if slot.learner is not None and placement_of(slot.id.session) is not None:
            return len(self._who_meets(slot.learner).get(lsa.id, ()))
        return len(self._with.get((lsa.id, _whose(slot)), set()) - {slot.id.session})

    def _who_meets(self, learner: LearnerId) -> Mapping[PersonId, set[SessionId]]:
        """In which sessions of the week each LSA is with *learner*, be it with others."""
        if learner not in self._meet:
            met: dict[PersonId, set[SessionId]] = {}
            come = self._around.come
            for slot in self._day.problem.slots:
                there = come.get(slot.id.session, ())
                if slot.id in self._day.planned and learner in (each.id for each in there):
                    met.setdefault(self._day.planned[slot.id], set()).add(slot.id.session)
            self._meet[learner] = met
        return self._meet[learner]

    def _left(self, lsa: Lsa) -> int | None:
        if lsa.left is None:
            return None
        return max(0, lsa.left - sum(slot.minutes for slot in self._held[lsa.id]))


def best_for_all(day: CoverDay, around: Around) -> list[Cover]:
    """A cover for each place that has anybody safe, the gravest served first.

    Places that the plan itself leaves open come after those that lost their LSA.
    """
    covers: list[Cover] = []
    open_places = (
        *first_to_be_covered(day.uncovered, around.may_do_without),
        *first_to_be_covered(day.unfilled, around.may_do_without),
    )
    for slot in open_places:
        best = StandIns(day, around).for_place(slot)[:1]
        if best and best[0].is_safe:
            cover = Cover(slot=slot.id, minutes=slot.minutes, person=best[0].person)
            covers.append(cover)
            day = day.with_covers([cover])
    return covers


def _whose(slot: Slot) -> LearnerId | str:
    """Whom somebody in *slot* comes to know: its own learner, or else its group."""
    return slot.learner if slot.learner is not None else slot.group or slot.title
