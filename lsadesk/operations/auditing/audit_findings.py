"""What the audit means, worked out for those whose records are open to the asker."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from lsadesk.domain.auditing import audit_findings as found
from lsadesk.domain.auditing.audit import AuditMatrix
from lsadesk.domain.auditing.audit_asking import Filter, narrowed
from lsadesk.domain.auditing.audit_findings import Finding, Topic
from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.deployment.explain import Reasons
from lsadesk.domain.deployment.model import SlotId
from lsadesk.domain.rights import CHANGE, READ, Kind, allows, people_open_to
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.appraisals import preparing
from lsadesk.operations.auditing import audit, needs
from lsadesk.operations.careers import workforce
from lsadesk.operations.deploying import deployment
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts, settings
from lsadesk.store.auditing import skills
from lsadesk.store.careers import layer
from lsadesk.store.courses import certificates
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading

STALE_SETTING = "a rating is stale after months"
STALE_MONTHS = 12  # until the college says otherwise
MOST_MONTHS = 120
WORTH_A_TALK = 0.5  # levels between an appraiser's view and people's own, on the mean


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything to be said on *day* of *people*, in the order of `Topic`.

    *since* is the day that changes are counted from; None: they are not asked for. *broken*
    says for each skill that one person holds which places of the kept plan nobody else free
    could take; a skill that is not in it: none, no plan, or the plan is not the asker's. A
    rating is stale once it is older than *months*, which *may_limit* says the asker may change.
    """

    day: date
    people: tuple[PersonId, ...]
    found: tuple[Finding, ...]
    since: date | None
    broken: Mapping[SkillId, tuple[str, ...]]
    months: int
    may_limit: bool


def set_stale_after(desk: Desk, months: int) -> Done[None]:
    """Say after how many months a rating is stale; it holds for the whole college.

    Raises:
        UserError: not from 1 to 120 months.
    """
    if not 1 <= months <= MOST_MONTHS:
        raise UserError(f"Choose from 1 to {MOST_MONTHS} months.")
    with desk.writing(Kind.RATING) as work:
        settings.set_setting(work, STALE_SETTING, months)
        return desk.keep(
            work,
            None,
            "Changed after how long a rating is stale",
            Entry("set stale limit", Kind.RATING, detail=str(months)),
            Subject.SKILLS,
        )


def findings(
    desk: Desk,
    scope: Filter | None = None,
    *,
    day: date | None = None,
    since: date | None = None,
) -> Findings:
    """What the audit means for *scope* (None: everybody open to the asker).

    *day* before today: as it stood then.
    What rests on learners or on the plan is left out where those are not the asker's.
    """
    whom = scope or Filter()
    with desk.store.read() as reading:
        now = narrowed(audit.matrix_of(desk, reading, READ, day), whom)
        months = int(settings.setting(reading, STALE_SETTING, STALE_MONTHS))
        may_limit = allows(accounts.standing_of(reading, desk.account), CHANGE, Kind.RATING)
        on = min(day or desk.today, desk.today)
        lines = [
            *found.held_by_few(now),
            *_from_certificates(desk, reading, now, on),
            *found.unproved(now),
        ]
        if on == desk.today:
            old = skills.rated_before(reading, on - timedelta(days=round(months * 30.44)))
            lines += found.stale(now, old)
            lines += _from_needs(desk, reading, now, whom)
        if since is not None:
            then = narrowed(audit.matrix_of(desk, reading, READ, since), whom)
            lines += found.changes(then, now)
    if on == desk.today and whom == Filter():
        lines += [*_views(desk), *_ways_in(desk)]
    order = list(Topic)
    lines.sort(key=lambda line: order.index(line.topic))
    broken = _broken(desk, lines) if on == desk.today else {}
    return Findings(
        on, tuple(each.id for each in now.people), tuple(lines), since, broken, months, may_limit
    )


def _from_needs(desk: Desk, reading: Reading, now: AuditMatrix, whom: Filter) -> list[Finding]:
    """What roles ask of those in *now*, and, of everybody, what learners' days ask."""
    roles = found.roles(needs.needs_of_roles(desk, reading, now, READ))
    days = needs.needs_by_day(desk, reading, now, READ) if whom == Filter() else None
    return roles if days is None else [*found.short_days(days), *roles]


def _from_certificates(desk: Desk, reading: Reading, now: AuditMatrix, on: date) -> list[Finding]:
    standing = accounts.standing_of(reading, desk.account)
    ids = frozenset(person.id for person in now.people)
    may = people_open_to(standing, READ, Kind.CERTIFICATE, ids)
    courses = {course.id: course.name for course in certificates.all_courses(reading)}
    held = certificates.by_the_rules(reading, audit.end_of(on, desk.today))
    return found.lapses(now, [each for each in held if each.person in may], courses, on)


def _views(desk: Desk) -> list[Finding]:
    """How appraisers' views lie beside people's own, for those who lead the whole college."""
    with desk.store.read() as reading:
        if not allows(accounts.standing_of(reading, desk.account), READ, Kind.APPRAISAL):
            return []
    return [
        Finding(topic=Topic.VIEWS, subject=name, number=round(10 * shift.mean), of=shift.people)
        for name, shift in preparing.rater_shifts(desk)
        if abs(shift.mean) >= WORTH_A_TALK
    ]


def _ways_in(desk: Desk) -> list[Finding]:
    """How many came in by each way (A23), for those who may see the whole college's past work."""
    if not allows(desk.standing(), READ, Kind.CAREER):
        return []
    with desk.store.read() as reading:
        names = layer.library_of(reading).catalogue.entry_points
    counted = workforce.ways_in(desk)
    told = sum(number for way, number in counted.items() if way in names)
    return [
        Finding(topic=Topic.WAY_IN, subject=names[way].name, number=number, of=told)
        for way, number in sorted(counted.items(), key=lambda each: -each[1])
        if way in names
    ]


def _broken(desk: Desk, lines: list[Finding]) -> dict[SkillId, tuple[str, ...]]:
    """For each skill of one person, their places in the kept plan that nobody free could take."""
    alone = {line.skills[0]: line.people[0] for line in lines if line.topic is Topic.ONE_PERSON}
    if not alone or not allows(desk.standing(), READ, Kind.DEPLOYMENT):
        return {}
    made = deployment.latest(desk)
    if made is None:
        return {}
    problem = made.ahead.problem
    # Only places that ask for the skill itself hang on it.
    asking = {
        each.slot: skill
        for each in made.plan.assignments
        for skill, person in alone.items()
        if each.person == person and _asks(made, each.slot, skill)
    }
    reasons = Reasons(problem, made.plan)
    broken: dict[SkillId, list[str]] = {}
    for slot, skill in asking.items():
        if all(candidate.rules for candidate in reasons.candidates(slot)):
            place = made.ahead.slots[slot]
            where = f"{place.day.short} {place.span} {place.title or place.group}"
            broken.setdefault(skill, []).append(where)
    return {skill: tuple(places) for skill, places in broken.items()}


def _asks(made: deployment.WeekPlan, slot: SlotId, skill: SkillId) -> bool:
    return any(need.skill == skill for need in made.ahead.slots[slot].skills)
