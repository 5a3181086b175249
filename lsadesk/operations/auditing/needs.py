"""What learners' days and people's roles ask for, beside who has it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lsadesk.domain.appraisals.assessment import known_from
from lsadesk.domain.auditing.audit import CODE_MASK, AuditMatrix
from lsadesk.domain.auditing.day_needs import DayNeed, day_needs, tighter_of
from lsadesk.domain.auditing.role_needs import Known, RoleNeed, role_needs
from lsadesk.domain.auditing.skills import NEVER_ASKED, UNKNOWN, Level, Skill, SkillId
from lsadesk.domain.calendar import Week
from lsadesk.domain.careers.career import role_of
from lsadesk.domain.careers.framework import RoleId, StatementId
from lsadesk.domain.deployment.coming import first_monday
from lsadesk.domain.deployment.model import Problem
from lsadesk.domain.rights import READ, Access, Kind, allows, people_open_to
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.auditing import audit
from lsadesk.operations.deploying import deployment
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts
from lsadesk.store.appraisals import handed_in, meeting
from lsadesk.store.careers import layer
from lsadesk.store.staff import people
from lsadesk.store.weeks import planning, timetable
from lsadesk.store.work import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What is asked for, with the *names* of all who are in it.

    *days* are those of the week from *starts*; None: what learners need is not the asker's to
    see, or not everybody's skills are.
    """

    starts: date
    days: tuple[DayNeed, ...] | None
    roles: tuple[RoleNeed, ...]
    names: Mapping[PersonId, str]


def needs(desk: Desk) -> Needs:
    """What the coming week asks for, and everybody's roles."""
    with desk.store.read() as reading:
        whole = audit.matrix_of(desk, reading, READ)
        starts = first_monday(planning.year(reading), desk.today, Week.A)
        return Needs(
            starts=starts,
            days=needs_by_day(desk, reading, whole, READ),
            roles=needs_of_roles(desk, reading, whole, READ),
            names={person.id: person.sort_name for person in whole.people},
        )


def needs_by_day(
    desk: Desk, reading: Reading, matrix: AuditMatrix, access: Access
) -> tuple[DayNeed, ...] | None:
    """What the next week, or the next A and B, asks for; None where learners, or the skills of
    anybody who could support them, are not the asker's: a part would read as a shortage."""
    standing = accounts.standing_of(reading, desk.account)
    lsas = frozenset(
        each.id
        for each in people.everybody(reading)
        if each.works_on(desk.today) and not each.teaches
    )
    everybody = people_open_to(standing, access, Kind.RATING, lsas) == lsas
    if not everybody or not allows(standing, access, Kind.LEARNER):
        return None
    unknown = _unknown(matrix)
    return tighter_of([day_needs(week, unknown) for week in coming_weeks(desk, reading)])


def coming_weeks(desk: Desk, reading: Reading) -> list[Problem]:
    """The next open week, or where the timetable has two kinds the next of each."""
    sessions, year = timetable.all_sessions(reading), planning.year(reading)
    two = any(session.week is not Week.BOTH for session in sessions)
    return [
        deployment.gathered(desk, reading, week, first_monday(year, desk.today, week)).problem
        for week in ((Week.A, Week.B) if two else (Week.A,))
    ]


def needs_of_roles(
    desk: Desk, reading: Reading, matrix: AuditMatrix, access: Access
) -> tuple[RoleNeed, ...]:
    """What roles ask of those in *matrix* whose staff record is open to the asker.

    A statement that is tied to a skill stands as the audit shows that skill; of the others
    counts what people handed in, where that is the asker's to see.
    """
    standing = accounts.standing_of(reading, desk.account)
    shown = frozenset(person.id for person in matrix.people)
    recorded = people_open_to(standing, access, Kind.PERSON, shown)
    told = people_open_to(standing, READ, Kind.ASSESSMENT, recorded)
    framework = layer.library_of(reading).framework
    ties = meeting.ties(reading)
    holders: dict[RoleId, list[PersonId]] = {}
    for each in people.everybody(reading):
        role = role_of(framework, each) if each.id in recorded else None
        if role is not None:
            holders.setdefault(role, []).append(each.id)
    said = handed_in.newest_of(reading, told)
    known = {
        person.id: _known(
            matrix,
            at,
            ties,
            known_from(said[person.id].answers) if person.id in said else {},
        )
        for at, person in enumerate(matrix.people)
    }
    return role_needs(framework, holders, known, ties)


def _known(matrix: AuditMatrix, row: int, ties: Mapping[StatementId, Skill], said: Known) -> Known:
    levels = {
        skill.id: Level(cell & CODE_MASK)
        for skill, cell in zip(matrix.skills, matrix.row(row), strict=True)
        if cell & CODE_MASK <= 4
    }
    shown = {statement: levels[skill.id] for statement, skill in ties.items() if skill.id in levels}
    return {**said, **shown}


def _unknown(matrix: AuditMatrix) -> Mapping[SkillId, Sequence[PersonId]]:
    return {
        skill.id: [
            person.id
            for person, cell in zip(matrix.people, matrix.column(at), strict=True)
            if cell & CODE_MASK in (UNKNOWN, NEVER_ASKED)
        ]
        for at, skill in enumerate(matrix.skills)
    }
