"""The questionnaire as somebody fills it in: nothing pre-chosen, nothing lost, nothing shared."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from lsadesk.domain.assessment import NOT_SURE, Answer
from lsadesk.domain.people import Link, PersonDetails
from lsadesk.domain.skills import Level
from lsadesk.operations import accounts, assessment, college, people
from lsadesk.ui.appearance import Appearance
from lsadesk.ui.assessment.tab import AssessmentTab
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Worker

SECRET = "a long enough secret"

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Window:
    """What the tab asked of the window."""

    def __init__(self):
        self.tab = None
        self.said = []

    def publish(self, changes):
        self.tab.follow(changes)

    def say(self, sentence, kind="said"):
        self.said.append((kind, sentence))

    def go(self, place, target=None):
        raise AssertionError(place)


@pytest.fixture
def asha(desk):
    """The desk of an LSA whose line manager is Pat."""
    asha = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur", title="LSA"))
    pat = people.add_person(desk, PersonDetails(forename="Pat", surname="Ellery"))
    people.set_link(desk, asha.result, Link.LINE_MANAGER, pat.result)
    accounts.add_account(desk, "asha", SECRET, person=asha.result)
    hers = college.unlock(desk.folder, "asha", SECRET)
    yield hers
    hers.close()


@pytest.fixture
def open_tab(qtbot):
    """Opens the tab for a desk and waits until it has read the draft."""
    workers = []

    def opened(desk):
        worker, window = Worker(), Window()
        workers.append(worker)
        appearance = Appearance(QApplication.instance(), "light", 100)
        tab = AssessmentTab(TabContext(desk, worker, appearance, window))
        window.tab = tab
        tab.window_ = window
        qtbot.addWidget(tab)
        tab.resize(1100, 800)
        tab.show()
        with qtbot.waitSignal(worker.busy_changed, check_params_cb=lambda busy: not busy):
            pass
        return tab

    yield opened
    for worker in workers:
        worker.finish()


@pytest.fixture
def tab(open_tab, asha):
    """Asha's questionnaire."""
    return open_tab(asha)


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def press(widget, words):
    wanted = [one for one in widget.findChildren(QPushButton) if words in one.text()]
    wanted[0].click()


def page(tab):
    return tab.question.page


def chosen(tab):
    return page(tab).levels._group.checkedId()


def kept(tab):
    return assessment.my_sheet(tab.context.desk).assessment.answers


def wait_saved(qtbot, tab):
    qtbot.waitUntil(lambda: tab.question.saved_words.startswith("Saved "))


def answer(qtbot, tab, level):
    page(tab).choice(Level(level)).click()
    wait_saved(qtbot, tab)


def test_the_first_page_lists_the_parts_that_apply_with_their_states(tab):
    said = texts(tab.start)
    assert "0 of 34 answered" in said
    assert said.count("Not yet started") == 5


def test_nothing_is_chosen_beforehand(tab):
    press(tab.start, "Begin")
    assert chosen(tab) == -1
    assert not page(tab).use_more.isChecked()
    assert not page(tab).learn_more.isChecked()


def test_an_answer_is_kept_the_moment_it_is_given_and_the_page_says_so(tab, qtbot):
    press(tab.start, "Begin")
    answer(qtbot, tab, 2)
    assert kept(tab)["own-goals"].value == Level(2)


def test_clicking_the_words_of_a_level_chooses_it(tab, qtbot):
    press(tab.start, "Begin")
    qtbot.mouseClick(page(tab)._meanings[3], Qt.MouseButton.LeftButton)
    wait_saved(qtbot, tab)
    assert kept(tab)["own-goals"].value == Level(3)


def test_a_note_is_kept_while_typing_without_a_level(tab, qtbot):
    press(tab.start, "Begin")
    qtbot.keyClicks(page(tab).note, "bus times")
    wait_saved(qtbot, tab)
    assert kept(tab)["own-goals"].example == "bus times"
    assert not kept(tab)["own-goals"].is_answered


def test_leaving_in_the_middle_of_a_word_keeps_what_was_typed(tab, qtbot):
    press(tab.start, "Begin")
    page(tab).note.setPlainText("half a w")
    tab.settle()
    wait_saved(qtbot, tab)
    assert kept(tab)["own-goals"].example == "half a w"


def test_tab_leaves_the_note_and_saves_it(tab, qtbot):
    press(tab.start, "Begin")
    page(tab).note.setFocus()
    qtbot.keyClicks(page(tab).note, "x")
    qtbot.keyClick(page(tab).note, Qt.Key.Key_Tab)
    assert page(tab).note.toPlainText() == "x"
    wait_saved(qtbot, tab)


def test_next_and_back_show_what_was_answered(tab, qtbot):
    press(tab.start, "Begin")
    answer(qtbot, tab, 4)
    tab.question.next.click()
    assert page(tab).statement.id == "first-step"
    assert chosen(tab) == -1
    tab.question.back.click()
    assert chosen(tab) == 4


def test_back_from_the_first_question_is_the_start_page(tab):
    press(tab.start, "Begin")
    tab.question.back.click()
    assert tab.pages.currentWidget() is tab.start


def test_it_opens_again_on_the_next_unanswered_question(tab, open_tab, asha, qtbot):
    press(tab.start, "Begin")
    answer(qtbot, tab, 1)
    again = open_tab(asha)
    assert "1 of 34 answered" in texts(again.start)
    assert "In progress" in texts(again.start)
    press(again.start, "Continue")
    assert page(again).statement.id == "first-step"


def test_a_part_opens_at_its_first_open_question(tab):
    press(tab.start, "Working with the teacher")
    assert page(tab).statement.id == "know-the-plan"


def test_the_list_shows_every_question_with_its_answer_and_opens_one(tab, qtbot):
    press(tab.start, "Begin")
    page(tab).choice(NOT_SURE).click()
    tab.question.leave.click()
    press(tab.start, "list")
    lines = tab.list.model_.records()
    assert len(lines) == 34
    assert lines[0].answer == "I am not sure"
    tab.list.select(lines[9])
    qtbot.keyClick(tab.list, Qt.Key.Key_Return)
    assert page(tab).statement == lines[9].statement


def test_the_check_page_says_who_will_see_it_and_what_was_left_out(tab, qtbot):
    press(tab.start, "Begin")
    page(tab).learn_more.click()
    answer(qtbot, tab, 3)
    tab.question.leave.click()
    press(tab.start, "Hand in as it is")
    said = texts(tab.check)
    assert any("Pat Ellery (line manager)" in text for text in said)
    assert "Would like to learn more" in said
    assert said.count("You chose not to answer") == 33
    press(tab.check, "Change")
    assert page(tab).statement.id == "own-goals"


def test_leaving_never_hands_in(tab, desk, qtbot):
    press(tab.start, "Begin")
    answer(qtbot, tab, 3)
    tab.question.leave.click()
    press(tab.start, "Hand in as it is")
    press(tab.check, "Not now")
    assert assessment.handed_in(desk, tab.sheet.assessment.person) is None


def test_handing_in_shows_it_to_the_head_and_a_new_one_can_begin(tab, desk, qtbot):
    press(tab.start, "Begin")
    answer(qtbot, tab, 3)
    tab.question.leave.click()
    press(tab.start, "Hand in as it is")
    press(tab.check, "Hand in")
    qtbot.waitUntil(lambda: any("Handed in on" in text for text in texts(tab.start)))
    person = tab.sheet.assessment.person
    assert assessment.handed_in(desk, person).answers["own-goals"].value == Level(3)
    press(tab.start, "Begin a new one")
    qtbot.waitUntil(lambda: "0 of 34 answered" in texts(tab.start))


def test_what_cannot_be_saved_is_never_called_saved(tab, qtbot):
    press(tab.start, "Begin")
    page(tab).note.setPlainText("a" * 20_001)
    tab.settle()
    qtbot.waitUntil(lambda: tab.question.saved_words == "! Not saved")
    assert tab.question.leave.text() == "Leave"
    assert tab.window_.said[0][0] == "danger"
    assert len(page(tab).note.toPlainText()) == 20_001


def test_the_last_question_leads_to_the_check_page(tab):
    tab._ask(tab.sheet.statements[-1])
    tab.question.next.click()
    assert tab.pages.currentWidget() is tab.check


def test_an_account_without_a_person_is_told_what_to_do(open_tab, desk):
    tab = open_tab(desk)
    assert any("An administrator can link it" in text for text in texts(tab.pages.currentWidget()))


def test_every_level_is_spoken_with_its_meaning(tab):
    press(tab.start, "Begin")
    spoken = page(tab).choice(Level(4)).accessibleName()
    assert spoken.startswith("I help others: ")


def test_sent_from_the_home_page_one_goes_straight_on_at_the_next_open_question(
    open_tab, qtbot, asha
):
    sheet = assessment.my_sheet(asha)
    assessment.keep_answer(asha, Answer(statement=sheet.statements[0].id, value=Level(3)))
    tab = open_tab(asha)
    tab.refresh()
    tab.show_target("go on")
    qtbot.waitUntil(lambda: tab._reread)  # what was asked for meanwhile changes nothing
    assert tab.question.page.statement == sheet.statements[1]
    assert tab.pages.currentWidget() is tab.question


def test_sent_from_the_home_page_for_the_first_time_one_reads_who_sees_it(open_tab, qtbot, asha):
    tab = open_tab(asha)
    tab.show_target("go on")
    qtbot.waitUntil(lambda: not tab._going_on)
    assert tab.pages.currentWidget() is tab.start
