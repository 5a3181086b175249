"""Development plans: lines with a date and a helper."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select

from lsadesk.domain.development import ActionId, Mode, PlanAction
from lsadesk.domain.people import PersonId
from lsadesk.errors import Stale, UserError
from lsadesk.store.rows import ActionRow
from lsadesk.store.work import STALE, Reading, Work


def actions_of(reading: Reading, person: PersonId) -> list[PlanAction]:
    """A person's plan, what is due first on top, undated lines last."""
    return actions_among(reading, [person])


def actions_among(reading: Reading, people: Collection[PersonId]) -> list[PlanAction]:
    """The same of several people, their lines among each other."""
    rows = reading.session.scalars(
        select(ActionRow)
        .where(ActionRow.person_id.in_(people))
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
    done_on: date | None = None,
) -> ActionId:
    """Write a new line."""
    row = ActionRow(
        person_id=person,
        what=what,
        why=why,
        mode=mode.value,
        helper=helper,
        due=due,
        done_on=done_on,
    )
    work.session.add(row)
    work.session.flush()
    return ActionId(row.id)


def change(work: Work, read: PlanAction, wanted: PlanAction) -> None:
    """Write *wanted* over the line that was read as *read*.

    Raises:
        Stale: the line says something else by now.
        UserError: the line is gone.
    """
    row = _row(work, read)
    row.what, row.why, row.helper = wanted.what, wanted.why, wanted.helper
    row.mode, row.due, row.done_on = wanted.mode.value, wanted.due, wanted.done_on


def remove(work: Work, read: PlanAction) -> None:
    """Take away the line that was read as *read*; refused as in `change`."""
    work.session.delete(_row(work, read))


def _row(work: Work, read: PlanAction) -> ActionRow:
    """The line, if it is still as it was read.

    The whole line is compared, not its version: the number of a line that was removed may
    belong to a new one, of another person even.
    """
    row = work.session.get(ActionRow, read.id)
    if row is None:
        raise UserError("This line is no longer in the plan. Nothing was changed.")
    if _action(row) != read:
        raise Stale(STALE)
    return row


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
