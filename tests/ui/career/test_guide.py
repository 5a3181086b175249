"""The pages beside the map: ways, stories, what is near, the past, and what goes into a plan."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from lsadesk.domain.careers.catalogue import Consent
from lsadesk.domain.staff.record import PastRole
from lsadesk.operations.careers import career, layer
from lsadesk.operations.developing import development
from lsadesk.operations.staff import record
from lsadesk.ui.career import compare as comparing
from lsadesk.ui.career import guide as guiding
from lsadesk.ui.career.compare import CompareRoles
from lsadesk.ui.career.past_page import ask_past
from lsadesk.ui.career.words import holders, rough_time
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Choice

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def tab(open_tab, asha):
    """Asha's career map."""
    return open_tab(asha)


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def named(widget, words):
    found = [
        one
        for one in widget.findChildren(QPushButton)
        if words in one.text() or words in one.accessibleName()
    ]
    return found[0]


def press(qtbot, widget, words):
    """Go to a button and press it with the keyboard."""
    wanted = named(widget, words)
    wanted.setFocus()
    qtbot.keyClick(wanted, Qt.Key.Key_Return)


def plan_of(desk):
    return [one.what for one in development.plan(desk, desk.person).actions]


def test_how_to_get_there_has_up_to_five_answers_and_staying_is_the_last(tab, qtbot):
    tab.show_target("teacher")
    press(qtbot, tab.panel, "How could I get there?")
    ways = [text for text in texts(tab.panel) if text[:2] in ("1.", "2.", "3.", "4.", "5.")]
    assert 2 <= len(ways) <= 5
    assert "Stay, and go deeper" in ways[-1]
    assert not any("Stay" in text for text in ways[:-1])


def test_a_way_is_drawn_on_the_map_and_says_what_each_step_asks(tab, qtbot):
    tab.show_target("teacher")
    press(qtbot, tab.panel, "How could I get there?")
    press(qtbot, tab.panel, "See way 1")
    assert tab.view.traced[0] == "lsa"
    assert tab.view.traced[-1] == "teacher"
    said = texts(tab.panel)
    assert any(text.startswith("Roughly") for text in said)
    assert "Usual, never required" in said
    assert "What helps" in said


def test_back_leads_to_the_role_and_takes_the_way_off_the_map(tab, qtbot):
    tab.show_target("teacher")
    press(qtbot, tab.panel, "How could I get there?")
    press(qtbot, tab.panel, "See way 1")
    press(qtbot, tab.panel, "Back to the role")
    assert tab.view.traced == ()
    assert texts(tab.panel)[0] == "Teacher or tutor"
    assert tab.window().focusWidget() in tab.panel.findChildren(QPushButton)


def test_one_key_puts_a_step_into_the_plan_and_undo_takes_it_out(tab, asha, qtbot):
    before = plan_of(asha)
    tab.panel.show_near()
    press(qtbot, tab.panel, "Put the step to")
    qtbot.waitUntil(lambda: bool(tab.window_.said))
    assert len(plan_of(asha)) > len(before)
    assert "Undo takes it back" in tab.window_.said[-1]
    asha.undo()
    assert plan_of(asha) == before


def test_one_step_away_begins_with_what_one_has_most_of(tab):
    tab.panel.show_near()
    seen = career.my_map(tab.context.desk)
    steps = career.one_step(seen)
    links = [one.text() for one in tab.panel.findChildren(QPushButton) if one.text()[:2] == "1."]
    assert links[0].endswith(steps[0].role.name)
    assert [step.gap.share for step in steps] == sorted(
        (step.gap.share for step in steps), reverse=True
    )


def test_a_story_is_read_in_order_and_shown_on_the_map(tab, qtbot):
    tab.panel.show_stories()
    press(qtbot, tab.panel, "Mike")
    story = career.my_map(tab.context.desk).catalogue.stories["mike"]
    said = texts(tab.panel)
    places = [said.index(f"{n}. {step.title}") for n, step in enumerate(story.steps, 1)]
    assert places == sorted(places)
    assert tab.view.traced == tuple(step.role for step in story.steps)
    assert "Still hoped for when the story was told." in said
    assert "You are here." in said


def test_a_plan_begun_from_a_story_holds_what_came_next(tab, asha, qtbot):
    tab.panel.show_stories()
    press(qtbot, tab.panel, "Mike")
    press(qtbot, tab.panel, "Start a plan from what came next")
    qtbot.waitUntil(lambda: bool(tab.window_.said))
    assert plan_of(asha) == [
        "Runs two music sessions",
        "Leads sessions and a regular music night",
        "Senior LSA, perhaps",
    ]


def test_a_story_of_the_colleges_own_says_so_and_that_it_is_told_with_consent(
    open_tab, desk, asha, qtbot
):
    step = {"role": "new-lsa", "title": "LSA starting out", "years": "2019", "led": ""}
    layer.add_story(desk, "Mair", Consent.OTHER_NAME, [step], told=["Ymlaen."])
    tab = open_tab(asha)
    tab.panel.show_stories()
    whose = "Our college's own story, told under another name with consent"
    assert texts(tab.panel).count(whose) == 1
    press(qtbot, tab.panel, "Mair")
    said = texts(tab.panel)
    assert {whose, "Ymlaen.", "How long: 2019"} <= set(said)
    assert any(line.startswith("Source: Your college") for line in said)


def test_stories_that_came_by_a_role_are_named_on_its_page(tab, qtbot):
    tab.show_target("creative-lsa")
    press(qtbot, tab.panel, "Mike")
    assert "Made music part of the work" in texts(tab.panel)


def test_how_many_hold_a_role_is_not_said_where_it_points_at_somebody(tab):
    assert "Fewer than five people here hold it; how many is not shown." in texts(tab.panel)
    assert holders(7) == "7 people hold it here."
    assert holders(0) == "Nobody here holds it at present."


def test_the_head_sees_how_many_there_are(open_tab, desk, asha):
    tab = open_tab(desk)
    tab.show_target("lsa")
    assert "1 person holds it here." in texts(tab.panel)


def test_earlier_work_is_added_in_the_order_of_time_and_taken_off(tab, asha, qtbot, monkeypatch):
    record.add_past(asha, PastRole(title="Shop work", began=2015, ended=2018))
    older = PastRole(title="Cared for my nan", role="new-lsa", began=2009, brings="Patience")
    monkeypatch.setattr(guiding, "ask_past", lambda *_: older)
    tab.refresh()
    tab.panel.show_past()
    press(qtbot, tab.panel, "Add earlier work")
    qtbot.waitUntil(lambda: "Cared for my nan" in texts(tab.panel))
    said = texts(tab.panel)
    assert said.index("Cared for my nan") < said.index("Shop work") < said.index("LSA")
    assert "1. 2009" in said
    assert tab.view.traced == ("new-lsa", "lsa")
    press(qtbot, tab.panel, "Remove Cared for my nan")
    qtbot.waitUntil(lambda: "Cared for my nan" not in texts(tab.panel))


def test_earlier_work_can_be_typed_without_a_mouse(tab, qtbot, monkeypatch):
    def typed(question):
        question.show()
        assert not question.yes.isEnabled()
        qtbot.keyClicks(question.focusWidget(), "Scout leader")
        _, began, _ = question.findChildren(Choice)
        qtbot.keyClicks(began, "2019")
        assert question.yes.isEnabled()
        return True

    monkeypatch.setattr(Question, "answered", typed)
    past = ask_past(tab, career.my_map(tab.context.desk), date(2026, 11, 22))
    assert past == PastRole(title="Scout leader", began=2019)


def test_two_roles_stand_side_by_side_and_the_other_can_be_changed(tab, qtbot):
    seen = career.my_map(tab.context.desk)
    dialog = CompareRoles(tab, seen, "lsa", "experienced-lsa")
    qtbot.addWidget(dialog)
    dialog.show()
    every = dialog.table.model_.rowCount()
    dialog.different.setFocus()
    qtbot.keyClick(dialog.different, Qt.Key.Key_Space)
    assert dialog.table.model_.rowCount() < every
    assert all(line.one != line.other for line in dialog.table.model_.records())
    dialog.other.setFocus()
    qtbot.keyClick(dialog.other, Qt.Key.Key_Home)
    assert seen.framework.roles[dialog.other.chosen()].name in texts(dialog)


def test_comparing_begins_with_where_one_is_and_the_chosen_role(tab, monkeypatch):
    shown = []
    monkeypatch.setattr(
        comparing.CompareRoles,
        "answered",
        lambda dialog: shown.append((dialog.one.chosen(), dialog.other.chosen())),
    )
    tab.show_target("teacher")
    tab.panel.compare()
    tab.show_target("lsa")
    tab.panel.compare()
    assert shown[0] == ("lsa", "teacher")
    assert shown[1][0] == "lsa" != shown[1][1]


def test_an_account_without_a_person_reads_stories_but_has_no_past(open_tab, desk, qtbot):
    tab = open_tab(desk)
    tab.panel.show_stories()
    press(qtbot, tab.panel, "Mike")
    assert not any("plan" in one.text() for one in tab.panel.findChildren(QPushButton))
    tab.panel.show_past()
    assert tab.window_.said == ["This account belongs to nobody on the staff list."]


@pytest.mark.parametrize(
    ("months", "said"),
    [
        ((6, 18), "Roughly 6 to 18 months"),
        ((12, 12), "Roughly 12 months"),
        ((24, 60), "Roughly 2 to 5 years"),
        ((0, 0), "How long it takes cannot be said."),
    ],
)
def test_times_are_rough_and_said_plainly(months, said):
    assert rough_time(months) == said


@pytest.mark.parametrize("percent", [100, 150])
def test_no_page_shuts_anybody_out(tab, qtbot, barriers, percent):
    tab.context.appearance.set_text_size(percent)
    tab.show_target("teacher")
    for ask in (
        lambda: None,
        lambda: press(qtbot, tab.panel, "How could I get there?"),
        lambda: press(qtbot, tab.panel, "See way 1"),
        tab.panel.show_near,
        tab.panel.show_stories,
        lambda: press(qtbot, tab.panel, "Mike"),
        tab.panel.show_past,
    ):
        ask()
        QApplication.processEvents()
        assert barriers(tab) == []


@pytest.mark.parametrize("percent", [100, 150])
def test_comparing_shuts_nobody_out(tab, qtbot, barriers, percent):
    tab.context.appearance.set_text_size(percent)
    dialog = CompareRoles(tab, career.my_map(tab.context.desk), "lsa", "teacher")
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    assert barriers(dialog) == []


def test_no_role_has_a_page_wider_than_the_place_beside_the_map(tab):
    for role in career.my_map(tab.context.desk).framework.roles:
        tab.show_target(role)
        assert tab.panel.widget().minimumSizeHint().width() <= 296, role


def test_ways_may_begin_anywhere_and_their_pdf_begins_there_too(tab, qtbot):
    tab.show_target("teacher")
    press(qtbot, tab.panel, "How could I get there?")
    (start,) = tab.panel.findChildren(Choice)
    assert "(you are here)" in start.currentText()
    start.setFocus()
    qtbot.keyClicks(start, "Care")
    assert tab.panel.ends == ("care-work", "teacher")
    press(qtbot, tab.panel, "See way 1")
    assert tab.view.traced[0] == "care-work"
    press(qtbot, tab.panel, "All ways")
    assert tab.panel.ends == ("care-work", "teacher")


def test_a_step_says_that_it_is_in_the_plan_also_when_it_is_seen_again(tab, qtbot):
    tab.panel.show_near()
    press(qtbot, tab.panel, "Put the step to")
    qtbot.waitUntil(lambda: any("is in your plan" in text for text in texts(tab.panel)))
    tab.show_target("teacher")
    tab.panel.show_near()
    assert any("is in your plan" in text for text in texts(tab.panel))
    press(qtbot, tab.panel, "Open my plan")
    assert tab.window_.went[-1] == "development"


def test_a_qualification_of_a_step_opens_in_the_library(tab, qtbot):
    seen = career.my_map(tab.context.desk)
    step = next(one for one in career.one_step(seen) if one.qualifications)
    tab.panel.show_near()
    press(qtbot, tab.panel, step.qualifications[0].name)
    assert tab.window_.went[-1] == "library"


def test_earlier_work_is_changed_and_not_only_added(tab, asha, qtbot, monkeypatch):
    record.add_past(asha, PastRole(title="Shop wrok", began=2015))
    tab.refresh()
    tab.panel.show_past()
    qtbot.waitUntil(lambda: "Shop wrok" in texts(tab.panel))

    def typed(question):
        question.show()
        title = question.findChild(QLineEdit)
        assert title.text() == "Shop wrok"
        title.setText("Shop work")
        return True

    monkeypatch.setattr(Question, "answered", typed)
    press(qtbot, tab.panel, "Change Shop wrok")
    qtbot.waitUntil(lambda: "Shop work" in texts(tab.panel))
    assert record.record_of(asha, asha.person).past == (PastRole(title="Shop work", began=2015),)


def test_how_one_came_in_is_said_and_taken_back(tab, asha, qtbot, monkeypatch):
    tab.panel.show_past()
    answers = iter([1, 0])

    def typed(question):
        question.findChild(Choice).setCurrentIndex(next(answers))
        return True

    monkeypatch.setattr(Question, "answered", typed)
    press(qtbot, tab.panel, "Say how I came in")
    qtbot.waitUntil(lambda: any(text.startswith("How I came in:") for text in texts(tab.panel)))
    press(qtbot, tab.panel, "Change how I came in")
    qtbot.waitUntil(lambda: not any(text.startswith("How I came in:") for text in texts(tab.panel)))
    assert record.record_of(asha, asha.person).entry is None
