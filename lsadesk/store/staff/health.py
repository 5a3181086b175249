"""Why somebody is kept from some work: about health, so apart from everything else."""

from lsadesk.domain.staff.health import HealthNote
from lsadesk.domain.staff.people import PersonId
from lsadesk.store.rows import HealthNoteRow
from lsadesk.store.work import Reading, Work


def note(reading: Reading, person: PersonId) -> HealthNote:
    """What is noted; empty where nothing is."""
    row = reading.session.get(HealthNoteRow, person)
    return HealthNote() if row is None else HealthNote(row.text, row.version)


def set_note(work: Work, person: PersonId, wanted: HealthNote) -> None:
    """Write *wanted* over what was read at its version; an empty one takes the note away.

    Raises:
        Stale: somebody has changed it since.
    """
    row = work.as_read_if_any(HealthNoteRow, person, wanted.version)
    if row is None and wanted.text:
        work.session.add(HealthNoteRow(person_id=person, text=wanted.text))
    elif row is not None and wanted.text:
        row.text = wanted.text
    elif row is not None:
        work.session.delete(row)
