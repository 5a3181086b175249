"""What the reading font lacks is named in brackets: nobody meets a black box."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsadesk.reports import fonts
from lsadesk.reports.letters import letters, printable


@pytest.fixture(autouse=True, scope="module")
def registered(cache_of_this_run):
    fonts.register()


@pytest.mark.parametrize("name", ["Łucja Ŵyn", "Zoë Ŷ", "Ng\u0303o", "w\u0302yn"])
def test_names_are_printed_as_they_are(name):
    assert "[" not in printable(name)


def test_letters_and_their_marks_are_joined():
    assert printable("w\u0302yn") == "ŵyn"


def test_an_emoji_is_named_and_its_joiners_are_dropped():
    assert printable("Well done \U0001f642\ufe0f") == "Well done [slightly smiling face]"


def test_a_run_of_another_script_is_named_once():
    assert printable("مرحبا!") == "[5 Arabic letters]!"
    assert printable("مرحبا بالعالم\nשלום") == "[12 Arabic letters]\n[4 Hebrew letters]"
    assert printable("שלום and שלום") == "[4 Hebrew letters] and [4 Hebrew letters]"


@given(st.text())
def test_nothing_is_left_that_the_font_has_no_letter_for(words):
    assert letters().issuperset(printable(words))
