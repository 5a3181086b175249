"""The recommendations as checklists: 7 for the college, 4 for each person."""

from datetime import date

import pytest

from lsadesk.domain.careers.catalogue import RecommendationId
from lsadesk.domain.careers.checklists import Tick
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.careers import checklists
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people

SECRET = "a long enough secret"
OURS = Tick(
    recommendation=RecommendationId("organisations-1"),
    day=date(2026, 11, 3),
    evidence="Minutes of 3 November",
)
MINE = Tick(recommendation=RecommendationId("individuals-2"), day=date(2026, 11, 4))


@pytest.fixture
def asha(desk):
    """The desk of an LSA."""
    person = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    accounts.add_account(desk, "asha", SECRET, person=person, is_own=True)
    hers = college.unlock(desk.folder, "asha", SECRET)
    yield hers
    hers.close()


def ticked(desk):
    return {line.tick for line in checklists.reasons(desk).lines if line.tick is not None}


def test_the_lists_have_seven_lines_for_the_college_and_four_for_a_person(desk, asha):
    ours = [line for line in checklists.reasons(desk).lines if line.may_tick]
    mine = [line for line in checklists.reasons(asha).lines if line.may_tick]
    assert (len(ours), len(mine)) == (7, 4)
    assert len(checklists.reasons(asha).findings) == 16


def test_a_tick_keeps_its_day_and_evidence_and_is_undone(desk):
    checklists.tick_ours(desk, OURS)
    assert ticked(desk) == {OURS}
    desk.undo()
    assert ticked(desk) == set()


def test_each_has_a_list_of_their_own(desk, asha):
    checklists.tick_mine(asha, MINE)
    assert ticked(asha) == {MINE}
    assert ticked(desk) == set()
    checklists.untick_mine(asha, MINE.recommendation)
    assert ticked(asha) == set()


def test_the_colleges_list_is_the_offices(desk, asha):
    checklists.tick_ours(desk, OURS)
    assert ticked(asha) == set()
    with pytest.raises(NotAllowed):
        checklists.untick_ours(asha, OURS.recommendation)
    checklists.untick_ours(desk, OURS.recommendation)
    assert ticked(desk) == set()


def test_what_is_for_others_is_not_ticked(desk, asha):
    with pytest.raises(UserError):
        checklists.tick_mine(asha, OURS)
    with pytest.raises(UserError):
        checklists.tick_ours(desk, MINE)
