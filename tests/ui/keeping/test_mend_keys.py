"""A college whose two key files are damaged, at the door."""

import pytest

from lsadesk.operations.keeping import college
from lsadesk.store.layout import DATABASE, KEYS, TWIN
from lsadesk.ui.keeping.earlier import RestoreDialog
from lsadesk.ui.keeping.mend_keys import MendKeysDialog

SECRET = "correct horse"


@pytest.fixture
def folder(desk):
    college.back_up(desk)
    desk.close()
    return desk.folder


def test_the_door_offers_the_keys_of_the_newest_copy_and_opens(window, folder, qtbot, monkeypatch):
    for name in (KEYS, TWIN):
        (folder / name).write_bytes(b"flipped")

    def played(dialog):
        """Mistype, then sign in as on the day of the copy."""
        dialog.login.setText("owner")
        dialog.secret.setText("wrong horse")
        dialog.yes.click()
        qtbot.waitUntil(lambda: "Wrong" in dialog.secret.accessibleDescription(), timeout=10_000)
        dialog.secret.setText(SECRET)
        with qtbot.waitSignal(dialog.accepted, timeout=10_000):
            dialog.yes.click()

    monkeypatch.setattr(MendKeysDialog, "exec", played)
    window.door.show_sign_in(folder)
    qtbot.waitUntil(window.bar.isVisible, timeout=10_000)
    window.close()


def test_records_that_do_not_open_lead_to_the_copies(window, folder, qtbot, monkeypatch):
    (folder / DATABASE).write_bytes(b"flat" * 4096)
    offered = []
    monkeypatch.setattr(RestoreDialog, "exec", lambda dialog: offered.append(dialog.copies.count()))
    window.door.show_sign_in(folder)
    page = window.door.sign_in
    qtbot.waitUntil(lambda: page._ready, timeout=10_000)
    page.login.setText("owner")
    page.secret.setText(SECRET)
    page.enter.click()
    qtbot.waitUntil(lambda: offered == [1], timeout=10_000)
    assert "damaged" in window.message.sentence.text()
    window.close()
