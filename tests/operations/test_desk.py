"""A sitting: what is taken back, what cannot be, and which day it is."""

import time
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.errors import NotAllowed, Stale
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people, structure
from lsadesk.store.rows import TrailRow

SECRET = "a long enough secret"


def teams(desk):
    """The names of the teams."""
    return [team.name for team, _ in structure.structure(desk).teams]


def test_undo_is_refused_with_a_sentence_where_a_name_has_been_taken_since(desk):
    blue = structure.add_team(desk, "Blue").result
    green = structure.add_team(desk, "Green").result
    structure.remove_team(desk, blue)
    elsewhere = college.unlock(desk.folder, "owner", "correct horse")
    structure.rename_team(elsewhere, green, "Blue")
    elsewhere.close()
    with pytest.raises(Stale, match="cannot be undone any more"):
        desk.undo()
    assert teams(desk) == ["Blue"]


def test_after_a_change_that_cannot_be_undone_the_one_before_it_still_can(desk):
    structure.add_team(desk, "Blue")
    asha = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    elsewhere = college.unlock(desk.folder, "owner", "correct horse")
    people.mark_leaver(elsewhere, asha, date(2026, 12, 1))
    elsewhere.close()
    with pytest.raises(Stale):
        desk.undo()
    assert desk.undo_sentence() == "Added the team Blue"
    desk.undo()
    assert teams(desk) == []


def test_a_duty_that_was_lost_takes_the_right_to_undo_with_it(desk):
    asha = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    pat = people.add_person(desk, PersonDetails(forename="Pat", surname="Ellery")).result
    people.set_link(desk, asha, Link.LINE_MANAGER, pat)
    accounts.add_account(desk, "pat", SECRET, person=pat, is_own=True)
    theirs = college.unlock(desk.folder, "pat", SECRET)
    people.mark_leaver(theirs, asha, date(2026, 12, 1))
    people.set_link(desk, asha, Link.LINE_MANAGER, None)
    with pytest.raises(NotAllowed):
        theirs.undo()
    theirs.close()
    assert people.person(desk, asha).left_on == date(2026, 12, 1)


def test_the_trail_says_what_was_undone_and_of_whom(desk):
    asha = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    people.mark_leaver(desk, asha, date(2026, 12, 1))
    desk.undo()
    desk.redo()
    with desk.store.read() as reading:
        lines = reading.session.execute(
            select(TrailRow.action, TrailRow.subject_id).order_by(TrailRow.seq)
        ).all()
    assert lines[-2:] == [("undid: changed", asha), ("redid: changed", asha)]


@pytest.fixture
def in_london():
    """This computer's clock is on London's time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Europe/London")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows cannot change one program's zone")
@pytest.mark.usefixtures("in_london")
def test_an_account_ends_with_the_day_on_the_wall_not_with_greenwichs(make_college):
    """At 00.30 in June British Summer Time is a day ahead of UTC."""
    half_past_midnight = datetime(2026, 6, 9, 23, 30, tzinfo=UTC)
    desk = make_college(clock=lambda: half_past_midnight)
    assert desk.today == date(2026, 6, 10)
    pat = people.add_person(desk, PersonDetails(forename="Pat", surname="Ellery")).result
    accounts.add_account(desk, "pat", SECRET, person=pat, is_own=True)
    theirs = college.unlock(desk.folder, "pat", SECRET, clock=lambda: half_past_midnight)
    accounts.end_account(desk, accounts.all_accounts(desk)[1])
    assert theirs.standing().duties() == frozenset()
    theirs.close()
