"""A development plan at the screen: by keyboard alone, by two at once, and on paper."""

from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton

from lsadesk.domain.development import ActionDetails
from lsadesk.operations import development
from lsadesk.ui.development.line_form import BLANK, LineQuestion
from lsadesk.ui.development.plan import PlanDialog
from lsadesk.ui.tab import TabContext

# The offscreen platform says so of smallest sizes and of open lists; no screen does.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TAB, ENTER, DOWN = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Down
UNDO = Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
REDO = Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier


def cells(dialog):
    """The table as it stands."""
    rows = dialog.table.rows
    return [
        [rows.index(row, column).data() for column in range(rows.columnCount())]
        for row in range(rows.rowCount())
    ]


def whats(dialog):
    """The first column."""
    return [row[0] for row in cells(dialog)]


def test_a_plan_names_the_person_and_the_team_but_not_in_its_title(dialog):
    assert dialog.name.text() == "Angharad Llewelyn-Prydderch"
    assert dialog.about.text() == "LSA, Sgiliau Bywyd"
    assert dialog.windowTitle() == "Development plan"


def test_what_is_due_first_is_on_top_and_an_overdue_line_says_so_in_words(dialog):
    assert cells(dialog) == [
        ["Cysgodi Pat", "", "Shadowing", "", "! was for 3 Nov 2026"],
        [
            "Makaton level 2",
            "Makaton: level 1, under direct instruction",
            "Course",
            "Pat Ellery",
            "28 Feb 2027",
        ],
        ["Read the guide", "", "Other", "", "\u2713 done 1 Oct 2026"],
    ]
    assert dialog.counted.text() == "2 to do, 1 past its date, 1 done"


def test_a_line_is_spoken_whole(dialog):
    spoken = [
        dialog.table.rows.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(2)
    ]
    because = "Makaton: level 1, under direct instruction"
    assert spoken == [
        "Cysgodi Pat, Shadowing, was for 3 Nov 2026",
        f"Makaton level 2, because: {because}, Course, with Pat Ellery, 28 Feb 2027",
    ]


def test_the_table_is_a_sound_model(dialog):
    tester = QAbstractItemModelTester(
        dialog.table.model_, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    dialog.table.show_plan(dialog.plan)
    assert tester.model() is dialog.table.model_


def test_an_empty_plan_says_what_to_do_and_presses_for_nothing(open_plan):
    dialog = open_plan("Ben")
    assert dialog.empty.title.text() == "Nothing agreed yet"
    assert "staying put is a full answer" in dialog.empty.sentence.text()
    assert dialog.empty.action.isVisible()
    assert not dialog.adding.isVisible()


def test_the_first_line_is_added_by_keyboard_alone(open_plan, qtbot, keys, next_form, window):
    dialog = open_plan("Ben")
    assert dialog.empty.action.hasFocus()
    next_form("Hoist", TAB, "a wish", TAB, DOWN, TAB, "Feb 2027", TAB, "Kay", ENTER)
    keys(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: whats(dialog) == ["Hoist"])
    (line,) = dialog.plan.actions
    assert (line.what, line.why, line.helper, line.due) == (
        "Hoist",
        "a wish",
        "Kay",
        date(2027, 2, 28),
    )
    assert window.published == ["Added to the plan of Ben Carter"]
    assert dialog.told.message.sentence.text() == "Added: Hoist"


def test_a_line_is_changed_marked_removed_and_all_of_it_taken_back_by_keyboard(
    dialog, qtbot, keys, next_form
):
    before = cells(dialog)
    assert dialog.table.hasFocus()
    next_form(" with Kay", ENTER)
    keys(ENTER)
    qtbot.waitUntil(lambda: whats(dialog)[0].endswith("with Kay"))
    dialog.activateWindow()  # the offscreen platform does not give it back by itself
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.marking.setFocus()
    keys(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: cells(dialog)[1][4] == "\u2713 done 24 Nov 2026")
    dialog.table.setFocus()
    keys(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(cells(dialog)) == 2)
    for expected in (3, 3, 3):
        dialog.told.message.hide()
        keys(UNDO)
        qtbot.waitUntil(dialog.told.message.isVisible)
        qtbot.waitUntil(lambda wanted=expected: len(cells(dialog)) == wanted)
    qtbot.waitUntil(lambda: cells(dialog) == before)
    assert dialog.told.message.sentence.text().startswith("Undone: Changed the plan of")
    assert not dialog.undoing.isEnabled()
    keys(REDO)
    qtbot.waitUntil(lambda: whats(dialog)[0].endswith("with Kay"))


def test_what_was_changed_before_the_plan_was_opened_is_not_taken_back_in_it(
    dialog, keys, staff, desk
):
    sentence = desk.undo_sentence()
    keys(UNDO)
    dialog.undo()
    assert desk.undo_sentence() == sentence
    assert len(development.actions(desk, staff["Angharad"])) == 3


def test_the_line_that_was_current_stays_so_and_can_be_opened_again(dialog, qtbot, keys):
    dialog.marking.setFocus()
    keys(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.marking.text() == "&Not done after all")
    assert dialog.table.current().what == "Cysgodi Pat"
    keys(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.marking.text() == "&Mark as done")
    assert dialog.told.message.sentence.text() == "It is to be done again."


def test_what_was_typed_is_kept_where_the_appraiser_was_faster(dialog, qtbot, next_form, pat):
    line = dialog.table.current()
    development.change_action(pat, line, replace(line, helper="Kay"))
    next_form(" twice", ENTER)
    dialog.change()
    qtbot.waitUntil(dialog.told.notice.isVisible)
    assert "Nothing was saved over" in dialog.told.notice.sentence.text()
    assert "Cysgodi Pat twice" in dialog.told.notice.sentence.text()
    qtbot.waitUntil(lambda: cells(dialog)[0][3] == "Kay")
    next_form(ENTER)
    dialog.told.notice.findChildren(QPushButton)[0].click()
    qtbot.waitUntil(lambda: cells(dialog)[0][0] == "Cysgodi Pat twice")
    assert cells(dialog)[0][3] == "Kay"
    assert not dialog.told.notice.isVisible()


def test_what_was_typed_can_become_a_new_line_where_the_old_one_is_gone(
    dialog, qtbot, next_form, pat
):
    development.remove_action(pat, dialog.table.current())
    next_form(" twice", ENTER)
    dialog.change()
    qtbot.waitUntil(dialog.told.notice.isVisible)
    assert "no longer in the plan" in dialog.told.notice.sentence.text()
    next_form(ENTER)
    dialog.told.notice.findChildren(QPushButton)[0].click()
    qtbot.waitUntil(lambda: "Cysgodi Pat twice" in whats(dialog))


def test_marking_a_line_that_changed_meanwhile_shows_the_newest(dialog, qtbot, pat):
    line = dialog.table.current()
    development.change_action(pat, line, replace(line, what="Shadow Kay"))
    dialog.mark()
    qtbot.waitUntil(lambda: whats(dialog)[0] == "Shadow Kay")
    assert "Somebody else has changed this" in dialog.told.message.sentence.text()
    assert cells(dialog)[0][4] == "! was for 3 Nov 2026"


def test_a_gap_begins_a_new_line_with_its_reason(open_plan, staff, qtbot, next_form, desk):
    next_form("Level 2 course", ENTER)
    dialog = open_plan("Ben", adding=ActionDetails(what="", why="BSL: level 1"))
    qtbot.waitUntil(lambda: whats(dialog) == ["Level 2 course"])
    (line,) = development.actions(desk, staff["Ben"])
    assert line.why == "BSL: level 1"


def test_a_plan_that_is_not_open_to_somebody_says_why_and_offers_nothing(
    context, host, qtbot, pat, staff
):
    hers = TabContext(pat, context.worker, context.appearance, context._window)
    dialog = PlanDialog(hers, host, staff["Ben"])
    dialog.show()
    qtbot.waitUntil(dialog.told.message.isVisible)
    assert "duties do not let you" in dialog.told.message.sentence.text()
    assert not dialog.save.isEnabled()
    assert not dialog.empty.isVisible()


def test_the_pdf_says_what_the_screen_says(dialog, qtbot, tmp_path):
    dialog.save_to(tmp_path / "plan.pdf")
    qtbot.waitUntil(dialog.told.notice.isVisible, timeout=20_000)
    assert "plan.pdf" in dialog.told.notice.sentence.text()
    offered = [each.text() for each in dialog.told.notice.findChildren(QPushButton)]
    assert offered == ["Open the plan", "Open the folder", "Hide"]
    pages = PdfReader(tmp_path / "plan.pdf").pages
    paper = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert dialog.name.text() in paper
    for row in cells(dialog):
        for said in (*row[:2], row[2].lower(), row[3], row[4].removeprefix("! was for ")):
            assert said in paper
    assert paper.index("Cysgodi Pat") < paper.index("Makaton level 2") < paper.index("Read the")


def test_a_pdf_that_cannot_be_saved_says_why(dialog, qtbot, tmp_path):
    dialog.save_to(tmp_path / "nowhere" / "plan.pdf")
    qtbot.waitUntil(dialog.told.message.isVisible, timeout=20_000)
    assert "choose another place" in dialog.told.message.sentence.text()
    assert dialog.save.isEnabled()


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_in_a_plan_or_an_empty_one_shuts_somebody_out(
    dialog, open_plan, appearance, barriers, percent
):
    appearance.set_text_size(percent)
    for shown in (dialog, open_plan("Ben")):
        shown.grab()  # lays it out
        assert barriers(shown) == []


@pytest.fixture
def form(host, qtbot):
    """An empty line to fill in."""
    made = LineQuestion(host, "Add a line", "", "Add", BLANK, ["Siân Ŵyn"], date(2026, 11, 24))
    made.show()
    made.activateWindow()
    return made


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_in_the_form_shuts_somebody_out(form, appearance, barriers, percent):
    appearance.set_text_size(percent)
    form.accept()
    QApplication.processEvents()
    assert barriers(form) == []


def test_a_line_without_words_or_with_a_date_nobody_can_read_is_not_taken(form, keys):
    form.due.setText("soon")
    form.done_on.setText("Oct 2026")
    form.accept()
    assert form.isVisible()
    assert form.what.hasFocus()
    said = QAccessible.queryAccessibleInterface(form.what).text(QAccessible.Text.Description)
    assert "Say what is going to be done." in said
    assert "Feb 2027" in form.due.accessibleDescription()
    assert "the day too" in form.done_on.accessibleDescription()
    keys("Hoist")
    form.due.clear()
    form.done_on.setText("1 Oct 2026")
    form.accept()
    assert not form.isVisible()
    assert form.details == ActionDetails(what="Hoist", done_on=date(2026, 10, 1))


def test_the_day_that_a_rough_date_is_taken_for_is_said(form):
    form.due.setText("Feb 2027")
    assert form.read_as.text() == "Sunday 28 Feb 2027"
    form.due.setText("3 Nov 2026")
    assert form.read_as.text() == "Tuesday 3 Nov 2026, which is past"
    form.due.setText("soon")
    assert form.read_as.text() == ""
