from datetime import date

from lsadesk.domain.calendar import RoughDate
from lsadesk.domain.staff.people import PersonDetails

FIRST, LAST = date(2026, 9, 7), date(2027, 3, 31)
KAY = PersonDetails(forename="Kay", surname="Lewis", started=RoughDate(FIRST), left_on=LAST)


def test_somebody_is_here_from_their_first_day_to_their_last():
    days = (date(2026, 9, 6), FIRST, LAST, date(2027, 4, 1))
    assert [KAY.is_here_on(day) for day in days] == [False, True, True, False]


def test_who_has_not_begun_yet_has_not_left():
    assert KAY.works_on(date(2026, 9, 6))
