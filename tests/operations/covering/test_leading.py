from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from lsadesk import planner
from lsadesk.domain.calendar import Week, Weekday
from lsadesk.domain.covering.leading import LedDetails
from lsadesk.domain.weeks.planning import WorkPattern
from lsadesk.errors import UserError
from lsadesk.operations.covering import delivered, leading
from lsadesk.operations.deploying import deployment
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import people
from lsadesk.operations.weeks import sessions, work_patterns


@pytest.fixture
def college(desk: Desk, small_timetable: Callable[[Desk], None]) -> Desk:
    """Tuesday's art has no teacher, and Asha may lead under J. Lyle."""
    small_timetable(desk)
    art = sessions.all_sessions(desk)[-1]
    sessions.change_session(desk, art, replace(sessions.details_of(art), led_by_lsa=True))
    asha = people.colleagues(desk)[0].id
    marked = WorkPattern(may_lead=True, leads_under="J. Lyle")
    work_patterns.set_work_pattern(desk, asha, marked)
    return desk


def _tuesday(desk: Desk) -> date:
    ahead = deployment.gather(desk, week=Week.A)
    deployment.keep_plan(desk, ahead, planner.solve(ahead.problem, cycles=20))
    return ahead.problem.date_of(Weekday.TUESDAY)


def test_a_day_written_down_tells_who_led_a_session_without_a_teacher(
    college: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = _tuesday(college)
    monkeypatch.setattr(type(college), "today", on)
    delivered.write_all(college, delivered.log(college, on))
    seen = leading.led_board(college, on)
    (line,) = seen.led
    assert seen.names[line.person] == "Asha Kaur"
    assert (seen.titles[line.session], line.supervised_by) == ("Art, Blue", "J. Lyle")
    leading.take_led_back(college, line)
    assert not leading.led_board(college, on).led


def test_only_somebody_marked_stands_in_for_a_teacher_and_under_somebody(college: Desk) -> None:
    asha, ben = (each.id for each in people.colleagues(college)[:2])
    cookery = sessions.all_sessions(college)[0]
    on = date(2026, 11, 23)
    wanted = LedDetails(session=cookery.id, on=on, person=ben, supervised_by="Pat")
    with pytest.raises(UserError, match="Ben Xu is not marked"):
        leading.write_led(college, wanted)
    with pytest.raises(UserError, match="who supervised"):
        leading.write_led(college, replace(wanted, person=asha, supervised_by=" "))
    leading.write_led(college, replace(wanted, person=asha))
    seen = leading.led_board(college, on)
    assert [line.person for line in seen.led] == [asha]
    assert dict(seen.may_lead) == {asha: "J. Lyle"}
