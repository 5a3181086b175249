"""This year's plan and skills beside last year's (A36)."""

from dataclasses import dataclass
from datetime import datetime, time

from lsadesk.domain.auditing.skills import Skill
from lsadesk.domain.developing.development import PlanAction
from lsadesk.domain.developing.plan_years import Fate, Year, fate_in, year_of
from lsadesk.domain.rights import READ, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.desk import Desk
from lsadesk.store.auditing import skills
from lsadesk.store.developing import development, plan_gaps, plan_reviews


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBeside:
    """What became of a line last year and this year; None: it was no part of that plan."""

    action: PlanAction
    last: Fate | None
    this: Fate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillBeside:
    """A skill's value (`skills.code_of`) as the year began and now; None: nobody had asked."""

    skill: Skill
    before: int | None
    now: int | None

    @property
    def is_changed(self) -> bool:
        """Whether it says something else now."""
        return self.before != self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The two years of one person."""

    year: Year
    lines: tuple[LineBeside, ...]
    skills: tuple[SkillBeside, ...]


def this_year_beside_last(desk: Desk, person: PersonId) -> Beside:
    """What was done, moved, carried over and left, and what the ratings said and say."""
    year = year_of(desk.today)
    before = year.before
    with desk.reading(Kind.DEVELOPMENT, person) as reading:
        desk.require(reading, READ, Kind.RATING, person)
        since = before.starts
        actions = development.actions_among(reading, [person], since=since)
        reviews = plan_reviews.reviews_of(reading, person, since=since)
        began = datetime.combine(year.starts, time.min).astimezone()
        then = plan_gaps.values_at(reading, person, began)
        now = plan_gaps.values_at(reading, person, reading.now)
        told = [
            SkillBeside(skill=skill, before=then.get(skill.id), now=now.get(skill.id))
            for skill in skills.all_skills(reading)
            if skill.id in then or skill.id in now
        ]
    lines = [
        LineBeside(
            action=action,
            last=fate_in(action, before, reviews),
            this=fate_in(action, year, reviews),
        )
        for action in actions
    ]
    told.sort(key=lambda each: not each.is_changed)
    return Beside(
        year=year,
        lines=tuple(each for each in lines if each.last or each.this),
        skills=tuple(told),
    )
