"""The name and photo on learners' cards, as their owner or a manager keeps them."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from lsadesk.domain.staff.on_cards import OnCards
from lsadesk.operations.staff import on_cards
from lsadesk.ui.people import on_cards as page
from lsadesk.ui.people.on_cards import OnCardsDialog, Shown
from lsadesk.ui.people.photo_frame import FrameQuestion
from tests.photos import A_PHOTO


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "asha.png"
    Image.new("RGB", (600, 900), (90, 160, 90)).save(path)
    return path


def opened(tab, staff, qtbot: QtBot) -> OnCardsDialog:
    dialog = OnCardsDialog(tab, tab.context, Shown(staff["Asha"], OnCards(), own=False))
    qtbot.addWidget(dialog)
    return dialog


def agreeing(monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    """Has the next question about a frame answered, with how its owner agreed."""

    def answer(question: FrameQuestion) -> bool:
        assert not question.yes.isEnabled()
        (field,) = question.findChildren(QLineEdit)
        field.setText(how)
        assert question.yes.isEnabled()
        return True

    monkeypatch.setattr(FrameQuestion, "answered", answer)


def test_a_manager_keeps_a_photo_with_how_it_was_agreed_and_takes_it_back(
    tab, staff, photo, qtbot, monkeypatch
):
    dialog = opened(tab, staff, qtbot)
    agreeing(monkeypatch, "Told me on 3 Nov")
    dialog.keep_photo(photo)
    qtbot.waitUntil(lambda: "Told me on 3 Nov" in dialog.agreed.text(), timeout=20_000)
    assert dialog.photo.accessibleName() == "The photo as it is printed"
    monkeypatch.setattr(page, "confirm", lambda *_told, **_more: True)
    dialog.taking_back.click()
    qtbot.waitUntil(lambda: "was taken back on" in dialog.agreed.text())
    assert dialog.photo.text() == "No photo"
    assert on_cards.on_cards(tab.context.desk, staff["Asha"]).portrait is None


def test_what_is_no_photo_is_refused_in_view(tab, staff, tmp_path, qtbot):
    (tmp_path / "letter.jpg").write_text("Dear Asha")
    dialog = opened(tab, staff, qtbot)
    dialog.keep_photo(tmp_path / "letter.jpg")
    qtbot.waitUntil(lambda: "is not a photo in JPEG or PNG" in dialog.agreed.text())
    assert dialog.choosing.isEnabled()


def test_the_name_that_learners_know_is_saved_with_the_last_button(tab, desk, staff, qtbot):
    dialog = opened(tab, staff, qtbot)
    dialog.called.setText("Ash")
    dialog.save_name()
    qtbot.waitUntil(lambda: on_cards.on_cards(desk, staff["Asha"]).called == "Ash")


def test_sliders_move_the_frame_and_ones_own_photo_waits_for_a_tick(qtbot):
    question = FrameQuestion(None, A_PHOTO, own=True)
    qtbot.addWidget(question)
    question.closer.setValue(100)
    question.across.setValue(0)
    frame = question.frame()
    assert frame.side == 0.25
    assert frame.box(400, 400)[0] == 0
    assert not question.yes.isEnabled()
    (agrees,) = question.findChildren(QCheckBox)
    agrees.setChecked(True)
    assert question.yes.isEnabled()
    assert question.how == ""
