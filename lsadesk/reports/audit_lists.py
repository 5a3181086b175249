"""The lists of an audit workbook: skills, gaps, certificates, six fields, teams, development.

What is needed and what is planned stand in `audit_plans`.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from openpyxl.worksheet.worksheet import Worksheet

from lsadesk.domain.auditing.audit import (
    CODE_MASK,
    TRAINING_BOOKED,
    AuditMatrix,
    AuditPerson,
    SkillCount,
    skill_counts,
)
from lsadesk.domain.auditing.audit_asking import Filter, narrowed
from lsadesk.domain.auditing.audit_sheet import (
    AuditSheet,
    HeldCertificate,
    SixFields,
    by_due,
)
from lsadesk.domain.auditing.skills import LEVEL_WORDS, NEVER_ASKED, UNKNOWN
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.courses.certificates import Lapse, Standing
from lsadesk.domain.developing.all_plans import FEWEST, Total
from lsadesk.domain.words import folded
from lsadesk.reports.sheets import (
    Value,
    filter_and_freeze,
    fit_to_page,
    put,
    put_table,
    put_title,
)

TABLE_ROW = 4
_STANDING_MARKS = {
    Standing.VALID: "\u2713 valid",
    Standing.LAPSED: "\u25b2 lapsed",
    Standing.NOT_YET: "\u2192 not yet",
    Standing.NOT_KNOWN: "? not known",
}


def write_skills(sheet: Worksheet, audit: AuditSheet) -> None:
    """How many people are at each level of each skill, in all and in each team."""
    put_title(
        sheet, "Skills", "How many people are at each level; the teams count level 2 and above"
    )
    teams = sorted({person.team for person in audit.matrix.people if person.team}, key=folded)
    by_team = [skill_counts(narrowed(audit.matrix, Filter(team=team))) for team in teams]
    columns = [("Skill", 38.0), ("Group", 22.0), ("At level 2 or above", 12.0)]
    columns += [(f"{level} {LEVEL_WORDS[level]}", 15.0) for level in range(4, -1, -1)]
    columns += [("Not known or never asked", 12.0), ("Not applicable, exempt or suspended", 14.0)]
    columns += [(f"Team: {team}", 12.0) for team in teams]
    records = (
        (*_count_cells(count), *(team[index].holders for team in by_team))
        for index, count in enumerate(skill_counts(audit.matrix))
    )
    finish(sheet, audit, columns, put_table(sheet, TABLE_ROW, columns, records))


def _count_cells(count: SkillCount) -> tuple[Value, ...]:
    skill = count.skill
    levels = reversed(count.levels)
    return (skill.name, skill.group, count.holders, *levels, count.not_known, count.apart)


def write_gaps(sheet: Worksheet, audit: AuditSheet) -> None:
    """Skills that nobody or one person only has; who has training booked."""
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
    finish(sheet, audit, columns, put_table(sheet, TABLE_ROW, columns, records))
    if not records:
        put(sheet, TABLE_ROW + 1, 1, "\u2713 Two people or more have each skill.")


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


def write_certificates(sheet: Worksheet, audit: AuditSheet) -> None:
    """Every certificate, what is due first on top."""
    put_title(
        sheet,
        "Certificates",
        f"By the date they are due, and how they stand on {uk_date(audit.day)}",
    )
    columns = [("Due", 14.0), ("Standing", 14.0), ("Name", 26.0), ("Team", 24.0), ("Course", 36.0)]
    columns += [("Achieved", 14.0), ("Provider", 24.0), ("Proof seen", 12.0)]
    records = (_certificate_cells(each, audit) for each in by_due(audit.certificates))
    finish(sheet, audit, columns, put_table(sheet, TABLE_ROW, columns, records))


def _certificate_cells(held: HeldCertificate, audit: AuditSheet) -> tuple[Value, ...]:
    certificate = held.certificate
    due = "never lapses" if certificate.lapse is Lapse.NEVER else "not known"
    proof = {None: "not known", True: "yes", False: "not yet"}[certificate.proof_seen]
    return (
        certificate.expires or due,
        _STANDING_MARKS[certificate.standing_on(audit.day)],
        held.holder,
        held.team,
        held.course,
        certificate.achieved or "not known",
        certificate.provider,
        proof,
    )


def write_fields(sheet: Worksheet, audit: AuditSheet) -> None:
    """What people bring in the six fields, their interests and wishes (A14)."""
    note = (
        "What people bring beyond the levels; an empty cell says nothing against anybody. "
        "Qualifications and earlier work are told where the writer may see them, and each person "
        "reads in LSA Desk that they were taken out. Specialisms come first, then the skills in "
        "which somebody leads or trains others."
    )
    put_title(sheet, "Six fields", note)
    columns = [("Name", 26.0), ("Team", 24.0)]
    names = ("Qualifications", "Certifications", "Training", "Experience", "Specialisms")
    columns += [(name, 26.0) for name in (*names, "Talents", "Interests and wishes")]
    told = {fields.person: fields for fields in audit.fields}
    records = (
        (person.sort_name, person.team, *_field_cells(told.get(person.id)))
        for person in audit.matrix.people
    )
    finish(sheet, audit, columns, put_table(sheet, TABLE_ROW, columns, records))


def _field_cells(fields: SixFields | None) -> tuple[str, ...]:
    if fields is None:
        return ("",) * 7
    return (
        fields.qualifications,
        fields.certifications,
        fields.training,
        fields.experience,
        fields.specialisms,
        fields.talents,
        fields.wishes,
    )


def write_teams(sheet: Worksheet, audit: AuditSheet) -> None:
    """People by team, contract and category (A03), and how much is known of them."""
    put_title(sheet, "Teams and contracts", "People, and how much of the matrix is known of them")
    columns = [("Team, contract or category", 34.0), ("Kind", 12.0), ("People", 10.0)]
    columns += [("Ratings known", 12.0), ("Not known or never asked", 14.0)]
    records = [
        *_totals(audit.matrix, "team", lambda person: person.team),
        *_totals(audit.matrix, "contract", lambda person: person.contract),
        *_totals(audit.matrix, "category", lambda person: person.category),
        *_totals(audit.matrix, "total", lambda _person: "Everyone listed"),
    ]
    finish(sheet, audit, columns, put_table(sheet, TABLE_ROW, columns, records))


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


def write_development(sheet: Worksheet, audit: AuditSheet) -> None:
    """What development plans come to, by funder, way and contract, as governors may be told it."""
    note = (
        "Lines of development plans open or closed this year. Hours and cost are of those lines "
        f"that say them; groups of fewer than {FEWEST} people are not told apart."
    )
    put_title(sheet, "Development", note)
    columns = [("By", 14.0), ("", 30.0), ("People", 14.0), ("Lines", 10.0), ("Done", 10.0)]
    columns += [("Cost, \u00a3", 12.0), ("Lines whose cost nobody said", 16.0)]
    columns += [("Hours off timetable", 14.0)]
    records = (_development_cells(by, total) for by, total in audit.plans or ())
    finish(sheet, audit, columns, put_table(sheet, TABLE_ROW, columns, records))


def _development_cells(by: str, total: Total) -> tuple[Value, ...]:
    if total.people is None:
        return by, total.heading, f"fewer than {FEWEST}", None, None, None, None, None
    return (
        by,
        total.heading,
        total.people,
        total.lines,
        total.done,
        None if total.cost_pence is None else total.cost_pence / 100,
        total.unpriced,
        None if total.release_minutes is None else round(total.release_minutes / 60, 2),
    )


def finish(
    sheet: Worksheet, audit: AuditSheet, columns: list[tuple[str, float]], next_row: int
) -> None:
    """Give a list its filter, its frozen headings and pages that print."""
    filter_and_freeze(sheet, TABLE_ROW, len(columns), next_row - 1)
    fit_to_page(sheet, f"{audit.college}, skills audit")
