"""The audit matrix as a CSV file, for programs that read nothing better."""

import csv
from collections.abc import Iterator
from pathlib import Path

from lsadesk.domain.audit import CODE_MASK, SIGNS, AuditMatrix
from lsadesk.reports.files import written_whole

# What a spreadsheet may take for the start of a formula, also in its full-width form.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def write_audit_csv(matrix: AuditMatrix, path: Path) -> None:
    """Write one row a person: name, title, team, sites, contract, then the skills' symbols.

    Text that a spreadsheet would run as a formula gets an apostrophe in front. The file
    opens with its accents right in Excel (UTF-8 with a mark). Raises `UserError`.
    """
    with written_whole(path) as draft, draft.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(_rows(matrix))


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


def _harmless(words: str) -> str:
    return f"'{words}" if words.lstrip(" ").startswith(_DANGEROUS) else words
