"""Who is due, rating alone, and one's own appraisal, as people see them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from lsadesk.domain.appraisals.appraisal import DueState, Stage
from lsadesk.domain.appraisals.appraisal_record import Side
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.staff.people import Contract, Link, PersonDetails
from lsadesk.operations.appraisals import appraisal, appraising, meetings, signing
from lsadesk.operations.staff import induction, induction_review, manager_notes, people
from lsadesk.ui.appraisal import induction as induction_page
from lsadesk.ui.appraisal import notes as notes_page
from lsadesk.ui.appraisal import rating as rating_page
from lsadesk.ui.appraisal import tab as tab_page
from lsadesk.ui.appraisal.asking import Begun
from lsadesk.ui.appraisal.person_panel import Wish

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
DAY = date(2026, 11, 24)


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def buttons(widget):
    return {each.text(): each for each in widget.findChildren(QPushButton) if each.isVisible()}


def choose(tab, name):
    (row,) = [each for each in tab._answer.preparation.rows if each.name == name]
    tab.preparing.choose(row.person)
    return row


def test_everybody_to_appraise_is_listed_whatever_their_contract(pair, open_tab):
    tab = open_tab(pair.pat)
    rows = tab.preparing.table.model_.records()
    assert {row.name for row in rows} == {"Asha Kaur", "Ben Carter"}
    assert tab.preparing.counted.text() == "2 have not had one"


def test_the_list_narrows_by_how_it_stands_and_by_contract(pair, open_tab, rest):
    pair.begin()
    tab = open_tab(pair.pat)
    page = tab.preparing
    page.state.setCurrentIndex(3)
    assert page.state.chosen() is DueState.UNDER_WAY
    assert page.table.rows.rowCount() == 1
    page.state.setCurrentIndex(0)
    page.contract.choose(Contract.AGENCY)
    assert page.table.rows.rowCount() == 1
    assert page.found.text() == "1 person shown"


def test_nobody_to_appraise_is_told_and_ones_own_appraisal_comes_first(pair, open_tab):
    tab = open_tab(pair.asha)
    assert not tab.bar.isVisible()
    assert "None has begun yet." in texts(tab.mine)


def test_where_nobody_is_to_be_appraised_the_page_leads_to_the_people(desk, open_tab):
    tab = open_tab(desk)
    tab.preparing.empty.action.click()
    assert tab.window_.said == ["go: people"]


def test_beginning_one_names_the_day_and_lets_both_rate(pair, open_tab, rest, monkeypatch):
    tab = open_tab(pair.pat)
    choose(tab, "Asha Kaur")
    monkeypatch.setattr(tab_page, "ask_begin", lambda *_asked, **_how: Begun(DAY, None))
    buttons(tab.preparing.panel)["Begin the appraisal..."].click()
    rest()
    found = appraisal.of_person(pair.pat, pair.person)
    assert (found.current.stage, found.appraiser) == (Stage.RATING, "Pat Ellery")
    assert "Rate alone" in buttons(tab.preparing.panel)


def test_a_rating_is_kept_as_it_is_given_and_seen_by_nobody_else(pair, open_tab, rest):
    wanted = pair.begin()
    tab = open_tab(pair.pat)
    choose(tab, "Asha Kaur")
    buttons(tab.preparing.panel)["Rate alone"].click()
    rest()
    tab.rating.form.levels.choice(Level(3)).click()
    rest()
    assert tab.rating.saved.text() == "Saved 10:42"
    (kept,) = appraisal.rating_sheet(pair.pat, wanted).ratings.values()
    assert kept.value == Level(3)
    mine = open_tab(pair.asha)
    assert "You both rate alone now" in texts(mine.mine)
    assert not any("Independently" in words for words in texts(mine))


def test_nothing_is_rated_beforehand(pair, open_tab, rest):
    wanted = pair.begin()
    tab = open_tab(pair.pat)
    tab._rate(wanted)
    rest()
    assert not any(tab.rating.form.levels.choice(Level(at)).isChecked() for at in range(5))


def test_a_half_typed_note_is_kept_when_one_leaves(pair, open_tab, rest):
    wanted = pair.begin()
    tab = open_tab(pair.pat)
    tab._rate(wanted)
    rest()
    tab.rating.form.note.setFocus()
    QTest.keyClicks(tab.rating.form.note, "Waits before helping")
    tab.rating.leave.click()
    rest()
    (kept,) = appraisal.rating_sheet(pair.pat, wanted).ratings.values()
    assert kept.note == "Waits before helping"


def test_handing_in_ends_the_rating_and_can_be_taken_back(pair, open_tab, rest, monkeypatch):
    wanted = pair.begin()
    tab = open_tab(pair.pat)
    tab._rate(wanted)
    rest()
    tab.rating.form.levels.choice(Level(2)).click()
    rest()
    monkeypatch.setattr(rating_page, "confirm", lambda *_asked, **_more: True)
    tab.rating.hand_in.click()
    rest()
    assert appraisal.rating_sheet(pair.pat, wanted).is_handed_in
    choose(tab, "Asha Kaur")
    assert "Appraiser's part handed in" in texts(tab.preparing.panel)
    tab._rate(wanted)
    rest()
    tab.rating.take_back.click()
    rest()
    assert not appraisal.rating_sheet(pair.pat, wanted).is_handed_in
    assert tab.rating.form.isEnabled()


def test_opening_the_meeting_asks_first_and_leads_there(pair, open_tab, rest, monkeypatch):
    wanted = pair.begin()
    pair.rate(wanted, own=[3], theirs=[2])
    tab = open_tab(pair.pat)
    choose(tab, "Asha Kaur")
    asked = []
    monkeypatch.setattr(tab_page, "confirm", lambda *words, **_more: bool(asked.append(words)) or 1)
    buttons(tab.preparing.panel)["Open the meeting..."].click()
    rest()
    assert asked
    assert tab.pages.currentWidget() is tab.meeting
    assert tab.meeting.who.text() == "Asha Kaur with Pat Ellery"


def test_the_meeting_shows_nobody_elses_name(pair, open_tab, rest):
    wanted = pair.meet(own=[3], theirs=[2])
    tab = open_tab(pair.pat)
    tab._show_meeting(wanted, signing=False)
    rest()
    for step in range(tab.meeting.bar.count()):
        tab.meeting.go(step)
        assert not any("Ben" in words for words in texts(tab))


def test_meeting_without_a_self_assessment_needs_a_reason(pair, open_tab, rest, monkeypatch):
    wanted = pair.begin()
    statement = pair.asked()[0].id
    appraisal.keep_rating(
        pair.pat, wanted, appraisal.AppraiserRating(statement=statement, value=Level(2))
    )
    appraisal.mark_rest(pair.pat, wanted)
    appraisal.hand_in(pair.pat, wanted)
    tab = open_tab(pair.pat)
    choose(tab, "Asha Kaur")
    monkeypatch.setattr(tab_page, "ask_reason", lambda *_asked, **_more: "Long-term sick")
    buttons(tab.preparing.panel)["Meet without the self-assessment..."].click()
    rest()
    found = meetings.meeting(pair.pat, wanted).appraisal
    assert found.is_by_appraiser_alone
    assert found.without_self == "Long-term sick"


@pytest.fixture
def signed(pair):
    wanted = pair.meet(own=[2], theirs=[2])
    found = meetings.meeting(pair.pat, wanted)
    for prompt in found.prompts:
        appraising.answer_prompt(pair.pat, wanted, appraising.PromptAnswer(prompt=prompt.id))
    for out in found.open_outcomes:
        waiver = appraising.Waiver(statement=out.statement.id, reason=out.reason, because="Later")
        appraising.waive(pair.pat, wanted, waiver)
    appraising.settle_alike(pair.pat, wanted)
    for out in meetings.meeting(pair.pat, wanted).open_outcomes:
        waiver = appraising.Waiver(statement=out.statement.id, reason=out.reason, because="Later")
        appraising.waive(pair.pat, wanted, waiver)
    signing.agree(pair.pat, wanted)
    for side in Side:
        mark = signing.record(pair.pat, wanted).mark
        signing.sign(pair.pat, wanted, side, pair.secret, mark=mark)
    return wanted


def test_the_person_reads_what_both_signed_and_what_each_said(pair, signed, open_tab, rest):
    tab = open_tab(pair.asha)
    assert "Signed by both" in texts(tab.mine)
    buttons(tab.mine)["Read the record"].click()
    rest()
    assert "Appraisal of Asha Kaur" in tab.record.text.toPlainText()
    assert "Asha Kaur: Signed on 24 Nov 2026" in tab.record.signed.text()
    tab.record.back.click()
    rest()
    buttons(tab.mine)["What each of us said"].click()
    rest()
    assert len(tab.said.walk.list.model_.records()) == 1


def test_a_signed_one_is_opened_again_only_as_a_new_version(
    pair, signed, open_tab, rest, monkeypatch
):
    tab = open_tab(pair.pat)
    choose(tab, "Asha Kaur")
    monkeypatch.setattr(tab_page, "ask_reason", lambda *_asked, **_more: "The plan was too much")
    buttons(tab.preparing.panel)["Open it again as a new version..."].click()
    rest()
    found = appraisal.of_person(pair.pat, pair.person)
    assert (found.current.number, found.current.because) == (2, "The plan was too much")
    assert tab.pages.currentWidget() is tab.meeting
    assert [each.id for each in found.earlier] == [signed]


def test_managers_notes_say_on_their_face_that_the_person_may_see_them(
    pair, open_tab, rest, monkeypatch
):
    tab = open_tab(pair.pat)
    row = choose(tab, "Asha Kaur")
    tab._asked(Wish.NOTES, row)
    rest()
    assert any("may ask to see" in words for words in texts(tab.notes))
    monkeypatch.setattr(notes_page, "ask_reason", lambda *_asked, **_more: "Thursdays off")
    tab.notes.add.click()
    rest()
    assert [note.text for note in manager_notes.notes(pair.pat, pair.person)] == ["Thursdays off"]
    assert len(tab.notes.list.model_.records()) == 1


def test_the_person_has_no_way_to_managers_notes(pair, signed, open_tab):
    tab = open_tab(pair.asha)
    assert not any("otes" in words for words in buttons(tab))


def test_an_induction_is_ticked_and_its_end_gives_point_one(pair, open_tab, rest, monkeypatch):
    tab = open_tab(pair.pat)
    row = choose(tab, "Asha Kaur")
    tab._asked(Wish.INDUCTION, row)
    rest()
    page = tab.induction
    for box in list(page.boxes.values()):
        box.click()
        rest()
    monkeypatch.setattr(induction_page, "confirm", lambda *_asked, **_more: True)
    page.finish.click()
    rest()
    assert induction.progression(pair.pat, pair.person).point.number == 1
    assert "Finished on 24 Nov 2026." in texts(page)


def test_an_induction_with_steps_left_ends_only_with_a_reason(pair, open_tab, rest, monkeypatch):
    tab = open_tab(pair.pat)
    tab._open_induction(pair.person, may_change=True)
    rest()
    monkeypatch.setattr(induction_page, "ask_reason", lambda *_asked, **_more: None)
    tab.induction.finish.click()
    rest()
    assert induction.induction(pair.pat, pair.person).finished_on is None
    monkeypatch.setattr(induction_page, "ask_reason", lambda *_asked, **_more: "Came from B site")
    tab.induction.finish.click()
    rest()
    assert induction.induction(pair.pat, pair.person).finished_on == DAY


def test_my_own_induction_can_be_read_and_not_ticked(pair, open_tab, rest):
    tab = open_tab(pair.asha)
    tab._own_induction()
    rest()
    assert not any(box.isEnabled() for box in tab.induction.boxes.values())
    assert not tab.induction.finish.isVisible()
    said = [each.text() for each in tab.induction.findChildren(QLabel)]
    assert any(text.startswith("Level 1 asks:") for text in said)
    assert "Not said yet:" in said


def test_an_appraiser_reads_what_the_next_level_asks_and_not_what_is_said_of_it(
    pair, open_tab, rest
):
    tab = open_tab(pair.pat)
    tab._open_induction(pair.person, may_change=True)
    rest()
    said = [each.text() for each in tab.induction.findChildren(QLabel)]
    assert any(text.startswith("Level 1 asks:") for text in said)
    assert "Not said yet:" not in said


def test_enter_in_the_list_goes_to_what_comes_next(pair, open_tab, rest):
    pair.begin()
    tab = open_tab(pair.pat)
    choose(tab, "Asha Kaur")
    tab.preparing.table.setFocus()
    QTest.keyClick(tab.preparing.table, Qt.Key.Key_Return)
    assert tab.focusWidget().text() == "Rate alone"


def test_four_hundred_people_are_listed(pair, desk, open_tab):
    pat = pair.pat.person
    for number in range(400):
        person = PersonDetails(forename=f"Person {number}", surname="Evans")
        people.set_link(desk, people.add_person(desk, person).result, Link.APPRAISER, pat)
    tab = open_tab(pair.pat)
    assert tab.preparing.table.rows.rowCount() == 402


def test_a_new_starter_says_what_helped_in_their_own_induction(pair, open_tab, rest):
    tab = open_tab(pair.asha)
    tab._own_induction()
    rest()
    assert tab.induction.review.isVisibleTo(tab)
    tab.induction.review.helped.setPlainText("A buddy")
    tab.induction.review.flush()
    rest()
    assert induction_review.my_review(pair.asha).helped == "A buddy"
    tab.induction.back.click()
    rest()
    tab._open_induction(pair.asha.person, may_change=False)
    rest()
    assert tab.induction.review.helped.toPlainText() == "A buddy"


def test_nobody_else_sees_what_a_starter_says_beside_the_induction(pair, open_tab, rest):
    tab = open_tab(pair.pat)
    tab._open_induction(pair.person, may_change=True)
    rest()
    assert not tab.induction.review.isVisibleTo(tab)
