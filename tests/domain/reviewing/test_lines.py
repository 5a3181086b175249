"""What each list beside the review asks for, and what it puts forward."""

from dataclasses import replace
from datetime import date, timedelta

from lsadesk.domain.reviewing.lines import (
    LineDetails,
    LineKind,
    Stage,
    is_overdue,
    is_silent,
    lacking,
)

TODAY = date(2026, 11, 24)


def a_line(kind, **values):
    return LineDetails(kind=kind, words="Something", begun=TODAY - timedelta(weeks=10), **values)


def test_an_action_needs_somebody_and_a_day():
    action = a_line(LineKind.ACTION, owner="Head of support")
    assert "a day" in lacking(action, TODAY)
    assert not lacking(replace(action, due=TODAY), TODAY)


def test_a_measure_says_what_it_cannot_show_and_a_comment_which_draft_it_is_about():
    measure, comment = a_line(LineKind.MEASURE), a_line(LineKind.COMMENT)
    assert "cannot show" in lacking(measure, TODAY)
    assert not lacking(replace(measure, limits="Why it rose"), TODAY)
    assert "draft" in lacking(comment, TODAY)
    assert not lacking(replace(comment, draft="Draft 2"), TODAY)


def test_a_change_rolled_out_before_two_terms_needs_a_reason_and_later_none():
    change = a_line(LineKind.CHANGE, stage=Stage.ROLLED_OUT)
    assert "two terms" in lacking(change, TODAY)
    assert not lacking(replace(change, reason="The law changed"), TODAY)
    assert "two terms" in lacking(change, TODAY + timedelta(weeks=16, days=-1))
    assert not lacking(change, TODAY + timedelta(weeks=16))
    assert not lacking(replace(change, stage=Stage.PILOT), TODAY)


def test_what_is_past_its_day_is_overdue_until_it_is_done():
    challenge = a_line(LineKind.CHALLENGE, due=TODAY - timedelta(days=1))
    assert is_overdue(challenge, TODAY)
    assert not is_overdue(replace(challenge, due=TODAY), TODAY)
    assert not is_overdue(replace(challenge, done=TODAY), TODAY)


def test_a_way_of_checking_that_found_nothing_for_a_year_is_put_forward():
    method = replace(a_line(LineKind.METHOD), begun=date(2024, 9, 1))
    assert is_silent(method, TODAY)
    assert not is_silent(replace(method, found_on=TODAY - timedelta(days=365)), TODAY)
    assert not is_silent(replace(method, kind=LineKind.CHALLENGE), TODAY)
