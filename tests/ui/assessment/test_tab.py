"""The questionnaire as somebody fills it in: nothing pre-chosen, nothing lost, nothing shared."""

import pytest
from PySide6.QtCore import QDate, QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from lsadesk.domain.appraisals.assessment import NOT_SURE, Answer, OwnWords, answer_to, words_to
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.operations.appraisals import assessment, reflections
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.store.appraisals import appraisal
from lsadesk.store.trail import Entry
from lsadesk.ui.appearance import Appearance
from lsadesk.ui.assessment.tab import NOTES, AssessmentTab
from lsadesk.ui.career.tab import PAST
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Worker
from lsadesk.ui.voice import voice_command
from lsadesk.ui.widgets.long_text import KEPT_AFTER_MS

SECRET = "a long enough secret"

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Window:
    """What the tab asked of the window."""

    def __init__(self):
        self.tab = None
        self.said = []
        self.gone = []

    def publish(self, changes):
        self.tab.follow(changes)

    def say(self, sentence, kind="said"):
        self.said.append((kind, sentence))

    def go(self, place, target=None):
        self.gone.append((place, target))


@pytest.fixture
def asha(desk):
    """The desk of an LSA whose line manager is Pat."""
    asha = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur", title="LSA"))
    pat = people.add_person(desk, PersonDetails(forename="Pat", surname="Ellery"))
    people.set_link(desk, asha.result, Link.LINE_MANAGER, pat.result)
    accounts.add_account(desk, "asha", SECRET, person=asha.result, is_own=True)
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
    return tab.question.holder.rated


def seen(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def hand_in(tab, qtbot):
    press(tab.start, "Hand in as it is")
    press(tab.check, "Hand in")
    qtbot.waitUntil(lambda: any("Handed in on" in text for text in texts(tab.start)))


def kept_words(tab):
    return assessment.my_sheet(tab.context.desk).assessment.words


def chosen(tab):
    return page(tab).levels._group.checkedId()


def kept(tab):
    return assessment.my_sheet(tab.context.desk).assessment.answers


def wait_saved(qtbot, tab):
    qtbot.waitUntil(lambda: tab.question.saved.text().startswith("Saved "))


def answer(qtbot, tab, level):
    page(tab).choice(Level(level)).click()
    wait_saved(qtbot, tab)


def test_the_first_page_lists_the_parts_that_apply_with_their_states(tab):
    said = texts(tab.start)
    asked = len(tab.sheet.questions)
    assert f"0 of {asked} answered" in said
    assert said.count("Not yet started") == len(tab.sheet.parts) == 7


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
    qtbot.mouseClick(page(tab).levels._meanings[3], Qt.MouseButton.LeftButton)
    wait_saved(qtbot, tab)
    assert kept(tab)["own-goals"].value == Level(3)


def test_arrows_choose_and_enter_goes_on_without_a_mouse(tab, qtbot):
    press(tab.start, "Begin")
    first = tab.question.holder.question
    qtbot.keyClick(page(tab).choice(Level(0)), Qt.Key.Key_Down)
    assert page(tab).levels.value() == Level(1)
    qtbot.keyClick(page(tab).choice(Level(1)), Qt.Key.Key_Return)
    assert tab.question.holder.question is not first
    qtbot.keyClick(page(tab).choice(Level(0)), Qt.Key.Key_Return)
    assert page(tab).levels.value() == Level(0)
    wait_saved(qtbot, tab)
    assert kept(tab)[first.id].value == Level(1)


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
    assert f"1 of {len(tab.sheet.questions)} answered" in texts(again.start)
    assert "In progress" in texts(again.start)
    press(again.start, "Continue")
    assert page(again).statement.id == "first-step"


def test_a_part_opens_at_its_first_open_question(tab):
    press(tab.start, "Working with the teacher")
    assert page(tab).statement.id == "know-the-plan"


def test_the_list_is_answered_beside_it_and_is_remembered_for_the_next_time(
    tab, open_tab, asha, qtbot
):
    press(tab.start, "All questions as a list")
    lines = tab.list.table.model_.records()
    assert len(lines) == len(tab.sheet.questions)
    tab.list.table.select(lines[9])
    assert tab.list.holder.rated.statement is lines[9].question
    tab.list.holder.rated.choice(NOT_SURE).click()
    qtbot.waitUntil(lambda: tab.list.saved.text().startswith("Saved "))
    assert tab.list.table.current().answer == "I am not sure"
    again = open_tab(asha)
    press(again.start, "Continue")
    assert again.pages.currentWidget() is again.list
    press(again.list, "One question a page")
    assert again.pages.currentWidget() is again.question


def test_arrows_in_the_list_keep_what_was_typed_at_the_question_before(tab, qtbot):
    press(tab.start, "All questions as a list")
    lines = tab.list.table.model_.records()
    tab.list.table.select(lines[0])
    qtbot.keyClicks(tab.list.holder.rated.note, "bus")
    qtbot.keyClick(tab.list.table, Qt.Key.Key_Down)
    assert tab.list.holder.rated.statement is lines[1].question
    assert tab.list.holder.rated.note.toPlainText() == ""
    qtbot.waitUntil(lambda: answer_to(kept(tab), "own-goals").example == "bus")


def test_enter_at_an_answer_beside_the_list_goes_on_to_the_question_below(tab, qtbot):
    press(tab.start, "All questions as a list")
    lines, beside = tab.list.table.model_.records(), tab.list.holder.rated
    tab.list.table.select(lines[0])
    qtbot.keyClick(beside.choice(Level(0)), Qt.Key.Key_Return)
    qtbot.keyClick(beside.choice(Level(0)), Qt.Key.Key_Return)
    assert beside.statement is lines[1].question
    qtbot.waitUntil(lambda: "own-goals" in kept(tab))
    assert kept(tab)["own-goals"].value == Level(0)


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


def test_the_words_of_a_question_are_explained_with_their_source(tab):
    press(tab.start, "Begin")
    head = page(tab).head
    assert not any("Source:" in text for text in seen(head))
    head.help.click()
    assert any(text.startswith("A goal is the learner") for text in seen(head))
    assert any(text.startswith("Source: ETF and EEF") for text in seen(head))
    tab.question.next.click()
    assert not any("Source:" in text for text in seen(head))


def test_reading_aloud_is_offered_only_where_there_is_a_voice(tab):
    press(tab.start, "Begin")
    assert page(tab).head.aloud.isVisible() == bool(voice_command())


def test_last_times_answer_is_offered_never_chosen_and_taken_over_by_one_click(
    asha, open_tab, qtbot
):
    said = Answer(statement="own-goals", value=Level(3), example="bus times", use_more=True)
    assessment.keep_answer(asha, said)
    assessment.hand_in(asha)
    assessment.begin_again(asha)
    tab = open_tab(asha)
    press(tab.start, "Begin")
    assert chosen(tab) == -1
    offered = "you said: On my own \u2013 I help a learner choose"
    assert any(offered in text for text in seen(page(tab)))
    page(tab).last_time.again.click()
    assert chosen(tab) == 3
    assert page(tab).note.toPlainText() == "bus times"
    assert not page(tab).use_more.isChecked()
    qtbot.waitUntil(lambda: answer_to(kept(tab), "own-goals").value == Level(3))


def test_last_times_own_words_are_offered_too(asha, open_tab, qtbot):
    hopes = OwnWords(question="your-aspirations", text="A day a week in the garden")
    assessment.keep_words(asha, hopes)
    assessment.hand_in(asha)
    assessment.begin_again(asha)
    tab = open_tab(asha)
    tab.pages.ask(tab.sheet.framework.questions["your-aspirations"])
    words = tab.question.holder.open
    assert words.text.toPlainText() == ""
    assert any("you said: A day a week in the garden" in text for text in seen(words))
    words.last_time.again.click()
    qtbot.waitUntil(lambda: kept_words(tab).get("your-aspirations") == hopes)


def test_an_open_question_takes_choices_and_words_and_may_be_left_out(tab, qtbot):
    question = tab.sheet.framework.questions["tasks-now"]
    tab.pages.ask(question)
    words = tab.question.holder.open
    assert not any(one.isChecked() for one in words.choices.values())
    words.choices[question.choices[0]].click()
    words.choices[question.choices[2]].click()
    qtbot.keyClicks(words.text, "and the garden")
    tab.settle()
    expected = (question.choices[0], question.choices[2])
    qtbot.waitUntil(lambda: words_to(kept_words(tab), "tasks-now").text == "and the garden")
    assert kept_words(tab)["tasks-now"].chosen == expected
    tab.pages.ask(tab.sheet.framework.questions["your-talents"])
    words.left_out.click()
    qtbot.waitUntil(lambda: "your-talents" in kept_words(tab))
    assert kept_words(tab)["your-talents"].is_answered


def test_a_paste_that_does_not_fit_is_refused_whole_and_what_was_there_stays(tab):
    press(tab.start, "Begin")
    page(tab).note.setPlainText("mine")
    pasted = QMimeData()
    pasted.setText("x" * 1_000_000)
    page(tab).note.insertFromMimeData(pasted)
    assert page(tab).note.toPlainText() == "mine"
    assert "Nothing was pasted" in page(tab).note.trouble.text()
    pasted.setText(" \U0001f600 \u05e9\u05dc\u05d5\u05dd")
    page(tab).note.moveCursor(QTextCursor.MoveOperation.End)
    page(tab).note.insertFromMimeData(pasted)
    assert page(tab).note.toPlainText() == "mine \U0001f600 \u05e9\u05dc\u05d5\u05dd"
    assert page(tab).note.trouble.text() == ""


def test_a_long_run_of_typing_is_kept_on_the_way(tab, qtbot):
    """A key every quarter of the pause, for longer than a pause: saved before it ends."""
    press(tab.start, "Begin")
    for _ in range(8):
        qtbot.keyClicks(page(tab).note, "a")
        qtbot.wait(KEPT_AFTER_MS // 4)
    assert len(kept(tab)["own-goals"].example) >= 1


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
    assert tab.window_.said[-1][0] == "warning"
    assert "Take it back" not in [one.text() for one in tab.start.findChildren(QPushButton)]


def test_what_cannot_be_saved_is_never_called_saved(tab, qtbot):
    press(tab.start, "Begin")
    page(tab).note.setPlainText("a" * 20_001)
    tab.settle()
    qtbot.waitUntil(lambda: tab.question.saved.text() == "! Not saved")
    assert tab.question.leave.text() == "Leave"
    assert tab.window_.said[0][0] == "danger"
    assert len(page(tab).note.toPlainText()) == 20_001


def test_the_last_question_leads_to_the_check_page(tab):
    tab.pages.ask(tab.sheet.questions[-1])
    tab.question.next.click()
    press(tab.check, "Go on")
    assert tab.check.part is None
    assert "Who will see it" in texts(tab.check)


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
    assert page(tab).statement == sheet.statements[1]
    assert tab.pages.currentWidget() is tab.question


def test_sent_from_the_home_page_for_the_first_time_one_reads_who_sees_it(open_tab, qtbot, asha):
    tab = open_tab(asha)
    tab.show_target("go on")
    qtbot.waitUntil(lambda: not tab._going_on)
    assert tab.pages.currentWidget() is tab.start


def test_private_notes_are_kept_while_typing_and_listed(tab, qtbot):
    tab.show_target(NOTES)
    qtbot.keyClicks(tab.notes.text, "I waited")
    tab.settle()
    qtbot.keyClicks(tab.notes.text, " and Tom did it")  # before the first words have a number
    qtbot.waitUntil(lambda: texts_of_notes(tab) == ["I waited and Tom did it"])
    press(tab.notes, "New note")
    qtbot.keyClicks(tab.notes.text, "Sec")
    tab.settle()
    qtbot.keyClicks(tab.notes.text, "ond")
    press(tab.notes, "New note")  # at once, with the first words still on their way
    qtbot.waitUntil(lambda: texts_of_notes(tab) == ["Second", "I waited and Tom did it"])
    tab.notes.open()
    qtbot.waitUntil(lambda: len(tab.notes.table.model_.records()) == 2)
    tab.notes.table.select(tab.notes.table.model_.records()[1])
    assert tab.notes.text.toPlainText() == "I waited and Tom did it"
    tab.notes.remove.click()
    qtbot.waitUntil(lambda: texts_of_notes(tab) == ["Second"])


def test_the_interview_alone_is_kept_shared_and_made_private_again(tab, qtbot, monkeypatch):
    monkeypatch.setattr("lsadesk.ui.assessment.interview_page.confirm", lambda *_a, **_k: True)
    press(tab.start, "Talk about my path")
    form = tab.interview.form
    qtbot.waitUntil(lambda: len(form.fields) == 14)
    qtbot.keyClicks(form.fields["why"], "For Nan")
    tab.settle()
    qtbot.waitUntil(lambda: tab.interview.saved.text().startswith("Saved "))
    tab.interview.share.click()
    qtbot.waitUntil(form.fields["why"].isReadOnly)
    assert any("Pat Ellery (line manager)" in text for text in seen(tab.interview))
    tab.interview.unshare.click()
    qtbot.waitUntil(lambda: not form.fields["why"].isReadOnly())
    assert form.fields["why"].toPlainText() == "For Nan"


def test_a_group_interview_is_noted_without_names(open_tab, desk, qtbot, monkeypatch):
    people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur"))
    told = (QDate.currentDate(), "Pat", 8)
    monkeypatch.setattr("lsadesk.ui.assessment.groups_page.ask_group", lambda *_a: told)
    tab = open_tab(desk)
    press(tab.pages.currentWidget(), "Group interviews")
    qtbot.waitUntil(lambda: "No group interview yet" in seen(tab.groups))
    press(tab.groups.pages.currentWidget(), "Note a group interview")
    form = tab.groups.form
    qtbot.waitUntil(form.isVisible)
    form.fields["why"].setPlainText("Asha Kaur came by a friend")
    tab.settle()
    qtbot.waitUntil(lambda: any("This names Asha Kaur" in said for _, said in tab.window_.said))
    form.fields["why"].setPlainText("Somebody came by a friend")
    tab.settle()
    qtbot.waitUntil(lambda: tab.groups.saved.text().startswith("Saved "))
    press(tab.groups, "Back")
    qtbot.waitUntil(lambda: len(tab.groups.table.model_.records()) == 1)


def texts_of_notes(tab):
    return [one.text for one in reflections.my_notes(tab.context.desk).notes]


def test_the_plotting_prompts_lead_to_ones_own_line_of_time(tab, qtbot):
    press(tab.start, "Talk about my path")
    qtbot.waitUntil(lambda: bool(tab.interview.form.fields))
    press(tab.interview.form, "Open my line of time")
    assert tab.window_.gone == [("career", PAST)]
