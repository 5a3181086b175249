"""The log of what support was given, by day."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from lsadesk.domain.covering.delivered import Delivery, Given, Outcome
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.store.covering.places import columns_of, place_of
from lsadesk.store.rows import DeliveredRow, DeliveredToRow
from lsadesk.store.work import Reading, Work


def deliveries(reading: Reading, first: date, last: date) -> list[Delivery]:
    """Every line of the log from *first* to *last*, by day."""
    rows = reading.session.scalars(
        select(DeliveredRow)
        .where(DeliveredRow.day >= first, DeliveredRow.day <= last)
        .order_by(
            DeliveredRow.day,
            DeliveredRow.session_id,
            DeliveredRow.placement_id,
            DeliveredRow.slot,
            DeliveredRow.part,
        )
    ).all()
    given = _given(reading, first, last)
    return [_delivery(row, tuple(given.get(row.id, ()))) for row in rows]


def _given(reading: Reading, first: date, last: date) -> dict[int, list[Given]]:
    """Who had each line from *first* to *last*, by its number.

    A large college's term has a hundred thousand of them, most of them alike: they are read as
    plain columns, and what is alike is one value.
    """
    found: dict[int, list[Given]] = {}
    alike: dict[tuple[int, int | None, int | None], Given] = {}
    columns = (DeliveredToRow.learner_id, DeliveredToRow.level, DeliveredToRow.specified)
    for number, learner, level, specified in reading.session.execute(
        select(DeliveredToRow.delivered_id, *columns)
        .join(DeliveredRow, DeliveredRow.id == DeliveredToRow.delivered_id)
        .where(DeliveredRow.day >= first, DeliveredRow.day <= last)
        .order_by(DeliveredToRow.learner_id)
    ):
        share = alike.get((learner, level, specified))
        if share is None:
            share = Given(learner=LearnerId(learner), level=level, specified=specified)
            alike[learner, level, specified] = share
        found.setdefault(number, []).append(share)
    return found


def log(work: Work, lines: Sequence[Delivery]) -> None:
    """Write *lines* in place of those of the same places and days."""
    for line in lines:
        place = columns_of(line.slot)
        row = work.session.scalar(select(DeliveredRow).filter_by(day=line.day, **place))
        if row is None:
            row = DeliveredRow(day=line.day, **place)
            work.session.add(row)
        row.title, row.planned, row.minutes = line.title, line.planned, line.minutes
        row.outcome, row.person_id, row.why = line.outcome.value, line.person, line.why
        work.session.flush()
        _set_given(work, row.id, line.given)


def _set_given(work: Work, number: int, given: Sequence[Given]) -> None:
    wanted = {each.learner: each for each in given}
    for row in work.session.scalars(
        select(DeliveredToRow).where(DeliveredToRow.delivered_id == number)
    ):
        learner = LearnerId(row.learner_id)
        if learner in wanted:
            share = wanted.pop(learner)
            row.level, row.specified = share.level, share.specified
        else:
            work.session.delete(row)
    work.session.add_all(
        DeliveredToRow(
            delivered_id=number,
            learner_id=learner,
            level=share.level,
            specified=share.specified,
        )
        for learner, share in wanted.items()
    )


def _delivery(row: DeliveredRow, given: Sequence[Given]) -> Delivery:
    return Delivery(
        day=row.day,
        slot=place_of(row),
        title=row.title,
        planned=row.planned,
        minutes=row.minutes,
        outcome=Outcome(row.outcome),
        person=None if row.person_id is None else PersonId(row.person_id),
        why=row.why,
        given=given,
    )
