"""Learners' support needs, and who is signed off for what with which learner."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from lsadesk.domain.auditing.skills import Skill
from lsadesk.domain.changes import NOTHING, Done, Subject
from lsadesk.domain.deployment.demand import lacking
from lsadesk.domain.deployment.needs import College, context_of, team_of
from lsadesk.domain.details import details_in
from lsadesk.domain.rights import EXPORT, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.former import Former
from lsadesk.domain.weeks.learners import Learner, LearnerDetails, LearnerId
from lsadesk.domain.weeks.planning import LearnerSignOff
from lsadesk.domain.weeks.supported_sessions import sessions_a_week
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.weeks import former_learners
from lsadesk.store.auditing import skills
from lsadesk.store.courses import certificates
from lsadesk.store.settings import set_setting, setting
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import learners, planning, sign_offs, timetable
from lsadesk.store.work import Reading, Work

T = TypeVar("T")
LEAST_SESSIONS = "least sessions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Every learner with what a form about them needs: skills, staff by name, sign-offs.

    *lacks* is what a learner must have beside them and nobody brings in the next open week.
    *sessions* are those a week with an LSA planned, *least* how many the college means
    everybody to have (0: it did not say). *former* says of whom records are to be looked at again.
    """

    learners: tuple[Learner, ...]
    skills: tuple[Skill, ...]
    staff: dict[PersonId, str]
    sign_offs: tuple[LearnerSignOff, ...]
    lacks: Mapping[LearnerId, tuple[str, ...]]
    sessions: Mapping[LearnerId, int]
    least: int
    groups: tuple[str, ...]
    former: Former
    today: date


def support(desk: Desk) -> Support:
    """All learners by reference."""
    with desk.reading(Kind.LEARNER) as reading:
        college = _college(reading)
        starts = college.year.next_open_monday(reading.today)
        context = context_of(college, team_of(college, starts), starts)
        groups = {each.group for each in college.learners}
        groups |= {each.group for each in college.sessions}
        return Support(
            learners=tuple(college.learners),
            skills=tuple(college.skills),
            staff={each.id: each.name for each in college.people if each.works_on(reading.today)},
            sign_offs=tuple(college.sign_offs),
            lacks={
                each.id: lacking(each, context) for each in college.learners if each.is_here(starts)
            },
            sessions=sessions_a_week(college.learners, college.sessions),
            least=int(setting(reading, LEAST_SESSIONS) or 0),
            groups=tuple(sorted(groups - {""})),
            former=former_learners.to_look_at(desk, reading),
            today=reading.today,
        )


def set_least_sessions(desk: Desk, number: int) -> Done[None]:
    """Say how many sessions a week each learner is to have with an LSA; 0: not said."""
    with desk.writing(Kind.LEARNER) as work:
        set_setting(work, LEAST_SESSIONS, str(number))
        return desk.keep(
            work,
            None,
            "Changed how many sessions a week each learner is to have",
            Entry("changed least sessions", Kind.LEARNER),
            Subject.LEARNERS,
        )


def add_learner(desk: Desk, wanted: LearnerDetails) -> Done[LearnerId]:
    """Add a learner. Raises UserError where the reference is empty or taken."""
    with desk.writing(Kind.LEARNER) as work:
        _require_free(work, wanted, None)
        learner = learners.add(work, wanted)
        return _kept(desk, work, learner, f"Added the learner {wanted.reference}", learner)


def change_learner(desk: Desk, read: Learner, wanted: LearnerDetails) -> Done[None]:
    """Write *wanted* over the learner that was read as *read*.

    Raises:
        Stale: somebody has changed the learner since.
        UserError: the reference is empty or taken.
    """
    with desk.writing(Kind.LEARNER) as work:
        _require_free(work, wanted, read.id)
        learners.change(work, read.id, read.version, wanted)
        return _kept(desk, work, None, f"Changed the learner {wanted.reference}", read.id)


def export_wishes(desk: Desk, learner: LearnerId, path: Path) -> Done[None]:
    """Write a sheet of pictures on which *learner* says how they wish to be helped.

    Raises:
        UserError: the learner is there no more, or the file cannot be written.
    """
    from lsadesk.reports.wishes_pdf import write_wishes

    with desk.reading(Kind.LEARNER, access=EXPORT) as reading:
        reference = learners.get(reading, learner).reference
    write_wishes(reference, desk.college, path)
    desk.note(Entry("printed a sheet of wishes", Kind.LEARNER, learner))
    return Done(None, NOTHING)


def sign_off(desk: Desk, wanted: LearnerSignOff) -> Done[None]:
    """Write that a person may do a task for a learner; an earlier sign-off of it is closed."""
    if not wanted.task.strip() or not wanted.signed_by.strip():
        raise UserError("Say which task it is, and who signed it off.")
    if wanted.until is not None and wanted.until < wanted.signed_on:
        raise UserError("The sign-off ends before it was given. Change one of the dates.")
    with desk.writing(Kind.LEARNER) as work:
        sign_offs.sign(work, wanted)
        name = people.get(work, wanted.person).name
        return _kept(desk, work, None, f"Signed {name} off for {wanted.task}", wanted.learner)


def withdraw_sign_off(desk: Desk, known: LearnerSignOff) -> Done[None]:
    """Say that a person may not do a task for a learner any more; it stays in the history."""
    with desk.writing(Kind.LEARNER) as work:
        sign_offs.withdraw(work, known)
        name = people.get(work, known.person).name
        return _kept(
            desk, work, None, f"Withdrew {name}'s sign-off for {known.task}", known.learner
        )


def details_of(learner: Learner) -> LearnerDetails:
    """A learner without number and version, to be changed and written back."""
    return details_in(LearnerDetails, learner)


def _college(reading: Reading) -> College:
    return College(
        people=people.everybody(reading),
        sessions=timetable.all_sessions(reading),
        learners=learners.all_learners(reading),
        skills=skills.all_skills(reading),
        ratings=skills.shown_levels(reading),
        certificates=certificates.by_the_rules(reading),
        courses=certificates.all_courses(reading),
        year=planning.year(reading),
        patterns=planning.patterns(reading),
        sign_offs=sign_offs.standing(reading),
    )


def _require_free(work: Work, wanted: LearnerDetails, own: LearnerId | None) -> None:
    reference = wanted.reference.strip().casefold()
    if not reference:
        raise UserError("A learner needs a reference: initials and a number, say.")
    for each in learners.all_learners(work):
        if each.reference.casefold() == reference and each.id != own:
            raise UserError(f"There is a learner {each.reference} already. Choose another one.")


def _kept(desk: Desk, work: Work, result: T, sentence: str, learner: LearnerId) -> Done[T]:
    return desk.keep(
        work,
        result,
        sentence,
        Entry("changed support", Kind.LEARNER, learner),
        Subject.LEARNERS,
        Subject.DEPLOYMENT,
    )
