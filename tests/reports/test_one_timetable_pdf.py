"""One timetable on paper: days across or down, in large print, with closed days said."""

from dataclasses import replace
from datetime import date, time

import pytest
from pypdf import PdfReader

from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.weeks.timetables import Entry, Timetable, Whose
from lsadesk.reports.one_timetable_pdf import write_timetables

SHEET = Timetable(
    college="Afon Valley College",
    whose=Whose.LSA,
    name="Siân Ŵyn",
    week="Week A, from 23 Nov 2026",
    standing="A draft: not published yet",
    printed=date(2026, 11, 22),
    entries=(
        Entry(
            day=Weekday.MONDAY,
            span=TimeSpan(time(9, 15), time(10, 45)),
            title="Cookery <b>",
            lines=("Group A", "with T. Walsh"),
        ),
    ),
    closed={Weekday.FRIDAY: "staff day"},
)


def test_a_week_stands_across_the_page_with_closed_days_in_its_headings(tmp_path, words_of):
    write_timetables([SHEET], tmp_path / "a.pdf")
    words = words_of(tmp_path / "a.pdf")
    assert "Cookery <b>" in words
    assert "Fri: staff day" in words
    assert "not published yet" in words
    page = PdfReader(tmp_path / "a.pdf").pages[0].mediabox
    assert page.width > page.height


def test_large_print_puts_a_day_below_the_other(tmp_path, words_of):
    write_timetables([SHEET], tmp_path / "big.pdf", big=True)
    words = words_of(tmp_path / "big.pdf")
    assert words.index("Monday") < words.index("Friday")
    assert "Staff day" in words
    page = PdfReader(tmp_path / "big.pdf").pages[0].mediabox
    assert page.width < page.height


def test_beside_somebody_with_much_at_once_everybody_has_their_days_one_below_the_other(
    tmp_path, words_of
):
    much = tuple(replace(SHEET.entries[0], title=f"Session {at}") for at in range(5))
    teacher = replace(SHEET, whose=Whose.TEACHER)
    write_timetables([teacher, replace(teacher, entries=much)], tmp_path / "two.pdf")
    pages = [page.mediabox for page in PdfReader(tmp_path / "two.pdf").pages]
    assert all(page.width < page.height for page in pages)
    assert words_of(tmp_path / "two.pdf").count("Friday") == 2  # "Fri" in the days across


def test_an_empty_week_says_so(tmp_path, words_of):
    write_timetables([replace(SHEET, entries=())], tmp_path / "none.pdf")
    assert "Nothing is planned in this week." in words_of(tmp_path / "none.pdf")


@pytest.mark.parametrize("big", [False, True])
def test_each_sheet_begins_a_page_and_the_same_ones_give_the_same_bytes(tmp_path, big):
    for name in ("a.pdf", "b.pdf"):
        write_timetables([SHEET, SHEET], tmp_path / name, big=big)
    assert len(PdfReader(tmp_path / "a.pdf").pages) == 2
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
