"""What is typed into a field is read as a workbook would be."""

from datetime import date

import pytest

from lsadesk.domain.calendar import Precision, RoughDate
from lsadesk.errors import UserError
from lsadesk.operations.typed import read_hours, read_rough_date


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", (None, False)),
        ("22.5", (1350, False)),
        ("22:30", (1350, False)),
        ("37 hrs", (2220, False)),
        ("as required", (None, True)),
    ],
)
def test_hours_are_read_in_the_ways_people_write_them(text, read):
    assert read_hours(text) == read


def test_a_start_is_as_precise_as_it_was_typed():
    assert read_rough_date(" ") is None
    assert read_rough_date("3 Sep 2019") == RoughDate(date(2019, 9, 3))
    assert read_rough_date("Sep 2019") == RoughDate(date(2019, 9, 1), Precision.MONTH)


@pytest.mark.parametrize("reader", [read_hours, read_rough_date])
def test_what_cannot_be_read_says_how_to_write_it(reader):
    with pytest.raises(UserError, match=r"^Write "):
        reader("whenever")
