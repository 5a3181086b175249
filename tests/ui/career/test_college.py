"""The college on the map: numbers for everybody, names and wishes for whoever may know them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from lsadesk.domain.staff.people import PersonDetails
from lsadesk.operations.careers import career, layer
from lsadesk.operations.staff import people, structure

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def press(widget, words):
    next(one for one in widget.findChildren(QPushButton) if words in one.text()).click()


@pytest.fixture
def head(open_tab, desk, asha):
    """The head's map of a college with two teams, a wish and posts."""
    blue = structure.add_team(desk, "Blue").result
    structure.add_team(desk, "Green")
    for name in ("Sam", "Gwenllian"):
        details = PersonDetails(forename=name, surname="Ŵyn-Jones", title="Senior LSA", team=blue)
        people.add_person(desk, details)
    people.add_person(desk, PersonDetails(forename="Odd", surname="One", title="Wizard"))
    career.wish_for(asha, "senior-lsa", wished=True)
    layer.set_posts(desk, "senior-lsa", 3)
    tab = open_tab(desk)
    tab.everybody.setChecked(True)
    return tab


def test_each_role_carries_its_people_posts_and_wishes(head):
    standing = head.view._roles["senior-lsa"].standing
    assert (standing.left, standing.right) == ("2 of 3", "★ 1")
    head.me.setChecked(True)
    assert head.view._roles["senior-lsa"].standing.left == ""


def test_the_table_has_what_stands_on_the_picture(head):
    line = next(one for one in head.table.model_.records() if one.role.id == "senior-lsa")
    assert line.college == "2 hold it, 1 wishes for it, 3 posts, 1 of them open"


def test_the_head_sees_wishes_against_posts_and_whom_the_map_does_not_know(head):
    said = texts(head.panel)
    assert "4 people at work, 3 of them on the map." in said
    assert said.index("Where people want to go") < said.index("Open posts")
    press(head.panel, "Odd One")
    assert head.window_.went[-1] == "people"


def test_the_head_sees_who_holds_a_role_team_by_team(head):
    head.show_target("senior-lsa")
    said = texts(head.panel)
    assert "Blue: Gwenllian Ŵyn-Jones, Sam Ŵyn-Jones" in said
    assert "3 posts, 1 of them open." in said
    assert "Asha Kaur" in said


def test_a_team_can_be_looked_at_alone(head, qtbot):
    head.show_target("senior-lsa")
    head.team.setFocus()
    qtbot.keyClicks(head.team, "Green")
    assert head.view._roles["senior-lsa"].standing.left == ""
    assert "Green: Nobody here holds it at present." in texts(head.panel)


def test_who_could_follow_is_told_team_by_team(head, qtbot):
    head.show_target("senior-lsa")
    press(head.panel, "Who could follow here?")
    qtbot.waitUntil(lambda: "Who could follow: Senior LSA" in texts(head.panel))
    assert any("wishes for it" in text for text in texts(head.panel))
    press(head.panel, "Asha Kaur")
    assert head.window_.went[-1] == "people"


def test_an_lsa_sees_neither_names_nor_small_numbers(head, open_tab, asha):
    tab = open_tab(asha)
    tab.everybody.setChecked(True)
    tab.show_target("senior-lsa")
    said = " ".join(texts(tab.panel))
    assert tab.view._roles["senior-lsa"].standing.left == "<5"
    assert "Fewer than five people here hold it" in said
    assert "Sam" not in said
    assert "wish for it" not in said
    assert not tab.team.isVisible()


def test_a_role_is_found_by_another_title_and_enter_goes_to_it(tab, qtbot):
    tab._search.setFocus()
    qtbot.keyClicks(tab._search, "Acadmic Support")
    qtbot.keyClick(tab._search, Qt.Key.Key_Return)
    assert tab.view.current == "lsa"
    assert tab.window().focusWidget() is tab.view


def test_every_role_is_reached_in_order_by_one_key(tab, qtbot):
    framework = career.my_map(tab.context.desk).framework
    qtbot.keyClick(tab.view, Qt.Key.Key_Home)
    visited = [tab.view.current]
    while len(visited) <= len(framework.roles):
        qtbot.keyClick(tab.view, Qt.Key.Key_PageDown)
        if tab.view.current == visited[-1]:
            break
        visited.append(tab.view.current)
    assert sorted(visited) == sorted(framework.roles)


def test_who_has_no_place_on_the_map_is_told_why_and_may_still_ask_for_ways(open_tab, desk):
    tab = open_tab(desk)
    assert tab.everybody.isChecked()
    tab.me.click()
    assert any("belongs to nobody on the staff list" in text for text in texts(tab.panel))
    tab.show_target("teacher")
    press(tab.panel, "How does one get there?")
    assert any("Choose where to begin" in text for text in texts(tab.panel))


@pytest.mark.parametrize("percent", [100, 150])
def test_the_college_shuts_nobody_out(head, qtbot, barriers, percent):
    head.context.appearance.set_text_size(percent)
    for ask in (head.panel.show_college, lambda: head.show_target("senior-lsa")):
        ask()
        QApplication.processEvents()
        assert barriers(head) == []
    press(head.panel, "Who could follow here?")
    qtbot.waitUntil(lambda: "Who could follow: Senior LSA" in texts(head.panel))
    QApplication.processEvents()
    assert barriers(head) == []
