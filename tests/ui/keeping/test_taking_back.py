"""The two lists of the Edit menu: what Undo would take back, and what was removed of late."""

from pytestqt.qtbot import QtBot

from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import structure
from lsadesk.ui.keeping.taking_back import RemovedList, UndoList
from lsadesk.ui.shell.main_window import MainWindow


def teams(desk: Desk) -> list[str]:
    """The names of the teams."""
    return [team.name for team, _ in structure.structure(desk).teams]


def test_the_undo_list_says_how_much_goes_with_what_is_chosen(desk: Desk, qtbot: QtBot) -> None:
    for name in ("Blue", "Green"):
        structure.add_team(desk, name)
    question = UndoList(None, desk.undo_list())
    qtbot.addWidget(question)
    assert question.said.text() == "1 change would be taken back"
    question.table.selectRow(1)
    assert (question.number(), question.said.text()) == (2, "2 changes would be taken back")
    nothing = UndoList(None, ())
    qtbot.addWidget(nothing)
    assert not nothing.yes.isEnabled()


def test_what_was_removed_comes_back_and_the_list_stays_open(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    for name in ("Blue", "Green"):
        structure.remove_team(desk, structure.add_team(desk, name).result)
    window.enter(desk)
    qtbot.waitUntil(lambda: window.sitting is not None)
    assert window.sitting is not None
    dialog = RemovedList(window, window.sitting.context)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.table.model_.rowCount() == 2)
    assert dialog.table.rows.index(0, 0).data() == "Removed the team Green"
    dialog.yes.click()
    qtbot.waitUntil(lambda: dialog.table.model_.rowCount() == 1)
    assert dialog.isVisible()
    assert teams(desk) == ["Green"]
