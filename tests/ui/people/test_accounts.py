"""The accounts page and its questions, as an administrator meets them."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from lsadesk.domain.rights import TABLE, Access, Duty, Kind
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff.people import Colleague
from lsadesk.ui.people import account_questions
from lsadesk.ui.people import accounts as accounts_page
from lsadesk.ui.people.account_questions import (
    DutiesWanted,
    NewAccount,
    NewAccountWanted,
    SecretWanted,
)
from lsadesk.ui.people.duty_words import duty_sentence

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SECRET, LATER = "a long enough secret", "another long secret"


@pytest.fixture
def page(tab, staff, qtbot):
    """The accounts page of a college whose only account is the owner's."""
    tab.bar.setCurrentIndex(2)
    qtbot.waitUntil(lambda: logins(tab.accounts) == ["owner"])
    return tab.accounts


@pytest.fixture
def question(qtbot):
    """The question for a new account, where Asha Kaur has one already."""
    colleagues = [Colleague(1, "Asha Kaur", "Kaur, Asha"), Colleague(2, "Ben Cole", "Cole, Ben")]
    made = NewAccount(None, colleagues, ["owner", "Asha Kaur"])
    qtbot.addWidget(made)
    made.show()
    return made


def logins(page):
    return [line.account.login for line in page.table.model_.records()]


def wrongs(question):
    return [
        shown.text()
        for shown in question.findChildren(QLabel)
        if shown.isVisible() and shown.text().startswith("!")
    ]


def choose(question, person):
    at = question.person.findData(person)
    question.person.setCurrentIndex(at)
    question.person.activated.emit(at)


@pytest.mark.parametrize("percent", [100, 150])
def test_the_question_shuts_nobody_out(qtbot, appearance, barriers, percent):
    appearance.set_text_size(percent)
    asked = NewAccount(None, [Colleague(1, "Asha Kaur", "Kaur, Asha")], [])
    qtbot.addWidget(asked)
    asked.show()
    assert barriers(asked) == []


def test_a_persons_name_is_suggested_as_their_login(question):
    choose(question, 2)
    assert question.login.text() == "Ben Cole"


def test_an_account_is_never_nobodys_because_a_name_was_half_typed(question):
    question.person.lineEdit().setText("a")  # Asha and Ashley, say
    question.login.setText("asha")
    question.secret.first.setText("six letters")
    question.secret.again.setText("six letters")
    question.yes.click()
    assert question.isVisible()
    assert wrongs(question) == ["! Choose one of the list, or nobody."]
    question.person.lineEdit().clear()
    question.yes.click()
    assert not question.isVisible()


def test_a_second_account_of_one_name_gets_a_number(question):
    choose(question, 1)
    assert question.login.text() == "Asha Kaur 2"


def test_the_first_secret_has_to_be_typed_the_same_twice(question):
    choose(question, 2)
    question.secret.first.setText(SECRET)
    question.secret.again.setText("something else")
    question.yes.click()
    assert question.isVisible()
    assert wrongs(question) == ["! The two are not the same. Type it again."]
    question.secret.again.setText(SECRET)
    question.yes.click()
    assert not question.isVisible()
    assert question.wanted() == NewAccountWanted(
        login="Ben Cole", person=2, secret=SECRET, is_own=False
    )


@pytest.mark.parametrize(
    ("secret", "said"),
    [("", "! Choose a PIN or password."), ("12345", "! Choose at least 6 characters.")],
)
def test_a_secret_that_is_missing_or_short_is_said_before_it_is_asked_twice(question, secret, said):
    choose(question, 2)
    question.secret.first.setText(secret)
    question.yes.click()
    assert wrongs(question) == [said]


def test_a_login_is_needed_and_not_given_twice(question):
    question.secret.first.setText(SECRET)
    question.secret.again.setText(SECRET)
    question.yes.click()
    assert wrongs(question) == ["! An account needs a login."]
    question.login.setText("asha  kaur")
    question.yes.click()
    assert wrongs(question) == ["! There is an account of that name already."]


def test_a_secret_never_shows_in_what_is_written_of_it():
    assert SECRET not in repr(NewAccountWanted(login="a", person=None, secret=SECRET, is_own=True))


def test_an_account_is_added_changed_and_ended(page, desk, staff, qtbot, monkeypatch):
    new = NewAccountWanted(login="Asha Kaur", person=staff["Asha"], secret=SECRET, is_own=True)
    head = DutiesWanted(person=staff["Asha"], is_head=True, is_administrator=False)
    monkeypatch.setattr(accounts_page, "ask_new_account", lambda *_: new)
    page.add.click()
    qtbot.waitUntil(lambda: logins(page) == ["Asha Kaur", "owner"])
    page.table.select(page.table.model_.record(0))
    assert page.table.current().name == "Asha Kaur"
    monkeypatch.setattr(accounts_page, "ask_duties", lambda *_: head)
    page.change.click()
    qtbot.waitUntil(lambda: page.table.current().account.is_head)
    monkeypatch.setattr(accounts_page, "confirm", lambda *_, **__: True)
    monkeypatch.setattr(accounts_page, "ask_new_account", lambda _page, who, _: asked.extend(who))
    asked = []
    page.add.click()
    assert asked
    assert staff["Asha"] not in [each.id for each in asked]  # one account each
    page.end.click()
    qtbot.waitUntil(lambda: page.table.current().account.ended_on == date(2026, 11, 24))
    assert not page.change.isEnabled()
    assert college.look(desk.folder).logins == ("owner",)


def test_a_secret_that_is_reset_opens(page, tab, desk, qtbot, monkeypatch):
    accounts.add_account(desk, "Asha Kaur", SECRET, is_own=True)
    tab.refresh()
    qtbot.waitUntil(lambda: logins(page) == ["Asha Kaur", "owner"])
    page.table.select(page.table.model_.record(0))
    monkeypatch.setattr(
        accounts_page, "ask_secret", lambda *_, **__: SecretWanted(secret=LATER, is_own=True)
    )
    page.reset.click()
    qtbot.waitUntil(lambda: "Reset the password of Asha Kaur" in tab.window_.saved)
    college.unlock(desk.folder, "Asha Kaur", "another long secret").close()


@pytest.mark.parametrize("duty", list(Duty))
def test_the_sentences_about_a_duty_name_every_kind_of_record_once(duty):
    sentence = duty_sentence(duty)
    for kind in Kind:
        assert sentence.count(kind.value) == 1
    told = [part for part in sentence.splitlines() if part.startswith("May change")]
    for kind in Kind:
        may_change = Access.CHANGE in TABLE[duty].get(kind, frozenset())
        assert any(kind.value in part for part in told) is may_change


def test_the_questions_are_asked_of_the_person(page, qtbot, monkeypatch):
    asked = []

    def cancelled(question):
        asked.append(question.windowTitle())
        return False

    monkeypatch.setattr(account_questions.Question, "answered", cancelled)
    page.table.select(page.table.model_.record(0))
    for button in (page.add, page.change, page.reset):
        button.click()
    qtbot.waitUntil(lambda: len(asked) == 3)
    assert asked == ["Add an account", "Change an account", "New PIN or password"]
