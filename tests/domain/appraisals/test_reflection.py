"""What a private note is called in its author's list."""

from datetime import UTC, datetime

from lsadesk.domain.appraisals.reflection import Reflection, ReflectionId

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


def a_note(text):
    return Reflection(id=ReflectionId(1), text=text, begun_at=NOW, saved_at=NOW)


def test_a_note_is_called_by_its_first_line_with_words():
    assert a_note("\n  \n I waited \nand more").title == "I waited"


def test_a_long_first_line_is_cut_and_an_empty_note_has_no_title():
    title = a_note("ŵ" * 200).title
    assert len(title) == 60
    assert title.endswith("…")
    assert a_note(" \n").title == ""
