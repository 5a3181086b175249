"""The rules of a plan as one table: name, hard or soft, weight, and what is said aloud.

A hard rule is a function of one person and one slot beside the slots already held; it
returns why the person cannot, or "". Whether those that look at nothing held keep somebody
out is in `alone`; a soft rule is in `penalties`. Weights are whole numbers and penalties
never negative, so the weighted shortfall alone bounds the objective.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lsadesk.domain.auditing.skills import level_said
from lsadesk.domain.calendar import Weekday, uk_date
from lsadesk.domain.deployment import alone
from lsadesk.domain.deployment.midday import Beside, Midday, is_near
from lsadesk.domain.deployment.model import DAY, Lsa, Problem, Slot

# Between two days' work. Source: Working Time Regulations 1998, regulation 10.
REST_MINUTES = 11 * 60
# A shorter pause than this does not end a run of sessions; times count in steps.
PAUSE_MINUTES, STEP = 15, 5


@dataclass(frozen=True, slots=True)
class Case:
    """The question every hard rule answers: may *lsa* take *slot* on top of *held*?

    *held* are this person's other slots in the week, *same_day* those of the slot's day.
    """

    problem: Problem
    lsa: Lsa
    slot: Slot
    held: Sequence[Slot] = ()
    same_day: Sequence[Slot] = ()


def case_of(problem: Problem, lsa: Lsa, slot: Slot, held: Sequence[Slot] = ()) -> Case:
    """The case of one person and slot, with the day's slots picked out of *held*."""
    return Case(problem, lsa, slot, held, [each for each in held if each.day == slot.day])


def times(case: Case) -> str:
    """A session must end after it starts, or nobody can be planned into it."""
    if not alone.wrong_times(case.lsa, case.slot):
        return ""
    return f"the session's times, {case.slot.span}, cannot be right"


def available(case: Case) -> str:
    """The whole session lies within the person's hours of that day."""
    if not alone.out_of_hours(case.lsa, case.slot):
        return ""
    span = case.lsa.available.get(case.slot.day)
    day = case.slot.day.name.title()
    return f"not in on {day}" if span is None else f"in {span} on {day}"


def away(case: Case) -> str:
    """Nobody is placed while they are known to be away on the day."""
    return "is away then" if alone.away(case.lsa, case.slot) else ""


def placement(case: Case) -> str:
    """Whoever is beside a learner at an employer's is not in college. Source: A67."""
    spans = alone.at_placement(case.lsa, case.slot)
    return f"is at a work placement {spans[0]}" if spans else ""


def site(case: Case) -> str:
    """The session is at one of the person's sites."""
    where = case.slot.site
    if where is None or not alone.at_another_site(case.lsa, case.slot):
        return ""
    return f"does not work at {case.problem.names.sites.get(where, 'that site')}"


def skill(case: Case) -> str:
    """Every required skill is known to be held at its level; unknown is not yes."""
    lacking = alone.lacking(case.lsa, case.slot)
    if not lacking:
        return ""
    levels, names = case.lsa.levels, case.problem.names.skills
    return "; ".join(
        f"{names.get(need.skill, 'skill')} "
        + (
            f"at {level_said(levels[need.skill])}, needs {level_said(need.level)}"
            if need.skill in levels
            else "not known"
        )
        for need in lacking
    )


def restriction(case: Case) -> str:
    """The person's own restrictions keep them from work that the slot asks for."""
    barred = alone.barred(case.lsa, case.slot)
    if not barred:
        return ""
    names = case.problem.names.skills
    return "must not be given " + ", ".join(names.get(each, "this work") for each in barred)


def certificate(case: Case) -> str:
    """A proof that the slot asks for is valid on the day."""
    missing = alone.unproven(case.lsa, case.slot)
    return f"no valid proof of {missing[0].name} on {_date(case)}" if missing else ""


def sign_off(case: Case) -> str:
    """Whoever does a task that is signed off for one learner has that sign-off on the day."""
    missing = alone.not_signed_off(case.lsa, case.slot)
    return f"not signed off on {_date(case)} for {missing[0].name}" if missing else ""


def care(case: Case) -> str:
    """A learner who asks for personal care by a woman, or by a man, is given it so."""
    asked = case.slot.care_by
    if asked is None or not alone.not_asked_for(case.lsa, case.slot):
        return ""
    return f"a learner asks for personal care by {asked.value}"


def leading(case: Case) -> str:
    """Without a teacher, only somebody who is marked to lead takes a session. Source: A66."""
    if not alone.not_leading(case.lsa, case.slot):
        return ""
    return "is not marked to lead a session without a teacher"


def exclusion(case: Case) -> str:
    """Nobody is placed with a learner whose plan says not to."""
    if not alone.excluded(case.lsa, case.slot):
        return ""
    return "a learner's plan says not to place them together"


def refusal(case: Case) -> str:
    """Whom the planner's hand has kept out of a place stays out."""
    return "kept out of this place by hand" if alone.refused(case.lsa, case.slot) else ""


def double_booking(case: Case) -> str:
    """One person, one place at a time."""
    for other in case.same_day:
        if other.start < case.slot.end and case.slot.start < other.end:
            return f"busy {other.span} with {other.group or other.title}"
    return ""


def travel(case: Case) -> str:
    """Between sites there is time to get there."""
    slot = case.slot
    for other in case.same_day:
        needed = case.problem.travel(other.site, slot.site)
        if needed and 0 <= _gap(other, slot) < needed:
            return f"needs {needed} minutes to travel, and is elsewhere {other.span}"
    return ""


def rest(case: Case) -> str:
    """Eleven hours between what is worked on one day and on another."""
    slot = case.slot
    for other in case.held:
        apart = DAY * (slot.day - other.day)
        if apart and max(apart + slot.start - other.end, other.start - slot.end - apart) < (
            REST_MINUTES
        ):
            return f"would not rest {_hours(REST_MINUTES)} from {other.day.short} {other.span}"
    return ""


def in_a_row(case: Case) -> str:
    """No longer without a pause than the person can do."""
    limit = case.lsa.most_in_a_row
    if limit is None:
        return ""
    start, end = stepped(case.slot)
    held = sorted(stepped(other) for other in case.same_day)
    for begins, ends in held:  # what follows on, in the order of the day
        if start <= begins < end + PAUSE_MINUTES:
            end = max(end, ends)
    for begins, ends in reversed(held):
        if ends <= end and start < ends + PAUSE_MINUTES:
            start = min(start, begins)
    if end - start <= limit:
        return ""
    return f"would have {_hours(end - start)} without a pause, at most {_hours(limit)}"


def stepped(slot: Slot) -> tuple[int, int]:
    """Start and end of a slot, out to whole steps of five minutes."""
    return slot.start // STEP * STEP, -(-slot.end // STEP) * STEP


def day_hours(case: Case) -> str:
    """No more sessions in a day than the person's limit, eight hours for most."""
    total = case.slot.minutes + sum(other.minutes for other in case.same_day)
    if total <= case.lsa.left_on(case.slot.day):
        return ""
    return f"would have {_hours(total)} that day{_beside(case.lsa, case.slot.day)}"


def week_hours(case: Case) -> str:
    """No more than the contract's weekly hours, where it has any."""
    ceiling = case.lsa.left
    if ceiling is None:
        return ""
    total = case.slot.minutes + sum(other.minutes for other in case.held)
    if total <= ceiling:
        return ""
    return f"would have {_hours(total)} of {_hours(ceiling)}{_beside(case.lsa)}"


def _beside(lsa: Lsa, day: Weekday | None = None) -> str:
    """What is said where work placements take part of somebody's hours."""
    takes = bool(lsa.at_placements) if day is None else day in lsa.at_placements
    return " beside a work placement" if takes else ""


def break_time(case: Case) -> str:
    """Half an hour free, travel apart, between half past eleven and two."""
    if not is_near(case.problem, case.slot):
        return ""
    midday = Midday([Beside(case.problem, each) for each in case.same_day])
    if midday.keeps_break(Beside(case.problem, case.slot)):
        return ""
    return "would have no break over midday"


def _date(case: Case) -> str:
    return uk_date(case.problem.date_of(case.slot.day))


def _gap(one: Slot, other: Slot) -> int:
    return max(one.start - other.end, other.start - one.end)


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


@dataclass(frozen=True, slots=True)
class HardRule:
    """A rule no plan may break; *sentence* says it aloud, *short* heads a count of people."""

    name: str
    sentence: str
    short: str
    why_not: Callable[[Case], str]


HARD = (
    HardRule("times", "A session ends after it starts.", "held up by its times", times),
    HardRule("availability", "People work in their own hours.", "not in then", available),
    HardRule("away", "Nobody is placed while they are away.", "away", away),
    HardRule(
        "placement",
        "Nobody is planned while beside a learner on a work placement, or on the way.",
        "at a work placement",
        placement,
    ),
    HardRule("site", "People work at their own sites.", "at other sites", site),
    HardRule(
        "skill",
        "Safety-critical skills are held at the level asked.",
        "not known to have the skill",
        skill,
    ),
    HardRule(
        "restriction",
        "Nobody is given work they must not do.",
        "kept from this work",
        restriction,
    ),
    HardRule(
        "certificate",
        "A certificate that is asked for is valid on the day.",
        "without a valid certificate",
        certificate,
    ),
    HardRule(
        "sign-off",
        "Tasks signed off for one learner are done by those signed off.",
        "not signed off",
        sign_off,
    ),
    HardRule("care", "Care is given by whom the learner asks.", "not whom they ask for", care),
    HardRule(
        "leading",
        "Without a teacher, only those marked to lead take a session.",
        "not marked to lead",
        leading,
    ),
    HardRule("exclusion", "A learner's 'not with' is kept.", "not to be placed here", exclusion),
    HardRule("refusal", "Who was kept out by hand stays out.", "kept out by hand", refusal),
    HardRule("double booking", "One person, one place at a time.", "busy", double_booking),
    HardRule("travel", "There is time to travel between sites.", "without time to travel", travel),
    HardRule("rest", "Eleven hours of rest between days.", "without a night's rest", rest),
    HardRule("in a row", "Nobody goes on without a pause.", "without a pause left", in_a_row),
    HardRule("day hours", "At most eight hours a day.", "with a full day", day_hours),
    HardRule("week hours", "At most the contract's hours a week.", "with a full week", week_hours),
    HardRule("break", "Half an hour free between 11.30 and 2.", "without a break left", break_time),
)


@dataclass(frozen=True, slots=True)
class SoftRule:
    """A rule that costs *weight* for each time it is broken; counted in `penalties`."""

    name: str
    weight: int
    sentence: str


SHORTFALL = SoftRule("unmet", 400, "Every need is met, the gravest first.")
FIT = SoftRule("fit", 4, "People know what the group's learners need.")
TEAM = SoftRule("team", 25, "A group has a small team of familiar faces.")
ONE_PERSON = SoftRule("one person", 30, "No learner depends on one person alone.")
PLANNING = SoftRule("planning time", 15, "Teacher and LSA have a time when both are free to plan.")
DUTIES = SoftRule("unpopular duties", 5, "Duties that few like are shared out.")
HOPES = SoftRule("hopes", 8, "People get some of what they hope for and want to learn.")
FAIR = SoftRule("fair hours", 2, "Hours are shared as the contracts are.")
FAR = SoftRule("far from fair hours", 4, "Nobody is far above or below their share.")
# In steps that grow: of two who have little, the one who has least comes first. Source: C25.
FLOOR = SoftRule("hardly any hours", 6, "Nobody is left with nothing where others could share.")
CHANGE = SoftRule("change", 10, "As much as possible stays as it was.")
SOFT = (SHORTFALL, FIT, TEAM, ONE_PERSON, PLANNING, DUTIES, HOPES, FAIR, FAR, FLOOR, CHANGE)


def weight(problem: Problem, rule: SoftRule) -> int:
    """What breaking *rule* once costs in *problem*."""
    return problem.weights.get(rule.name, rule.weight)
