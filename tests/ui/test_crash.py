"""The crash dialog and its report."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lsadesk.domain.auditing.skills import Level
from lsadesk.ui.appearance import Appearance
from lsadesk.ui.crash import CrashDialog, report_on


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


def _failure() -> Exception:
    try:
        try:
            raise KeyError("Asha Kaur")
        except KeyError:
            Level(99)
    except ValueError as error:
        return error
    raise AssertionError
