"""Who carries which responsibility, by name; what nobody carries is listed."""

from datetime import timedelta

import pytest

from lsadesk.domain.staff.carrying import MANY
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.errors import Stale, UserError
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import carrying, people

SECRET = "a long enough secret"


@pytest.fixture
def asha(desk):
    return people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result


def first(desk):
    return carrying.carried(desk).lines[0]


def test_all_37_are_nobodys_until_somebody_carries_one(desk, asha):
    assert len(carrying.carried(desk).nobodys) == 37
    carrying.carry(desk, first(desk).responsibility.id, asha, desk.today)
    assert [one.person for one in first(desk).now] == [asha]
    assert len(carrying.carried(desk).nobodys) == 36
    desk.undo()
    assert len(carrying.carried(desk).nobodys) == 37


def test_what_was_handed_over_is_history(desk, asha):
    began, ended = desk.today - timedelta(days=90), desk.today - timedelta(days=1)
    carrying.carry(desk, first(desk).responsibility.id, asha, began)
    carrier = first(desk).now[0]
    with pytest.raises(UserError):
        carrying.hand_over(desk, carrier, began - timedelta(days=1))
    carrying.hand_over(desk, carrier, ended)
    assert first(desk).now == ()
    assert [(one.since, one.until) for one in first(desk).before] == [(began, ended)]
    with pytest.raises(Stale):
        carrying.hand_over(desk, carrier, ended)


def test_two_share_one_and_nobody_carries_it_twice(desk, asha):
    ben = people.add_person(desk, PersonDetails(forename="Ben", surname="Kaur")).result
    what = first(desk).responsibility.id
    carrying.carry(desk, what, asha, None)
    carrying.carry(desk, what, ben, None)
    assert {one.person for one in first(desk).now} == {asha, ben}
    with pytest.raises(UserError, match="already"):
        carrying.carry(desk, what, asha, None)


def test_what_a_leaver_carried_is_nobodys_and_they_get_nothing_new(desk, asha):
    what = first(desk).responsibility.id
    carrying.carry(desk, what, asha, None)
    people.mark_leaver(desk, asha, desk.today - timedelta(days=1))
    assert first(desk).now == ()
    assert first(desk).before[0].person == asha
    with pytest.raises(UserError):
        carrying.carry(desk, what, asha, None)


def test_somebody_who_carries_very_many_is_named(desk, asha):
    lines = carrying.carried(desk).lines
    for line in lines[:MANY]:
        carrying.carry(desk, line.responsibility.id, asha, None)
    assert carrying.carried(desk).many == {}
    carrying.carry(desk, lines[MANY].responsibility.id, asha, None)
    assert carrying.carried(desk).many == {asha: MANY + 1}


def test_an_lsa_reads_what_they_carry_themselves(desk, asha):
    carrying.carry(desk, first(desk).responsibility.id, asha, desk.today)
    accounts.add_account(desk, "asha", SECRET, person=asha, is_own=True)
    hers = college.unlock(desk.folder, "asha", SECRET)
    ((what, carrier),) = carrying.my_responsibilities(hers)
    assert (what.id, carrier.since) == (first(desk).responsibility.id, desk.today)
    hers.close()
