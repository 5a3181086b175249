"""Times of day as people type them."""

from datetime import time

import pytest

from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.errors import UserError
from lsadesk.operations.typed_times import (
    read_clock,
    read_days_and_hours,
    read_hours_of_day,
    span_words,
)


def test_a_time_is_read_as_timetables_write_it():
    assert [read_clock(text) for text in ("9.15", "09:15", "9.15am", "0915")] == [time(9, 15)] * 4
    assert read_clock(" ") is None
    with pytest.raises(UserError, match="Write a time as"):
        read_clock("soon")


def test_hours_are_two_times_and_may_go_on_past_midnight():
    day = TimeSpan(time(8, 30), time(16))
    assert [
        read_hours_of_day(text) for text in ("8.30-16.00", "08:30 to 4pm", "8.30\u20134pm")
    ] == [day] * 3
    night = read_hours_of_day("10pm-8am")
    assert night == TimeSpan(time(22), time(8))
    assert span_words(night) == "22.00-8.00 the day after"
    assert read_hours_of_day(span_words(night)) == night
    assert span_words(day) == "8.30-16.00"
    assert read_hours_of_day("") is None
    for wrong in ("9.15", "-", "9-9", "early-late"):
        with pytest.raises(UserError):
            read_hours_of_day(wrong)


def test_days_with_their_hours_are_read_as_people_say_them():
    day = TimeSpan(time(9, 30), time(15))
    for said in ("Tue, Thu 9.30-15.00", "Tuesdays and Thursdays, 9.30am to 3pm;"):
        assert read_days_and_hours(said) == {Weekday.TUESDAY: day, Weekday.THURSDAY: day}
    both = read_days_and_hours("Mon 9.30 \u2013 15.00; Friday 10-12")
    assert both == {Weekday.MONDAY: day, Weekday.FRIDAY: TimeSpan(time(10), time(12))}
    assert read_days_and_hours(" ") == {}
    for wrong in ("Tue", "9-12", "Tue 9-12 or so", "Tue 9-12, Tue 1-3", "soon 9-12"):
        with pytest.raises(UserError):
            read_days_and_hours(wrong)
