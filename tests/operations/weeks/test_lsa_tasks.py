"""Sessions are tagged with the six LSA tasks, and a plan's hours are told by task."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl

from lsadesk import planner
from lsadesk.domain.calendar import Week
from lsadesk.domain.deployment.task_hours import UNTAGGED
from lsadesk.domain.weeks.lsa_tasks import TASKS, LsaTask
from lsadesk.operations.deploying import deployment, evidence
from lsadesk.operations.desk import Desk
from lsadesk.operations.weeks import sessions


def tag(desk: Desk, title: str, *tasks: LsaTask) -> None:
    read = next(each for each in sessions.all_sessions(desk) if each.title == title)
    wanted = replace(sessions.details_of(read), tasks=frozenset(tasks))
    sessions.change_session(desk, read, wanted)


def plan(desk: Desk) -> None:
    ahead = deployment.gather(desk, week=Week.A)
    deployment.keep_plan(desk, ahead, planner.solve(ahead.problem, cycles=20))


def hours(desk: Desk) -> dict[LsaTask | None, float]:
    found = evidence.what_evidence_asks(desk)
    assert found is not None
    return {each.task: each.hours for each in found.task_hours}


def test_all_six_tasks_are_told_and_untagged_hours_are_their_own_line(
    desk: Desk, small_timetable: Callable[[Desk], None]
) -> None:
    small_timetable(desk)
    tag(desk, "Cookery", LsaTask.BEHAVIOUR)
    plan(desk)
    told = hours(desk)
    assert list(told) == [*LsaTask, None]
    assert told.pop(LsaTask.BEHAVIOUR) == 3.0  # two people for an hour and a half
    assert told.pop(None) == 1.5  # Art, with one
    assert set(told.values()) == {0.0}


def test_a_session_with_two_tasks_shares_its_time_between_them(
    desk: Desk, small_timetable: Callable[[Desk], None]
) -> None:
    small_timetable(desk)
    plan(desk)
    tag(desk, "Cookery", LsaTask.BEHAVIOUR, LsaTask.PROGRESS)
    told = hours(desk)
    assert told[LsaTask.BEHAVIOUR] == told[LsaTask.PROGRESS] == 1.5
    assert sum(told.values()) == 4.5


def test_tagging_a_session_is_undone_like_any_change(
    desk: Desk, small_timetable: Callable[[Desk], None]
) -> None:
    small_timetable(desk)
    tag(desk, "Art", LsaTask.LANGUAGE)
    desk.undo()
    assert not any(each.tasks for each in sessions.all_sessions(desk))


def test_the_workbook_has_the_hours_by_task(
    desk: Desk, small_timetable: Callable[[Desk], None], tmp_path: Path
) -> None:
    small_timetable(desk)
    tag(desk, "Art", LsaTask.MATHS_AND_ENGLISH)
    plan(desk)
    evidence.export_evidence(desk, tmp_path / "found.xlsx")
    page = openpyxl.load_workbook(tmp_path / "found.xlsx")["Hours by task"]
    told = dict(page.iter_rows(min_row=5, max_col=2, values_only=True))
    assert list(told) == [*TASKS.values(), UNTAGGED]
    assert told[TASKS[LsaTask.MATHS_AND_ENGLISH]] == 1.5
    assert told[UNTAGGED] == 3.0
