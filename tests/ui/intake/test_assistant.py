"""The import assistant as a college secretary uses it on her first day."""

import threading
import time

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QTableView

from lsadesk.domain.appraisals import form_layout
from lsadesk.domain.incoming import SheetKind
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.domain.weeks import week_back
from lsadesk.intake.mapping import Field
from lsadesk.operations.auditing import audit, audit_export
from lsadesk.operations.importing import intake
from lsadesk.operations.staff import people
from lsadesk.ui.intake import assistant as assistant_module
from lsadesk.ui.intake import own_books, summary_pages
from lsadesk.ui.intake import walk as walk_module
from lsadesk.ui.intake.walk import Page
from tests.ui.intake.on_screen import choose, column, select, shown

# The offscreen platform says so of smallest sizes and of open lists; no screen does.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ENTER, DOWN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape


def staff_of(desk):
    """The names of the college's staff, in order."""
    return sorted(person.sort_name for person in people.directory(desk).people)


def test_a_workbook_is_imported_by_keyboard_alone(
    assistant, workbook, monkeypatch, keys, qtbot, *, desk, window
):
    path = workbook()
    monkeypatch.setattr("lsadesk.ui.intake.file_page.ask_file", lambda *_: path)
    keys(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: assistant.walk is not None)
    for page in (Page.CHECK, Page.CHECK, Page.NAMES, Page.SUMMARY, Page.REPORT):
        before = assistant.walk.stop
        key = "i" if before.page is Page.SUMMARY else "n"
        keys(key, modifier=Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda at=before: assistant.walk.stop != at and assistant.walk.can_go_on)
        assert assistant.walk.stop.page is page
        if page is Page.NAMES:
            keys(ENTER, DOWN)  # from the list into the choice, to the first candidate
    assert staff_of(desk) == ["Kaur, Asha", "Xu, Bea", "Xu, Ben"]
    assert "Imported: 5 rows taken, 0 known already, 1 set aside." in shown(assistant)
    assert window.published == ["Imported 5 rows of team.xlsx"]
    keys("c", modifier=Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not assistant.isVisible())


def test_undo_takes_the_whole_import_back(assistant, workbook, read, go_to, desk):
    read(assistant, workbook())
    go_to(assistant, Page.REPORT)
    assert desk.undo_sentence() == "Imported 4 rows of team.xlsx"
    desk.undo()
    assert staff_of(desk) == []


def test_each_sheet_is_named_with_its_guess_and_its_rows(assistant, workbook, read):
    read(assistant, workbook())
    table = assistant.walk.sheets_page.table
    assert column(table, "Read as") == ["Staff list", "Training record"]
    assert column(table, "Rows") == ["4", "2"]


def test_the_report_says_where_what_was_taken_is_to_be_seen(assistant, workbook, read, go_to):
    read(assistant, workbook())
    go_to(assistant, Page.REPORT)
    assert "You find what was taken under: Skills audit, People." in shown(assistant)


def test_a_sheet_that_is_left_out_is_not_imported(assistant, workbook, read, go_to, desk):
    read(assistant, workbook())
    page = assistant.walk.sheets_page
    select(page.table, "Sheet", "Training")
    choose(page.kind, SheetKind.UNKNOWN)
    go_to(assistant, Page.SUMMARY)
    assert "Left out: Training." in shown(assistant)
    assert "3 rows taken, 0 known already, 1 set aside" in shown(assistant)


def test_without_any_sheet_there_is_nothing_to_go_on_to(assistant, workbook, read):
    read(assistant, workbook({"Staff": [*(["Surname", "Forename"], ["Kaur", "Asha"])]}))
    choose(assistant.walk.sheets_page.kind, SheetKind.UNKNOWN)
    assert not assistant.next.isEnabled()
    choose(assistant.walk.sheets_page.kind, SheetKind.STAFF)
    assert assistant.next.isEnabled()


def test_a_sheet_that_nobody_understands_can_be_told_what_it_is(
    assistant, workbook, read, go_to, desk
):
    rows = {"Qqq": [["Aaa", "Bbb"], ["Asha", "Kaur"], ["Ben", "Xu"]]}
    read(assistant, workbook({**rows, "Staff": [["Surname", "Forename"], ["Lee", "Pat"]]}))
    page = assistant.walk.sheets_page
    assert column(page.table, "Remarks")[0] == "Not recognised: choose what it is"
    select(page.table, "Sheet", "Qqq")
    choose(page.kind, SheetKind.STAFF)
    go_to(assistant, Page.CHECK)
    columns = assistant.walk.check_page.columns
    for heading, field in (("Aaa", Field.FORENAME), ("Bbb", Field.SURNAME)):
        select(columns.table, "Heading", heading)
        choose(columns.field, field)
    go_to(assistant, Page.REPORT)
    assert staff_of(desk) == ["Kaur, Asha", "Lee, Pat", "Xu, Ben"]


def test_a_corrected_column_changes_what_is_written(
    assistant, workbook, read, go_to, qtbot, *, desk
):
    rows = [["Surname", "Forename", "Zzz"], ["Kaur", "Asha", "Cookery"], ["Xu", "Ben", "Art"]]
    read(assistant, workbook({"Staff": rows}))
    go_to(assistant, Page.CHECK)
    page = assistant.walk.check_page
    assert "Nothing is taken from column C, “Zzz”." in page.unsure.text()
    select(page.columns.table, "Heading", "Zzz")
    choose(page.columns.field, Field.TEAM)
    qtbot.waitUntil(lambda: column(page.preview.table, "Team") == ["Cookery", "Art"])
    assert "Zzz" not in page.unsure.text()
    go_to(assistant, Page.REPORT)
    assert set(people.directory(desk).teams.values()) == {"Cookery", "Art"}


def test_what_a_mark_means_can_be_said(assistant, workbook, read, go_to, qtbot):
    skills = [["Name", "BSL", "Hoist"], ["Asha Kaur", "3", "x"], ["Ben Xu", "x", "0"]]
    staff = [["Surname", "Forename", "Job title"], ["Kaur", "Asha", "LSA"], ["Xu", "Ben", "LSA"]]
    read(assistant, workbook({"Staff": staff, "Skills audit": skills}))
    go_to(assistant, Page.CHECK)
    assistant.next.click()
    page = assistant.walk.check_page
    assert column(page.preview.table, "Ratings") == ["BSL 3, Hoist ?", "BSL ?, Hoist 0"]
    page.tabs.setCurrentIndex(1)
    choose(page.scale.marks["x"], 2)
    qtbot.waitUntil(
        lambda: column(page.preview.table, "Ratings") == ["BSL 3, Hoist 2", "BSL 2, Hoist 0"]
    )


def test_a_row_that_is_set_aside_says_why_in_words(assistant, workbook, read, go_to):
    read(assistant, workbook())
    go_to(assistant, Page.CHECK)
    preview = assistant.walk.check_page.preview
    assert column(preview.table, "Outcome")[-1] == "× Set aside"
    assert preview.said.text() == "Row 5: It is a total or a count, not a record."


def test_an_ambiguous_name_is_taken_for_whom_it_is_said_to_mean(
    assistant, workbook, read, go_to, desk
):
    read(assistant, workbook())
    go_to(assistant, Page.NAMES)
    page = assistant.walk.names_page
    assert column(page.table, "As written") == ["B Xu"]
    assert "Ben Xu (P2)" in page.about.text()
    assert column(page.table, "Means") == ["Left aside"]
    ben = next(p for p in page._names.everybody if p.payroll == "P2")
    choose(page.who, ben)
    assert column(page.table, "Means") == ["Ben Xu (P2)"]
    go_to(assistant, Page.SUMMARY)
    assert "5 rows taken, 0 known already, 1 set aside" in shown(assistant)


def test_forenames_of_one_person_each_are_answered_with_one_button(
    assistant, workbook, read, go_to
):
    staff = [["Name", "Job title", "Hours"], ["Asha Kaur", "LSA", 30], ["Bea Xu", "LSA", 20]]
    said = ["Asha", "Bea", "Asha Kaur", "Bea Xu"]
    rows = [["Name", "Course", "Date"], *([name, "BSL", "3/9/2025"] for name in said)]
    read(assistant, workbook({"Staff": staff, "Training": rows}))
    go_to(assistant, Page.NAMES)
    page = assistant.walk.names_page
    assert page.all_plain.text() == "Take the &only person of that name, for all 2"
    page.all_plain.click()
    assert column(page.table, "Means") == ["Asha Kaur", "Bea Xu"]
    assert page.all_plain.isHidden()


def test_a_name_that_fits_nobody_can_be_a_new_person(assistant, workbook, read, go_to, desk):
    training = [["Name", "Course", "Date done"], ["Siân Ŵyn", "First aid", "3/9/2025"]]
    staff = [["Surname", "Forename", "Job title"], ["Kaur", "Asha", "LSA"]]
    read(assistant, workbook({"Staff": staff, "Training": training}))
    go_to(assistant, Page.NAMES)
    page = assistant.walk.names_page
    page.who.setCurrentText("A new member of staff")
    assert column(page.table, "Means") == ["A new member of staff"]
    go_to(assistant, Page.REPORT)
    assert staff_of(desk) == ["Kaur, Asha", "Ŵyn, Siân"]


def test_going_back_loses_nothing(assistant, workbook, read, go_to):
    read(assistant, workbook())
    go_to(assistant, Page.NAMES)
    page = assistant.walk.names_page
    page.who.setCurrentText("Bea Xu (P3)")
    while assistant.walk.isVisible():
        assistant.back.click()
    assert assistant.file_page.isVisible()
    assistant.next.click()
    go_to(assistant, Page.NAMES)
    assert column(page.table, "Means") == ["Bea Xu (P3)"]


def test_a_broken_file_is_refused_in_a_sentence_and_another_can_be_chosen(
    assistant, workbook, read, tmp_path, qtbot
):
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 and then nothing")
    assistant.read(broken)
    qtbot.waitUntil(assistant.file_page.refusal.isVisible)
    refusal = assistant.file_page.refusal.text()
    assert refusal == "broken.xlsx is damaged or cut short. Ask for it again or save it again."
    assert assistant.file_page.choose_button.text() == "Choose another..."
    read(assistant, workbook())
    assert assistant.walk.isVisible()


def test_reading_can_be_stopped(assistant, workbook, qtbot):
    assistant.read(workbook())
    assert "up to 20 seconds" in shown(assistant)
    assistant.file_page.stop.click()
    assert assistant.file_page.choose_button.isVisible()
    assert "up to 20 seconds" not in shown(assistant)


@pytest.fixture
def audit_of_ours(desk, tmp_path):
    """The path of an audit workbook that the college wrote."""
    audit.add_skill(desk, "BSL")
    people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur"))
    return audit_export.export_audit(desk, tmp_path / "audit.xlsx").result


def test_an_audit_of_our_own_is_led_to_its_way_back_where_nothing_is_guessed(
    assistant, audit_of_ours, window, qtbot, monkeypatch
):
    monkeypatch.setattr(own_books.Question, "answered", lambda _question: True)
    assistant.read(audit_of_ours)
    qtbot.waitUntil(lambda: window.went == [("audit", audit_of_ours)])
    assert not assistant.isVisible()


def test_an_audit_of_our_own_may_be_read_as_any_other_workbook(
    assistant, audit_of_ours, window, qtbot, monkeypatch
):
    monkeypatch.setattr(own_books.Question, "answered", lambda _question: False)
    assistant.read(audit_of_ours)
    qtbot.waitUntil(lambda: assistant.walk is not None)
    assert window.went == []


@pytest.mark.parametrize(
    ("mark", "place"), [(week_back.MARK, "deployment"), (form_layout.MARK, None)]
)
def test_what_lsa_desk_wrote_is_led_to_its_way_back_or_told_who_reads_it_back(
    assistant, workbook, window, qtbot, monkeypatch, *, mark, place
):
    monkeypatch.setattr(own_books.Question, "answered", lambda _question: True)
    path = workbook({"Week": [[f"{mark}1|x|2"], ["Day", "Session", "LSA"], ["Mon", "Art", "Xu"]]})
    assistant.read(path)
    if place is None:
        qtbot.waitUntil(lambda: "reads it back, signed in" in shown(assistant))
        assert (window.went, assistant.walk) == ([], None)
    else:
        qtbot.waitUntil(lambda: window.went == [(place, path)])


def test_a_file_can_be_dropped_on_the_assistant(assistant, workbook, qtbot):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(workbook()))])
    event = QDropEvent(
        QPointF(100, 100),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assistant.dropEvent(event)
    qtbot.waitUntil(lambda: assistant.walk is not None)


def test_importing_twice_says_that_nothing_changed(make_assistant, workbook, read, go_to, window):
    for _ in range(2):
        assistant = make_assistant()
        read(assistant, workbook())
        go_to(assistant, Page.REPORT)
    assert "Nothing changed: 0 rows taken, 4 known already, 2 set aside." in shown(assistant)
    assert len(window.published) == 1


def test_a_sheet_that_was_seen_before_is_read_as_last_time(make_assistant, workbook, read, go_to):
    rows = {"Staff": [["Surname", "Forename", "Zzz"], ["Kaur", "Asha", "Cookery"]]}
    first = make_assistant()
    read(first, workbook(rows))
    go_to(first, Page.CHECK)
    select(first.walk.check_page.columns.table, "Heading", "Zzz")
    choose(first.walk.check_page.columns.field, Field.TEAM)
    go_to(first, Page.REPORT)
    second = make_assistant()
    read(second, workbook(rows))
    assert column(second.walk.sheets_page.table, "Remarks") == ["Read as last time"]
    go_to(second, Page.CHECK)
    assert column(second.walk.check_page.columns.table, "Read as")[-1] == "Team"


def test_esc_asks_before_corrections_are_thrown_away(assistant, workbook, read, monkeypatch, keys):
    asked, answers = [], [False, True]

    def confirm(*words, **_):
        asked.append(words[1])
        return answers.pop(0)

    monkeypatch.setattr(assistant_module, "confirm", confirm)
    read(assistant, workbook())
    choose(assistant.walk.sheets_page.kind, SheetKind.UNKNOWN)
    keys(ESCAPE)
    assert assistant.isVisible()
    keys(ESCAPE)
    assert not assistant.isVisible()
    assert asked == ["Throw the corrections away?"] * 2


def test_esc_leaves_at_once_where_nothing_was_corrected(assistant, workbook, read, keys):
    read(assistant, workbook())
    keys(ESCAPE)
    assert not assistant.isVisible()


def test_a_lock_of_the_window_is_not_held_up_by_corrections(assistant, workbook, read):
    read(assistant, workbook())
    choose(assistant.walk.sheets_page.kind, SheetKind.UNKNOWN)
    assistant.reject()
    assert not assistant.isVisible()


def test_the_rows_set_aside_are_saved_as_a_workbook(
    assistant, workbook, read, go_to, monkeypatch, *, tmp_path, qtbot
):
    read(assistant, workbook())
    go_to(assistant, Page.REPORT)
    monkeypatch.setattr(summary_pages, "ask_where", lambda *_: tmp_path / "aside.xlsx")
    report = assistant.walk.currentWidget()
    report.save.click()
    qtbot.waitUntil(report.saved.isVisible)
    assert report.saved.text() == "Saved 2 rows in aside.xlsx."
    assert load_workbook(tmp_path / "aside.xlsx").sheetnames == ["Staff", "Training"]


def test_everything_said_before_writing_can_be_copied(assistant, workbook, read, go_to):
    read(assistant, workbook())
    go_to(assistant, Page.SUMMARY)
    assistant.walk.summary_page.summary.copy()
    copied = QGuiApplication.clipboard().text()
    assert "Staff\t4\t3\t0\t1" in copied
    assert "Staff, row 5: It is a total or a count, not a record." in copied


def test_nothing_is_written_before_the_import_button(assistant, workbook, read, go_to, desk):
    read(assistant, workbook())
    go_to(assistant, Page.SUMMARY)
    assert staff_of(desk) == []
    assert "Nothing has been written yet." in shown(assistant)


def test_a_refusal_to_write_is_said_and_can_be_answered(
    assistant, workbook, read, go_to, monkeypatch, *, qtbot
):
    read(assistant, workbook())
    go_to(assistant, Page.SUMMARY)

    def refuse(*_, **__):
        raise intake.UserError("The disk is full.")

    monkeypatch.setattr("lsadesk.ui.intake.walk.import_draft", refuse)
    assistant.next.click()
    qtbot.waitUntil(assistant.refusal.isVisible)
    assert assistant.refusal.text() == "The disk is full."
    assert assistant.next.isEnabled()


def test_whatever_takes_the_focus_has_a_name(assistant, workbook, read, go_to, qtbot):
    read(assistant, workbook())
    go_to(assistant, Page.SUMMARY)
    nameless = [
        widget
        for kind in (QTableView, QComboBox, QAbstractButton)
        for widget in assistant.findChildren(kind)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_a_sheet_that_is_left_out_says_why_where_its_kind_is_chosen(assistant, workbook, read):
    grid = [["Time", "Monday", "Tuesday"], ["9-10.30", "English", "Art"], ["11-12", "Sport", "OFF"]]
    staff = [["Name", "Hours"], ["Asha Kaur", 30], ["Ben Xu", 37]]
    read(assistant, workbook({"Staff": staff, "Asha Kaur": grid}))
    page = assistant.walk.sheets_page
    assert column(page.table, "Remarks")[1] == "Left out, the reason is below"
    page.table.setCurrentIndex(page.table.rows.index(1, 0))
    assert "Asha Kaur's own timetable" in page.why.text()


def test_an_import_that_is_stopped_while_it_is_written_leaves_nothing(
    assistant, workbook, read, go_to, monkeypatch, *, qtbot, keys
):
    read(assistant, workbook())
    go_to(assistant, Page.SUMMARY)
    walk = assistant.walk
    assert assistant.leave.text() == "Cancel"
    begun = threading.Event()

    def until_stopped(desk, draft, *, progress):
        progress(0.5)
        begun.set()
        for _ in range(1000):  # or until it is stopped
            progress(0.5)
            time.sleep(0.01)

    with monkeypatch.context() as slow:
        slow.setattr(walk_module, "import_draft", until_stopped)
        assistant.next.click()
        assert begun.wait(10)
        qtbot.waitUntil(lambda: walk.summary_page.bar.value() == 50)
        assert (assistant.leave.text(), assistant.next.text()) == ("&Stop", "Importing...")
        keys(ESCAPE)
        assert not assistant.leave.isEnabled()  # once is enough
        qtbot.waitUntil(assistant.refusal.isVisible)
    assert assistant.refusal.text() == "Stopped: nothing was imported."
    assert (assistant.leave.text(), walk.stop.page) == ("Cancel", Page.SUMMARY)
    go_to(assistant, Page.REPORT)


def test_whoever_goes_back_while_it_is_counted_waits_for_no_count(
    assistant, workbook, read, go_to, monkeypatch, *, qtbot
):
    read(assistant, workbook())
    go_to(assistant, Page.NAMES)
    counted = threading.Event()

    def until_stopped(desk, draft, *, dry_run, progress):
        for _ in range(1000):  # or until it is given up
            counted.set()
            progress(0.25)
            time.sleep(0.01)

    with monkeypatch.context() as slow:
        slow.setattr(summary_pages, "import_draft", until_stopped)
        assistant.next.click()
        assert counted.wait(10)
        qtbot.waitUntil(lambda: assistant.walk.summary_page.bar.value() == 25)
        assistant.back.click()
        assert not assistant.walk.summary_page.bar.isVisible()
    go_to(assistant, Page.SUMMARY)  # the file is free again
    assert shown(assistant.walk.summary_page)
