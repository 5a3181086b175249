"""The first sign-in with a PIN that somebody else chose."""

import pytest
from PySide6.QtTest import QTest

from lsadesk.operations.keeping import accounts, college
from lsadesk.ui.keeping.first_secret import FirstSecretDialog
from lsadesk.ui.widgets.ask import Question

GIVEN, OWN = "given by pat", "only asha knows"


@pytest.fixture
def folder(desk):
    """A college in which an administrator gave Asha her first PIN; nobody is inside."""
    accounts.add_account(desk, "asha", GIVEN)
    desk.close()
    return desk.folder


def _sign_in(window, qtbot, secret):
    page = window.door.sign_in
    qtbot.waitUntil(lambda: page._ready, timeout=10_000)
    page.login.setText("asha")
    page.secret.setText(secret)
    page.enter.click()


def test_nothing_opens_before_ones_own_is_chosen(window, folder, qtbot, monkeypatch):
    asked = []

    def answered(dialog):
        """Look at it, mistype, then choose; the dialog says what holds."""
        asked.append(dialog)
        qtbot.waitUntil(lambda: "of 6 figures" in _said(dialog), timeout=10_000)
        dialog.new.setText("12345678")
        assert "of 8 figures" in _said(dialog)
        dialog.again.setText("something else")
        dialog.yes.click()
        assert "differ" in dialog.again.accessibleDescription()
        dialog.new.setText(GIVEN)
        dialog.again.setText(GIVEN)
        dialog.yes.click()
        qtbot.waitUntil(lambda: "given" in dialog.new.accessibleDescription(), timeout=10_000)
        dialog.new.setText(OWN)
        dialog.again.setText(OWN)
        with qtbot.waitSignal(dialog.accepted, timeout=10_000):
            dialog.yes.click()
        return True

    monkeypatch.setattr(FirstSecretDialog, "answered", answered)
    window.door.show_sign_in(folder)
    _sign_in(window, qtbot, GIVEN)
    qtbot.waitUntil(window.bar.isVisible, timeout=10_000)
    assert len(asked) == 1
    window.lock()
    _sign_in(window, qtbot, OWN)
    qtbot.waitUntil(window.bar.isVisible, timeout=10_000)
    assert len(asked) == 1, "asked once only"
    window.close()


def test_who_does_not_choose_now_stays_outside(window, folder, qtbot, monkeypatch):
    monkeypatch.setattr(Question, "answered", lambda _dialog: False)
    window.door.show_sign_in(folder)
    _sign_in(window, qtbot, GIVEN)
    page = window.door.sign_in
    qtbot.waitUntil(lambda: page.secret.text() == "" and page._ready, timeout=10_000)
    QTest.qWait(50)
    assert window.sitting is None
    assert not window.bar.isVisible()
    window.close()
    assert college.others(folder) == ()


def _said(dialog):
    return dialog.cost.text()
