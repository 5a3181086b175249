"""A development plan at the screen: by keyboard alone, by two at once, and on paper."""

from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton, QScrollArea

from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.developing.development import ActionDetails, Behind, BehindKind
from lsadesk.operations.auditing import audit
from lsadesk.operations.developing import development
from lsadesk.ui.development import skill_after
from lsadesk.ui.development.target import PlanTarget
from lsadesk.ui.taking import saving

# The offscreen platform says so of smallest sizes and of open lists; no screen does.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TAB, ENTER, DOWN = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Down


def cells(view):
    """The table as it stands."""
    rows = view.lines.table.rows
    return [
        [rows.index(row, column).data() for column in range(rows.columnCount())]
        for row in range(rows.rowCount())
    ]


def whats(view):
    """The first column."""
    return [row[0] for row in cells(view)]


def test_a_plan_names_the_person_the_team_and_that_no_review_is_agreed(view):
    assert view.name.text() == "Angharad Llewelyn-Prydderch"
    assert view.about.text() == "LSA, Sgiliau Bywyd \u00b7 No review is agreed yet."


def test_what_is_due_first_is_on_top_and_an_overdue_line_says_so_in_words(view):
    assert cells(view) == [
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
    assert view.lines.counted.text() == "2 to do, 1 past its date, 1 done"


def test_a_narrow_table_leaves_why_to_the_panel_beside_it(view):
    table = view.lines.table
    for letters, shown in ((100, 5), (60, 3)):
        table.resize(letters * table.fontMetrics().averageCharWidth(), 300)
        heads = table.horizontalHeader()
        assert heads.count() - heads.hiddenSectionCount() == shown


def test_a_line_is_spoken_whole(view):
    spoken = [
        view.lines.table.rows.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for at in range(2)
    ]
    because = "Makaton: level 1, under direct instruction"
    assert spoken == [
        "Cysgodi Pat, Shadowing, was for 3 Nov 2026",
        f"Makaton level 2, because: {because}, Course, with Pat Ellery, 28 Feb 2027",
    ]


def test_the_table_is_a_sound_model(view):
    tester = QAbstractItemModelTester(
        view.lines.table.model_, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    view.lines.table.show_plan(view.plan)
    assert tester.model() is view.lines.table.model_


def test_an_empty_plan_says_what_to_do_and_presses_for_nothing(open_plan):
    view = open_plan("Ben")
    assert view.lines.empty.title.text() == "Nothing agreed yet"
    assert "staying put is a full answer" in view.lines.empty.sentence.text()
    assert view.lines.empty.action.isVisible()
    assert not view.lines.adding.isVisible()


def test_the_first_line_is_added_by_keyboard_alone(open_plan, qtbot, keys, next_form, window):
    view = open_plan("Ben")
    assert view.lines.empty.action.hasFocus()
    to_due, to_helper = (TAB, TAB), Qt.Key.Key_Backtab  # the helper stands beside the mode
    next_form("Hoist", TAB, "a wish", TAB, TAB, DOWN, *to_due, "Feb 2027", to_helper, "Kay", ENTER)
    keys(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: whats(view) == ["Hoist"])
    (line,) = view.plan.actions
    assert (line.what, line.why, line.helper, line.due) == (
        "Hoist",
        "a wish",
        "Kay",
        date(2027, 2, 28),
    )
    assert window.published == ["Added to the plan of Ben Carter"]
    assert window.said[-1] == "Added: Hoist"


def test_a_line_is_changed_marked_and_removed_by_keyboard(view, qtbot, keys, next_form, desk):
    before = cells(view)
    view.lines.table.setFocus()
    next_form(" with Kay", ENTER)
    keys(ENTER)
    qtbot.waitUntil(lambda: whats(view)[0].endswith("with Kay"))
    view.window().activateWindow()  # the offscreen platform does not give it back by itself
    qtbot.waitUntil(view.window().isActiveWindow)
    view.lines.marking.setFocus()
    keys(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "\u2713 done 24 Nov 2026" in [row[4] for row in cells(view)])
    view.lines.table.setFocus()
    keys(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(cells(view)) == 2)
    for _ in range(3):
        desk.undo()
    view.load()
    qtbot.waitUntil(lambda: cells(view) == before)


def test_a_line_done_for_a_skill_leads_to_what_the_audit_says_of_it(  # noqa: PLR0917 - fixtures
    view, qtbot, desk, staff, monkeypatch, window
):
    signing = audit.add_skill(desk, "Signing").result
    line = ActionDetails(what="Hoist", behind=Behind(BehindKind.SKILL, str(signing)))
    development.add_action(desk, staff["Angharad"], line)
    view.load()
    qtbot.waitUntil(lambda: "Hoist" in whats(view))
    view.lines.table.select(next(each for each in view.plan.actions if each.what == "Hoist"))
    view.lines.mark()
    qtbot.waitUntil(view.told.isVisible)
    said = "Signing stands in the skills audit as: never asked. Has it changed?"
    assert view.told.sentence.text() == said
    monkeypatch.setattr(skill_after, "ask_choice", lambda *_, **__: 2)
    write = next(each for each in view.told.findChildren(QPushButton) if "le&vel" in each.text())
    write.click()
    qtbot.waitUntil(lambda: window.said[-1] == "The skills audit shows it now.")
    assert audit.cell(desk, staff["Angharad"], signing).shown.value == Level(2)
    assert not view.told.isVisible()


def test_a_line_that_was_just_added_is_the_chosen_one(view, qtbot, keys, next_form):
    view.lines.adding.setFocus()
    next_form("Hoist", ENTER)
    keys(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: view.lines.table.current().what == "Hoist")
    assert view.lines.marking.isEnabled()


def test_the_line_that_was_current_stays_so_and_can_be_opened_again(view, qtbot, keys, window):
    view.lines.marking.setFocus()
    keys(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: view.lines.marking.text() == "&Not done after all")
    assert view.lines.table.current().what == "Cysgodi Pat"
    keys(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: view.lines.marking.text() == "&Mark as done")
    assert window.said[-1] == "It is to be done again."


def test_what_was_typed_is_kept_where_the_appraiser_was_faster(view, qtbot, next_form, pat):
    line = view.lines.table.current()
    development.change_action(pat, line, replace(line, helper="Kay"))
    next_form(" twice", ENTER)
    view.lines.change()
    qtbot.waitUntil(view.told.isVisible)
    assert "Nothing was saved over" in view.told.sentence.text()
    assert "Cysgodi Pat twice" in view.told.sentence.text()
    qtbot.waitUntil(lambda: cells(view)[0][3] == "Kay")
    next_form(ENTER)
    view.told.findChildren(QPushButton)[0].click()
    qtbot.waitUntil(lambda: cells(view)[0][0] == "Cysgodi Pat twice")
    assert cells(view)[0][3] == "Kay"
    assert not view.told.isVisible()


def test_what_was_typed_can_become_a_new_line_where_the_old_one_is_gone(
    view, qtbot, next_form, pat
):
    development.remove_action(pat, view.lines.table.current())
    next_form(" twice", ENTER)
    view.lines.change()
    qtbot.waitUntil(view.told.isVisible)
    assert "no longer in the plan" in view.told.sentence.text()
    next_form(ENTER)
    view.told.findChildren(QPushButton)[0].click()
    qtbot.waitUntil(lambda: "Cysgodi Pat twice" in whats(view))


def test_marking_a_line_that_changed_meanwhile_shows_the_newest(view, qtbot, pat, window):
    line = view.lines.table.current()
    development.change_action(pat, line, replace(line, what="Shadow Kay"))
    view.lines.mark()
    qtbot.waitUntil(lambda: whats(view)[0] == "Shadow Kay")
    assert "Somebody else has changed this" in window.said[-1]
    assert cells(view)[0][4] == "! was for 3 Nov 2026"


def test_a_gap_begins_a_new_line_with_its_reason(open_plan, staff, qtbot, next_form, desk):
    next_form("Level 2 course", ENTER)
    view = open_plan("Ben", adding=ActionDetails(what="", why="BSL: level 1"))
    qtbot.waitUntil(lambda: whats(view) == ["Level 2 course"])
    (line,) = development.actions(desk, staff["Ben"])
    assert line.why == "BSL: level 1"


def test_a_plan_that_is_not_open_to_somebody_says_why_and_offers_nothing(
    open_tab, qtbot, pat, staff, window
):
    tab = open_tab(pat)
    tab.show_target(PlanTarget(staff["Ben"]))
    view = tab.people.plan
    qtbot.waitUntil(lambda: bool(window.said))
    assert "duties do not let you" in window.said[-1]
    assert not view.save.isEnabled()
    assert not view.lines.empty.isVisible()


def test_the_pdf_says_what_the_screen_says(view, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(saving, "ask_where", lambda *_asked: tmp_path / "plan.pdf")
    view.save_pdf()
    qtbot.waitUntil(view.saving.notice.isVisible, timeout=20_000)
    assert "plan.pdf" in view.saving.notice.sentence.text()
    offered = [each.text() for each in view.saving.notice.findChildren(QPushButton)]
    assert offered == ["Open it to print", "Open the folder", "Close"]
    pages = PdfReader(tmp_path / "plan.pdf").pages
    paper = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert view.name.text() in paper
    for row in cells(view):
        when = row[4].removeprefix("! was for ").removeprefix("\u2713 done ")
        for said in (*row[:2], row[3], when):
            assert said in paper
    assert paper.index("Cysgodi Pat") < paper.index("Makaton level 2") < paper.index("Read the")


def test_a_pdf_that_cannot_be_saved_says_why(view, qtbot, tmp_path, monkeypatch, window):
    monkeypatch.setattr(saving, "ask_where", lambda *_asked: tmp_path / "nowhere" / "plan.pdf")
    view.save_pdf()
    qtbot.waitUntil(lambda: bool(window.said), timeout=20_000)
    assert "choose another place" in window.said[-1]
    assert view.save.isEnabled()


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_in_a_plan_or_an_empty_one_shuts_somebody_out(
    view, open_plan, appearance, barriers, percent
):
    appearance.set_text_size(percent)
    for shown in (view, open_plan("Ben")):
        shown.grab()  # lays it out
        assert barriers(shown) == []


def test_a_plan_gives_its_room_back_when_text_gets_smaller_again(open_plan, appearance, qtbot):
    appearance.set_text_size(200)
    view = open_plan("Angharad")
    (area,) = view.findChildren(QScrollArea, options=Qt.FindChildOption.FindDirectChildrenOnly)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 100)
    appearance.set_text_size(100)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)


def test_a_part_of_the_plan_scrolls_for_itself_alone(view, qtbot):
    (area,) = view.findChildren(QScrollArea, options=Qt.FindChildOption.FindDirectChildrenOnly)
    view.window().resize(700, 420)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    view.bar.setCurrentIndex(4)  # a few wishes
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
