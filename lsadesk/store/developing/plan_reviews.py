"""What is said about development plans: notes, evidence, reviews, and when the next one is."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute

from lsadesk.domain.developing.development import ActionId, Progress
from lsadesk.domain.developing.plan_reviews import (
    NoteId,
    NoteKind,
    PlanNote,
    PlanReview,
    ReviewDetails,
    ReviewedLine,
    ReviewId,
)
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.store.rows import (
    ActionRow,
    NextReviewRow,
    PlanNoteRow,
    PlanReviewLineRow,
    PlanReviewRow,
)
from lsadesk.store.work import Reading, Work

LINE_GONE = "This line is no longer in the plan. Nothing was kept."


def notes_among(
    reading: Reading, people: Collection[PersonId], *, since: date | None = None
) -> list[PlanNote]:
    """What was written down about the plans of *people*, the newest first."""
    asked = select(PlanNoteRow).where(PlanNoteRow.person_id.in_(people))
    if since is not None:
        asked = asked.where(PlanNoteRow.day >= since)
    order = PlanNoteRow.day.desc(), PlanNoteRow.id.desc()
    return [_note(row) for row in reading.session.scalars(asked.order_by(*order))]


def add_note(
    work: Work,
    person: PersonId,
    text: str,
    *,
    kind: NoteKind,
    day: date,
    author: PersonId | None,
    signed: str,
    about: ActionId | None = None,
) -> NoteId:
    """Write a note down.

    Raises:
        UserError: the line that it is about is no longer in this plan.
    """
    line = None if about is None else work.session.get(ActionRow, about)
    if about is not None and (line is None or line.person_id != person):
        raise UserError(LINE_GONE)
    row = PlanNoteRow(
        person_id=person,
        action_id=about,
        kind=kind.value,
        day=day,
        author_id=author,
        signed=signed,
        text=text,
        written_at=work.now,
    )
    work.add(row)
    return NoteId(row.id)


def take_back_note(work: Work, read: PlanNote) -> None:
    """Take away the note that was read as *read*.

    Raises:
        UserError: it is gone already.
    """
    row = work.session.get(PlanNoteRow, read.id)
    if row is None or _note(row) != read:
        raise UserError("This note is no longer there. Nothing was changed.")
    work.session.delete(row)


def reviews_of(
    reading: Reading, person: PersonId, *, since: date | None = None
) -> list[PlanReview]:
    """The reviews of a person's plan, the newest first, each line as it stood then."""
    asked = select(PlanReviewRow).where(PlanReviewRow.person_id == person)
    if since is not None:
        asked = asked.where(PlanReviewRow.held_on >= since)
    order = PlanReviewRow.held_on.desc(), PlanReviewRow.id.desc()
    rows = reading.session.scalars(asked.order_by(*order)).all()
    lines = _lines_of(reading, [row.id for row in rows])
    return [_review(row, lines.get(row.id, ())) for row in rows]


def newest_reviews(reading: Reading, people: Collection[PersonId]) -> Mapping[PersonId, PlanReview]:
    """The newest review of each of *people*; those never reviewed are left out."""
    order = PlanReviewRow.held_on.desc(), PlanReviewRow.id.desc()
    place = func.row_number().over(partition_by=PlanReviewRow.person_id, order_by=order)
    ranked = (
        select(PlanReviewRow.id, place.label("place"))
        .where(PlanReviewRow.person_id.in_(people))
        .subquery()
    )
    newest = select(PlanReviewRow).join(ranked, ranked.c.id == PlanReviewRow.id)
    rows = reading.session.scalars(newest.where(ranked.c.place == 1)).all()
    lines = _lines_of(reading, [row.id for row in rows])
    return {PersonId(row.person_id): _review(row, lines.get(row.id, ())) for row in rows}


def last_reviews(reading: Reading, people: Collection[PersonId]) -> Mapping[PersonId, date]:
    """When the plan of each of *people* was looked at last."""
    return _days(reading, people, NextReviewRow.last_on)


def add_review(
    work: Work,
    person: PersonId,
    details: ReviewDetails,
    *,
    author: PersonId | None,
    signed: str,
) -> ReviewId:
    """Keep a review; its next day becomes the plan's."""
    row = PlanReviewRow(
        person_id=person,
        held_on=details.held_on,
        said=details.said,
        next_on=details.next_on,
        author_id=author,
        signed=signed,
    )
    work.add(row)
    work.session.add_all(
        PlanReviewLineRow(
            review_id=row.id,
            action_id=line.action,
            what=line.what,
            due=line.due,
            progress=line.progress.value,
            words=line.words,
        )
        for line in details.lines
    )
    outlook = _outlook(work, person)
    outlook.next_on = details.next_on
    outlook.last_on = max(details.held_on, outlook.last_on or details.held_on)
    return ReviewId(row.id)


def next_among(reading: Reading, people: Collection[PersonId]) -> Mapping[PersonId, date]:
    """When the plan of each of *people* is looked at next, where that is agreed."""
    return _days(reading, people, NextReviewRow.next_on)


def set_next(work: Work, person: PersonId, day: date | None) -> None:
    """Agree when a person's plan is looked at next; None: not agreed."""
    _outlook(work, person).next_on = day


def _outlook(work: Work, person: PersonId) -> NextReviewRow:
    row = work.session.get(NextReviewRow, person)
    if row is None:
        row = NextReviewRow(person_id=person)
        work.session.add(row)
    return row


def _days(
    reading: Reading,
    people: Collection[PersonId],
    column: InstrumentedAttribute[date | None],
) -> Mapping[PersonId, date]:
    asked = select(NextReviewRow.person_id, column).where(
        NextReviewRow.person_id.in_(people), column.is_not(None)
    )
    return {PersonId(person): day for person, day in reading.session.execute(asked) if day}


def _lines_of(reading: Reading, reviews: list[int]) -> Mapping[int, list[PlanReviewLineRow]]:
    found: defaultdict[int, list[PlanReviewLineRow]] = defaultdict(list)
    asked = select(PlanReviewLineRow).where(PlanReviewLineRow.review_id.in_(reviews))
    for row in reading.session.scalars(asked.order_by(PlanReviewLineRow.id)):
        found[row.review_id].append(row)
    return found


def _review(row: PlanReviewRow, lines: Collection[PlanReviewLineRow]) -> PlanReview:
    return PlanReview(
        id=ReviewId(row.id),
        person=PersonId(row.person_id),
        held_on=row.held_on,
        said=row.said,
        next_on=row.next_on,
        signed=row.signed,
        lines=tuple(
            ReviewedLine(
                action=None if line.action_id is None else ActionId(line.action_id),
                what=line.what,
                due=line.due,
                progress=Progress(line.progress),
                words=line.words,
            )
            for line in lines
        ),
    )


def _note(row: PlanNoteRow) -> PlanNote:
    return PlanNote(
        id=NoteId(row.id),
        person=PersonId(row.person_id),
        about=None if row.action_id is None else ActionId(row.action_id),
        kind=NoteKind(row.kind),
        day=row.day,
        author=None if row.author_id is None else PersonId(row.author_id),
        signed=row.signed,
        text=row.text,
    )
