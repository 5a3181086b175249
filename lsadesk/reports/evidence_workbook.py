"""What the evidence asks of a plan, as a workbook: each finding with its reason and source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.deployment.evidence import Finding
from lsadesk.domain.deployment.evidence_words import ASKED
from lsadesk.domain.deployment.over_terms import MEASURED, LearnerOverTerms
from lsadesk.domain.deployment.task_hours import SHARING, TaskHours
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.vocabulary import said
from lsadesk.reports.books import save_book
from lsadesk.reports.sheets import filter_and_freeze, fit_to_page, put_table, put_title

_COLUMNS = (
    ("Asked", 30.0),
    ("Found", 62.0),
    ("Measure", 22.0),
    ("Set aside because", 40.0),
    ("By", 20.0),
    ("On", 14.0),
)
_TERM_COLUMNS = (
    ("Learner", 12.0),
    ("Group", 14.0),
    ("Term", 20.0),
    ("Most from", 24.0),
    ("Share of one LSA", 12.0),
    ("LSAs", 8.0),
    ("Hours a week", 10.0),
    ("With a teacher", 12.0),
    ("Set aside because", 36.0),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSheet:
    """The findings on one plan, its hours by LSA task, and learners' support term by term."""

    college: str
    day: date
    week: str
    standing: str
    findings: Sequence[Finding]
    task_hours: Sequence[TaskHours]
    over_terms: Sequence[LearnerOverTerms] = ()
    names: Mapping[PersonId, str] = field(default_factory=dict)


def write_evidence(sheet: EvidenceSheet, path: Path) -> None:
    """Write *sheet* to *path*. Raises `UserError` where the file cannot be written."""
    book = Workbook()
    page = book.active
    if page is None:
        raise RuntimeError("a new workbook has a sheet")
    page.title = "Findings"
    note = f"{sheet.week}. {sheet.standing}. Questions to talk about, not faults."
    put_title(page, said("What the evidence asks"), f"{sheet.college}. {note}")
    rows = [_row(each) for each in sheet.findings]
    last = put_table(page, 4, [(said(name), width) for name, width in _COLUMNS], rows)
    filter_and_freeze(page, 4, len(_COLUMNS), last - 1)
    footer = f"{sheet.college}, {uk_date(sheet.day)}"
    fit_to_page(page, footer)
    why = book.create_sheet("Why it is asked")
    put_title(why, "Why it is asked", "What each measure is worked out from, and its source.")
    columns = (("Asked", 34.0), ("Why, and how it is measured", 90.0), ("Source", 24.0))
    put_table(
        why,
        4,
        columns,
        [[said(each.asked), said(each.why), each.source] for each in ASKED.values()],
    )
    fit_to_page(why, footer)
    hours = book.create_sheet("Hours by task")
    put_title(hours, said("Hours a week by LSA task"), said(SHARING))
    lines = [(said(each.words), round(each.hours, 2)) for each in sheet.task_hours]
    put_table(hours, 4, ((said("LSA task"), 60.0), ("Hours a week", 16.0)), lines)
    fit_to_page(hours, footer)
    _put_terms(book, sheet, footer)
    save_book(book, path)


def _put_terms(book: Workbook, sheet: EvidenceSheet, footer: str) -> None:
    """A line for each learner and term: whether leaning on one person fades."""
    page = book.create_sheet("Over the terms")
    put_title(page, said("How learners' support was shared, term by term"), said(MEASURED))
    rows = [
        (
            each.learner.reference,
            each.learner.group,
            term.term.name,
            sheet.names.get(term.person, ""),
            round(term.share, 3),
            term.people,
            round(term.weekly / 60, 1),
            round(term.teacher_share, 3),
            "; ".join(f"{aside.reason} ({aside.by})" for aside in each.aside),
        )
        for each in sheet.over_terms
        for term in each.terms
    ]
    last = put_table(page, 4, [(said(name), width) for name, width in _TERM_COLUMNS], rows)
    for row in page.iter_rows(min_row=5, max_row=last - 1):
        row[4].number_format = row[7].number_format = "0%"
    filter_and_freeze(page, 4, len(_TERM_COLUMNS), last - 1)
    fit_to_page(page, footer)


def _row(finding: Finding) -> list[str | date | None]:
    aside = finding.set_aside
    asked = said(ASKED[finding.question].asked)
    told = [asked, said(finding.sentence), said(finding.figure)]
    return [*told, *((aside.reason, aside.by, aside.on) if aside else ("", "", None))]
