"""A self-assessment on paper says every level in words, and whose paper it is."""

from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from lsadesk.domain.appraisals.answer_forms import Given, nothing_given
from lsadesk.domain.appraisals.assessment import NOT_SURE, Answer, OwnWords, parts_for
from lsadesk.domain.appraisals.assessment_sheet import AssessmentSheet
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import OpenQuestion, Question, RoleId
from lsadesk.reports.assessment_pdf import write_assessment
from lsadesk.store.careers import library


def _given(place: int, question: Question) -> Given:
    if isinstance(question, OpenQuestion):
        return OwnWords(question=question.id, text="Harp", chosen=question.choices[:1])
    if place % 4 == 3:
        return nothing_given(question)
    value = NOT_SURE if place % 4 == 2 else Level(3)
    return Answer(statement=question.id, value=value, use_more=place % 4 == 0)


@pytest.fixture
def sheet() -> AssessmentSheet:
    framework = library.built_in().framework
    role = framework.roles[RoleId("lsa")]
    return AssessmentSheet(
        college="Harbour Lane",
        name="Łucja Ŵyn",
        role=role.name,
        day=date(2026, 11, 24),
        parts=[
            (part, [(q, _given(n, q)) for n, q in enumerate(framework.questions_of(part.id))])
            for part in parts_for(framework, role)
        ],
        handed_in_on=date(2026, 11, 20),
    )


@pytest.fixture
def printed(tmp_path, words_of):
    """The words of a sheet's paper, in one line."""

    def words(sheet):
        write_assessment(sheet, tmp_path / "a.pdf")
        return " ".join(words_of(tmp_path / "a.pdf").split())

    return words


def test_levels_stand_in_words_and_nothing_is_left_out(sheet, printed):
    said = printed(sheet)
    first = sheet.asked()[0][0]
    assert f"3 On my own: {first.levels[3]}" in said
    assert "I am not sure" in said
    assert "Not answered" in said
    assert "Harp" in said
    assert all(question.text in said for question, _ in sheet.asked())


def test_what_the_levels_mean_stands_before_the_answers_and_never_alone_on_a_last_page(
    sheet, printed
):
    said = printed(sheet)
    assert said.index("The levels follow") < said.index(sheet.asked()[0][0].text, 2_000)
    assert "The levels follow" not in said[-1_500:]


def test_a_draft_says_that_it_is_one(sheet, printed):
    assert "A draft that is not handed in" in printed(replace(sheet, handed_in_on=None))
    assert "draft" not in printed(sheet)


def test_what_somebody_else_typed_in_is_marked(sheet, printed):
    typed = "Typed in by Pat Ellery from a printed form on 24 Nov 2026."
    assert f"{typed} Łucja Ŵyn has no account." in printed(replace(sheet, typed_in=typed))


def test_a_note_of_two_thousand_words_is_printed_in_full(sheet, printed):
    (part, pairs), *others = sheet.parts
    question, given = pairs[0]
    wordy = replace(given, example="remembered " * 2_000)
    said = printed(replace(sheet, parts=[(part, [(question, wordy), *pairs[1:]]), *others]))
    note = said.split(f"Note 1: {question.text}")[1]
    assert note.count("remembered") == 2_000


def test_a_screen_reader_finds_headings_tables_and_the_language(sheet, tmp_path):
    write_assessment(sheet, tmp_path / "a.pdf")
    root = PdfReader(tmp_path / "a.pdf").trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    document = root["/StructTreeRoot"]["/K"][0].get_object()
    roles = [each.get_object()["/S"] for each in document["/K"]]
    assert roles[0] == "/H1"
    assert roles.count("/Table") >= len(sheet.parts)  # one that goes over a page counts twice
    assert roles.count("/H2") == len(sheet.parts) + 1


def test_the_same_sheet_gives_the_same_bytes(sheet, tmp_path):
    write_assessment(sheet, tmp_path / "a.pdf")
    write_assessment(sheet, tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
