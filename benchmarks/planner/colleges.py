"""Made-up colleges of any size for measuring the planner; a seed always makes the same one.

Groups keep to one site and to its hours, a quarter of the sessions are at odd times; skills,
days and hours are spread as in a real team, and some needs have hardly anybody to meet them.
"""

import random
from datetime import date, time

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.deployment.model import Lsa, Problem, SkillNeed, Slot, SlotId
from lsadesk.domain.staff.people import PersonId, SiteId
from lsadesk.domain.weeks.timetable import SessionId

# People, slots, sites, and the part of all contract hours that the sessions take.
SIZES = {
    "small": (12, 60, 1, 0.50),
    "medium": (60, 500, 2, 0.65),
    "large": (250, 3000, 4, 0.80),
    "group": (1000, 12000, 15, 0.80),
}
BLOCKS = ((540, 630), (645, 735), (795, 870), (885, 945))
ODD = ((540, 720), (720, 780), (690, 780), (660, 780), (600, 660), (840, 960), (735, 795))
# How many of the team hold each skill, and how often a slot asks for it.
HELD = (0.55, 0.34, 0.14, 0.20, 0.30, 0.50)
ASKED = (0.25, 0.12, 0.06, 0.05, 0.05, 0.10)


def college(size: str, seed: int) -> Problem:
    """The week of a made-up college of a size in `SIZES`."""
    people, slots, sites, use = SIZES[size]
    dice = random.Random(f"{size} {seed}")  # noqa: S311
    asked = _slots(dice, slots, sites)
    minutes = sum(slot.minutes for slot in asked)
    return Problem(
        starts=date(2026, 9, 7), lsas=_lsas(dice, people, sites, minutes / use), slots=asked
    )


def _slots(dice: random.Random, wanted: int, sites: int) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    group = session = 0
    while len(slots) < wanted:
        group += 1
        site = SiteId(dice.randrange(sites))
        helpful = frozenset(SkillId(each) for each in dice.sample(range(6, 12), 3))
        for day, start, end in _times(dice):
            session += 1
            for place in range(dice.randint(1, 3)):
                needs = _needs(dice)
                slots.append(
                    Slot(
                        id=SlotId(SessionId(session), place),
                        day=Weekday(day),
                        span=TimeSpan(_clock(start), _clock(end)),
                        group=f"Group {group}",
                        title=f"Session {session}",
                        site=site,
                        skills=needs,
                        helpful=helpful,
                        priority=3 if needs else dice.randint(1, 2),
                    )
                )
    return tuple(slots[:wanted])


def _times(dice: random.Random) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    for _ in range(dice.randint(4, 12)):
        day = dice.randrange(5)
        start, end = dice.choice(ODD) if dice.random() < 0.25 else dice.choice(BLOCKS)
        if all(day != other or end <= begins or ends <= start for other, begins, ends in found):
            found.append((day, start, end))
    return sorted(found)


def _needs(dice: random.Random) -> tuple[SkillNeed, ...]:
    return tuple(
        SkillNeed(SkillId(skill), dice.choice((2, 2, 3)))
        for skill, often in enumerate(ASKED)
        if dice.random() < often
    )


def _lsas(dice: random.Random, count: int, sites: int, supply: float) -> tuple[Lsa, ...]:
    hours = [dice.choice((16, 20, 20, 25, 25, 30, 30, 37)) for _ in range(count)]
    scale = supply / sum(hours) / 60
    return tuple(
        _lsa(dice, number, sites, min(37 * 60, round(each * scale * 2) * 30))
        for number, each in enumerate(hours)
    )


def _lsa(dice: random.Random, number: int, sites: int, weekly: int) -> Lsa:
    days = min(5, weekly // 390 + dice.randint(1, 2))
    home = dice.randrange(sites)
    levels = {
        SkillId(skill): dice.choice((1, 2, 2, 2, 3, 3, 4))
        for skill, held in enumerate((*HELD, *(0.6,) * 6))
        if dice.random() < held
    }
    shift = dice.choice(((510, 1050),) * 6 + ((510, 810), (600, 1050)))
    return Lsa(
        id=PersonId(number),
        name=f"Person {number}",
        available={
            Weekday(day): TimeSpan(_clock(shift[0]), _clock(shift[1]))
            for day in sorted(dice.sample(range(5), days))
        },
        weekly_minutes=weekly,
        sites=frozenset(
            SiteId(site) for site in range(sites) if site == home or dice.random() < 0.4
        ),
        levels=levels,
    )


def _clock(minutes: int) -> time:
    return time(*divmod(minutes, 60))
