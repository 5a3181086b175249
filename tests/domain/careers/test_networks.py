from datetime import date, timedelta

from lsadesk.domain.careers.networks import Meeting, MeetingId, NetworkId, next_of

TODAY = date(2026, 11, 24)


def a_meeting(days):
    day = TODAY + timedelta(days=days)
    return Meeting(id=MeetingId(1), network=NetworkId(1), version=1, day=day)


def test_the_next_meeting_is_the_first_from_today_on():
    today, later, past = a_meeting(0), a_meeting(7), a_meeting(-1)
    assert next_of([later, past, today], TODAY) == today
    assert next_of([past], TODAY) is None
