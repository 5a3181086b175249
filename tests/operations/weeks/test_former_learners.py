"""Erasing a learner who has left: what goes, what is looked through for the reference."""

from datetime import date

from lsadesk.domain.rights import READ, Kind, Standing, allows
from lsadesk.domain.staff.health import HealthNote
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.operations.staff import health, people
from lsadesk.operations.weeks import former_learners, support

LEFT = date(2025, 11, 21)


def a_leaver(desk, reference="KD07"):
    return support.add_learner(desk, LearnerDetails(reference=reference, left_on=LEFT)).result


def test_a_reference_that_is_any_words_tells_nothing_of_a_record_about_staff(desk):
    asha = people.add_person(
        desk, PersonDetails(forename="Asha", surname="Kaur", note="Waits for a hip op")
    ).result
    health.set_health_note(desk, asha, HealthNote("A hip op in May"))
    learner = a_leaver(desk, "hip op")
    support.add_learner(desk, LearnerDetails(reference="MT02", note="Saw the hip op"))
    assert former_learners.plan(desk, learner).written_elsewhere == {"learner": 1}


def test_whoever_may_see_a_learner_may_read_all_that_is_looked_through():
    read = (Kind.TIMETABLE, Kind.DEPLOYMENT, Kind.DELIVERED, Kind.ABSENCE)
    told = (Kind.BRIEFING, Kind.FEEDBACK, Kind.PLACEMENT)
    for standing in (Standing(deploys=frozenset({1})), Standing(is_head=True)):
        assert allows(standing, READ, Kind.LEARNER)
        assert all(allows(standing, READ, kind) for kind in (*read, *told))
    assert not allows(Standing(is_administrator=True), READ, Kind.LEARNER)
