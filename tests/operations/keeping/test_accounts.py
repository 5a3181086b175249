"""Accounts: given, changed and ended by an administrator, and by nobody else."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from lsadesk.domain.rights import Duty
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.errors import NotAllowed, Stale, UserError
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.store.rows import TrailRow

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
SECRET, OTHER = "a long enough secret", "another long secret"


def account_of(desk, login):
    """The account that is signed in to with *login*."""
    return next(each for each in accounts.all_accounts(desk) if each.login == login)


def changed(desk, login, **wanted):
    """Change an account, leaving out what stays."""
    account = account_of(desk, login)
    usual = {
        "person": account.person,
        "is_head": account.is_head,
        "is_administrator": account.is_administrator,
    }
    return accounts.change_account(desk, account, **{**usual, **wanted})


@pytest.fixture
def asha(desk):
    """Asha of the staff, who has the account "Asha Kaur"."""
    person = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    accounts.add_account(desk, "Asha Kaur", SECRET, person=person, is_own=True)
    return person


def duties(desk, secret=SECRET):
    """The duties that Asha has once she has signed in."""
    theirs = college.unlock(desk.folder, "Asha Kaur", secret, clock=lambda: NOW)
    try:
        return theirs.standing().duties()
    finally:
        theirs.close()


def test_a_new_account_signs_in_as_its_person(desk, asha):
    assert duties(desk) == {Duty.SELF}


def test_head_and_administrator_are_given_and_taken(desk, asha):
    changed(desk, "Asha Kaur", is_head=True, is_administrator=True)
    assert duties(desk) == {Duty.SELF, Duty.HEAD, Duty.ADMINISTRATOR}
    changed(desk, "Asha Kaur", is_administrator=False)
    assert duties(desk) == {Duty.SELF, Duty.HEAD}


def test_a_login_is_not_given_twice(desk, asha):
    with pytest.raises(UserError, match="There is an account called Asha Kaur already"):
        accounts.add_account(desk, "Asha  Kaur", OTHER, is_own=True)
    assert duties(desk) == {Duty.SELF}


@pytest.mark.parametrize(("login", "secret"), [("  ", SECRET), ("new", "12345")])
def test_an_account_needs_a_login_and_a_secret_of_some_length(desk, login, secret):
    with pytest.raises(UserError):
        accounts.add_account(desk, login, secret, is_own=True)
    assert [each.login for each in accounts.all_accounts(desk)] == ["owner"]


def test_a_secret_that_is_reset_opens_and_the_old_one_does_not(desk, asha):
    accounts.reset_secret(desk, account_of(desk, "Asha Kaur").id, OTHER, is_own=True)
    assert duties(desk, OTHER) == {Duty.SELF}
    with pytest.raises(UserError):
        duties(desk)


def test_a_secret_that_somebody_else_chose_opens_nothing_until_ones_own_is_chosen(desk, asha):
    accounts.reset_secret(desk, account_of(desk, "Asha Kaur").id, OTHER)
    theirs = college.unlock(desk.folder, "Asha Kaur", OTHER, clock=lambda: NOW)
    given = theirs.unlocked.opened.private_key
    with pytest.raises(NotAllowed, match="choose your own"):
        people.person(theirs, asha)
    with pytest.raises(UserError, match="that you were given"):
        accounts.choose_own_secret(theirs, OTHER)
    with pytest.raises(UserError, match="at least 6"):
        accounts.choose_own_secret(theirs, "12345")
    accounts.choose_own_secret(theirs, "only asha knows")
    assert people.person(theirs, asha).name == "Asha Kaur"
    assert theirs.unlocked.opened.private_key != given, "who gave the first secret may know its key"
    with pytest.raises(UserError, match="your own already"):
        accounts.choose_own_secret(theirs, "another again")
    theirs.close()
    assert duties(desk, "only asha knows") == {Duty.SELF}
    with pytest.raises(UserError, match="Wrong password"):
        duties(desk, OTHER)
    with desk.store.read() as reading:
        told = reading.session.scalars(select(TrailRow.action).order_by(TrailRow.seq)).all()
    assert {"reset secret", "chose own secret"} <= set(told)


def test_an_ended_account_lets_nobody_in_and_its_records_stay(desk, asha):
    accounts.end_account(desk, account_of(desk, "Asha Kaur"))
    assert account_of(desk, "Asha Kaur").ended_on == date(2026, 11, 24)
    with pytest.raises(UserError):
        duties(desk)
    assert people.person(desk, asha).name == "Asha Kaur"


def test_an_ended_account_is_not_opened_again_by_a_new_password(desk, asha):
    accounts.end_account(desk, account_of(desk, "Asha Kaur"))
    with pytest.raises(UserError, match="has ended"):
        accounts.reset_secret(desk, account_of(desk, "Asha Kaur").id, OTHER)
    with pytest.raises(UserError, match="has ended"):
        changed(desk, "Asha Kaur", is_head=True)
    assert college.look(desk.folder).logins == ("owner",)


def test_of_two_who_change_one_account_the_second_is_told_and_nothing_is_lost(desk, asha):
    read_by_both = account_of(desk, "Asha Kaur")
    changed(desk, "Asha Kaur", is_head=True)
    with pytest.raises(Stale, match="Somebody else has changed this"):
        accounts.change_account(
            desk, read_by_both, person=asha, is_head=False, is_administrator=True
        )
    with pytest.raises(Stale):
        accounts.end_account(desk, read_by_both)
    assert duties(desk) == {Duty.SELF, Duty.HEAD}


def test_the_trail_tells_whose_an_account_became_and_with_what_duties(desk, asha):
    changed(desk, "Asha Kaur", is_head=True)
    with desk.store.read() as reading:
        told = reading.session.scalars(select(TrailRow.detail).order_by(TrailRow.seq)).all()
    assert told[-2:] == [f"person {asha}", f"person {asha}, head"]


def test_what_a_guess_costs_is_measured(desk):
    assert 0 < accounts.guess_cost(desk).seconds < 60


def test_the_last_administrator_stays_one(desk):
    with pytest.raises(UserError, match="no administrator left"):
        changed(desk, "owner", is_administrator=False)
    with pytest.raises(UserError, match="no administrator left"):
        accounts.end_account(desk, account_of(desk, "owner"))
    assert account_of(desk, "owner").is_administrator
    assert account_of(desk, "owner").ended_on is None
    assert college.look(desk.folder).logins == ("owner",)


def test_a_head_who_is_no_administrator_does_not_see_the_accounts(desk, asha):
    changed(desk, "Asha Kaur", is_head=True)
    theirs = college.unlock(desk.folder, "Asha Kaur", SECRET, clock=lambda: NOW)
    try:
        with pytest.raises(NotAllowed):
            accounts.all_accounts(theirs)
    finally:
        theirs.close()
