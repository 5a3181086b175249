"""What guesses at a PIN cost somebody who has the files."""

import pytest

from lsadesk.domain.keeping.guessing import GuessCost, cost_in_words, span_in_words

HALF_A_SECOND = GuessCost(0.5)


def test_half_a_second_a_guess_is_six_days_for_all_pins_of_six_figures():
    said = cost_in_words(HALF_A_SECOND)
    assert "every PIN of 6 figures would take them 6 days, or 1 hour with 100 computers" in said
    assert "three words drawn by chance, 7,400 years" in said


def test_each_figure_more_costs_ten_times_as_much():
    assert HALF_A_SECOND.all_pins(8) == 100 * HALF_A_SECOND.all_pins(6)
    assert "every PIN of 8 figures would take them 2 years" in cost_in_words(HALF_A_SECOND, 8)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (20, "less than a minute"),
        (60, "1 minute"),
        (86400, "1 day"),
        (5 * 365.25 * 86400, "5 years"),
        (7000 * 365.25 * 86400, "7,000 years"),
    ],
)
def test_a_span_is_told_in_its_largest_unit(seconds, words):
    assert span_in_words(seconds) == words
