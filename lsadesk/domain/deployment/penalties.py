"""What a plan costs, soft rule by soft rule, counted from the values themselves.

Each function returns how often its rule is broken; `objective` weighs and adds them.
"""

from collections import Counter
from collections.abc import Mapping

from lsadesk.domain.calendar import minute_of
from lsadesk.domain.deployment import rules
from lsadesk.domain.deployment.model import Lsa, Problem, Slot, SlotId
from lsadesk.domain.people import PersonId

Placed = Mapping[SlotId, PersonId]

# A share of hours is fair within a tenth of it, far beyond a quarter; counted in quarters.
STEP_MINUTES = 15
FEWEST_FACES = 3
MOST_MISSES = 6


def shortfall(problem: Problem, placed: Placed) -> int:
    """Open slots, each as often as its priority."""
    return sum(slot.priority for slot in problem.slots if slot.id not in placed)


def misfit(slot: Slot, lsa: Lsa) -> int:
    """Helpful skills not known to be held with guidance or better, six at the most."""
    return min(MOST_MISSES, sum(lsa.levels.get(skill, 0) < 2 for skill in slot.helpful))


def misfits(problem: Problem, placed: Placed) -> int:
    """The misfit of everybody where they are placed."""
    people = {lsa.id: lsa for lsa in problem.lsas}
    return sum(misfit(slot, people[placed[slot.id]]) for slot in problem.slots if slot.id in placed)


def familiar_faces(problem: Problem) -> dict[str, int]:
    """How many different people a group may see in the week before it costs.

    Twice as many as it ever has at once, since nearly all teams are part-time.
    """
    faces = {}
    for group in {slot.group for slot in problem.slots if slot.group}:
        faces[group] = max(FEWEST_FACES, 2 * _most_at_once(problem, group))
    return faces


def _most_at_once(problem: Problem, group: str) -> int:
    slots = [slot for slot in problem.slots if slot.group == group]
    steps = Counter[tuple[int, int]]()
    for slot in slots:
        steps[(slot.day, minute_of(slot.span.start))] += 1
        steps[(slot.day, minute_of(slot.span.end))] -= 1
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


def fair_shares(problem: Problem) -> dict[PersonId, int]:
    """Minutes each contract should get: its part of what there is to do, in quarters of an hour."""
    contracts = {
        lsa.id: lsa.weekly_minutes for lsa in problem.lsas if lsa.weekly_minutes is not None
    }
    supply = sum(contracts.values())
    demand = min(supply, sum(max(0, slot.minutes) for slot in problem.slots))
    return {
        person: minutes * demand // supply // STEP_MINUTES * STEP_MINUTES if supply else 0
        for person, minutes in contracts.items()
    }


def bands(share: int) -> tuple[int, int]:
    """Minutes off the share that are fair, and that are not yet far."""
    return max(STEP_MINUTES, share // 10), max(2 * STEP_MINUTES, share // 4)


def unfair_steps(problem: Problem, placed: Placed) -> tuple[int, int]:
    """Quarters of an hour outside the fair band, and outside the far one, over everybody."""
    loads = Counter[PersonId]()
    for slot in problem.slots:
        if slot.id in placed:
            loads[placed[slot.id]] += slot.minutes
    fair = far = 0
    for person, share in fair_shares(problem).items():
        off, (near, wide) = abs(loads[person] - share), bands(share)
        fair += max(0, off - near) // STEP_MINUTES
        far += max(0, off - wide) // STEP_MINUTES
    return fair, far


def changes(placed: Placed, previous: Placed) -> int:
    """Slots that somebody had before and now has not."""
    return sum(placed.get(slot) != person for slot, person in previous.items())


def objective(problem: Problem, placed: Placed, previous: Placed | None = None) -> int:
    """The whole cost of a plan; *previous* is what it should stay near to, if anything."""
    fair, far = unfair_steps(problem, placed)
    here = {slot.id for slot in problem.slots}
    before = {slot: person for slot, person in (previous or {}).items() if slot in here}
    return (
        rules.SHORTFALL.weight * shortfall(problem, placed)
        + rules.FIT.weight * misfits(problem, placed)
        + rules.TEAM.weight * strangers(problem, placed)
        + rules.FAIR.weight * fair
        + rules.FAR.weight * far
        + rules.CHANGE.weight * changes(placed, before)
    )
