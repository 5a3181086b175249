"""Who one is, by a few letters."""

import pytest

from lsadesk.ui.door.signin import SignInPage

LOGINS = ("asha", "Ashok Kaur", "pat", "Patricia Llewellyn")


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("llew", "Patricia Llewellyn"),
        ("ASHA", "asha"),
        ("pat", "pat"),
        ("ash", "ash"),
        ("nobody", "nobody"),
    ],
)
def test_letters_that_leave_one_name_stand_for_it(appearance, qtbot, typed, taken):
    page = SignInPage(appearance)
    qtbot.addWidget(page)
    page.show_college("Harbour Lane")
    page.show_logins(LOGINS)
    sent = []
    page.submitted.connect(lambda login, _secret: sent.append(login))
    qtbot.keyClicks(page.login, typed)
    page.login.editingFinished.emit()
    assert page.login.text() == taken
    page.secret.setText("secret")
    page.enter.click()
    assert sent == [taken]
