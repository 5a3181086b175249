"""What a session asks for, shared out among those who have its places by a plan.

For a plan to come `demand` shares it out by who of the team could bring it, so that with one
person more or fewer it may fall to other places. Under a plan that stands that would tell of
people who cannot be where they are, in sessions whose people together bring all as before.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

from lsadesk.domain.deployment.alone import ALONE
from lsadesk.domain.deployment.demand import Asked, places_of
from lsadesk.domain.deployment.model import Lsa, Problem, Slot, SlotId
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable import Session, SessionId

_OF_NEEDS = ("skill", "restriction", "certificate", "sign-off", "care")


def dealt_to(
    problem: Problem,
    holders: Mapping[SlotId, PersonId],
    sessions: Mapping[SessionId, Session],
    asked: Asked,
) -> Problem:
    """*problem*, where each of *holders* is asked for what they bring of their session's needs.

    Only sessions of which a holder lacks something are shared out anew.
    """
    team = {lsa.id: lsa for lsa in problem.lsas}
    held = {slot: person for slot, person in holders.items() if person in team}
    slots: list[Slot] = []
    for number, group in groupby(problem.slots, key=lambda slot: slot.id.session):
        places = list(group)
        if any(slot.id in held and _lacks(team[held[slot.id]], slot) for slot in places):
            places = places_of(sessions[number], asked, held)
        slots += places
    return replace(problem, slots=tuple(slots))


def _lacks(lsa: Lsa, slot: Slot) -> bool:
    return any(ALONE[rule].stops(lsa, slot) for rule in _OF_NEEDS)
