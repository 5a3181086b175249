"""Feedback: told by an LSA, answered, carried into the next session, printed."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lsadesk.domain.briefing.feedback import Answer, FeedbackDetails
from lsadesk.domain.briefing.need_to_knows import Known, NeedToKnows
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.briefing import feedback, need_to_knows, session_cards
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import accounts
from lsadesk.ui.briefing import feedback_page
from lsadesk.ui.briefing.feedback_page import FeedbackPage
from lsadesk.ui.briefing.mine import MySessions
from lsadesk.ui.briefing.page import NeedToKnowsPage
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking import saving

TUESDAY = date(2026, 11, 24)
Settle = Callable[[], None]
Shown = Callable[[QWidget], None]


def lsa_of_art(desk: Desk) -> PersonId:
    return need_to_knows.week_ahead(desk, TUESDAY).sessions[-1].lsas[0]


@pytest.fixture
def told(college: Desk) -> Desk:
    """Something is open about Tuesday's art."""
    art = need_to_knows.week_ahead(college, TUESDAY).sessions[-1]
    details = FeedbackDetails(worked="Dice", barriers="Too loud")
    feedback.tell_teacher(college, art.lsas[0], art.session.id, art.on, details)
    return college


@pytest.fixture
def page(told: Desk, context: TabContext, shown: Shown, settle: Settle) -> Iterator[FeedbackPage]:
    """The page with what is open."""
    made = FeedbackPage(context)
    shown(made)
    yield made
    settle()


def test_what_is_open_waits_until_somebody_says_what_was_done(
    page: FeedbackPage, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page.said.text() == "1 session waits for an answer"
    assert page.told.text() == "Worked: Dice\nIn the way: Too loud"
    answer = Answer.ACTION, "A quiet corner", "J. Lyle"
    monkeypatch.setattr(feedback_page, "ask_answer", lambda *_: answer)
    page.answering.click()
    settle()
    assert page.said.text() == "All that was told is answered."
    assert page.table.rows.rowCount() == 0
    page.which.setCurrentIndex(1)
    page.table.selectRow(0)
    assert page.done.text().startswith("Something is done, J. Lyle, 24 Nov 2026: A quiet corner")
    page.reopening.click()
    settle()
    assert page.said.text() == "1 session waits for an answer"


def test_after_one_is_answered_the_next_is_chosen(
    page: FeedbackPage, told: Desk, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = need_to_knows.week_ahead(told, TUESDAY).sessions[0]
    details = FeedbackDetails(worked="Clay")
    feedback.tell_teacher(told, first.lsas[0], first.session.id, first.on, details)
    page.reload()
    settle()
    monkeypatch.setattr(feedback_page, "ask_answer", lambda *_: (Answer.ACTION, "Done", "J. Lyle"))
    page.answering.click()
    settle()
    assert page.told.text() == "Worked: Clay"


def test_feedback_is_carried_into_what_is_told_of_the_next_session(
    page: FeedbackPage, context: TabContext, qtbot: QtBot, shown: Shown, settle: Settle
) -> None:
    with qtbot.waitSignal(page.carried) as carried:
        page.carrying.click()
    to_know = NeedToKnowsPage(context)
    shown(to_know)
    to_know.carry(carried.args[0])
    settle()
    settle()
    assert to_know.entry.seen is not None
    assert to_know.entry.seen.on == date(2026, 12, 1)
    assert (
        to_know.entry.fields[Known.LAST_TIME].toPlainText() == "worked: Dice; in the way: Too loud"
    )
    settle()


def test_slips_for_teachers_are_printed_and_it_says_where_they_are(
    page: FeedbackPage, settle: Settle, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(saving, "ask_where", lambda *_: tmp_path / "slips.pdf")
    page.printing.click()
    settle()
    assert (tmp_path / "slips.pdf").exists()
    assert "slips.pdf" in page.paper.notice.sentence.text()


def test_nobody_is_shut_out(page: FeedbackPage, barriers: Callable[[QWidget], list[str]]) -> None:
    assert barriers(page) == []


def test_an_lsa_reads_what_to_know_and_tells_the_teacher_in_three_fields(
    college: Desk,
    context: TabContext,
    shown: Shown,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (owner,) = accounts.all_accounts(college)
    person = lsa_of_art(college)
    accounts.change_account(college, owner, person=person, is_head=True, is_administrator=True)
    mine = MySessions(context, None)
    shown(mine)
    cards = session_cards.cards_of(college, person, (TUESDAY, TUESDAY))
    assert mine.cards.current() == cards[0]
    assert mine.papers.isHidden()
    assert "Ask the teacher before it begins" in "\n".join(mine.lines.model().records())
    mine.send.click()
    settle()
    assert mine.form.first_wrong() is mine.worked
    mine.worked.setPlainText("Dice")
    mine.send.click()
    settle()
    art = need_to_knows.week_ahead(college, TUESDAY).sessions[-1]
    need_to_knows.tell(college, art, NeedToKnows(papers="The plan: https://example.org/art."))
    mine._load()
    settle()
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url.toString()))
    mine.papers.click()
    assert opened == ["https://example.org/art"]
    assert mine.answer.text().startswith("Told. It stays open")
    assert "the teacher is told" in str(mine.cards.currentIndex().data())
    (told,) = feedback.all_feedback(college).told
    feedback.answer(college, told, Answer.REASON, "Next term", by="J. Lyle")
    mine._load()
    settle()
    assert mine.answer.text() == "J. Lyle: it stays as it is: Next term"
    assert mine.form.isHidden()
    monkeypatch.setattr(saving, "ask_where", lambda *_asked: Path("/nowhere/at/all/cards.pdf"))
    mine.printing.click()
    settle()
    assert "choose another place to save" in mine.message.sentence.text()
