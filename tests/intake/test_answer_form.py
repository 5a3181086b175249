"""The Excel form comes back as it was filled in; what was put there besides is named."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from lsadesk.domain.appraisals.answer_forms import FormMark
from lsadesk.domain.appraisals.assessment import NOT_SURE, parts_for
from lsadesk.domain.appraisals.form_layout import FormSheet
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.intake.answer_form import read_form
from lsadesk.intake.reading import read_sheets
from lsadesk.intake.sheets import Row, Sheet
from lsadesk.reports.form_workbook import write_form
from lsadesk.store.careers import library

FRAMEWORK = library.built_in().framework
MARK = FormMark(college="c0ffee", person=PersonId(7), edition="2026-11-22", role="lsa")
ANSWER, WORDS, USE, LEARN = "E", "F", "G", "H"


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """An empty form, as it is given out."""
    role = FRAMEWORK.roles[RoleId("lsa")]
    form = FormSheet(
        college="Harbour Lane",
        name="Łucja Ŵyn",
        role=role.name,
        day=date(2026, 11, 24),
        mark=MARK,
        parts=[(part, FRAMEWORK.questions_of(part.id)) for part in parts_for(FRAMEWORK, role)],
    )
    path = tmp_path_factory.mktemp("form") / "form.xlsx"
    write_form(form, path)
    return path


@pytest.fixture
def filled(empty, tmp_path):
    """Fill cells in ("E7") and read the form back."""

    def fill(cells, change=lambda sheet: None):
        book = load_workbook(empty)
        for name, value in cells.items():
            book.active[name] = value
        change(book.active)
        book.save(tmp_path / "filled.xlsx")
        return read_form(read_sheets(tmp_path / "filled.xlsx"), FRAMEWORK)

    return fill


def test_an_empty_form_brings_nothing_and_knows_whose_it_is(empty):
    brought = read_form(read_sheets(empty), FRAMEWORK)
    assert brought.given == {}
    assert brought.problems == ()
    assert brought.mark == MARK


def test_answers_examples_and_wishes_come_back(filled):
    brought = filled({"E7": "3 On my own", "F7": "In cookery", "G7": "Yes", "E8": "I am not sure"})
    first, second = brought.given["own-goals"], brought.given["first-step"]
    assert (first.value, first.example) == (Level(3), "In cookery")
    assert (first.use_more, first.learn_more) == (True, False)
    assert second.value == NOT_SURE
    assert brought.problems == ()


def test_a_number_typed_over_the_list_is_understood_and_nonsense_is_named(filled):
    brought = filled({"E7": 2, "E8": "brilliant", "H8": "maybe"})
    assert brought.given["own-goals"].value == Level(2)
    assert "first-step" not in brought.given
    place = "Question 2 (“I help learners work out how to start a task.”), row 8"
    assert [problem.place for problem in brought.problems] == [place, place]
    assert "brilliant" in brought.problems[0].sentence


def test_rows_that_were_moved_still_answer_their_questions(filled):
    brought = filled({"E7": "4 I help others"}, lambda sheet: sheet.insert_rows(6, 3))
    assert brought.given["own-goals"].value == Level(4)


def test_an_example_that_looks_like_a_formula_stays_words(filled):
    brought = filled({"F7": "=1+1"})
    assert brought.given["own-goals"].example == "=1+1"


def test_a_question_that_stands_there_twice_counts_once(filled):
    brought = filled({"E7": "1", "A8": "own-goals", "E8": "4"})
    assert brought.given["own-goals"].value == Level(1)
    assert "twice" in brought.problems[0].sentence


def test_a_form_without_its_hidden_column_is_no_form(filled):
    with pytest.raises(UserError, match="hidden column"):
        filled({}, lambda sheet: sheet.delete_cols(1))


def test_a_heading_that_was_written_over_is_named(filled):
    with pytest.raises(UserError, match="Your answer"):
        filled({"E5": "My mark"})


def test_only_the_answer_cells_can_be_changed(empty):
    sheet = load_workbook(empty).active
    assert sheet.protection.sheet
    assert not sheet["E7"].protection.locked
    assert sheet["C7"].protection.locked
    assert sheet.column_dimensions["A"].hidden


cell = st.none() | st.text(max_size=12) | st.integers() | st.booleans() | st.floats(allow_nan=False)


@given(st.lists(st.dictionaries(st.integers(0, 9), cell, max_size=8), max_size=12), st.booleans())
@settings(max_examples=60, deadline=None)
def test_any_sheet_is_read_or_refused_with_a_sentence(rows, is_marked):
    head = {0: "LSA Desk form 1|c|7|e|lsa"} if is_marked else {}
    cells = [head, *({k: v for k, v in row.items() if v is not None} for row in rows)]
    sheet = Sheet(name="S", rows=tuple(Row(n, each) for n, each in enumerate(cells, 1)))
    with pytest.raises(UserError):
        read_form([sheet], FRAMEWORK)
