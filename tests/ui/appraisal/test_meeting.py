"""The meeting as two people at one screen have it, from the first step to two signatures."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from lsadesk.domain.appraisals.appraisal import MoveKind, Stage
from lsadesk.domain.appraisals.appraisal_record import Side
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.developing.attached import of_appraisal
from lsadesk.domain.developing.development import ActionDetails, Mode, Progress
from lsadesk.domain.staff.practice import SeenDetails, SeenKind
from lsadesk.operations.appraisals import (
    appraisal,
    appraising,
    assessment,
    interviews,
    meetings,
    signing,
)
from lsadesk.operations.developing import attaching, plan_reviews
from lsadesk.operations.staff import induction, practice
from lsadesk.ui.appraisal import agreeing
from lsadesk.ui.appraisal.meeting import SIGNING
from lsadesk.ui.appraisal.since_last import SinceLast
from lsadesk.ui.development.file_view import FileView
from lsadesk.ui.development.files import FilesDialog
from lsadesk.ui.taking import saving

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LOOK_BACK, STRENGTHS, DIFFERENCES, WISHES, PROMPTS, PLAN, MOVES = range(SIGNING)


@pytest.fixture
def met(pair, open_tab, rest):
    """The meeting on screen; the two differ by one level, then by three, and agree on one."""
    wanted = pair.meet(own=[3, 4, 2], theirs=[2, 1, 2])
    tab = open_tab(pair.pat)
    tab._show_meeting(wanted, signing=False)
    rest()
    return tab.meeting


def seen(page):
    """The meeting as the file has it."""
    return meetings.meeting(page._context.desk, page.agreeing.wanted)


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def settle_all(page):
    """Talk through everything, as far as the file is concerned."""
    desk, wanted = page._context.desk, page.agreeing.wanted
    found = seen(page)
    for line in found.lines:
        if line.gap:
            agreed = appraising.Settled(statement=line.statement.id, agreed=Level(2))
            appraising.settle(desk, wanted, agreed)
    for prompt in found.prompts:
        appraising.answer_prompt(desk, wanted, appraising.PromptAnswer(prompt=prompt.id))
    for out in seen(page).open_outcomes:
        waiver = appraising.Waiver(statement=out.statement.id, reason=out.reason, because="Later")
        appraising.waive(desk, wanted, waiver)


def agreed(page, rest):
    settle_all(page)
    page.refresh()
    page.go(SIGNING)
    rest()
    page.signing.agree.click()
    rest()


def test_the_largest_difference_comes_first_and_both_are_told_in_words(met):
    met.go(DIFFERENCES)
    first, second = met.differences.list.model_.records()
    assert (first.gap, second.gap) == (3, 1)
    said = texts(met.difference)
    assert "Leads or trains others" in said
    assert "Under direct instruction" in said


def test_nothing_is_agreed_beforehand(met):
    met.go(DIFFERENCES)
    assert not any(met.difference.levels.choice(Level(number)).isChecked() for number in range(5))


def test_choosing_a_level_agrees_on_it_at_once(met, rest):
    met.go(DIFFERENCES)
    met.difference.levels.choice(Level(3)).click()
    rest()
    (line,) = [line for line in seen(met).lines if line.gap == 3]
    assert line.settled.agreed == Level(3)
    assert met.saved.text() == "Saved 10:42"


def test_seeing_it_differently_is_kept_in_words(met, rest):
    met.go(DIFFERENCES)
    met.difference.words.setPlainText("Asha works with another group on Fridays.")
    met.difference.flush()
    rest()
    (line,) = [line for line in seen(met).lines if line.gap == 3]
    assert line.settled.difference == "Asha works with another group on Fridays."
    assert "You see this differently" in met.differences.list.model_.data(
        met.differences.list.model_.index(0)
    )


def test_what_is_half_typed_is_kept_when_one_goes_on(met, rest):
    met.go(DIFFERENCES)
    met.difference.words.setFocus()
    QTest.keyClicks(met.difference.words, "We differ")
    met.go_on()
    rest()
    (line,) = [line for line in seen(met).lines if line.gap == 3]
    assert line.settled.difference == "We differ"
    assert met.difference.words.toPlainText() == ""


def test_one_press_agrees_on_all_that_both_said_the_same(met, rest):
    met.go(DIFFERENCES)
    assert "the one that" in met.alike.text()
    met.alike.click()
    rest()
    assert [line.settled.agreed for line in seen(met).lines if line.gap == 0] == [Level(2)]
    assert not met.alike.isVisibleTo(met)


def test_a_difference_leads_to_an_action_with_its_gap_behind_it(met, rest, monkeypatch):
    asked = []

    def typed(_parent, _title, filled, **_around):
        asked.append(filled)
        return replace(filled, what="Shadow Kay", mode=Mode.SHADOWING)

    monkeypatch.setattr(agreeing, "ask_line", typed)
    met.go(DIFFERENCES)
    line = met.differences.current()
    met.difference.to_plan.click()
    rest()
    (action,) = seen(met).actions
    assert action.what == "Shadow Kay"
    assert action.behind.key == line.statement.id
    assert asked[0].why == line.statement.text


def test_what_is_agreed_is_put_in_order_of_importance_and_recorded_so(met, rest):
    desk, wanted = met._context.desk, met.agreeing.wanted
    for what in ("Shadow Kay", "Makaton 2", "A visit"):
        appraising.add_action(desk, wanted, ActionDetails(what=what))
    met.go(PLAN)
    met.refresh()
    rest()
    plan = met.plan
    plan.agreed.go(2)
    assert not plan.down.isEnabled()
    for _ in range(2):
        plan.up.click()
        rest()
    assert [each.what for each in plan.agreed.model_.records()] == [
        "A visit",
        "Shadow Kay",
        "Makaton 2",
    ]
    assert plan.agreed.current().what == "A visit"
    assert not plan.up.isEnabled()
    assert [each.rank for each in seen(met).actions] == [1, 2, 3]


def test_a_wish_waits_in_the_plan_until_it_has_a_step_or_a_reason(met, rest, monkeypatch):
    met.go(PLAN)
    (outcome,) = met.plan.waiting.model_.records()
    monkeypatch.setattr(agreeing, "ask_text", lambda *_asked, **_more: "No course this year")
    met.plan.leave_be.click()
    rest()
    (waiver,) = seen(met).waivers
    assert (waiver.statement, waiver.because) == (outcome.statement.id, "No course this year")
    assert not met.plan.waiting.isVisibleTo(met)


def test_a_prompt_is_answered_or_marked_as_not_discussed(met, rest):
    met.go(PROMPTS)
    first, second = [each.prompt.id for each in met.prompts.list.model_.records()[:2]]
    met.prompt.words.setPlainText("The new group.")
    met.prompt.flush()
    rest()
    met.go_on()
    met.prompt.silent.click()
    rest()
    answers = seen(met).answers
    assert answers[first].words == "The new group."
    assert not answers[second].was_discussed


def test_taking_the_tick_away_leaves_a_prompt_open_again(met, rest):
    met.go(PROMPTS)
    met.prompt.silent.click()
    rest()
    met.prompt.silent.click()
    rest()
    assert seen(met).answers == {}


def test_a_point_moves_only_with_a_reason(met, rest):
    met.go(MOVES)
    card = met.moves.point
    card.after.choose(2)
    card.propose.click()
    rest()
    assert seen(met).moves == ()
    card.reason.setPlainText("Leads the open questions in cookery.")
    card.propose.click()
    rest()
    (move,) = seen(met).moves
    assert (move.kind, move.after, move.moved_on) == (MoveKind.POINT, 2, None)
    card.withdraw.click()
    rest()
    assert seen(met).moves == ()


def test_what_is_left_to_talk_about_is_the_way_there(met, rest):
    met.differences.list.go(1)
    met.go(SIGNING)
    met.begin()
    assert not met.signing.agree.isEnabled()
    link = met.signing.links[DIFFERENCES]
    assert link.hasFocus()
    assert link.text().startswith("2 differences")
    for _each in filter(QWidget.isVisible, met.signing.links.values()):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert met.signing.comment.hasFocus()
    link.click()
    assert met.bar.currentIndex() == DIFFERENCES
    assert met.differences.list.place() == 0


def test_a_step_keeps_its_room_in_a_small_window_with_large_text(met, appearance, qtbot):
    appearance.set_text_size(150)
    met.resize(1000, 480)
    met.go(DIFFERENCES)
    met.begin()
    lines = met.pages.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: met.pages.height() >= 13 * lines)
    top = met.pages.mapTo(met, QPoint(0, 0)).y()
    assert top >= 0
    assert top + met.pages.height() <= met.next.y()


def test_both_sign_the_text_on_screen_each_with_their_own_secret(met, pair, rest):
    agreed(met, rest)
    assert "Appraisal of Asha Kaur" in met.signing.text.toPlainText()
    assert QApplication.focusWidget() is met.signing.text
    QTest.keyClick(met.signing.text, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is met.signing.cards[Side.PERSON].secret
    for side in Side:
        card = met.signing.cards[side]
        QTest.keyClicks(card.secret, pair.secret)
        QTest.keyClick(card.secret, Qt.Key.Key_Return)
        rest()
    assert seen(met).appraisal.stage is Stage.SIGNED
    record = signing.record(pair.pat, met.agreeing.wanted)
    assert met.signing.text.toPlainText().split() == record.text.plain().split()
    assert "Signed by both" in met.signing.state.text()


def test_the_record_and_the_plan_are_taken_away_as_files(met, rest, monkeypatch, tmp_path):
    agreed(met, rest)
    take = met.signing.take
    for verb, name in ((take.record, "record"), (take.plan, "plan")):
        path = tmp_path / f"{name}.pdf"
        monkeypatch.setattr(saving, "ask_where", lambda *_asked, path=path: path)
        verb.click()
        rest()
        assert path.read_bytes().startswith(b"%PDF")


def test_a_wrong_secret_signs_nothing_and_says_so_beside_the_field(met, rest):
    agreed(met, rest)
    card = met.signing.cards[Side.PERSON]
    card.secret.setText("somebody else's")
    card.sign.click()
    rest()
    assert signing.record(met._context.desk, met.agreeing.wanted).signatures == ()
    assert card.wrong.isVisible()
    assert card.secret.text() == ""


def test_before_anybody_has_signed_one_can_go_back_and_change_it(met, rest):
    agreed(met, rest)
    met.signing.reopen.click()
    rest()
    assert seen(met).appraisal.stage is Stage.MEETING
    assert met.differences.isEnabled()


def test_the_persons_own_words_stand_in_the_record(met, rest):
    met.go(SIGNING)
    met.signing.comment.setPlainText("I liked this year.")
    met.signing.flush()
    agreed(met, rest)
    assert "I liked this year." in met.signing.text.toPlainText()


def test_one_key_leads_from_the_first_step_to_the_last(met, qtbot):
    walks = (met.backs, met.strengths, met.differences, met.wishes, met.prompts)

    def place():
        return met.bar.currentIndex(), [walk.list.place() for walk in walks]

    met.go(LOOK_BACK)
    steps = {met.bar.currentIndex()}
    while met.bar.currentIndex() != SIGNING:
        before = place()
        QTest.keyClick(met, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda before=before: place() != before)
        steps.add(met.bar.currentIndex())
        focused = QApplication.focusWidget()
        assert focused is not None
        assert met.isAncestorOf(focused)
    assert steps == set(range(SIGNING + 1))


def test_last_times_action_is_told_with_what_came_of_it(pair, open_tab, rest, monkeypatch):
    first = pair.meet(own=[3], theirs=[3])
    appraising.add_action(pair.pat, first, ActionDetails(what="Shadow Kay"))
    tab = open_tab(pair.pat)
    tab._show_meeting(first, signing=False)
    rest()
    agreed(tab.meeting, rest)
    for side in Side:
        mark = signing.record(pair.pat, first).mark
        signing.sign(pair.pat, first, side, pair.secret, mark=mark)
    again = pair.begin()
    assessment.begin_again(pair.asha)
    pair.rate(again, own=[3], theirs=[3])
    appraising.open_meeting(pair.pat, again)
    tab.meeting.open(again)
    rest()
    assert appraisal.of_person(pair.pat, pair.person).current.id == again
    page = tab.meeting.look_back
    page.outcome.setPlainText("Open questions come easily now.")
    page.flush()
    rest()
    (action,) = seen(tab.meeting).last_actions
    assert action.outcome == "Open questions come easily now."
    page.state.choose(Progress.UNDER_WAY)  # arrows on the way to what is meant, faster than
    page.state.choose(Progress.DONE)  # any of it is kept
    rest()
    (action,) = seen(tab.meeting).last_actions
    assert (action.progress, action.begun_on) == (Progress.DONE, pair.pat.today)


def test_points_are_told_in_words(pair, met, rest):
    for step in induction.induction(pair.pat, pair.person).steps:
        induction.tick(pair.pat, pair.person, step.id, pair.pat.today)
    induction.finish(pair.pat, pair.person, pair.pat.today)
    met.refresh()
    met.go(MOVES)
    rest()
    assert met.moves.point.now.text() == "Now: Point 1: Induction is finished."


def test_the_path_is_talked_about_beside_what_the_person_said_alone(pair, met, rest):
    tab = met.parent().parent()
    prompt = interviews.my_interview(pair.asha).prompts[0].id
    interviews.keep_own(pair.asha, prompt, "For my Nan")
    interviews.share_own(pair.asha)
    met.go(PROMPTS)
    met.path.click()
    rest()
    assert "Asha Kaur, alone: For my Nan" in texts(tab.path.form)
    tab.path.form.fields[prompt].setPlainText("To be of use")
    tab.path.back.click()
    rest()
    assert tab.pages.currentWidget() is met
    held = interviews.meeting_interview(pair.asha, pair.person).interview
    assert held.answers == {prompt: "To be of use"}


def test_what_was_said_about_ones_path_is_read_again_by_oneself(pair, open_tab, rest):
    prompt = interviews.my_interview(pair.asha).prompts[0].id
    interviews.keep_in_meeting(pair.pat, pair.person, prompt, "To be of use")
    tab = open_tab(pair.asha)
    tab.mine.path.emit()
    rest()
    field = tab.path.form.fields[prompt]
    assert (field.toPlainText(), field.isReadOnly()) == ("To be of use", True)


def test_notes_and_what_others_saw_gather_for_the_meeting_once_their_person_has_read_them(
    met, pair, rest, monkeypatch
):
    told = SeenDetails(
        kind=SeenKind.FEEDBACK,
        day=pair.pat.today,
        session="Coginio",
        helped="Waited",
        behaviours=(seen(met).lines[0].statement.id,),
    )
    practice.write_seen(pair.pat, pair.person, told)
    met.refresh()
    rest()
    assert not met.since.isVisibleTo(met)
    practice.mark_read(pair.asha)
    met.refresh()
    rest()
    plan_reviews.add_note(pair.asha, pair.person, "The cafe went well")
    met.refresh()
    rest()
    assert met.since.text() == "Wr&itten since last time: 2..."
    shown = []

    def read(each):
        shown.extend(seen.helped for seen in each.seen.model_.records())
        shown.extend(note.text for note in each.notes.model_.records())

    monkeypatch.setattr(SinceLast, "exec", read)
    met.since.click()
    assert shown == ["Waited", "The cafe went well"]
    met.go(DIFFERENCES)
    at = [line.statement.id for line in met.differences.list.model_.records()]
    met.differences.list.go(at.index(told.behaviours[0]))
    assert met.difference.said.seen.text().startswith("Seen in Coginio, ")


def test_both_bring_files_to_the_meeting_look_at_them_and_save_a_copy(
    met, rest, tmp_path, monkeypatch, qtbot
):
    looked_at: list[str] = []
    paper = tmp_path / "Tystysgrif.txt"
    paper.write_text("Makaton 2", encoding="utf-8")
    about = of_appraisal(seen(met).appraisal)
    dialog = FilesDialog(met, met._context, about)
    rest()
    assert dialog.none.isVisibleTo(dialog)
    attaching.attach(met._context.desk, about, paper, what="certificate")
    dialog.refresh()
    met.refresh()
    rest()
    assert [each.name for each in dialog.files.model_.records()] == ["Tystysgrif.txt"]
    assert dialog.looking.isEnabled()
    assert dialog.taking.isEnabled()
    assert met.files.text() == "Fi&les: 1..."
    monkeypatch.setattr(FileView, "exec", lambda view: looked_at.append(view.shown.toPlainText()))
    dialog.looking.click()
    qtbot.waitUntil(lambda: looked_at == ["Makaton 2"], timeout=20_000)
    monkeypatch.setattr(saving, "ask_where", lambda *_: tmp_path / "copy.txt")
    dialog.saving.click()
    qtbot.waitUntil(lambda: dialog.saved.notice.isVisibleTo(dialog), timeout=20_000)
    assert (tmp_path / "copy.txt").read_text(encoding="utf-8") == "Makaton 2"
    assert "outside the college file" in dialog.saved.notice.sentence.text()
    dialog.taking.click()
    rest()
    assert dialog.none.isVisibleTo(dialog)
    dialog.reject()


def test_esc_leaves_the_meeting_and_it_goes_on_where_it_was_left(met, rest, qtbot):
    met.go(DIFFERENCES)
    met.begin()
    met.difference.words.setPlainText("We watch a session together first")
    left = []
    met.left.connect(lambda: left.append(True))
    QTest.keyClick(met.difference.words, Qt.Key.Key_Escape)
    assert left == [True]
    rest()
    (settled,) = [line.settled for line in seen(met).lines if line.settled is not None]
    assert settled.difference == "We watch a session together first"
    met.open(seen(met).appraisal.id)
    rest()
    assert met.bar.currentIndex() == DIFFERENCES
