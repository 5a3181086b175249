"""What a plan costs, soft rule by soft rule, counted from the values themselves.

Each function returns how often its rule is broken; `objective` weighs and adds them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from lsadesk.domain.deployment import rules
from lsadesk.domain.deployment.model import Lsa, Meeting, Problem, Slot, SlotId
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.domain.weeks.timetable import SessionId

Placed = Mapping[SlotId, PersonId]

# A share of hours is fair within a tenth of it, far beyond a quarter; counted in quarters.
STEP_MINUTES = 15
FEWEST_FACES = 3
MOST_MISSES = 6
# Of a learner's own places, the tenths that one person may have; two are always allowed.
ONE_PERSONS_TENTHS, ALWAYS_ALLOWED = 6, 2
NO_SESSION = SessionId(-1)


def shortfall(problem: Problem, placed: Placed) -> int:
    """Open slots, each as often as its priority."""
    return sum(slot.priority for slot in problem.slots if slot.id not in placed)


def misfit(slot: Slot, lsa: Lsa) -> int:
    """Helpful skills not known to be held with guidance or better, six at the most."""
    levels = lsa.levels
    return min(MOST_MISSES, sum([levels.get(skill, 0) < 2 for skill in slot.helpful]))


def misfits(problem: Problem, placed: Placed) -> int:
    """The misfit of everybody where they are placed."""
    people = {lsa.id: lsa for lsa in problem.lsas}
    return sum(misfit(slot, people[placed[slot.id]]) for slot in problem.slots if slot.id in placed)


def familiar_faces(problem: Problem) -> dict[str, int]:
    """How many different people a group may see in the week before it costs.

    Twice as many as it ever has at once, since nearly all teams are part-time.
    """
    slots: dict[str, list[Slot]] = {}
    for slot in problem.slots:
        if slot.group:
            slots.setdefault(slot.group, []).append(slot)
    return {group: max(FEWEST_FACES, 2 * _most_at_once(its)) for group, its in slots.items()}


def _most_at_once(slots: Sequence[Slot]) -> int:
    steps = Counter[tuple[int, int]]()
    for slot in slots:
        steps[(slot.day, slot.start)] += 1
        steps[(slot.day, slot.end)] -= 1
    running = most = 0
    for moment in sorted(steps):
        running += steps[moment]
        most = max(most, running)
    return most


def strangers(problem: Problem, placed: Placed) -> int:
    """People in a group's week beyond its familiar faces."""
    teams: dict[str, set[PersonId]] = {}
    for slot in problem.slots:
        if slot.group and slot.id in placed:
            teams.setdefault(slot.group, set()).add(placed[slot.id])
    allowed = familiar_faces(problem)
    return sum(max(0, len(team) - allowed[group]) for group, team in teams.items())


def most_with_one(problem: Problem) -> dict[LearnerId, int]:
    """How many of a learner's own places one person may have before it costs."""
    own = Counter(slot.learner for slot in problem.slots if slot.learner is not None)
    return {
        learner: max(ALWAYS_ALLOWED, -(-count * ONE_PERSONS_TENTHS // 10))
        for learner, count in own.items()
    }


def leaning(problem: Problem, placed: Placed) -> int:
    """Places beside a learner beyond what one person may have of them."""
    pairs = Counter(
        (slot.learner, placed[slot.id])
        for slot in problem.slots
        if slot.learner is not None and slot.id in placed
    )
    most = most_with_one(problem)
    return sum(max(0, count - most[learner]) for (learner, _), count in pairs.items())


def never_planning(problem: Problem, placed: Placed) -> list[tuple[PersonId, str]]:
    """Pairs that work together and have no time for planning at which both are free.

    A teacher for whom no such time is known at all is left out: no plan can help that.
    """
    offered: dict[str, list[Slot]] = {}
    for time in planning_times(problem):
        offered.setdefault(time.teacher, []).append(time)
    people = {lsa.id: lsa for lsa in problem.lsas}
    held: dict[PersonId, list[Slot]] = {}
    for slot in problem.slots:
        if slot.id in placed:
            held.setdefault(placed[slot.id], []).append(slot)
    together = {
        (person, slot.teacher)
        for person, slots in held.items()
        for slot in slots
        if slot.teacher in offered
    }
    return sorted(
        (person, teacher)
        for person, teacher in together
        if not any(
            could_come(problem, people[person], time, held[person]) for time in offered[teacher]
        )
    )


def planning_times(problem: Problem) -> list[Slot]:
    """Times to plan with those who teach this week, as places for the rules to judge, by teacher.

    What ends before it starts is none.
    """
    taught = {slot.teacher for slot in problem.slots if slot.teacher}
    times = [_as_slot(each) for each in problem.meetings if each.teacher in taught]
    return sorted((each for each in times if each.minutes > 0), key=lambda each: each.teacher)


def _as_slot(meeting: Meeting) -> Slot:
    return Slot(
        id=SlotId(NO_SESSION, 0),
        day=meeting.day,
        span=meeting.span,
        site=meeting.site,
        teacher=meeting.teacher,
    )


def could_come(problem: Problem, lsa: Lsa, time: Slot, held: Sequence[Slot]) -> bool:
    """Whether *lsa* with *held* is free for the planning *time*."""
    case = rules.case_of(problem, lsa, time, held)
    asked = (
        rules.available,
        rules.placement,
        rules.site,
        rules.double_booking,
        rules.travel,
        rules.rest,
    )
    return not any(rule(case) for rule in asked)


def fair_duties(problem: Problem) -> int:
    """How many unpopular places each person would have, were they dealt out evenly."""
    count = sum(slot.unpopular for slot in problem.slots)
    return -(-count // max(1, len(problem.lsas)))


def unfair_duties(problem: Problem, placed: Placed) -> int:
    """Unpopular places beyond the even share, over everybody."""
    counts = Counter(
        placed[slot.id] for slot in problem.slots if slot.unpopular and slot.id in placed
    )
    most = fair_duties(problem)
    return sum(max(0, count - most) for count in counts.values())


def hopes_unmet(problem: Problem, placed: Placed) -> int:
    """Hopes of which the week holds nothing."""
    seen: dict[PersonId, set[str]] = {}
    for slot in problem.slots:
        if slot.group and slot.id in placed:
            seen.setdefault(placed[slot.id], set()).add(slot.group)
    return sum(
        not (hope.groups & seen.get(lsa.id, set())) for lsa in problem.lsas for hope in lsa.hopes
    )


def fair_shares(problem: Problem) -> dict[PersonId, int]:
    """Minutes each contract should get: its part of what there is to do, in quarters of an hour."""
    contracts = {lsa.id: lsa.left for lsa in problem.lsas if lsa.left is not None}
    supply = sum(contracts.values())
    demand = min(supply, sum(max(0, slot.minutes) for slot in problem.slots))
    return {
        person: minutes * demand // supply // STEP_MINUTES * STEP_MINUTES if supply else 0
        for person, minutes in contracts.items()
    }


def bands(share: int) -> tuple[int, int]:
    """Minutes off the share that are fair, and that are not yet far."""
    return max(STEP_MINUTES, share // 10), max(2 * STEP_MINUTES, share // 4)


def floors(share: int) -> tuple[int, int]:
    """Minutes below which somebody has little of their share, and hardly anything."""
    return share // 2, share // 4


def unfair(share: int, load: int) -> tuple[int, int, int]:
    """Quarters of an hour outside the fair band, outside the far one, and below the floors."""
    off, (near, wide) = abs(load - share), bands(share)
    little, hardly = floors(share)
    steps = (off - near, off - wide, little - load, hardly - load)
    fair, far, few, fewest = (max(0, each) // STEP_MINUTES for each in steps)
    return fair, far, few + fewest


def unfair_steps(problem: Problem, placed: Placed) -> tuple[int, int, int]:
    """The same over everybody."""
    loads = Counter[PersonId]()
    for slot in problem.slots:
        if slot.id in placed:
            loads[placed[slot.id]] += slot.minutes
    each = [unfair(share, loads[person]) for person, share in fair_shares(problem).items()]
    fair, far, floor = (sum(steps) for steps in zip((0, 0, 0), *each, strict=True))
    return fair, far, floor


def changes(placed: Placed, previous: Placed) -> int:
    """Slots that somebody had before and now has not."""
    return sum(placed.get(slot) != person for slot, person in previous.items())


def objective(problem: Problem, placed: Placed, previous: Placed | None = None) -> int:
    """The whole cost of a plan; *previous* is what it should stay near to, if anything."""
    return sum(cost for _, _, cost in bill(problem, placed, previous))


def bill(
    problem: Problem, placed: Placed, previous: Placed | None = None
) -> list[tuple[rules.SoftRule, int, int]]:
    """Each soft rule with how often it is broken and what that costs, in the table's order.

    An open place is one place, whatever its priority; that is in what it costs.
    """
    fair, far, floor = unfair_steps(problem, placed)
    here = {slot.id for slot in problem.slots}
    before = {slot: person for slot, person in (previous or {}).items() if slot in here}
    counted = (
        (rules.SHORTFALL, shortfall(problem, placed)),
        (rules.FIT, misfits(problem, placed)),
        (rules.TEAM, strangers(problem, placed)),
        (rules.ONE_PERSON, leaning(problem, placed)),
        (rules.PLANNING, len(never_planning(problem, placed))),
        (rules.DUTIES, unfair_duties(problem, placed)),
        (rules.HOPES, hopes_unmet(problem, placed)),
        (rules.FAIR, fair),
        (rules.FAR, far),
        (rules.FLOOR, floor),
        (rules.CHANGE, changes(placed, before)),
    )
    uncovered = sum(slot.id not in placed for slot in problem.slots)
    return [
        (
            rule,
            uncovered if rule is rules.SHORTFALL else often,
            often * rules.weight(problem, rule),
        )
        for rule, often in counted
    ]
