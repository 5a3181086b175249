"""Tables of records."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QPoint,
    QPointF,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QMouseEvent, QTextDocument
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QHeaderView, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.widgets.labels import inert
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.widgets.tables import (
    DISPLAY,
    RECORD,
    SPOKEN,
    TOOL_TIP,
    Column,
    RecordTable,
    speak_whole_rows,
)


@dataclass(frozen=True)
class Lsa:
    """Somebody in a table."""

    name: str
    hours: int | None


ASHA, BEN, LUCJA = Lsa("Asha Kaur", 30), Lsa("ben chen", None), Lsa("Łucja Ŵyn", 9)
COLUMNS: tuple[Column[Lsa], ...] = (
    Column("Name", lambda lsa: lsa.name),
    Column(
        "Hours",
        lambda lsa: "not known" if lsa.hours is None else str(lsa.hours),
        sort=lambda lsa: lsa.hours,
        right=True,
    ),
)


@pytest.fixture
def table(qtbot: QtBot) -> RecordTable[Lsa]:
    """Three people."""
    made: RecordTable[Lsa] = RecordTable("Staff", COLUMNS)
    qtbot.addWidget(made)
    made.show_records([LUCJA, ASHA, BEN])
    return made


def test_a_name_that_is_markup_is_shown_as_written_and_fetches_nothing(
    table: RecordTable[Lsa],
) -> None:
    name = '<img src="//elsewhere/share/x.png"> & Co'
    table.show_records([Lsa(name, 1)])
    first = table.model_.index(0, 0)
    tip = QTextDocument()
    tip.setHtml(table.model_.data(first, TOOL_TIP))
    assert table.model_.data(first, DISPLAY) == name
    assert tip.toPlainText() == name
    assert inert("Asha Kaur, 3 < 4 & more") == "Asha Kaur, 3 < 4 & more"


def test_a_cell_is_spoken_alone_or_as_its_whole_row_as_a_person_chose(
    table: RecordTable[Lsa],
) -> None:
    hours = table.rows.index(0, 1)
    assert hours.data(SPOKEN) == "Hours: 30"
    speak_whole_rows(True)
    assert hours.data(SPOKEN) == "Name: Asha Kaur; Hours: 30"
    speak_whole_rows(False)
    assert hours.data(SPOKEN) == "Hours: 30"


def test_qt_finds_no_fault_in_the_model(table: RecordTable[Lsa]) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, fatal) for model in (table.model_, table.rows)]
    table.show_records([BEN])
    table.show_records([LUCJA, BEN, ASHA])
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    table.rows.search("nobody")
    table.rows.search("")
    table.show_records([])
    assert len(testers) == 2


def test_people_are_in_order_whatever_their_case(table: RecordTable[Lsa]) -> None:
    assert _names(table.rows) == ["Asha Kaur", "ben chen", "Łucja Ŵyn"]


def test_numbers_sort_as_numbers_and_what_is_not_known_comes_last(
    table: RecordTable[Lsa],
) -> None:
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert _names(table.rows) == ["Łucja Ŵyn", "Asha Kaur", "ben chen"]
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert _names(table.rows) == ["Asha Kaur", "Łucja Ŵyn", "ben chen"]


def test_the_order_chosen_stays_for_what_is_shown_later_and_can_be_the_one_given(
    table: RecordTable[Lsa],
) -> None:
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    table.show_records([ASHA, LUCJA, BEN])
    assert _names(table.rows) == ["Łucja Ŵyn", "ben chen", "Asha Kaur"]
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert _names(table.rows) == ["Asha Kaur", "Łucja Ŵyn", "ben chen"]


def test_the_current_row_stays_on_its_person_in_another_order_and_among_fewer(
    table: RecordTable[Lsa],
) -> None:
    table.select(BEN)
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert (table.current(), table.currentIndex().row()) == (BEN, 1)
    table.rows.search("ben")
    assert (table.current(), table.currentIndex().row()) == (BEN, 0)


def test_words_that_hang_on_more_than_the_record_are_found_as_they_are_now(qtbot: QtBot) -> None:
    taken: set[Lsa] = set()
    columns: list[Column[Lsa]] = [Column("Taken", lambda lsa: "yes" if lsa in taken else "no")]
    made = RecordTable("Staff", columns)
    qtbot.addWidget(made)
    made.show_records([ASHA, BEN])
    made.rows.search("yes")
    assert made.rows.rowCount() == 0
    taken.add(BEN)
    made.model_.touch(0, 1)
    assert [made.rows.index(0, 0).data(RECORD), made.rows.rowCount()] == [BEN, 1]


def test_a_search_needs_every_word_and_no_accents(table: RecordTable[Lsa]) -> None:
    table.rows.search("WYN 9")
    assert _names(table.rows) == ["Łucja Ŵyn"]


def test_a_test_keeps_records(table: RecordTable[Lsa]) -> None:
    table.rows.keep(lambda lsa: lsa.hours is None)
    assert _names(table.rows) == ["ben chen"]


def test_a_cell_is_spoken_with_its_heading(table: RecordTable[Lsa]) -> None:
    assert table.rows.index(1, 1).data(SPOKEN) == "Hours: not known"


def test_the_current_row_stays_on_its_person_when_the_table_is_read_again(
    table: RecordTable[Lsa],
) -> None:
    table.select(BEN)
    table.show_records([ASHA, Lsa("Aaron", 1), BEN])
    assert table.current() == BEN


def test_enter_opens_the_current_person(table: RecordTable[Lsa], qtbot: QtBot) -> None:
    table.select(ASHA)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [ASHA]


def test_focus_lands_on_a_cell_and_tab_leaves_the_table(
    table: RecordTable[Lsa], qtbot: QtBot
) -> None:
    page, after = QWidget(), QLineEdit()
    layout = QVBoxLayout(page)
    layout.addWidget(table)
    layout.addWidget(after)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    assert table.current() == ASHA
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert after.hasFocus()
    table.setParent(None)  # it has an owner of its own


def _names(model: QAbstractItemModel | QSortFilterProxyModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_click_into_a_table_that_was_scrolled_takes_what_is_under_the_mouse(
    table: RecordTable[Lsa], qtbot: QtBot
) -> None:
    table.show_records([Lsa(f"{number:02}", number) for number in range(60)])
    table.resize(300, 200)
    table.show()
    table.scrollToBottom()
    place = table.viewport().rect().center()
    wanted = table.indexAt(place).data(RECORD)
    by_mouse = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.MouseFocusReason)
    QApplication.sendEvent(table, by_mouse)  # a window system has it come before the press
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.current() == wanted


def test_a_row_that_moves_under_the_button_stays_the_one_that_was_pressed(
    table: RecordTable[Lsa], qtbot: QtBot
) -> None:
    table.show_records([Lsa(f"{number:02}", number) for number in range(60)])
    table.resize(300, 200)
    table.show()
    place = table.viewport().rect().center()
    wanted = table.indexAt(place).data(RECORD)
    table.selected.connect(lambda _one: table.scrollToBottom())  # as a panel beside it may
    left, moved = Qt.MouseButton.LeftButton, place + QPoint(2, 2)
    qtbot.mousePress(table.viewport(), left, pos=place)
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(moved),
        table.viewport().mapToGlobal(QPointF(moved)),
        Qt.MouseButton.NoButton,
        left,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(table.viewport(), move)
    qtbot.mouseRelease(table.viewport(), left, pos=moved)
    marked = [index.data(RECORD) for index in table.selectionModel().selectedRows()]
    assert (table.current(), marked) == (wanted, [wanted])


def test_columns_give_way_to_a_narrow_page_but_no_heading_is_cut(qtbot: QtBot) -> None:
    columns = [Column(title, str, width=24) for title in ("Name", "Team", "Past its date")]
    columns.append(Column("Cost that nobody has said", str, width=3))
    table: RecordTable[int] = RecordTable("Plans", columns)
    qtbot.addWidget(table)
    heads = table.horizontalHeader()
    heads.setStretchLastSection(False)
    table.resize(2000, 200)
    with qtbot.waitExposed(table):
        table.show()
    asked = [table.columnWidth(at) for at in range(4)]
    table.resize(int(sum(asked) * 0.9), 200)
    given = [table.columnWidth(at) for at in range(4)]
    assert sum(given) <= table.viewport().width()
    assert all(given[at] >= heads.sectionSizeHint(at) for at in range(4))
    table.setColumnHidden(1, True)
    assert table.columnWidth(0) == asked[0]


def test_room_goes_to_the_words_that_would_be_cut_until_a_hand_sets_a_width(qtbot: QtBot) -> None:
    table: RecordTable[str] = RecordTable(
        "Entries",
        [
            Column("Name", str, width=20),
            Column("Checked", lambda _entry: "22 Nov 2026", width=30),
            Column("Note", lambda _entry: "", width=10),
        ],
    )
    qtbot.addWidget(table)
    long = "Level 3 Award in Assessing Competence at Work"
    table.show_records(["Level 2 Award", long])
    heads = table.horizontalHeader()
    said = table.fontMetrics().horizontalAdvance(f"{long}22 Nov 2026")
    table.resize(said + heads.sectionSizeHint(2) + 100, 200)
    with qtbot.waitExposed(table):
        table.show()
    assert table.columnWidth(0) > table.fontMetrics().horizontalAdvance(long)
    heads.resizeSection(0, 90)
    table.show_records([long])
    assert table.columnWidth(0) == 90


def test_a_column_that_stretches_with_the_page_is_not_taken_for_one_set_by_hand(
    qtbot: QtBot,
) -> None:
    columns = [Column("What", str, width=20), Column("How", lambda _: "Shadowing", width=11)]
    table: RecordTable[str] = RecordTable("Lines", [*columns, Column("When", str, width=5)])
    qtbot.addWidget(table)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.resize(900, 200)
    with qtbot.waitExposed(table):
        table.show()
    table.resize(600, 200)
    table.show_records(["Makaton"])
    before, font = table.columnWidth(1), table.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    table.setFont(font)
    assert table.columnWidth(1) > before


def test_down_goes_from_a_search_to_what_it_finds_and_who_is_chosen_stays_in_view(
    appearance: Appearance, qtbot: QtBot
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    table: RecordTable[Lsa] = RecordTable("Staff", COLUMNS)
    search = SearchField(appearance, "Find a person", page)
    search.searched.connect(table.rows.search)
    in_column(search, table, on=page)
    page.resize(400, 240)
    page.show()
    people = [Lsa(f"{at:03} {'Lewis' if at % 10 else 'Evans'}", at) for at in range(300)]
    table.show_records(people)
    table.select(people[10])
    table.scrollToBottom()
    search.setText("evans")
    search.searched.emit("evans")
    assert table.current() == people[10]
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert page.focusWidget() is table
