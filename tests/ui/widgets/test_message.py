"""The bar that says what was done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.widgets.message import MessageBar


def test_nothing_moves_under_the_hand_as_a_message_comes_and_goes(
    qtbot: QtBot, appearance: Appearance
) -> None:
    page, message, below = QWidget(), MessageBar(appearance), QPlainTextEdit()
    qtbot.addWidget(page)
    rows = QVBoxLayout(page)
    rows.addWidget(message)
    rows.addWidget(below, 1)
    page.resize(900, 400)
    with qtbot.waitExposed(page):
        page.show()
    before = below.geometry()
    message.say("Added to the plan of Angharad Llewelyn-Prydderch")
    qtbot.waitUntil(message.isVisible)
    assert below.geometry() == before
    message.hide()
    qtbot.waitUntil(lambda: not message.isVisible())
    rows.activate()
    assert below.geometry() == before
    message.keep_room(False)
    rows.activate()
    assert below.height() > before.height()


def test_a_long_sentence_is_seen_whole_and_moves_nothing(
    qtbot: QtBot, appearance: Appearance
) -> None:
    page, message, above = QWidget(), MessageBar(appearance), QPlainTextEdit()
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


def test_a_message_is_closed_from_the_keyboard(qtbot: QtBot, appearance: Appearance) -> None:
    message = MessageBar(appearance)
    qtbot.addWidget(message)
    message.say("It could not be saved.", "warning")
    (close,) = message.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1:]
    qtbot.keyClick(close, Qt.Key.Key_Return)
    assert message.isHidden()


def test_only_a_refusal_goes_once_something_else_is_looked_at(
    qtbot: QtBot, appearance: Appearance
) -> None:
    message = MessageBar(appearance)
    qtbot.addWidget(message)
    for kind, goes in (("refused", True), ("warning", False), ("danger", False)):
        message.say("This plan is published.", kind)
        message.move_on()
        assert message.isHidden() is goes
