"""The findings on the plan that counts, setting one aside, and taking them away as a workbook."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from lsadesk.domain.briefing.blind import gone_into_blind
from lsadesk.domain.calendar import monday_ahead
from lsadesk.domain.changes import NOTHING, Done, Subject
from lsadesk.domain.deployment.evidence import (
    PLANNED_SESSIONS,
    Before,
    Finding,
    Seen,
    findings,
    shares_of,
)
from lsadesk.domain.deployment.task_hours import TaskHours, hours_by_task
from lsadesk.domain.rights import EXPORT, Kind
from lsadesk.errors import UserError
from lsadesk.operations.briefing.need_to_knows import limit_of
from lsadesk.operations.deploying.deployment import WeekPlan, beside_its_week
from lsadesk.operations.deploying.placing import whose_hand
from lsadesk.operations.deploying.support_over_terms import gathered_over_terms
from lsadesk.operations.desk import Desk
from lsadesk.operations.weeks.support import LEAST_SESSIONS
from lsadesk.operations.weeks.taking_weeks import closed_days, standing_words, week_words
from lsadesk.store.briefing.ahead import sessions_ahead
from lsadesk.store.deploying import deployment
from lsadesk.store.deploying import evidence as kept
from lsadesk.store.settings import setting
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import planning
from lsadesk.store.work import Reading

LONGEST_REASON = 500
DAYS_AHEAD = timedelta(days=6)  # today is the first of the week that sessions are told for


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was found, in the week and plan that the words say, and its hours by LSA task."""

    week: str
    standing: str
    findings: Sequence[Finding]
    task_hours: Sequence[TaskHours]


def what_evidence_asks(desk: Desk) -> Evidence | None:
    """The findings on what is published for today, or else on the newest plan; None: no plan."""
    with desk.reading(Kind.DEPLOYMENT) as reading:
        return _evidence(desk, reading)


def set_aside(desk: Desk, finding: Finding, reason: str) -> Done[None]:
    """Say why *finding* is as it should be.

    Raises:
        UserError: there is no reason, or it is too long.
    """
    told = " ".join(reason.split())
    if not told:
        raise UserError("Say why, in a few words: whoever looks next wants to know.")
    if len(told) > LONGEST_REASON:
        raise UserError(f"Keep the reason to {LONGEST_REASON} letters.")
    with desk.writing(Kind.DEPLOYMENT) as work:
        kept.set_aside(work, (finding.question, finding.key), told, whose_hand(desk, work))
        return desk.keep(
            work,
            None,
            "Set a finding aside",
            Entry("set aside a finding", Kind.DEPLOYMENT, detail=finding.question.value),
            Subject.DEPLOYMENT,
        )


def take_up(desk: Desk, finding: Finding) -> Done[None]:
    """Have a finding that was set aside count again."""
    with desk.writing(Kind.DEPLOYMENT) as work:
        kept.take_up(work, (finding.question, finding.key))
        return desk.keep(
            work,
            None,
            "Took a finding up again",
            Entry("took up a finding", Kind.DEPLOYMENT, detail=finding.question.value),
            Subject.DEPLOYMENT,
        )


def export_evidence(desk: Desk, path: Path) -> Done[int]:
    """Write the findings as a workbook; how many there are.

    Raises:
        UserError: there is no plan yet, or the file cannot be written.
    """
    from lsadesk.reports.evidence_workbook import EvidenceSheet, write_evidence

    with desk.reading(Kind.DEPLOYMENT, access=EXPORT) as reading:
        found, terms = _evidence(desk, reading), gathered_over_terms(reading)
    if found is None:
        raise UserError("No week has been planned yet. Make a plan first.")
    sheet = EvidenceSheet(
        college=desk.college,
        day=desk.today,
        week=found.week,
        standing=found.standing,
        findings=found.findings,
        task_hours=found.task_hours,
        over_terms=terms.learners,
        names=terms.names,
    )
    write_evidence(sheet, path)
    desk.note(Entry("exported findings", Kind.DEPLOYMENT, detail=str(len(found.findings))))
    return Done(len(found.findings), NOTHING)


def _evidence(desk: Desk, reading: Reading) -> Evidence | None:
    day = max(desk.today, monday_ahead(desk.today))
    plan = deployment.in_force(reading, day) or deployment.latest(reading)
    if plan is None:
        return None
    made = beside_its_week(desk, reading, plan)
    aside = kept.set_aside_now(reading)
    seen = replace(_seen(reading, made), before=_before(desk, reading, made))
    found = [*findings(seen), *_blind(desk, reading)]
    placed = made.plan.by_slot()
    filled = [slot for slot in made.ahead.problem.slots if slot.id in placed]
    return Evidence(
        week=week_words(plan.week, made.ahead.problem.starts),
        standing=standing_words(plan),
        findings=[replace(each, set_aside=aside.get((each.question, each.key))) for each in found],
        task_hours=hours_by_task(made.ahead.sessions, filled),
    )


def _blind(desk: Desk, reading: Reading) -> Iterator[Finding]:
    ahead = sessions_ahead(reading, desk.today, desk.today + DAYS_AHEAD)
    return gone_into_blind(ahead, limit_of(reading))


def _before(desk: Desk, reading: Reading, made: WeekPlan) -> Before | None:
    """What was published before *made*, as far as its sessions are still in the timetable."""
    now = made.label.starts if made.label.published is None else made.label.published.starts
    earlier = [
        (each.published.starts, each.id)
        for each in deployment.all_plans(reading)
        if each.published is not None
        and each.week is made.label.week
        and each.published.starts < now
    ]
    if not earlier:
        return None
    starts, number = max(earlier)
    kept_then = deployment.get(reading, number)
    then = beside_its_week(desk, reading, kept_then, starts=kept_then.starts)
    return shares_of(_seen(reading, then), starts)


def _seen(reading: Reading, made: WeekPlan) -> Seen:
    ahead, problem = made.ahead, made.ahead.problem
    closed = closed_days(planning.year(reading), problem.starts)
    return Seen(
        problem=problem,
        placed=made.plan.by_slot(),
        sessions=ahead.sessions,
        learners=ahead.learners,
        comes={
            session.id: ahead.comes[session.id]
            for session in ahead.sessions.values()
            if session.week.runs_in(problem.week)
            and session.day not in closed
            and session.runs_on(problem.date_of(session.day))
        },
        least=int(setting(reading, LEAST_SESSIONS) or PLANNED_SESSIONS),
    )
