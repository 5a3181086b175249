"""The College review tab: begun, judged, asked, closed and compared, in a real college."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from lsadesk.domain.changes import Changes
from lsadesk.domain.reviewing.lines import LineDetails, LineKind
from lsadesk.domain.reviewing.points import PointId, Voice
from lsadesk.domain.reviewing.review import Judgement, ReviewDetails
from lsadesk.domain.reviewing.views import Confidence, Sheet
from lsadesk.operations.desk import Desk
from lsadesk.operations.reviewing import lines, review
from lsadesk.store.reviewing.questions import questions
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.review import tab as room
from lsadesk.ui.review.learner_sheet import LearnerSheet
from lsadesk.ui.review.line_form import ReviewLineQuestion
from lsadesk.ui.review.tab import LISTS, ReviewTab
from lsadesk.ui.review.view_form import ViewQuestion
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Worker

POINT = PointId("r2-5")


class Window:
    """What the tab has around it: it passes changes on."""

    def __init__(self) -> None:
        self.tab: ReviewTab | None = None

    def publish(self, changes: Changes) -> None:
        """Tell the tab."""
        if self.tab is not None:
            self.tab.follow(changes)

    def say(self, sentence: str, kind: str = "said") -> None:
        """Nothing hears it."""

    def go(self, place: str, target: object = None) -> None:
        """Nothing is elsewhere."""


@pytest.fixture
def open_tab(worker: Worker, appearance: Appearance, qtbot: QtBot) -> Callable[[Desk], ReviewTab]:
    """Opens the tab and waits until it has asked."""

    def opened(desk: Desk) -> ReviewTab:
        window = Window()
        tab = ReviewTab(TabContext(desk, worker, appearance, window))
        window.tab = tab
        qtbot.addWidget(tab)
        tab.resize(1280, 700)
        tab.show()
        qtbot.waitUntil(lambda: tab._seen is not None)
        return tab

    return opened


def test_the_first_review_is_begun_from_the_empty_page(
    desk: Desk,
    open_tab: Callable[[Desk], ReviewTab],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tab = open_tab(desk)
    assert tab.whole.currentWidget() is tab.empty
    monkeypatch.setattr(room, "ask_review", lambda *_, is_new: ReviewDetails(name="Autumn"))
    tab._begin()
    qtbot.waitUntil(lambda: tab.points.table.model_.rowCount() == 40)
    assert "Autumn" in tab.points.which.currentText()
    assert tab.points.judging.isEnabled()
    assert not tab.points.beginning.isEnabled()


def test_a_closed_review_tells_what_groups_said_and_the_next_one_what_moved(
    desk: Desk, open_tab: Callable[[Desk], ReviewTab], qtbot: QtBot
) -> None:
    first = review.begin_review(desk, ReviewDetails(name="Spring")).result
    review.judge(desk, first, POINT, Judgement(Confidence.A_LITTLE))
    for voice, answer in ((Voice.LEADERS, Confidence.FULLY), (Voice.LSAS, Confidence.A_LITTLE)):
        for _ in range(5):
            review.key_in(desk, first, Sheet(voice, {POINT: answer}))
    review.close_review(desk, review.open_review(desk, first).review)
    second = review.begin_review(desk, ReviewDetails(name="Autumn")).result
    review.judge(desk, second, POINT, Judgement(Confidence.MOSTLY, "Wednesdays"))
    tab = open_tab(desk)
    page = tab.points
    qtbot.waitUntil(lambda: page.table.model_.rowCount() == 40)
    (row,) = (at for at in range(40) if "R2.5" in page.table.rows.index(at, 0).data())
    page.table.selectRow(row)
    assert page.table.rows.index(row, 2).data() == "up 1"
    assert "LSAs: 0 of 5 confident" in page.detail.text()
    assert "What shows it: Wednesdays" in page.detail.text()
    tab.choose(first)
    qtbot.waitUntil(lambda: page.table.rows.index(row, 3).data() == "100 %")
    assert "Views part by 100 %" in page.detail.text()
    assert not page.judging.isEnabled()


def test_the_lists_put_forward_what_is_past_its_day(
    desk: Desk, open_tab: Callable[[Desk], ReviewTab], qtbot: QtBot
) -> None:
    review.begin_review(desk, ReviewDetails(name="Autumn"))
    for words, due in (("Later", desk.today), ("Past", desk.today.replace(day=1))):
        lines.add_line(
            desk,
            LineDetails(
                kind=LineKind.CHALLENGE, words=words, begun=desk.today, due=due, topic="need-work"
            ),
        )
    tab = open_tab(desk)
    tab.show_target(LISTS)
    qtbot.waitUntil(lambda: tab.lists.table.model_.rowCount() == 2)
    assert tab.lists.table.rows.index(0, 0).data() == "Past"
    assert "1 line is to look at now" in tab.lists.told.text()
    tab.lists.table.selectRow(0)
    assert tab.lists.detail.text().startswith("Past \u00b7 ")
    tab.pages.bar.setCurrentIndex(2)
    qtbot.waitUntil(lambda: tab.themes.table.model_.rowCount() > 20)
    shown = [tab.themes.table.rows.index(at, 1).data() for at in range(60)]
    assert {"Later", "Past"} <= set(shown)


def test_a_sheet_asks_each_group_its_own_points_and_keeps_what_was_answered(qtbot: QtBot) -> None:
    question = ViewQuestion(None, questions(), own=True)
    qtbot.addWidget(question)
    assert len(question.answers) == 32
    assert not question.yes.isEnabled()
    question.answers[PointId("r2-1")].choose(Confidence.MOSTLY)
    question.voice.choose(Voice.LEARNERS)
    assert len(question.answers) == 8
    assert question.sheet() == Sheet(Voice.LEARNERS, {PointId("r2-1"): Confidence.MOSTLY})
    question.answers[PointId("r2-1")].setCurrentIndex(question.answers[PointId("r2-1")].count() - 1)
    assert question.sheet().answers == {PointId("r2-1"): None}
    assert question.answers[PointId("r2-1")].currentText() == "I don't understand"


def test_a_learner_answers_leaves_out_and_does_not_understand_by_tab_and_enter_alone(
    qtbot: QtBot,
) -> None:
    sheet = LearnerSheet(None, questions())
    qtbot.addWidget(sheet)
    with qtbot.waitExposed(sheet):
        sheet.show()
    asked = []
    for words in ("Yes", "I don't understand", *["Leave this one out"] * 6):
        asked.append(sheet.asked.text())
        press(qtbot, sheet, words)
    press(qtbot, sheet, "Hand in")
    assert len(set(asked)) == 8
    assert sheet.result() == QDialog.DialogCode.Accepted
    assert list(sheet.sheet().answers.values()) == [Confidence.FULLY, None]


def press(qtbot: QtBot, sheet: LearnerSheet, words: str) -> None:
    """Go to the button with *words* by Tab and press it by Enter, as a switch does."""
    for _ in sheet.ways:
        on = sheet.focusWidget()
        if isinstance(on, QPushButton) and on.text() == words:
            qtbot.keyClick(on, Qt.Key.Key_Return)
            return
        qtbot.keyClick(on, Qt.Key.Key_Tab)
    raise AssertionError(words)


def test_a_line_stays_open_until_nothing_is_lacking(desk: Desk, qtbot: QtBot) -> None:
    blank = LineDetails(kind=LineKind.ACTION, words="Plan together", begun=desk.today)
    question = ReviewLineQuestion(None, blank, questions(), desk.today, is_new=True)
    qtbot.addWidget(question)
    assert not question.ready()
    question.fields["owner"].setText("Principal")  # type: ignore[attr-defined]
    question.fields["due"].setText("1 Feb 2027")  # type: ignore[attr-defined]
    question.accept()
    assert question.result() == QDialog.DialogCode.Accepted
    assert question.wanted is not None
    assert question.wanted.owner == "Principal"
