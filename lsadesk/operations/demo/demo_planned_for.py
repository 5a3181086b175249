"""What the demo college plans for: its year, hours, sign-offs, nights, and what learners said."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.deployment.model import Meeting
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import CareBy, Learner
from lsadesk.domain.weeks.lsa_tasks import LsaTask
from lsadesk.domain.weeks.planning import KeptFrom, LearnerSignOff, WorkPattern
from lsadesk.domain.weeks.terms import CollegeYear, Period
from lsadesk.domain.weeks.timetable import LsaUse, SessionDetails
from lsadesk.operations.weeks.sessions import details_of as session_details
from lsadesk.operations.weeks.support import LEAST_SESSIONS
from lsadesk.operations.weeks.support import details_of as learner_details
from lsadesk.paths import RESOURCES
from lsadesk.store.auditing import skills
from lsadesk.store.settings import set_setting
from lsadesk.store.staff import people
from lsadesk.store.weeks import learners, planning, sign_offs, timetable
from lsadesk.store.work import Work

Content = Mapping[str, Any]


def read_planned_for() -> Content:
    """The content, from `resources/demo/planned_for.toml`."""
    return tomllib.loads((RESOURCES / "demo" / "planned_for.toml").read_text(encoding="utf-8"))


def add_planned_for(work: Work, content: Content, staff: Sequence[PersonId]) -> None:
    """Write the year, the ways, everybody's hours, and what learners' support asks for."""
    monday = work.today + timedelta(days=-work.today.weekday() % 7)
    planning.set_year(work, _year(content, monday))
    set_setting(work, LEAST_SESSIONS, str(content["least_sessions"]))
    main, quay = (site.id for site in people.sites(work))
    planning.set_journey(work, main, quay, content["journey"])
    for teacher, day, start, end in content["planning"]:
        meeting = Meeting(teacher=teacher, day=Weekday[day], span=_span((start, end)))
        planning.set_meetings(work, teacher, [meeting])
    named = {skill.name: skill.id for skill in skills.all_skills(work)}
    for line in content["pattern"]:
        for number in line["who"]:
            planning.set_pattern(work, staff[number], _pattern(line, named, monday))
    known = learners.all_learners(work)
    for line in content["learner"]:
        _support(work, line, known[line["number"] - 1], staff)
    for line in content["sign_off"]:
        for number in line["who"]:
            sign_offs.sign(work, _sign_off(line, known, staff[number], monday))
    _use(work, content["uses"])
    for line in content["night"]:
        _nights(work, line)


def _year(content: Content, monday: date) -> CollegeYear:
    def periods(lines: Sequence[tuple[str, int, int]]) -> list[Period]:
        return [
            Period(_day(monday, first), _day(monday, last), name) for name, first, last in lines
        ]

    return CollegeYear(
        terms=periods(content["terms"]), closures=periods(content["closures"]), week_a=monday
    )


def _pattern(line: Content, named: Mapping[str, SkillId], monday: date) -> WorkPattern:
    usual = WorkPattern()
    until = _day(monday, line["until"]) if "until" in line else None
    return replace(
        usual,
        hours={Weekday[day]: _span(line["hours"]) for day in line.get("days", ())},
        day_minutes=line.get("day_minutes", usual.day_minutes),
        most_in_a_row=line.get("most_in_a_row"),
        ends=_day(monday, line["ends"]) if "ends" in line else None,
        gives_care_as=frozenset(CareBy(each) for each in line.get("gives_care_as", ())),
        may_lead=line.get("may_lead", False),
        leads_under=line.get("leads_under", ""),
        kept_from=tuple(KeptFrom(named[skill], until) for skill in line.get("kept_from", ())),
        hopes=frozenset(line.get("hopes", ())),
        learns=frozenset(named[skill] for skill in line.get("learns", ())),
    )


def _support(work: Work, line: Content, known: Learner, staff: Sequence[PersonId]) -> None:
    wanted = replace(
        learner_details(known),
        own_places=line.get("own_places", False),
        care_by=CareBy(line["care_by"]) if "care_by" in line else None,
        tasks=frozenset(line.get("tasks", ())),
        prefers=frozenset(staff[number] for number in line.get("prefers", ())),
        aims=line.get("aims", ""),
        review_by=_day(work.today, line["review_by"]) if "review_by" in line else None,
        reviewed=line.get("reviewed", ""),
        how=line.get("how", ""),
        said=line.get("said", ""),
        said_on=_day(work.today, line["said_on"]) if "said_on" in line else None,
    )
    learners.change(work, known.id, known.version, wanted)


def _sign_off(
    line: Content, known: Sequence[Learner], person: PersonId, monday: date
) -> LearnerSignOff:
    return LearnerSignOff(
        learner=known[line["learner"] - 1].id,
        task=line["task"],
        person=person,
        signed_by=line["by"],
        signed_on=_day(monday, line["on"]),
        until=_day(monday, line["until"]),
    )


def _use(work: Work, uses: Content) -> None:
    """Say of most sessions whether they need an LSA and for what, and which of them few like."""
    said = {
        title: use
        for key, use in (
            ("needs", LsaUse.NEEDS),
            ("may_need", LsaUse.MAY_NEED),
            ("does_not_need", LsaUse.DOES_NOT_NEED),
        )
        for title in uses[key]
    }
    for each in timetable.all_sessions(work):
        wanted = replace(
            session_details(each),
            lsa_use=said.get(each.title, LsaUse.NOT_SAID),
            unpopular=each.title in uses["unpopular"],
            tasks=frozenset(
                LsaTask(task) for task, titles in uses["tasks"].items() if each.title in titles
            ),
        )
        if wanted != session_details(each):
            timetable.change(work, each.id, each.version, wanted)


def _nights(work: Work, line: Content) -> None:
    for day in line["days"]:
        night = SessionDetails(
            day=Weekday[day],
            span=_span(line["span"]),
            group=line["group"],
            title=line["title"],
            lsas_needed=1,
            lsas_wanted=1,
            lsa_use=LsaUse.NEEDS,
            unpopular=True,
            overnight=True,
        )
        timetable.add(work, night)


def _span(hours: Sequence[str]) -> TimeSpan:
    start, end = hours
    return TimeSpan(time.fromisoformat(start), time.fromisoformat(end))


def _day(monday: date, days: int) -> date:
    return monday + timedelta(days=days)
