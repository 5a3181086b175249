"""Pieces of a past keep their length as they move, and never leave the line."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from lsadesk.domain.calendar import Precision, RoughDate
from lsadesk.domain.careers.catalogue import QualificationId
from lsadesk.domain.staff.line_of_time import EARLIEST, Part, Piece, dragged, moved, pieces, placed
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.staff.record import CareerRecord, HeldQualification, Holding, PastRole

NOW = 2026
NAMES = {QualificationId("bsl"): "BSL level 1"}


def held(achieved=None, state=Holding.HELD):
    return HeldQualification(qualification=QualificationId("bsl"), state=state, achieved=achieved)


def record(*past, qualifications=()):
    return CareerRecord(person=PersonId(1), past=past, qualifications=qualifications)


def piece(began, ended=None):
    (found,) = pieces(record(PastRole(title="Shop", began=began, ended=ended)), NAMES)
    return found


def test_what_has_no_year_comes_first_and_the_rest_in_order():
    in_2016 = held(RoughDate(date(2016, 5, 1), Precision.MONTH))
    past = (PastRole(title="Later", began=2018), PastRole(title="Some time"))
    told = pieces(record(*past, qualifications=(in_2016,)), NAMES)
    assert [(each.name, each.began) for each in told] == [
        ("Some time", None),
        ("BSL level 1", 2016),
        ("Later", 2018),
    ]


def test_what_is_only_wished_for_is_not_on_the_line():
    assert pieces(record(qualifications=(held(state=Holding.WANTED),)), NAMES) == ()


def test_an_end_moves_alone_and_never_past_the_other():
    assert moved(piece(2010, 2014), 2, NOW, Part.END).ended == 2016
    assert moved(piece(2010, 2014), -9, NOW, Part.END) == PastRole(
        title="Shop", began=2010, ended=2010
    )
    assert moved(piece(2010, 2014), 9, NOW, Part.BEGIN).began == 2014
    assert moved(piece(2010), 3, NOW, Part.END).ended == 2013


def test_what_is_dragged_stands_where_it_would_be_let_go_with_its_years_in_words():
    assert dragged(piece(2010, 2014), 2011, 2013, NOW).years == "2012 \u2013 2016"
    assert dragged(piece(2010, 2014), 2014, 2001, NOW, Part.END).years == "2010"
    assert dragged(piece(None), 1990, 1999, NOW).years == "1999"
    assert piece(None).years == ""


def test_a_month_that_is_known_stays_known_in_another_year():
    leap = RoughDate(date(2016, 2, 29), Precision.DAY)
    (found,) = pieces(record(qualifications=(held(leap),)), NAMES)
    assert moved(found, 1, NOW).achieved == RoughDate(date(2017, 2, 28), Precision.DAY)
    assert moved(found, 0, NOW).achieved == leap
    assert moved(found, 40, NOW).achieved.day.year == NOW


def test_what_waits_beside_the_line_comes_onto_it():
    waiting = piece(None)
    assert moved(waiting, 1, NOW).began == NOW
    assert placed(waiting, 1999, NOW) == PastRole(title="Shop", began=1999)
    assert placed(piece(2010, 2014), 2024, NOW) == PastRole(title="Shop", began=2024, ended=NOW)


@given(
    st.integers(EARLIEST, NOW), st.integers(0, 40), st.integers(-200, 200), st.sampled_from(Part)
)
def test_it_stays_on_the_line_the_right_way_round(began, long, years, part):
    before = piece(began, min(began + long, NOW))
    after = moved(before, years, NOW, part)
    assert EARLIEST <= after.began <= after.ended <= NOW
    if part is Part.WHOLE:
        assert after.ended - after.began == before.ended - before.began


def test_a_piece_says_whether_it_is_work():
    assert piece(2010).is_work
    assert not Piece(held(), "BSL", None, None).is_work
