"""Induction, the first point, and where somebody stands."""

from datetime import date

import pytest

from lsadesk.domain.appraisals.appraisal import MoveKind
from lsadesk.domain.appraisals.assessment import Answer
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.staff.induction import StepId
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.appraisals import appraising, assessment, signing
from lsadesk.operations.covering import leading
from lsadesk.operations.staff import induction
from tests.operations.appraisal_world import DAY, sign_both, talk_through, two


@pytest.fixture
def pair(desk):
    """Asha and Pat."""
    made = two(desk)
    yield made
    made.close()


@pytest.fixture
def pats(pair):
    """Pat's desk."""
    return pair.sit_down("pat")


def test_steps_are_ticked_with_their_day_and_unticked(pair, pats):
    steps = induction.induction(pats, pair.asha).steps
    induction.tick(pats, pair.asha, steps[0].id, DAY)
    induction.tick(pats, pair.asha, steps[0].id, date(2026, 11, 20))
    assert induction.induction(pats, pair.asha).done == {steps[0].id: date(2026, 11, 20)}
    induction.tick(pats, pair.asha, steps[0].id, None)
    assert induction.induction(pats, pair.asha).done == {}


def test_the_end_of_the_induction_gives_point_one(pair, pats):
    for step in induction.induction(pats, pair.asha).steps:
        induction.tick(pats, pair.asha, step.id, DAY)
    induction.finish(pats, pair.asha, DAY)
    assert induction.induction(pats, pair.asha).finished_on == DAY
    stands = induction.progression(pair.sit_down("asha"), pair.asha)
    assert (stands.point.number, stands.level) == (1, None)
    assert stands.moves[0].reason == "End of induction."
    assert len(stands.routes) == 2


def test_it_ends_with_steps_left_only_for_a_reason(pair, pats):
    with pytest.raises(UserError, match="Steps that are not ticked: 10"):
        induction.finish(pats, pair.asha, DAY)
    induction.finish(pats, pair.asha, DAY, although="Worked here before.")
    reason = induction.progression(pats, pair.asha).moves[0].reason
    assert reason == "End of induction. Worked here before."
    with pytest.raises(UserError, match="given already"):
        induction.finish(pats, pair.asha, DAY, although="Again.")


def test_a_day_to_come_and_a_step_that_nobody_knows_are_refused(pair, pats):
    step = induction.induction(pats, pair.asha).steps[0].id
    with pytest.raises(UserError, match="still to come"):
        induction.tick(pats, pair.asha, step, date(2026, 11, 25))
    with pytest.raises(UserError, match="no longer part"):
        induction.tick(pats, pair.asha, StepId("x"), DAY)


def test_nobody_ticks_their_own_induction(pair):
    asha = pair.sit_down("asha")
    step = induction.induction(asha, pair.asha).steps[0].id
    with pytest.raises(NotAllowed):
        induction.tick(asha, pair.asha, step, DAY)


def test_point_three_makes_somebody_available_for_teacher_cover(pair, pats):
    found = pair.rate(pats, own_goals=3)
    appraising.open_meeting(pats, found, without_self="Prefers to talk.")
    appraising.propose_move(pats, found, MoveKind.POINT, 3, "Covered twice, with thanks.")
    talk_through(pats, found)
    signing.agree(pats, found)
    assert leading.led_board(pair.owner, DAY).may_lead == {}
    sign_both(pats, found)
    assert set(leading.led_board(pair.owner, DAY).may_lead) == {pair.asha}


def test_what_the_next_level_asks_stands_beside_what_they_say_for_their_own_eyes_only(pair, pats):
    asha = pair.sit_down("asha")
    own, others = (induction.progression(desk, pair.asha).following for desk in (asha, pats))
    assert own.level == others.level
    assert own.level.number == 1
    assert set(own.fit.unknown) == set(own.level.asks)
    statement, level = next(iter(own.level.asks.items()))
    said = Answer(statement=statement, value=Level(level))
    assessment.keep_answer(asha, said)
    own, others = (induction.progression(desk, pair.asha).following for desk in (asha, pats))
    assert own.fit.has == (statement,)
    assert statement in others.fit.unknown
