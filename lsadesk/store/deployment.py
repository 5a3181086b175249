"""Deployment plans that were kept."""

import json
from collections.abc import Mapping
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


def latest(reading: Reading) -> KeptPlan | None:
    """The plan that was kept last; None before the first."""
    row = reading.session.scalar(select(PlanRow).order_by(PlanRow.id.desc()).limit(1))
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
        unmet=json.dumps([[slot.session, slot.index] for slot in plan.unmet]),
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
