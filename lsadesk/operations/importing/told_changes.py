"""What an import makes otherwise, in words: each field as it was and as it will be."""

from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from lsadesk.domain.auditing.skills import SPOKEN, Rating, code_of
from lsadesk.domain.calendar import Week, uk_date
from lsadesk.domain.courses.certificates import Certificate
from lsadesk.domain.developing.plan_words import hours_words
from lsadesk.domain.incoming import (
    InterestRecord,
    LearnerRecord,
    Record,
    SessionRecord,
    SkillRecord,
    StaffRecord,
    TrainingRecord,
)
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.domain.weeks.timetable import SessionDetails

NEW = "new"
_WORDS = {
    "weekly_minutes": "hours a week",
    "payroll": "payroll number",
    "title": "job title",
    "started": "start date",
    "left_on": "leaving date",
    "lsas_needed": "LSAs needed",
    "lsas_wanted": "LSAs wanted",
    "not_with": "staff to keep apart",
    "expires": "renewal",
    "proof_seen": "certificate seen",
}
_NAMED_ELSEWHERE = frozenset({"team", "sites", "site", "needs", "not_with"})  # kept by number

Details = PersonDetails | LearnerDetails | SessionDetails | Certificate


@dataclass(slots=True)
class RowChanges:
    """What a row makes otherwise: whom or what it is about, and each change."""

    changes: dict[str, list[str]] = field(default_factory=dict)

    def add(self, record: Record, what: str) -> None:
        """Keep *what* of the person, learner or session that *record* is about."""
        self.changes.setdefault(about(record), []).append(what)

    @property
    def is_all_new(self) -> bool:
        """Whether nothing was known of it before."""
        return all(what.startswith(NEW) for each in self.changes.values() for what in each)

    def __str__(self) -> str:
        return "; ".join(f"{who}: {', '.join(what)}" for who, what in self.changes.items())


def about(record: Record) -> str:
    """Whom or what a record is about, as a list of changes names it."""
    match record:
        case StaffRecord():
            return f"{record.forename} {record.surname}".strip()
        case LearnerRecord():
            return record.reference
        case SessionRecord():
            return f"{record.title}, {record.day.short} {record.span}"
        case SkillRecord() | TrainingRecord() | InterestRecord():
            return record.person.name


def differences(before: Details, after: Details) -> str:
    """Every field in which two records of one thing differ: "hours a week 22 h -> 33 h"."""
    told = []
    for name in (each.name for each in fields(after)):
        was, now = getattr(before, name), getattr(after, name)
        if was != now:
            words = _WORDS.get(name, name.replace("_", " "))
            told.append(words if name in _NAMED_ELSEWHERE else _change(words, was, now))
    return ", ".join(told)


def rated(skill: str, before: Rating | None, after: Rating) -> str:
    """How a rating of *skill* changes; a new one by the skill's name alone."""
    if before is None:
        return f"{NEW} {skill}"
    was, now = (SPOKEN[code_of(rating.value)] for rating in (before, after))
    return f"{skill}: {was} → {now}" if was != now else f"{skill}: what is noted of it"


def _change(name: str, was: Any, now: Any) -> str:
    if name == _WORDS["weekly_minutes"]:
        was, now = (None if each is None else hours_words(each) for each in (was, now))
    before = _said(was)
    return f"{name} {before} → {_said(now)}" if before else f"{name} {_said(now)}"


def _said(value: Any) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case None:
            return ""
        case Week.BOTH:
            return "A and B"
        case date():
            return uk_date(value)
        case frozenset():  # of weekdays
            return " ".join(day.short for day in sorted(value))
        case _:
            return str(value)
