"""The smallest single changes that would fill an open slot, each tried before it is told.

Every rule is asked again with one thing changed; what still breaks any rule, for anybody
whom the change touches, is not offered. Nothing that a learner's plan or a restriction says
is ever offered to be dropped.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import time
from enum import IntEnum
from itertools import islice

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import TimeSpan, minute_of
from lsadesk.domain.deployment import check, penalties
from lsadesk.domain.deployment.chains import HELD, Chains
from lsadesk.domain.deployment.explain import Candidate, Reasons
from lsadesk.domain.deployment.model import DAY, Assignment, Lsa, Plan, Problem, Slot, SlotId
from lsadesk.domain.deployment.rules import HARD, SHORTFALL, case_of, weight
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable import SessionId

MOST_EACH = 3  # of one kind
MOST_LATER, MINUTES = 30, 5  # how far a session's start or end may move, and in which steps
MOST_LONGER = 60  # how much earlier or later somebody may be asked to be there
MOST_MORE, HALF_HOUR = 120, 30  # how much more a week somebody may be asked for
_TIMED = HELD | {"availability"}


class Step(IntEnum):
    """What has to be done, the least effort first."""

    LET_IN = 1
    MOVE = 2
    RETIME = 3
    COME = 4
    MORE_HOURS = 5
    ASK = 6
    LEAD = 7
    SIGN_OFF = 8
    RENEW = 9
    LEARN = 10


@dataclass(frozen=True, slots=True)
class Remedy:
    """One change that fills a slot, and who has it then.

    *moves* are all places that change hands. *skill* is what is asked about or learnt, *what*
    the certificate or task. *extra* is what the plan costs more for it, the gap's own cost
    apart.
    """

    step: Step
    sentence: str
    person: PersonId
    moves: tuple[tuple[SlotId, PersonId], ...]
    session: SessionId
    skill: SkillId | None = None
    what: str = ""
    extra: int = 0


def remedies(problem: Problem, plan: Plan, slot: SlotId) -> list[Remedy]:
    """Changes that would fill *slot*, which is open, the least effort first."""
    asked = next(each for each in problem.slots if each.id == slot)
    search = _Search(problem, plan, asked)
    return search.found()


class _Search:
    def __init__(self, problem: Problem, plan: Plan, slot: Slot) -> None:
        self.problem, self.plan, self.slot = problem, plan, slot
        self.reasons = Reasons(problem, plan)
        self.people = {lsa.id: lsa for lsa in problem.lsas}
        pinned = {each.slot for each in plan.assignments if each.pinned}
        self.chains = Chains(problem, self.reasons, pinned)
        self.candidates = self.reasons.candidates(slot.id)

    def found(self) -> list[Remedy]:
        near = (each for each in self.candidates if len(each.rules) == 1)
        single = (one for each in near for one in self._one_change(each, self.people[each.person]))
        found = [*islice(self._moves(), MOST_EACH), *self._retimes()]
        counts = Counter[Step]()
        for each in single:
            counts[each.step] += 1
            if counts[each.step] <= MOST_EACH:
                found.append(each)
        return sorted(found, key=lambda each: (each.step, len(each.moves), each.extra))

    def _one_change(self, each: Candidate, lsa: Lsa) -> Iterator[Remedy]:
        """What would have to change about *lsa* alone, whom one rule keeps out."""
        match each.rules[0]:
            case "refusal":
                yield from self._let_in(lsa)
            case "availability":
                yield from self._come(lsa)
            case "week hours":
                yield from self._more_hours(lsa)
            case "skill":
                yield from self._learn(lsa)
            case "certificate":
                yield from self._renew(lsa)
            case "sign-off":
                yield from self._sign_off(lsa)
            case "leading":
                changed = replace(lsa, may_lead=True)
                said = f"Let {lsa.name} lead sessions without a teacher"
                yield from self._offer(Step.LEAD, said, changed)

    def _let_in(self, lsa: Lsa) -> Iterator[Remedy]:
        slot = replace(self.slot, refused=self.slot.refused - {lsa.id})
        said = f"Let {lsa.name} in, who was kept out by hand"
        yield from self._offer(Step.LET_IN, said, lsa, slots=(slot,))

    def _come(self, lsa: Lsa) -> Iterator[Remedy]:
        span = lsa.available.get(self.slot.day)
        if span is None or span.end <= span.start:
            return
        start, end = _minutes(span)
        earlier, later = max(0, start - self.slot.start), max(0, self.slot.end - end)
        if earlier + later > MOST_LONGER or self.slot.end >= DAY:
            return
        longer = TimeSpan(_time(start - earlier), _time(end + later))
        changed = replace(lsa, available={**lsa.available, self.slot.day: longer})
        day = self.slot.day.name.title()
        ways = [f"{earlier} minutes earlier"] if earlier else []
        ways += [f"{later} minutes longer"] if later else []
        said = f"Ask {lsa.name} to be there {' and '.join(ways)} on {day}"
        yield from self._offer(Step.COME, said, changed)

    def _more_hours(self, lsa: Lsa) -> Iterator[Remedy]:
        total = self.reasons.ledger.minutes(lsa.id) + self.slot.minutes
        over = total - (lsa.weekly_minutes or 0)
        more = -(-over // HALF_HOUR) * HALF_HOUR
        if more <= MOST_MORE:
            changed = replace(lsa, weekly_minutes=(lsa.weekly_minutes or 0) + more)
            hours = f"{more / 60:g} hour{'' if more == HALF_HOUR * 2 else 's'}"
            said = f"Agree {hours} more a week with {lsa.name}"
            yield from self._offer(Step.MORE_HOURS, said, changed)

    def _learn(self, lsa: Lsa) -> Iterator[Remedy]:
        lacking = [need for need in self.slot.skills if lsa.levels.get(need.skill, -1) < need.level]
        if len(lacking) != 1:
            return
        (need,) = lacking
        changed = replace(lsa, levels={**lsa.levels, need.skill: need.level})
        name = self.problem.names.skills.get(need.skill, "this skill")
        level = lsa.levels.get(need.skill)
        if level is None:
            said = f"Ask {lsa.name} about {name}: it is not known"
            yield from self._offer(Step.ASK, said, changed, skill=need.skill, what=name)
        elif need.level - level == 1:
            said = f"Bring {lsa.name} from {level} to {need.level} in {name}"
            yield from self._offer(Step.LEARN, said, changed, skill=need.skill, what=name)

    def _renew(self, lsa: Lsa) -> Iterator[Remedy]:
        day = self.slot.day
        for need in self.slot.certificates:
            if any(day in lsa.valid.get(course, ()) for course in need.courses):
                continue
            had = any(course in lsa.valid for course in need.courses)
            valid = {course: frozenset({day}) for course in need.courses}
            verb = "Renew" if had else "Get"
            said = f"{verb} {lsa.name}'s {need.name}"
            changed = replace(lsa, valid={**lsa.valid, **valid})
            yield from self._offer(Step.RENEW, said, changed, what=need.name)

    def _sign_off(self, lsa: Lsa) -> Iterator[Remedy]:
        for need in self.slot.sign_offs:
            if self.slot.day not in lsa.signed.get(need, ()):
                signed = {**lsa.signed, need: frozenset({self.slot.day})}
                said = f"Have {lsa.name} signed off for {need.name}"
                changed = replace(lsa, signed=signed)
                yield from self._offer(Step.SIGN_OFF, said, changed, what=need.name)

    def _retimes(self) -> Iterator[Remedy]:
        """Start later or end earlier: the fewest minutes that let somebody take it."""
        timed = [each for each in self.candidates if each.rules and set(each.rules) <= _TIMED]
        for later in (True, False):
            found = self._retime(timed, later=later)
            if found is not None:
                yield found

    def _retime(self, timed: Sequence[Candidate], *, later: bool) -> Remedy | None:
        for minutes in range(MINUTES, MOST_LATER + 1, MINUTES):
            slots = self._shorter(minutes, later=later)
            for each in timed:
                if slots and self._could(each.person, slots[0]):
                    way = "Start" if later else "End"
                    how = "later" if later else "earlier"
                    said = f"{way} {minutes} minutes {how}: then {each.name} can come"
                    lsa = self.people[each.person]
                    return next(self._offer(Step.RETIME, said, lsa, slots=slots), None)
        return None

    def _shorter(self, minutes: int, *, later: bool) -> tuple[Slot, ...]:
        """The session's places in its new time, this one first; none where it gets too short."""
        span = self.slot.span
        start, end = _minutes(span)
        start, end = (start + minutes, end) if later else (start, end - minutes)
        if self.slot.overnight or end - start < MOST_LATER:
            return ()
        new = TimeSpan(_time(start), _time(end))
        places = [each for each in self.problem.slots if each.id.session == self.slot.id.session]
        places.sort(key=lambda each: each.id != self.slot.id)
        return tuple(replace(each, span=new) for each in places)

    def _moves(self) -> Iterator[Remedy]:
        """Somebody leaves another place for this one, and others take over, the fewest first."""
        slots = {slot.id: slot for slot in self.problem.slots}
        for moves in self.chains.filling(self.slot):
            ((_, first), *more) = moves
            parts = [f"{self.people[first].name} comes here"]
            parts += [
                f"{self.people[person].name} takes over {_where(slots[place])}"
                for place, person in more
            ]
            said = f"Swap: {', '.join(parts[:-1])}, and {parts[-1]}"
            yield from self._offer(Step.MOVE, said, self.people[first], more=tuple(more))

    def _could(self, person: PersonId, slot: Slot) -> bool:
        held = self.reasons.ledger.held[person]
        case = case_of(self.problem, self.people[person], slot, held)
        return not any(rule.why_not(case) for rule in HARD)

    def _offer(
        self,
        step: Step,
        sentence: str,
        lsa: Lsa,
        *,
        slots: tuple[Slot, ...] = (),
        more: tuple[tuple[SlotId, PersonId], ...] = (),
        skill: SkillId | None = None,
        what: str = "",
    ) -> Iterator[Remedy]:
        """The remedy, if the checker finds nothing against it once it is done."""
        moves = ((self.slot.id, lsa.id), *more)
        problem = self._changed(lsa, slots)
        if _stands(problem, self.plan, moves):
            yield Remedy(
                step,
                f"{sentence}.",
                lsa.id,
                moves,
                self.slot.id.session,
                skill,
                what,
                self._extra(moves) if step in (Step.MOVE, Step.LET_IN) else 0,
            )

    def _changed(self, lsa: Lsa, slots: tuple[Slot, ...]) -> Problem:
        new = {slot.id: slot for slot in slots}
        return replace(
            self.problem,
            lsas=tuple(lsa if each.id == lsa.id else each for each in self.problem.lsas),
            slots=tuple(new.get(each.id, each) for each in self.problem.slots),
        )

    def _extra(self, moves: tuple[tuple[SlotId, PersonId], ...]) -> int:
        before, after = self.plan.by_slot(), {**self.plan.by_slot(), **dict(moves)}
        gap = self.slot.priority * weight(self.problem, SHORTFALL)
        return (
            penalties.objective(self.problem, after)
            - penalties.objective(self.problem, before)
            + gap
        )


def _stands(problem: Problem, plan: Plan, moves: tuple[tuple[SlotId, PersonId], ...]) -> bool:
    """Whether the checker finds nothing against anybody whom *moves* touch."""
    placed = {**plan.by_slot(), **dict(moves)}
    sessions = {slot.session for slot, _ in moves}
    touched = {person for slot, person in placed.items() if slot.session in sessions}
    assignments = tuple(
        Assignment(slot, person) for slot, person in placed.items() if person in touched
    )
    return not check.broken_rules(problem, Plan(assignments=assignments, unmet=(), objective=0))


def _where(slot: Slot) -> str:
    return f"{slot.title or slot.group}, {slot.day.short} {slot.span}"


def _minutes(span: TimeSpan) -> tuple[int, int]:
    return minute_of(span.start), minute_of(span.end)


def _time(minutes: int) -> time:
    return time(*divmod(min(minutes, DAY - 1), 60))
