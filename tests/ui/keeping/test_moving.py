"""Moving the college to another computer, in the window, and opening it there."""

import pytest

from lsadesk.operations.keeping import college
from lsadesk.ui.keeping import moving
from lsadesk.ui.keeping.moving import BroughtDialog, MoveDialog

SECRET = "correct horse"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def inside(desk, window, qtbot):
    """The window with its owner signed in."""
    desk.close()
    _enter(window, desk.folder, qtbot)
    return window


def _enter(window, folder, qtbot):
    window.enter(college.unlock(folder, "owner", SECRET))
    qtbot.waitUntil(window.bar.isVisible, timeout=10_000)


def test_the_move_is_made_told_and_locked_and_goes_on_elsewhere(
    inside, desk, tmp_path, qtbot, monkeypatch
):
    stick, there = tmp_path / "stick", tmp_path / "there"
    there.mkdir()
    monkeypatch.setattr(moving, "ask_folder", lambda *_: stick)

    def moved(dialog):
        dialog.show()
        dialog.yes.click()
        qtbot.waitUntil(lambda: "not there now" in dialog.wrong.text())
        stick.mkdir()
        dialog.yes.click()
        qtbot.waitUntil(lambda: dialog.is_done, timeout=10_000)
        assert "Open a college that was brought here" in dialog.told.text()
        dialog.yes.click()

    monkeypatch.setattr(MoveDialog, "exec", moved)
    inside.menus.actions["move"].trigger()
    assert inside.sitting is None
    (copy,) = stick.iterdir()

    _enter(inside, desk.folder, qtbot)
    assert "moved to another computer" in inside.message.sentence.text()

    def brought(dialog):
        dialog.yes.click()
        assert "first" in dialog.file.accessibleDescription()
        dialog.choose(copy)
        dialog._parent_folder = there
        dialog.login.setText("owner")
        dialog.secret.setText(SECRET)
        with qtbot.waitSignal(dialog.accepted, timeout=10_000):
            dialog.yes.click()

    monkeypatch.setattr(BroughtDialog, "exec", brought)
    inside.menus.actions["brought"].trigger()
    assert inside.sitting is None, "who was signed in leaves for the sign-in page"
    qtbot.waitUntil(lambda: inside.door.sign_in._ready)
    assert inside.door.folder == there / "Harbour Lane.lsadesk"
    assert inside.door.sign_in.login.text() == "owner"
    _enter(inside, inside.door.folder, qtbot)
    assert inside.message.isHidden()


def test_a_move_that_came_to_nothing_is_taken_back(inside, tmp_path, qtbot, monkeypatch):
    desk = inside.sitting.desk
    stick = tmp_path / "stick"
    stick.mkdir()
    moving.moving.move_out(desk, stick)
    dialog = MoveDialog(inside, inside.sitting.context)
    dialog.show()
    assert "by owner" in dialog.told.text()
    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        dialog.yes.click()
    assert desk.moved is None
