"""Why somebody is kept from some work: for them, their line manager and the head alone."""

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.health import HealthNote
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.desk import Desk
from lsadesk.store.staff import health as rows
from lsadesk.store.trail import Entry


def health_note(desk: Desk, person: PersonId) -> HealthNote:
    """What is noted on *person*; a look at somebody else's goes on the trail."""
    with desk.reading(Kind.HEALTH, person) as reading:
        return rows.note(reading, person)


def set_health_note(desk: Desk, person: PersonId, wanted: HealthNote) -> Done[None]:
    """Write *wanted* over what was read; an empty text takes the note away.

    Neither the sentence of Undo nor the trail says on whom or what.

    Raises:
        Stale: somebody has changed it since.
    """
    with desk.writing(Kind.HEALTH, person) as work:
        rows.set_note(work, person, HealthNote(wanted.text.strip(), wanted.version))
        return desk.keep(
            work,
            None,
            "Changed why somebody is kept from some work",
            Entry("changed", Kind.HEALTH, person),
            Subject.PEOPLE,
            about=person,
        )
