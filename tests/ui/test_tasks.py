"""Work away from the window."""

import threading
import weakref

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lsadesk.errors import UserError
from lsadesk.ui.tasks import Progress, Worker


def test_the_window_never_does_the_work_and_always_gets_the_result(
    worker: Worker, qtbot: QtBot
) -> None:
    worked: list[int] = []
    told: list[int] = []
    for _ in range(3):
        worker.do(
            lambda: worked.append(threading.get_ident()),
            lambda _: told.append(threading.get_ident()),
        )
    qtbot.waitUntil(lambda: len(told) == 3)
    here = threading.get_ident()
    assert len(set(worked)) == 1
    assert here not in worked
    assert told == [here] * 3


def test_calls_run_one_after_another_in_the_order_asked(worker: Worker, qtbot: QtBot) -> None:
    came: list[int] = []
    for number in range(20):
        worker.do(lambda number=number: number, came.append)
    qtbot.waitUntil(lambda: len(came) == 20)
    assert came == list(range(20))


def test_what_a_person_can_act_on_becomes_a_sentence(worker: Worker, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise UserError("The disk is full.")

    with qtbot.waitSignal(worker.refused) as told:
        worker.do(refuse, lambda _: pytest.fail("there is no result"))
    assert told.args == ["The disk is full."]


def test_a_caller_may_show_the_sentence_in_a_place_of_its_own(worker: Worker, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise UserError("Taken.")

    beside: list[UserError] = []
    worker.do(refuse, print, on_error=beside.append)
    qtbot.waitUntil(lambda: bool(beside))
    assert str(beside[0]) == "Taken."


def test_a_fault_of_ours_is_told_and_the_next_call_still_runs(
    worker: Worker, faults: list[object], qtbot: QtBot
) -> None:
    came: list[int] = []
    told: list[UserError] = []
    with qtbot.waitSignal(worker.crashed) as crashed:
        worker.do(lambda: 1 // 0, print, on_error=told.append)
    worker.do(lambda: 7, came.append)
    qtbot.waitUntil(lambda: came == [7])
    assert isinstance(crashed.args[0], ZeroDivisionError)
    assert "A fault in the program" in str(told[0])
    faults.clear()


def test_a_result_for_a_page_that_is_gone_is_dropped(worker: Worker, qtbot: QtBot) -> None:
    came: list[str] = []
    page, go = QObject(), threading.Event()
    worker.do(lambda: go.wait(5), lambda _: came.append("gone"), owner=page)
    worker.do(lambda: None, lambda _: came.append("here"))
    page.deleteLater()
    QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
    go.set()
    qtbot.waitUntil(lambda: bool(came))
    assert came == ["here"]


def test_work_cancelled_before_its_turn_never_begins(worker: Worker, qtbot: QtBot) -> None:
    go, came = threading.Event(), []
    worker.do(lambda: go.wait(5), lambda _: came.append("first"))
    worker.do(lambda: came.append("began"), lambda _: came.append("told")).cancel()
    worker.do(lambda: None, lambda _: came.append("last"))
    go.set()
    qtbot.waitUntil(lambda: "last" in came)
    assert came == ["first", "last"]


def test_long_computing_says_how_far_it_is_and_leaves_the_file_free(
    worker: Worker, qtbot: QtBot
) -> None:
    go, came, seen = threading.Event(), [], []

    def plan(progress: Progress) -> str:
        progress.report(0.5, "Half way")
        go.wait(5)
        return "plan"

    worker.compute(plan, came.append, on_progress=lambda part, said: seen.append((part, said)))
    worker.do(lambda: "read", came.append)
    qtbot.waitUntil(lambda: came == ["read"] and seen == [(0.5, "Half way")])
    go.set()
    qtbot.waitUntil(lambda: came == ["read", "plan"])


def test_computing_that_is_cancelled_stops_at_its_next_report(worker: Worker, qtbot: QtBot) -> None:
    go, stopped = threading.Event(), threading.Event()

    def plan(progress: Progress) -> None:
        go.wait(5)
        try:
            progress.report(0.5)
        finally:
            stopped.set()
        pytest.fail("it went on")

    ticket = worker.compute(plan, lambda _: pytest.fail("there is no result"))
    ticket.cancel()
    go.set()
    assert stopped.wait(5)


class _Held:
    """Something that only a callback holds on to, as a lambda holds its page."""


def test_what_a_callback_holds_is_let_go_on_the_windows_thread_alone(
    worker: Worker, qtbot: QtBot
) -> None:
    ended: list[int] = []
    for _ in range(300):
        held = _Held()
        weakref.finalize(held, lambda: ended.append(threading.get_ident()))
        worker.do(lambda held=held: None, lambda _, held=held: None)
        worker.compute(lambda _, held=held: None, lambda _, held=held: None)
        del held
    qtbot.waitUntil(lambda: len(ended) == 300)
    assert set(ended) == {threading.get_ident()}
