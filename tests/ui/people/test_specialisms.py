"""Specialisms as whoever keeps the staff records notes and finds them."""

import pytest

from lsadesk.domain.staff.record import PastRole
from lsadesk.domain.staff.specialisms import Area, SpecialismKind
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people, record, specialisms

SECRET = "a long enough secret"

# The offscreen platform says so of smallest sizes and of open lists; no screen does.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def found(tab, words):
    """The names in the staff table when *words* are searched for."""
    tab.staff.search.setText(words)
    tab.staff.search.searched.emit(words)
    rows = tab.staff.table.rows
    return [rows.index(at, 0).data() for at in range(rows.rowCount())]


def taking_off(section):
    """The buttons that take an area off."""
    buttons = section.held.findChildren(type(section.add))
    return [each for each in buttons if each.text().startswith("Take off")]


def test_somebody_with_two_specialisms_is_found_by_either(desk, staff, open_tab):
    for area in (
        Area("Braille", SpecialismKind.NEED),
        Area("Ffotograffiaeth", SpecialismKind.SUBJECT),
    ):
        specialisms.add_specialism(desk, staff["Asha"], area)
    tab = open_tab(desk)
    assert found(tab, "braille") == found(tab, "ffoto") == ["Kaur, Asha"]


def test_an_area_is_chosen_with_its_kind_noted_and_taken_off_again(tab, desk, staff, qtbot):
    tab.staff.choose(staff["Asha"])
    section = tab.staff.panel.specialisms
    qtbot.waitUntil(lambda: section.area.count() > 0)
    section.area.setCurrentText("Numeracy and maths")
    section.add.click()
    expected = Area("Numeracy and maths", SpecialismKind.SUBJECT)
    qtbot.waitUntil(lambda: people.directory(desk).specialisms.get(staff["Asha"]) == (expected,))
    qtbot.waitUntil(lambda: section.area.currentText() == "")
    qtbot.waitUntil(lambda: taking_off(section) != [])
    taking_off(section)[0].click()
    qtbot.waitUntil(lambda: staff["Asha"] not in people.directory(desk).specialisms)


def test_what_is_typed_for_somebody_is_not_left_for_the_next(tab, staff, qtbot):
    tab.staff.choose(staff["Asha"])
    tab.staff.panel.specialisms.area.setCurrentText("Braille")
    tab.staff.choose(staff["Siân"])
    assert tab.staff.panel.specialisms.area.currentText() == ""


def test_whoever_brings_something_from_earlier_work_is_found_by_it(desk, staff, open_tab):
    accounts.add_account(desk, "asha", SECRET, person=staff["Asha"], is_own=True)
    hers = college.unlock(desk.folder, "asha", SECRET)
    record.add_past(hers, PastRole(title="Shop manager", brings="Retail management"))
    hers.close()
    tab = open_tab(desk)
    assert found(tab, "retail management") == ["Kaur, Asha"]
