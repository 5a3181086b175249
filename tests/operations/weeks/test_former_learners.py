"""Erasing a learner who has left: what goes, what is looked through for the reference."""

from datetime import date, timedelta

import pytest

from lsadesk.domain.calendar import months_after
from lsadesk.domain.placements.placements import EntryDetails, EntryKind, PlacementDetails
from lsadesk.domain.rights import READ, Kind, Standing, allows
from lsadesk.domain.staff.health import HealthNote
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.errors import UserError
from lsadesk.operations import home
from lsadesk.operations.keeping.happenings import happenings
from lsadesk.operations.placements import placements
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


def test_own_placements_are_counted_with_what_goes_and_not_as_texts_about_others(desk):
    asha = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    learner = support.add_learner(
        desk, LearnerDetails(reference="KD0", left_on=LEFT, prefers=frozenset({asha}))
    ).result
    at_a_cafe = PlacementDetails(
        learner=learner, place="Caffi'r Ŵyn", starts=LEFT, ends=LEFT, does="KD0 serves", lsa=asha
    )
    placements.add_placement(desk, at_a_cafe)
    (record,) = placements.placements(desk).records
    said = EntryDetails(kind=EntryKind.FEEDBACK, on=LEFT, learner_said="I am KD0")
    placements.write_entry(desk, record.placement.id, said)
    planned = former_learners.plan(desk, learner)
    assert planned.written_elsewhere == {}
    assert planned.parts[0].number == 5, "reference, whom they like, place, its LSA, what was said"
    (read,) = support.support(desk).learners
    done = former_learners.erase(desk, read, "The period is over").result
    assert done.parts == planned.parts


@pytest.mark.parametrize("words", ["Beside kd0, as before", "KD0's friend", "First\nKD0"])
def test_a_reference_is_found_as_a_whole_word_in_any_capitals(desk, words):
    learner = a_leaver(desk, "KD0")
    support.add_learner(desk, LearnerDetails(reference="KD07", note="KD01 and OKD0"))
    assert former_learners.plan(desk, learner).written_elsewhere == {}
    support.add_learner(desk, LearnerDetails(reference="MT02", tasks=frozenset({words})))
    assert former_learners.plan(desk, learner).written_elsewhere == {"learner": 1}


def test_a_welsh_reference_is_found_in_capitals_too(desk):
    learner = a_leaver(desk, "Siân ŵ")
    support.add_learner(desk, LearnerDetails(reference="MT02", note="Like SIÂN Ŵ"))
    assert former_learners.plan(desk, learner).written_elsewhere == {"learner": 1}


def test_home_counts_the_same_learners_as_the_page_marks(desk):
    with desk.store.read() as reading:
        last = months_after(desk.today, -former_learners.months_kept(reading))
    for number, left in enumerate((last - timedelta(1), last, last + timedelta(1), None)):
        details = LearnerDetails(reference=f"KD0{number}", left_on=left)
        support.add_learner(desk, details)
    told = support.support(desk)
    due = [each for each in told.learners if each.id in told.former.due]
    assert [each.reference for each in due] == ["KD00", "KD01"]
    assert home.today(desk).learners_due == 2
    former_learners.erase(desk, due[0], "The period is over")
    assert home.today(desk).learners_due == 1


def test_what_is_held_on_a_learner_is_kept_longer_with_a_reason_and_comes_again(desk):
    learner = a_leaver(desk)
    until = date(2027, 9, 1)
    with pytest.raises(UserError, match="Say why"):
        former_learners.keep_longer(desk, learner, until, " ")
    former_learners.keep_longer(desk, learner, until, "An inquiry by the coroner")
    assert home.today(desk).learners_due == 0
    told = support.support(desk)
    assert told.former.longer[learner].reason == "An inquiry by the coroner"
    assert "1 Sep 2027" in former_learners.plan(desk, learner).in_the_way
    with pytest.raises(UserError, match="decided to keep"):
        former_learners.erase(desk, told.learners[0], "The period is over")
    line = happenings(desk)[0]
    assert (line.kind, line.detail) == (Kind.LEARNER, "until 1 Sep 2027")
    former_learners.keep_longer(desk, learner, desk.today, "It is over")
    assert home.today(desk).learners_due == 1
    former_learners.erase(desk, told.learners[0], "The period is over")
    assert support.support(desk).former.longer == {}
