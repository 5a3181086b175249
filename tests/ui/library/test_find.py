"""Finding things in the library, by keyboard, and keeping one's own marks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSpinBox

from lsadesk.domain.careers.layer import LayerKind
from lsadesk.domain.staff.record import Holding
from lsadesk.operations.careers import layer
from lsadesk.operations.developing import development
from lsadesk.operations.staff import record
from lsadesk.ui.widgets.ask import Question
from tests.ui.at_rest import wait_for

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def find(tab, qtbot):
    """Types into the search field and gives the names that are listed then."""

    def typed(text):
        page = tab.finder
        page.filters.search.setFocus()
        page.filters.search.clear()
        with qtbot.waitSignal(page.filters.search.searched):
            qtbot.keyClicks(page.filters.search, text)
        return [page.table.rows.index(row, 0).data() for row in range(page.table.rows.rowCount())]

    return typed


def test_the_list_opens_with_everything(tab):
    assert tab.finder.table.model_.rowCount() > 70
    assert "entries" in tab.finder.found.text()


@pytest.mark.parametrize("typed", ["7320", "preparing to support", "prepering to suport"])
def test_old_names_new_names_and_slips_find_the_same_award(find, typed):
    assert "Level 2 Award in Preparing to Support Learning" in find(typed)


def test_what_fits_best_comes_first_even_after_sorting_by_a_column(tab, find):
    tab.finder.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    first = find("mentoring")[0]
    assert "mentor" in first.lower()


def test_nothing_found_says_what_to_do(tab, find):
    assert find("astronaut qqqq") == []
    assert "Try fewer words" in tab.finder.found.text()


def test_filters_narrow_the_list_and_clear_brings_it_back(tab, qtbot):
    filters, table = tab.finder.filters, tab.finder.table
    everything = table.model_.rowCount()
    filters.level.choose(3)
    assert {item.level for item in table.model_.records()} == {3}
    filters.clear.setFocus()
    qtbot.keyClick(filters.clear, Qt.Key.Key_Return)
    assert table.model_.rowCount() == everything
    assert QApplication.focusWidget() is filters.search


def test_a_qualification_is_said_to_be_not_mandatory_with_both_names_and_its_check(tab, said):
    tab.show_target("prep-l2")
    words = said(tab.finder.panel)
    assert "Not mandatory" in words
    assert "Name in 2011" in words
    assert "City & Guilds 7320" in words
    assert "a teacher who supervises" in words  # what a post of this band is like
    assert "My LSA level now: 1\nUnder direct instruction" in words  # to hold against it
    assert "FE colleges" in words
    assert "band descriptors" in words or "Source" in words
    assert "Last checked" in words
    assert "not mandatory" in tab.finder.table.rows.index(0, 0).data(
        Qt.ItemDataRole.AccessibleTextRole
    )


def test_a_mark_is_kept_by_keyboard_and_taken_away_again(tab, asha, window, qtbot):
    tab.show_target("prep-l2")
    tab.finder.table.setFocus()
    qtbot.keyClick(tab.finder.table, Qt.Key.Key_Return)
    held = tab.finder.panel.marks[Holding.HELD]
    assert QApplication.focusWidget() is held
    qtbot.keyClick(held, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.finder.panel.item.state is Holding.HELD)
    assert "prep-l2" in record.record_of(asha, asha.person).held
    assert QApplication.focusWidget() is held
    assert window.published[0].startswith("Noted Level 2 Award")
    qtbot.keyClick(held, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.finder.panel.item.state is None)
    assert record.record_of(asha, asha.person).held == frozenset()


def test_the_best_find_is_shown_beside_the_list_as_one_types(tab, find):
    tab.show_target("prep-l2")
    first = find("mentoring")[0]
    assert tab.finder.panel.title.text() == first


def test_an_entry_that_leaves_a_filtered_list_leaves_the_focus_in_the_list(tab, qtbot):
    tab.show_target("prep-l2")
    tab.finder.panel.marks[Holding.WANTED].click()
    qtbot.waitUntil(lambda: tab.finder.panel.item.state is Holding.WANTED)
    tab.finder.filters.state.choose(Holding.WANTED)
    wanted = tab.finder.panel.marks[Holding.WANTED]
    wanted.setFocus()
    qtbot.keyClick(wanted, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.finder.table.model_.rowCount() == 0)
    assert QApplication.focusWidget() is tab.finder.table


def test_a_mark_can_be_changed_and_undone(tab, asha, qtbot):
    tab.show_target("prep-l2")
    tab.finder.panel.marks[Holding.WANTED].click()
    qtbot.waitUntil(lambda: tab.finder.panel.item.state is Holding.WANTED)
    tab.finder.panel.marks[Holding.WORKING_TOWARDS].click()
    qtbot.waitUntil(lambda: tab.finder.panel.item.state is Holding.WORKING_TOWARDS)
    tab.context.write(lambda desk: desk.undo())
    qtbot.waitUntil(lambda: tab.finder.panel.item.state is Holding.WANTED)
    assert tab.finder.panel.marks[Holding.WANTED].isChecked()


def test_an_entry_goes_into_the_plan(tab, asha, qtbot, window):
    tab.show_target("prep-l2")
    tab.finder.panel.plan.click()
    qtbot.waitUntil(lambda: bool(window.published))
    planned = development.actions(asha, asha.person)
    assert [line.what for line in planned] == ["Level 2 Award in Preparing to Support Learning"]


def test_an_account_without_a_person_reads_and_marks_nothing(head_tab):
    head_tab.show_target("prep-l2")
    panel = head_tab.finder.panel
    assert panel.title.text().startswith("Level 2 Award")
    assert not panel.plan.isVisible()
    assert not any(one.isVisible() for one in panel.marks.values())
    assert not head_tab.finder.filters.state.isVisible()


def test_the_list_keeps_the_rules_of_qt(tab):
    model = tab.finder.table.model_
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(model.records()[:3])
    assert tester.model() is model


@pytest.mark.parametrize("typed", ["preparing to support", "paratoi"])
def test_what_the_college_renamed_is_found_and_told_by_both_names(
    open_tab, desk, asha, said, typed
):
    welsh = "Dyfarniad Lefel 2 mewn Paratoi i Gefnogi Dysgwyr"
    layer.rename(desk, LayerKind.QUALIFICATION, "prep-l2", welsh)
    page = open_tab(asha).finder
    page.filters.search.setText(typed)
    page.filters.search.searched.emit(typed)
    page.table.select(next(one for one in page.table.model_.records() if one.id == "prep-l2"))
    assert page.panel.title.text() == welsh
    assert "Level 2 Award in Preparing to Support Learning" in said(page.panel)


def test_the_colleges_own_qualification_has_no_name_of_2011(open_tab, desk, asha, said):
    own = layer.add_qualification(desk, "Cwrs Cymraeg Gwaith", band="level-2", level=2).result
    page = open_tab(asha).finder
    page.choose(own)
    assert "Name in 2011" not in said(page.panel)
    assert "Your college" in said(page.panel)


@pytest.mark.parametrize("percent", [100, 150])
def test_nobody_is_shut_out_of_finding(tab, barriers, appearance, qtbot, percent):
    appearance.set_text_size(percent)
    tab.show_target("prep-l2")
    wait_for(tab.context.worker, qtbot)
    assert barriers(tab) == []


def test_ones_details_of_a_qualification_stay_with_it_from_wanted_to_held(
    tab, asha, said, qtbot, monkeypatch
):
    page = tab.finder
    page.choose("ptlls-l3")
    page.panel.marks[Holding.WANTED].click()
    qtbot.waitUntil(page.panel.details.isEnabled)

    def tell(question):
        question.findChildren(QLineEdit)[0].setText("C&G 7303")
        question.findChildren(QSpinBox)[0].setValue(2010)
        question.findChildren(QPlainTextEdit)[0].setPlainText("Evening course")
        return True

    monkeypatch.setattr(Question, "answered", tell)
    page.panel.details.click()
    qtbot.waitUntil(lambda: "C&G 7303" in said(page.panel))
    assert "Hoped for" in said(page.panel)
    page.panel.marks[Holding.HELD].click()
    qtbot.waitUntil(lambda: "Since" in said(page.panel))
    (held,) = record.record_of(asha, asha.person).qualifications
    assert (held.as_written, str(held.achieved), held.note) == (
        "C&G 7303",
        "2010",
        "Evening course",
    )


def test_what_stands_in_the_way_is_found_with_what_helps(tab, find, said):
    assert find("money fees")[0] == "Money"
    tab.finder.choose("funding")
    assert "What helps" in said(tab.finder.panel)


def test_an_entry_that_the_map_asks_for_waits_for_the_library_and_leads_back(tab, window, qtbot):
    page = tab.finder
    page.table.show_records([])
    tab.show_target("prep-l2")
    tab.refresh()
    qtbot.waitUntil(lambda: page.panel.item is not None)
    assert page.panel.item.id == "prep-l2"
    page.back.setFocus()
    qtbot.keyClick(page.back, Qt.Key.Key_Return)
    assert window.went == ["career"]
    assert not page.back.isVisible()
