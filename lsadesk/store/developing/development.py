"""Development plans: lines with a date and a helper."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select

from lsadesk.domain.developing.development import (
    PAIRING,
    ActionDetails,
    ActionId,
    Behind,
    BehindKind,
    Funder,
    Mode,
    PlanAction,
)
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import Stale, UserError
from lsadesk.store.developing import attached
from lsadesk.store.rows import ActionRow, PlanNoteRow, PlanReviewLineRow
from lsadesk.store.rows.development import STILL_ASKED
from lsadesk.store.work import STALE, Reading, Work, fill


def actions_of(reading: Reading, person: PersonId) -> list[PlanAction]:
    """A person's plan, what is due first on top, undated lines last."""
    return actions_among(reading, [person])


def actions_among(
    reading: Reading, people: Collection[PersonId], *, since: date | None = None
) -> list[PlanAction]:
    """The same of several people, their lines among each other.

    *since* leaves out what was closed before that day, so that old years cost nothing; but
    not where its outcome still asks for a follow-up.
    """
    asked = select(ActionRow).where(ActionRow.person_id.in_(people))
    if since is not None:
        asked = asked.where(ActionRow.settled_on >= since)
    order = ActionRow.due.is_(None), ActionRow.due, ActionRow.id
    return [_action(row) for row in reading.session.scalars(asked.order_by(*order))]


def actions_from(reading: Reading, appraisal: int) -> list[PlanAction]:
    """The lines that were agreed in the appraisal of that number, by importance.

    Those that nobody has put in order come last, in the order in which they were agreed.
    """
    asked = select(ActionRow).where(ActionRow.appraisal == appraisal)
    order = ActionRow.rank.is_(None), ActionRow.rank, ActionRow.id
    return [_action(row) for row in reading.session.scalars(asked.order_by(*order))]


def rank(work: Work, actions: Sequence[ActionId]) -> None:
    """Put lines in the order of importance in which they are given."""
    for place, action in enumerate(actions, 1):
        work.session.get_one(ActionRow, action).rank = place


def pairings(reading: Reading) -> list[PlanAction]:
    """Every line now in which a member of staff gives another their time (A44)."""
    asked = select(ActionRow).where(
        ActionRow.settled_on == STILL_ASKED,
        ActionRow.helper_id.is_not(None),
        ActionRow.done_on.is_(None),
        ActionRow.not_now_on.is_(None),
        ActionRow.mode.in_([mode.value for mode in PAIRING]),
    )
    return [_action(row) for row in reading.session.scalars(asked.order_by(ActionRow.id))]


def add(
    work: Work, person: PersonId, details: ActionDetails, *, agreed_on: date | None = None
) -> ActionId:
    """Write a new line; *agreed_on* left out: today."""
    row = ActionRow(person_id=person, agreed_on=agreed_on or work.today, **_columns(details))
    work.add(row)
    return ActionId(row.id)


def change(work: Work, read: PlanAction, wanted: ActionDetails) -> None:
    """Write *wanted* over the line that was read as *read*.

    Raises:
        Stale: the line says something else by now.
        UserError: the line is gone.
    """
    row = _row(work, read)
    fill(row, _columns(wanted))


def remove(work: Work, read: PlanAction) -> None:
    """Take away the line that was read as *read*; refused as in `change`.

    Its notes and files go with it; reviews keep what was said of it.
    """
    row = _row(work, read)
    attached.take_off_line(work, read.id)
    about = PlanNoteRow.action_id == read.id
    for note in work.session.scalars(select(PlanNoteRow).where(about)):
        work.session.delete(note)
    told = PlanReviewLineRow.action_id == read.id
    for line in work.session.scalars(select(PlanReviewLineRow).where(told)):
        line.action_id = None
    work.session.flush()
    work.session.delete(row)


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


def _columns(details: ActionDetails) -> dict[str, object]:
    behind = details.behind
    return {
        "what": details.what,
        "why": details.why,
        "behind_kind": "" if behind is None else behind.kind.value,
        "behind_key": "" if behind is None else behind.key,
        "mode": details.mode.value,
        "helper": details.helper,
        "helper_id": details.helper_id,
        "helper_minutes": details.helper_minutes,
        "due": details.due,
        "funder": details.funder.value,
        "cost_pence": details.cost_pence,
        "release_minutes": details.release_minutes,
        "appraisal": details.appraisal,
        "begun_on": details.begun_on,
        "done_on": details.done_on,
        "not_now_on": details.not_now_on,
        "not_now_because": details.not_now_because,
        "outcome": details.outcome,
        "follow_up": details.follow_up,
        "no_follow_up_because": details.no_follow_up_because,
        "settled_on": STILL_ASKED if details.lacks_follow_up else details.closed_on or STILL_ASKED,
    }


def _action(row: ActionRow) -> PlanAction:
    return PlanAction(
        id=ActionId(row.id),
        person=PersonId(row.person_id),
        agreed_on=row.agreed_on,
        rank=row.rank,
        what=row.what,
        why=row.why,
        behind=Behind(BehindKind(row.behind_kind), row.behind_key) if row.behind_kind else None,
        mode=Mode(row.mode),
        helper=row.helper,
        helper_id=None if row.helper_id is None else PersonId(row.helper_id),
        helper_minutes=row.helper_minutes,
        due=row.due,
        funder=Funder(row.funder),
        cost_pence=row.cost_pence,
        release_minutes=row.release_minutes,
        appraisal=row.appraisal,
        begun_on=row.begun_on,
        done_on=row.done_on,
        not_now_on=row.not_now_on,
        not_now_because=row.not_now_because,
        outcome=row.outcome,
        follow_up=row.follow_up,
        no_follow_up_because=row.no_follow_up_because,
    )
