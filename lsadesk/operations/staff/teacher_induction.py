"""Teachers' inductions, as far as they cover the LSA's role (A58)."""

from datetime import date

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.induction import StepId
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.staff.teacher_induction import TeacherInduction
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store.staff import induction, people
from lsadesk.store.trail import Entry

LSA_ROLE = StepId("teacher-lsa-role")


def teacher_inductions(desk: Desk) -> tuple[TeacherInduction, ...]:
    """Everybody at work on a teaching contract, by name, with the day of theirs."""
    with desk.reading(Kind.PERSON) as reading:
        days = induction.days_of(reading, LSA_ROLE)
        teachers = [
            each for each in people.everybody(reading) if each.teaches and each.works_on(desk.today)
        ]
        return tuple(
            TeacherInduction(each.id, each.name, days.get(each.id))
            for each in sorted(teachers, key=lambda one: one.sort_name.casefold())
        )


def record_teacher_induction(desk: Desk, person: PersonId, on: date | None) -> Done[None]:
    """Say on which day a teacher's induction covered the LSA's role; None: it has not.

    Raises:
        UserError: they have no teaching contract, or the day is still to come.
    """
    if on is not None and on > desk.today:
        raise UserError("This day is still to come. Choose the day on which it was done.")
    with desk.writing(Kind.PERSON, person) as work:
        teacher = people.get(work, person)
        if not teacher.teaches:
            raise UserError(f"{teacher.name} has no teaching contract. People says who has one.")
        induction.tick(work, person, LSA_ROLE, on)
        sentence = f"Changed whether {teacher.name}'s induction covered the LSA's role"
        entry = Entry("changed a teacher's induction", Kind.PERSON, person)
        return desk.keep(work, None, sentence, entry, Subject.PEOPLE, about=person)
