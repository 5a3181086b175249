"""The audit as CSV files, for programs that read nothing better."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from lsadesk.domain.auditing.audit import CODE_MASK, SIGNS, AuditMatrix
from lsadesk.domain.auditing.audit_sheet import AuditSheet, HeldCertificate, by_due
from lsadesk.domain.calendar import Precision, RoughDate
from lsadesk.domain.courses.certificates import Lapse
from lsadesk.reports.files import written_whole

# What a spreadsheet may take for the start of a formula, also in its full-width form.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def write_audit_csv(matrix: AuditMatrix, path: Path) -> None:
    """Write one row a person: name, title, team, sites, contract, then the skills' symbols.

    Text that a spreadsheet would run as a formula gets an apostrophe in front. The file
    opens with its accents right in Excel (UTF-8 with a mark). Raises `UserError`.
    """
    _write(_rows(matrix), path)


def write_certificates_csv(audit: AuditSheet, path: Path) -> None:
    """Write one row a certificate, what is due first on top. Raises `UserError`.

    Dates are written as 2026-11-24; known to the month or the year only, as 2026-11 or 2026.
    """
    _write(_certificates(audit), path)


def _write(rows: Iterable[list[str]], path: Path) -> None:
    with written_whole(path) as draft, draft.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)


def as_text(matrix: AuditMatrix) -> str:
    """The same as tab-separated text, for the clipboard."""
    spaced = ([" ".join(words.split()) for words in row] for row in _rows(matrix))
    return "\n".join("\t".join(row) for row in spaced)


def _rows(matrix: AuditMatrix) -> Iterator[list[str]]:
    about = ["Name", "Job title", "Team", "Sites", "Contract"]
    yield about + [_harmless(skill.name) for skill in matrix.skills]
    for index, person in enumerate(matrix.people):
        head = (
            person.sort_name,
            person.title,
            person.team,
            ", ".join(person.sites),
            person.contract,
        )
        cells = [SIGNS[code & CODE_MASK] for code in matrix.row(index)]
        yield [_harmless(words) for words in head] + cells


def _certificates(audit: AuditSheet) -> Iterator[list[str]]:
    yield ["Due", "Standing", "Name", "Team", "Course", "Achieved", "Provider", "Proof seen"]
    for held in by_due(audit.certificates):
        yield [_harmless(words) for words in _certificate(held, audit)]


def _certificate(held: HeldCertificate, audit: AuditSheet) -> tuple[str, ...]:
    certificate = held.certificate
    due = "never lapses" if certificate.lapse is Lapse.NEVER else "not known"
    return (
        _iso(certificate.expires) or due,
        certificate.standing_on(audit.day).value,
        held.holder,
        held.team,
        held.course,
        _iso(certificate.achieved) or "not known",
        certificate.provider,
        {None: "not known", True: "yes", False: "not yet"}[certificate.proof_seen],
    )


def _iso(day: RoughDate | None) -> str:
    """As exact as it is known; "" for none."""
    if day is None:
        return ""
    length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[day.precision]
    return day.day.isoformat()[:length]


def _harmless(words: str) -> str:
    return f"'{words}" if words.lstrip(" ").startswith(_DANGEROUS) else words
