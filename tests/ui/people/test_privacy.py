"""The notice at first use, My privacy, and requests answered under People."""

from PySide6.QtWidgets import QApplication, QLabel

from lsadesk.domain.keeping.requests import Asks
from lsadesk.operations.keeping import notice, recovery, requests
from lsadesk.ui.keeping import my_privacy, requests_page
from lsadesk.ui.keeping.my_privacy import MyPrivacy
from lsadesk.ui.keeping.privacy import NoticeDialog, show_first
from lsadesk.ui.places import REQUESTS


def shown_notice():
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, NoticeDialog)]
    return next((each for each in found if each.isVisible()), None)


def test_the_notice_comes_at_first_use_until_it_was_read(desk, staff, open_tab, qtbot):
    tab = open_tab(desk)
    show_first(tab, tab.context)
    qtbot.waitUntil(lambda: shown_notice() is not None)
    dialog = shown_notice()
    said = dialog.page.toPlainText()
    assert "Harbour Lane" in said
    assert "Managers' notes" in said
    assert "Seen by: you, your appraiser and the head of learning support." in said
    dialog.no.click()
    assert notice.unread(desk) is not None

    show_first(tab, tab.context)
    qtbot.waitUntil(lambda: shown_notice() is not None)
    shown_notice().yes.click()
    qtbot.waitUntil(lambda: "Read the privacy notice" in tab.window_.saved)
    assert notice.unread(desk) is None

    recovery.keep_drafts(desk, "correct horse", keeps=True)
    show_first(tab, tab.context)
    qtbot.waitUntil(lambda: shown_notice() is not None)
    again = shown_notice()
    assert again.page.toPlainText().startswith("Who opens your drafts\nWhat you have written")
    assert "does open it" in again.page.toPlainText()
    assert any("New in it: who opens" in each.text() for each in again.findChildren(QLabel))
    again.no.click()


def test_one_asks_for_everything_and_sees_by_when_it_is_answered(
    staff, sign_in, open_tab, qtbot, monkeypatch
):
    tab = open_tab(sign_in(staff["Asha"]))
    monkeypatch.setattr(my_privacy, "confirm", lambda *_, **__: True)
    dialog = MyPrivacy(tab, tab.context)
    qtbot.waitUntil(lambda: dialog.said.toPlainText() == "You have asked nothing yet.")
    dialog.all.click()
    qtbot.waitUntil(lambda: "To be answered by 24 Dec 2026." in dialog.said.toPlainText())
    wanted = ("training", Asks.DISAGREE, "I was there in May")
    monkeypatch.setattr(my_privacy, "ask_remark", lambda *_: wanted)
    dialog.wrong.click()
    qtbot.waitUntil(lambda: "I was there in May" in dialog.said.toPlainText())
    dialog.deleteLater()


def test_a_manager_answers_what_one_of_theirs_said(  # noqa: PLR0917 - fixtures
    desk, staff, sign_in, open_tab, qtbot, monkeypatch
):
    requests.say(desk, staff["Asha"], "training", Asks.CORRECT, "First aid was in May")
    requests.say(desk, staff["Siân"], "training", Asks.CORRECT, "Not for Pat to read")
    tab = open_tab(sign_in(staff["Pat"]))
    tab.show_target(REQUESTS)
    page = tab.requests
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 1)
    assert page.words.toPlainText() == "First aid was in May"
    assert not page.longer.isEnabled()
    assert not page.add.isVisible()
    monkeypatch.setattr(requests_page, "ask_text", lambda *_, **__: "Corrected to May")
    page.answer.click()
    qtbot.waitUntil(lambda: "Corrected to May" in page.words.toPlainText())
    assert not page.answer.isEnabled()
