import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsadesk.domain.staff.on_cards import JPEG, LARGEST, Frame, Portrait, names_on_cards
from lsadesk.domain.staff.people import Person, PersonId

shares = st.floats(-1, 2)


@given(shares, shares, shares, st.integers(1, 9000), st.integers(1, 9000))
def test_a_frame_is_a_square_within_the_picture(across, down, side, width, height):
    left, top, right, bottom = Frame(across, down, side).box(width, height)
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    assert right - left == bottom - top


def test_what_was_not_made_small_here_is_no_portrait():
    with pytest.raises(ValueError, match="not a picture"):
        Portrait(b"GIF89a")
    with pytest.raises(ValueError, match="not a picture"):
        Portrait(JPEG + bytes(LARGEST))


def test_learners_read_the_name_they_know_and_two_alike_are_told_apart():
    team = {
        PersonId(number): Person(id=PersonId(number), version=1, forename=forename, surname=surname)
        for number, (forename, surname) in enumerate(
            [("Sarah", "Okafor"), ("Sara", "Lloyd"), ("Angharad", "Ŵyn"), ("", "Mononym")]
        )
    }
    names = names_on_cards(team, {PersonId(1): "sarah", PersonId(2): "Harri"})
    assert list(names.values()) == ["Sarah O", "sarah L", "Harri", "Mononym"]


def test_whoever_shares_a_forename_and_a_first_letter_is_told_apart_all_the_same():
    surnames = ["Smith", "Stone", "Adams", "Stone", ""]
    team = {
        PersonId(number): Person(id=PersonId(number), version=1, forename="Jo", surname=surname)
        for number, surname in enumerate(surnames, 1)
    }
    names = names_on_cards(team, {PersonId(5): "Jo S"})
    assert list(names.values()) == ["Jo Smith", "Jo Stone 1", "Jo A", "Jo Stone 2", "Jo S"]
