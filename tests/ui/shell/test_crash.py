"""The crash dialog and its report."""

import sys
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lsadesk.domain.auditing.skills import Level
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.shell.crash import CrashDialog, install, report_on


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
