from dataclasses import replace
from datetime import date, time

import pytest

from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.covering.cover import (
    Away,
    Cover,
    cover_done,
    day_of,
    first_to_be_covered,
    halves,
)
from lsadesk.domain.covering.delivered import Delivery, Given, Outcome, totals
from lsadesk.domain.deployment.model import Lsa, Problem, SignOff, Slot, SlotId
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import Learner, LearnerId
from lsadesk.domain.weeks.timetable import SessionId

DAY = date(2026, 11, 24)
ASHA, BEN = PersonId(1), PersonId(2)
RT11 = Learner(id=LearnerId(1), version=1, reference="RT11", weekly_minutes=600)


def place(session: int, index: int = 0, part: int = 0) -> SlotId:
    return SlotId(SessionId(session), index, part)


def given(slot: SlotId, minutes: int, level: int | None = None) -> Delivery:
    return Delivery(
        day=DAY,
        slot=slot,
        title="Cookery",
        planned=60,
        minutes=minutes,
        outcome=Outcome.AS_PLANNED,
        given=[Given(learner=RT11.id, level=level, specified=RT11.weekly_minutes)],
    )


@pytest.mark.parametrize(
    ("day", "holds"),
    [(date(2026, 11, 23), False), (DAY, True), (date(2026, 11, 26), True)],
)
def test_an_absence_holds_on_its_first_and_on_its_last_day(day, holds):
    away = Away(first=DAY, last=date(2026, 11, 26), person=ASHA)
    assert away.holds_on(day) is holds


def test_halves_meet_at_a_whole_five_minutes():
    first, second = halves(TimeSpan(time(9, 15), time(10, 40)))
    assert (str(first), str(second)) == ("9.15-9.55", "9.55-10.40")


def test_half_an_hour_is_too_short_to_be_split_and_forty_minutes_are_not():
    assert halves(TimeSpan(time(9), time(9, 30))) is None
    assert halves(TimeSpan(time(9), time(9, 40))) is not None


def test_whoever_is_moved_has_covered_no_more_than_the_difference():
    covers = [
        Cover(slot=place(1), minutes=90, person=ASHA),
        Cover(slot=place(2), minutes=60, person=BEN, released=ASHA),
    ]
    assert cover_done(covers) == {ASHA: 30, BEN: 60}


def test_grave_needs_come_first_and_what_may_do_without_comes_last():
    one, two, three = (
        Slot(
            id=place(number),
            day=Weekday.TUESDAY,
            span=TimeSpan(time(9), time(10)),
            priority=priority,
        )
        for number, priority in ((1, 3), (2, 1), (3, 2))
    )
    order = first_to_be_covered([one, two, three], frozenset({SessionId(1)}))
    assert order == [three, two, one]


# Source: requirements B.4-2, "what to do when it lapses mid-week".
def test_whoever_is_not_signed_off_any_more_on_the_day_is_told_unless_the_other_is_beside_them():
    feed = SignOff(RT11.id, "feed", "Feed with RT11")
    asking, other = (
        Slot(id=place(1, at), day=Weekday.TUESDAY, span=TimeSpan(time(9), time(10)), sign_offs=asks)
        for at, asks in enumerate(((feed,), ()))
    )
    hours = {Weekday.TUESDAY: TimeSpan(time(8), time(16))}
    asha, ben = (Lsa(id=who, name=str(who), available=hours) for who in (ASHA, BEN))
    signed = replace(ben, signed={feed: frozenset({Weekday.TUESDAY})})
    planned = {asking.id: ASHA, other.id: BEN}
    week = Problem(starts=date(2026, 11, 23), lsas=(asha, ben), slots=(asking, other))
    lapsed = day_of(week, planned, [], [], DAY)
    assert lapsed.unsafe == {asking.id: "not signed off on 24 Nov 2026 for Feed with RT11"}
    assert not lapsed.touched
    both = day_of(replace(week, lsas=(asha, signed)), planned, [], [], DAY)
    assert both.unsafe == {}


def test_nobody_is_told_of_a_lapse_that_is_their_colleagues():
    feed, hoist = SignOff(RT11.id, "feed", "Feed with RT11"), SignOff(RT11.id, "hoist", "Hoist")
    # What a session asks is shared out anew each week: here the other way round than it was.
    first, second = (
        Slot(id=place(1, at), day=Weekday.TUESDAY, span=TimeSpan(time(9), time(10)), sign_offs=asks)
        for at, asks in enumerate(((feed,), (hoist,)))
    )
    hours, tuesday = {Weekday.TUESDAY: TimeSpan(time(8), time(16))}, frozenset({Weekday.TUESDAY})
    asha, ben, cara = (
        Lsa(id=PersonId(who), name=str(who), available=hours, signed=dict.fromkeys(held, tuesday))
        for who, held in ((1, ()), (2, (feed,)), (3, (hoist,)))
    )
    week = Problem(starts=date(2026, 11, 23), lsas=(asha, ben, cara), slots=(first, second))
    # Asha's sign-off for the hoist has lapsed; Ben, who feeds, has the place that asks for it.
    lapsed = day_of(week, {first.id: ASHA, second.id: BEN}, [], [], DAY)
    assert lapsed.unsafe == {first.id: "not signed off on 24 Nov 2026 for Hoist"}
    assert lapsed.safely == {second.id: BEN}
    assert lapsed.hindrances(cara, lapsed.slots[first.id], ()) == ()


def test_a_session_counts_once_however_many_lsas_were_in_it():
    (total,) = totals([RT11], [given(place(1, 0), 60), given(place(1, 1), 60)])
    assert (total.specified, total.planned, total.given) == (120, 60, 60)


def test_the_parts_of_a_split_place_belong_together():
    (total,) = totals([RT11], [given(place(1, 0, 1), 45, 3), given(place(1, 0, 2), 45)])
    assert total.given == 90
    assert total.by_level == {3: 45, None: 45}


def test_what_is_missing_to_the_specified_time_is_told():
    (total,) = totals([RT11], [given(place(1), 60)])
    assert total.short_of_specified == 60


# Source: requirements B.4-4, "mid-year changes" and "one LSA, three learners".
def test_a_plan_that_changes_within_the_year_counts_from_its_day_on():
    before, after = given(place(1), 60), given(place(1), 60)
    shared = [Given(learner=LearnerId(n), specified=1200) for n in (1, 2, 3)]
    later = replace(after, day=date(2026, 11, 26), given=shared)
    no_session = replace(after, day=date(2026, 11, 27), given=[])
    (total,) = totals([replace(RT11, weekly_minutes=1200)], [before, later, no_session])
    assert total.specified == (600 + 1200 + 1200) // 5
    assert (total.given, total.alone) == (120, 60)
    assert (total.sessions, total.meant) == (2, 2)
