from datetime import date

import pytest
from pypdf import PdfReader

from lsadesk.domain.placements.placements import (
    Entry,
    EntryId,
    EntryKind,
    Placement,
    PlacementId,
    PlacementRecord,
)
from lsadesk.domain.placements.report import PlacementReport
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.reports.placement_pdf import write_placement


def a_report(words: int) -> PlacementReport:
    starts, ends = date(2026, 9, 7), date(2026, 10, 2)
    placement = Placement(
        learner=LearnerId(1),
        place="Harbour café",
        starts=starts,
        ends=ends,
        id=PlacementId(1),
        version=1,
    )
    told = " ".join(f"word{number}" for number in range(words))
    ending = Entry(
        kind=EntryKind.END,
        on=ends,
        learnt=told,
        agreed_with="Sam",
        id=EntryId(1),
        version=1,
        placement=PlacementId(1),
    )
    record = PlacementRecord(
        placement=placement, reference="L-014", lsa="Cysgodi Pat", entries=(ending,), days=(starts,)
    )
    return PlacementReport(college="Harbour Lane", printed=ends, record=record)


@pytest.mark.parametrize("words", [300, 380, 540, 860])
def test_nobody_signs_a_page_without_the_end_of_what_is_signed(tmp_path, words):
    write_placement(a_report(words), tmp_path / "report.pdf")
    pages = [page.extract_text() for page in PdfReader(tmp_path / "report.pdf").pages]
    (signed,) = (page for page in pages if "Signatures" in page)
    assert "Sam" in signed
