"""What a choice of training rests on, gathered for whoever may see the training plan."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from lsadesk.domain.auditing.audit import CODE_MASK, TRAINING_BOOKED, AuditMatrix
from lsadesk.domain.auditing.audit_findings import needed_at_once
from lsadesk.domain.auditing.skills import NEVER_ASKED, UNKNOWN, SkillId
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.courses.clocks import NOTICE, days_left, last_of_each, notice_of
from lsadesk.domain.courses.training import Gap, Hand, Limits, OptionId, Prospect, TrainingCase
from lsadesk.domain.courses.training_case import Demand, Trainee, case_of
from lsadesk.domain.courses.training_dates import Held
from lsadesk.domain.deployment.explain import Reasons
from lsadesk.domain.developing.development import ActionId, BehindKind
from lsadesk.domain.rights import READ, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import Learner
from lsadesk.domain.weeks.timetable import Session
from lsadesk.operations.auditing import audit
from lsadesk.operations.deploying import deployment
from lsadesk.operations.desk import Desk
from lsadesk.store.auditing import skills
from lsadesk.store.courses import certificates, training
from lsadesk.store.developing import development
from lsadesk.store.staff import people
from lsadesk.store.weeks import learners, planning, timetable
from lsadesk.store.work import Reading

Key = tuple[PersonId, OptionId]


def gathered(desk: Desk, reading: Reading, limits: Limits) -> TrainingCase:
    """The choice that there is today, with what a hand has settled in the plan that stands."""
    desk.require(reading, READ, Kind.TRAINING_PLAN, None)
    options = training.options(reading)
    found = case_of(
        options,
        _trainees(desk, reading),
        _demands(learners.here(reading, reading.today), timetable.all_sessions(reading)),
        skills={each.id: each.name for each in skills.all_skills(reading)},
        courses={each.id: each.name for each in certificates.all_courses(reading)},
        limits=limits,
    )
    return _with_hands(reading, found)


def held_places(desk: Desk, whom: Collection[PersonId]) -> Mapping[PersonId, Sequence[Held]]:
    """What each of *whom* has in the latest plan of a week, and whether somebody free could take
    it; nothing before the first plan."""
    made = deployment.latest(desk)
    if made is None:
        return {}
    slots, reasons = made.ahead.slots, Reasons(made.ahead.problem, made.plan)
    held: dict[PersonId, list[Held]] = {}
    for each in made.plan.assignments:
        if each.person not in whom:
            continue
        slot, free = slots[each.slot], reasons.could_be_covered(each.slot)
        held.setdefault(each.person, []).append(Held(slot.day, slot.span, slot.minutes, free))
    return held


def closed_on(reading: Reading, days: Sequence[date]) -> dict[date, str]:
    """Why the college is closed on those of *days* on which it is."""
    year = planning.year(reading)
    return {day: why for day in days if (why := year.closed_because(day))}


def _with_hands(reading: Reading, case: TrainingCase) -> TrainingCase:
    """*case* with what is kept and kept out by hand; what is in a person's plan already stays."""
    plan = training.plan(reading)
    offered = {each.id for each in case.options}
    here = {each.id for each in people.everybody(reading) if each.works_on(reading.today)}
    lines = () if plan is None else plan.lines
    lines = tuple(each for each in lines if each.option in offered and each.person in here)
    pinned = [
        (each.person, each.option)
        for each in lines
        if each.hand is Hand.PINNED or each.action is not None
    ]
    known = {each.key for each in case.prospects}
    by_hand = [
        Prospect(person=person, option=option, gap=Gap(person), worth=0)
        for person, option in pinned
        if (person, option) not in known
    ]
    return replace(
        case,
        prospects=(*case.prospects, *by_hand),
        pinned=frozenset(pinned),
        refused=frozenset(
            (each.person, each.option) for each in lines if each.hand is Hand.REFUSED
        ),
    )


def _trainees(desk: Desk, reading: Reading) -> list[Trainee]:
    matrix = audit.matrix_of(desk, reading, READ)
    names = {each.id: each.name for each in people.everybody(reading)}
    due, wishes = _due(reading), _wishes(reading)
    settled = _settled(reading, [each.id for each in matrix.people])
    return [
        replace(
            _rated(matrix, at),
            name=names[person.id],
            due=due.get(person.id, {}),
            wishes=wishes.get(person.id, frozenset()),
            settled=settled.get(person.id, frozenset()) | _booked(matrix, at),
        )
        for at, person in enumerate(matrix.people)
    ]


def _rated(matrix: AuditMatrix, at: int) -> Trainee:
    """Whose row *at* is, with what is known of their skills and what nobody could say."""
    person = matrix.people[at]
    codes = {
        skill.id: cell & CODE_MASK
        for skill, cell in zip(matrix.skills, matrix.row(at), strict=True)
    }
    return Trainee(
        id=person.id,
        name=person.sort_name,
        days=person.days,
        levels={skill: code for skill, code in codes.items() if code <= 4},
        not_known=frozenset(
            skill for skill, code in codes.items() if code in (UNKNOWN, NEVER_ASKED)
        ),
    )


def _booked(matrix: AuditMatrix, at: int) -> frozenset[SkillId]:
    return frozenset(
        skill.id
        for skill, cell in zip(matrix.skills, matrix.row(at), strict=True)
        if cell & TRAINING_BOOKED
    )


def _due(reading: Reading) -> dict[PersonId, dict[CourseId, int]]:
    """In how many days whose certificate lapses, of those that have or soon will."""
    found: dict[PersonId, dict[CourseId, int]] = {}
    last = reading.today + timedelta(days=max(NOTICE))
    for each in last_of_each(certificates.running_out(reading, last)):
        left = days_left(each, reading.today)
        if left is not None and notice_of(each, reading.today) is not None:
            of_person = found.setdefault(each.person, {})
            of_person[each.course] = min(left, of_person.get(each.course, left))
    return found


def _wishes(reading: Reading) -> dict[PersonId, frozenset[SkillId]]:
    """The skills that people ask for: in words of their own, or to use more at work."""
    found = {person: each.learns for person, each in planning.patterns(reading).items()}
    for wish in training.wishes(reading):
        if wish.skill is not None:
            found[wish.person] = found.get(wish.person, frozenset()) | {wish.skill}
    return found


def _settled(reading: Reading, everybody: Sequence[PersonId]) -> dict[PersonId, frozenset[SkillId]]:
    """The skills that an open line of somebody's own plan is about already, but for the lines
    that this plan was turned into."""
    plan = training.plan(reading)
    ours: set[ActionId | None] = set() if plan is None else {each.action for each in plan.lines}
    found: dict[PersonId, frozenset[SkillId]] = {}
    for action in development.actions_among(reading, everybody, since=reading.today):
        behind = action.behind
        if (
            action.is_open
            and action.id not in ours
            and behind is not None
            and behind.kind is BehindKind.SKILL
        ):
            known = found.get(action.person, frozenset())
            found[action.person] = known | {SkillId(int(behind.key))}
    return found


def _demands(everybody: Sequence[Learner], sessions: Sequence[Session]) -> list[Demand]:
    days = {(each.group, each.day) for each in sessions}
    return [
        Demand(
            skill=skill,
            day=day,
            needed=needed,
            learners=tuple(
                each.reference
                for each in everybody
                if skill in each.needs and (each.group, day) in days
            ),
        )
        for (skill, day), needed in sorted(needed_at_once(everybody, sessions).items())
    ]
