"""What several people handed in last, asked of the college file once."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import func, select

from lsadesk.domain.staff.people import PersonId
from lsadesk.store.appraisals.assessment import Opened
from lsadesk.store.rows import AssessmentRow, SharedAnswerRow
from lsadesk.store.work import Reading


def newest_of(
    reading: Reading, people: Collection[PersonId], *, opened: bool = False
) -> dict[PersonId, Opened]:
    """What each of *people* handed in last; who handed in nothing is left out.

    *opened*: the last that was opened for a meeting, before which it shows to nobody else.
    """
    counts = AssessmentRow.opened_at if opened else AssessmentRow.handed_in_at
    newest = (
        select(func.max(AssessmentRow.id).label("id"))
        .where(counts.is_not(None))
        .group_by(AssessmentRow.person_id)
        .subquery()
    )
    rows = reading.session.execute(
        select(AssessmentRow.person_id, SharedAnswerRow.statement, SharedAnswerRow.answer)
        .join(newest, newest.c.id == AssessmentRow.id)
        .join(SharedAnswerRow, SharedAnswerRow.assessment_id == AssessmentRow.id)
    )
    found: defaultdict[PersonId, Opened] = defaultdict(Opened)
    for person, question, answer in rows:
        if person in people:
            found[PersonId(person)].add(question, answer)
    return dict(found)
