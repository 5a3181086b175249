"""Builders of small weeks for the deployment tests."""

from collections.abc import Callable
from datetime import date, time

import pytest

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.deployment.model import Lsa, Names, Problem, Slot, SlotId
from lsadesk.domain.staff.people import PersonId, SiteId
from lsadesk.domain.weeks.timetable import SessionId

USUAL = TimeSpan(time(8, 30), time(17, 30))


def _span(text: str) -> TimeSpan:
    """A span as "9:15-10:45"."""
    start, end = (time(*map(int, part.split(":"))) for part in text.split("-"))
    return TimeSpan(start, end)


@pytest.fixture
def span() -> Callable[[str], TimeSpan]:
    """A span from its text, "9:15-10:45"."""
    return _span


@pytest.fixture
def a_slot() -> Callable[..., Slot]:
    """A slot on Monday morning unless told otherwise; every call is another session."""
    count = 0

    def make(times: str = "9:15-10:45", day: Weekday = Weekday.MONDAY, **more: object) -> Slot:
        nonlocal count
        count += 1
        facts = {"id": SlotId(SessionId(count), 0), "group": "Group A", **more}
        return Slot(day=day, span=_span(times), **facts)  # type: ignore[arg-type]

    return make


@pytest.fixture
def an_lsa() -> Callable[..., Lsa]:
    """A person in all week, numbered from 1."""
    count = 0

    def make(**more: object) -> Lsa:
        nonlocal count
        count += 1
        facts = {
            "id": PersonId(count),
            "name": f"Person {count}",
            "available": dict.fromkeys(list(Weekday)[:5], USUAL),
            **more,
        }
        return Lsa(**facts)  # type: ignore[arg-type]

    return make


@pytest.fixture
def a_problem() -> Callable[..., Problem]:
    """A week from Monday 7 September 2026 with two sites and two skills named."""

    def make(lsas: list[Lsa], slots: list[Slot], **more: object) -> Problem:
        return Problem(
            starts=date(2026, 9, 7),
            lsas=tuple(lsas),
            slots=tuple(slots),
            names=Names(
                skills={SkillId(1): "BSL", SkillId(2): "Personal care", SkillId(3): "Autism"},
                sites={SiteId(1): "Main", SiteId(2): "Quay"},
            ),
            **more,  # type: ignore[arg-type]
        )

    return make


@pytest.fixture
def monday() -> date:
    """The day on which the tests' weeks begin."""
    return date(2026, 11, 23)
