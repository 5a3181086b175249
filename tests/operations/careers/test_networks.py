"""Peer networks: made by the college, joined by people, kept by whoever convenes them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lsadesk.domain.careers.networks import MeetingDetails, NetworkDetails
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.errors import NotAllowed, Stale, UserError
from lsadesk.operations.careers import networks
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people

SECRET = "a long enough secret"
LUNCH = NetworkDetails(name="Signing lunch", about="BSL, every other week")


@pytest.fixture
def make_lsa(desk):
    """Makes an LSA with an account; gives back their desk."""
    opened = []

    def make(name):
        details = PersonDetails(forename=name, surname="Kaur", note="private")
        person = people.add_person(desk, details).result
        accounts.add_account(desk, name.casefold(), SECRET, person=person, is_own=True)
        opened.append(college.unlock(desk.folder, name.casefold(), SECRET))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


@pytest.fixture
def asha(make_lsa):
    return make_lsa("Asha")


def only(desk):
    (seen,) = networks.networks(desk)
    return seen


def test_who_joins_an_open_network_sees_who_else_is_in_it_and_nothing_more(desk, asha):
    network = networks.add_network(desk, LUNCH).result
    assert only(asha).members is None
    networks.join(asha, network)
    assert [one.name for one in only(asha).members] == ["Asha Kaur"]
    assert "private" not in repr(only(asha))
    asha.undo()
    assert not only(asha).is_in


def test_a_closed_network_is_seen_by_those_who_are_put_into_it(desk, asha):
    network = networks.add_network(desk, replace(LUNCH, is_open=False)).result
    assert networks.networks(asha) == ()
    with pytest.raises(UserError):
        networks.join(asha, network)
    networks.put_in(desk, network, asha.person)
    assert only(asha).is_in
    networks.leave(asha, network)
    assert networks.networks(asha) == ()


def test_the_convenor_is_in_it_and_changes_it_and_nobody_else_does(desk, asha, make_lsa):
    ben = make_lsa("Ben")
    network = networks.add_network(desk, replace(LUNCH, convenor=asha.person)).result
    assert only(asha).is_in
    assert only(ben).convenor == "Asha Kaur"
    renamed = replace(LUNCH, name="Signing tea", convenor=asha.person)
    networks.change_network(asha, network, only(asha).network.version, renamed)
    assert only(ben).network.name == "Signing tea"
    asha.undo()
    assert only(ben).network.name == "Signing lunch"
    networks.join(ben, network)
    with pytest.raises(NotAllowed):
        networks.change_network(ben, network, only(ben).network.version, renamed)
    with pytest.raises(NotAllowed):
        networks.take_out(ben, network, asha.person)
    networks.take_out(asha, network, ben.person)
    assert not only(ben).is_in
    asha.undo()
    assert only(ben).is_in


def test_members_note_what_was_shared_and_others_see_only_when_it_meets_next(desk, asha, make_lsa):
    ben = make_lsa("Ben")
    network = networks.add_network(desk, LUNCH).result
    networks.join(asha, network)
    soon = MeetingDetails(day=asha.today + timedelta(days=3), place="Room 4")
    networks.add_meeting(asha, network, soon)
    networks.add_meeting(asha, network, MeetingDetails(day=date(2020, 1, 6), shared="Cards"))
    assert only(ben).next_meeting.place == "Room 4"
    assert only(ben).meetings == ()
    before = only(asha).meetings[0]
    networks.change_meeting(asha, before, replace(soon, shared="Fingerspelling"))
    assert only(asha).meetings[0].shared == "Fingerspelling"
    with pytest.raises(Stale):
        networks.change_meeting(asha, before, soon)
    with pytest.raises(NotAllowed):
        networks.add_meeting(ben, network, soon)


def test_who_is_in_no_network_is_found(desk, asha, make_lsa):
    make_lsa("Ben")
    network = networks.add_network(desk, LUNCH).result
    networks.join(asha, network)
    assert [one.name for one in networks.without_network(desk)] == ["Ben Kaur"]


def test_a_network_that_ends_goes_with_its_meetings_and_comes_back_whole(desk, asha):
    network = networks.add_network(desk, LUNCH).result
    networks.join(asha, network)
    networks.add_meeting(desk, network, MeetingDetails(day=date(2026, 1, 6)))
    networks.remove_network(desk, network, only(desk).network.version)
    assert networks.networks(desk) == ()
    desk.undo()
    assert (only(desk).number, len(only(desk).meetings)) == (1, 1)


def test_a_network_needs_a_name(desk):
    with pytest.raises(UserError):
        networks.add_network(desk, NetworkDetails(name=" "))
