"""Nobody is shut out anywhere: every page of every duty and every dialog, walked in one place.

A new dialog fails `test_no_dialog_is_forgotten` until it stands in the `DIALOGS` of its room.
"""

import ast
import gc
import shutil
import weakref
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QTabBar, QWidget
from pytestqt.qtbot import QtBot

import lsadesk.ui
from lsadesk.operations.demo import demo
from lsadesk.operations.keeping import college
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.shell.main_window import MainWindow
from lsadesk.ui.shell.settings import Settings
from lsadesk.ui.tasks import Worker
from tests.ui.every_dialog import DIALOGS, Stage, settle

WIDTH, FRAME = 1366, 48  # the usual laptop's; the height is that of the tests' own screen

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = [pytest.mark.qt_log_ignore("propagateSizeHints"), pytest.mark.slow]


@pytest.fixture(scope="module")
def demo_college(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "Afon Valley.lsadesk"
    demo.make_demo(folder).close()
    return folder


@pytest.fixture
def sit_down(
    demo_college: Path, tmp_path: Path, appearance: Appearance, worker: Worker, qtbot: QtBot
) -> Callable[[str], MainWindow]:
    """A window of the usual smallest laptop, with somebody of the demo college signed in."""

    def sit(login: str) -> MainWindow:
        folder = tmp_path / demo_college.name
        shutil.copytree(demo_college, folder, dirs_exist_ok=True)
        window = MainWindow(Settings(), appearance, worker)
        qtbot.addWidget(window)
        window.resize(1024, 640)
        window.show()
        window.enter(college.unlock(folder, login, demo.SECRET))
        settle(window, qtbot)
        return window

    return sit


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("login", [demo.OWNER, demo.MANAGER, demo.LSA])
def test_no_page_shuts_anybody_out(  # noqa: PLR0917 - fixtures
    sit_down: Callable[[str], MainWindow],
    appearance: Appearance,
    barriers: Callable[[QWidget], list[str]],
    qtbot: QtBot,
    login: str,
    percent: int,
) -> None:
    window = sit_down(login)
    appearance.set_text_size(percent)
    found = _walls_of_pages(window, barriers, qtbot)
    assert not {place: walls for place, walls in found.items() if walls}
    assert window.sitting is not None
    sitting = weakref.ref(window.sitting)
    window.lock()
    settle(window, qtbot)
    assert not _stays([sitting]), "what was read is still held after the lock"


def _walls_of_pages(
    window: MainWindow, barriers: Callable[[QWidget], list[str]], qtbot: QtBot
) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in window.bar.names():
        window.bar.go(name)
        settle(window, qtbot)
        assert window.sitting is not None
        page = window.sitting.currentWidget()
        assert page is not None
        inner = [bar for bar in page.findChildren(QTabBar) if bar.isVisible()]
        places = [(bar, at) for bar in inner for at in range(bar.count()) if bar.isTabVisible(at)]
        found[name] = barriers(window)
        for bar, at in places[1:]:
            bar.setCurrentIndex(at)
            settle(window, qtbot)
            found[f"{name}: {bar.tabText(at)}"] = barriers(window)
    return found


def _stays(seen: Iterable[weakref.ref[QWidget]]) -> list[str]:
    """Which of what was *seen* and put away is still held somewhere, with all it showed."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    return [type(widget).__name__ for each in seen if (widget := each()) is not None]


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_dialog_shuts_anybody_out(  # noqa: PLR0917 - fixtures
    sit_down: Callable[[str], MainWindow],
    appearance: Appearance,
    barriers: Callable[[QWidget], list[str]],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    percent: int,
) -> None:
    window = sit_down(demo.OWNER)
    appearance.set_text_size(percent)
    assert window.sitting is not None
    stage = Stage(
        window, window.sitting.context, window.sitting.desk, window.sitting.desk.folder, qtbot
    )
    seen: list[list[str]] = []  # of each dialog that the current opener showed
    walls: dict[str, list[str]] = {}
    shown: list[weakref.ref[QWidget]] = []

    def walk(dialog: QDialog) -> int:
        dialog.show()
        settle(window, qtbot)
        found = barriers(dialog)
        size, room = dialog.size(), dialog.screen().availableSize().height() - FRAME
        if size.height() > room or size.width() > WIDTH:
            found.append(f"{size.width()} x {size.height()} is more than the screen shows")
        seen.append(found)
        shown.append(weakref.ref(dialog))
        dialog.reject()
        return int(QDialog.DialogCode.Rejected)

    monkeypatch.setattr(QDialog, "exec", walk)
    for name, opens in DIALOGS.items():
        seen.clear()
        opens(stage)
        settle(window, qtbot)
        assert seen, f"{name} did not open"
        if any(seen):
            walls[name] = [wall for found in seen for wall in found]
    assert not walls
    assert not _stays(shown), "what was asked or told is still held after its answer"


def test_no_dialog_is_forgotten() -> None:
    frames = {"QDialog", "Dialog", "Question"}
    trees = [ast.parse(file.read_text("utf-8")) for file in _files()]
    kinds = set(frames)
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    kinds |= {one.name for one in classes if {getattr(b, "id", "") for b in one.bases} & kinds}
    asking = {
        function.name
        for tree in trees
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        and any(
            isinstance(call, ast.Call) and getattr(call.func, "id", "") == "Question"
            for call in ast.walk(function)
        )
    }
    assert (kinds | asking) - frames <= set(DIALOGS)


def _files() -> list[Path]:
    return sorted(Path(lsadesk.ui.__file__).parent.rglob("*.py"))
