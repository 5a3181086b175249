from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lsadesk.domain.appraisals.appraisal import (
    Appraisal,
    AppraisalId,
    AppraiserRating,
    DueState,
    Line,
    Move,
    MoveKind,
    Outcome,
    Reason,
    Settled,
    Stage,
    Waiver,
    alike,
    differences,
    due,
    lines_of,
    mean_apart,
    not_settled,
    outcomes,
    reached,
    shifts,
    strengths,
    unknowns,
    without_follow_up,
)
from lsadesk.domain.appraisals.assessment import NOT_ANSWERED, NOT_MY_ROLE, NOT_SURE, Answer
from lsadesk.domain.auditing.skills import Level, value_of
from lsadesk.domain.careers.framework import PartId, Source, Statement, StatementId
from lsadesk.domain.staff.people import PersonId

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
DAY = date(2026, 11, 24)

values = some.integers(0, 7).map(value_of)


def a_statement(name="one"):
    return Statement(
        id=StatementId(name),
        part=PartId("p"),
        text=f"I do {name}.",
        levels=("a", "b", "c", "d", "e"),
        example="",
        source=Source("L", "here", DAY),
    )


def a_line(own=NOT_ANSWERED, theirs=NOT_ANSWERED, name="one", settled=None, **wishes):
    one = a_statement(name)
    return Line(
        statement=one,
        own=Answer(statement=one.id, value=own, **wishes),
        theirs=AppraiserRating(statement=one.id, value=theirs),
        settled=settled,
    )


def an_appraisal(**said):
    return Appraisal(
        **{
            "id": AppraisalId(1),
            "first": AppraisalId(1),
            "person": PersonId(1),
            "appraiser": PersonId(2),
            "cycle": DAY,
            "started_at": NOW,
        }
        | said
    )


def test_it_waits_until_both_have_handed_in():
    assert an_appraisal().stage is Stage.RATING
    assert an_appraisal(ratings_in_at=NOW).stage is Stage.RATING
    assert an_appraisal(self_in_at=NOW).stage is Stage.RATING
    assert an_appraisal(self_in_at=NOW, ratings_in_at=NOW).stage is Stage.READY


def test_nobody_waits_for_somebody_who_cannot_sign_in():
    assert an_appraisal(self_expected=False, ratings_in_at=NOW).stage is Stage.READY
    assert an_appraisal(self_expected=False, opened_at=NOW).is_by_appraiser_alone


def test_agreed_and_signed_are_two_things():
    held = {"opened_at": NOW, "agreed_at": NOW}
    assert an_appraisal(opened_at=NOW).stage is Stage.MEETING
    assert an_appraisal(**held).stage is Stage.UNSIGNED
    assert an_appraisal(**held, signed_at=NOW).stage is Stage.SIGNED
    assert an_appraisal(**held, signed_at=NOW, is_replaced=True).stage is Stage.REPLACED


@given(values, values)
def test_only_two_levels_make_a_difference(own, theirs):
    line = a_line(own, theirs)
    both = isinstance(own, Level) and isinstance(theirs, Level)
    assert (line.gap is None) is not both
    assert bool(differences([line])) == (both and own != theirs)


@given(some.lists(some.tuples(values, values)))
def test_every_statement_is_in_one_heap_or_nobody_spoke_of_it(said):
    lines = [a_line(own, theirs, str(number)) for number, (own, theirs) in enumerate(said)]
    heaps = [*differences(lines), *unknowns(lines), *alike(lines)]
    spoken = [line for line in lines if not line.is_silent]
    assert sorted(line.statement.id for line in heaps) == sorted(
        line.statement.id for line in spoken
    )


def test_a_line_is_silent_where_neither_spoke_and_an_appraiser_who_does_not_know_says_nothing():
    assert a_line().is_silent
    assert a_line(NOT_ANSWERED, NOT_SURE).is_silent
    assert not a_line(Level(0)).is_silent
    assert not a_line(NOT_SURE).is_silent
    assert not a_line(NOT_ANSWERED, Level(0)).is_silent


def test_the_largest_difference_comes_first_and_like_ones_in_the_order_asked():
    lines = [
        a_line(Level(2), Level(1), "small"),
        a_line(Level(4), Level(0), "large"),
        a_line(Level(1), Level(2), "small too"),
    ]
    assert [line.statement.id for line in differences(lines)] == ["large", "small", "small too"]


def test_a_strength_is_what_all_who_spoke_call_one():
    assert strengths([a_line(Level(3), Level(4))])
    assert strengths([a_line(NOT_ANSWERED, Level(3))])
    assert not strengths([a_line(Level(4), Level(2))])
    assert not strengths([a_line(NOT_SURE, Level(4))])
    assert not strengths([a_line()])


def test_what_both_call_a_strength_comes_before_what_one_alone_does():
    alone, both = a_line(NOT_ANSWERED, Level(4)), a_line(Level(3), Level(3))
    assert strengths([alone, both]) == (both, alone)


def test_settling_takes_a_difference_from_what_is_left():
    apart = a_line(Level(1), Level(3))
    said = Settled(statement=StatementId("one"), difference="Differently.")
    assert not_settled([apart]) == (apart,)
    assert not_settled([a_line(Level(1), Level(3), settled=said)]) == ()


def test_lines_keep_the_order_asked_and_fill_in_what_nobody_said():
    asked = [a_statement("one"), a_statement("two")]
    rating = AppraiserRating(statement=StatementId("two"), value=Level(1))
    first, second = lines_of(asked, {}, {StatementId("two"): rating}, {})
    assert first.is_silent
    assert second.theirs == rating


def test_wishes_differences_and_what_the_role_asks_call_for_a_follow_up():
    agreed = Settled(statement=StatementId("one"), agreed=Level(2))
    line = a_line(Level(2), Level(2), settled=agreed, use_more=True, learn_more=True)
    reasons = {each.reason for each in outcomes([line], {StatementId("one"): 3})}
    assert reasons == {Reason.USE_MORE, Reason.LEARN_MORE, Reason.NEXT_LEVEL}
    assert {each.reason for each in outcomes([line], {StatementId("one"): 2})} == {
        Reason.USE_MORE,
        Reason.LEARN_MORE,
    }


def test_not_in_the_role_calls_for_nothing():
    agreed = Settled(statement=StatementId("one"), agreed=NOT_MY_ROLE)
    assert outcomes([a_line(settled=agreed)], {StatementId("one"): 3}) == ()


def test_one_action_answers_all_of_a_statement_and_a_reason_only_its_own():
    found = [
        Outcome(statement=a_statement(), reason=Reason.USE_MORE),
        Outcome(statement=a_statement(), reason=Reason.LEARN_MORE),
    ]
    waiver = Waiver(statement=StatementId("one"), reason=Reason.USE_MORE, because="Not now.")
    assert without_follow_up(found, [StatementId("one")], []) == ()
    assert [each.reason for each in without_follow_up(found, [], [waiver])] == [Reason.LEARN_MORE]


def test_a_proposed_move_does_not_count():
    made = Move(kind=MoveKind.POINT, before=None, after=1, reason="End.", moved_on=DAY)
    proposed = Move(kind=MoveKind.POINT, before=1, after=2, reason="Good work.")
    assert reached([made, proposed], MoveKind.POINT) == 1
    assert reached([made], MoveKind.LEVEL) is None


@pytest.mark.parametrize(
    ("last", "today", "state"),
    [
        (None, DAY, DueState.NEVER),
        (date(2025, 11, 24), DAY, DueState.DUE),
        (date(2025, 11, 25), DAY, DueState.LATER),
    ],
)
def test_it_is_due_so_many_months_after_the_last(last, today, state):
    assert due(None, last, today, 12).state is state


def test_one_under_way_is_neither_due_nor_missing():
    assert due(an_appraisal(), None, DAY, 12).state is DueState.UNDER_WAY
    signed = an_appraisal(agreed_at=NOW, signed_at=NOW)
    assert due(signed, DAY, DAY, 12).state is DueState.LATER


def test_one_that_waits_for_signatures_does_so_until_the_next_is_due():
    unsigned = an_appraisal(agreed_at=NOW)
    assert due(unsigned, DAY, DAY, 12).state is DueState.UNDER_WAY
    assert due(unsigned, DAY, date(2027, 11, 24), 12).state is DueState.DUE


def test_the_mean_of_differences_counts_only_what_both_rated():
    lines = [a_line(Level(3), Level(1)), a_line(Level(3), Level(3)), a_line(NOT_SURE, Level(0))]
    assert mean_apart(lines) == -1
    assert mean_apart([a_line(NOT_SURE, Level(0))]) is None


def test_a_shift_is_told_only_of_five_people_or_more_and_never_of_one_appraiser_alone():
    pat, kay, sol = PersonId(1), PersonId(2), PersonId(3)
    assert shifts({pat: [0.5] * 5}) == ()
    assert shifts({pat: [0.5] * 5, kay: [1.0] * 4}) == ()
    told = shifts({pat: [0.5] * 5, kay: [-1.0] * 6, sol: [1.0]})
    assert [(each.appraiser, each.people, each.mean) for each in told] == [
        (pat, 5, 0.5),
        (kay, 6, -1.0),
    ]
