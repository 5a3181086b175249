"""The import assistant over a real college, and small workbooks to walk through it with."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lsadesk.domain.changes import Changes
from lsadesk.operations.desk import Desk
from lsadesk.ui.intake.assistant import Assistant
from lsadesk.ui.intake.walk import Page
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Worker

STAFF = [
    ["Surname", "Forename", "Payroll no", "Job title", "Team", "Hrs pw"],
    ["Kaur", "Asha", "P1", "LSA", "Cookery", 30],
    ["Xu", "Ben", "P2", "LSA", "Art", "37 hrs"],
    ["Xu", "Bea", "P3", "LSA", "Art", 20],
    ["Total", None, None, None, None, 87],
]
TRAINING = [
    ["Name", "Course", "Date done"],
    ["Asha Kaur", "First aid", "3/9/2025"],
    ["B Xu", "First aid", "4/9/2025"],
]


class Window:
    """What the assistant has around it: keeps what was published, and where one was led."""

    def __init__(self) -> None:
        self.published: list[str] = []
        self.went: list[tuple[str, object]] = []

    def publish(self, changes: Changes) -> None:
        """Keep the sentence."""
        self.published.append(changes.sentence)

    def say(self, sentence: str, kind: str = "said") -> None:
        """Nothing to say it to."""

    def go(self, place: str, target: object = None) -> None:
        """Keep the place."""
        self.went.append((place, target))


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Makes a workbook from sheets of rows; without any, of staff and their training."""

    def make(sheets: Mapping[str, Sequence[Sequence[Any]]] | None = None) -> Path:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for name, rows in (sheets or {"Staff": STAFF, "Training": TRAINING}).items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(list(row))
        path = tmp_path / "team.xlsx"
        book.save(path)
        return path

    return make


@pytest.fixture
def window() -> Window:
    """What stands around the assistant."""
    return Window()


@pytest.fixture
def make_assistant(
    desk: Desk, worker: Worker, window: Window, appearance: Appearance, qtbot: QtBot
) -> Callable[[], Assistant]:
    """Opens the assistant, as often as it is called, over the same college."""
    context = TabContext(desk, worker, appearance, window)

    def make() -> Assistant:
        made = Assistant(context, None)
        qtbot.addWidget(made, before_close_func=lambda dialog: dialog.reject())
        made.show()
        made.activateWindow()
        return made

    return make


@pytest.fixture
def assistant(make_assistant: Callable[[], Assistant]) -> Assistant:
    """The assistant, asking for a file."""
    return make_assistant()


@pytest.fixture
def read(qtbot: QtBot) -> Callable[[Assistant, Path], None]:
    """Reads a workbook and waits until its sheets are shown with their preview."""

    def run(assistant: Assistant, path: Path) -> None:
        assistant.read(path)
        qtbot.waitUntil(lambda: assistant.walk is not None and bool(assistant.walk.review.readings))

    return run


@pytest.fixture
def go_to(qtbot: QtBot) -> Callable[[Assistant, Page], None]:
    """Presses Next until a page is shown and may be left."""

    def run(assistant: Assistant, page: Page) -> None:
        walk = assistant.walk
        assert walk is not None
        while walk.stop.page is not page:
            before = walk.stop
            assistant.next.click()
            qtbot.waitUntil(lambda at=before: walk.stop != at and walk.can_go_on)

    return run


@pytest.fixture
def keys(qtbot: QtBot) -> Callable[..., None]:
    """Presses keys where Qt would send them: in an open list, or else where the focus is."""

    def press(
        *what: str | Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        for each in what:
            focused = QApplication.activePopupWidget() or QApplication.focusWidget()
            assert focused is not None, f"nothing has the focus to press {each!r} in"
            if isinstance(each, str):
                QTest.keyClicks(focused, each, modifier)
            else:
                QTest.keyClick(focused, each, modifier)

    return press
