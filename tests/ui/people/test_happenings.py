"""What happened, as an administrator finds it and as a person reads it about themselves."""

import pytest

from lsadesk.operations.staff import people
from lsadesk.ui.keeping.happenings import WhoSawMe

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def words(table):
    """What stands in each row that is shown."""
    rows, model = table.rows, table.model_
    sources = (rows.mapToSource(rows.index(row, 0)).row() for row in range(rows.rowCount()))
    return [model.words_of(row) for row in sources]


def test_the_administrator_finds_who_did_what_to_whom(tab, staff, desk, qtbot):
    people.person(desk, staff["Asha"])
    tab.bar.setCurrentIndex(3)
    table = tab.happenings.table
    qtbot.waitUntil(lambda: table.rows.rowCount() > 0)
    assert "saw" in words(table)[0]
    everything = table.rows.rowCount()
    tab.happenings.search.setText("asha")
    qtbot.waitUntil(lambda: 0 < table.rows.rowCount() < everything)
    assert all("asha" in line for line in words(table))
    assert str(table.rows.rowCount()) in tab.happenings.count.text()


def test_a_manager_has_no_such_page(open_tab, sign_in, staff, qtbot):
    tab = open_tab(sign_in(staff["Pat"]))
    qtbot.waitUntil(lambda: tab.staff.table.rows.rowCount() > 0)
    assert not tab.bar.isTabVisible(3)


def test_one_reads_who_saw_ones_own_record(open_tab, sign_in, staff, desk, qtbot):
    asha = sign_in(staff["Asha"])
    people.person(desk, staff["Asha"])
    tab = open_tab(asha)
    dialog = WhoSawMe(tab, tab.context)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.table.rows.rowCount() > 0)
    assert "owner" in words(dialog.table)[0]
    assert "saw" in words(dialog.table)[0]


def test_an_account_that_is_nobodys_is_told_why_there_is_nothing(tab, qtbot):
    dialog = WhoSawMe(tab, tab.context)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.nothing.isVisible)
    assert "not linked to a member of staff" in dialog.nothing.text()
