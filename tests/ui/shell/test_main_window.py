"""The window over a real college: sign in, tabs, undo, lock."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from lsadesk.domain.changes import Done
from lsadesk.domain.rights import Duty
from lsadesk.domain.staff.people import PersonDetails, PersonId
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.ui.door.own_secret import OwnSecretDialog
from lsadesk.ui.places import tabs_for
from lsadesk.ui.shell.idle import Idle
from lsadesk.ui.shell.main_window import MainWindow
from lsadesk.ui.shell.settings import load_settings
from lsadesk.ui.shell.unfinished import Typed, UnfinishedDialog
from lsadesk.ui.tab import Tab
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.secret import SecretField

SECRET = "correct horse"
NEW = "better horse"


@pytest.fixture
def closed(make_college: Callable[..., Desk]) -> Path:
    """A college's folder with nobody at it."""
    desk = make_college()
    folder = desk.folder
    desk.close()
    return folder


@pytest.fixture
def inside(window: MainWindow, closed: Path, qtbot: QtBot) -> MainWindow:
    """The window with its owner signed in."""
    window.door.show_sign_in(closed)
    _sign_in(window, qtbot, SECRET)
    qtbot.waitUntil(window.bar.isVisible, timeout=10_000)
    return window


def test_the_right_password_opens_the_tabs_of_ones_duties(inside: MainWindow) -> None:
    assert inside.bar.who.text() == "owner"
    assert inside.bar.college.text() == "Harbour Lane"
    assert {"home", "career", "audit", "people"} <= set(inside.bar.names())
    assert "owner" not in inside.windowTitle()


def test_a_wrong_password_is_told_with_the_wait_and_nothing_opens(
    window: MainWindow, closed: Path, qtbot: QtBot
) -> None:
    window.door.show_sign_in(closed)
    _sign_in(window, qtbot, "wrong horse")
    page = window.door.sign_in
    qtbot.waitUntil(lambda: "Wrong password" in page.secret.accessibleDescription())
    assert page.enter.text() == "Wait 1 s"
    assert not page.enter.isEnabled()
    assert window.sitting is None


def test_after_a_fault_of_the_program_one_can_try_to_come_in_again(
    window: MainWindow, closed: Path, faults: list[object], qtbot: QtBot
) -> None:
    window.door.show_sign_in(closed)
    page = window.door.sign_in
    window.worker.crashed.emit(RuntimeError())
    faults.clear()
    assert "Try again" in page.secret.accessibleDescription()
    _sign_in(window, qtbot, SECRET)
    qtbot.waitUntil(lambda: window.sitting is not None)


def test_nobody_is_listed_until_a_letter_is_typed(
    window: MainWindow, closed: Path, qtbot: QtBot
) -> None:
    page = window.door.sign_in
    window.door.show_sign_in(closed)
    page.show_logins(["Asha Kaur", "Ashley Bevan", "Ben Chen"])
    assert not page.names.isVisible()
    window.activateWindow()
    page.login.setFocus()
    qtbot.waitUntil(page.login.hasFocus)
    QTest.keyClicks(page.login, "ash")
    QTest.keyClick(page.login, Qt.Key.Key_Down)
    QTest.keyClick(page.login, Qt.Key.Key_Return)
    assert page.login.text() == "Ashley Bevan"
    assert page.secret.hasFocus()


def test_a_folder_that_is_gone_is_told_and_no_longer_offered(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    gone = tmp_path / "Gone.lsadesk"
    window.settings.remember(gone)
    window.door.show_sign_in(gone)
    qtbot.waitUntil(lambda: "no folder" in window.message.sentence.text())
    assert window.settings.recent == ()
    assert window.door.currentWidget() is window.door.welcome


def test_undo_says_what_it_takes_back_and_does_it(inside: MainWindow, qtbot: QtBot) -> None:
    _add(inside, qtbot)
    undo = inside.menus.actions["undo"]
    qtbot.waitUntil(lambda: undo.text() == "&Undo: Added Asha Kaur")
    assert inside.bar.saved.text().startswith("Saved ")
    undo.trigger()
    redo = inside.menus.actions["redo"]
    qtbot.waitUntil(lambda: redo.text() == "&Redo: Added Asha Kaur")
    assert not undo.isEnabled()
    assert inside.message.sentence.text() == "Undone: Added Asha Kaur"


def test_the_lock_puts_the_college_and_everything_shown_away(
    inside: MainWindow, qtbot: QtBot
) -> None:
    closed = _told_of_closing(inside)
    question = QDialog(inside)
    question.open()
    inside.menus.actions["lock"].trigger()
    qtbot.waitUntil(lambda: closed == ["closed"])
    qtbot.waitUntil(lambda: not inside.findChildren(Tab))
    assert not inside.bar.isVisible()
    assert not question.isVisible()
    assert inside.door.sign_in.login.text() == "owner"
    assert not inside.menus.actions["undo"].isEnabled()


def test_what_is_half_typed_is_kept_before_the_lock(inside: MainWindow, qtbot: QtBot) -> None:
    sitting = inside.sitting
    assert sitting is not None
    draft = _Draft(sitting.context)
    sitting._tabs["draft"] = draft
    inside.lock()
    _sign_in(inside, qtbot, SECRET)
    qtbot.waitUntil(inside.bar.isVisible, timeout=10_000)
    found: list[int] = []
    again = inside.sitting
    assert again is not None
    again.context.read(lambda desk: len(people.colleagues(desk)), found.append)
    qtbot.waitUntil(lambda: found == [1])


def test_switching_user_fills_in_nobody(inside: MainWindow) -> None:
    inside.menus.actions["switch"].trigger()
    assert inside.door.sign_in.login.text() == ""


def test_the_window_remembers_its_looks_and_no_person(inside: MainWindow) -> None:
    inside.appearance.choose("dark")
    inside.appearance.set_text_size(150)
    kept = load_settings()
    assert (kept.theme, kept.text_percent) == ("dark", 150)
    assert [Path(path).name for path in kept.recent] == ["Harbour Lane.lsadesk"]


def test_what_is_the_administrators_alone_is_offered_to_nobody_else(
    window: MainWindow, make_college: Callable[..., Desk], qtbot: QtBot
) -> None:
    desk = make_college()
    asha = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    accounts.add_account(desk, "asha", SECRET, person=asha, is_own=True)
    folder = desk.folder
    desk.close()
    names = ("recovery_key", "restore", "import", "check")
    theirs = [window.menus.actions[name] for name in names]
    assert window.menus.actions["restore"].isVisible(), "at the door: nobody can sign in, perhaps"
    for login, offered in (("owner", True), ("asha", False)):
        window.door.show_sign_in(folder)
        _sign_in(window, qtbot, SECRET, login)
        qtbot.waitUntil(window.bar.isVisible, timeout=10_000)
        assert [each.isVisible() for each in theirs] == [offered] * len(theirs)
        assert window.menus.actions["who_saw"].isVisible() is not offered
        window.menus.actions["switch"].trigger()
        qtbot.waitUntil(lambda: not window.bar.isVisible())


def test_keys_lead_round_the_tabs_and_help_opens_at_the_one_on_screen(
    inside: MainWindow, qtbot: QtBot
) -> None:
    inside.activateWindow()
    qtbot.waitUntil(inside.isActiveWindow)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(inside, Qt.Key.Key_Backtab, control | Qt.KeyboardModifier.ShiftModifier)
    assert inside.help_page() == inside.bar.names()[-1] == "people"
    QTest.keyClick(inside, Qt.Key.Key_Tab, control)
    assert inside.help_page() == "home"
    QTest.keyClick(inside, Qt.Key.Key_2, control)
    assert inside.help_page() == "career"


@pytest.mark.parametrize("percent", [100, 150])
def test_the_doors_shut_nobody_out(
    window: MainWindow,
    barriers: Callable[[QWidget], list[str]],
    qtbot: QtBot,
    percent: int,
    tmp_path: Path,
) -> None:
    window.appearance.set_text_size(percent)
    window.activateWindow()
    window.door.welcome.show_recent([tmp_path / "Harbour Lane.lsadesk"])
    qtbot.wait(1)
    assert barriers(window) == []
    window.door.setCurrentWidget(window.door.sign_in)
    window.door.sign_in.show_college("Harbour Lane")
    window.door.sign_in.show_logins([])
    qtbot.wait(1)
    assert barriers(window) == []


class _Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_an_idle_desk_is_warned_half_a_minute_before_it_locks(
    window: MainWindow, qtbot: QtBot
) -> None:
    clock = _Clock()
    idle = Idle(5, window, clock)
    heard: list[str] = []
    idle.warned.connect(lambda left: heard.append(f"{left} s"))
    idle.back.connect(lambda: heard.append("back"))
    idle.left.connect(lambda: heard.append("left"))
    idle.start()
    for seconds in (269, 271):
        clock.now = 1000 + seconds
        idle.look()
    idle.touch()
    clock.now += 300
    idle.look()
    assert heard == ["29 s", "back", "left"]


def test_time_asleep_counts_as_time_away(window: MainWindow) -> None:
    clock = _Clock()
    idle = Idle(5, window, clock)
    left: list[None] = []
    idle.left.connect(lambda: left.append(None))
    idle.start()
    clock.now += 8 * 3600
    idle.look()
    assert left == [None]


class _Draft(Tab):
    """A tab with a person half typed in."""

    def settle(self) -> None:
        """Add them."""
        self.context.write(_added)


def _added(desk: Desk) -> Done[PersonId]:
    return people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur"))


def _add(window: MainWindow, qtbot: QtBot) -> None:
    assert window.sitting is not None
    added: list[PersonId] = []
    window.sitting.context.write(_added, added.append)
    qtbot.waitUntil(lambda: bool(added))


def _sign_in(window: MainWindow, qtbot: QtBot, secret: str, login: str = "owner") -> None:
    page = window.door.sign_in
    page.login.setText(login)
    page.secret.setText(secret)
    page.enter.click()


def _told_of_closing(window: MainWindow) -> list[str]:
    assert window.sitting is not None
    desk, told = window.sitting.desk, []
    close = desk.close

    def closing() -> None:
        close()
        told.append("closed")

    desk.close = closing
    return told


@pytest.mark.parametrize(
    "place", ["home", "career", "library", "assessment", "audit", "deployment", "people"]
)
def test_every_tab_opens_over_a_new_college(inside: MainWindow, qtbot: QtBot, place: str) -> None:
    crashes: list[object] = []
    inside.worker.crashed.connect(crashes.append)
    inside.bar.go(place)
    qtbot.waitUntil(lambda: not inside.worker.is_busy)
    assert inside.bar.current() == place
    assert isinstance(inside.sitting and inside.sitting.tab(), Tab)
    assert crashes == []


def test_what_was_typed_into_a_dialog_comes_back_to_whoever_typed_it(
    inside: MainWindow, qtbot: QtBot
) -> None:
    assert inside.sitting is not None
    question = Question(inside, "Add a line", "", "Add")
    form = Form()
    field, secret = form.paragraph("What happens"), form.add("PIN", SecretField())
    question.body.addWidget(form)
    question.open()
    QTest.keyClicks(field, "Shadow Kay on Thursday")
    QTest.keyClicks(secret, "246810")
    inside.idle.left.emit()
    assert not question.isVisible()
    _sign_in(inside, qtbot, SECRET)
    qtbot.waitUntil(lambda: bool(inside.findChildren(UnfinishedDialog)), timeout=10_000)
    (given_back,) = inside.findChildren(UnfinishedDialog)
    assert given_back.kept == (Typed("What happens", "Shadow Kay on Thursday"),)
    given_back.accept()


def test_one_changes_ones_own_password_and_the_old_one_opens_nothing(
    inside: MainWindow, qtbot: QtBot
) -> None:
    sitting = inside.sitting
    assert sitting is not None
    dialog = OwnSecretDialog(inside, sitting.context)
    qtbot.addWidget(dialog)
    dialog.show()
    for field, typed in ((dialog.old, "wrong horse"), (dialog.new, NEW), (dialog.again, NEW)):
        QTest.keyClicks(field, typed)
    QTest.keyClick(dialog.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Wrong password" in dialog.old.accessibleDescription())
    dialog.old.setText(SECRET)
    qtbot.waitUntil(lambda: not college.seconds_to_wait(sitting.desk.folder, "owner"))
    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        dialog.yes.click()
    inside.lock()
    _sign_in(inside, qtbot, SECRET)
    page = inside.door.sign_in
    qtbot.waitUntil(lambda: "Wrong password" in page.secret.accessibleDescription())


def test_who_comes_next_begins_at_home_and_who_comes_back_is_where_they_were(
    inside: MainWindow,
) -> None:
    places = tabs_for(frozenset(Duty))
    inside.bar.go("people")
    inside.bar.show_sitting("Harbour Lane", "owner", places)
    assert inside.bar.current() == "people"
    inside.bar.show_sitting("Harbour Lane", "asha", places)
    assert inside.bar.current() == "home"
