"""Planning a week: what is kept, what a hand put there, and what it is refused."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from lsadesk import planner
from lsadesk.domain.calendar import Week
from lsadesk.domain.changes import Done
from lsadesk.domain.deployment.explain import Reasons
from lsadesk.domain.deployment.fingerprint import costing
from lsadesk.domain.deployment.model import NOTHING_PROVEN, SlotId
from lsadesk.domain.deployment.weights import Strength
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import Stale, UserError
from lsadesk.operations.deploying import deployment, placing, plan_weights
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import accounts, college

CYCLES = 20


@pytest.fixture
def planned(desk: Desk, small_timetable: Callable[[Desk], None]) -> Desk:
    """A college whose week A is planned: three places on Monday, one on Tuesday, two people."""
    small_timetable(desk)
    ahead = deployment.gather(desk, week=Week.A)
    deployment.keep_plan(desk, ahead, planner.solve(ahead.problem, cycles=CYCLES))
    return desk


def made(desk: Desk) -> deployment.WeekPlan:
    found = deployment.latest(desk, Week.A)
    assert found is not None
    return found


def on_tuesday(desk: Desk) -> SlotId:
    return next(slot.id for slot in made(desk).ahead.problem.slots if slot.title == "Art")


def the_other(desk: Desk, slot: SlotId) -> PersonId:
    plan = made(desk)
    here = plan.plan.by_slot().get(slot)
    return next(lsa.id for lsa in plan.ahead.problem.lsas if lsa.id != here)


def assign(desk: Desk, slot: SlotId, person: PersonId | None, *, pinned: bool) -> Done[None]:
    """Give a place to somebody, as one who sees the plan as it is."""
    seen = made(desk).plan.by_slot().get(slot)
    return placing.rearrange(
        desk, made(desk).number, {slot: person}, seen={slot: seen}, pinned=pinned
    )


def test_before_the_first_plan_the_week_is_there_to_be_planned(
    desk: Desk, small_timetable: Callable[[Desk], None]
) -> None:
    small_timetable(desk)
    board = deployment.week_board(desk)
    assert board.made is None
    assert len(board.ahead.problem.slots) == 4
    assert not board.two_weeks


def test_what_is_not_covered_is_told_with_its_reason(planned: Desk) -> None:
    board = deployment.week_board(planned)
    assert [need.title for need in board.unmet] == ["Cookery"]
    assert board.unmet[0].reason == "Of 2 people: 2 busy."


def test_another_person_takes_a_place_until_it_is_undone(planned: Desk) -> None:
    slot = on_tuesday(planned)
    before, other = made(planned).plan.by_slot(), the_other(planned, slot)
    done = assign(planned, slot, other, pinned=True)
    assert done.changes.sentence.startswith("Placed ")
    assert made(planned).plan.by_slot()[slot] == other
    assert not made(planned).outdated
    planned.undo()
    assert made(planned).plan.by_slot() == before


def test_a_place_that_is_left_open_counts_as_not_covered(planned: Desk) -> None:
    slot = on_tuesday(planned)
    assign(planned, slot, None, pinned=False)
    assert slot in made(planned).plan.unmet
    assert not made(planned).outdated
    planned.undo()
    assert slot not in made(planned).plan.unmet


def test_what_was_proven_is_said_of_that_very_week_alone(planned: Desk) -> None:
    slot = on_tuesday(planned)
    assert made(planned).plan.bound.slots == 1
    assign(planned, slot, None, pinned=False)
    assert made(planned).plan.bound.slots == 1
    placing.keep_out(planned, made(planned).number, slot, the_other(planned, slot))
    assert made(planned).plan.bound == NOTHING_PROVEN
    planned.undo()
    assert made(planned).plan.bound.slots == 1


def test_that_no_plan_can_be_better_is_known_again_until_what_it_held_for_changes(
    planned: Desk,
) -> None:
    ahead = deployment.gather(planned, week=Week.A)
    found = planner.solve(ahead.problem, cycles=CYCLES)
    proven = replace(found.bound, whole=found.objective, whole_of=costing(ahead.problem))
    found = replace(found, bound=proven)
    deployment.keep_plan(planned, ahead, found)
    assert made(planned).plan.gap == 0.0
    plan_weights.set_weights(planned, {"fit": Strength.MOST})
    assert made(planned).plan.bound.whole == 0
    planned.undo()
    slot = on_tuesday(planned)
    assign(planned, slot, the_other(planned, slot), pinned=True)  # one plan more is ruled out
    assert made(planned).plan.bound.whole == found.bound.whole
    assert (made(planned).plan.gap or 0.0) >= 0.0


def test_a_plan_that_found_less_is_told_from_the_draft_before_it(planned: Desk) -> None:
    ahead = deployment.gather(planned, week=Week.A)
    before = made(planned).plan
    less = replace(
        before,
        assignments=before.assignments[1:],
        unmet=(*before.unmet, before.assignments[0].slot),
    )
    assert deployment.was_better(planned, ahead, deployment.judged(ahead.problem, less))
    assert not deployment.was_better(planned, ahead, before)
    assert not deployment.was_better(planned, replace(ahead, draft=None), less)


def test_of_two_who_fill_one_place_the_second_is_told_and_nothing_is_lost(planned: Desk) -> None:
    slot = on_tuesday(planned)
    seen_by_both = made(planned).plan.by_slot()[slot]
    other = the_other(planned, slot)
    assign(planned, slot, other, pinned=True)
    with pytest.raises(Stale, match="Look at the week again"):
        placing.rearrange(
            planned, made(planned).number, {slot: None}, seen={slot: seen_by_both}, pinned=False
        )
    assert made(planned).plan.by_slot()[slot] == other


def test_the_next_plan_keeps_whoever_is_pinned(planned: Desk) -> None:
    slot = on_tuesday(planned)
    other = the_other(planned, slot)
    assign(planned, slot, other, pinned=True)
    deployment.make_plan(planned, seconds=0.3, week=Week.A)
    kept = next(each for each in made(planned).plan.assignments if each.slot == slot)
    assert (kept.person, kept.pinned) == (other, True)


def test_nobody_is_put_in_two_places_at_once(planned: Desk) -> None:
    plan = made(planned).plan
    busy = plan.assignments[0].person
    with pytest.raises(UserError, match=r"cannot take .*: busy"):
        assign(planned, plan.unmet[0], busy, pinned=True)
    assert made(planned).plan == plan


def test_a_place_that_is_gone_is_refused_in_a_sentence(planned: Desk) -> None:
    with pytest.raises(UserError, match="not in the plan any more"):
        assign(planned, SlotId(on_tuesday(planned).session, 9), None, pinned=False)


def test_a_plan_of_one_week_is_not_shown_for_the_other(planned: Desk) -> None:
    assert deployment.latest(planned, Week.B) is None
    assert deployment.week_board(planned, Week.B).made is None


def test_an_lsa_may_not_place_anybody(planned: Desk) -> None:
    person = made(planned).ahead.problem.lsas[0].id
    slot = on_tuesday(planned)
    accounts.add_account(planned, "asha", "correct horse", person=person, is_own=True)
    folder = planned.folder
    theirs = college.unlock(folder, "asha", "correct horse")
    with pytest.raises(UserError, match="duties"):
        placing.rearrange(
            theirs, made(planned).number, {slot: None}, seen={slot: person}, pinned=False
        )
    theirs.close()


def test_the_least_hindered_come_first(planned: Desk) -> None:
    plan = made(planned)
    reasons = Reasons(plan.ahead.problem, plan.plan)
    [only] = reasons.candidates(on_tuesday(planned))
    assert only.rules == ()
