"""Answers from paper, Excel and packets, as somebody at the keyboard takes them in."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from lsadesk.domain.appraisals.answer_forms import Brought, Origin, compared
from lsadesk.domain.appraisals.assessment import NOT_MY_ROLE, Answer
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import StatementId
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.operations.appraisals import answer_forms, assessment, keying_in
from lsadesk.operations.appraisals.answer_forms import Preview
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.ui.assessment.keying import KeyIn
from lsadesk.ui.assessment.other_ways import OtherWays
from lsadesk.ui.assessment.passphrase import NewPassphrase
from lsadesk.ui.assessment.readback import ReadBack
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.tab import TabContext

FIRST, SECOND = StatementId("own-goals"), StatementId("first-step")
SECRET, PASSPHRASE = "a long enough secret", "river ladder button"

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Window:
    """What the dialog needs of the window around it."""

    def publish(self, changes):
        pass

    def say(self, sentence, kind="said"):
        raise AssertionError(sentence)

    def go(self, place, target=None):
        raise AssertionError(place)


@pytest.fixture
def staffed(desk):
    """A college with Pat, who appraises Asha and Gwen; Gwen has no account."""
    asha = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur", title="LSA"))
    gwen = people.add_person(desk, PersonDetails(forename="Gwen", surname="Ŵyn", title="LSA"))
    pat = people.add_person(desk, PersonDetails(forename="Pat", surname="Ellery"))
    for who in (asha, gwen):
        people.set_link(desk, who.result, Link.APPRAISER, pat.result)
    for login, who in (("asha", asha), ("pat", pat)):
        accounts.add_account(desk, login, SECRET, person=who.result, is_own=True)
    return desk


@pytest.fixture
def sign_in(staffed):
    desks = []

    def sign(login):
        desks.append(college.unlock(staffed.folder, login, SECRET))
        return desks[-1]

    yield sign
    for each in desks:
        each.close()


@pytest.fixture
def ways(worker, qtbot):
    """The dialog of whoever is signed in, ready."""

    def opened(desk):
        appearance = Appearance(QApplication.instance(), "light", 100)
        dialog = OtherWays(TabContext(desk, worker, appearance, Window()))
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not worker.is_busy)
        return dialog

    return opened


def rated(statement, level):
    return Answer(statement=statement, value=Level(level))


def when_shown(qtbot, kind, act):
    """Do *act* with the dialog of *kind* as soon as it is open."""

    def look():
        found = QApplication.activeModalWidget()
        if isinstance(found, kind):
            act(found)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


def take_everything(dialog):
    dialog.files.click()
    dialog.yes.click()


def test_a_packet_comes_back_after_the_person_has_chosen(ways, sign_in, worker, qtbot, tmp_path):
    asha, path = sign_in("asha"), tmp_path / "mine.lsapacket"
    assessment.keep_answer(asha, rated(FIRST, 3))
    answer_forms.take_packet(asha, path, PASSPHRASE)
    assessment.keep_answer(asha, rated(FIRST, 1))
    dialog = ways(asha)
    when_shown(qtbot, ReadBack, take_everything)
    dialog.read_packet_at(path, PASSPHRASE)
    qtbot.waitUntil(lambda: "taken in" in dialog.told.text(), timeout=10_000)
    assert assessment.my_sheet(asha).assessment.answers[FIRST] == rated(FIRST, 3)


def test_a_wrong_passphrase_is_said_in_the_dialog(ways, sign_in, qtbot, tmp_path):
    asha, path = sign_in("asha"), tmp_path / "mine.lsapacket"
    assessment.keep_answer(asha, rated(FIRST, 3))
    answer_forms.take_packet(asha, path, PASSPHRASE)
    dialog = ways(asha)
    dialog.read_packet_at(path, "something else")
    qtbot.waitUntil(lambda: "not the passphrase" in dialog.told.text(), timeout=10_000)


def test_a_form_is_read_and_nothing_is_taken_on_cancel(ways, sign_in, qtbot, tmp_path):
    asha, path = sign_in("asha"), tmp_path / "form.xlsx"
    answer_forms.excel_form(asha, asha.person, path)
    book = load_workbook(path)
    book.active["E7"], book.active["E8"] = "3 On my own", "superb"
    book.save(path)
    dialog, shown = ways(asha), []

    def look(review):
        shown.extend(label.text() for label in review.findChildren(QLabel))
        review.reject()

    when_shown(qtbot, ReadBack, look)
    dialog.read_form_at(path)
    qtbot.waitUntil(lambda: "Nothing was taken in" in dialog.told.text(), timeout=30_000)
    assert any("superb" in text for text in shown)
    assert assessment.my_sheet(asha).assessment.answers == {}


@pytest.fixture
def review(sign_in, qtbot, tmp_path):
    """A review with one clash and one new answer."""
    asha, path = sign_in("asha"), tmp_path / "mine.lsapacket"
    for statement in (FIRST, SECOND):
        assessment.keep_answer(asha, rated(statement, 3))
    answer_forms.take_packet(asha, path, PASSPHRASE)
    assessment.keep_answer(asha, rated(SECOND, 1))
    assessment.keep_answer(asha, Answer(statement=FIRST))
    dialog = ReadBack(None, answer_forms.read_packet(asha, path, PASSPHRASE))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_what_is_different_stands_first_and_stays_by_itself(review):
    assert [row.line.number for row in review.table.model_.records()] == [2, 1]
    assert review.table.currentIndex().row() == 0
    assert review.mine.text() == "Keep all of &mine"
    assert review.table.current().line.question.id == SECOND
    assert "stays" in review.table.current().outcome
    assert review.yes.text() == "Take in 1 answer"
    assert "Here: With direction" in review.said.text()
    assert "the older one" in review.said.text()


def test_enter_takes_the_files_answer_and_enter_gives_it_up_again(review, qtbot):
    qtbot.keyClick(review.table, Qt.Key.Key_Return)
    assert review.theirs == {SECOND}
    assert review.yes.text() == "Take in 2 answers"
    qtbot.keyClick(review.table, Qt.Key.Key_Return)
    assert review.theirs == set()


def test_all_are_chosen_or_kept_at_once(review):
    review.files.click()
    assert review.theirs == {SECOND}
    review.mine.click()
    assert review.theirs == set()


def test_of_somebody_else_it_is_kept_as_what_is_here_under_the_number_of_the_form(sign_in, qtbot):
    pat = sign_in("pat")
    (gwen,) = keying_in.for_others(pat)
    here = keying_in.form_of(pat, gwen.person)
    later = here.questions[6]
    brought = Brought(mark=here.mark, origin=Origin.WORKBOOK, given={later.id: rated(later.id, 2)})
    preview = Preview(
        person=gwen.person,
        name=gwen.name,
        is_mine=False,
        origin=brought.origin,
        lines=compared(here.questions, here.found, brought, {}),
        problems=(),
        no_longer=(),
        other_edition=False,
        handed_in_at=None,
    )
    dialog = ReadBack(None, preview)
    qtbot.addWidget(dialog)
    assert dialog.mine.text() == "Keep all that is &here"
    assert [row.line.number for row in dialog.table.model_.records()] == [7]


@pytest.fixture
def keying(sign_in, qtbot):
    """Pat types in Gwen's form."""
    pat = sign_in("pat")
    (gwen,) = keying_in.for_others(pat)
    dialog = KeyIn(None, keying_in.form_of(pat, gwen.person))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_key_a_question_is_all_that_a_form_takes(keying, qtbot):
    qtbot.keyClicks(keying.table, "3n")
    assert keying.given == {
        FIRST: rated(FIRST, 3),
        SECOND: Answer(statement=SECOND, value=NOT_MY_ROLE),
    }
    assert keying.table.current().place == 3
    assert "Hand in 2 answers" in keying.hand_in.text()


def test_the_keys_stand_beside_the_levels_and_choose_there_too_until_esc_leads_back(keying, qtbot):
    levels = keying.holder.rated.levels
    assert levels.choice(Level(3)).text() == "3   On my own"
    assert levels.choice(NOT_MY_ROLE).text() == "N   Not part of my role"
    qtbot.keyClick(keying.table, Qt.Key.Key_Return)
    qtbot.keyClick(keying.focusWidget(), Qt.Key.Key_2)
    assert keying.given == {FIRST: rated(FIRST, 2)}
    qtbot.keyClick(keying.focusWidget(), Qt.Key.Key_Escape)
    assert keying.focusWidget() is keying.table
    assert keying.isVisible()


def test_an_example_goes_with_the_level_that_was_typed(keying, qtbot):
    qtbot.keyClicks(keying.table, "3")
    keying.table.selectRow(0)
    keying.holder.rated.note.setPlainText("In cookery")
    keying.accept()
    assert keying.given[FIRST].example == "In cookery"
    assert keying.given[FIRST].value == Level(3)


def test_the_ways_for_others_show_to_those_who_appraise_somebody_without_an_account(ways, sign_in):
    assert ways(sign_in("pat")).others.isVisible()
    assert not ways(sign_in("asha")).others.isVisible()


def test_typing_in_by_the_code_of_the_form_hands_in_for_its_person(ways, sign_in, qtbot):
    pat = sign_in("pat")
    (gwen,) = keying_in.for_others(pat)
    dialog = ways(pat)
    dialog.code.setText(keying_in.form_of(pat, gwen.person).mark.code)

    def type_in(typing):
        qtbot.keyClicks(typing.table, "2")
        typing.hand_in.click()

    when_shown(qtbot, KeyIn, type_in)
    dialog.type_in_by_code()
    qtbot.waitUntil(lambda: "Handed in for Gwen" in dialog.told.text(), timeout=10_000)
    assert not dialog.told.visibleRegion().isEmpty(), "it is in view, wherever one had scrolled to"
    assert keying_in.form_of(pat, gwen.person).found.answers == {FIRST: rated(FIRST, 2)}


def test_a_passphrase_has_to_be_long_enough_and_typed_twice(qtbot):
    question = NewPassphrase(None)
    qtbot.addWidget(question)
    question.first.setText("short")
    question.again.setText("short")
    assert not question.yes.isEnabled()
    question.first.setText(PASSPHRASE)
    assert not question.yes.isEnabled()
    question.again.setText(PASSPHRASE)
    assert question.yes.isEnabled()
