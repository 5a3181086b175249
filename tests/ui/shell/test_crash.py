"""The crash dialog and its report."""

import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lsadesk.domain.auditing.skills import Level
from lsadesk.ui.keeping.quick_hide import NEUTRAL
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.shell import crashes as telling
from lsadesk.ui.shell.crash import CrashDialog
from lsadesk.ui.shell.crashes import Crashes, install
from lsadesk.ui.shell.main_window import MainWindow
from lsadesk.ui.shell.report import report_on
from lsadesk.ui.widgets.ask import ask_text


@pytest.fixture
def crashes(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Crashes]:
    """What the program itself has in the place of everybody's last resort."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    before = qInstallMessageHandler(None)
    made = Crashes(window)
    made.install()
    yield made
    qInstallMessageHandler(before)
    capsys.readouterr()


def shown() -> list[CrashDialog]:
    """The crash dialogs that somebody sees."""
    tops = QApplication.topLevelWidgets()
    return [each for each in tops if isinstance(each, CrashDialog) and each.isVisible()]


def told(qtbot: QtBot) -> CrashDialog:
    """The one that comes."""
    qtbot.waitUntil(lambda: shown() != [])
    (dialog,) = shown()
    return dialog


def go_on(qtbot: QtBot, dialog: CrashDialog) -> None:
    """Answer it as somebody does, and see it go."""
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown() == [])


def test_the_report_says_where_and_nothing_of_anybody() -> None:
    report = report_on(_failure())
    assert "builtins.ValueError" in report
    assert "builtins.KeyError" in report
    assert "domain/auditing/skills.py:" in report
    assert "Asha" not in report
    assert __file__ not in report


def test_the_report_can_be_copied(
    qtbot: QtBot, barriers: Callable[[QWidget], list[str]], appearance: Appearance
) -> None:
    appearance.set_text_size(150)
    dialog = CrashDialog(None, "where it happened")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.copy.click()
    assert QApplication.clipboard().text() == "where it happened"
    assert barriers(dialog) == []


def test_what_a_log_keeps_of_a_failure_says_nothing_of_anybody(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    before = qInstallMessageHandler(None)
    seen: list[BaseException] = []
    try:
        install(seen.append)
        failure = _failure()
        sys.excepthook(type(failure), failure, failure.__traceback__)
    finally:
        qInstallMessageHandler(before)
    logged = capsys.readouterr().err
    assert seen == [failure]
    assert "domain/auditing/skills.py:" in logged
    assert "Asha" not in logged


def _failure() -> Exception:
    try:
        try:
            raise KeyError("Asha Kaur")
        except KeyError:
            Level(99)
    except ValueError as error:
        return error
    raise AssertionError


def _other_failure() -> None:
    Level(98)


class _Fails(QWidget):
    """Cannot be drawn, the first time."""

    failed = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if not self.failed:
            self.failed = True
            raise ZeroDivisionError
        super().paintEvent(event)


def _failing() -> None:
    raise _failure()


def test_a_fault_under_a_dialog_leaves_the_dialog_and_what_was_typed(
    window: MainWindow, crashes: Crashes, qtbot: QtBot
) -> None:
    def on_top() -> None:
        crash = told(qtbot)
        assert QApplication.activeModalWidget() is crash
        go_on(qtbot, crash)
        asking = QApplication.activeModalWidget()
        assert asking is not None
        QTest.keyClicks(asking.focusWidget(), " Kaur")
        QTest.keyClick(asking, Qt.Key.Key_Return)

    QTimer.singleShot(0, window, _failing)
    QTimer.singleShot(0, window, on_top)
    QTimer.singleShot(5000, window, QApplication.closeAllWindows)
    assert ask_text(window, "Who?", "Name", value="", hint="", yes="Keep") == "Kaur"


def test_faults_in_a_row_are_one_dialog_and_each_is_in_it_once(
    window: MainWindow, crashes: Crashes, qtbot: QtBot
) -> None:
    for fails in (_failing, _other_failure, _failing, _failing):
        QTimer.singleShot(0, window, fails)
    threading.Thread(target=lambda: {}[0], name="a worker").start()
    dialog = told(qtbot)
    qtbot.waitUntil(lambda: len(dialog.reports) == 3)
    assert len(shown()) == 1
    assert dialog.text.toPlainText().count("builtins.KeyError") == 2, "one is the thread's"
    dialog.copy.click()
    assert QApplication.clipboard().text() == dialog.text.toPlainText()
    go_on(qtbot, dialog)


def test_a_fault_that_keeps_coming_lets_people_go_on_and_is_told_anew_after_a_calm(
    window: MainWindow,
    crashes: Crashes,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ticking = QTimer(window, interval=10)
    ticking.timeout.connect(_failing)
    ticking.start()
    go_on(qtbot, told(qtbot))
    qtbot.waitUntil(window.message.isVisible)
    assert "came again" in window.message.sentence.text()
    assert shown() == []
    monkeypatch.setattr(telling, "CALM", 0.0)
    dialog = told(qtbot)
    ticking.stop()
    go_on(qtbot, dialog)


def test_a_fault_in_the_crash_dialog_itself_does_not_keep_it_open(
    window: MainWindow, crashes: Crashes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTimer.singleShot(0, window, _other_failure)
    dialog = told(qtbot)
    dialog.copy.clicked.connect(_failing)
    fails = _Fails(dialog)
    fails.resize(50, 50)
    fails.show()
    dialog.copy.click()
    qtbot.waitUntil(lambda: len(dialog.reports) == 3)
    go_on(qtbot, dialog)


def test_a_fault_that_cannot_be_shown_is_said_once_and_never_again(
    window: MainWindow,
    crashes: Crashes,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    tried = list[str]()

    def cannot(*_: object) -> None:
        tried.append("once more")
        raise ImportError("its file is gone")

    monkeypatch.setattr(CrashDialog, "__init__", cannot)
    ticking = QTimer(window, interval=5)
    ticking.timeout.connect(_failing)
    ticking.start()
    qtbot.waitUntil(window.message.isVisible)
    assert "cannot be shown" in window.message.sentence.text()
    assert "builtins.ImportError" in capsys.readouterr().err
    window.message.hide()
    qtbot.wait(50)
    assert (len(tried), window.message.isVisible()) == (1, False)
    ticking.stop()

    monkeypatch.setattr(window.message, "say", cannot)
    QTimer.singleShot(0, window, lambda: Level(97))
    qtbot.waitUntil(lambda: len(tried) == 3)
    qtbot.wait(50)
    assert len(tried) == 3, "not even when the message fails too"


def test_a_fault_in_a_painting_is_told_when_the_painting_is_over(
    window: MainWindow, crashes: Crashes, qtbot: QtBot
) -> None:
    fails = _Fails(window)
    fails.resize(50, 50)
    fails.show()
    go_on(qtbot, told(qtbot))
    assert fails.isVisible()


def test_a_fault_while_locked_or_hidden_waits_for_whoever_comes_back(
    window: MainWindow, crashes: Crashes, qtbot: QtBot
) -> None:
    window.quick_hide.hide()
    QTimer.singleShot(0, window, _failing)
    dialog = told(qtbot)
    qtbot.waitUntil(lambda: dialog.windowTitle() == NEUTRAL)
    window.lock()
    assert dialog.isVisible()
    window.quick_hide.show()
    assert dialog.windowTitle() != NEUTRAL
    go_on(qtbot, dialog)
