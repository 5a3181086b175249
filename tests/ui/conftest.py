"""What tests of the window share: a real window, and a walk that finds what shuts people out."""

import gc
import os
from collections.abc import Callable, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.shell.main_window import MainWindow
from lsadesk.ui.shell.settings import Settings
from lsadesk.ui.tasks import Worker

TARGET = 24  # pixels: WCAG 2.2, 2.5.8
LOOKS = 20  # a tenth of a second apart


def pytest_runtest_teardown() -> None:
    """Have the windows of a test gone before its style sheet goes.

    Qt keeps notes on widgets beside the style sheet; a window that outlives it leaves
    notes on freed memory behind, and a later change of theme reads them.
    """
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def _garbage_on_this_thread() -> Iterator[None]:
    """As in the program: no widget is ever destroyed on the college file's thread."""
    gc.disable()
    yield
    gc.collect()
    gc.freeze()  # what outlives a test is the run's own: looked through once, not after each
    gc.enable()


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    """The light theme at 100 %."""
    made = Appearance(qapp, "light", 100)
    made.dress(qapp)  # most tests show a page by itself, without the window
    yield made
    qapp.setStyleSheet("")
    made.deleteLater()
    QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _notice_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The privacy notice of a first use does not stand before what a test looks at."""
    monkeypatch.setattr("lsadesk.ui.keeping.privacy.show_first", lambda *_: None)


@pytest.fixture
def faults() -> Iterator[list[object]]:
    """The program's own faults; there are none, unless a test brings one about and clears them."""
    met: list[object] = []
    yield met
    assert met == []


@pytest.fixture
def worker(faults: list[object]) -> Iterator[Worker]:
    """The college file's thread.

    It goes for good: what hangs on its signals (a page, and the college under it) would stay.
    """
    made = Worker()
    made.crashed.connect(faults.append)
    yield made
    made.finish()
    shiboken6.delete(made)


@pytest.fixture
def window(appearance: Appearance, worker: Worker, qtbot: QtBot) -> MainWindow:
    """The whole window at the welcome page, on the first day of this computer's user."""
    made = MainWindow(Settings(), appearance, worker)
    qtbot.addWidget(made)
    made.door.show_welcome()
    made.show()
    return made


@pytest.fixture
def barriers(qtbot: QtBot) -> Callable[[QWidget], list[str]]:
    """Finds what would shut somebody out of a shown window; [] where nothing would.

    What is still being laid out is looked at again: only what stays is in anybody's way.
    """

    def lasting(window: QWidget) -> list[str]:
        for _ in range(LOOKS):
            if not (found := _barriers(window)):
                break
            qtbot.wait(100)
        return found

    return lasting


def _barriers(window: QWidget) -> list[str]:
    found: list[str] = []
    shown = [each for each in window.findChildren(QWidget) if each.isVisibleTo(window)]
    for widget in shown:
        place = f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()!r}"
        if _takes_focus(widget):
            if not _spoken_name(widget):
                found.append(f"{place} has no accessible name")
            if _is_target(widget) and min(widget.width(), widget.height()) < TARGET:
                found.append(f"{place} is {widget.width()} x {widget.height()} pixels")
        if isinstance(widget, QLabel):
            if widget.buddy() is widget:
                found.append(f"{place} is its own buddy")
            if widget.text() and widget.textFormat() == Qt.TextFormat.AutoText:
                found.append(f"{place} could show markup: {widget.text()!r}")
        if (cut := _cut_text(widget)) is not None:
            found.append(f"{place} cuts off {cut!r}")
    return found + _traps(window, shown) + _behind_menus(window, shown)


def _behind_menus(window: QWidget, shown: list[QWidget]) -> list[str]:
    """A letter that opens a menu never reaches the button that has it too."""
    menus = [menu for bar in window.findChildren(QMenuBar) for menu in bar.actions()]
    taken = {QKeySequence.mnemonic(menu.text()): menu.text() for menu in menus}
    buttons = [each for each in shown if isinstance(each, QAbstractButton)]
    return [
        f"{each.text()!r} has the letter of the menu {taken[key]!r}"
        for each in buttons
        if not (key := QKeySequence.mnemonic(each.text())).isEmpty() and key in taken
    ]


def _takes_focus(widget: QWidget) -> bool:
    internal = widget.objectName().startswith("qt_") or widget.focusProxy() is not None
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isEnabled() and not internal


def _spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def _is_target(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QAbstractSpinBox | QTabBar)


def _cut_text(widget: QWidget) -> str | None:
    if isinstance(widget, QAbstractButton) and widget.text():
        needed = widget.sizeHint()
        if widget.width() < needed.width() - 1 or widget.height() < needed.height() - 1:
            return widget.text()
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            if widget.height() < widget.heightForWidth(widget.width()) - 1:
                return widget.text()
        elif widget.width() < widget.sizeHint().width() - 1:
            return widget.text()
    return None


def _traps(window: QWidget, shown: list[QWidget]) -> list[str]:
    """The fields that Tab does not leave."""
    found = []
    kinds = QLineEdit | QPlainTextEdit | QTextEdit | QAbstractScrollArea | QComboBox
    for widget in shown:
        if (
            isinstance(widget, kinds)
            and _takes_focus(widget)
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            if widget.hasFocus():
                QTest.keyClick(widget, Qt.Key.Key_Tab)
                if widget.hasFocus() and _others(widget, shown):
                    found.append(
                        f"Tab does not leave {type(widget).__name__} {widget.accessibleName()!r}"
                    )
    return found


def _others(widget: QWidget, shown: list[QWidget]) -> bool:
    return any(
        each is not widget and _takes_focus(each) and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        for each in shown
    )
