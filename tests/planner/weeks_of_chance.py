"""Made-up weeks with everything in them, from a lot: nights, placements, journeys, odd hours."""

from collections.abc import Sequence
from datetime import date, time
from itertools import combinations
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.deployment.model import (
    CertificateNeed,
    Hope,
    Lsa,
    Meeting,
    Problem,
    SignOff,
    SkillNeed,
    Slot,
    SlotId,
)
from lsadesk.domain.staff.people import PersonId, SiteId
from lsadesk.domain.weeks.learners import CareBy, LearnerId
from lsadesk.domain.weeks.timetable import SessionId

DAYS = (Weekday.MONDAY, Weekday.TUESDAY, Weekday.SATURDAY)
HOURS = (
    TimeSpan(time(8), time(18)),
    TimeSpan(time(9, 30), time(13)),
    TimeSpan(time(12), time(17)),
    TimeSpan(time(17), time(9)),
    TimeSpan(time(0), time(0)),
)
SITES = (SiteId(1), SiteId(2), SiteId(3))
SKILLS = tuple(SkillId(number) for number in (1, 2, 3))
COURSE = CertificateNeed(frozenset({CourseId(1)}), "epilepsy training")
FEEDING = SignOff(LearnerId(1), "feeding")
GROUPS = ("", "A", "B")
TEACHERS = ("", "Ms Okafor", "Mr Pryce")


T = TypeVar("T")


class Lot(Random):
    """Draws what a week is made of: a thousand lots a week are too many for hypothesis itself."""

    def some(self, of: Sequence[T], most: int = 99) -> frozenset[T]:
        """Any of them, at most so many."""
        return frozenset(self.sample(of, self.randint(0, min(most, len(of)))))

    def seldom(self) -> bool:
        """Yes once in four."""
        return self.random() < 0.25

    def span(self) -> TimeSpan:
        """From quarter to quarter; a few end before they start, as typed."""
        one, other = self._quarter(8, 18), self._quarter(8, 18)
        return TimeSpan(
            *((one, other) if self.seldom() and self.seldom() else sorted((one, other)))
        )

    def night(self) -> TimeSpan:
        """From an evening until a morning."""
        return TimeSpan(self._quarter(20, 23), self._quarter(1, 8))

    def _quarter(self, first: int, last: int) -> time:
        return time(*divmod(self.randint(first * 4, last * 4) * 15, 60))


def an_lsa(lot: Lot, number: int) -> Lsa:
    return Lsa(
        id=PersonId(number),
        name=f"Person {number}",
        available={day: lot.choice(HOURS) for day in {lot.choice(DAYS), *lot.some(DAYS)}},
        weekly_minutes=lot.choice([None, lot.randint(0, 1500), 2220]),
        sites=lot.some(SITES) if lot.seldom() else frozenset(),
        levels={skill: lot.randint(0, 4) for skill in lot.some(SKILLS)},
        barred=lot.some(SKILLS, most=1) if lot.seldom() else frozenset(),
        valid={CourseId(1): lot.some(DAYS)},
        signed={FEEDING: lot.some(DAYS)},
        gives_care_as=lot.some(tuple(CareBy)),
        may_lead=lot.choice([False, True]),
        day_minutes=lot.choice([240, 480, 720]),
        at_placements={day: (lot.span(),) for day in lot.some(DAYS, most=1)},
        away={day: (lot.span(),) for day in lot.some(DAYS, most=1)} if lot.seldom() else {},
        most_in_a_row=lot.choice([None, None, 90, 117, 180]),
        hopes=tuple(Hope(lot.some(GROUPS)) for _ in range(lot.randint(0, 2))),
    )


def a_slot(lot: Lot, number: int) -> Slot:
    overnight, asks = lot.seldom(), lot.seldom()
    return Slot(
        id=SlotId(SessionId(number // 2), number % 2),
        day=lot.choice(DAYS),
        span=lot.night() if overnight and lot.seldom() else lot.span(),
        group=lot.choice(GROUPS),
        teacher=lot.choice(TEACHERS),
        learner=lot.choice([None, LearnerId(1), LearnerId(2)]),
        sign_offs=(FEEDING,) if asks and lot.seldom() else (),
        care_by=lot.choice([None, *CareBy]) if asks else None,
        leads=asks and lot.seldom(),
        unpopular=lot.choice([False, True]),
        overnight=overnight,
        site=lot.choice([None, *SITES]),
        skills=tuple(SkillNeed(skill, 2) for skill in lot.some(SKILLS, most=2) if asks),
        certificates=(COURSE,) if asks and lot.seldom() else (),
        helpful=lot.some(SKILLS),
        avoid=lot.some([PersonId(number) for number in range(12)], most=1),
        refused=lot.some([PersonId(number) for number in range(12)], most=1),
        priority=lot.randint(1, 3),
    )


def a_meeting(lot: Lot) -> Meeting:
    site = lot.choice([None, *SITES])
    return Meeting(teacher=lot.choice(TEACHERS), day=lot.choice(DAYS), span=lot.span(), site=site)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """A week of any size; each person and place by a lot of their own, so that it can shrink."""
    return a_week(draw(st.integers(0, 2**32)), draw(st.integers(0, 6)), draw(st.integers(0, 24)))


def a_week(seed: int, people: int, places: int) -> Problem:
    """The week of *seed* for so many people, and with so many places."""
    lot = Lot(seed)
    return Problem(
        starts=date(2026, 9, 7),
        lsas=tuple(an_lsa(Lot(f"{seed} person {number}"), number) for number in range(people)),
        slots=tuple(a_slot(Lot(f"{seed} place {number}"), number) for number in range(places)),
        travel_minutes=lot.choice([0, 20, 70]),
        journeys={
            pair: lot.choice([0, 5, 45, 100])
            for pair in map(frozenset, combinations(SITES, 2))
            if lot.seldom()
        },
        meetings=tuple(a_meeting(lot) for _ in range(lot.randint(0, 6))),
        weights=lot.choice([{}, {"one person": 0, "hopes": 40, "planning time": 60}]),
    )
