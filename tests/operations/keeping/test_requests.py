"""What people ask about their own records is answered in time, and both sides stay."""

from dataclasses import replace
from datetime import date

import pytest

from lsadesk.domain.keeping.requests import Asks
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.errors import NotAllowed, Stale, UserError
from lsadesk.operations import home
from lsadesk.operations.keeping import accounts, college, held, notice, requests
from lsadesk.operations.staff import people
from tests.conftest import SECRET, TODAY


@pytest.fixture
def asha(desk):
    return people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result


@pytest.fixture
def sit_down(desk):
    opened = []

    def sit(person, **duties):
        login = f"login {len(opened)}"
        accounts.add_account(desk, login, SECRET, person=person, is_own=True, **duties)
        opened.append(college.unlock(desk.folder, login, SECRET, clock=lambda: TODAY))
        return opened[-1]

    yield sit
    for each in opened:
        each.close()


def test_a_request_has_a_month_from_the_day_it_came(desk, asha):
    requests.ask_for_all(desk, asha, date(2026, 10, 31))
    (found,) = requests.asked(desk).requests
    assert found.answer_by == date(2026, 11, 30)
    assert home.today(desk).asked == (1, date(2026, 11, 30))
    requests.take_longer(desk, found, "Six years of plans")
    (found,) = requests.asked(desk).requests
    assert found.answer_by == date(2027, 1, 31)


def test_an_overdue_request_cannot_be_made_longer(desk, asha):
    requests.ask_for_all(desk, asha, date(2026, 9, 1))
    with pytest.raises(UserError, match="only within it"):
        requests.take_longer(desk, requests.asked(desk).requests[0], "Forgotten")


def test_what_was_handed_over_is_noted_with_day_and_name(desk, asha):
    requests.ask_for_all(desk, asha, desk.today)
    asked = requests.asked(desk).requests[0]
    requests.note_answered(desk, asked, "14 kinds of record")
    (found,) = requests.asked(desk).requests
    assert (found.answered_on, found.answered_by) == (desk.today, "owner")
    assert home.today(desk).asked == (0, None)
    with pytest.raises(Stale):
        requests.note_answered(desk, asked, "Again")
    sheet = {each.table for each in held.held_on(desk, asha).records}
    assert "access_request" in sheet


def test_a_person_asks_and_corrects_for_themselves_and_sees_nobody_elses(desk, asha, sit_down):
    ben = people.add_person(desk, PersonDetails(forename="Ben", surname="Cole")).result
    hers, his = sit_down(asha), sit_down(ben)
    requests.ask_for_all(hers, asha, hers.today)
    requests.say(hers, asha, "training", Asks.CORRECT, "First aid was in May")
    assert len(requests.asked_by_me(hers).remarks) == 1
    assert requests.asked(his).requests == requests.asked(his).remarks == ()
    with pytest.raises(NotAllowed):
        requests.say(his, asha, "training", Asks.DISAGREE, "Not so")
    with pytest.raises(NotAllowed):
        requests.ask_for_all(his, asha, his.today)


def test_rights_on_one_person_do_not_reach_what_another_asked(desk, asha, sit_down):
    ben = people.add_person(desk, PersonDetails(forename="Ben", surname="Cole")).result
    pat = people.add_person(desk, PersonDetails(forename="Pat", surname="Ellery")).result
    people.set_link(desk, asha, Link.LINE_MANAGER, pat)
    managers = sit_down(pat)
    requests.say(desk, ben, "training", Asks.CORRECT, "Not for Pat")
    (remark,) = requests.asked(desk).remarks
    with pytest.raises(UserError, match="no longer"):
        requests.answer(managers, replace(remark, person=asha), "Taken over")
    assert requests.asked(desk).remarks == (remark,)


def test_the_line_manager_answers_and_both_sides_stay(desk, asha, sit_down):
    pat = people.add_person(desk, PersonDetails(forename="Pat", surname="Ellery")).result
    people.set_link(desk, asha, Link.LINE_MANAGER, pat)
    hers, managers = sit_down(asha), sit_down(pat)
    requests.say(hers, asha, "training", Asks.DISAGREE, "I did attend")
    (remark,) = requests.asked(managers).remarks
    with pytest.raises(NotAllowed, match="Somebody else"):
        requests.answer(hers, remark, "I agree with myself")
    requests.answer(managers, remark, "Noted beside it")
    (found,) = requests.asked_by_me(hers).remarks
    assert (found.said, found.answer, found.answered_by) == (
        "I did attend",
        "Noted beside it",
        "Pat Ellery",
    )


def test_a_head_does_not_hand_out_what_is_held_on_herself(desk, asha, sit_down):
    head = sit_down(asha, is_head=True)
    requests.ask_for_all(head, asha, head.today)
    (asked,) = requests.asked_by_me(head).requests
    with pytest.raises(NotAllowed):
        requests.note_answered(head, asked, "All of it")
    with pytest.raises(NotAllowed):
        requests.take_longer(head, asked, "Later")
    assert home.today(head).asked == (0, None)


def test_each_account_reads_the_notice_once_and_each_new_edition(desk, asha, sit_down):
    hers = sit_down(asha)
    first = notice.unread(hers)
    assert first.edition == 1
    assert "Harbour Lane" in first.words
    assert notice.readers_if_open(hers) is None
    notice.have_read(hers, first.edition)
    assert notice.unread(hers) is None
    assert notice.readers_if_open(desk) == (1, 2)
    assert "read_notice" in {each.table for each in held.held_on(desk, asha).records}
    with pytest.raises(NotAllowed):
        notice.set_notice(hers, "Mine", "Me")
    notice.set_notice(desk, "Our own words. {contact}", "Ask Pat, room 4.")
    second = notice.unread(hers)
    assert (second.edition, second.words) == (2, "Our own words. Ask Pat, room 4.")
