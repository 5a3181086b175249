"""The college's training plan: suggested, changed by hand, turned into people's own plans."""

from datetime import date

import pytest

from lsadesk.domain.auditing.skills import Level, Rating, Unknown, View
from lsadesk.domain.courses.training import Hand, Limits, OptionDetails, totals
from lsadesk.domain.developing.development import BehindKind, Funder
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.errors import Stale, UserError
from lsadesk.operations.courses import training, training_plan
from lsadesk.operations.developing import development
from lsadesk.operations.staff import people
from lsadesk.planner.training import solved
from lsadesk.store.auditing import skills
from lsadesk.store.trail import Entry


@pytest.fixture
def staff(desk):
    """Asha and Ben, who sign a little; Cai, of whom nobody knows."""
    found = [
        people.add_person(desk, PersonDetails(forename=name, surname="Test")).result
        for name in ("Asha", "Ben", "Cai")
    ]
    with desk.writing(Kind.RATING) as work:
        bsl = skills.skill_named(work, "BSL")
        values = (Level(1), Level(1), Unknown())
        skills.rate(
            work,
            [
                Rating(person=person, skill=bsl, value=value, view=View.AGREED)
                for person, value in zip(found, values, strict=True)
            ],
        )
        work.commit(Entry("rated", Kind.RATING))
    return found


@pytest.fixture
def signing(desk, staff):
    (bsl,) = training.board(desk).skills
    training.add_option(
        desk,
        OptionDetails(
            name="Signing",
            provider="Deaf centre",
            skill=bsl,
            from_level=0,
            to_level=2,
            cost_pence=5000,
            release_minutes=180,
            dates=(date(2030, 3, 4), date(2030, 3, 5)),
        ),
    )
    return training.board(desk).options[0]


def suggest(desk, limits):
    case = training_plan.gather(desk, limits)
    training_plan.keep_choice(desk, case, solved(case, 10))
    return training.board(desk).plan


def test_a_plan_is_suggested_within_the_money_and_says_why(desk, staff, signing):
    plan = suggest(desk, Limits(pence=5000))
    (line,) = plan.chosen
    assert line.person in staff[:2]
    assert line.why == "because nobody can do BSL yet"
    assert (line.on, line.cover) == (date(2030, 3, 4), "no session of theirs to cover")
    assert plan.worth == plan.bound
    assert totals(plan, [signing]).pence == 5000


def test_what_a_hand_keeps_or_keeps_out_stays_when_it_is_suggested_again(desk, staff, signing):
    plan = suggest(desk, Limits(pence=5000))
    chosen = plan.chosen[0].person
    other = next(each for each in staff[:2] if each != chosen)
    training_plan.set_hand(desk, plan, chosen, signing.id, Hand.REFUSED)
    again = suggest(desk, Limits(pence=5000))
    assert [each.person for each in again.chosen] == [other]
    training_plan.set_hand(desk, again, chosen, signing.id, None)
    cai = training_plan.set_hand(desk, training.board(desk).plan, staff[2], signing.id, Hand.PINNED)
    assert cai.changes.sentence == "Changed the training plan for Cai Test"
    assert staff[2] in [each.person for each in suggest(desk, Limits(pence=5000)).chosen]


def test_a_hand_on_a_plan_that_has_changed_since_is_refused(desk, staff, signing):
    plan = suggest(desk, Limits())
    suggest(desk, Limits())
    with pytest.raises(Stale):
        training_plan.set_hand(desk, plan, staff[0], signing.id, Hand.PINNED)


def test_the_plan_becomes_lines_of_peoples_plans_in_one_step_that_undo_takes_back(
    desk, staff, signing
):
    plan = suggest(desk, Limits())
    assert training_plan.into_plans(desk, plan).result == 2
    (line,) = development.actions(desk, staff[0])
    assert line.what == "Signing (Deaf centre)"
    assert (line.due, line.funder, line.cost_pence) == (date(2030, 3, 4), Funder.COLLEGE, 5000)
    assert line.release_minutes == 180
    assert line.behind.kind is BehindKind.SKILL
    with pytest.raises(UserError, match="already"):
        training_plan.into_plans(desk, training.board(desk).plan)
    with pytest.raises(UserError, match="already"):
        training_plan.set_hand(desk, training.board(desk).plan, staff[0], signing.id, Hand.REFUSED)
    desk.undo()
    assert development.actions(desk, staff[0]) == []
    assert [each.action for each in training.board(desk).plan.chosen] == [None, None]


def test_what_is_in_somebodys_plan_stays_in_the_next_suggestion(desk, staff, signing):
    training_plan.into_plans(desk, suggest(desk, Limits()))
    again = suggest(desk, Limits())
    assert [each.action is None for each in again.chosen] == [False, False]
    case = training_plan.gather(desk, Limits(pence=0))
    with pytest.raises(UserError, match="budget"):
        training_plan.choose(case)


def test_a_training_has_to_say_what_it_is_for(desk, staff):
    for wrong in (
        OptionDetails(name=" "),
        OptionDetails(name="Signing"),
        OptionDetails(name="Signing", skill=1, from_level=2, to_level=2),
    ):
        with pytest.raises(UserError):
            training.add_option(desk, wrong)


def test_an_option_is_changed_withdrawn_and_refused_where_it_is_old(desk, signing):
    wanted = training.details_of(signing)
    training.change_option(desk, signing, wanted)
    changed = OptionDetails(name="Signing on", course=None, skill=signing.skill)
    training.change_option(desk, training.board(desk).options[0], changed)
    with pytest.raises(Stale):
        training.change_option(desk, signing, wanted)
    training.withdraw_option(desk, training.board(desk).options[0])
    assert training.board(desk).options == ()
