"""The team skills audit to take away: as a workbook, on paper, as CSV, on the clipboard.

Gathering needs the college file; writing does not, and goes on beside other work.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from lsadesk.domain.auditing.audit import AuditMatrix, Columns
from lsadesk.domain.auditing.audit_asking import Filter, Grouping, Order, narrowed, scope_of
from lsadesk.domain.auditing.audit_back import AuditMark
from lsadesk.domain.auditing.audit_sheet import AuditSheet, HeldCertificate
from lsadesk.domain.changes import NOTHING, Done
from lsadesk.domain.developing.all_plans import (
    Heading,
    Total,
    by_contract,
    by_funder,
    by_mode,
    for_others,
)
from lsadesk.domain.developing.all_plans import totals as totals_of
from lsadesk.domain.developing.all_plans import whole as whole_of
from lsadesk.domain.developing.plan_years import year_of
from lsadesk.domain.reviewing.review import latest
from lsadesk.domain.rights import EXPORT, Kind, people_open_to
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import NotAllowed
from lsadesk.operations.auditing import audit_training, needs
from lsadesk.operations.auditing.audit import end_of, matrix_of
from lsadesk.operations.auditing.six_fields import six_fields
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import all_plans
from lsadesk.store import accounts
from lsadesk.store.courses import certificates
from lsadesk.store.reviewing import reviews
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading

NOT_TO_BE_TAKEN = (
    "Your duties do not let you take anybody's skill ratings out of the program. "
    "Ask the head of learning support for the audit."
)
Report = Callable[[float], None]
_HEADINGS: tuple[tuple[str, Heading], ...] = (
    ("Funder", by_funder),
    ("Way", by_mode),
    ("Contract", by_contract),
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
    taken = take_audit(desk, wanted or Filter(), day)
    write_workbook(taken.result, path, lambda _fraction: None)
    return Done(path, NOTHING)


def take_audit(
    desk: Desk, wanted: Filter, day: date | None = None, *, fields: bool = True
) -> Done[AuditSheet]:
    """The audit to be written as a file; it is on the trail before the first byte is.

    *fields*: with what people bring beyond the levels; each whose qualifications or earlier
    work are in it reads among those who saw their record that they were taken out.

    Raises:
        NotAllowed: there is nobody whose ratings the asker may take out of the program.
    """
    sheet = audit_sheet(desk, wanted, day)
    if not fields:
        sheet = replace(sheet, fields=())
    detail = f"skills audit, people: {len(sheet.matrix.people)}"
    told = [
        Entry("exported", Kind.CAREER, each.person, "qualifications and earlier work, for an audit")
        for each in sheet.fields
        if (each.qualifications or each.experience) and each.person != desk.person
    ]
    desk.note(Entry("exported", Kind.RATING, detail=detail), *told)
    return Done(sheet, NOTHING)


def write_workbook(sheet: AuditSheet, path: Path, report: Report) -> None:
    """Write what `take_audit` gave as a workbook; needs no desk.

    *report* is told how far it is (0 to 1); what it raises stops the writing. Raises `UserError`.
    """
    from lsadesk.reports.audit_workbook import write_audit  # openpyxl is slow to import

    write_audit(sheet, path, report)


def write_heat_map(sheet: AuditSheet, path: Path, report: Report, *, large: bool) -> None:
    """The same as a heat map in PDF, a team a page: A4, or A3 where *large*. Raises `UserError`."""
    from lsadesk.reports.audit_pdf import write_heat_map as write

    write(sheet, path, report, large=large)


def write_matrix_csv(sheet: AuditSheet, path: Path, report: Report) -> None:
    """The matrix alone as CSV. Raises `UserError`."""
    from lsadesk.reports.csv_export import write_audit_csv

    write_audit_csv(sheet.matrix, path)
    report(1.0)


def write_certificates_csv(sheet: AuditSheet, path: Path, report: Report) -> None:
    """The certificates alone as CSV, what is due first on top. Raises `UserError`."""
    from lsadesk.reports.csv_export import write_certificates_csv as write

    write(sheet, path)
    report(1.0)


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

    *day* before today: as it stood then; what only the present knows is then left out.

    Raises:
        NotAllowed: there is nobody.
    """
    past = None if day is None or day >= desk.today else day
    with desk.store.read() as reading:
        whole = matrix_of(desk, reading, EXPORT, past)
        if not whole.people:
            raise NotAllowed(NOT_TO_BE_TAKEN)
        matrix = narrowed(whole, _by_team(wanted))
        held = _held(desk, reading, matrix, past)
        aims = latest(reading.once(reviews.reviews))
        sheet = AuditSheet(
            college=desk.college,
            want="" if aims is None else aims.want,
            success="" if aims is None else aims.success,
            day=past or desk.today,
            matrix=matrix,
            scope=scope_of(wanted, matrix.skills),
            certificates=held,
            fields=six_fields(desk, reading, matrix, held),
            by=_writer(desk, reading),
            printed=desk.today,
            mark=str(
                AuditMark(
                    college=desk.store.college_mark(reading), written_at=reading.now, day=past
                )
            ),
        )
        if past is None:
            sheet = _with_the_present(desk, reading, sheet, whole=not wanted.narrows)
    return sheet if past else replace(sheet, plans=_plans(desk, matrix))


def _with_the_present(
    desk: Desk, reading: Reading, sheet: AuditSheet, *, whole: bool
) -> AuditSheet:
    """*sheet* with what no history is kept of: what is needed, planned and asked for."""
    days = needs.needs_by_day(desk, reading, sheet.matrix, EXPORT) if whole else None
    roles = needs.needs_of_roles(desk, reading, sheet.matrix, EXPORT) or None
    return audit_training.with_training(desk, reading, replace(sheet, days=days, roles=roles))


def _by_team(wanted: Filter) -> Filter:
    """Rows stand by team on paper, unless somebody asked for an order of their own."""
    as_found = wanted.group is Grouping.NONE and wanted.order is Order.NAME and not wanted.skills
    return replace(wanted, group=Grouping.TEAM) if as_found else wanted


def _writer(desk: Desk, reading: Reading) -> str:
    """Who is at the desk, by name, or else by login."""
    me = accounts.standing_of(reading, desk.account).person
    return desk.login if me is None else people.get(reading, me).name


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
        for each in certificates.by_the_rules(reading, end_of(day, desk.today))
        if each.person in may
    ]


def _plans(desk: Desk, matrix: AuditMatrix) -> list[tuple[str, Total]] | None:
    """The sums of the plans of those in the audit that may be taken out, small groups hidden."""
    shown: frozenset[PersonId] = frozenset(person.id for person in matrix.people)
    plans = [plan for plan in all_plans.to_take(desk) if plan.person in shown]
    if not plans:
        return None
    year = year_of(desk.today)
    return [
        (name, total)
        for name, heading in _HEADINGS
        for total in for_others([*totals_of(plans, year, heading), whole_of(plans, year)])
    ]
