"""The questions about a plan: what they take, what they say is wrong, and what they keep."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lsadesk.domain.developing.development import (
    ActionDetails,
    Behind,
    BehindKind,
    Funder,
    Mode,
    Progress,
)
from lsadesk.domain.developing.mentors import Helper, Load
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.developing.development import Around
from lsadesk.ui.development.line_form import BLANK, LineQuestion
from lsadesk.ui.development.note_form import NoteQuestion
from lsadesk.ui.development.progress_form import ProgressQuestion
from lsadesk.ui.development.review_form import ReviewQuestion

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TODAY = date(2026, 11, 24)
BSL = Behind(BehindKind.SKILL, "7")
SIAN = Helper(id=PersonId(5), name="Siân Ŵyn", load=Load(3, 240, 1))
AROUND = Around(today=TODAY, helpers=(SIAN,), helper_limit=3, behind={BSL: "BSL"})


@pytest.fixture
def shown(host, qtbot):
    """Shows a question as the window would."""

    def show(question):
        question.show()
        question.activateWindow()
        return question

    return show


@pytest.fixture
def form(host, shown):
    """An empty line to fill in."""
    return shown(LineQuestion(host, ("Add a line", "", "Add"), BLANK, AROUND))


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("kind", ["line", "progress", "note", "review"])
def test_nothing_in_a_form_shuts_somebody_out(  # noqa: PLR0917
    host, shown, appearance, barriers, percent, kind
):
    appearance.set_text_size(percent)
    made = {
        "line": lambda: LineQuestion(host, ("Add a line", "", "Add"), BLANK, AROUND),
        "progress": lambda: ProgressQuestion(host, ActionDetails(what="Hoist"), TODAY),
        "note": lambda: NoteQuestion(host, "Write a note", "Both read it.", TODAY),
        "review": lambda: ReviewQuestion(host, [], TODAY),
    }
    form = shown(made[kind]())
    form.accept() if kind != "review" else None
    QApplication.processEvents()
    assert barriers(form) == []


def test_a_line_that_cannot_be_read_is_not_taken_and_each_field_says_why(form, keys):
    form.due.setText("soon")
    form.cost.setText("a lot")
    form.release.setText("some")
    form.behind.setText("Juggling")
    form.accept()
    assert form.isVisible()
    assert form.what.hasFocus()
    said = QAccessible.queryAccessibleInterface(form.what).text(QAccessible.Text.Description)
    assert "Say what is going to be done." in said
    assert "Feb 2027" in form.due.accessibleDescription()
    assert "45.50" in form.cost.accessibleDescription()
    assert "45 min" in form.release.accessibleDescription()
    assert "Choose one of the list" in form.behind.accessibleDescription()


def test_a_line_is_taken_with_its_gap_its_helper_its_cost_and_its_funder(form):
    form.what.setText("Shadow Siân")
    form.behind.setText("skill: bsl")
    form.mode.choose(Mode.SHADOWING)
    form.helper.setText("Siân Ŵyn")
    form.helper_hours.setText("1:30")
    form.release.setText("3")
    form.funder.choose(Funder.COLLEGE)
    form.cost.setText("£45.50")
    form.accept()
    assert form.details == ActionDetails(
        what="Shadow Siân",
        behind=BSL,
        mode=Mode.SHADOWING,
        helper="Siân Ŵyn",
        helper_id=SIAN.id,
        helper_minutes=90,
        release_minutes=180,
        funder=Funder.COLLEGE,
        cost_pence=4550,
    )


def test_what_a_helper_carries_is_said_as_they_are_chosen_and_gently_above_the_limit(form):
    form.helper.setText("Siân Ŵyn")
    assert form.carried.text() == ""  # a course takes nobody's time
    form.mode.choose(Mode.MENTORING)
    assert "Siân Ŵyn has 3 pairings now, 4 h" in form.carried.text()
    assert "The college thinks 3 pairings enough: ask them first." in form.carried.text()
    form.helper.setText("Somebody from the hospice")
    assert form.carried.text() == ""


def test_the_day_that_a_rough_date_is_taken_for_is_said(form):
    form.due.setText("Feb 2027")
    assert form.read_as.text() == "Sunday 28 Feb 2027"
    form.due.setText("3 Nov 2026")
    assert form.read_as.text() == "Tuesday 3 Nov 2026, which is past"
    form.due.setText("soon")
    assert form.read_as.text() == ""


def test_not_now_asks_for_a_reason_and_keeps_it(host, shown):
    form = shown(ProgressQuestion(host, ActionDetails(what="Hoist"), TODAY))
    assert not form.because.isVisible()
    form.progress.choose(Progress.NOT_NOW)
    assert form.because.isVisible()
    form.accept()
    assert "Say why not now" in form.because.accessibleDescription()
    form.because.setText("No cover this term")
    form.accept()
    assert (form.details.not_now_on, form.details.not_now_because) == (TODAY, "No cover this term")


def test_an_outcome_asks_what_changed_at_work(host, shown):
    form = shown(ProgressQuestion(host, ActionDetails(what="Hoist"), TODAY))
    assert not form.follow_up.isVisible()
    form.progress.choose(Progress.DONE)
    form.outcome.setPlainText("Passed")
    assert form.follow_up.isVisible()
    form.outcome.setFocus()
    for expected in (form.follow_up, form.no_follow_up, form.no):
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        assert form.focusWidget() is expected
    form.accept()
    assert form.details.lacks_follow_up
    assert form.details.done_on == TODAY


def test_a_day_to_come_is_not_when_something_was_done(host, shown):
    form = shown(ProgressQuestion(host, ActionDetails(what="Hoist"), TODAY))
    form.progress.choose(Progress.DONE)
    form.since.setText("3 Feb 2027")
    form.accept()
    assert form.isVisible()
    assert "today or before" in form.since.accessibleDescription()


def test_a_note_of_two_thousand_words_is_kept_whole(host, shown):
    form = shown(NoteQuestion(host, "Write a note", "", TODAY))
    words = "gair " * 2000
    form.text.setPlainText(words)
    form.day.setText("3 Nov 2026")
    form.accept()
    assert form.noted.text == words.strip()
    assert form.noted.day == date(2026, 11, 3)


def test_the_next_review_is_after_this_one(host, shown):
    form = shown(ReviewQuestion(host, [], TODAY))
    form.next_on.setText("3 Nov 2026")
    form.accept()
    assert form.isVisible()
    assert "after this one" in form.next_on.accessibleDescription()
    form.next_on.setText("Feb 2027")
    form.accept()
    assert form.details.next_on == date(2027, 2, 28)


def test_a_review_in_between_leaves_the_next_one_agreed(host, shown):
    form = shown(ReviewQuestion(host, [], TODAY, date(2027, 2, 3)))
    form.accept()
    assert form.details.next_on == date(2027, 2, 3)
    over = shown(ReviewQuestion(host, [], TODAY, date(2026, 2, 3)))
    over.accept()
    assert over.details.next_on is None
