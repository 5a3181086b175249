"""Making a college in the window."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lsadesk.domain.keeping.recovery import CHECKS, SECTIONS
from lsadesk.operations.keeping import college
from lsadesk.operations.keeping.vocabulary import vocabulary
from lsadesk.ui.door.new_college import NewCollegeDialog
from lsadesk.ui.keeping import key_pages
from lsadesk.ui.keeping.key_pages import KeyPages, in_rows, sheet_as_html, where
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.tasks import Worker

KEY = "AAAAA-BBBBB-CCCCC"


@pytest.fixture
def dialog(
    appearance: Appearance, worker: Worker, tmp_path: Path, qtbot: QtBot
) -> NewCollegeDialog:
    """The dialog, filled in."""
    made = NewCollegeDialog(None, worker)
    qtbot.addWidget(made)
    made._parent_folder = tmp_path
    made.name.setText("Harbour Lane")
    made.owner.setText("Pat")
    made.secret.setText("correct horse")
    made.again.setText("correct horse")
    made.show()
    return made


def test_a_college_is_made_and_its_key_is_asked_back(
    dialog: NewCollegeDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.provider.setCurrentIndex(dialog.provider.findText("Work-based learning"))
    dialog.make.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(KeyPages)), timeout=20_000)
    (keys,) = dialog.findChildren(KeyPages)
    keys.written.click()
    for place, answer in zip(keys._asked, keys.answers, strict=True):
        answer.setText(keys._groups[place].lower())
    with qtbot.waitSignal(dialog.accepted):
        keys.done.click()
    assert dialog.desk is not None
    assert dialog.desk.login == "Pat"
    assert vocabulary(dialog.desk).said("A learner and a teacher") == "An apprentice and a trainer"
    assert college.look(tmp_path / "Harbour Lane.lsadesk").logins == ("Pat",)
    dialog.desk.close()


def test_two_passwords_that_differ_make_nothing(dialog: NewCollegeDialog, tmp_path: Path) -> None:
    dialog.again.setText("correct house")
    dialog.make.click()
    assert "differ" in dialog.again.accessibleDescription()
    assert list(tmp_path.iterdir()) == []


def test_the_printed_sheet_says_what_the_pdf_says() -> None:
    said = sheet_as_html("A & B <College>", KEY.split("-"), date(2026, 11, 24))
    assert "A &amp; B &lt;College&gt;, made on 24 Nov 2026" in said
    for words in (*KEY.split("-"), *CHECKS, *(title for title, _ in SECTIONS)):
        assert words in said


def test_the_sheet_is_saved_and_that_it_is_the_key_is_said(
    qtbot: QtBot, worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = KeyPages(KEY, "Harbour Lane", worker, lambda: None, done="Start")
    qtbot.addWidget(keys)
    monkeypatch.setattr(key_pages, "ask_where", lambda *_: tmp_path / "key.pdf")
    keys._save()
    qtbot.waitUntil(lambda: "delete the file" in keys._saved.text(), timeout=30_000)
    assert (tmp_path / "key.pdf").read_bytes().startswith(b"%PDF")
    monkeypatch.setattr(key_pages, "ask_where", lambda *_: tmp_path / "no" / "such" / "key.pdf")
    keys._save()
    qtbot.waitUntil(lambda: "delete the file" not in keys._saved.text(), timeout=30_000)


def test_a_slip_on_paper_is_found_and_its_group_named(qtbot: QtBot, worker: Worker) -> None:
    kept: list[bool] = []
    keys = KeyPages(KEY, "Harbour Lane", worker, lambda: kept.append(True), done="Start")
    qtbot.addWidget(keys)
    keys.written.click()
    for answer in keys.answers:
        answer.setText("XXXXX")
    keys.done.click()
    first = keys._asked[0] + 1
    said = keys.answers[0].accessibleDescription()
    assert said.startswith(f"This is not group {first}. Look again.")
    assert kept == []


def test_the_key_stands_in_rows_and_the_question_says_where_to_look() -> None:
    groups = ["MSRBD", "54PTP", "P0K0B", "71B74", "DR5JM", "76XCQ", "WTD4Z"]
    assert in_rows(groups) == "MSRBD   54PTP   P0K0B   71B74\nDR5JM   76XCQ   WTD4Z"
    assert where(5) == "The second group of the second row."


def test_enter_alone_leads_from_the_form_to_the_new_college(
    dialog: NewCollegeDialog, qtbot: QtBot
) -> None:
    QTest.keyClick(dialog.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(KeyPages)), timeout=20_000)
    (keys,) = dialog.findChildren(KeyPages)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    for place, answer in zip(keys._asked, keys.answers, strict=True):
        QTest.keyClicks(answer, keys._groups[place])
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(keys.answers[1], Qt.Key.Key_Return)
    assert dialog.desk is not None
    dialog.desk.close()


def test_the_dialog_shuts_nobody_out(
    dialog: NewCollegeDialog, barriers: Callable[[QWidget], list[str]], appearance: Appearance
) -> None:
    appearance.set_text_size(150)
    dialog.adjustSize()
    assert barriers(dialog) == []
