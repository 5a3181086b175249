"""The record on paper is the text that was signed, and an unsigned one says so."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pypdf import PdfReader

from lsadesk.domain.appraisals.appraisal_record import (
    How,
    Record,
    RecordText,
    Section,
    Side,
    Signature,
)
from lsadesk.reports.appraisal_pdf import RecordSheet, write_record

AT = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
PERSON = Signature(side=Side.PERSON, name="Łucja Ŵyn", how=How.SECRET, at=AT)
APPRAISER = Signature(
    side=Side.APPRAISER, name="Pat Ellery", how=How.PAPER, at=AT, paper_on=date(2026, 11, 23)
)


@pytest.fixture
def sheet() -> RecordSheet:
    text = RecordText(
        "Appraisal of Łucja Ŵyn",
        (Section("Agreed actions", ("Shadow Kay Lewis", "Read about <b>hoists</b>")),),
    )
    return RecordSheet(
        college="Harbour Lane",
        names={Side.PERSON: "Łucja Ŵyn", Side.APPRAISER: "Pat Ellery"},
        record=Record(
            text=text,
            mark="7c1e-90ab",
            written_at=AT,
            signatures=(PERSON, APPRAISER),
            is_whole=True,
        ),
    )


@pytest.fixture
def printed(tmp_path, words_of):
    """The words of a record's paper, in one line."""

    def words(sheet):
        write_record(sheet, tmp_path / "a.pdf")
        return " ".join(words_of(tmp_path / "a.pdf").split())

    return words


def with_record(sheet, **changes):
    return replace(sheet, record=replace(sheet.record, **changes))


def test_every_line_is_printed_as_it_stands(sheet, printed):
    said = printed(sheet)
    assert "Read about <b>hoists</b>" in said
    assert "Mark of this text: 7c1e-90ab" in said


def test_signatures_say_who_signed_how_and_when(sheet, printed):
    said = printed(sheet)
    assert "Łucja Ŵyn, the person appraised, signed with their own PIN or password on 24" in said
    assert "Pat Ellery, appraiser, signed on paper on 23 Nov 2026" in said
    assert "Not signed yet" not in said


def test_an_unsigned_record_says_so_first_and_has_lines_to_sign_on(sheet, printed):
    said = printed(with_record(sheet, signatures=(PERSON,)))
    assert "Not signed yet: Pat Ellery still to sign" in said
    assert said.index("Not signed yet") < said.index("Agreed actions")
    assert "Pat Ellery, appraiser Signed Date" in said


def test_a_record_that_was_altered_says_that_it_proves_nothing(sheet, printed):
    assert "altered outside LSA Desk" in printed(with_record(sheet, is_whole=False))


def test_the_last_line_goes_over_to_the_page_of_the_signatures(sheet, tmp_path):
    for lines in range(28, 46, 3):
        talked = Section("Agreed actions", tuple(f"Line {each}" for each in range(lines)))
        text = RecordText(sheet.record.text.title, (talked,))
        write_record(with_record(sheet, text=text), tmp_path / "a.pdf")
        *_, last = PdfReader(tmp_path / "a.pdf").pages
        assert f"Line {lines - 1}" in last.extract_text().split("Signatures")[0]


def test_a_line_of_two_thousand_words_goes_on_over_the_pages(sheet, printed):
    long = replace(sheet.record.text, sections=(Section("Talk", ("remembered " * 2_000,)),))
    assert printed(with_record(sheet, text=long)).count("remembered") == 2_000
