from collections.abc import Callable
from datetime import date, timedelta

import pytest

from lsadesk.domain.briefing.need_to_knows import FOUR, NeedToKnows, Readiness, alike
from lsadesk.domain.calendar import Weekday
from lsadesk.domain.covering.cover import Away
from lsadesk.domain.deployment.evidence import Finding, Question
from lsadesk.errors import Stale, UserError
from lsadesk.operations.briefing import need_to_knows
from lsadesk.operations.briefing.need_to_knows import WeekAhead
from lsadesk.operations.covering import absences
from lsadesk.operations.deploying import evidence
from lsadesk.operations.desk import Desk
from lsadesk.operations.weeks import sessions

THIS_WEEK, NEXT_WEEK = date(2026, 11, 23), date(2026, 11, 30)
ALL_FOUR = NeedToKnows(
    concepts="Heat kills germs",
    skills="Use a thermometer",
    outcomes="RT11 reads it alone",
    feedback="Who could say why",
)


def _week(desk: Desk, day: date = THIS_WEEK) -> WeekAhead:
    return need_to_knows.week_ahead(desk, day)


def _unready(desk: Desk) -> list[str]:
    week = _week(desk)
    return [
        each.session.title
        for each in week.sessions
        if each.readiness(week.limit) is not Readiness.READY
    ]


def test_a_session_is_gone_into_blind_until_all_four_are_told(college: Desk) -> None:
    art = _week(college).sessions[-1]
    assert art.session.title == "Art"
    assert art.readiness(14) is Readiness.BLIND
    need_to_knows.tell(college, art, NeedToKnows(concepts="Colour", part="Mix paint"))
    art = _week(college).sessions[-1]
    assert art.readiness(14) is Readiness.PARTLY
    assert art.told.words.missing == FOUR[1:]
    need_to_knows.tell(college, art, ALL_FOUR)
    assert _week(college).sessions[-1].readiness(14) is Readiness.READY
    assert _unready(college) == ["Cookery"]


def test_what_was_told_is_used_again_with_the_new_date_and_grows_old_otherwise(
    college: Desk,
) -> None:
    need_to_knows.tell(college, _week(college).sessions[-1], ALL_FOUR)
    later = _week(college, THIS_WEEK + timedelta(weeks=3)).sessions[-1]
    assert later.readiness(14) is Readiness.OLD
    assert later.readiness(21) is Readiness.READY
    need_to_knows.as_last_time(college, [later])
    again = _week(college, later.on).sessions[-1]
    assert again.told.on == later.on
    assert again.told.words == ALL_FOUR
    assert _week(college).sessions[-1].told.on == THIS_WEEK + timedelta(days=1)


def test_words_for_a_later_week_are_not_told_in_this_one(college: Desk) -> None:
    need_to_knows.tell(college, _week(college, NEXT_WEEK).sessions[-1], ALL_FOUR)
    assert _week(college).sessions[-1].told is None


def test_nothing_can_be_used_again_before_it_was_told(college: Desk) -> None:
    with pytest.raises(UserError, match="Write it once"):
        need_to_knows.as_last_time(college, _week(college).sessions)


def test_whoever_tells_second_is_shown_what_was_told_first(college: Desk) -> None:
    seen = _week(college).sessions[-1]
    need_to_knows.tell(college, seen, ALL_FOUR)
    with pytest.raises(Stale):
        need_to_knows.tell(college, seen, NeedToKnows(concepts="Other"))


def test_undo_takes_back_what_was_told(college: Desk) -> None:
    need_to_knows.tell(college, _week(college).sessions[-1], ALL_FOUR)
    college.undo()
    assert _week(college).sessions[-1].told is None


@pytest.mark.parametrize("words", [NeedToKnows(concepts="  \n"), NeedToKnows(part="x" * 301)])
def test_nothing_and_too_much_are_both_refused(college: Desk, words: NeedToKnows) -> None:
    with pytest.raises(UserError):
        need_to_knows.tell(college, _week(college).sessions[-1], words)


def test_who_is_away_is_not_in_a_session_and_a_closed_site_has_none(college: Desk) -> None:
    art = _week(college).sessions[-1]
    (there,) = art.lsas
    absences.mark_away(college, [Away(first=art.on, last=art.on, person=there)])
    assert "Art" not in [each.session.title for each in _week(college).sessions]
    monday = _week(college).sessions[0]
    absences.mark_away(college, [Away(first=monday.on, last=monday.on, group="Blue")])
    assert _week(college).sessions == []


def test_without_a_published_plan_those_that_are_meant_to_have_an_lsa_are_listed(
    desk: Desk, small_timetable: Callable[[Desk], None]
) -> None:
    small_timetable(desk)
    week = _week(desk)
    assert [(each.session.title, each.lsas) for each in week.sessions] == [
        ("Cookery", ()),
        ("Art", ()),
    ]
    first, other = week.sessions
    assert alike(first, week.sessions) == []
    twin = sessions.details_of(first.session)
    sessions.add_session(desk, twin)
    both = _week(desk).sessions
    assert [each.session.day for each in alike(both[0], both)] == [Weekday.MONDAY]
    need_to_knows.tell(desk, both[0], ALL_FOUR, also=alike(both[0], both))
    assert _unready(desk) == [other.session.title]


def test_a_session_of_which_something_was_told_is_ended_and_not_removed(
    desk: Desk, small_timetable: Callable[[Desk], None]
) -> None:
    small_timetable(desk)
    told = _week(desk).sessions[-1]
    need_to_knows.tell(desk, told, ALL_FOUR)
    with pytest.raises(UserError, match="last day"):
        sessions.remove_session(desk, told.session)


def test_the_evidence_asks_of_sessions_gone_into_blind_and_is_told_why_not(college: Desk) -> None:
    def blind() -> list[Finding]:
        found = evidence.what_evidence_asks(college)
        return [each for each in found.findings if each.question is Question.BLIND]

    art = _week(college).sessions[-1]
    need_to_knows.tell(college, art, NeedToKnows(concepts="Colour"))
    asked = {each.about[0].id: each for each in blind()}
    assert asked[art.session.id].figure == "3 of 4 missing"
    assert (
        "1 LSA goes into Art, Blue (Tue 11.15-12.45, 24 Nov 2026)" in asked[art.session.id].sentence
    )
    need_to_knows.tell(college, _week(college).sessions[-1], ALL_FOUR)
    (cookery,) = blind()
    assert cookery.figure == "nothing told"
    evidence.set_aside(college, cookery, "A lunch: nothing is taught")
    assert blind()[0].set_aside.reason == "A lunch: nothing is taught"
