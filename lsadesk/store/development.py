"""Development plans: lines with a date and a helper."""

from datetime import date

from sqlalchemy import select

from lsadesk.domain.development import ActionId, Mode, PlanAction
from lsadesk.domain.people import PersonId
from lsadesk.errors import UserError
from lsadesk.store.rows import ActionRow
from lsadesk.store.work import Reading, Work


def actions_of(reading: Reading, person: PersonId) -> list[PlanAction]:
    """A person's plan, what is due first on top, undated lines last."""
    rows = reading.session.scalars(
        select(ActionRow)
        .where(ActionRow.person_id == person)
        .order_by(ActionRow.due.is_(None), ActionRow.due, ActionRow.id)
    )
    return [_action(row) for row in rows]


def add(
    work: Work,
    person: PersonId,
    what: str,
    *,
    why: str = "",
    mode: Mode = Mode.OTHER,
    helper: str = "",
    due: date | None = None,
) -> ActionId:
    """Write a new line."""
    row = ActionRow(person_id=person, what=what, why=why, mode=mode.value, helper=helper, due=due)
    work.session.add(row)
    work.session.flush()
    return ActionId(row.id)


def mark_done(work: Work, action: ActionId, done_on: date | None) -> PersonId:
    """Say when a line was done, or that it was not after all; returns whose line it is."""
    row = work.session.get(ActionRow, action)
    if row is None:
        raise UserError("This line is no longer in the plan. Nothing was changed.")
    row.done_on = done_on
    return PersonId(row.person_id)


def _action(row: ActionRow) -> PlanAction:
    return PlanAction(
        id=ActionId(row.id),
        person=PersonId(row.person_id),
        what=row.what,
        why=row.why,
        mode=Mode(row.mode),
        helper=row.helper,
        due=row.due,
        done_on=row.done_on,
    )
