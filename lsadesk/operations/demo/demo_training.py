"""What the made-up college has on offer, how long it lasts, and what it asks to be read."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import RoughDate, TimeSpan
from lsadesk.domain.courses.certificates import Certificate, CourseId, Lapse
from lsadesk.domain.courses.clocks import CourseRule
from lsadesk.domain.courses.documents import DocumentDetails
from lsadesk.domain.courses.training import Limits, OptionDetails, TrainingPlan
from lsadesk.domain.developing.development import Funder, Mode
from lsadesk.domain.staff.people import PersonId
from lsadesk.paths import RESOURCES
from lsadesk.store.auditing import skills
from lsadesk.store.courses import certificates, documents, training
from lsadesk.store.work import Work

Content = Mapping[str, Any]


def read_training() -> Content:
    """What is told of it in the content."""
    return tomllib.loads((RESOURCES / "demo" / "training.toml").read_text(encoding="utf-8"))


def add_training(work: Work, content: Content, staff: Sequence[PersonId], today: date) -> None:
    """Write all of it about *staff*."""
    _rules(work, content["rules"])
    for number, told in enumerate(content["unwritten"]):
        _unwritten(work, told, staff[9 * number :], today)
    known = {each.name: each.id for each in skills.all_skills(work)}
    for told in content["options"]:
        training.add_option(work, _option(work, told, known, today))
    _documents(work, content["documents"], staff, today)
    for told in content["wishes"]:
        skill = known.get(told.get("skill", ""))
        training.add_wish(work, staff[told["who"]], told["words"], skill)
    spend = content["plan"]
    limits = Limits(pence=100 * spend["money"], release_minutes=60 * spend["hours"])
    training.keep_plan(work, TrainingPlan(made_on=today, limits=limits))


def _rules(work: Work, told: Sequence[Content]) -> None:
    by_course: dict[CourseId, list[CourseRule]] = {}
    for each in told:
        course = certificates.course_named(work, each["course"])
        rule = CourseRule(
            course=course,
            level=each.get("level", ""),
            lapses_after=each.get("lapses_after"),
            refresh_after=each.get("refresh_after"),
            note=each["note"],
        )
        by_course.setdefault(course, []).append(rule)
    for course, rules in by_course.items():
        certificates.set_rules(work, course, rules)


def _unwritten(work: Work, told: Content, staff: Sequence[PersonId], today: date) -> None:
    """Certificates on which nobody wrote a last day: the rule says it."""
    course = certificates.course_named(work, told["course"])
    certificates.add(
        work,
        [
            Certificate(
                person=person,
                course=course,
                level=told.get("level", ""),
                achieved=RoughDate(today - timedelta(days=ago)),
                lapse=Lapse.NOT_KNOWN,
                proof_seen=True,
            )
            for person, ago in zip(staff, told["days_ago"], strict=False)
        ],
    )


def _option(work: Work, told: Content, known: Mapping[str, SkillId], today: date) -> OptionDetails:
    course = told.get("course")
    return OptionDetails(
        name=told["name"],
        provider=told["provider"],
        mode=Mode(told.get("mode", Mode.COURSE.value)),
        skill=known[told["skill"]] if "skill" in told else None,
        from_level=told.get("low", 0),
        to_level=told.get("high", 2),
        course=None if course is None else certificates.course_named(work, course),
        cost_pence=100 * told["cost"],
        funder=Funder.COLLEGE,
        release_minutes=60 * told["release"],
        places=told.get("places"),
        dates=tuple(_weekday(today + timedelta(days=days)) for days in told.get("in_days", ())),
        span=_span(told),
        compliance=told.get("compliance", False),
        joint=told.get("joint", False),
    )


def _documents(work: Work, told: Sequence[Content], staff: Sequence[PersonId], today: date) -> None:
    for each in told:
        days = each.get("in_days")
        details = DocumentDetails(
            name=each["name"],
            edition=each["edition"],
            where=each["where"],
            by=None if days is None else today + timedelta(days=days),
        )
        added = documents.add(work, details)
        document = next(one for one in documents.all_documents(work) if one.id == added)
        for person in staff[len(staff) - each["read"] :]:
            documents.confirm(work, document, person)


def _weekday(day: date) -> date:
    """*day*, or the Monday after it where it is at a weekend."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > 4 else day


def _span(told: Content) -> TimeSpan | None:
    if "from" not in told:
        return None
    return TimeSpan(_time(told["from"]), _time(told["to"]))


def _time(told: str) -> time:
    hour, minute = told.split(".")
    return time(int(hour), int(minute))
