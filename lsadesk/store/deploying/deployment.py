"""Deployment plans that were kept: drafts, and those that are published."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import func, select

from lsadesk.domain.calendar import Week
from lsadesk.domain.deployment.kept import KeptPlan, PlanChange, PlanLabel, Published
from lsadesk.domain.deployment.model import Assignment, Bound, Plan, SlotId
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable import SessionId
from lsadesk.errors import UserError
from lsadesk.store.rows import AssignmentRow, KeptOutRow, PlanChangeRow, PlanRow
from lsadesk.store.weeks import planning
from lsadesk.store.work import Reading, Work

Weights = Mapping[str, int]
_GONE = "This plan is there no more. Look at the list of plans again."


def all_plans(reading: Reading) -> list[PlanLabel]:
    """Every kept plan, the newest first."""
    counted = select(AssignmentRow.plan_id, func.count().label("places")).group_by(
        AssignmentRow.plan_id
    )
    filled = {row.plan_id: row.places for row in reading.session.execute(counted)}
    rows = reading.session.scalars(select(PlanRow).order_by(PlanRow.made_at, PlanRow.id))
    found = [PlanLabel(**_label(row), filled=filled.get(row.id, 0)) for row in rows]
    return found[::-1]


def latest(reading: Reading, week: Week | None = None) -> KeptPlan | None:
    """The plan that was made last, for any week or for *week*; None before the first."""
    wanted = select(PlanRow).order_by(PlanRow.made_at.desc(), PlanRow.id.desc()).limit(1)
    if week is not None:
        wanted = wanted.where(PlanRow.week == week.value)
    row = reading.session.scalar(wanted)
    return None if row is None else _kept(reading, row)


def get(reading: Reading, number: int) -> KeptPlan:
    """Plan *number*.

    Raises:
        UserError: it is there no more.
    """
    return _kept(reading, _row(reading, number))


def in_force(reading: Reading, day: date) -> KeptPlan | None:
    """What is published for *day*, the newest where there are several; None: nothing is."""
    label = label_in_force(reading, day)
    return None if label is None else get(reading, label.id)


def label_in_force(reading: Reading, day: date) -> PlanLabel | None:
    """The same without what is in it."""
    week = planning.year(reading).week_of(day)
    rows = reading.session.scalars(
        select(PlanRow)
        .where(PlanRow.from_on <= day, PlanRow.until_on >= day)
        .order_by(PlanRow.published_at.desc(), PlanRow.id.desc())
    )
    labels = (PlanLabel(**_label(row)) for row in rows)
    return next((label for label in labels if label.is_in_force(day, week)), None)


def next_first_day(reading: Reading, day: date) -> date | None:
    """The first day after *day* on which a published plan begins; None: there is none."""
    return reading.session.scalar(select(func.min(PlanRow.from_on)).where(PlanRow.from_on > day))


def keep(
    work: Work,
    plan: Plan,
    *,
    week: Week,
    starts: date,
    name: str = "",
    weights: Weights = MappingProxyType({}),
) -> int:
    """Keep *plan*, which was judged by *weights*, as a draft; returns its number."""
    row = PlanRow(
        name=name,
        week=week.value,
        starts_on=starts,
        made_at=work.now,
        objective=plan.objective,
        weights=json.dumps(dict(weights)),
        bound=json.dumps(asdict(plan.bound)),
        seconds=plan.seconds,
        unmet=_written(plan.unmet),
    )
    work.add(row)
    work.insert_all(AssignmentRow, [_values(row.id, each) for each in plan.assignments])
    return row.id


def rewrite(work: Work, number: int, plan: Plan, starts: date, weights: Weights) -> None:
    """Make draft *number* be *plan*, made now for the week from *starts*; see `keep`."""
    row = _row(work, number)
    row.starts_on, row.made_at, row.seconds = starts, work.now, plan.seconds
    row.bound = json.dumps(asdict(plan.bound))
    judge(work, number, plan, weights)
    wanted = {each.slot: each for each in plan.assignments}
    for old in work.session.scalars(select(AssignmentRow).where(AssignmentRow.plan_id == number)):
        new = wanted.pop(_slot(old), None)
        if new is None:
            work.session.delete(old)
        elif (old.person_id, old.pinned) != (new.person, new.pinned):
            old.person_id, old.pinned = new.person, new.pinned
    work.insert_all(AssignmentRow, [_values(number, each) for each in wanted.values()])


def copy(work: Work, number: int, name: str) -> int:
    """A draft called *name* with all that is in plan *number*; returns its own number."""
    kept = get(work, number)
    made = keep(
        work, kept.plan, week=kept.week, starts=kept.starts, name=name, weights=kept.weights
    )
    for slot, people in kept.kept_out.items():
        for person in people:
            keep_out(work, made, slot, person)
    return made


def rename(work: Work, number: int, version: int, name: str) -> None:
    """Call plan *number* otherwise; refused where it has been changed since *version*."""
    work.as_read(PlanRow, number, version, gone=_GONE).name = name


def remove(work: Work, number: int, version: int) -> None:
    """Take a draft away with all that is in it; refused as in `rename`."""
    row = work.as_read(PlanRow, number, version, gone=_GONE)
    for kind in (AssignmentRow, KeptOutRow):
        for each in work.session.scalars(select(kind).where(kind.plan_id == number)):
            work.session.delete(each)
    work.session.flush()
    work.session.delete(row)


def publish(work: Work, number: int, starts: date, ends: date, by: str) -> None:
    """Make plan *number* what happens from *starts* to *ends*."""
    row = _row(work, number)
    row.published_at, row.published_by = work.now, by
    row.from_on, row.until_on = starts, ends


def has_session(reading: Reading, session: SessionId) -> bool:
    """Whether any kept plan gives somebody a place in *session*, or did, or keeps one out."""
    return any(
        reading.session.scalar(select(kind.session_id).where(kind.session_id == session).limit(1))
        is not None
        for kind in (AssignmentRow, KeptOutRow, PlanChangeRow)
    )


def place(work: Work, number: int, assignment: Assignment) -> None:
    """Give a slot of plan *number* to a person, whoever had it before."""
    row = _assignment(work, number, assignment.slot)
    if row is None:
        work.session.add(AssignmentRow(**_values(number, assignment)))
    else:
        row.person_id, row.pinned = assignment.person, assignment.pinned


def clear(work: Work, number: int, slot: SlotId) -> None:
    """Leave *slot* of plan *number* to nobody."""
    if (row := _assignment(work, number, slot)) is not None:
        work.session.delete(row)


def judge(work: Work, number: int, plan: Plan, weights: Weights) -> None:
    """Note what plan *number* leaves open and costs by *weights*, after a change by hand."""
    row = _row(work, number)
    row.unmet, row.objective = _written(plan.unmet), plan.objective
    row.weights = json.dumps(dict(weights))


def keep_out(work: Work, number: int, slot: SlotId, person: PersonId) -> None:
    """Keep *person* out of *slot* of plan *number*."""
    work.session.merge(
        KeptOutRow(plan_id=number, session_id=slot.session, slot=slot.index, person_id=person)
    )


def let_in(work: Work, number: int, slot: SlotId, person: PersonId) -> None:
    """Do not keep *person* out of *slot* any more."""
    row = work.session.get(KeptOutRow, (number, slot.session, slot.index, person))
    if row is not None:
        work.session.delete(row)


def note_change(work: Work, number: int, change: PlanChange) -> None:
    """Write down a change of a published plan."""
    work.session.add(
        PlanChangeRow(
            plan_id=number,
            session_id=change.slot.session,
            slot=change.slot.index,
            before_id=change.before,
            after_id=change.after,
            changed_at=change.at,
            changed_by=change.by,
            why=change.why,
        )
    )


def changes(reading: Reading, number: int) -> list[PlanChange]:
    """What was changed in plan *number* since it was published, the newest first."""
    rows = reading.session.scalars(
        select(PlanChangeRow)
        .where(PlanChangeRow.plan_id == number)
        .order_by(PlanChangeRow.changed_at.desc(), PlanChangeRow.id.desc())
    )
    return [
        PlanChange(
            slot=_slot(row),
            before=_person(row.before_id),
            after=_person(row.after_id),
            at=row.changed_at,
            by=row.changed_by,
            why=row.why,
        )
        for row in rows
    ]


def _row(reading: Reading, number: int) -> PlanRow:
    row = reading.session.get(PlanRow, number)
    if row is None:
        raise UserError(_GONE)
    return row


def _label(row: PlanRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.name,
        "week": Week(row.week),
        "starts": row.starts_on,
        "made_at": row.made_at,
        "version": row.version,
        "published": _published(row),
        "unmet": len(json.loads(row.unmet)),
    }


def _published(row: PlanRow) -> Published | None:
    if row.published_at is None or row.from_on is None or row.until_on is None:
        return None
    return Published(row.from_on, row.until_on, row.published_at, row.published_by)


def _kept(reading: Reading, row: PlanRow) -> KeptPlan:
    assignments = reading.session.execute(
        select(
            AssignmentRow.session_id,
            AssignmentRow.slot,
            AssignmentRow.person_id,
            AssignmentRow.pinned,
        )
        .where(AssignmentRow.plan_id == row.id)
        .order_by(AssignmentRow.session_id, AssignmentRow.slot)
    )
    bound = json.loads(row.bound)
    plan = Plan(
        assignments=tuple(
            Assignment(SlotId(SessionId(session), slot), PersonId(person), pinned)
            for session, slot, person, pinned in assignments
        ),
        unmet=tuple(SlotId(SessionId(session), index) for session, index in json.loads(row.unmet)),
        objective=row.objective,
        bound=Bound(**bound),
        seconds=row.seconds,
    )
    kept_out: dict[SlotId, frozenset[PersonId]] = {}
    for each in reading.session.scalars(select(KeptOutRow).where(KeptOutRow.plan_id == row.id)):
        at = _slot(each)
        kept_out[at] = kept_out.get(at, frozenset()) | {PersonId(each.person_id)}
    label = {**_label(row), "filled": len(plan.assignments)}
    return KeptPlan(**label, plan=plan, weights=json.loads(row.weights), kept_out=kept_out)


def _assignment(work: Work, number: int, slot: SlotId) -> AssignmentRow | None:
    return work.session.scalar(
        select(AssignmentRow).where(
            AssignmentRow.plan_id == number,
            AssignmentRow.session_id == slot.session,
            AssignmentRow.slot == slot.index,
        )
    )


def _slot(row: AssignmentRow | KeptOutRow | PlanChangeRow) -> SlotId:
    return SlotId(SessionId(row.session_id), row.slot)


def _person(number: int | None) -> PersonId | None:
    return None if number is None else PersonId(number)


def _values(number: int, each: Assignment) -> dict[str, Any]:
    return {
        "plan_id": number,
        "session_id": each.slot.session,
        "slot": each.slot.index,
        "person_id": each.person,
        "pinned": each.pinned,
    }


def _written(slots: Sequence[SlotId]) -> str:
    return json.dumps([[slot.session, slot.index] for slot in slots])
