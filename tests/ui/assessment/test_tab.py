"""The questionnaire as somebody fills it in: nothing pre-chosen, nothing lost, nothing shared."""

import sys

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor

from lsadesk.domain.appraisals.assessment import NOT_SURE, Answer, OwnWords, answer_to, words_to
from lsadesk.domain.auditing.skills import Level
from lsadesk.operations.appraisals import assessment
from lsadesk.ui.widgets.long_text import KEPT_AFTER_MS
from tests.ui.assessment.filling_in import (
    answer,
    chosen,
    kept,
    kept_words,
    page,
    press,
    seen,
    texts,
    wait_saved,
)

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


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
    second = tab.question.holder.question
    qtbot.keyClick(page(tab).choice(Level(0)), Qt.Key.Key_Return)
    assert tab.question.holder.question is not second
    qtbot.keyClick(page(tab).choice(Level(0)), Qt.Key.Key_Space)
    assert page(tab).levels.value() == Level(0)
    wait_saved(qtbot, tab)
    assert kept(tab)[first.id].value == Level(1)
    assert second.id not in kept(tab)  # gone by with Enter: nothing was said


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
    qtbot.keyClick(beside.choice(Level(0)), Qt.Key.Key_Space)
    qtbot.keyClick(beside.choice(Level(0)), Qt.Key.Key_Return)
    assert beside.statement is lines[1].question
    qtbot.waitUntil(lambda: "own-goals" in kept(tab))
    assert kept(tab)["own-goals"].value == Level(0)


def test_the_words_of_a_question_are_explained_with_their_source(tab):
    press(tab.start, "Begin")
    head = page(tab).head
    assert not any("Source:" in text for text in seen(head))
    head.help.click()
    assert any(text.startswith("A goal is the learner") for text in seen(head))
    assert any(text.startswith("Source: ETF and EEF") for text in seen(head))
    tab.question.next.click()
    assert not any("Source:" in text for text in seen(head))


def test_reading_aloud_says_so_where_the_computer_has_no_voice(asha, open_tab, monkeypatch):
    monkeypatch.setattr("lsadesk.ui.voice.voice_command", tuple)
    tab = open_tab(asha)
    press(tab.start, "Begin")
    head = page(tab).head
    head.aloud.click()
    assert any("has no voice" in text for text in seen(head))
    tab.question.next.click()
    assert not any("has no voice" in text for text in seen(head))


def test_a_voice_reads_the_question_its_levels_and_the_help_in_this_order(
    asha, open_tab, qtbot, tmp_path, monkeypatch
):
    heard = tmp_path / "heard.txt"
    program = f"import sys; open({str(heard)!r}, 'wb').write(sys.stdin.buffer.read())"
    monkeypatch.setattr("lsadesk.ui.voice.voice_command", lambda: (sys.executable, "-c", program))
    tab = open_tab(asha)
    press(tab.start, "Begin")
    head = page(tab).head
    head.aloud.setFocus()
    qtbot.keyClick(head.aloud, Qt.Key.Key_Space)
    assert head.aloud.text() == "Stop reading"
    qtbot.waitUntil(lambda: head.aloud.text() == "Read aloud")
    statement = page(tab).statement
    words = (
        *(statement.text, "For example:", "Not yet: ", "On my own: ", "I am not sure"),
        *("Not part of my role", statement.meaning),
    )
    places = [heard.read_text("utf-8").index(each) for each in words]
    assert places == sorted(places)


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


def test_what_cannot_be_saved_is_never_called_saved(tab, qtbot):
    press(tab.start, "Begin")
    page(tab).note.setPlainText("a" * 20_001)
    tab.settle()
    qtbot.waitUntil(lambda: tab.question.saved.text() == "! Not saved")
    assert tab.question.leave.text() == "Leave"
    assert tab.window_.said[0][0] == "danger"
    assert len(page(tab).note.toPlainText()) == 20_001


def test_an_account_without_a_person_is_told_what_to_do(open_tab, desk):
    tab = open_tab(desk)
    assert any("An administrator can link it" in text for text in texts(tab.pages.currentWidget()))


def test_every_level_is_spoken_with_its_meaning(tab):
    press(tab.start, "Begin")
    spoken = page(tab).choice(Level(4)).accessibleName()
    assert spoken.startswith("I help others: ")


def test_the_first_page_says_at_a_press_why_it_is_kept_who_sees_it_and_until_when(
    tab, qtbot, monkeypatch
):
    told = []
    monkeypatch.setattr("lsadesk.ui.purpose.tell", lambda *said: told.append(said[1:]))
    press(tab.start, "Why this is kept...")
    qtbot.waitUntil(lambda: bool(told))
    ((name, why),) = told
    assert name == "Self-assessments and appraisals"
    assert "Open to" in why
    assert "Until" in why
