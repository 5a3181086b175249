"""The painted board: keys, mouse, places, and what a screen reader is told."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from lsadesk.ui.deployment.board import Shown, people_board
from lsadesk.ui.deployment.plot import Plot
from lsadesk.ui.deployment.view import BoardView
from lsadesk.ui.deployment.wording import day_names
from lsadesk.ui.looks.appearance import Appearance

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none


@pytest.fixture
def view(shown: Shown, appearance: Appearance, qtbot: QtBot) -> BoardView:
    """The board of the planned week, focused."""
    made = BoardView(appearance)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show_board(people_board(shown), day_names(shown.ahead.problem))
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def here(view: BoardView) -> str:
    block = view.current()
    assert block is not None
    return f"{view.board_model.board.lines[block.line].name}, {block.above}"


def test_the_model_keeps_qts_rules(view: BoardView) -> None:
    QAbstractItemModelTester(view.board_model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_focus_goes_to_the_first_block(view: BoardView) -> None:
    view.focusNextChild()
    view.setFocus()
    assert here(view) == "Kaur, Asha, Cookery"


def test_arrows_go_from_line_to_line_and_to_the_ends_of_a_line(
    view: BoardView, qtbot: QtBot
) -> None:
    view.go_to(0)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert here(view) == "Xu, Ben, Cookery"
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert here(view) == "Not covered, Cookery"
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert here(view) == "Not covered, Cookery"
    qtbot.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert here(view) == "Kaur, Asha, Cookery"


def test_left_and_right_go_through_a_week(view: BoardView, shown: Shown, qtbot: QtBot) -> None:
    art = next(slot.id for slot in shown.ahead.problem.slots if slot.title == "Art")
    view.show_slot(art)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert here(view).endswith("Cookery")
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert here(view).endswith("Art")


def test_enter_and_a_click_open_the_block(view: BoardView, qtbot: QtBot) -> None:
    view.go_to(0)
    with qtbot.waitSignal(view.opened):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    place = view.visualRect(view.board_model.index(1)).center()
    with qtbot.waitSignal(view.clicked), qtbot.assertNotEmitted(view.opened):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.currentIndex().row() == 1


def test_a_block_lies_where_its_place_says(view: BoardView) -> None:
    for at in range(view.board_model.rowCount()):
        index = view.board_model.index(at)
        assert view.indexAt(view.visualRect(index).center()) == index
    assert not view.indexAt(QPoint(1, 5000)).isValid()


def test_a_screen_reader_hears_every_block(view: BoardView) -> None:
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.childCount() == view.board_model.rowCount()
    said = interface.child(1).text(QAccessible.Text.Name)
    assert said == view.board_model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_current_block_stays_when_the_plan_changes(view: BoardView, shown: Shown) -> None:
    view.go_to(view.board_model.rowCount() - 1)
    view.show_board(people_board(shown, "not covered"), day_names(shown.ahead.problem))
    assert here(view) == "Not covered, Cookery"


def test_a_board_settles_at_every_size_around_its_own(view: BoardView) -> None:
    """Where it just fits without scroll bars, each of the two would make the other needed."""
    across, down = view.horizontalScrollBar(), view.verticalScrollBar()
    least = Plot(view.plot.board, view.fontMetrics(), 0)
    around = view.size() - view.viewport().size()
    around -= QSize(down.width() * down.isVisible(), across.height() * across.isVisible())
    for more in range(-2, down.sizeHint().width() + 2, 2):
        for higher in range(-2, across.sizeHint().height() + 2):
            view.resize(
                least.width + around.width() + more, least.height + around.height() + higher
            )
            room = view.viewport().size()
            assert across.isVisible() == (view.plot.width > room.width()), (more, higher)
            assert down.isVisible() == (view.plot.height > room.height()), (more, higher)


def test_a_new_plan_does_not_move_the_week_under_whoever_looks_on(
    view: BoardView, shown: Shown
) -> None:
    view.resize(900, 200)
    view.clearFocus()
    view.go_to(view.board_model.rowCount() - 1)
    view.verticalScrollBar().setValue(0)
    view.show_board(people_board(shown), day_names(shown.ahead.problem))
    assert view.verticalScrollBar().maximum() > 0
    assert view.verticalScrollBar().value() == 0
