"""An audit workbook read back: whatever its cells hold, keys decide, and nothing is guessed."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lsadesk.domain.auditing.audit_back import (
    PEOPLE_KEYS,
    SKILL_KEYS,
    AuditMark,
    code_written,
    mark_of,
)
from lsadesk.domain.auditing.skills import NEVER_ASKED, NOT_APPLICABLE, SPOKEN, SYMBOLS, UNKNOWN
from lsadesk.errors import NotOurs
from lsadesk.intake.audit_book import read_audit
from lsadesk.intake.sheets import CellError, Formula, Row, Sheet

MARK = AuditMark(college="abc", written_at=datetime(2026, 11, 24, 10, 42, tzinfo=UTC))


def a_sheet(*people: dict[int, object], name: str = "Matrix") -> Sheet:
    """Keys in column A, names in B, the skills 1 and 2 in C and D; rows of people from 4."""
    head = [
        {0: str(MARK)},
        {0: SKILL_KEYS, 2: "s1", 3: "s2"},
        {0: PEOPLE_KEYS, 1: "Name", 2: "BSL", 3: "Hoist"},
    ]
    rows = [Row(at, cells) for at, cells in enumerate([*head, *people], 1)]
    return Sheet(name=name, rows=tuple(rows))


@pytest.mark.parametrize("code", range(len(SYMBOLS)))
def test_a_symbol_and_its_words_are_both_understood(code):
    assert code_written(SYMBOLS[code]) == code
    assert code_written(SPOKEN[code].upper()) == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [("3\u2713", 3), ("2\u2191", 2), ("\u2014", NEVER_ASKED), (" ? ", UNKNOWN)],
)
def test_marks_dashes_and_spaces_do_no_harm(typed, code):
    assert code_written(typed) == code


@pytest.mark.parametrize("typed", ["N/A", "na", "n", "not applicable"])
def test_not_applicable_is_understood_as_people_write_it(typed):
    assert code_written(typed) == NOT_APPLICABLE


@pytest.mark.parametrize("typed", ["", "5", "-1", "yes", "x", "2-3", "33"])
def test_nothing_else_is_guessed_at(typed):
    assert code_written(typed) is None


@pytest.mark.parametrize("day", [None, date(2026, 11, 1)])
def test_a_mark_comes_back_as_it_was_written(day):
    mark = AuditMark(college="abc", written_at=MARK.written_at, day=day)
    assert mark_of(str(mark)) == mark


@pytest.mark.parametrize(
    "value", [2.5, True, 7, date(2026, 1, 2), CellError("#REF!"), Formula("=1")]
)
def test_a_cell_that_is_no_level_is_said_with_its_place(value):
    brought = read_audit([a_sheet({0: "p1", 1: "Kaur, Asha", 2: value, 3: 1})])
    (row,) = brought.rows
    assert row.codes == {2: 1}
    assert row.silent == {1}
    assert brought.problems[0].place == "Cell C4"


def test_a_copied_sheet_is_not_read_and_is_said():
    brought = read_audit([a_sheet({0: "p1", 1: "A", 2: 3}), a_sheet(name="Matrix (2)")])
    assert [row.codes for row in brought.rows] == [{1: 3}]
    assert brought.problems[0].place == "Sheet Matrix (2)"


def test_a_copied_column_counts_once():
    sheet = a_sheet({0: "p1", 1: "A", 2: 3, 4: 0})
    rows = [
        Row(2, {**sheet.rows[1].cells, 4: "s1"}) if row.number == 2 else row for row in sheet.rows
    ]
    brought = read_audit([Sheet(name="Matrix", rows=tuple(rows))])
    assert [row.codes for row in brought.rows] == [{1: 3}]
    assert "Column E" in [each.place for each in brought.problems]


VALUES = st.one_of(
    st.integers(-3, 9),
    st.floats(allow_nan=False),
    st.booleans(),
    st.text(max_size=12),
    st.sampled_from(["p1", "p2", "s1", SKILL_KEYS, PEOPLE_KEYS, str(MARK), "Name", "3", "?"]),
    st.builds(Formula, st.text(max_size=5)),
    st.builds(CellError, st.text(max_size=5)),
    st.dates(),
    st.datetimes(),
    st.times(),
)
ROWS = st.lists(st.dictionaries(st.integers(0, 6), VALUES, max_size=6), max_size=6)


@settings(max_examples=60, deadline=None)
@given(rows=ROWS, keeps_head=st.booleans())
def test_whatever_stands_in_a_workbook_it_is_read_or_refused_in_a_sentence(rows, keeps_head):
    head = a_sheet().rows if keeps_head else ()
    sheet = Sheet(
        name="Matrix",
        rows=(*head, *(Row(at, cells) for at, cells in enumerate(rows, len(head) + 1))),
    )
    try:
        brought = read_audit([sheet])
    except NotOurs:
        return
    for row in brought.rows:
        assert all(0 <= code <= 9 for code in row.codes.values())
        assert not row.silent & set(row.codes)


@settings(max_examples=40, deadline=None)
@given(
    codes=st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), min_size=1, max_size=6),
    order=st.randoms(use_true_random=False),
    shift=st.integers(0, 3),
)
def test_wherever_rows_and_columns_are_moved_to_each_cell_is_about_the_same(codes, order, shift):
    rows = [
        {0: f"p{at}", 1: f"Name {at}", 2: SYMBOLS[one], 3: SYMBOLS[other]}
        for at, (one, other) in enumerate(codes)
    ]
    order.shuffle(rows)
    places = [0, 1, 2, 3]
    order.shuffle(places)
    sheet = a_sheet(*rows)
    moved = [
        Row(2 * row.number + shift, {places[at] + shift: cell for at, cell in row.cells.items()})
        for row in sheet.rows
    ]
    brought = read_audit([Sheet(name="Matrix", rows=tuple(moved))])
    assert {row.person: row.codes for row in brought.rows} == {
        at: {1: one, 2: other} for at, (one, other) in enumerate(codes)
    }
    assert brought.problems == ()
