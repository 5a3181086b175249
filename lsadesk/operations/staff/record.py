"""What a person brings, kept by themselves; their appraiser and the head may read it."""

from lsadesk.domain.careers.catalogue import EntryPointId, QualificationId
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.staff.record import CareerRecord, HeldQualification, PastRole
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk, own_person
from lsadesk.store.careers import layer
from lsadesk.store.staff import record as rows
from lsadesk.store.trail import Entry
from lsadesk.store.work import Work


def record_of(desk: Desk, person: PersonId) -> CareerRecord:
    """Qualifications, earlier work and way in of one person."""
    with desk.reading(Kind.CAREER, person) as reading:
        return rows.record_of(reading, person)


def set_qualification(desk: Desk, held: HeldQualification) -> Done[None]:
    """Say that I hold, work towards or want a qualification.

    Raises:
        UserError: the library does not have it.
    """
    person = own_person(desk)
    with desk.writing(Kind.CAREER, person) as work:
        known = layer.library_of(work).catalogue.qualifications
        if held.qualification not in known:
            raise UserError("This qualification is not in the library. Add it there first.")
        rows.set_qualification(work, person, held)
        name = known[held.qualification].name
        return _keep(desk, work, person, f"Noted {name} as {held.state.value}")


def clear_qualification(desk: Desk, qualification: QualificationId) -> Done[None]:
    """Say nothing of a qualification any more."""
    person = own_person(desk)
    with desk.writing(Kind.CAREER, person) as work:
        rows.clear_qualification(work, person, qualification)
        return _keep(desk, work, person, "Took a qualification off my record")


def add_past(desk: Desk, past: PastRole) -> Done[None]:
    """Add a piece of my earlier work."""
    _check(past)
    person = own_person(desk)
    with desk.writing(Kind.CAREER, person) as work:
        rows.add_past(work, person, past)
        return _keep(desk, work, person, f"Added {past.title.strip()} to my past")


def change_past(desk: Desk, before: PastRole, after: PastRole) -> Done[None]:
    """Say a piece of my earlier work in another way; how it was said before is history.

    Raises:
        UserError: it is not there any more.
    """
    _check(after)
    person = own_person(desk)
    with desk.writing(Kind.CAREER, person) as work:
        if not rows.remove_past(work, person, before):
            raise UserError("This entry was changed or removed elsewhere. Look at your past again.")
        rows.add_past(work, person, after)
        return _keep(desk, work, person, f"Changed {after.title.strip()} in my past")


def remove_past(desk: Desk, past: PastRole) -> Done[None]:
    """Take a piece of earlier work off."""
    person = own_person(desk)
    with desk.writing(Kind.CAREER, person) as work:
        rows.remove_past(work, person, past)
        return _keep(desk, work, person, f"Removed {past.title} from my past")


def set_entry(desk: Desk, entry: EntryPointId | None) -> Done[None]:
    """Say how I came into the work; None: I do not say."""
    person = own_person(desk)
    with desk.writing(Kind.CAREER, person) as work:
        if entry is not None and entry not in layer.library_of(work).catalogue.entry_points:
            raise UserError("This way in is not in the library any more. Choose another.")
        rows.set_entry(work, person, entry)
        return _keep(desk, work, person, "Said how I came in")


def _check(past: PastRole) -> None:
    if not past.title.strip():
        raise UserError("Say what the work was.")
    if past.began is not None and past.ended is not None and past.ended < past.began:
        raise UserError("It ended before it began. Look at the years again.")


def _keep(desk: Desk, work: Work, person: PersonId, sentence: str) -> Done[None]:
    entry = Entry("changed career record", Kind.CAREER, person)
    return desk.keep(work, None, sentence, entry, Subject.CAREER, about=person)
