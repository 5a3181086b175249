"""What every dialog is opened over, at the same day of the same college."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from lsadesk.operations.desk import Desk
from lsadesk.ui.shell.main_window import MainWindow
from lsadesk.ui.tab import TabContext
from tests.ui.at_rest import wait_for

TODAY = date(2026, 11, 24)

Dialogs = Mapping[str, Callable[["Stage"], object]]  # each by its name, and how it is opened


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until nothing is asked of the college file any more."""
    wait_for(window.worker, qtbot)


@dataclass(frozen=True, slots=True)
class Stage:
    """What a dialog is opened over."""

    window: MainWindow
    context: TabContext
    desk: Desk
    folder: Path
    qtbot: QtBot

    def page(self, name: str) -> None:
        self.window.bar.go(name)
        settle(self.window, self.qtbot)
