"""What keeps a placement, or what is written down of it, from being kept; each limit in a pair."""

from dataclasses import replace
from datetime import date, time, timedelta

from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.placements.placements import (
    LONGEST,
    LONGEST_WAY,
    MOST_DAYS,
    EntryDetails,
    EntryKind,
    Placement,
    PlacementDetails,
    PlacementId,
    tidied,
    wrong_with,
    wrong_with_entry,
)
from lsadesk.domain.weeks.learners import LearnerId

TODAY = date(2026, 11, 24)  # a Tuesday
CAFE = PlacementDetails(
    learner=LearnerId(1),
    place="Caffi'r Ŵyn",
    starts=TODAY,
    ends=TODAY + timedelta(weeks=4),
    hours={Weekday.TUESDAY: TimeSpan(time(9), time(12))},
)
VISIT = EntryDetails(kind=EntryKind.VISIT, on=TODAY, seen="At ease at the counter")


def test_a_placement_may_last_two_years_and_one_day_is_enough() -> None:
    for ends in (TODAY, TODAY + timedelta(days=MOST_DAYS)):
        assert wrong_with(replace(CAFE, ends=ends)) == {}
    for ends in (TODAY - timedelta(days=1), TODAY + timedelta(days=MOST_DAYS + 1)):
        assert set(wrong_with(replace(CAFE, ends=ends))) == {"ends"}


def test_the_next_visit_is_on_a_day_of_the_placement() -> None:
    for visit in (CAFE.starts, CAFE.ends, None):
        assert wrong_with(replace(CAFE, visit_on=visit)) == {}
    for visit in (CAFE.starts - timedelta(days=1), CAFE.ends + timedelta(days=1)):
        assert set(wrong_with(replace(CAFE, visit_on=visit))) == {"visit_on"}


def test_a_place_is_said_and_a_way_takes_three_hours_at_most() -> None:
    assert set(wrong_with(replace(CAFE, place=" "))) == {"place"}
    assert wrong_with(replace(CAFE, way_minutes=LONGEST_WAY)) == {}
    assert set(wrong_with(replace(CAFE, way_minutes=LONGEST_WAY + 1))) == {"way_minutes"}


def test_a_visit_is_written_down_from_its_day_on_and_an_end_report_before() -> None:
    assert wrong_with_entry(VISIT, TODAY) == {}
    assert set(wrong_with_entry(VISIT, TODAY - timedelta(days=1))) == {"on"}
    report = tidied(replace(VISIT, kind=EntryKind.END, learnt="To ask for help"))
    assert wrong_with_entry(report, TODAY - timedelta(days=1)) == {}


def test_an_answer_has_its_limit_and_one_at_least_is_given() -> None:
    assert wrong_with_entry(replace(VISIT, seen="x" * LONGEST), TODAY) == {}
    assert set(wrong_with_entry(replace(VISIT, seen="x" * (LONGEST + 1)), TODAY)) == {"seen"}
    assert len(wrong_with_entry(replace(VISIT, seen=""), TODAY)) == 1


def test_a_learner_is_there_on_the_days_and_at_the_hours_that_are_said() -> None:
    names = {name: getattr(CAFE, name) for name in ("learner", "place", "starts", "ends", "hours")}
    placed = Placement(id=PlacementId(1), version=1, way_minutes=30, **names)
    assert placed.is_at(TODAY, TimeSpan(time(8, 45), time(9)))  # on the way
    assert not placed.is_at(TODAY, TimeSpan(time(8), time(8, 30)))
    assert not placed.is_at(TODAY + timedelta(days=1), TimeSpan(time(9), time(12)))
    assert not placed.is_at(TODAY - timedelta(weeks=1), TimeSpan(time(9), time(12)))
