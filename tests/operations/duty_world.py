"""A college in which each duty is held by somebody, with a mark in each kind of record."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from pathlib import Path

from lsadesk.domain.appraisals.assessment import Answer
from lsadesk.domain.auditing.skills import Level, SkillId
from lsadesk.domain.calendar import WORKING_WEEK, TimeSpan, Week, Weekday
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.courses.certificates import Certificate, Lapse
from lsadesk.domain.developing.development import ActionDetails
from lsadesk.domain.rights import (
    Duty,
    Kind,
    Standing,
)
from lsadesk.domain.staff.people import Link, PersonDetails, PersonId
from lsadesk.domain.staff.record import PastRole
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.domain.weeks.timetable import SessionDetails, SessionId
from lsadesk.operations.appraisals import assessment
from lsadesk.operations.auditing import audit
from lsadesk.operations.careers import career
from lsadesk.operations.deploying import deployment
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import development
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.store.courses import certificates
from lsadesk.store.sealing.keyfile import Effort
from lsadesk.store.staff import people as rows
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import learners, timetable

SECRET, LATER = "correct horse", "another long secret"
NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
NOBODY = "no duty"
ASKERS = (*(duty.value for duty in Duty), NOBODY)

PAST = PastRole(title="Dinner lady", began=2001)
MARKS = {
    Kind.PERSON: "only-in-the-staff-record",
    Kind.RATING: "only-in-a-rating",
    Kind.CERTIFICATE: "only-on-a-certificate",
    Kind.LEARNER: "only-of-a-learner",
    Kind.TIMETABLE: "only-in-the-timetable",
    Kind.DEVELOPMENT: "only-in-a-plan",
    Kind.DRAFT: "only-in-a-draft",
    Kind.ASSESSMENT: "only-handed-in",
    Kind.APPRAISAL: "only-in-an-appraisal",
    Kind.MANAGER_NOTE: "only-between-managers",
    Kind.HEALTH: "only-of-somebodys-health",
    Kind.REMARK: "only-asked-to-be-corrected",
}


@dataclass
class World:
    """A college in which each duty is held by somebody for Asha, and by nobody for Ben."""

    owner: Desk
    desks: dict[str, Desk]
    folder: Path
    asha: PersonId
    ben: PersonId
    skill: SkillId
    session: SessionId
    role: RoleId

    def standing(self, asker: str) -> Standing:
        """The duties that *asker* holds."""
        return self.desks[asker].standing()

    def path(self, name: str) -> Path:
        """Where a file can be written."""
        return self.folder / name


def made_in(folder: Path) -> World:
    """The college, with everybody signed in at once."""
    made = college.new_college(
        folder / "A.lsadesk",
        college="A",
        owner="owner",
        secret=SECRET,
        effort=Effort(passes=1, memory=8192),
        clock=lambda: NOW,
    )
    return _filled(made.desk, folder)


def _filled(owner: Desk, folder: Path) -> World:
    asha, ben = (_person(owner, forename, MARKS[Kind.PERSON]) for forename in ("Asha", "Ben"))
    skill = audit.add_skill(owner, "BSL").result
    for who in (asha, ben):
        audit.rate(owner, who, skill, Level(2), note=MARKS[Kind.RATING])
        development.add_action(owner, who, ActionDetails(what=MARKS[Kind.DEVELOPMENT]))
    with owner.writing(Kind.PERSON) as work:
        course = certificates.course_named(work, "Epilepsy")
        certificates.add(
            work,
            [
                Certificate(
                    person=who,
                    course=course,
                    achieved=None,
                    lapse=Lapse.NEVER,
                    provider=MARKS[Kind.CERTIFICATE],
                )
                for who in (asha, ben)
            ],
        )
        learners.add(work, LearnerDetails(reference="JB02", group="Blue", note=MARKS[Kind.LEARNER]))
        session = timetable.add(
            work,
            SessionDetails(
                day=Weekday.MONDAY,
                span=TimeSpan(time(9, 15), time(10, 45)),
                group="Blue",
                title="Cookery",
                lsas_needed=1,
                lsas_wanted=1,
                note=MARKS[Kind.TIMETABLE],
            ),
        )
        owner.keep(work, None, "Filled", Entry("filled", Kind.PERSON), undo=False)
    desks = _signed_in(owner, asha)
    role = next(iter(career.my_map(owner).framework.roles))
    world = World(owner, desks, folder, asha, ben, skill, session, role)
    deployment.make_plan(owner, seconds=0.2, week=Week.A)
    _draft(world, MARKS[Kind.ASSESSMENT])
    assessment.hand_in(desks[Duty.SELF])
    _draft(world, MARKS[Kind.DRAFT])
    return world


def _person(owner: Desk, forename: str, note: str) -> PersonId:
    details = PersonDetails(forename=forename, surname="Test", note=note, weekly_minutes=1500)
    return people.add_person(owner, replace(details, days=WORKING_WEEK)).result


def _signed_in(owner: Desk, asha: PersonId) -> dict[str, Desk]:
    desks = {}
    for asker in ASKERS:
        person = None
        if asker == Duty.SELF:
            person = asha
        elif asker in set(Link):
            with owner.writing(Kind.PERSON) as work:  # without a mark in a record of their own
                person = rows.add(work, PersonDetails(forename=asker, surname="Holder"))
                owner.keep(work, None, "", Entry("added", Kind.PERSON), undo=False)
            people.set_link(owner, asha, Link(asker), person)
        accounts.add_account(
            owner,
            asker,
            SECRET,
            person=person,
            is_head=asker == Duty.HEAD,
            is_administrator=asker == Duty.ADMINISTRATOR,
            is_own=True,
        )
        desks[asker] = college.unlock(owner.folder, asker, SECRET, clock=lambda: NOW)
    return desks


def _draft(world: World, words: str) -> None:
    desk = world.desks[Duty.SELF]
    sheet = assessment.my_sheet(desk)
    assert sheet is not None
    first = sheet.statements[0].id
    assessment.keep_answer(desk, Answer(statement=first, value=Level(2), example=words))
