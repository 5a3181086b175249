"""Rows among the records that are none: totals, headings again, remarks under a table."""

import re

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.headings import Table
from lsadesk.intake.mapping import Field, SheetMapping
from lsadesk.intake.meanings import meaning_of
from lsadesk.intake.parsing.words import key, plain
from lsadesk.intake.sheets import Formula, Row, written

_TOTAL = re.compile(
    r"^(?:grand |sub ?)?totals?\b|^(?:average|mean|count|sum|number of|no of|median|cyfanswm)\b|"
    r"^headcount\b|^page \d+\b|^end of (?:report|list)\b|"
    r"^number (?:trained|competent|completed|in date)\b|"
    r"\btotals?$|^(?:fte|headcount) total|^(?:percent\w*|compliant|compliance|overall)\b"
)
_COUNTING = re.compile(
    r"^=\s*(?:SUM|COUNT|COUNTA|COUNTIF|AVERAGE|SUBTOTAL|MAX|MIN|MEDIAN)\w*\(", re.I
)
_COUNTED = re.compile(
    r"^(?:no |number |percent )?(?:staff |people |lsas? )?(?:not )?(?:completed?|trained|"
    r"competent|done|in date|up to date|"
    r"outstanding|overdue|expired)$"
)
_EXPLAINS = re.compile(r"[\w/✓✔ ]{1,20}\s=\s\w")  # "Red = expired"
_EXAMPLE = re.compile(r"\(?(?:e\.?g\b|example\b|sample\b)|(?:joe|joanna|fred) bloggs\b")
_CALLED_OFF = re.compile(
    r"(?:session |class |course )?(?:cancelled|canx|withdrawn|not running|no longer runs?|deleted|"
    r"void|discontinued)"
)
_OF_COLUMNS = (Field.EXPIRES, Field.PROVIDER)
_NAMES = (Field.SURNAME, Field.FORENAME, Field.FULL_NAME, Field.REFERENCE, Field.DAY, Field.PAYROLL)


def why_no_record(row: Row, mapping: SheetMapping, table: Table) -> str:
    """A sentence on why a row is no record of its sheet, or "" where it may be one."""
    reason = why_none_at_all(row, min(table.headers, default=0))
    if not reason and _is_heading_again(row, table):
        return "It repeats the headings."
    if not reason and mapping.kind is not SheetKind.UNKNOWN and _is_remark(row, mapping):
        return "It looks like a remark beside the table, not a record."
    return reason


def why_none_at_all(row: Row, first: int) -> str:
    """A sentence on why a row is no record of any kind, or "" where it may be one.

    *first* is the first column of its table.
    """
    if is_total(row) or _is_all_figures(row, first):
        return "It is a total or a count, not a record."
    if _is_about_columns(row):
        return "It says something of the columns and of nobody."
    said = [plain(written(cell)) for cell in row.cells.values()]
    if _EXPLAINS.match(said[0]):
        return "It explains a mark of the table."
    if _EXAMPLE.match(said[0]):
        return "It is an example of how to fill in the table, not a record."
    if any(map(_CALLED_OFF.fullmatch, said)):
        return "The row says that it does not hold any more."
    return ""


def is_total(row: Row) -> bool:
    """Whether a row sums up or counts the rows around it."""
    first = written(row.cells[min(row.cells)])
    return (
        first.startswith("%")
        or bool(_TOTAL.match(key(first)))
        or _only_counts(row)
        or _names_a_count(row, first)
    )


def _is_all_figures(row: Row, first: int) -> bool:
    """Whether figures stand in several columns beside a blank first one, as under the names."""
    figures = all(type(cell) in (int, float) for cell in row.cells.values())
    return figures and len(row.cells) > 2 and min(row.cells) > first


def _is_about_columns(row: Row) -> bool:
    """Whether a row says something of each column: who gives the courses, how long they hold."""
    first = written(row.cells[min(row.cells)])
    meant = meaning_of(first, SheetKind.TRAINING) if len(row.cells) > 2 else ()
    return any(field in _OF_COLUMNS and score == 100 for field, score in meant)


def _names_a_count(row: Row, first: str) -> bool:
    """Whether a word such as "Completed" stands before figures and nothing else."""
    if len(row.cells) < 3 or not _COUNTED.match(key(first)):
        return False
    others = [row.cells[column] for column in sorted(row.cells)[1:]]
    return all(re.fullmatch(r"\d+(?:\.\d+)?\s*%?", written(cell)) for cell in others)


def _only_counts(row: Row) -> bool:
    formulas = [cell for cell in row.cells.values() if isinstance(cell, Formula)]
    return (
        any(_COUNTING.match(cell.text) for cell in formulas)
        and len(formulas) >= (len(row.cells) + 1) // 2
    )


def _is_heading_again(row: Row, table: Table) -> bool:
    same = sum(
        key(written(cell)) == key(table.headers.get(index, "")) for index, cell in row.cells.items()
    )
    return same >= 2 and same >= 0.6 * len(row.cells)


def _is_remark(row: Row, mapping: SheetMapping) -> bool:
    """One cell of several words in a table of many columns, where a record has more."""
    first = written(row.cells[min(row.cells)])
    if len(row.cells) > 1 or len(mapping.columns) < 3:
        return False
    looks_like_name = len(first.split()) <= 3 and first[-1:] not in ".!:"
    in_name_column = any(
        column.index in row.cells for wanted in _NAMES for column in mapping.of(wanted)
    )
    return not (looks_like_name and in_name_column) or len(first) > 60
