"""A row that goes on in the next line follows whatever becomes of what is in it."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lsadesk.ui.widgets.flow import Flow

WIDTH = 300


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A page with six words in a row, within a column as on every page of the program."""
    made = QWidget()
    qtbot.addWidget(made)
    column, row = QVBoxLayout(made), Flow()
    column.addLayout(row)
    column.addStretch()
    for number in range(6):
        row.addWidget(QLabel(f"Somebody {number}", made))
    made.resize(WIDTH, 400)
    made.show()
    return made


def lines(page: QWidget) -> int:
    QApplication.processEvents()
    shown = [label for label in page.findChildren(QLabel) if label.isVisible()]
    return len({label.y() for label in shown})


def test_words_go_on_in_the_next_line_and_come_back_where_some_are_hidden(page: QWidget) -> None:
    before = lines(page)
    labels = page.findChildren(QLabel)
    for label in labels[1:]:
        label.hide()
    assert (before > 1, lines(page)) == (True, 1)
    for label in labels[1:]:
        label.show()
    assert lines(page) == before


def test_a_longer_word_takes_more_lines(page: QWidget) -> None:
    before = lines(page)
    for label in page.findChildren(QLabel):
        label.setText("Somebody with a much longer name")
    assert lines(page) == 6 > before


def test_one_that_is_taken_out_or_added_counts(page: QWidget) -> None:
    (row,) = page.findChildren(Flow)
    high = row.heightForWidth(WIDTH)
    extra = [QLabel("Somebody else", page) for _ in range(6)]
    for label in extra:
        row.addWidget(label)
        label.show()
    assert row.heightForWidth(WIDTH) > high
    for label in extra:
        row.removeWidget(label)
        label.deleteLater()
    assert row.heightForWidth(WIDTH) == high


def test_a_wider_page_needs_fewer_lines(page: QWidget) -> None:
    before = lines(page)
    page.resize(WIDTH * 8, 400)
    assert (before > 1, lines(page)) == (True, 1)
