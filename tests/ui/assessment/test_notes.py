"""What one writes beside the questionnaire: private notes and the questions of the interview."""

import pytest
from PySide6.QtCore import QDate, QTimer

from lsadesk.domain.staff.people import PersonDetails
from lsadesk.operations.appraisals import reflections
from lsadesk.operations.developing import development
from lsadesk.operations.staff import people
from lsadesk.ui.assessment.tab import NOTES
from lsadesk.ui.career.tab import PAST
from lsadesk.ui.development.note_form import NoteQuestion
from tests.ui.assessment.filling_in import press, seen

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


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


def test_only_what_its_writer_leaves_of_a_private_note_goes_into_the_plan(tab, qtbot):
    tab.show_target(NOTES)
    qtbot.keyClicks(tab.notes.text, "I was cross. Waiting helped Tom.")
    begun = []

    def leave_the_rest() -> None:
        question = tab.notes.findChild(NoteQuestion)
        begun.append(question.text.toPlainText())
        question.text.setPlainText("Waiting helped Tom.")
        question.accept()

    QTimer.singleShot(0, leave_the_rest)
    tab.notes.share.click()
    desk = tab.context.desk
    qtbot.waitUntil(
        lambda: (
            [note.text for note in development.plan(desk, desk.person).notes]
            == ["Waiting helped Tom."]
        )
    )
    assert begun == ["I was cross. Waiting helped Tom."]
    assert tab.notes.text.toPlainText() == begun[0]


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
    assert tab.groups.table.current() == tab.groups.table.model_.records()[0]


def texts_of_notes(tab):
    return [one.text for one in reflections.my_notes(tab.context.desk).notes]


def test_the_plotting_prompts_lead_to_ones_own_line_of_time(tab, qtbot):
    press(tab.start, "Talk about my path")
    qtbot.waitUntil(lambda: bool(tab.interview.form.fields))
    press(tab.interview.form, "Open my line of time")
    assert tab.window_.gone == [("career", PAST)]
