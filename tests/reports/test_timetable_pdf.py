from dataclasses import replace

from pypdf import PdfReader

from lsadesk.reports.timetable_pdf import write_timetable


def test_the_week_says_who_is_where_with_unmet_needs_first(week, tmp_path, words_of, golden):
    write_timetable(week, tmp_path / "week.pdf")
    words = words_of(tmp_path / "week.pdf")
    assert words == golden("week.txt")
    assert words.index("BSL 2") < words.index("Everybody's week")


def test_learners_are_never_named(week, tmp_path, words_of):
    write_timetable(week, tmp_path / "week.pdf")
    words = words_of(tmp_path / "week.pdf")
    assert "Brown" not in words
    assert "[JB02 JB]" in words


def test_a_week_with_nothing_missing_says_so(week, tmp_path, words_of):
    write_timetable(replace(week, unmet=()), tmp_path / "week.pdf")
    assert "every session has who it needs" in words_of(tmp_path / "week.pdf")


def test_one_site_needs_no_page_of_its_own(week, tmp_path):
    here = replace(week, placements=week.placements[:1])
    write_timetable(here, tmp_path / "week.pdf")
    assert len(PdfReader(tmp_path / "week.pdf").pages) == 1


def test_the_same_week_gives_the_same_bytes(week, tmp_path):
    write_timetable(week, tmp_path / "a.pdf")
    write_timetable(week, tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
