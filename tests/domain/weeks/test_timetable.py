"""On which days a session runs, and whether an LSA may be in it."""

from dataclasses import replace
from datetime import date, time, timedelta

from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.weeks.timetable import LsaUse, SessionDetails

FIRST, LAST = date(2026, 11, 2), date(2026, 11, 30)
ART = SessionDetails(
    day=Weekday.MONDAY, span=TimeSpan(time(9), time(10)), group="Green", title="Art"
)


def test_a_session_runs_on_its_first_and_last_day_and_without_dates_on_every_one() -> None:
    bounded = replace(ART, starts_on=FIRST, ends_on=LAST)
    assert all(bounded.runs_on(day) for day in (FIRST, LAST))
    assert not any(bounded.runs_on(day) for day in (FIRST - timedelta(1), LAST + timedelta(1)))
    assert ART.runs_on(FIRST - timedelta(1))


def test_an_lsa_may_be_in_it_unless_somebody_said_none_is_needed() -> None:
    assert ART.is_meant_to_have_lsas
    assert replace(ART, lsas_needed=1).is_meant_to_have_lsas
    assert not replace(ART, lsas_needed=0).is_meant_to_have_lsas
    assert not replace(ART, lsa_use=LsaUse.DOES_NOT_NEED).is_meant_to_have_lsas
