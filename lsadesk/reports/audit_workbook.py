"""The skills audit as one workbook that a governor or an inspector can read unaided."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from lsadesk.domain.audit import (
    CODE_MASK,
    TRAINING_BOOKED,
    AuditMatrix,
    AuditPerson,
    AuditSheet,
    HeldCertificate,
    SixFields,
    SkillCount,
    skill_counts,
)
from lsadesk.domain.audit_asking import Filter, narrowed
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.certificates import Lapse, Standing
from lsadesk.domain.skills import LEVEL_WORDS, NEVER_ASKED, SPOKEN, SYMBOLS, UNKNOWN
from lsadesk.domain.words import folded
from lsadesk.reports.audit_matrix import BOOKED_MARK, PROOF_MARK, add_looks, write_matrix
from lsadesk.reports.files import written_whole
from lsadesk.reports.sheets import (
    GRID,
    Value,
    clean,
    filter_and_freeze,
    fit_to_page,
    font,
    put,
    put_table,
    put_title,
    set_height,
)

_TABLE_ROW = 4
_STANDING_MARKS = {
    Standing.VALID: "\u2713 valid",
    Standing.LAPSED: "\u25b2 lapsed",
    Standing.NOT_YET: "\u2192 not yet",
    Standing.NOT_KNOWN: "? not known",
}


def write_audit(audit: AuditSheet, path: Path) -> None:
    """Write the audit to *path*, whole or not at all.

    Raises `UserError` where the file cannot be written; an older one then stays as it was.
    Two writings of one audit differ only in `docProps/core.xml`.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = clean(f"Skills audit, {audit.college}")
    book.properties.creator = "LSA Desk"
    book.properties.language = "en-GB"
    for title, fill in _SHEETS:
        fill(book.create_sheet(title), audit)
    with written_whole(path) as draft:
        book.save(draft)


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


def _put_line(sheet: Worksheet, row: int, heading: str, text: str) -> None:
    put(sheet, row, 1, heading).font = font(bold=True)
    put(sheet, row, 2, text).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.cell(row, 1).alignment = Alignment(vertical="top")
    set_height(sheet, row, (heading, text), (26, 92))


def _cover_lines(audit: AuditSheet) -> Iterator[tuple[str, str]]:
    counts = skill_counts(audit.matrix)
    nobody = sum(count.holders == 0 for count in counts)
    one = sum(count.holders == 1 for count in counts)
    lapsed = sum(_standing(held, audit) is Standing.LAPSED for held in audit.certificates)
    yield "As things stood on", uk_date(audit.day)
    yield "Covers", f"{audit.scope}: {len(audit.matrix.people)} people, {len(counts)} skills"
    yield "Skills nobody has", f"{nobody} at level 2 or above; they are listed on the sheet Gaps"
    yield "Skills one person has", f"{one}; also on the sheet Gaps"
    yield "Certificates lapsed", f"{lapsed} of {len(audit.certificates)} on record"
    yield "How to read it", _HOW_TO_READ
    for title, what in _GUIDE:
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


def _write_skills(sheet: Worksheet, audit: AuditSheet) -> None:
    put_title(
        sheet, "Skills", "How many people are at each level; the teams count level 2 and above"
    )
    teams = sorted({person.team for person in audit.matrix.people if person.team}, key=folded)
    by_team = [skill_counts(narrowed(audit.matrix, Filter(team=team))) for team in teams]
    columns = [("Skill", 38.0), ("Group", 22.0), ("At level 2 or above", 12.0)]
    columns += [(f"{level} {LEVEL_WORDS[level]}", 12.0) for level in range(4, -1, -1)]
    columns += [("Not known or never asked", 12.0), ("Not applicable, exempt or suspended", 14.0)]
    columns += [(f"Team: {team}", 12.0) for team in teams]
    records = (
        (*_count_cells(count), *(team[index].holders for team in by_team))
        for index, count in enumerate(skill_counts(audit.matrix))
    )
    _finish(sheet, audit, columns, put_table(sheet, _TABLE_ROW, columns, records))


def _count_cells(count: SkillCount) -> tuple[Value, ...]:
    skill = count.skill
    levels = reversed(count.levels)
    return (skill.name, skill.group, count.holders, *levels, count.not_known, count.apart)


def _write_gaps(sheet: Worksheet, audit: AuditSheet) -> None:
    put_title(
        sheet,
        "Gaps",
        "Skills that nobody, or one person only, has at level 2 or above. "
        "Where many are not known, asking comes before training.",
    )
    columns = [("Skill", 38.0), ("Group", 22.0), ("Who has it", 28.0)]
    columns += [("Not known or never asked", 12.0), ("Training is booked for", 40.0)]
    records = [
        (
            count.skill.name,
            count.skill.group,
            _only_holder(audit.matrix, index) if count.holders else "\u25b2 nobody",
            count.not_known,
            "; ".join(_booked(audit.matrix, index)),
        )
        for index, count in enumerate(skill_counts(audit.matrix))
        if count.holders <= 1
    ]
    records.sort(key=lambda record: not str(record[2]).startswith("\u25b2"))
    _finish(sheet, audit, columns, put_table(sheet, _TABLE_ROW, columns, records))


def _only_holder(matrix: AuditMatrix, skill: int) -> str:
    levels = (code & CODE_MASK for code in matrix.column(skill))
    return next(
        person.sort_name
        for person, level in zip(matrix.people, levels, strict=True)
        if 2 <= level <= 4
    )


def _booked(matrix: AuditMatrix, skill: int) -> list[str]:
    cells = zip(matrix.people, matrix.column(skill), strict=True)
    return [person.sort_name for person, code in cells if code & TRAINING_BOOKED]


def _write_certificates(sheet: Worksheet, audit: AuditSheet) -> None:
    put_title(
        sheet,
        "Certificates",
        f"By the date they are due, and how they stand on {uk_date(audit.day)}",
    )
    columns = [("Due", 14.0), ("Standing", 14.0), ("Name", 26.0), ("Team", 16.0), ("Course", 36.0)]
    columns += [("Achieved", 14.0), ("Provider", 24.0), ("Proof seen", 12.0)]
    held = sorted(audit.certificates, key=_by_due)
    records = (_certificate_cells(each, audit) for each in held)
    _finish(sheet, audit, columns, put_table(sheet, _TABLE_ROW, columns, records))


def _standing(held: HeldCertificate, audit: AuditSheet) -> Standing:
    return held.certificate.standing_on(audit.day)


def _by_due(held: HeldCertificate) -> tuple[int, date, str, str]:
    certificate = held.certificate
    due = certificate.expires.day if certificate.expires else date.max
    return (certificate.lapse is Lapse.NEVER, due, held.holder, held.course)


def _certificate_cells(held: HeldCertificate, audit: AuditSheet) -> tuple[Value, ...]:
    certificate = held.certificate
    due = "never lapses" if certificate.lapse is Lapse.NEVER else "not known"
    proof = {None: "not known", True: "yes", False: "not yet"}[certificate.proof_seen]
    return (
        certificate.expires or due,
        _STANDING_MARKS[_standing(held, audit)],
        held.holder,
        held.team,
        held.course,
        certificate.achieved or "not known",
        certificate.provider,
        proof,
    )


def _write_fields(sheet: Worksheet, audit: AuditSheet) -> None:
    put_title(
        sheet, "Six fields", "What people bring beyond the levels, their interests and their wishes"
    )
    columns = [("Name", 26.0), ("Team", 16.0)]
    names = ("Qualifications", "Certifications", "Training", "Experience", "Specialisms")
    columns += [(name, 26.0) for name in (*names, "Talents", "Interests", "Wishes")]
    told = {fields.person: fields for fields in audit.fields}
    records = (
        (person.sort_name, person.team, *_field_cells(told.get(person.id)))
        for person in audit.matrix.people
    )
    _finish(sheet, audit, columns, put_table(sheet, _TABLE_ROW, columns, records))


def _field_cells(fields: SixFields | None) -> tuple[str, ...]:
    if fields is None:
        return ("",) * 8
    return (
        fields.qualifications,
        fields.certifications,
        fields.training,
        fields.experience,
        fields.specialisms,
        fields.talents,
        fields.interests,
        fields.wishes,
    )


def _write_teams(sheet: Worksheet, audit: AuditSheet) -> None:
    put_title(sheet, "Teams and contracts", "People, and how much of the matrix is known of them")
    columns = [("Team or contract", 30.0), ("Kind", 12.0), ("People", 10.0)]
    columns += [("Ratings known", 12.0), ("Not known or never asked", 14.0)]
    records = [
        *_totals(audit.matrix, "team", lambda person: person.team),
        *_totals(audit.matrix, "contract", lambda person: person.contract),
        *_totals(audit.matrix, "total", lambda _person: "Everyone listed"),
    ]
    _finish(sheet, audit, columns, put_table(sheet, _TABLE_ROW, columns, records))


def _totals(
    matrix: AuditMatrix, kind: str, name_of: Callable[[AuditPerson], str]
) -> Iterator[tuple[Value, ...]]:
    rows: dict[str, list[bytes]] = {}
    for index, person in enumerate(matrix.people):
        rows.setdefault(name_of(person), []).append(matrix.row(index))
    for name in sorted(rows, key=folded):
        yield _total(name or f"no {kind} given", kind, rows[name])


def _total(name: str, kind: str, rows: list[bytes]) -> tuple[Value, ...]:
    codes = Counter(code & CODE_MASK for row in rows for code in row)
    unknown = codes[UNKNOWN] + codes[NEVER_ASKED]
    return (name, kind, len(rows), codes.total() - unknown, unknown)


def _finish(
    sheet: Worksheet, audit: AuditSheet, columns: list[tuple[str, float]], next_row: int
) -> None:
    filter_and_freeze(sheet, _TABLE_ROW, len(columns), next_row - 1)
    fit_to_page(sheet, f"{audit.college}, skills audit")


_HOW_TO_READ = (
    "Each row of the sheet Matrix is a person, each column a skill. A question mark or a dash "
    "means that nobody has told us; it never means no. Qualifications are not a condition "
    "of being counted, and nothing here says that a person has failed."
)
_LEVELS_SOURCE = "After the four LSA levels of the LSIS report of March 2011 on career pathways"
_GUIDE = (
    ("Matrix", "everybody's level in every skill; use the arrows in the headings to filter"),
    ("Skills", "how many people are at each level, and per team"),
    ("Gaps", "what nobody, or one person only, can do"),
    ("Certificates", "training records by the date they are due"),
    (
        "Six fields",
        "qualifications, experience, talents, interests and wishes in people's own words",
    ),
    ("Teams and contracts", "who is counted where, and how much is known"),
)
_SHEETS: tuple[tuple[str, Callable[[Worksheet, AuditSheet], None]], ...] = (
    ("About this audit", _write_cover),
    ("Matrix", write_matrix),
    ("Skills", _write_skills),
    ("Gaps", _write_gaps),
    ("Certificates", _write_certificates),
    ("Six fields", _write_fields),
    ("Teams and contracts", _write_teams),
)
