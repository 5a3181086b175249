"""Trying a copy once a term."""

from datetime import UTC, date, datetime, timedelta

import pytest

from lsadesk.domain.keeping.drill import Tried, TriedThere, is_due
from lsadesk.domain.weeks.terms import CollegeYear, Period
from lsadesk.operations.keeping import college, copies, drill
from lsadesk.operations.staff import structure

AUTUMN = Period(date(2026, 9, 1), date(2026, 12, 18), "Autumn")
SPRING = Period(date(2027, 1, 4), date(2027, 3, 26), "Spring")
YEAR = CollegeYear(terms=(AUTUMN, SPRING))


def tried(on, wrong=()):
    return Tried(on=on, made=datetime(2026, 9, 1, tzinfo=UTC), records=1, now=1, wrong=wrong)


@pytest.mark.parametrize(
    ("last", "today", "due"),
    [
        (None, date(2026, 11, 24), True),
        (tried(date(2026, 9, 2)), date(2026, 12, 18), False),
        (tried(date(2026, 9, 2)), date(2026, 12, 28), False),
        (tried(date(2026, 9, 2)), date(2027, 1, 4), True),
        (tried(date(2026, 8, 31)), date(2026, 9, 1), True),
        (tried(date(2026, 9, 2), ("It is cut off.",)), date(2026, 9, 3), True),
    ],
)
def test_once_a_term_and_again_where_it_was_not_whole(last, today, due):
    assert is_due(last, YEAR, today) is due


def test_without_terms_a_third_of_a_year_counts():
    last = tried(date(2026, 11, 24))
    assert not is_due(last, CollegeYear(), last.on + timedelta(days=120))
    assert is_due(last, CollegeYear(), last.on + timedelta(days=121))


def test_the_newest_copy_is_opened_counted_and_noted(desk):
    assert drill.last_drill(desk) is None
    found = drill.try_newest(desk).result
    assert found.wrong == (), "a copy was made to be tried"
    assert found.on == date(2026, 11, 24)
    (saved,) = (desk.folder / "backups").glob("*.lsabackup")
    before = found.now - found.records
    structure.add_team(desk, "Since then")
    found = drill.try_newest(desk).result
    assert found.now - found.records == before + 2, "the team, and that a copy was tried"
    assert drill.last_drill(desk) == found
    with desk.store.read() as reading:
        assert not drill.is_drill_due(reading)
    content = bytearray(saved.read_bytes())
    content[len(content) // 2] ^= 1
    saved.write_bytes(bytes(content))
    found = drill.try_newest(desk).result
    assert found.wrong
    with desk.store.read() as reading:
        assert drill.is_drill_due(reading)
    assert college.check(desk) == []
    assert not list(desk.folder.glob(".restoring-*"))


def test_the_copy_at_the_second_place_is_tried_too(desk, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    copies.set_second_place(desk, stick)
    college.back_up(desk)
    assert drill.try_newest(desk).result.there == TriedThere()
    there = copies.take_to_second_place(desk).result
    found = drill.try_newest(desk).result
    assert found.is_whole
    assert found.there.made is not None
    assert drill.last_drill(desk) == found
    content = bytearray(there.read_bytes())
    content[len(content) // 2] ^= 1
    there.write_bytes(bytes(content))
    found = drill.try_newest(desk).result
    assert (found.wrong, bool(found.there.wrong), found.is_whole) == ((), True, False)
    stick.rename(tmp_path / "pulled out")
    found = drill.try_newest(desk).result
    assert "Plug it in" in found.there.away
    assert found.is_whole
