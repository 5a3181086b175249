"""A learner at an employer's whose LSA is away: somebody else goes along, and it is all told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest

from lsadesk import planner
from lsadesk.domain.calendar import TimeSpan, Week, Weekday
from lsadesk.domain.covering.cover import Away
from lsadesk.domain.deployment.model import Slot
from lsadesk.domain.placements.placements import PlacementDetails
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.errors import UserError
from lsadesk.operations.covering import absences, cover, cover_board, cover_papers, delivered
from lsadesk.operations.covering.cover_board import CoverBoard
from lsadesk.operations.covering.delivered import Over
from lsadesk.operations.deploying import deployment, plans
from lsadesk.operations.desk import Desk
from lsadesk.operations.placements import placements
from lsadesk.operations.weeks import support
from lsadesk.store.covering.own_day import own_day
from lsadesk.store.placements import placements as rows
from lsadesk.store.trail import Entry

ASHA, BEN = PersonId(1), PersonId(2)
TUESDAY = date(2026, 11, 24)
AFTERNOON = TimeSpan(time(13), time(16))


@pytest.fixture
def alone(desk: Desk, small_timetable: Callable[[Desk], None]) -> Desk:
    """Asha goes along with KD07 on Tuesday afternoons, ten minutes each way, and is away."""
    small_timetable(desk)
    kd07 = LearnerDetails(reference="KD07", weekly_minutes=600)
    details = PlacementDetails(
        learner=support.add_learner(desk, kd07).result,
        place="The Quay",
        contact="M. Orr",
        starts=TUESDAY,
        ends=TUESDAY,
        hours={Weekday.TUESDAY: AFTERNOON},
        way_minutes=10,
        lsa=ASHA,
        helps="One job at a time.",
    )
    placements.add_placement(desk, details)
    ahead = deployment.gather(desk, week=Week.A, starts=date(2026, 11, 23))
    number = deployment.keep_plan(desk, ahead, planner.solve(ahead.problem, cycles=20)).result
    plans.publish(desk, number, starts=date(2026, 11, 23), ends=date(2026, 12, 4))
    absences.mark_away(desk, [Away(first=TUESDAY, last=TUESDAY, span=AFTERNOON, person=ASHA)])
    return desk


def seen_on(desk: Desk) -> CoverBoard:
    return cover_board.board(desk, TUESDAY)


def at_work(desk: Desk) -> Slot:
    (slot,) = seen_on(desk).day.at_work
    return slot


def go_along(desk: Desk) -> None:
    cover.choose(desk, seen_on(desk), at_work(desk).id, BEN)


def test_whoever_is_free_can_go_along_and_the_slip_says_what_they_need(alone: Desk) -> None:
    (lost,) = seen_on(alone).day.uncovered
    assert (str(lost.span), lost.group) == ("12.50-16.10", "The Quay")
    (ben,) = cover.stand_ins(seen_on(alone), lost.id)
    assert (ben.person, ben.is_safe) == (BEN, True)
    go_along(alone)
    seen = seen_on(alone)
    assert seen.alone_at_placements == []
    assert seen.around.done == {BEN: 200}
    (slip,) = cover_papers.slips_of(seen)
    assert slip.lines[0].where == "Work placement, The Quay"
    for told in (
        "You go along, for Asha Kaur",
        "KD07, there 13.00-16.00",
        "Ask for M. Orr",
        "One job at a time",
    ):
        assert told in slip.lines[0].says


def test_whoever_goes_along_is_not_free_in_college_then_and_has_it_on_their_own_day(
    alone: Desk,
) -> None:
    cover.take_best(alone, seen_on(alone))
    day = seen_on(alone).day
    ben = next(lsa for lsa in day.problem.lsas if lsa.id == BEN)
    meanwhile = replace(day.in_college[0], span=AFTERNOON)
    assert "is at a work placement 12.50-16.10" in day.hindrances(ben, meanwhile, ())
    with alone.store.read() as reading:
        covers, gone = (own_day(reading, 1, who, TUESDAY)[-1] for who in (BEN, ASHA))
    assert (covers.room, covers.covers) == ("The Quay", True)
    assert (gone.room, gone.released) == ("The Quay", True)


def test_hours_at_work_count_as_given_without_the_way_and_the_log_keeps_the_placement(
    alone: Desk,
) -> None:
    go_along(alone)
    delivered.write_all(alone, delivered.log(alone, TUESDAY))
    (kd07,) = delivered.learner_totals(alone, TUESDAY, Over.WEEK).learners
    assert (kd07.specified, kd07.planned, kd07.given) == (120, 180, 180)
    read = placements.placements(alone).records[0].placement
    with pytest.raises(UserError, match="The log says"):
        placements.remove_placement(alone, read)
    with alone.store.begin() as work:
        rows.remove_of(work, read.learner)
        work.commit(Entry("erased", Kind.LEARNER))
    assert seen_on(alone).day.at_work == []


def test_a_placement_can_be_split_left_open_and_taken_back(alone: Desk) -> None:
    cover.split(alone, seen_on(alone), at_work(alone).id)
    first, second = seen_on(alone).day.uncovered
    cover.leave_open(alone, seen_on(alone), first.id, "The employer stays with KD07")
    cover.choose(alone, seen_on(alone), second.id, BEN)
    assert seen_on(alone).day.uncovered == ()
    given = {line.minutes for line in delivered.log(alone, TUESDAY).lines if line.planned < 100}
    assert given == {0, 90}
    cover.as_planned(alone, seen_on(alone), second.id)
    assert [slot.id.part for slot in seen_on(alone).day.uncovered] == [0]


def test_the_fewest_changes_leave_placements_alone(alone: Desk) -> None:
    proposal = cover.least_change(seen_on(alone))
    assert (list(proposal.moves), list(proposal.dropped)) == ([], [])
