"""Findings on the college's own plan: shown, set aside with a reason, taken away."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import openpyxl
import pytest

from lsadesk import planner
from lsadesk.domain.calendar import TimeSpan, Week, Weekday, uk_date
from lsadesk.domain.deployment.evidence import Finding, Question
from lsadesk.domain.deployment.over_terms import Trend
from lsadesk.domain.rights import Kind
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.domain.weeks.terms import CollegeYear, Period
from lsadesk.domain.weeks.timetable import SessionDetails
from lsadesk.errors import UserError
from lsadesk.operations.deploying import deployment, evidence, placing, plans, support_over_terms
from lsadesk.operations.desk import Desk
from lsadesk.operations.weeks import college_year, sessions
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import learners

WEEKS, DAY = timedelta(weeks=12), timedelta(days=1)


@pytest.fixture
def planned(desk: Desk, small_timetable: Callable[[Desk], None]) -> Desk:
    """Asha and Ben's planned week, with a learner who was not asked about their support."""
    small_timetable(desk)
    with desk.writing(Kind.LEARNER) as work:
        learners.add(work, LearnerDetails(reference="=JB02", group="Blue"))
        desk.keep(work, None, "Filled", Entry("filled", Kind.LEARNER), undo=False)
    ahead = deployment.gather(desk, week=Week.A)
    deployment.keep_plan(desk, ahead, planner.solve(ahead.problem, cycles=20))
    return desk


def not_talked_over(desk: Desk) -> Finding:
    found = evidence.what_evidence_asks(desk)
    assert found is not None
    return next(each for each in found.findings if each.question is Question.NOT_TALKED_OVER)


def test_before_the_first_plan_nothing_is_asked(desk: Desk) -> None:
    assert evidence.what_evidence_asks(desk) is None
    with pytest.raises(UserError, match="Make a plan first"):
        evidence.export_evidence(desk, Path("nowhere.xlsx"))


def test_a_finding_set_aside_says_why_and_by_whom_and_can_be_taken_up(planned: Desk) -> None:
    evidence.set_aside(planned, not_talked_over(planned), "  Asked by\n her mother ")
    aside = not_talked_over(planned).set_aside
    assert aside is not None
    assert (aside.reason, aside.on) == ("Asked by her mother", planned.today)
    assert aside.by
    evidence.take_up(planned, not_talked_over(planned))
    assert not_talked_over(planned).set_aside is None


def test_setting_aside_is_undone_like_any_change(planned: Desk) -> None:
    evidence.set_aside(planned, not_talked_over(planned), "Medical")
    planned.undo()
    assert not_talked_over(planned).set_aside is None


def test_no_finding_is_set_aside_without_a_reason(planned: Desk) -> None:
    with pytest.raises(UserError, match="Say why"):
        evidence.set_aside(planned, not_talked_over(planned), " ")
    with pytest.raises(UserError, match="500 letters"):
        evidence.set_aside(planned, not_talked_over(planned), "a" * 501)


def test_the_workbook_holds_each_finding_with_its_reason_and_no_formula(
    planned: Desk, tmp_path: Path
) -> None:
    evidence.set_aside(planned, not_talked_over(planned), "=1+1")
    number = evidence.export_evidence(planned, tmp_path / "found.xlsx").result
    book = openpyxl.load_workbook(tmp_path / "found.xlsx")
    page = book["Findings"]
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=5)]
    assert len([row for row in rows if row[0]]) == number
    assert any(row[3] == "=1+1" for row in rows)
    assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)
    assert book["Why it is asked"].max_row == 4 + len(Question)


# Source: requirements B.4-9, "fading over terms".
def test_what_was_published_before_stands_beside_how_much_one_person_gives(
    planned: Desk, tmp_path: Path
) -> None:
    span = TimeSpan(time(9), time(10))
    music = SessionDetails(day=Weekday.FRIDAY, span=span, group="Blue", title="Music")
    sessions.add_session(planned, replace(music, lsas_needed=1))
    ahead = deployment.gather(planned, week=Week.A)
    deployment.keep_plan(planned, ahead, planner.solve(ahead.problem, cycles=20))
    made = deployment.latest(planned)
    assert made is not None
    starts = made.ahead.problem.starts
    whose = made.plan.by_slot()
    asha = Counter(whose.values()).most_common(1)[0][0]
    hers = {slot.session for slot, who in whose.items() if who == asha}
    others = [slot for slot, who in whose.items() if who != asha]
    alone = {slot: None if slot.session in hers else asha for slot in others}
    placing.rearrange(planned, made.number, alone, seen=whose, pinned=False, why="")
    later = plans.copy_plan(planned, made.number).result
    plans.publish(planned, made.number, starts=starts - WEEKS, ends=starts - WEEKS)
    plans.publish(planned, later, starts=starts, ends=starts + WEEKS)
    found = evidence.what_evidence_asks(planned)
    assert found is not None
    told = [each.sentence for each in found.findings if each.question is Question.ONE_PERSON]
    assert [said for said in told if f"100% in the plan from {uk_date(starts - WEEKS)}" in said]
    evidence.set_aside(planned, _leaning(found.findings), "Medical")
    terms = (Period(starts - WEEKS, starts - DAY, "Before"), Period(starts, starts + WEEKS, "Now"))
    college_year.set_year(planned, CollegeYear(terms=terms))
    (learner,) = support_over_terms.support_over_terms(planned).learners
    assert [(each.term.name, each.share) for each in learner.terms] == [
        (f"Before {terms[0].starts.year}", 1.0),
        (f"Now {starts.year}", 1.0),
    ]
    assert learner.trend is Trend.SAME
    assert [each.reason for each in learner.aside] == ["Medical"]
    evidence.export_evidence(planned, tmp_path / "found.xlsx")
    page = openpyxl.load_workbook(tmp_path / "found.xlsx")["Over the terms"]
    assert [row[4] for row in page.iter_rows(min_row=5, values_only=True)] == [1, 1]


def _leaning(found: Sequence[Finding]) -> Finding:
    return next(each for each in found if each.question is Question.ONE_PERSON)
