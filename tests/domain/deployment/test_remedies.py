"""Single changes that would fill a gap: each is tried, and none is offered that fails."""

from dataclasses import replace

import pytest

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import Weekday
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.deployment.model import (
    Assignment,
    CertificateNeed,
    Names,
    Plan,
    Problem,
    SignOff,
    SkillNeed,
)
from lsadesk.domain.deployment.one_change import Step
from lsadesk.domain.deployment.remedies import remedies
from lsadesk.domain.weeks.learners import LearnerId

EPILEPSY = CertificateNeed(frozenset({CourseId(1)}), "epilepsy training")


@pytest.fixture
def ask(monday):
    """The remedies for the first slot of a week, the others held as given."""

    def found(lsas, slots, held=(), pinned=()):
        problem = Problem(
            starts=monday,
            lsas=tuple(lsas),
            slots=tuple(slots),
            names=Names(skills={SkillId(1): "BSL"}),
        )
        placed = tuple(Assignment(slot.id, lsa.id, slot in pinned) for slot, lsa in held)
        taken = {each.slot for each in placed}
        unmet = tuple(slot.id for slot in slots if slot.id not in taken)
        return remedies(problem, Plan(assignments=placed, unmet=unmet, objective=0), slots[0].id)

    return found


def test_a_lapsed_certificate_is_renewed_and_a_new_one_got(ask, a_slot, an_lsa):
    gap = a_slot(certificates=(EPILEPSY,))
    had = an_lsa(name="Asha", valid={CourseId(1): frozenset()})
    told = ask([had, an_lsa(name="Ben")], [gap])
    assert [each.sentence for each in told] == [
        "Renew Asha's epilepsy training.",
        "Get Ben's epilepsy training.",
    ]


def test_a_sign_off_is_offered_for_that_learner(ask, a_slot, an_lsa):
    feed = SignOff(LearnerId(1), "feed", "gastrostomy feed with RT11")
    (told,) = ask([an_lsa(name="Asha")], [a_slot(sign_offs=(feed,))])
    assert told.sentence == "Have Asha signed off for gastrostomy feed with RT11."
    assert told.step is Step.SIGN_OFF


def test_one_level_may_be_learnt_and_an_unknown_one_asked_after(ask, a_slot, an_lsa):
    gap = a_slot(skills=(SkillNeed(SkillId(1), 2),))
    nearly = an_lsa(name="Asha", levels={SkillId(1): 1})
    told = ask([nearly, an_lsa(name="Ben"), an_lsa(levels={SkillId(1): 0})], [gap])
    assert [each.sentence for each in told] == [
        "Ask Ben about BSL, which is not known.",
        "Bring Asha from 1 (under direct instruction) to 2 (with guidance) in BSL.",
    ]


def test_a_few_minutes_later_free_somebody(ask, a_slot, an_lsa):
    asha, gap, before = an_lsa(name="Asha"), a_slot("10:30-11:30"), a_slot("9:15-10:45")
    told = ask([asha], [gap, before], [(before, asha)])
    assert [each.sentence for each in told] == ["Start 15 minutes later: then Asha can come."]


def test_where_somebody_is_free_no_other_time_is_offered(ask, a_slot, an_lsa):
    assert not ask([an_lsa(name="Asha")], [a_slot("10:30-11:30")])


def test_somebody_comes_a_little_earlier(ask, a_slot, an_lsa):
    told = ask([an_lsa(name="Asha")], [a_slot("8:00-9:30")])
    assert [each.step for each in told] == [Step.RETIME, Step.COME]
    assert told[1].sentence == "Ask Asha to be there 30 minutes earlier on Monday."
    assert [str(each.span) for each in told] == ["8.30-9.30", "None"]


def test_an_hour_more_a_week_is_rounded_up_to_half_hours(ask, a_slot, an_lsa):
    asha, other = an_lsa(name="Asha", weekly_minutes=120), a_slot(day=Weekday.TUESDAY)
    told = ask([asha], [a_slot(), other], [(other, asha)])
    assert [each.sentence for each in told if each.step is Step.MORE_HOURS] == [
        "Agree 1 hour more a week with Asha."
    ]


def test_a_third_person_takes_over_and_nobody_stands_in_two_places(ask, a_slot, an_lsa):
    gap = a_slot(skills=(SkillNeed(SkillId(1), 2),))
    other = a_slot(title="Art")
    asha, ben = an_lsa(name="Asha", levels={SkillId(1): 3}), an_lsa(name="Ben")
    told = ask([asha, ben], [gap, other], [(other, asha)])
    assert told[0].sentence == ("Swap: Asha comes here, and Ben takes over Art, Mon 9.15-10.45.")
    assert dict(told[0].moves) == {gap.id: asha.id, other.id: ben.id}


def test_three_people_move_along_where_two_are_not_enough(ask, a_slot, an_lsa):
    skills = {SkillId(1): 3}, {SkillId(1): 1, SkillId(2): 2}, {}
    asha, ben, cara = (
        an_lsa(name=name, levels=levels)
        for name, levels in zip(("Asha", "Ben", "Cara"), skills, strict=True)
    )
    gap = a_slot(skills=(SkillNeed(SkillId(1), 2),))
    art = a_slot(title="Art", skills=(SkillNeed(SkillId(2), 2),))
    maths = a_slot(title="Maths")
    (told,) = ask([asha, ben, cara], [gap, art, maths], [(art, asha), (maths, ben)])[:1]
    assert told.sentence == (
        "Swap: Asha comes here, Ben takes over Art, Mon 9.15-10.45, "
        "and Cara takes over Maths, Mon 9.15-10.45."
    )
    assert dict(told.moves) == {gap.id: asha.id, art.id: ben.id, maths.id: cara.id}


def test_a_full_week_is_eased_by_leaving_a_place_of_another_day(ask, a_slot, an_lsa):
    gap = a_slot(skills=(SkillNeed(SkillId(1), 2),))
    friday = a_slot(day=Weekday.FRIDAY, title="Art")
    asha = an_lsa(name="Asha", levels={SkillId(1): 3}, weekly_minutes=120)
    told = ask([asha, an_lsa(name="Ben")], [gap, friday], [(friday, asha)])
    assert told[0].sentence == "Swap: Asha comes here, and Ben takes over Art, Fri 9.15-10.45."


def test_nobody_leaves_a_place_that_only_they_could_take(ask, a_slot, an_lsa):
    needs = (SkillNeed(SkillId(1), 2),)
    gap, art = a_slot(skills=needs), a_slot(skills=needs)
    asha = an_lsa(levels={SkillId(1): 3})
    assert Step.MOVE not in {each.step for each in ask([asha, an_lsa()], [gap, art], [(art, asha)])}


def test_whoever_is_pinned_is_not_moved(ask, a_slot, an_lsa):
    gap, other = a_slot(skills=(SkillNeed(SkillId(1), 2),)), a_slot()
    asha, ben = an_lsa(levels={SkillId(1): 3}), an_lsa()
    told = ask([asha, ben], [gap, other], [(other, asha)], pinned=[other])
    assert Step.MOVE not in {each.step for each in told}


def test_what_a_learners_plan_says_is_never_offered_to_be_dropped(ask, a_slot, an_lsa):
    asha, ben = an_lsa(), an_lsa()
    gap = replace(a_slot(), avoid=frozenset({asha.id}), refused=frozenset({ben.id}))
    told = ask([asha, ben], [gap])
    assert [each.step for each in told] == [Step.LET_IN]


def test_two_changes_at_once_are_not_one(ask, a_slot, an_lsa):
    gap = a_slot(certificates=(EPILEPSY,), skills=(SkillNeed(SkillId(1), 2),))
    assert ask([an_lsa()], [gap]) == []


def test_a_certificate_and_somebody_who_takes_over_fill_it_together(ask, a_slot, an_lsa):
    gap = a_slot(certificates=(EPILEPSY,), skills=(SkillNeed(SkillId(1), 2),))
    art = a_slot(title="Art")
    asha = an_lsa(name="Asha", valid={CourseId(1): frozenset()}, levels={SkillId(1): 3})
    ben = an_lsa(name="Ben")
    (told,) = ask([asha, ben], [gap, art], [(art, asha)])
    assert told.sentence == (
        "Renew Asha's epilepsy training: then Asha comes here, "
        "and Ben takes over Art, Mon 9.15-10.45."
    )
    assert (told.step, told.person, told.place) == (Step.RENEW, asha.id, gap.id)
    assert told.moves_along
    assert dict(told.moves) == {gap.id: asha.id, art.id: ben.id}
    assert ask([asha, ben], [gap, art], [(art, asha)], pinned=(art,)) == []


def test_whoever_takes_over_may_be_the_one_to_be_changed(ask, a_slot, an_lsa):
    gap = a_slot(skills=(SkillNeed(SkillId(1), 2),))
    art = a_slot(title="Art", certificates=(EPILEPSY,))
    asha = an_lsa(name="Asha", valid={CourseId(1): {Weekday.MONDAY}}, levels={SkillId(1): 3})
    ben = an_lsa(name="Ben", levels={SkillId(1): 0})
    (told,) = ask([asha, ben], [gap, art], [(art, asha)])
    assert told.sentence == (
        "Get Ben's epilepsy training: then Ben takes over Art, Mon 9.15-10.45, and Asha comes here."
    )
    assert (told.person, told.place) == (ben.id, art.id)


def test_a_later_start_and_somebody_who_takes_over_fill_it_together(ask, a_slot, an_lsa):
    gap = a_slot("10:30-11:30", skills=(SkillNeed(SkillId(1), 2),))
    before, after = a_slot("9:15-10:45", title="Art"), a_slot("11:00-12:00", title="Maths")
    asha, ben = (
        an_lsa(name="Asha", levels={SkillId(1): 3}),
        an_lsa(name="Ben", levels={SkillId(1): 0}),
    )
    told = ask([asha, ben], [gap, before, after], [(before, asha), (after, asha)])
    assert [each.sentence for each in told] == [
        "Start 15 minutes later: then Asha comes here, and Ben takes over Maths, Mon 11.00-12.00.",
        "End 30 minutes earlier: then Asha comes here, and Ben takes over Art, Mon 9.15-10.45.",
    ]


def test_a_change_with_a_move_is_not_told_where_less_would_do(ask, a_slot, an_lsa):
    gap = a_slot(certificates=(EPILEPSY,))
    art = a_slot(title="Art")
    asha, ben = an_lsa(name="Asha"), an_lsa(name="Ben")
    (told,) = ask([asha, ben], [gap, art], [(art, asha)])
    assert told.sentence == "Get Ben's epilepsy training."
