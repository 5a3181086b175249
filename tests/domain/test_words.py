"""Names as people look for them: without minding case, accents and strokes."""

import pytest

from lsadesk.domain.words import folded, has_words


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("lukasz", "Łukasz Wójcik"),
        ("wojcik", "Łukasz Wójcik"),
        ("wyn", "Llŷr Ŵyn"),
        ("soren aegir", "Søren Ægir"),
        ("Ŵyn", "llyr wyn"),
    ],
)
def test_a_name_is_found_by_whoever_cannot_type_its_letters(typed, written):
    assert has_words(typed, written)


def test_names_stand_where_people_look_for_them():
    names = ["Łukasz", "Zoe", "ap Rhys", "Ŵyn", "Adams", "Lee", "Walsh"]
    assert sorted(names, key=folded) == [
        "Adams",
        "ap Rhys",
        "Lee",
        "Łukasz",
        "Walsh",
        "Ŵyn",
        "Zoe",
    ]
