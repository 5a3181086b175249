"""What is held on a person, in one step, for their right to have it."""

from pathlib import Path

from lsadesk.domain.keeping.held import HeldPart, HeldSheet
from lsadesk.domain.keeping.notice import purpose
from lsadesk.domain.rights import EXPORT, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.desk import Desk
from lsadesk.store import held
from lsadesk.store.developing import attached
from lsadesk.store.keeping import retention
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry


def held_on(desk: Desk, person: PersonId) -> HeldSheet:
    """Everything that the file holds on *person*, third parties masked; it is on the trail."""
    with desk.reading(Kind.HELD, person, EXPORT) as reading:
        sheet = HeldSheet(
            college=desk.college,
            name=people.get(reading, person).name,
            day=desk.today,
            records=tuple(held.held_on(reading, person)),
            files=attached.contents_of(reading, person),
            parts=tuple(
                HeldPart(each.name, purpose(each), retention.tables_of(each.id))
                for each in retention.records(reading)
            ),
        )
    desk.note(Entry("took out all that is held", Kind.PERSON, person))
    return sheet


def write_held(sheet: HeldSheet, path: Path) -> Path:
    """Write *sheet* as PDF to *path* and, beside it, for other programs as JSON; the PDF.

    Attached files come as they are, into a folder beside it.

    Raises:
        UserError: nothing could be written there.
    """
    from lsadesk.reports import held_pdf

    held_pdf.write_held(sheet, path)
    held_pdf.write_held_json(sheet, path.with_suffix(".json"))
    held_pdf.write_held_files(sheet, path.with_name(f"{path.stem}, files"))
    return path
