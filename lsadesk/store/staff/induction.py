"""Inductions: the steps that are done."""

from datetime import date

from sqlalchemy import select

from lsadesk.domain.staff.induction import StepId
from lsadesk.domain.staff.people import PersonId
from lsadesk.store.rows import InductionStepRow
from lsadesk.store.work import Reading, Work


def done(reading: Reading, person: PersonId) -> dict[StepId, date]:
    """The steps of a person's induction that are ticked, and when each was done."""
    rows = reading.session.scalars(
        select(InductionStepRow).where(InductionStepRow.person_id == person)
    )
    return {StepId(row.step): row.done_on for row in rows}


def days_of(reading: Reading, step: StepId) -> dict[PersonId, date]:
    """Who has had one step, and when."""
    rows = reading.session.execute(
        select(InductionStepRow.person_id, InductionStepRow.done_on).where(
            InductionStepRow.step == step
        )
    )
    return {PersonId(person): day for person, day in rows}


def tick(work: Work, person: PersonId, step: StepId, done_on: date | None) -> None:
    """Say when a step was done; None: it is still to be done."""
    row = work.session.get(InductionStepRow, (person, step))
    if row is not None and done_on is None:
        work.session.delete(row)
    elif row is not None and done_on is not None:
        row.done_on = done_on
    elif done_on is not None:
        work.session.add(InductionStepRow(person_id=person, step=step, done_on=done_on))
