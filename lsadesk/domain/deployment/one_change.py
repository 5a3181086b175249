"""What would have to change about one person, or about a session's times, to let them in.

Nothing that a learner's plan or a restriction says is ever among it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import time
from enum import IntEnum

from lsadesk.domain.auditing.skills import SkillId, level_said
from lsadesk.domain.calendar import TimeSpan, Weekday, minute_of
from lsadesk.domain.deployment import alone
from lsadesk.domain.deployment.model import DAY, Lsa, Names, Problem, Slot

MOST_LATER, MINUTES = 30, 5  # how far a session's start or end may move, and in which steps
MOST_LONGER = 60  # how much earlier or later somebody may be asked to be there
MOST_MORE, HALF_HOUR = 120, 30  # how much more a week somebody may be asked for


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
class Change:
    """What is done, aloud (without a full stop), and how *lsa* and *slots* are once it is.

    *skill* is what is asked about or learnt, *what* the certificate, task or skill by name.
    """

    step: Step
    said: str
    lsa: Lsa
    slots: tuple[Slot, ...] = ()
    skill: SkillId | None = None
    what: str = ""

    def made_in(self, problem: Problem) -> Problem:
        """*problem* as it is after the change."""
        new = {slot.id: slot for slot in self.slots}
        return replace(
            problem,
            lsas=tuple(self.lsa if each.id == self.lsa.id else each for each in problem.lsas),
            slots=tuple(new.get(each.id, each) for each in problem.slots),
        )


def changes(names: Names, lsa: Lsa, slot: Slot, rule: str, minutes: int) -> Iterator[Change]:
    """What would let *lsa*, who has *minutes* that week already, into *slot* by *rule*."""
    match rule:
        case "refusal":
            said = f"Let {lsa.name} in, who was kept out by hand"
            let_in = replace(slot, refused=slot.refused - {lsa.id})
            yield Change(Step.LET_IN, said, lsa, slots=(let_in,))
        case "availability":
            yield from _come(lsa, slot)
        case "week hours":
            yield from _more_hours(lsa, minutes + slot.minutes)
        case "skill":
            yield from _learn(names, lsa, slot)
        case "certificate":
            yield from _renew(lsa, slot)
        case "sign-off":
            yield from _sign_off(lsa, slot)
        case "leading":
            said = f"Let {lsa.name} lead sessions without a teacher"
            yield Change(Step.LEAD, said, replace(lsa, may_lead=True))


def shorter(problem: Problem, slot: Slot, minutes: int, *, later: bool) -> tuple[Slot, ...]:
    """A session's places once it starts *minutes* later or ends as much earlier, *slot* first.

    None where it would get too short.
    """
    start, end = _minutes(slot.span)
    start, end = (start + minutes, end) if later else (start, end - minutes)
    if slot.overnight or end - start < MOST_LATER:
        return ()
    new = TimeSpan(_time(start), _time(end))
    places = [each for each in problem.slots if each.id.session == slot.id.session]
    places.sort(key=lambda each: each.id != slot.id)
    return tuple(replace(each, span=new) for each in places)


def _come(lsa: Lsa, slot: Slot) -> Iterator[Change]:
    span = lsa.available.get(slot.day)
    if span is None or span.end <= span.start:
        return
    start, end = _minutes(span)
    earlier, later = max(0, start - slot.start), max(0, slot.end - end)
    if earlier + later > MOST_LONGER or slot.end >= DAY:
        return
    longer = TimeSpan(_time(start - earlier), _time(end + later))
    ways = [f"{earlier} minutes earlier"] if earlier else []
    ways += [f"{later} minutes longer"] if later else []
    said = f"Ask {lsa.name} to be there {' and '.join(ways)} on {slot.day.name.title()}"
    available: Mapping[Weekday, TimeSpan] = {**lsa.available, slot.day: longer}
    yield Change(Step.COME, said, replace(lsa, available=available))


def _more_hours(lsa: Lsa, total: int) -> Iterator[Change]:
    over = total - (lsa.left or 0)
    more = -(-over // HALF_HOUR) * HALF_HOUR
    if more <= MOST_MORE:
        hours = f"{more / 60:g} hour{'' if more == HALF_HOUR * 2 else 's'}"
        said = f"Agree {hours} more a week with {lsa.name}"
        changed = replace(lsa, weekly_minutes=(lsa.weekly_minutes or 0) + more)
        yield Change(Step.MORE_HOURS, said, changed)


def _learn(names: Names, lsa: Lsa, slot: Slot) -> Iterator[Change]:
    lacking = alone.lacking(lsa, slot)
    if len(lacking) != 1:
        return
    (need,) = lacking
    changed = replace(lsa, levels={**lsa.levels, need.skill: need.level})
    name = names.skills.get(need.skill, "this skill")
    level = lsa.levels.get(need.skill)
    if level is None:
        said = f"Ask {lsa.name} about {name}, which is not known"
        yield Change(Step.ASK, said, changed, skill=need.skill, what=name)
    elif need.level - level == 1:
        said = f"Bring {lsa.name} from {level_said(level)} to {level_said(need.level)} in {name}"
        yield Change(Step.LEARN, said, changed, skill=need.skill, what=name)


def _renew(lsa: Lsa, slot: Slot) -> Iterator[Change]:
    missing = alone.unproven(lsa, slot)
    if len(missing) != 1:
        return
    (need,) = missing
    verb = "Renew" if any(course in lsa.valid for course in need.courses) else "Get"
    valid = {course: lsa.valid.get(course, frozenset()) | {slot.day} for course in need.courses}
    changed = replace(lsa, valid={**lsa.valid, **valid})
    yield Change(Step.RENEW, f"{verb} {lsa.name}'s {need.name}", changed, what=need.name)


def _sign_off(lsa: Lsa, slot: Slot) -> Iterator[Change]:
    missing = alone.not_signed_off(lsa, slot)
    if len(missing) == 1:
        (need,) = missing
        days = lsa.signed.get(need, frozenset()) | {slot.day}
        changed = replace(lsa, signed={**lsa.signed, need: days})
        said = f"Have {lsa.name} signed off for {need.name}"
        yield Change(Step.SIGN_OFF, said, changed, what=need.name)


def _minutes(span: TimeSpan) -> tuple[int, int]:
    return minute_of(span.start), minute_of(span.end)


def _time(minutes: int) -> time:
    return time(*divmod(min(minutes, DAY - 1), 60))
