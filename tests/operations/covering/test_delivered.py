from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from lsadesk import planner
from lsadesk.domain.calendar import Week, Weekday
from lsadesk.domain.covering.cover import Away
from lsadesk.domain.covering.delivered import Outcome
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.errors import UserError
from lsadesk.operations.covering import absences, delivered
from lsadesk.operations.covering.delivered import Over
from lsadesk.operations.deploying import deployment
from lsadesk.operations.desk import Desk
from lsadesk.operations.weeks import support


@pytest.fixture
def planned(
    desk: Desk, small_timetable: Callable[[Desk], None], monkeypatch: pytest.MonkeyPatch
) -> Desk:
    """A learner of two hours a week in a group with ninety minutes on Tuesday; it is Friday."""
    small_timetable(desk)
    support.add_learner(desk, LearnerDetails(reference="RT11", group="Blue", weekly_minutes=120))
    ahead = deployment.gather(desk, week=Week.A)
    deployment.keep_plan(desk, ahead, planner.solve(ahead.problem, cycles=20))
    monkeypatch.setattr(type(desk), "today", ahead.problem.date_of(Weekday.FRIDAY))
    return desk


def tuesday(desk: Desk) -> date:
    return deployment.latest(desk).ahead.problem.date_of(Weekday.TUESDAY)


def test_a_day_as_planned_is_logged_in_one_step_and_undone(planned: Desk) -> None:
    day = delivered.log(planned, tuesday(planned))
    assert [line.outcome for line in day.lines] == [Outcome.AS_PLANNED]
    assert not day.is_complete
    assert delivered.write_all(planned, day).result == 1
    assert delivered.log(planned, tuesday(planned)).is_complete
    planned.undo()
    assert not delivered.log(planned, tuesday(planned)).is_complete


def test_a_day_to_come_cannot_be_written_down(
    planned: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = tuesday(planned)
    monkeypatch.setattr(type(planned), "today", on - timedelta(days=1))
    day = delivered.log(planned, on)
    with pytest.raises(UserError, match="still to come"):
        delivered.write_all(planned, day)
    with pytest.raises(UserError, match="still to come"):
        delivered.write_line(
            planned, day.lines[0], outcome=Outcome.OTHER_TIME, minutes=60, why="Came late"
        )
    assert not delivered.log(planned, on).written


def test_what_nobody_covered_stands_as_not_given(planned: Desk) -> None:
    on = tuesday(planned)
    (line,) = delivered.log(planned, on).lines
    absences.mark_away(planned, [Away(first=on, last=on, person=line.person)])
    (line,) = delivered.log(planned, on).lines
    assert (line.outcome, line.minutes) == (Outcome.NOT_GIVEN, 0)


def test_a_line_says_why_it_was_not_given(planned: Desk) -> None:
    (line,) = delivered.log(planned, tuesday(planned)).lines
    with pytest.raises(UserError, match="few words"):
        delivered.write_line(planned, line, outcome=Outcome.NOT_GIVEN, minutes=0, why="")
    delivered.write_line(planned, line, outcome=Outcome.NOT_GIVEN, minutes=0, why="Fire drill")
    (line,) = delivered.log(planned, tuesday(planned)).lines
    assert (line.minutes, line.why) == (0, "Fire drill")


def test_a_learners_time_stands_beside_what_is_specified_and_planned(planned: Desk) -> None:
    on = tuesday(planned)
    (line,) = delivered.log(planned, on).lines
    delivered.write_line(planned, line, outcome=Outcome.OTHER_TIME, minutes=60, why="Came late")
    found = delivered.learner_totals(planned, on)
    (total,) = found.learners
    assert (total.specified, total.planned, total.given) == (24, 90, 60)
    assert total.by_level == {None: 60}
    assert found.days == 1


def test_what_is_written_stays_when_the_rest_is_logged(planned: Desk) -> None:
    (line,) = delivered.log(planned, tuesday(planned)).lines
    delivered.write_line(planned, line, outcome=Outcome.OTHER_TIME, minutes=60, why="")
    delivered.write_all(planned, delivered.log(planned, tuesday(planned)))
    (line,) = delivered.log(planned, tuesday(planned)).lines
    assert line.minutes == 60


def test_a_day_of_an_earlier_week_counts_for_the_year_and_not_for_the_week(planned: Desk) -> None:
    on = tuesday(planned)
    delivered.write_all(planned, delivered.log(planned, on))
    later = on + timedelta(days=7)
    days = {over: delivered.learner_totals(planned, later, over).days for over in Over}
    assert days == {Over.WEEK: 0, Over.TERM: 1, Over.YEAR: 1}


def test_hours_are_taken_away_as_a_workbook_with_what_is_missing(
    planned: Desk, tmp_path: Path
) -> None:
    on, path = tuesday(planned), tmp_path / "hours.xlsx"
    with pytest.raises(UserError, match="No day is written down"):
        delivered.export_totals(planned, path, on, Over.TERM)
    delivered.write_all(planned, delivered.log(planned, on))
    assert delivered.export_totals(planned, path, on, Over.TERM).result == 1
    rows = [list(row) for row in load_workbook(path).active.iter_rows(values_only=True)]
    assert rows[4][:6] == [
        "Learner",
        "Group",
        "Specified, hours",
        "Planned, hours",
        "Given, hours",
        "Less than specified, hours",
    ]
    assert rows[5][:6] == ["RT11", "Blue", 0.4, 1.5, 1.5, None]
    assert rows[5][6:9] == [1.5, 1, 1]
    assert rows[4][10] == "Of it: level not known"
    (line,) = delivered.log(planned, on).lines
    delivered.write_line(planned, line, outcome=Outcome.NOT_GIVEN, minutes=0, why="Fire drill")
    delivered.export_totals(planned, path, on, Over.TERM)
    (told,) = load_workbook(path)["Not as planned"].iter_rows(min_row=6, values_only=True)
    assert told[2:] == ("RT11", 1.5, 0, "Fire drill")
