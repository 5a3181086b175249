"""From the last question to what was handed in: nobody hands in unawares."""

import pytest
from PySide6.QtWidgets import QPushButton

from lsadesk.domain.appraisals.assessment import Answer
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.rights import Kind
from lsadesk.operations.appraisals import assessment
from lsadesk.operations.staff import people
from lsadesk.store.appraisals import appraisal
from lsadesk.store.trail import Entry
from tests.ui.assessment.filling_in import answer, hand_in, kept, page, press, texts

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_the_check_page_says_who_will_see_it_what_and_what_was_left_out(tab, qtbot):
    press(tab.start, "Begin")
    page(tab).learn_more.click()
    answer(qtbot, tab, 3)
    tab.question.leave.click()
    press(tab.start, "Hand in as it is")
    said = texts(tab.check)
    assert any("Pat Ellery (line manager)" in text for text in said)
    assert any("What they will see are the answers on this page" in text for text in said)
    assert "Would like to learn more" in said
    assert said.count("You chose not to answer") == len(tab.sheet.questions) - 1
    press(tab.check, "Change")
    assert page(tab).statement.id == "own-goals"
    tab.question.next.click()
    assert tab.pages.currentWidget() is tab.check


def test_a_part_that_is_through_is_looked_over_before_the_next(tab, qtbot):
    part = tab.sheet.parts[0]
    last = tab.sheet.framework.questions_of(part.id)[-1]
    tab.pages.ask(last)
    answer(qtbot, tab, 2)
    tab.question.next.click()
    assert tab.pages.currentWidget() is tab.check
    assert any(text.startswith("Check this part. 1 of 7 answered") for text in texts(tab.check))
    press(tab.check, "Go on")
    assert page(tab).statement.part == tab.sheet.parts[1].id


def test_leaving_never_hands_in(tab, desk, qtbot):
    press(tab.start, "Begin")
    answer(qtbot, tab, 3)
    tab.question.leave.click()
    press(tab.start, "Hand in as it is")
    press(tab.check, "Not now")
    assert assessment.handed_in(desk, tab.sheet.assessment.person) is None


def test_what_was_handed_in_can_be_taken_back_and_a_new_one_can_begin(tab, qtbot):
    press(tab.start, "Begin")
    answer(qtbot, tab, 3)
    tab.question.leave.click()
    hand_in(tab, qtbot)
    press(tab.start, "Take it back")
    qtbot.waitUntil(lambda: any("Only you can read this" in text for text in texts(tab.start)))
    assert kept(tab)["own-goals"].value == Level(3)
    hand_in(tab, qtbot)
    press(tab.start, "See what I handed in")
    assert "What you handed in" in texts(tab.check)
    press(tab.check, "Back")
    press(tab.start, "Begin a new one")
    qtbot.waitUntil(lambda: f"0 of {len(tab.sheet.questions)} answered" in texts(tab.start))


def test_what_the_appraiser_has_opened_says_by_whom_and_offers_no_way_back(tab, desk, asha, qtbot):
    press(tab.start, "Begin")
    answer(qtbot, tab, 3)
    tab.question.leave.click()
    hand_in(tab, qtbot)
    pat = next(one.id for one in people.colleagues(desk) if one.name == "Pat Ellery")
    with desk.store.begin() as work:
        begun = appraisal.begin(work, asha.person, appraiser=pat, cycle=desk.today, role=None)
        appraisal.open_for_meeting(work, begun, without_self="")
        work.commit(Entry("opened", Kind.APPRAISAL, asha.person))
    press(tab.start, "Take it back")
    qtbot.waitUntil(lambda: any("Pat Ellery opened it on" in text for text in texts(tab.start)))
    assert tab.window_.said[-1][0] == "refused"
    assert "Take it back" not in [one.text() for one in tab.start.findChildren(QPushButton)]


def test_the_last_question_leads_to_the_check_page(tab):
    tab.pages.ask(tab.sheet.questions[-1])
    tab.question.next.click()
    press(tab.check, "Go on")
    assert tab.check.part is None
    assert "Who will see it" in texts(tab.check)


def test_sent_from_the_home_page_one_goes_straight_on_at_the_next_open_question(
    open_tab, qtbot, asha
):
    sheet = assessment.my_sheet(asha)
    assessment.keep_answer(asha, Answer(statement=sheet.statements[0].id, value=Level(3)))
    tab = open_tab(asha)
    tab.refresh()
    tab.show_target("go on")
    qtbot.waitUntil(lambda: tab._reread)  # what was asked for meanwhile changes nothing
    assert page(tab).statement == sheet.statements[1]
    assert tab.pages.currentWidget() is tab.question


def test_sent_from_the_home_page_for_the_first_time_one_reads_who_sees_it(open_tab, qtbot, asha):
    tab = open_tab(asha)
    tab.show_target("go on")
    qtbot.waitUntil(lambda: not tab._going_on)
    assert tab.pages.currentWidget() is tab.start
    assert tab.focusWidget().text() == "Begin"
