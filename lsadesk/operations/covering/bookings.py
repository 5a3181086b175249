"""Taking on somebody from an agency in the minutes before eight."""

from collections.abc import Iterable

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.covering.agency import (
    Booking,
    details_of,
    pattern_of,
    proofs_of,
    wrong_with,
)
from lsadesk.domain.covering.cover import CoverDay
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import Contract, Person, PersonId
from lsadesk.domain.words import folded
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store.courses import certificates
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import planning


def take_on(desk: Desk, booking: Booking) -> Done[PersonId]:
    """Put whoever an agency sends on the list until their last day; whoever has been here by
    that name before is the same person.

    They can take what asks for nothing that they have not shown. Whoever plans everybody's hours
    may do this, without a right to the staff record otherwise.

    Raises:
        UserError: something is missing, or one of the college's own staff has that name.
    """
    if wrong := wrong_with(booking):
        raise UserError(next(iter(wrong.values())))
    details = details_of(booking)
    with desk.writing(Kind.WORK_PATTERN) as work:
        before = _known(people.everybody(work), details.name)
        if before is None:
            person = people.add(work, details)
        else:
            person = before.id
            people.change(work, person, before.version, details)
        version = planning.pattern(work, person).version
        planning.set_pattern(work, person, pattern_of(booking, version))
        certificates.add(work, proofs_of(booking, person))
        return desk.keep(
            work,
            person,
            f"Took on {details.name} from an agency",
            Entry("took on from an agency", Kind.WORK_PATTERN, person),
            Subject.PEOPLE,
            Subject.DEPLOYMENT,
            Subject.CERTIFICATES,
        )


def asked_for(day: CoverDay) -> dict[CourseId, str]:
    """The courses of which places of the day ask a proof, by what they ask."""
    needs = (need for slot in day.today for need in slot.certificates)
    return {course: need.name for need in needs for course in sorted(need.courses)[:1]}


def _known(everybody: Iterable[Person], name: str) -> Person | None:
    same = [each for each in everybody if folded(each.name) == folded(name)]
    if any(each.contract is not Contract.AGENCY for each in same):
        raise UserError(f"{name} is one of the college's own staff. Add an initial or a number.")
    return same[-1] if same else None
