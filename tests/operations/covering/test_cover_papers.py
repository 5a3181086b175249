from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from lsadesk import planner
from lsadesk.domain.calendar import Week, Weekday
from lsadesk.domain.covering.cover import Away, Cover
from lsadesk.domain.covering.cover_sheet import BriefPart
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.operations.covering import absences, cover, cover_board, cover_papers
from lsadesk.operations.covering.cover_board import CoverBoard
from lsadesk.operations.deploying import deployment
from lsadesk.operations.desk import Desk
from lsadesk.operations.weeks import support

RT11 = LearnerDetails(
    reference="RT11", group="Blue", aims="Cooks one meal", how="Wait ten seconds", note="private"
)


@pytest.fixture
def covered(desk: Desk, small_timetable: Callable[[Desk], None]) -> CoverBoard:
    """A Tuesday whose one session has somebody else than planned."""
    small_timetable(desk)
    support.add_learner(desk, RT11)
    ahead = deployment.gather(desk, week=Week.A)
    deployment.keep_plan(desk, ahead, planner.solve(ahead.problem, cycles=20))
    day: date = ahead.problem.date_of(Weekday.TUESDAY)
    seen = cover_board.board(desk, day)
    away = next(seen.day.planned[slot.id] for slot in seen.day.today)
    absences.mark_away(desk, [Away(first=day, last=day, person=away)])
    cover.take_best(desk, cover_board.board(desk, day))
    return cover_board.board(desk, day)


def test_whoever_comes_gets_a_slip_and_whoever_is_away_gets_none(covered: CoverBoard) -> None:
    (slip,) = cover_papers.slips_of(covered)
    (slot,) = covered.day.touched
    assert slip.name == covered.names[covered.day.placed[slot.id]]
    away = covered.names[covered.day.planned[slot.id]]
    assert slip.lines[0].says == f"You are here, for {away}."


def test_a_brief_tells_no_more_of_a_learner_than_was_chosen(covered: CoverBoard) -> None:
    (slot,) = covered.day.touched
    person = covered.day.placed[slot.id]
    brief = cover_papers.brief_of(covered, person, parts=[BriefPart.HOW], ask="Pat")
    (told,) = brief.learners
    assert told.told == [(BriefPart.HOW, "Wait ten seconds")]
    assert "private" not in str(brief)


def test_the_message_to_staff_names_no_learner(covered: CoverBoard) -> None:
    said = cover_papers.message(covered)
    assert "11.15-12.45 Art, Blue: " in said
    assert "RT11" not in said


def test_a_day_as_planned_has_no_slips(covered: CoverBoard) -> None:
    calm = replace(covered.day, placed=covered.day.planned, covers={})
    assert not cover_papers.slips_of(replace(covered, day=calm))


def test_a_place_that_the_plan_leaves_open_has_its_slips_too(covered: CoverBoard) -> None:
    (slot,) = covered.day.touched
    unplanned = {place: who for place, who in covered.day.planned.items() if place != slot.id}
    seen = replace(covered, day=replace(covered.day, planned=unplanned))
    assert cover_papers.slips_of(seen)[0].lines[0].says == "You are here."


def test_while_nobody_is_found_nobody_is_told_that_none_can_come(covered: CoverBoard) -> None:
    (slot,) = covered.day.touched
    taught = replace(covered.day.problem, slots=(replace(slot, teacher="J. Lyle"),))
    waiting = replace(covered.day, problem=taught, placed={}, covers={})
    (slip,) = cover_papers.slips_of(replace(covered, day=waiting))
    assert slip.name == "J. Lyle"
    assert slip.lines[0].says.endswith("is not here. Nobody is found yet.")
    told = Cover(slot=slot.id, minutes=90, why="A trip")
    left = replace(waiting, covers={slot.id: told})
    (slip,) = cover_papers.slips_of(replace(covered, day=left))
    assert slip.lines[0].says.endswith("is not here, and nobody else can come.")


def test_whoever_had_a_session_that_does_not_run_is_told_so_and_whoever_is_away_is_not(
    covered: CoverBoard, desk: Desk
) -> None:
    trip = Away(first=covered.on, last=covered.on, group="Blue")
    absences.mark_away(desk, [trip])
    seen = cover_board.board(desk, covered.on)
    assert not cover_papers.slips_of(seen)
    (absence,) = (each for each in seen.absences if each.person is not None)
    absences.take_back(desk, absence, covered.on)
    seen = cover_board.board(desk, covered.on)
    (slip,) = cover_papers.slips_of(seen)
    assert slip.name == seen.names[absence.person]
    assert slip.lines[0].says == "Does not run: the group is out."
    assert cover_papers.message(seen).endswith("11.15-12.45 Art, Blue: does not run")
    assert [each.reference for each in seen.learners if each.id in seen.different_for()] == ["RT11"]
