"""The team skills audit to take away: as a workbook, and as text on the clipboard."""

from datetime import date
from pathlib import Path

from lsadesk.domain.audit import AuditMatrix, AuditSheet, Columns, HeldCertificate, SixFields
from lsadesk.domain.audit_asking import Filter, narrowed, scope_of
from lsadesk.domain.changes import NOTHING, Done
from lsadesk.domain.people import PersonId
from lsadesk.domain.rights import EXPORT, Kind, people_open_to
from lsadesk.errors import NotAllowed
from lsadesk.operations.audit import end_of, matrix_of
from lsadesk.operations.desk import Desk
from lsadesk.store import accounts, certificates, skills
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading

NOT_TO_BE_TAKEN = (
    "Your duties do not let you take anybody's skill ratings out of the program. "
    "Ask the head of learning support for the audit."
)


def export_audit(
    desk: Desk, path: Path, wanted: Filter | None = None, day: date | None = None
) -> Done[Path]:
    """Write the skills audit as a workbook to *path*: what *wanted* shows, or everybody.

    *day* before today: as it stood then.

    Raises:
        NotAllowed: there is nobody whose ratings the asker may take out of the program.
        UserError: the file cannot be written; an older one then stays as it was.
    """
    from lsadesk.reports.audit_workbook import write_audit  # openpyxl is slow to import

    sheet = audit_sheet(desk, wanted or Filter(), day)
    write_audit(sheet, path)
    with desk.store.begin() as work:
        detail = f"audit workbook, people: {len(sheet.matrix.people)}"
        work.commit(Entry("exported", Kind.RATING, detail=detail))
    return Done(path, NOTHING)


def as_text(
    desk: Desk, wanted: Filter, day: date | None = None, columns: Columns = Columns.SKILLS
) -> Done[str]:
    """What *wanted* shows as tab-separated text for the clipboard; it leaves the program.

    Raises:
        NotAllowed: there is nobody whose records the asker may take out of the program.
    """
    from lsadesk.reports.csv_export import as_text

    with desk.store.read() as reading:
        whole = matrix_of(desk, reading, EXPORT, day, columns)
    if not whole.people:
        raise NotAllowed(NOT_TO_BE_TAKEN)
    shown = narrowed(whole, wanted)
    desk.note(Entry("copied", Kind.RATING, detail=f"audit as text, people: {len(shown.people)}"))
    return Done(as_text(shown), NOTHING)


def audit_sheet(desk: Desk, wanted: Filter, day: date | None = None) -> AuditSheet:
    """Everything a written audit tells of those whose ratings the asker may export.

    *day* before today: as it stood then.
    """
    with desk.store.read() as reading:
        whole = matrix_of(desk, reading, EXPORT, day)
        if not whole.people:
            raise NotAllowed(NOT_TO_BE_TAKEN)
        matrix = narrowed(whole, wanted)
        return AuditSheet(
            college=desk.college,
            day=desk.today if day is None else min(day, desk.today),
            matrix=matrix,
            scope=scope_of(wanted, matrix.skills),
            certificates=_held(desk, reading, matrix, day),
            fields=_told(reading, matrix),
        )


def _held(
    desk: Desk, reading: Reading, matrix: AuditMatrix, day: date | None
) -> list[HeldCertificate]:
    shown = {person.id: person for person in matrix.people}
    standing = accounts.standing_of(reading, desk.account)
    may = people_open_to(standing, EXPORT, Kind.CERTIFICATE, frozenset(shown))
    courses = {course.id: course.name for course in certificates.all_courses(reading)}
    return [
        HeldCertificate(
            shown[each.person].sort_name, shown[each.person].team, courses[each.course], each
        )
        for each in certificates.all_certificates(reading, end_of(day, desk.today))
        if each.person in may
    ]


def _told(reading: Reading, matrix: AuditMatrix) -> list[SixFields]:
    said: dict[tuple[PersonId, str], list[str]] = {}
    for person, kind, text in skills.all_interests(reading):
        said.setdefault((person, kind), []).append(text)
    return [
        SixFields(
            person=person.id,
            talents="; ".join(said.get((person.id, "talent"), ())),
            wishes="; ".join(said.get((person.id, "wish"), ())),
        )
        for person in matrix.people
    ]
