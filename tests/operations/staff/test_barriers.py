"""What stands in the way is its author's; the college reads groups of five or more."""

import pytest

from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.barriers import InTheWay, Sharing
from lsadesk.domain.staff.people import Contract, Link, PersonDetails
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import barriers, people
from lsadesk.store.staff import barriers as kept
from lsadesk.store.trail import Entry

SECRET = "a long enough secret"
MONEY = InTheWay(barrier="funding", note="The fees", sharing=Sharing.SHOWN)


def add(desk, forename, contract=Contract.PERMANENT):
    details = PersonDetails(forename=forename, surname="Kaur", contract=contract)
    return people.add_person(desk, details).result


@pytest.fixture
def asha(desk):
    """The desk of an LSA."""
    accounts.add_account(desk, "asha", SECRET, person=add(desk, "Asha"), is_own=True)
    hers = college.unlock(desk.folder, "asha", SECRET)
    yield hers
    hers.close()


@pytest.fixture
def met(desk):
    """Lets so many people of a contract say that they met a barrier."""

    def meet(number, contract, barrier="funding", sharing=Sharing.COUNTED):
        for at in range(number):
            person = add(desk, f"{contract.value}{at}", contract)
            with desk.store.begin() as work:
                note = InTheWay(barrier=barrier, sharing=sharing)
                kept.set_note(work, person, note)
                work.commit(Entry("noted", Kind.CAREER, person))

    return meet


def test_a_note_is_for_its_author_until_they_say_otherwise(asha, desk):
    barriers.note_barrier(asha, InTheWay(barrier="funding", note="The fees"))
    assert barriers.my_barriers(asha)[0].note == "The fees"
    assert barriers.shown_to_me(desk) == ()
    barriers.note_barrier(asha, MONEY)
    assert [one.note for one in barriers.shown_to_me(desk)] == [MONEY]
    asha.undo()
    assert barriers.shown_to_me(desk) == ()


def test_what_is_shown_is_read_by_name_by_the_appraiser_and_by_no_colleague(asha, desk):
    accounts.add_account(desk, "ben", SECRET, person=add(desk, "Ben"), is_own=True)
    bens = college.unlock(desk.folder, "ben", SECRET)
    barriers.note_barrier(asha, MONEY)
    assert barriers.shown_to_me(bens) == ()
    people.set_link(desk, asha.person, Link.APPRAISER, bens.person)
    ((name, note),) = [(one.name, one.note) for one in barriers.shown_to_me(bens)]
    assert (name, note) == ("Asha Kaur", MONEY)
    assert barriers.shown_to_me(asha) == ()
    bens.close()


def test_to_be_counted_shows_no_words_to_anybody(asha, desk):
    barriers.note_barrier(asha, InTheWay(barrier="funding", sharing=Sharing.COUNTED))
    assert barriers.shown_to_me(desk) == ()


def test_what_is_out_of_the_way_is_gone(asha):
    barriers.note_barrier(asha, MONEY)
    barriers.clear_barrier(asha, "funding")
    assert barriers.my_barriers(asha) == ()
    with pytest.raises(UserError):
        barriers.note_barrier(asha, InTheWay(barrier="the weather"))


def test_four_people_are_no_group_and_five_are(desk, met):
    met(4, Contract.AGENCY)
    assert barriers.in_the_way(desk) == ()
    met(1, Contract.AGENCY)
    (group,) = barriers.in_the_way(desk)
    assert (group.contract, group.people, group.met["funding"]) == (Contract.AGENCY, 5, 5)
    assert group.met["training"] is None


def test_small_groups_are_told_together_or_not_at_all(desk, met):
    met(6, Contract.PERMANENT)
    met(3, Contract.AGENCY)
    assert [one.contract for one in barriers.in_the_way(desk)] == [Contract.PERMANENT]
    met(2, Contract.SESSIONAL)
    assert [one.contract for one in barriers.in_the_way(desk)] == [Contract.PERMANENT, None]


def test_what_people_keep_to_themselves_is_not_even_counted(desk, met):
    met(9, Contract.BANK, sharing=Sharing.MINE)
    assert barriers.in_the_way(desk) == ()


def test_nobody_but_the_head_reads_the_figures(asha):
    with pytest.raises(NotAllowed):
        barriers.in_the_way(asha)
