"""The career map tab as somebody uses it: by keyboard, as a table, and to say a wish."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPushButton

from lsadesk.domain.staff.record import PastRole
from lsadesk.operations.careers import career
from lsadesk.operations.staff import record
from lsadesk.ui.career.items import as_fits
from lsadesk.ui.career.legend import Sample
from lsadesk.ui.career.past_page import past_roles
from lsadesk.ui.career.start_page import StartPage

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def press(widget, words):
    wanted = [one for one in widget.findChildren(QPushButton) if words in one.text()]
    wanted[0].click()


def test_the_map_opens_where_the_person_is(tab):
    assert tab.view.current == "lsa"
    assert "You are here" in texts(tab.panel)
    assert tab.view._roles["lsa"].standing.here


def test_arrow_keys_go_from_role_to_role_and_the_panel_follows(tab, qtbot):
    qtbot.keyClick(tab.view, Qt.Key.Key_Up)
    chosen = tab.view.current
    assert chosen != "lsa"
    role = career.my_map(tab.context.desk).framework.roles[chosen]
    assert texts(tab.panel)[0] == role.name


def test_n_and_enter_follow_a_route(tab, qtbot):
    framework = career.my_map(tab.context.desk).framework
    ways = framework.routes_from("lsa")
    qtbot.keyClick(tab.view, Qt.Key.Key_N)
    qtbot.keyClick(tab.view, Qt.Key.Key_N)
    qtbot.keyClick(tab.view, Qt.Key.Key_P)
    qtbot.keyClick(tab.view, Qt.Key.Key_Return)
    assert tab.view.current == ways[0].destination


def test_enter_goes_to_what_can_be_done_with_the_role(tab, qtbot):
    qtbot.keyClick(tab.view, Qt.Key.Key_Return)
    first = tab.panel.findChildren(QPushButton)[0]
    assert tab.window().focusWidget() is first


def test_the_lanes_keep_their_names_while_the_map_is_moved(tab):
    tab.view.zoom(4)
    tab.view.verticalScrollBar().setValue(tab.view.verticalScrollBar().maximum())
    names = {name for name, left, right in tab.view.lanes_in_sight() if left < right}
    assert "Learning support" in names


def test_searching_chooses_the_first_match_and_fades_the_rest(tab):
    tab._search.searched.emit("care manager")
    assert tab.view.current == "care-manager"
    assert tab.view._roles["lsa"].standing.faded
    assert not tab.view._roles["care-manager"].standing.faded
    tab._search.searched.emit("")
    assert not tab.view._roles["lsa"].standing.faded


def test_searching_for_what_is_not_there_changes_no_choice(tab):
    tab._search.searched.emit("astronaut")
    assert tab.view.current == "lsa"
    assert "0 roles" in texts(tab)


def test_one_key_shows_the_same_as_a_table(tab, qtbot):
    qtbot.keyClick(tab, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert tab.table.isVisible()
    assert tab.table.current().role.id == "lsa"
    assert tab.table.current().mark == "You are here"
    senior = next(line for line in tab.table.model_.records() if line.role.id == "senior-lsa")
    tab.table.select(senior)
    assert texts(tab.panel)[0] == "Senior LSA"
    qtbot.keyClick(tab, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert tab.view.isVisible()


def test_the_table_keeps_the_rules_of_qt(tab):
    tester = QAbstractItemModelTester(
        tab.table.model_, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    tab.table.model_.show(tab.table.model_.records()[:3])
    assert tester.model() is tab.table.model_


def test_a_wish_is_kept_and_marked(tab, qtbot):
    tab.show_target("senior-lsa")
    press(tab.panel, "I would like this")
    qtbot.waitUntil(lambda: tab.view._roles["senior-lsa"].standing.wished)
    qtbot.waitUntil(lambda: "Your wish" in texts(tab.panel))
    assert tab.window_.published == ["Wished for Senior LSA"]
    press(tab.panel, "No longer my wish")
    qtbot.waitUntil(lambda: not tab.view._roles["senior-lsa"].standing.wished)


def test_staying_is_an_answer_that_can_be_given_and_taken_back(tab, qtbot):
    press(tab.panel, "I would like to stay here")
    qtbot.waitUntil(lambda: "You are here, you want to stay" in texts(tab.panel))
    press(tab.panel, "I am open to a change")
    qtbot.waitUntil(lambda: "You are here" in texts(tab.panel))


def test_a_link_in_the_panel_leads_to_the_next_role(tab):
    press(tab.panel, "Experienced LSA")
    assert tab.view.current == "experienced-lsa"


def test_what_is_not_known_yet_leads_to_the_questionnaire(tab):
    press(tab.panel, "Answer in my self-assessment")
    assert tab.window_.went == ["assessment"]


def test_an_account_without_a_person_sees_the_map_without_a_place(open_tab, desk):
    tab = open_tab(desk)
    assert tab.view.current is None
    assert not any("You are here" in text for text in texts(tab.panel))


def test_nothing_on_the_page_that_takes_focus_lacks_a_name(tab):
    for button in tab.findChildren(QPushButton):
        assert button.accessibleName() or button.text()
    assert tab.view.accessibleName()
    assert tab.table.accessibleName()


def test_zoom_stays_within_bounds_and_fit_shows_all(tab, qtbot):
    for _ in range(30):
        qtbot.keyClick(tab.view, Qt.Key.Key_Plus)
    assert tab.view.transform().m11() <= 3.01
    for _ in range(40):
        qtbot.keyClick(tab.view, Qt.Key.Key_Minus)
    assert tab.view.transform().m11() >= 0.29
    qtbot.keyClick(tab.view, Qt.Key.Key_0)
    shown = tab.view.mapToScene(tab.view.viewport().rect()).boundingRect()
    assert shown.width() >= tab.view.sceneRect().width() - 1


def test_the_strip_below_the_map_explains_what_is_on_it(tab):
    def said():
        return {one.accessibleName() for one in tab.findChildren(Sample) if one.isVisible()}

    assert {"You", "Way on", "Way in", "Change of career"} <= said()
    tab.everybody.setChecked(True)
    assert said() == {"People, of so many posts", "Wishes"}


def test_ways_on_say_how_much_of_what_they_ask_is_there_and_ways_in_do_not(tab):
    tab.view.choose("lsa")
    standing = {role: item.standing for role, item in tab.view._roles.items()}
    onward = {one.destination for one in tab.view._map.framework.routes_from("lsa")}
    inward = {one.origin for one in tab.view._map.framework.routes_into("lsa")}
    assert {role for role, one in standing.items() if one.near} == onward
    assert {role for role, one in standing.items() if one.before} == inward
    assert all(standing[role].share is None for role in inward - onward)
    assert any(standing[role].share is not None for role in onward)


def test_a_stop_of_the_past_has_the_same_number_on_the_map_and_beside_it(tab, qtbot):
    for title, role, year in (("Temple kitchen", None, 2004), ("Carer", "care-work", 2010)):
        past = PastRole(title=title, role=role, began=year)
        tab.context.write(lambda desk, past=past: record.add_past(desk, past))
    qtbot.waitUntil(lambda: len(tab.view._map.record.past) == 2)
    assert past_roles(tab.view._map) == (None, "care-work", "lsa")


def test_a_bare_map_says_why_and_who_can_mend_it(tab):
    around = tab.panel._around
    bare = replace(around.seen.framework, roles={}, routes=())
    page = StartPage(replace(around, seen=replace(around.seen, framework=bare)))
    said = " ".join(texts(page))
    assert "No role is on the map" in said
    assert "Our changes" in said
    assert not page.findChildren(QPushButton)


def test_a_role_says_which_standards_go_with_it(tab):
    tab.view.choose("autism-lsa")
    assert any(said.startswith("Standards: A Supporting learning") for said in texts(tab.panel))


def test_a_name_that_is_too_long_for_its_box_keeps_its_beginning(tab):
    name = "Uwch Gynorthwyydd Cymorth Dysgu a Sgiliau Bywyd Annibynnol"
    room, metrics = QRectF(0, 0, 112, 36), tab.fontMetrics()
    shown = as_fits(name, room, metrics)
    assert shown.startswith("Uwch")
    assert shown.endswith("\u2026")
    assert as_fits("LSA", room, metrics) == "LSA"
    assert as_fits("Llanfairpwllgwyngyllgogerychwyrndrobwll", room, metrics).startswith("Llan")
