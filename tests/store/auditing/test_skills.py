from datetime import date

from lsadesk.domain.auditing.audit import PROOF_SEEN, TRAINING_BOOKED
from lsadesk.domain.auditing.skills import (
    NEVER_ASKED,
    Exempt,
    Level,
    NotApplicable,
    Rating,
    SkillId,
    Suspended,
    Unknown,
    View,
)
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonDetails, PersonId
from lsadesk.operations.desk import Desk
from lsadesk.store.auditing import skills
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry


def kept(desk: Desk, *ratings: Rating) -> int:
    with desk.store.begin() as work:
        written = skills.rate(work, ratings)
        work.commit(Entry("rated", Kind.RATING))
    return written


def a_rating(person: PersonId, skill: SkillId, value, view=View.IMPORTED, **more) -> Rating:
    return Rating(person=person, skill=skill, value=value, view=view, **more)


def asha_and_bsl(desk: Desk) -> tuple[PersonId, SkillId]:
    with desk.store.begin() as work:
        asha = people.add(work, PersonDetails(forename="Asha", surname="Kaur"))
        bsl = skills.skill_named(work, "BSL", "Communication")
        work.commit(Entry("added", Kind.PERSON))
    return asha, bsl


def test_every_kind_of_value_comes_back_as_it_was_given(desk: Desk):
    asha, bsl = asha_and_bsl(desk)
    for value in (
        Level(0),
        Level(4),
        Unknown(),
        NotApplicable(),
        Exempt("bad back"),
        Suspended(date(2027, 1, 5), "refresher due"),
    ):
        kept(desk, a_rating(asha, bsl, value))
        with desk.store.read() as reading:
            assert [rating.value for rating in skills.ratings_of(reading, asha)] == [value]


def test_the_same_rating_again_writes_nothing(desk: Desk):
    asha, bsl = asha_and_bsl(desk)
    rating = a_rating(asha, bsl, Level(2), note="2-3")
    assert kept(desk, rating) == 1
    assert kept(desk, rating) == 0
    with desk.store.read() as reading:
        assert len(skills.history_of(reading, asha, bsl)) == 1


def test_the_audit_shows_what_was_agreed_before_what_one_side_thinks(desk: Desk):
    asha, bsl = asha_and_bsl(desk)
    kept(desk, a_rating(asha, bsl, Level(1), View.SELF))
    kept(desk, a_rating(asha, bsl, Level(3), View.AGREED))
    kept(desk, a_rating(asha, bsl, Level(4), View.APPRAISER))
    with desk.store.read() as reading:
        assert skills.cells(reading, [asha], [bsl]) == bytes([3])
        assert len(skills.ratings_of(reading, asha)) == 3


def test_a_cell_tells_proof_and_booked_training_and_who_was_never_asked(desk: Desk):
    asha, bsl = asha_and_bsl(desk)
    kept(desk, a_rating(asha, bsl, Level(2), proof="seen", training_booked=True))
    with desk.store.read() as reading:
        nobody = PersonId(999)
        cells = skills.cells(reading, [nobody, asha], [bsl])
    assert cells == bytes([NEVER_ASKED, 2 | TRAINING_BOOKED | PROOF_SEEN])


def test_the_planner_is_given_only_levels_that_are_known(desk: Desk):
    asha, bsl = asha_and_bsl(desk)
    kept(desk, a_rating(asha, bsl, Level(3), View.SELF))
    kept(desk, a_rating(asha, bsl, Suspended(None, "concern"), View.AGREED))
    with desk.store.read() as reading:
        assert skills.shown_levels(reading) == []
