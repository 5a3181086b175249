"""Drafts side by side, what is published from when until when, and its recorded changes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from lsadesk import planner
from lsadesk.domain.calendar import Week
from lsadesk.domain.covering.cover import Away
from lsadesk.domain.deployment.model import SlotId
from lsadesk.domain.deployment.weights import Strength
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.errors import Stale, UserError
from lsadesk.operations.covering import absences, cover_board
from lsadesk.operations.deploying import deployment, placing, plan_weights, plans
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import people, structure
from lsadesk.operations.weeks import support
from lsadesk.store.deploying import deployment as kept


@pytest.fixture
def planned(desk: Desk, small_timetable: Callable[[Desk], None]) -> Desk:
    """A college whose week A is planned: four places, two people, one gap."""
    small_timetable(desk)
    ahead = deployment.gather(desk, week=Week.A)
    deployment.keep_plan(desk, ahead, planner.solve(ahead.problem, cycles=20))
    return desk


def newest(desk: Desk) -> plans.PlanLabel:
    return plans.plans(desk)[0]


def art(desk: Desk) -> SlotId:
    made = deployment.latest(desk)
    assert made is not None
    return next(slot.id for slot in made.ahead.problem.slots if slot.title == "Art")


def week(desk: Desk) -> tuple[date, date]:
    starts = newest(desk).starts
    return starts, starts + timedelta(days=4)


def give_away(desk: Desk, why: str = "") -> None:
    """Give Art to the other person."""
    made, slot = deployment.latest(desk), art(desk)
    assert made is not None
    here = made.plan.by_slot()[slot]
    other = next(lsa.id for lsa in made.ahead.problem.lsas if lsa.id != here)
    placing.rearrange(desk, made.number, {slot: other}, seen={slot: here}, pinned=True, why=why)


def published_on(desk: Desk, day: date) -> str | None:
    """What the plan is called that people work by on *day*."""
    with desk.store.read() as reading:
        found = kept.in_force(reading, day)
    return None if found is None else found.name


def test_a_plan_made_anew_takes_the_place_of_its_draft(planned: Desk) -> None:
    first = newest(planned)
    deployment.make_plan(planned, seconds=0.2, week=Week.A)
    assert [each.id for each in plans.plans(planned)] == [first.id]
    assert first.name == "Draft 1"


def test_of_a_published_plan_a_draft_is_made_beside_it(planned: Desk) -> None:
    starts, ends = week(planned)
    plans.publish(planned, newest(planned).id, starts=starts, ends=ends)
    deployment.make_plan(planned, seconds=0.2, week=Week.A)
    assert [each.name for each in plans.plans(planned)] == ["Draft 2", "Draft 1"]


def test_a_copy_has_all_that_is_in_a_plan_and_goes_its_own_way(planned: Desk) -> None:
    original = newest(planned).id
    made = deployment.latest(planned)
    assert made is not None
    out = made.plan.by_slot()[art(planned)]
    placing.keep_out(planned, original, made.plan.unmet[0], out)
    copy = plans.copy_plan(planned, original).result
    assert plans.compare(planned, original, copy).differences == []
    give_away(planned)
    found = plans.compare(planned, original, copy)
    assert [each.slot.title for each in found.differences] == ["Art"]
    assert deployment.week_board(planned, plan=copy).ahead.kept_out == {
        made.plan.unmet[0]: frozenset({out})
    }


def test_what_is_published_is_found_on_its_days_and_no_others(planned: Desk) -> None:
    starts, ends = week(planned)
    assert published_on(planned, starts) is None
    plans.publish(planned, newest(planned).id, starts=starts, ends=ends)
    assert published_on(planned, starts) == newest(planned).name
    assert published_on(planned, ends + timedelta(days=1)) is None


def test_of_two_published_for_a_day_the_last_counts(planned: Desk) -> None:
    starts, ends = week(planned)
    first = newest(planned).id
    copy = plans.copy_plan(planned, first, "Autumn").result
    plans.publish(planned, first, starts=starts, ends=ends)
    plans.publish(planned, copy, starts=starts, ends=ends)
    assert published_on(planned, starts) == "Autumn"


def test_a_published_plan_changes_only_by_a_recorded_change(planned: Desk) -> None:
    starts, ends = week(planned)
    number = newest(planned).id
    plans.publish(planned, number, starts=starts, ends=ends)
    with pytest.raises(UserError, match="Say in a few words why"):
        give_away(planned)
    give_away(planned, "Ben knows the kiln")
    (change,) = plans.changes(planned, number)
    assert (change.why, change.before != change.after) == ("Ben knows the kiln", True)
    assert change.place == "Tue 11.15-12.45 Art, Blue"
    made = deployment.latest(planned)
    assert made is not None
    with pytest.raises(UserError, match="Copy it to a draft"):
        placing.keep_out(planned, number, art(planned), made.ahead.problem.lsas[0].id)


def test_two_people_are_swapped_in_one_step_or_not_at_all(planned: Desk) -> None:
    made = deployment.latest(planned)
    assert made is not None
    before = made.plan.by_slot()
    one = art(planned)
    other = next(slot for slot, who in before.items() if who != before[one])
    wanted = {one: before[other], other: before[one]}
    seen = {slot: before[slot] for slot in wanted}
    try:
        placing.rearrange(planned, made.number, wanted, seen=seen, pinned=True)
    except UserError:
        after = deployment.latest(planned)
        assert after is not None
        assert after.plan.by_slot() == before
    else:
        after = deployment.latest(planned)
        assert after is not None
        assert {slot: after.plan.by_slot()[slot] for slot in wanted} == wanted


def test_a_published_plan_stays_and_a_draft_may_go_and_come_back(planned: Desk) -> None:
    starts, ends = week(planned)
    first = newest(planned).id
    plans.copy_plan(planned, first, "Other")
    draft = next(each for each in plans.plans(planned) if each.name == "Other")
    plans.remove_draft(planned, draft)
    assert [each.name for each in plans.plans(planned)] == ["Draft 1"]
    planned.undo()
    assert len(plans.plans(planned)) == 2
    assert plans.compare(planned, first, draft.id).differences == []
    plans.publish(planned, first, starts=starts, ends=ends)
    published = next(each for each in plans.plans(planned) if each.id == first)
    with pytest.raises(UserError, match="stays for the record"):
        plans.remove_draft(planned, published)


def test_names_are_each_their_own_and_stale_ones_are_refused(planned: Desk) -> None:
    label = newest(planned)
    plans.rename_plan(planned, label, "Autumn")
    with pytest.raises(Stale):
        plans.rename_plan(planned, label, "Spring")
    with pytest.raises(UserError, match="already"):
        plans.copy_plan(planned, label.id, "Autumn")
    with pytest.raises(UserError, match="at most 60"):
        plans.copy_plan(planned, label.id, "A" * 61)
    with pytest.raises(UserError, match="Give the plan a name"):
        plans.rename_plan(planned, newest(planned), "  ")


def test_days_the_wrong_way_round_are_refused(planned: Desk) -> None:
    starts, _ = week(planned)
    with pytest.raises(UserError, match="before the first"):
        plans.publish(planned, newest(planned).id, starts=starts, ends=starts - timedelta(days=1))


def test_nothing_lapses_where_nothing_is_dated(planned: Desk) -> None:
    starts, ends = week(planned)
    assert plans.lapses(planned, newest(planned).id, starts=starts, ends=ends) == []


def test_what_counts_is_kept_and_used_by_the_next_plan(planned: Desk) -> None:
    plan_weights.set_weights(planned, {"team": Strength.MOST})
    assert plan_weights.weights(planned)["team"] is Strength.MOST
    assert deployment.gather(planned, week=Week.A).problem.weights == {"team": 100}
    made = deployment.latest(planned)
    assert made is not None
    assert not made.outdated  # other weights do not make a plan wrong


def test_the_same_week_gets_the_same_plan_where_that_is_asked_for(planned: Desk) -> None:
    ahead = deployment.gather(planned, week=Week.A)
    once, again = deployment.propose(ahead), deployment.propose(ahead)
    assert once.assignments == again.assignments


# Source: A69.
def test_whoever_moves_from_the_pool_to_an_area_keeps_what_they_are_to_do(planned: Desk) -> None:
    starts, ends = week(planned)
    plans.publish(planned, newest(planned).id, starts=starts, ends=ends)
    before = deployment.latest(planned)
    who = before.plan.by_slot()[art(planned)]
    away = Away(first=starts, last=starts, person=who)
    absences.mark_away(planned, [away])
    for name in ("Pool", "Creative arts"):
        team = structure.add_team(planned, name).result
        read = people.person(planned, who)
        people.change_person(planned, who, read.version, replace(read, team=team))
    after = deployment.latest(planned)
    assert after.ahead.teams[who] == "Creative arts"
    assert after.plan == before.plan
    assert not after.outdated
    assert [each.person for each in cover_board.board(planned, away.first).absences] == [who]


def test_the_week_is_gathered_anew_for_whatever_is_done_but_to_plans_and_days(
    planned: Desk,
) -> None:
    def of_the_week() -> object:
        made = deployment.latest(planned)
        assert made is not None
        return made.ahead.sessions

    before = of_the_week()
    give_away(planned)
    planned.undo()
    absences.mark_away(planned, [Away(first=week(planned)[0], last=week(planned)[1], group="Blue")])
    assert of_the_week() is before
    support.add_learner(planned, LearnerDetails(reference="RT11", group="Blue"))
    after = of_the_week()
    assert after is not before
    made = deployment.latest(planned)
    assert made is not None
    assert [each.reference for each in made.ahead.learners] == ["RT11"]
    planned.undo()
    assert of_the_week() is not after
