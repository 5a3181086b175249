"""What a group said names nobody, whatever the capitals and blanks."""

import pytest

from lsadesk.domain.appraisals.interview import named_in

STAFF = ("Asha Kaur", "Siân O'Neill-Ŵyn", "Li Wei")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("As asha   KAUR said", "Asha Kaur"),
        ("Asha Kaur's aunt", "Asha Kaur"),
        ("(siân o'neill-ŵyn)", "Siân O'Neill-Ŵyn"),
        ("Li\nWei", "Li Wei"),
    ],
)
def test_a_whole_name_is_noticed(said, name):
    assert named_in(said, STAFF) == name


@pytest.mark.parametrize("said", ["", "Asha said", "Kaur and Asha", "a reli weird day"])
def test_a_part_of_a_name_or_of_a_word_is_not_a_name(said):
    assert named_in(said, STAFF) is None
