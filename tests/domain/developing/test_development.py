"""What a line of a plan says of itself: how far it is, when it is late, where it stands."""

from dataclasses import replace
from datetime import date, timedelta

from lsadesk.domain.developing.development import (
    ActionDetails,
    ActionId,
    Mode,
    PlanAction,
    Progress,
    in_order,
)
from lsadesk.domain.staff.people import PersonId

DAY = date(2026, 11, 24)
LINE = ActionDetails(what="Shadow Kay")


def a_line(number: int, **said: object) -> PlanAction:
    return replace(
        PlanAction(id=ActionId(number), person=PersonId(1), what=f"Line {number}"), **said
    )


def test_the_furthest_that_is_said_of_a_line_is_how_far_it_is() -> None:
    begun = replace(LINE, begun_on=DAY)
    aside = replace(begun, not_now_on=DAY)
    done = replace(aside, done_on=DAY)
    told = [each.progress for each in (LINE, begun, aside, done)]
    assert told == [Progress.NOT_STARTED, Progress.UNDER_WAY, Progress.NOT_NOW, Progress.DONE]
    assert [each.is_open for each in (LINE, begun, aside, done)] == [True, True, False, False]


def test_a_line_is_late_from_the_day_after_its_date_while_it_is_open() -> None:
    due = a_line(1, due=DAY)
    assert not due.is_overdue_on(DAY)
    assert due.is_overdue_on(DAY + timedelta(days=1))
    assert not replace(due, done_on=DAY).is_overdue_on(DAY + timedelta(days=1))
    assert not a_line(2).is_overdue_on(DAY)


def test_an_outcome_asks_for_a_follow_up_or_for_why_there_is_none() -> None:
    came = replace(LINE, outcome="Signs with two learners")
    assert came.lacks_follow_up
    assert not LINE.lacks_follow_up
    assert not replace(came, follow_up="Breaks are calmer").lacks_follow_up
    assert not replace(came, no_follow_up_because="Has left the team").lacks_follow_up


def test_somebody_gives_time_to_a_pairing_until_it_is_closed() -> None:
    shadowing = replace(LINE, mode=Mode.SHADOWING, helper_id=PersonId(2))
    assert shadowing.is_pairing
    assert not replace(shadowing, helper_id=None).is_pairing
    assert not replace(shadowing, mode=Mode.COURSE).is_pairing
    assert not replace(shadowing, done_on=DAY).is_pairing


def test_open_lines_stand_by_date_then_undated_then_what_was_closed_last() -> None:
    lines = [
        a_line(1, done_on=DAY - timedelta(days=1)),
        a_line(2),
        a_line(3, due=DAY),
        a_line(4, not_now_on=DAY),
        a_line(5, due=DAY - timedelta(days=1)),
    ]
    assert [each.id for each in in_order(lines)] == [5, 3, 2, 4, 1]
