"""The skills audit as one workbook that a governor or an inspector can read unaided."""

from collections.abc import Callable, Iterator
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from lsadesk.domain.auditing.audit import skill_counts
from lsadesk.domain.auditing.audit_sheet import AuditSheet
from lsadesk.domain.auditing.skills import SPOKEN, SYMBOLS
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.courses.certificates import Standing
from lsadesk.domain.vocabulary import said
from lsadesk.reports.audit_charts import write_glance
from lsadesk.reports.audit_lists import (
    write_certificates,
    write_development,
    write_fields,
    write_gaps,
    write_skills,
    write_teams,
)
from lsadesk.reports.audit_matrix import BOOKED_MARK, PROOF_MARK, add_looks, write_matrix
from lsadesk.reports.audit_plans import (
    write_asked,
    write_balance,
    write_days,
    write_roles,
    write_training,
)
from lsadesk.reports.books import write_into
from lsadesk.reports.files import written_whole
from lsadesk.reports.sheets import GRID, clean, fit_to_page, font, put, put_title, set_height

Fill = Callable[[Worksheet, AuditSheet], None]


def write_audit(audit: AuditSheet, path: Path, report: Callable[[float], None]) -> None:
    """Write the audit to *path*, whole or not at all.

    *report* is told how far it is, from 0 to 1; what it raises stops the writing. Two writings
    of one audit differ only in `docProps/core.xml`.

    Raises:
        UserError: the file cannot be written; an older one then stays as it was.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = clean(f"Skills audit, {audit.college}")
    book.properties.creator = "LSA Desk"
    book.properties.language = "en-GB"
    wanted = _wanted(audit)
    for done, (title, (fill, _)) in enumerate(wanted.items()):
        report(_BEFORE_SAVING * done / len(wanted))
        fill(book.create_sheet(title), audit)
    with written_whole(path) as draft:
        report(_BEFORE_SAVING)
        write_into(book, draft)
        report(1.0)


def _wanted(audit: AuditSheet) -> dict[str, tuple[Fill, str]]:
    """The sheets, and what a reader is told of each; what is not the writer's to tell is out."""
    may_lack = {
        "Needs by day": audit.days,
        "What roles ask": audit.roles,
        "Training plan": audit.training,
        "Training balance": audit.balance or None,
        "Training asked for": audit.asked,
        "Development": audit.plans,
    }
    left_out = {title for title, told in may_lack.items() if told is None}
    return {title: told for title, told in _SHEETS.items() if title not in left_out}


def _write_cover(sheet: Worksheet, audit: AuditSheet) -> None:
    put_title(sheet, "Skills audit", audit.college)
    sheet.column_dimensions["A"].width = 26
    sheet.column_dimensions["B"].width = 92
    row = 4
    for heading, text in _cover_lines(audit):
        _put_line(sheet, row, heading, text)
        row += 1
    _write_legend(sheet, row + 1)
    fit_to_page(sheet, f"{audit.college}, skills audit")
    sheet.page_setup.fitToHeight = 1


def _put_line(sheet: Worksheet, row: int, heading: str, text: str) -> None:
    put(sheet, row, 1, heading).font = font(bold=True)
    put(sheet, row, 2, text).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.cell(row, 1).alignment = Alignment(vertical="top")
    set_height(sheet, row, (heading, text), (26, 92))


def _cover_lines(audit: AuditSheet) -> Iterator[tuple[str, str]]:
    counts = skill_counts(audit.matrix)
    nobody = sum(count.holders == 0 for count in counts)
    one = sum(count.holders == 1 for count in counts)
    standings = [held.certificate.standing_on(audit.day) for held in audit.certificates]
    lapsed = standings.count(Standing.LAPSED)
    yield "As things stood on", uk_date(audit.day)
    if audit.by and audit.printed is not None:
        yield "Written", f"{uk_date(audit.printed)}, by {audit.by}"
    yield "Covers", f"{audit.scope}: {len(audit.matrix.people)} people, {len(counts)} skills"
    if audit.matrix.teaching:
        reason = said("on a teaching contract, so not counted as LSAs")
        yield "Left out", f"{audit.matrix.teaching} {reason}"
    yield "Skills nobody has", f"{nobody} at level 2 or above; they are listed on the sheet Gaps"
    yield "Skills one person has", f"{one}; also on the sheet Gaps"
    yield "Certificates lapsed", f"{lapsed} of {len(audit.certificates)} on record"
    yield "How to read it", _HOW_TO_READ
    if audit.printed is not None and audit.day < audit.printed:
        yield "Changing it", _A_RECORD
    elif audit.mark:
        yield "Changing it", _CHANGING
    for title, (_, what) in _wanted(audit).items():
        if what:
            yield f"Sheet {title}", what


def _write_legend(sheet: Worksheet, row: int) -> None:
    put(sheet, row, 1, "What the cells mean").font = font(bold=True)
    first = row + 1
    for code, symbol in enumerate(SYMBOLS):
        cell = put(sheet, first + code, 1, int(symbol) if symbol.isdigit() else symbol)
        cell.border = GRID
        put(sheet, first + code, 2, SPOKEN[code].capitalize())
    row = first + len(SYMBOLS)
    add_looks(sheet, f"A{first}:A{row - 1}", f"A{first}")
    for mark, meaning in ((PROOF_MARK, "proof was seen"), (BOOKED_MARK, "training is booked")):
        put(sheet, row, 1, mark)
        put(sheet, row, 2, f"Behind a symbol: {meaning}")
        row += 1
    for each in range(first, row):
        sheet.cell(each, 1).alignment = Alignment(horizontal="center")
    _put_line(sheet, row + 1, "Source of the levels", _LEVELS_SOURCE)


_HOW_TO_READ = (
    "Each row of the sheet Matrix is a person, each column a skill. A question mark or a dash "
    "means that nobody has told us; it never means no. Qualifications are not a condition "
    "of being counted, and nothing here says that a person has failed."
)
_LEVELS_SOURCE = "After the four LSA levels of the LSIS report of March 2011 on career pathways"
_CHANGING = (
    "Levels changed on the sheet Matrix come back in: in LSA Desk choose Skills audit, Export, "
    "Bring an edited workbook back. Each difference is shown there before anything is written. "
    "Sorting, filtering and moving rows or columns do no harm; the hidden column and row say "
    "which cell is whose."
)
_A_RECORD = (
    "This is a record of a day that had gone by: what is changed here does not come back into "
    "LSA Desk. Names, teams, contracts, qualifications and earlier work are those of the day it "
    "was written."
)
_BEFORE_SAVING = 0.5  # of the whole time, as measured
_SHEETS: dict[str, tuple[Fill, str]] = {
    "About this audit": (_write_cover, ""),
    "Matrix": (
        write_matrix,
        "everybody's level in every skill; use the arrows in the headings to filter",
    ),
    "At a glance": (write_glance, "how levels are spread, and when certificates fall due"),
    "Skills": (write_skills, "how many people are at each level, and per team"),
    "Gaps": (write_gaps, "what nobody, or one person only, can do"),
    "Needs by day": (write_days, "what each day's sessions and learners ask, and who is in for it"),
    "What roles ask": (write_roles, "what people's roles ask of them, as a map"),
    "Certificates": (write_certificates, "training records by the date they are due"),
    "Six fields": (
        write_fields,
        "what people bring beyond the levels, with their interests and wishes",
    ),
    "Teams and contracts": (write_teams, "who is counted where, and how much is known"),
    "Training plan": (write_training, "who is to do which training, why and when"),
    "Training balance": (write_balance, "hours that the law asks for, and specialist ones"),
    "Training asked for": (write_asked, "what people say would help, and what is offered"),
    "Development": (write_development, "what is planned and done, by funder, way and contract"),
}
