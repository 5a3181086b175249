from collections.abc import Callable
from datetime import date, time

import pytest

from lsadesk import planner
from lsadesk.domain.calendar import TimeSpan, Week, Weekday
from lsadesk.domain.changes import Subject
from lsadesk.domain.covering.cover import Away
from lsadesk.domain.covering.delivered import Outcome
from lsadesk.domain.deployment.model import Slot
from lsadesk.domain.placements.placements import PlacementDetails
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonDetails, PersonId
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.errors import Stale, UserError
from lsadesk.operations.covering import absences, cover, cover_board, delivered
from lsadesk.operations.covering.cover_board import CoverBoard
from lsadesk.operations.deploying import deployment
from lsadesk.operations.desk import Desk
from lsadesk.operations.placements import placements
from lsadesk.operations.weeks import support
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry

CYCLES = 30


@pytest.fixture
def planned(desk: Desk, small_timetable: Callable[[Desk], None]) -> Desk:
    """A college of two people, with three places on Monday and one on Tuesday."""
    small_timetable(desk)
    ahead = deployment.gather(desk, week=Week.A)
    deployment.keep_plan(desk, ahead, planner.solve(ahead.problem, cycles=CYCLES))
    return desk


def on(desk: Desk, weekday: Weekday) -> date:
    return deployment.latest(desk).ahead.problem.date_of(weekday)


def tuesday(desk: Desk) -> CoverBoard:
    return cover_board.board(desk, on(desk, Weekday.TUESDAY))


def art(seen: CoverBoard) -> Slot:
    return next(slot for slot in seen.day.today if slot.title == "Art")


def who_has_art(desk: Desk) -> PersonId:
    return tuesday(desk).day.planned[art(tuesday(desk)).id]


def mark(desk: Desk, person: PersonId, span: TimeSpan | None = None) -> CoverBoard:
    day = on(desk, Weekday.TUESDAY)
    absences.mark_away(desk, [Away(first=day, last=day, span=span, person=person)])
    return tuesday(desk)


def test_an_ordinary_day_has_nothing_to_cover(planned: Desk) -> None:
    assert tuesday(planned).day.touched == ()


def test_before_the_first_plan_there_is_no_day_to_cover(desk: Desk) -> None:
    assert cover_board.board(desk, date(2026, 11, 24)).day is None


def test_whoever_is_away_leaves_their_places_open_and_the_other_is_named(planned: Desk) -> None:
    seen = mark(planned, away := who_has_art(planned))
    assert [slot.title for slot in seen.day.uncovered] == ["Art"]
    (other,) = cover.stand_ins(seen, art(seen).id)
    assert other.is_safe
    assert other.person != away
    assert other.reasons[0] == "free"


def test_whoever_is_away_in_the_afternoon_keeps_the_morning(planned: Desk) -> None:
    seen = mark(planned, who_has_art(planned), TimeSpan(time(13), time(16)))
    assert seen.day.uncovered == ()


def test_a_stand_in_who_is_away_too_is_listed_with_that_reason(planned: Desk) -> None:
    seen = mark(planned, who_has_art(planned))
    other = cover.stand_ins(seen, art(seen).id)[0].person
    seen = mark(planned, other)
    assert cover.stand_ins(seen, art(seen).id)[0].hindrances == ("is away then",)
    with pytest.raises(UserError, match="is away then"):
        cover.choose(planned, seen, art(seen).id, other)


def test_cover_is_kept_for_that_day_and_the_plan_stays_as_it_was(planned: Desk) -> None:
    before = deployment.latest(planned).plan
    seen = mark(planned, who_has_art(planned))
    other = cover.stand_ins(seen, art(seen).id)[0].person
    done = cover.choose(planned, seen, art(seen).id, other)
    assert "covers Art" in done.changes.sentence
    assert tuesday(planned).day.placed[art(seen).id] == other
    assert deployment.latest(planned).plan == before
    assert tuesday(planned).around.done == {other: 90}
    planned.undo()
    assert tuesday(planned).day.uncovered


def test_whoever_is_at_a_work_placement_has_not_moved_to_another_place(planned: Desk) -> None:
    day, beside = on(planned, Weekday.TUESDAY), who_has_art(planned)
    learner = support.add_learner(planned, LearnerDetails(reference="KD07")).result
    details = PlacementDetails(
        learner=learner,
        place="The Quay",
        starts=day,
        ends=day,
        hours={Weekday.TUESDAY: TimeSpan(time(9), time(15))},
        lsa=beside,
    )
    placements.add_placement(planned, details)
    seen = tuesday(planned)
    assert [slot.title for slot in seen.day.uncovered] == ["Art"]
    other = cover.stand_ins(seen, art(seen).id)[0].person
    cover.choose(planned, seen, art(seen).id, other)
    assert tuesday(planned).day.covers[art(seen).id].released is None


def test_two_who_settle_one_place_do_not_write_over_each_other(planned: Desk) -> None:
    seen = mark(planned, who_has_art(planned))
    cover.leave_open(planned, seen, art(seen).id, "The class is on a trip")
    with pytest.raises(Stale):
        cover.take_best(planned, seen)


def test_a_place_is_left_open_only_with_a_reason(planned: Desk) -> None:
    seen = mark(planned, who_has_art(planned))
    assert not cover.why_open(seen, art(seen).id), "no reason is put forward while one is free"
    with pytest.raises(UserError, match="few words"):
        cover.leave_open(planned, seen, art(seen).id, " ")
    other = cover.stand_ins(seen, art(seen).id)[0].person
    assert "2 away" in cover.why_open(mark(planned, other), art(seen).id)
    cover.leave_open(planned, tuesday(planned), art(seen).id, "Only two learners are in")
    assert tuesday(planned).day.uncovered == ()
    assert tuesday(planned).day.covers[art(seen).id].why == "Only two learners are in"


def test_a_split_place_is_covered_half_by_half(planned: Desk) -> None:
    seen = mark(planned, who_has_art(planned))
    cover.split(planned, seen, art(seen).id)
    seen = tuesday(planned)
    first, second = seen.day.uncovered
    assert (str(first.span), str(second.span)) == ("11.15-12.00", "12.00-12.45")
    other = cover.stand_ins(seen, first.id)[0].person
    cover.choose(planned, seen, first.id, other)
    seen = tuesday(planned)
    assert [slot.id for slot in seen.day.uncovered] == [second.id]
    assert seen.around.done == {other: 45}
    cover.as_planned(planned, seen, second.id)
    assert [str(slot.span) for slot in tuesday(planned).day.uncovered] == ["11.15-12.45"]


def test_the_best_for_all_covers_what_can_be_covered(planned: Desk) -> None:
    seen = mark(planned, who_has_art(planned))
    assert cover.take_best(planned, seen).result == 1
    assert tuesday(planned).day.uncovered == ()


def test_one_person_takes_the_day_in_one_step(planned: Desk) -> None:
    seen = mark(planned, away := who_has_art(planned))
    (found,) = cover.for_the_day(seen, away)
    cover.choose_for_the_day(planned, seen, found.person, found.takes)
    assert tuesday(planned).day.uncovered == ()


def test_the_least_change_says_whom_it_moves_and_is_kept_as_told(planned: Desk) -> None:
    seen = mark(planned, away := who_has_art(planned))
    proposal = cover.least_change(seen)
    assert [move.slot.title for move in proposal.moves] == ["Art"]
    assert proposal.moves[0].after not in (None, away)
    assert not proposal.dropped
    cover.keep_proposal(planned, seen, proposal)
    assert tuesday(planned).day.uncovered == ()


def test_what_nobody_can_cover_is_told_with_why(planned: Desk) -> None:
    seen = mark(planned, who_has_art(planned))
    seen = mark(planned, cover.stand_ins(seen, art(seen).id)[0].person)
    (dropped,) = cover.least_change(seen).dropped
    assert dropped.why == "Of 2 people: 2 away."


def test_sessions_of_a_group_on_a_trip_do_not_run(planned: Desk) -> None:
    day = on(planned, Weekday.TUESDAY)
    absences.mark_away(planned, [Away(first=day, last=day, group="Blue")])
    seen = tuesday(planned)
    assert list(seen.day.off.values()) == ["the group is out"]
    assert seen.day.uncovered == ()


def test_an_absence_is_taken_back_when_they_turn_up(planned: Desk) -> None:
    mark(planned, who_has_art(planned))
    seen = tuesday(planned)
    absences.take_back(planned, seen.absences[0], seen.on)
    assert tuesday(planned).day.touched == ()


def test_who_is_back_before_the_last_day_was_away_until_then(planned: Desk) -> None:
    monday, person = on(planned, Weekday.MONDAY), who_has_art(planned)
    friday = on(planned, Weekday.FRIDAY)
    absences.mark_away(planned, [Away(first=monday, last=friday, person=person)])
    absences.take_back(planned, tuesday(planned).absences[0], tuesday(planned).on)
    assert cover_board.board(planned, monday).absences
    assert not tuesday(planned).absences


def test_the_same_absence_is_kept_once(planned: Desk) -> None:
    mark(planned, who_has_art(planned))
    mark(planned, who_has_art(planned))
    assert len(tuesday(planned).absences) == 1


def test_days_in_the_wrong_order_are_refused(planned: Desk) -> None:
    first, last = date(2026, 11, 24), date(2026, 11, 23)
    with pytest.raises(UserError, match="before the first"):
        absences.mark_away(planned, [Away(first=first, last=last, group="Blue")])


def test_what_the_plan_itself_leaves_open_can_be_covered_and_is_logged(planned: Desk) -> None:
    monday = on(planned, Weekday.MONDAY)
    seen = cover_board.board(planned, monday)
    (gap,) = seen.day.unfilled
    assert gap.title == "Cookery"
    assert seen.day.touched == ()
    assert len(delivered.log(planned, monday).lines) == 2
    with planned.writing(Kind.PERSON) as work:
        days = people.everybody(work)[0].days
        cara = PersonDetails(forename="Cara", surname="Lee", weekly_minutes=1500, days=days)
        person = people.add(work, cara)
        planned.keep(work, None, "Took on", Entry("took on", Kind.PERSON), Subject.PEOPLE)
    seen = cover_board.board(planned, monday)
    (move,) = cover.least_change(seen).moves
    assert (move.slot, move.before, move.after) == (gap, None, person)
    cover.take_best(planned, seen)
    seen = cover_board.board(planned, monday)
    assert seen.day.unfilled == ()
    assert seen.day.placed[gap.id] == person
    assert [line.outcome for line in delivered.log(planned, monday).lines].count(
        Outcome.COVERED
    ) == 1
    cover.as_planned(planned, seen, gap.id)
    assert cover_board.board(planned, monday).day.unfilled == (gap,)


# Source: C26, "private swaps must count".
def test_two_people_who_swapped_are_told_so_and_have_covered_nothing_more(planned: Desk) -> None:
    seen = cover_board.board(planned, on(planned, Weekday.MONDAY))
    (one, first), (other, second) = sorted(seen.day.placed.items())[:2]
    cover.exchange(planned, seen, one, other)
    seen = cover_board.board(planned, seen.on)
    assert (seen.day.placed[one], seen.day.placed[other]) == (second, first)
    assert not any(seen.around.done.values())
    assert not seen.day.uncovered
    with pytest.raises(UserError, match="two people"):
        cover.exchange(planned, seen, one, one)
    planned.undo()
    assert cover_board.board(planned, seen.on).day.placed[one] == first
