"""Bank holidays as gov.uk printed them."""

from datetime import date

import pytest

from lsadesk.domain.weeks.bank_holidays import bank_holidays, easter_sunday


@pytest.mark.parametrize(
    ("year", "easter"),
    [
        (2008, date(2008, 3, 23)),
        (2026, date(2026, 4, 5)),
        (2027, date(2027, 3, 28)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter_falls_where_the_calendar_says(year, easter):
    assert easter_sunday(year) == easter


def test_the_eight_days_of_an_ordinary_year():
    assert [(each.starts.month, each.starts.day) for each in bank_holidays(2024)] == [
        (1, 1),
        (3, 29),
        (4, 1),
        (5, 6),
        (5, 27),
        (8, 26),
        (12, 25),
        (12, 26),
    ]


@pytest.mark.parametrize(
    ("year", "christmas", "boxing"),
    [(2020, 25, 28), (2021, 27, 28), (2022, 27, 26), (2026, 25, 28)],
)
def test_holidays_at_a_weekend_move_and_never_onto_each_other(year, christmas, boxing):
    days = {each.name: each.starts.day for each in bank_holidays(year)}
    assert (days["Christmas Day"], days["Boxing Day"]) == (christmas, boxing)


def test_a_new_year_s_day_at_a_weekend_is_had_on_the_monday():
    assert bank_holidays(2028)[0].starts == date(2028, 1, 3)
