"""The week's need-to-knows: typed without a mouse, used again, never lost half typed."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lsadesk.domain.briefing.cards import CardSheet
from lsadesk.domain.briefing.need_to_knows import FOUR, NeedToKnows, Readiness
from lsadesk.operations.briefing import need_to_knows, session_cards
from lsadesk.ui.briefing.page import NeedToKnowsPage
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking import saving

MONDAY = date(2026, 11, 23)


@pytest.fixture
def page(
    context: TabContext, shown: Callable[[QWidget], None], settle: Callable[[], None]
) -> Iterator[NeedToKnowsPage]:
    """The page with the week on screen."""
    made = NeedToKnowsPage(context)
    shown(made)
    yield made
    settle()


def told(page: NeedToKnowsPage, weeks: int = 0) -> list[NeedToKnows | None]:
    week = need_to_knows.week_ahead(page.context.desk, MONDAY + timedelta(weeks=weeks))
    return [None if each.told is None else each.told.words for each in week.sessions]


def test_four_lines_and_a_key_tell_a_session_and_the_next_one_is_there(
    page: NeedToKnowsPage, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    assert page.said.text() == "2 sessions of this week: 2 not told yet."
    page.entry.begin()
    for known, words in zip(FOUR, ("Heat", "Reads a dial", "JB02 alone", "Who knew"), strict=True):
        qtbot.keyClicks(page.entry.fields[known], words)
        qtbot.keyClick(page.entry.fields[known], Qt.Key.Key_Return)
    field = page.entry.fields[FOUR[0]]
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    page.keep()
    settle()
    assert page.said.text() == "2 sessions of this week: 1 not told yet."
    assert told(page)[0] == NeedToKnows(
        concepts="Heat", skills="Reads a dial", outcomes="JB02 alone", feedback="Who knew"
    )
    assert page.entry.seen is not None
    assert page.entry.seen.session.title == "Art"
    assert page.entry.words == NeedToKnows()


def test_as_last_time_tells_the_same_with_the_new_date(
    page: NeedToKnowsPage, settle: Callable[[], None]
) -> None:
    page.entry.fields[FOUR[0]].setPlainText("Heat")
    page.keep()
    settle()
    page.table.selectRow(0)
    blind = "LSA going in blind: 1 of the four told. "
    assert page.entry.told.text() == f"{blind}Told by owner for 23 Nov 2026."
    page.turn_to(MONDAY + timedelta(weeks=1))
    settle()
    page.table.selectRow(0)
    assert page.entry.told.text() == f"{blind}Told by owner for 23 Nov 2026."
    page.entry.as_last.click()
    settle()
    page.table.selectRow(0)
    assert page.entry.told.text() == f"{blind}Told by owner for 30 Nov 2026."
    assert not page.entry.as_last.isEnabled()


def test_what_is_half_typed_is_kept_when_another_session_is_looked_at(
    page: NeedToKnowsPage, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    page.entry.fields[FOUR[0]].setPlainText("Heat")
    page.table.selectRow(1)
    settle()
    assert told(page)[0] == NeedToKnows(concepts="Heat")
    assert page.entry.seen is not None
    assert page.entry.seen.session.title == "Art"


def test_a_change_elsewhere_leaves_what_is_being_typed(
    page: NeedToKnowsPage, settle: Callable[[], None]
) -> None:
    page.entry.fields[FOUR[1]].setPlainText("Mixes")
    page.reload()
    settle()
    assert page.entry.fields[FOUR[1]].toPlainText() == "Mixes"


def test_a_session_of_the_next_week_is_found_too_and_its_first_answer_waits(
    page: NeedToKnowsPage, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    page.turn_to(MONDAY + timedelta(weeks=1))
    settle()
    assert page.week is not None
    art = page.week.sessions[-1]
    page.choose(art.session.id)
    settle()
    assert page.entry.seen == art
    assert art.readiness(14) is Readiness.BLIND


def test_nobody_is_shut_out(
    page: NeedToKnowsPage, barriers: Callable[[NeedToKnowsPage], list[str]]
) -> None:
    assert barriers(page) == []


def test_cards_are_written_beside_the_college_file_and_can_be_stopped(
    page: NeedToKnowsPage,
    qtbot: QtBot,
    settle: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(saving, "ask_where", lambda *_: tmp_path / "cards.pdf")
    goes_on, left = Event(), Event()

    def slow(_sheet: CardSheet, path: Path, report: saving.Report, *, big: bool) -> None:
        report(0.5)
        goes_on.wait(10)
        try:
            report(0.6)
            path.touch()
        finally:
            left.set()

    notice = page.printing.notice
    with monkeypatch.context() as slowly:
        slowly.setattr(session_cards, "write_cards", slow)
        page.printing.of_day()
        qtbot.waitUntil(lambda: notice.sentence.text() == "Writing cards.pdf: 50 %")
        assert not page.context.worker.is_busy
        notice.findChildren(QPushButton)[0].click()
        goes_on.set()
        assert left.wait(10)
    settle()
    assert notice.isHidden()
    assert not (tmp_path / "cards.pdf").exists()
    page.printing.of_day()
    qtbot.waitUntil(lambda: "Saved as cards.pdf" in notice.sentence.text(), timeout=30_000)
    assert (tmp_path / "cards.pdf").exists()
