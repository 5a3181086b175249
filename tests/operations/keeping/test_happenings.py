"""Who saw my record: told to me, once a day for each who looked, and never of my own looks."""

from datetime import date, timedelta

import pytest

from lsadesk.domain.keeping.retention import STAFF
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.keeping import accounts, happenings, retention
from lsadesk.operations.keeping.college import unlock
from lsadesk.operations.staff import manager_notes, people

SECRET = "correct horse"


@pytest.fixture
def sitting(desk):
    """Asha with an account of her own, and the head's desk."""
    asha = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    accounts.add_account(desk, "asha", SECRET, person=asha, is_own=True)
    own = unlock(desk.folder, "asha", SECRET)
    yield desk, own, asha
    own.close()


def seen(own):
    return [(each.who, each.did, each.kind) for each in happenings.who_saw_me(own)]


def test_a_look_at_somebody_elses_record_is_told_to_them_once_a_day(sitting):
    head, own, asha = sitting
    before = seen(own)
    people.person(head, asha)
    people.person(head, asha)
    assert seen(own) == [(head.login, "saw", Kind.PERSON), *before]


def test_on_another_day_it_is_told_again(sitting, monkeypatch):
    head, own, asha = sitting
    people.person(head, asha)
    told = len(seen(own))
    tomorrow = head.store.clock() + timedelta(days=1)
    monkeypatch.setattr(head.store, "clock", lambda: tomorrow)
    people.person(head, asha)
    assert len(seen(own)) == told + 1


def test_ones_own_looks_are_nobodys_news(sitting):
    _, own, asha = sitting
    told = seen(own)
    people.person(own, asha)
    assert seen(own) == told


def test_what_managers_note_among_themselves_is_not_given_away(sitting):
    head, own, asha = sitting
    ben = people.add_person(head, PersonDetails(forename="Ben", surname="Cole")).result
    people.set_link(head, asha, Link.LINE_MANAGER, ben)
    accounts.add_account(head, "ben", SECRET, person=ben, is_own=True)
    manager = unlock(head.folder, "ben", SECRET)
    try:
        manager_notes.add_note(manager, asha, "Ask about hours")
    finally:
        manager.close()
    assert all(kind is not Kind.MANAGER_NOTE for _, _, kind in seen(own))


def test_the_administrator_reads_everything_with_names_and_nobody_else_does(sitting):
    head, own, asha = sitting
    people.person(head, asha)
    newest = happenings.happenings(head)[0]
    assert (newest.did, newest.name, newest.about) == ("saw", "Asha Kaur", asha)
    with pytest.raises(NotAllowed):
        happenings.happenings(own)


def test_an_administrator_is_not_told_why_their_own_records_are_kept_longer(desk):
    asha, ben = (
        people.add_person(desk, PersonDetails(forename=name, surname="Kaur")).result
        for name in ("Asha", "Ben")
    )
    accounts.add_account(desk, "asha", SECRET, person=asha, is_administrator=True, is_own=True)
    for who in (asha, ben):
        retention.keep_longer(desk, {who: [STAFF]}, date(2099, 9, 1), "An inquiry")
    own = unlock(desk.folder, "asha", SECRET)
    try:
        lines = [each for each in happenings.happenings(own) if each.kind is Kind.ERASURE]
    finally:
        own.close()
    assert [(each.about, "inquiry" in each.detail) for each in lines] == [
        (ben, True),
        (asha, False),
    ]


def test_an_account_that_is_nobodys_is_told_why_there_is_nothing(desk):
    with pytest.raises(UserError, match="not linked to a member of staff"):
        happenings.who_saw_me(desk)
