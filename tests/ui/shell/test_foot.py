"""The message bar at the foot of the window."""

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.shell.foot import FootBar


def test_a_long_sentence_is_seen_whole_and_moves_nothing(
    qtbot: QtBot, appearance: Appearance
) -> None:
    page, message, above = QWidget(), FootBar(appearance), QPlainTextEdit()
    qtbot.addWidget(page)
    rows = QVBoxLayout(page)
    rows.addWidget(above, 1)
    rows.addWidget(message)
    page.resize(500, 400)
    with qtbot.waitExposed(page):
        page.show()
    message.say("Saved.")
    before, foot, line = above.geometry(), message.geometry().bottom(), message.height()
    message.say("It is not saved, since the disk is full. " * 4, "danger")
    for width in (500, 450):
        page.resize(width, 400)
        rows.activate()
        assert message.sentence.height() >= message.sentence.heightForWidth(
            message.sentence.width()
        )
        assert (above.height(), message.geometry().bottom()) == (before.height(), foot)
    message.say("Saved.")
    assert message.height() == line
