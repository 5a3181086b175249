"""Taking on somebody from an agency in the minutes before eight."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.covering.agency import (
    Booked,
    Booking,
    details_of,
    note_of_longer,
    pattern_of,
    proofs_of,
    wrong_with,
)
from lsadesk.domain.covering.cover import CoverDay
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import Contract, Person, PersonId
from lsadesk.domain.weeks.planning import WorkPattern
from lsadesk.domain.words import folded
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store.courses import certificates
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import planning
from lsadesk.store.work import Work


def here_from_agencies(desk: Desk, on: date) -> list[Booked]:
    """Whoever an agency has sent and who is here on *on*, by name."""
    with desk.reading(Kind.ABSENCE) as reading:
        found = [
            _booked(each, each.left_on, planning.pattern(reading, each.id))
            for each in people.everybody(reading)
            if each.contract is Contract.AGENCY and each.left_on is not None and each.works_on(on)
        ]
    return sorted(found, key=lambda each: each.name)


def take_on(desk: Desk, booking: Booking) -> Done[PersonId]:
    """Put whoever an agency sends on the list until their last day; whoever has been here by
    that name before is the same person, and may so stay longer, with a reason that is kept.

    They can take what asks for nothing that they have not shown. Whoever covers the day may
    do this, without a right to the staff record or to everybody's hours otherwise.

    Raises:
        UserError: something is missing, or one of the college's own staff has that name.
    """
    with desk.writing(Kind.ABSENCE) as work:
        before = _known(people.everybody(work), f"{booking.forename} {booking.surname}".strip())
        until = _until(before, booking.first)
        if wrong := wrong_with(booking, until):
            raise UserError(next(iter(wrong.values())))
        person = _written(work, before, booking, desk.today)
        version = planning.pattern(work, person).version
        planning.set_pattern(work, person, pattern_of(booking, version))
        certificates.add(work, proofs_of(booking, person))
        name = people.get(work, person).name
        stays = until is not None
        return desk.keep(
            work,
            person,
            f"Changed the booking of {name}" if stays else f"Took on {name} from an agency",
            Entry(
                "changed an agency's booking" if stays else "took on from an agency",
                Kind.ABSENCE,
                person,
                detail=booking.ends.isoformat(),
            ),
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


def _booked(person: Person, ends: date, pattern: WorkPattern) -> Booked:
    return Booked(
        person=person.id,
        forename=person.forename,
        surname=person.surname,
        ends=ends,
        hours=next(iter(pattern.hours.values()), None),
        sites=person.sites,
    )


def _until(before: Person | None, first: date) -> date | None:
    """The last day so far of somebody who is here on *first*; None: they are not."""
    return before.left_on if before is not None and before.works_on(first) else None


def _written(work: Work, before: Person | None, booking: Booking, today: date) -> PersonId:
    """The staff record after *booking*; a note of somebody who stays longer says each time why."""
    details = details_of(booking, today)
    if before is None:
        return people.add(work, details)
    until = _until(before, booking.first)
    note = details.note if until is None else before.note
    if until is not None and booking.ends > until:
        note = note_of_longer(before.note, booking, today)
    changed = replace(before, left_on=booking.ends, sites=details.sites, note=note)
    people.change(work, before.id, before.version, changed)
    return before.id
