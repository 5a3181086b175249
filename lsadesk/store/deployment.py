"""Deployment plans that were kept."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from lsadesk.domain.calendar import Week
from lsadesk.domain.deployment.model import Assignment, Bound, Plan, SlotId
from lsadesk.domain.people import PersonId
from lsadesk.domain.timetable import SessionId
from lsadesk.store.rows import AssignmentRow, PlanRow
from lsadesk.store.work import Reading, Work


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """A plan as it was kept: for which week, and when it was made."""

    id: int
    week: Week
    starts: date
    made_at: datetime
    plan: Plan


def latest(reading: Reading, week: Week | None = None) -> KeptPlan | None:
    """The plan that was kept last, for any week or for *week*; None before the first."""
    wanted = select(PlanRow).order_by(PlanRow.id.desc()).limit(1)
    if week is not None:
        wanted = wanted.where(PlanRow.week == week.value)
    row = reading.session.scalar(wanted)
    if row is None:
        return None
    assignments = reading.session.scalars(
        select(AssignmentRow)
        .where(AssignmentRow.plan_id == row.id)
        .order_by(AssignmentRow.session_id, AssignmentRow.slot)
    )
    bound = json.loads(row.bound)
    plan = Plan(
        assignments=tuple(
            Assignment(
                SlotId(SessionId(each.session_id), each.slot), PersonId(each.person_id), each.pinned
            )
            for each in assignments
        ),
        unmet=tuple(SlotId(SessionId(session), index) for session, index in json.loads(row.unmet)),
        objective=row.objective,
        bound=Bound(**bound),
        seconds=row.seconds,
    )
    return KeptPlan(row.id, Week(row.week), row.starts_on, row.made_at, plan)


def keep(work: Work, plan: Plan, *, week: Week, starts: date) -> int:
    """Keep *plan* beside the earlier ones; returns its number."""
    bound: Mapping[str, int] = {
        "cost": plan.bound.cost,
        "slots": plan.bound.slots,
        "days_proven": plan.bound.days_proven,
        "days": plan.bound.days,
    }
    row = PlanRow(
        week=week.value,
        starts_on=starts,
        made_at=work.now,
        objective=plan.objective,
        bound=json.dumps(bound),
        seconds=plan.seconds,
        unmet=_written(plan.unmet),
    )
    work.session.add(row)
    work.session.flush()
    work.session.add_all(
        AssignmentRow(
            plan_id=row.id,
            session_id=each.slot.session,
            slot=each.slot.index,
            person_id=each.person,
            pinned=each.pinned,
        )
        for each in plan.assignments
    )
    return row.id


def has_session(reading: Reading, session: SessionId) -> bool:
    """Whether any kept plan gives somebody a place in *session*."""
    wanted = select(AssignmentRow.id).where(AssignmentRow.session_id == session).limit(1)
    return reading.session.scalar(wanted) is not None


def place(work: Work, number: int, assignment: Assignment) -> None:
    """Give a slot of plan *number* to a person, whoever had it before."""
    slot, row = assignment.slot, _assignment(work, number, assignment.slot)
    if row is None:
        row = AssignmentRow(plan_id=number, session_id=slot.session, slot=slot.index)
        work.session.add(row)
    row.person_id, row.pinned = assignment.person, assignment.pinned


def clear(work: Work, number: int, slot: SlotId) -> None:
    """Leave *slot* of plan *number* to nobody."""
    if (row := _assignment(work, number, slot)) is not None:
        work.session.delete(row)


def judge(work: Work, number: int, *, unmet: Sequence[SlotId], objective: int) -> None:
    """Note what plan *number* leaves open and costs, after a change by hand."""
    row = work.session.get_one(PlanRow, number)
    row.unmet, row.objective = _written(unmet), objective


def _assignment(work: Work, number: int, slot: SlotId) -> AssignmentRow | None:
    return work.session.scalar(
        select(AssignmentRow).where(
            AssignmentRow.plan_id == number,
            AssignmentRow.session_id == slot.session,
            AssignmentRow.slot == slot.index,
        )
    )


def _written(slots: Sequence[SlotId]) -> str:
    return json.dumps([[slot.session, slot.index] for slot in slots])
