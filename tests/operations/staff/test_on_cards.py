import json
from datetime import date

import pytest
from pypdf import PdfReader

from lsadesk.domain.keeping.retention import RecordId
from lsadesk.domain.staff.on_cards import OnCards
from lsadesk.domain.staff.people import PersonDetails, PersonId
from lsadesk.errors import Stale, UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import erasing, held, retention
from lsadesk.operations.staff import on_cards, people
from tests.photos import A_PHOTO


@pytest.fixture
def asha(desk: Desk) -> PersonId:
    """Asha, whose photo the head keeps, as she said."""
    who = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    on_cards.set_photo(desk, who, OnCards(), A_PHOTO, agreed_how="  Told me on 3 Nov ")
    return who


def test_a_photo_is_kept_with_the_day_and_the_way_it_was_agreed(desk, asha):
    kept = on_cards.on_cards(desk, asha)
    assert kept.portrait == A_PHOTO
    assert kept.agreed_on == desk.today
    assert kept.agreed_how == "Told me on 3 Nov"


def test_nobody_keeps_a_colleagues_photo_without_saying_how_they_agreed(desk, asha):
    with pytest.raises(UserError, match="how they agreed"):
        on_cards.set_photo(desk, asha, on_cards.on_cards(desk, asha), A_PHOTO, agreed_how=" ")


def test_a_photo_that_is_taken_back_is_gone_and_undo_does_not_bring_it_back(desk, asha):
    on_cards.set_called(desk, asha, on_cards.on_cards(desk, asha), "  Ash  K ")
    on_cards.take_photo_back(desk, asha, on_cards.on_cards(desk, asha))
    while desk.undo_sentence():
        try:
            desk.undo()
        except Stale:
            continue
    kept = on_cards.on_cards(desk, asha)
    assert kept.portrait is None
    assert kept.withdrawn_on == desk.today
    assert kept.called == "Ash K"


def test_two_windows_do_not_keep_over_each_other(desk, asha):
    read = on_cards.on_cards(desk, asha)
    on_cards.take_photo_back(desk, asha, read)
    with pytest.raises(Stale):
        on_cards.set_photo(desk, asha, read, A_PHOTO, agreed_how="Told me")


def test_it_is_handed_over_with_all_that_is_held(desk, asha, tmp_path):
    path = held.write_held(held.held_on(desk, asha), tmp_path / "held.pdf")
    said = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert "Name and photo for learners' cards" in said
    assert "Told me on 3 Nov" in said
    assert any(page.images for page in PdfReader(path).pages)
    told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert len(told["records"]["on_cards"]["photos"]) == 1


def test_it_is_due_when_somebody_has_left_and_goes_before_all_else(desk, asha):
    people.mark_leaver(desk, asha, date(2026, 11, 20))
    assert [(each.person, each.record.id) for each in retention.for_review(desk).due] == [
        (asha, "cards")
    ]
    erasing.erase(desk, asha, "They left", [RecordId("cards")])
    assert on_cards.on_cards(desk, asha) == OnCards()
