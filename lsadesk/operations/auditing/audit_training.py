"""What of training an audit that is taken away tells: planned, asked for, in which balance."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from lsadesk.domain.auditing.audit import AuditMatrix
from lsadesk.domain.auditing.audit_sheet import AskedFor, AuditSheet, Balance, PlannedTraining
from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.courses.training import (
    Option,
    TrainingPlan,
    TrainingWish,
    minutes_beside,
    minutes_of,
)
from lsadesk.domain.developing.development import PlanAction
from lsadesk.domain.developing.plan_years import year_of
from lsadesk.domain.rights import EXPORT, Kind, allows, people_open_to
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.words import folded
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store.auditing import skills
from lsadesk.store.courses import certificates, training
from lsadesk.store.developing import development
from lsadesk.store.work import Reading


def with_training(desk: Desk, reading: Reading, sheet: AuditSheet) -> AuditSheet:
    """*sheet* with the training plan and what people ask for, where they are the asker's to
    tell."""
    standing = accounts.standing_of(reading, desk.account)
    plan = None
    options = training.options(reading)
    shown = frozenset(person.id for person in sheet.matrix.people)
    if allows(standing, EXPORT, Kind.TRAINING_PLAN):
        plan = training.plan(reading) or TrainingPlan(made_on=reading.today)
        may = people_open_to(standing, EXPORT, Kind.DEVELOPMENT, shown)
        sheet = replace(
            sheet,
            training=_planned(reading, plan, options, sheet.matrix) or None,
            balance=_balances(plan, options, sheet.matrix, _of_this_year(reading, may)),
        )
    may = people_open_to(standing, EXPORT, Kind.TRAINING_WISH, shown)
    if not may:
        return sheet
    wishes = [wish for wish in training.wishes(reading) if wish.person in may]
    named = {skill.id: skill.name for skill in skills.all_skills(reading)}
    return replace(sheet, asked=_asked_for(wishes, plan, options, named, sheet.matrix))


def _planned(
    reading: Reading, plan: TrainingPlan, options: Sequence[Option], matrix: AuditMatrix
) -> list[PlannedTraining]:
    """The places in *plan* of those in *matrix*, by person."""
    shown = {person.id: person for person in matrix.people}
    offered = {option.id: option for option in options}
    named = {skill.id: skill.name for skill in skills.all_skills(reading)}
    named_courses = {course.id: course.name for course in certificates.all_courses(reading)}
    found = []
    for line in plan.chosen:
        if line.person in shown and line.option in offered:
            who, option = shown[line.person], offered[line.option]
            skill = "" if option.skill is None else named.get(option.skill, "")
            course = "" if option.course is None else named_courses.get(option.course, "")
            found.append(PlannedTraining(who.sort_name, who.team, skill or course, option, line))
    found.sort(key=lambda each: (folded(each.who), each.option.name))
    return found


def _of_this_year(
    reading: Reading, whom: Collection[PersonId]
) -> Mapping[PersonId, Sequence[PlanAction]]:
    """What each of *whom* did this college year by their own plan, or is still to do."""
    year = year_of(reading.today)
    found: dict[PersonId, list[PlanAction]] = {}
    for each in development.actions_among(reading, whom, since=year.starts):
        if each.is_open or year.covers(each.done_on):
            found.setdefault(each.person, []).append(each)
    return found


def _balances(
    plan: TrainingPlan,
    options: Sequence[Option],
    matrix: AuditMatrix,
    beside: Mapping[PersonId, Sequence[PlanAction]],
) -> list[Balance]:
    found = []
    for person in matrix.people:
        planned = minutes_of(plan, options, person.id)
        other = minutes_beside(plan, options, beside.get(person.id, ()))
        asked, special = planned[0] + other[0], planned[1] + other[1]
        found.append(Balance(person.sort_name, person.team, asked, special))
    return found if any(each.minutes for each in found) else []


def _asked_for(
    wishes: Sequence[TrainingWish],
    plan: TrainingPlan | None,
    options: Sequence[Option],
    named: Mapping[SkillId, str],
    matrix: AuditMatrix,
) -> list[AskedFor]:
    """Each wish beside what is on offer for its skill, and what is planned for that person."""
    shown = {person.id: person for person in matrix.people}
    planned = set() if plan is None else {(each.person, each.option) for each in plan.chosen}

    def beside(wish: TrainingWish, *, theirs: bool) -> tuple[str, ...]:
        return tuple(
            option.name
            for option in options
            if wish.skill is not None
            and option.skill == wish.skill
            and (not theirs or (wish.person, option.id) in planned)
        )

    return [
        AskedFor(
            who=shown[wish.person].sort_name,
            team=shown[wish.person].team,
            wish=wish,
            skill="" if wish.skill is None else named.get(wish.skill, ""),
            offered=beside(wish, theirs=False),
            planned=beside(wish, theirs=True),
        )
        for wish in wishes
    ]
