"""What a column looks like, whatever is written in it."""

import pytest

from lsadesk.intake.looks import is_running_number, is_serial_date
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.dates import parse_date


def test_a_raised_two_is_a_digit_and_no_number() -> None:
    assert not is_serial_date("4500²")
    assert not is_running_number(["1", "²", "³"])
    assert is_running_number(["1", "2", "3"])


def test_figures_without_end_are_no_date_and_no_count() -> None:
    endless = "9" * 5000
    assert not is_serial_date(endless)
    assert not is_running_number([endless] * 3)
    with pytest.raises(Unreadable):
        parse_date(endless)
