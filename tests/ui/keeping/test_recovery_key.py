"""The recovery key in the window: another one made, and the way in when all else is lost."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from lsadesk.operations.keeping import college
from lsadesk.store.layout import KEYS, TWIN
from lsadesk.store.sealing.keyfile import Effort
from lsadesk.ui.keeping.key_pages import KeyPages
from lsadesk.ui.keeping.mend_keys import MendKeysDialog
from lsadesk.ui.keeping.recovery_key import RecoveryKeyDialog
from lsadesk.ui.tab import TabContext
from tests.ui.people.conftest import Window

SECRET, NEW = "correct horse", "another long secret"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def made(tmp_path):
    return college.new_college(
        tmp_path / "A.lsadesk",
        college="A",
        owner="owner",
        secret=SECRET,
        effort=Effort(passes=1, memory=8192),
    )


def test_another_key_is_in_force_once_it_is_on_paper(made, worker, appearance, qtbot):
    heard = Window()
    dialog = RecoveryKeyDialog(None, TabContext(made.desk, worker, appearance, heard))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.secret.setText("wrong horse")
    dialog.make.click()
    qtbot.waitUntil(lambda: "Wrong password" in dialog.secret.accessibleDescription())
    qtbot.waitUntil(lambda: not college.seconds_to_wait(made.desk.folder, "owner"))
    dialog.secret.setText(SECRET)
    dialog.make.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(KeyPages)), timeout=10_000)
    (pages,) = dialog.findChildren(KeyPages)
    pages.written.click()
    for place, answer in zip(pages._asked, pages.answers, strict=True):
        answer.setText(pages._groups[place])
    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        pages.done.click()
    assert any("The new recovery key is in force" in said for said in heard.said)
    made.desk.close()
    college.unlock_with_recovery(made.desk.folder, pages._key, "owner", NEW).close()


def test_whether_the_key_opens_drafts_is_changed_once_it_is_said_what_that_means(
    made, worker, appearance, qtbot
):
    heard = Window()
    dialog = RecoveryKeyDialog(None, TabContext(made.desk, worker, appearance, heard))
    qtbot.addWidget(dialog)
    dialog.show()
    part = dialog.drafts
    qtbot.waitUntil(part.other.isEnabled)
    part.other.click()
    assert "signed in with" in dialog.secret.accessibleDescription()

    def answer():
        question = QApplication.activeModalWidget()
        said = " ".join(each.text() for each in question.findChildren(QLabel))
        assert "what they wrote before" in said
        assert "privacy notice" in said
        question.yes.click()

    dialog.secret.setText(SECRET)
    QTimer.singleShot(0, answer)
    part.other.click()
    qtbot.waitUntil(lambda: "opens everybody's drafts" in part.state.text(), timeout=10_000)
    assert any("everybody is told" in said for said in heard.said)
    assert dialog.secret.text() == ""
    qtbot.waitUntil(lambda: "Close drafts" in part.other.text())
    made.desk.close()


def test_the_paper_opens_the_college_when_every_password_and_the_key_files_are_lost(
    made, window, qtbot, monkeypatch
):
    college.back_up(made.desk)
    made.desk.close()
    for name in (KEYS, TWIN):
        (made.desk.folder / name).unlink()

    def played(dialog):
        dialog.login.setText("owner")
        dialog.secret.setText(NEW)
        dialog.key.setText(made.recovery_key.lower().replace("-", " "))
        with qtbot.waitSignal(dialog.accepted, timeout=10_000):
            dialog.yes.click()

    monkeypatch.setattr(MendKeysDialog, "exec", played)
    window.door.show_sign_in(made.desk.folder)
    qtbot.waitUntil(window.bar.isVisible, timeout=10_000)
    window.lock()
    window.close()
    college.unlock(made.desk.folder, "owner", NEW).close()
