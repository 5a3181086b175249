"""Where somebody stands on the map, what they wish for, and who may know."""

import pytest

from lsadesk.domain.appraisals.assessment import Answer
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import RoleId, StatementId
from lsadesk.domain.developing.development import Behind, BehindKind
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.errors import UserError
from lsadesk.operations.appraisals import assessment
from lsadesk.operations.careers import career, library
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people

SECRET = "a long enough secret"
SENIOR, MENTOR = RoleId("senior-lsa"), RoleId("learning-mentor")


@pytest.fixture
def asha(desk):
    """The desk of an LSA at Level 3."""
    details = PersonDetails(forename="Asha", surname="Kaur", title="LSA", level=3)
    person = people.add_person(desk, details).result
    accounts.add_account(desk, "asha", SECRET, person=person, is_own=True)
    hers = college.unlock(desk.folder, "asha", SECRET)
    yield hers
    hers.close()


def test_the_map_shows_where_a_person_stands(asha):
    seen = career.my_map(asha)
    assert seen.place.role == "experienced-lsa"
    assert seen.place.wishes == ()
    assert not seen.place.stays


def test_the_map_of_an_account_without_a_person_has_no_place(desk):
    seen = career.my_map(desk)
    assert seen.place is None
    assert len(seen.framework.roles) > 60
    with pytest.raises(UserError, match="not linked"):
        career.wish_for(desk, SENIOR, wished=True)


def test_wishes_are_kept_in_the_order_they_were_made_and_taken_back(asha):
    career.wish_for(asha, SENIOR, wished=True)
    done = career.wish_for(asha, MENTOR, wished=True)
    assert done.changes.sentence == "Wished for Learning mentor"
    assert career.my_map(asha).place.wishes == (SENIOR, MENTOR)
    career.wish_for(asha, SENIOR, wished=False)
    assert career.my_map(asha).place.wishes == (MENTOR,)


def test_wanting_to_stay_is_kept_beside_other_wishes(asha):
    career.wish_for(asha, SENIOR, wished=True)
    career.wish_to_stay(asha, stays=True)
    place = career.my_map(asha).place
    assert (place.wishes, place.stays) == ((SENIOR,), True)
    career.wish_to_stay(asha, stays=False)
    assert not career.my_map(asha).place.stays


def test_a_wish_can_be_undone(asha):
    career.wish_for(asha, SENIOR, wished=True)
    asha.undo()
    assert career.my_map(asha).place.wishes == ()


def test_the_map_knows_the_persons_own_unshared_answers(asha):
    listen = StatementId("listen")
    assessment.keep_answer(asha, Answer(statement=listen, value=Level(3)))
    assert career.my_map(asha).known == {listen: Level(3)}


@pytest.mark.parametrize("typed", ["snior lsa", "Academic Support Worker", "teachr"])
def test_a_role_is_found_by_other_titles_and_with_slips_of_the_pen(asha, typed):
    found = career.roles_to_find(career.my_map(asha)).find(typed)
    assert {"lsa", "senior-lsa", "teacher"} & {one.id for one in found}


def test_the_map_knows_what_is_in_the_plan_already(asha):
    seen = career.my_map(asha)
    assert seen.planned == frozenset()
    step = career.one_step(seen)[0]
    library.plan_step(asha, asha.person, step)
    assert career.my_map(asha).planned == {Behind(BehindKind.ROLE, step.role.id)}
