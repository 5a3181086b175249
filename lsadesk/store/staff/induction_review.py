"""What new starters say of their inductions."""

from sqlalchemy import select

from lsadesk.domain.staff.induction_review import InductionReview
from lsadesk.domain.staff.people import PersonId
from lsadesk.store.rows import InductionReviewRow
from lsadesk.store.work import Reading, Work


def review_of(reading: Reading, person: PersonId) -> InductionReview | None:
    """What *person* said; None: nothing so far."""
    row = reading.session.get(InductionReviewRow, person)
    return None if row is None else _review(row)


def every_review(reading: Reading) -> list[InductionReview]:
    """What was said by anybody, without names."""
    return [_review(row) for row in reading.session.scalars(select(InductionReviewRow))]


def keep(work: Work, person: PersonId, review: InductionReview) -> None:
    """Write what *person* says over what they said before."""
    row = work.session.get(InductionReviewRow, person)
    if row is None:
        row = InductionReviewRow(person_id=person)
        work.session.add(row)
    row.said_on, row.helped, row.hindered = review.said_on, review.helped, review.hindered


def _review(row: InductionReviewRow) -> InductionReview:
    return InductionReview(said_on=row.said_on, helped=row.helped, hindered=row.hindered)
