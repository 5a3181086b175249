"""A plan changed by hand on the board: picked up, carried, put down, and what is said meanwhile."""

from collections.abc import Callable
from datetime import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lsadesk.domain.calendar import TimeSpan, Week
from lsadesk.domain.deployment.model import SlotId
from lsadesk.domain.deployment.one_change import Step
from lsadesk.domain.deployment.remedies import Remedy
from lsadesk.operations.deploying import deployment, placing, plans
from lsadesk.operations.desk import Desk
from lsadesk.ui.deployment import by_hand
from lsadesk.ui.deployment.telling import change_list
from lsadesk.ui.deployment.week_page import WeekPage
from lsadesk.ui.planned_for import sessions_page
from lsadesk.ui.widgets.readable import Readable
from tests.ui.deployment.conftest import Window

UP, DOWN, ENTER, ESC = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
)


@pytest.fixture
def page(planned: Desk, show_tab: Callable[[], WeekPage]) -> WeekPage:
    """The page with Art on Tuesday current, which one of two people has."""
    page = show_tab()
    page.board.setFocus()
    page.board.show_slot(slot_of(planned, "Art"))
    return page


def slot_of(desk: Desk, title: str) -> SlotId:
    board = deployment.week_board(desk)
    return next(slot.id for slot in board.ahead.problem.slots if slot.title == title)


def holder(desk: Desk, title: str) -> object:
    made = deployment.latest(desk)
    assert made is not None
    return made.plan.by_slot().get(slot_of(desk, title))


def to_the_other(page: WeekPage) -> Qt.Key:
    """The key that leads from the current person's line to the other person's."""
    block = page.board.current()
    assert block is not None
    return DOWN if block.line == 0 else UP


def test_keys_carry_a_place_to_somebody_else_who_is_pinned(
    page: WeekPage, planned: Desk, qtbot: QtBot
) -> None:
    before, key = holder(planned, "Art"), to_the_other(page)
    qtbot.keyClick(page.board, ENTER)
    assert page.by_hand.said.text().startswith("As it is now.")
    qtbot.keyClick(page.board, key)
    assert "nothing is in the way" in page.by_hand.said.text()
    qtbot.keyClick(page.board, ENTER)
    qtbot.waitUntil(lambda: holder(planned, "Art") != before)
    qtbot.waitUntil(lambda: "pinned" in page.why.who.text())
    assert not page.by_hand.said.isVisible()


def test_escape_leaves_a_place_where_it_was(page: WeekPage, planned: Desk, qtbot: QtBot) -> None:
    before, key = holder(planned, "Art"), to_the_other(page)
    for each in (ENTER, key, ESC):
        qtbot.keyClick(page.board, each)
    assert page.board.hand.block is None
    assert not page.by_hand.said.isVisible()
    assert holder(planned, "Art") == before


def test_put_down_among_the_uncovered_a_place_is_open(
    page: WeekPage, planned: Desk, qtbot: QtBot
) -> None:
    for each in (ENTER, Qt.Key.Key_End, ENTER):
        qtbot.keyClick(page.board, each)
    qtbot.waitUntil(lambda: holder(planned, "Art") is None)
    planned.undo()
    assert holder(planned, "Art") is not None


def test_the_mouse_drags_as_the_keys_carry(page: WeekPage, planned: Desk, qtbot: QtBot) -> None:
    before, view = holder(planned, "Art"), page.board
    here = view.visualRect(view.currentIndex()).center()
    lines = (
        QPoint(0, view.plot.tops[1])
        if to_the_other(page) is DOWN
        else QPoint(0, -view.plot.tops[1])
    )
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=here)
    QTest.mouseMove(view.viewport(), here + QPoint(0, 12 if lines.y() > 0 else -12))
    QTest.mouseMove(view.viewport(), here + lines)
    assert "nothing is in the way" in page.by_hand.said.text()
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=here + lines)
    qtbot.waitUntil(lambda: holder(planned, "Art") != before)


def test_whoever_is_busy_is_told_and_nothing_moves(
    page: WeekPage, planned: Desk, around: Window, qtbot: QtBot
) -> None:
    before = deployment.week_board(planned).made
    page.board.go_to(len(page.board.board_model.board.blocks) - 1)  # the open Cookery
    for each in (ENTER, UP, ENTER):
        qtbot.keyClick(page.board, each)
    assert any("busy 9.15-10.45" in said for said in around.said)
    after = deployment.week_board(planned).made
    assert before is not None
    assert after is not None
    assert after.plan == before.plan


def test_a_published_plan_changes_only_with_a_reason(
    page: WeekPage, planned: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = deployment.week_board(planned)
    assert board.made is not None
    starts = board.ahead.problem.starts
    plans.publish(planned, board.made.number, starts=starts, ends=starts)
    page.reload()
    qtbot.waitUntil(lambda: "published" in page.head.plan.currentText())
    page.board.show_slot(slot_of(planned, "Art"))
    before, key = holder(planned, "Art"), to_the_other(page)
    monkeypatch.setattr(by_hand, "ask_why", lambda _parent: None)
    for each in (ENTER, key, ENTER):
        qtbot.keyClick(page.board, each)
    assert holder(planned, "Art") == before
    monkeypatch.setattr(by_hand, "ask_why", lambda _parent: "Ben knows the kiln")
    for each in (ENTER, key, ENTER):
        qtbot.keyClick(page.board, each)
    qtbot.waitUntil(lambda: holder(planned, "Art") != before)
    (change,) = plans.changes(planned, board.made.number)
    assert change.why == "Ben knows the kiln"
    told = change_list(page, "Autumn", [change])
    whole = told.findChild(Readable)
    assert whole is not None
    assert whole.text() == f"Why: {change.why}", "a long reason is read below the table"


def test_somebody_kept_out_is_not_placed_by_the_next_plan(
    page: WeekPage, planned: Desk, qtbot: QtBot
) -> None:
    slot = slot_of(planned, "Art")
    page.board.opened.emit()
    page.why.people.table.setFocus()
    out = page.why.people.table.current()
    assert out is not None
    page.why.people.refuse.click()
    qtbot.waitUntil(lambda: deployment.week_board(planned).ahead.kept_out != {})
    ahead = deployment.gather(planned, week=deployment.week_board(planned).ahead.problem.week)
    assert ahead.slots[slot].refused == {out.person}
    qtbot.waitUntil(lambda: page.why.people.refuse.text() == "Let in again")
    page.why.people.refuse.click()
    qtbot.waitUntil(lambda: deployment.week_board(planned).ahead.kept_out == {})


def test_a_gap_is_told_with_single_changes_or_that_there_is_none(
    page: WeekPage, qtbot: QtBot
) -> None:
    page.board.go_to(len(page.board.board_model.board.blocks) - 1)
    qtbot.waitUntil(lambda: page.why.remedies.title.text() != "Trying single changes...")
    assert page.why.remedies.title.text() in {
        "One change would do it:",
        "No single change would fill it, alone or with a move.",
    }


def test_other_times_are_shown_in_the_sessions_own_form_and_kept(
    page: WeekPage, planned: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    slot, later = slot_of(planned, "Art"), TimeSpan(time(11, 30), time(12, 45))
    way = Remedy(
        step=Step.RETIME,
        change="Start Art 15 minutes later",
        sentence="Start Art 15 minutes later.",
        person=page.why.reasons.candidates(slot)[0].person,
        place=slot,
        moves=(),
        session=slot.session,
        span=later,
    )
    monkeypatch.setattr(sessions_page, "ask_session", lambda *asked, **_: asked[2])
    page.why.remedies.chosen.emit(way)
    qtbot.waitUntil(lambda: deployment.gather(planned, week=Week.A).slots[slot].span == later)


def test_learners_stand_down_the_side_with_who_is_beside_them(page: WeekPage) -> None:
    page.head.view_chosen.emit("learners")
    board = page.board.board_model.board
    names = [learner.reference for learner in board.shown.ahead.learners] if board.shown else []
    assert [line.name for line in board.lines] == sorted(names)


def test_from_session_to_session_people_are_carried_where_lines_are_groups(
    page: WeekPage, planned: Desk, qtbot: QtBot
) -> None:
    made = deployment.week_board(planned).made
    assert made is not None
    art, before = slot_of(planned, "Art"), made.plan.by_slot()
    placing.rearrange(planned, made.number, {art: None}, seen={art: before[art]}, pinned=False)
    page.reload()
    qtbot.waitUntil(lambda: "2 places" in page.board.board_model.board.lines[-1].note)
    page.head.view_chosen.emit("sessions")
    cookery = holder(planned, "Cookery")
    page.board.show_slot(slot_of(planned, "Cookery"))
    qtbot.keyClick(page.board, ENTER)
    assert page.by_hand.said.text().startswith("As it is now.")
    qtbot.keyClick(page.board, Qt.Key.Key_Right)
    said = page.by_hand.said.text()
    assert "goes to Art, Tue 11.15-12.45 and Cookery, Mon 9.15-10.45 is left open." in said
    assert "The plan costs" in said
    qtbot.keyClick(page.board, ENTER)
    qtbot.waitUntil(lambda: holder(planned, "Art") == cookery)
    assert holder(planned, "Cookery") is None


def test_an_exchange_that_a_rule_forbids_is_told_with_the_rule_and_nothing_moves(
    page: WeekPage, planned: Desk, around: Window, qtbot: QtBot
) -> None:
    before = holder(planned, "Art")
    page.head.view_chosen.emit("sessions")
    page.board.show_slot(slot_of(planned, "Art"))
    for key in (ENTER, Qt.Key.Key_Left, ENTER):
        qtbot.keyClick(page.board, key)
    assert "cannot go to Cookery, Mon 9.15-10.45: busy 9.15-10.45" in around.said[-1]
    assert holder(planned, "Art") == before


def test_a_drag_over_the_groups_frames_the_session_under_the_mouse(
    page: WeekPage, planned: Desk
) -> None:
    page.head.view_chosen.emit("sessions")
    view = page.board
    view.show_slot(slot_of(planned, "Art"))
    here = view.visualRect(view.currentIndex()).center()
    other = view.visualRect(view.board_model.index(0)).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=here)
    QTest.mouseMove(view.viewport(), here - QPoint(14, 0))
    QTest.mouseMove(view.viewport(), other)
    assert view.hand.over == 0
    assert view.hand.place().contains(other)
    assert "Cookery" in page.by_hand.said.text()
    view.hand.leave()
