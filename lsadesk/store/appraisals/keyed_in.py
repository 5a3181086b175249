"""The mark on a self-assessment that somebody else typed in, and when answers were saved."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from lsadesk.domain.appraisals.answer_forms import Origin
from lsadesk.domain.rights import AccountId
from lsadesk.store.appraisals.assessment import AssessmentId
from lsadesk.store.rows import KeyedInRow, SealedAnswerRow
from lsadesk.store.work import Reading, Work


@dataclass(frozen=True, slots=True)
class KeyedIn:
    """Who typed a self-assessment in for somebody without an account, from what, and when."""

    account: AccountId
    origin: Origin
    at: datetime


def mark(work: Work, assessment: AssessmentId, origin: Origin) -> None:
    """Note on a self-assessment that whoever is signed in typed it in."""
    work.session.add(
        KeyedInRow(
            assessment_id=assessment,
            account_id=work.account,
            origin=origin.value,
            keyed_at=work.now,
        )
    )


def mark_of(reading: Reading, assessment: AssessmentId) -> KeyedIn | None:
    """The mark; None: the person gave it in themselves."""
    row = reading.session.get(KeyedInRow, assessment)
    if row is None:
        return None
    return KeyedIn(AccountId(row.account_id), Origin(row.origin), row.keyed_at)


def saved_times(reading: Reading, assessment: AssessmentId) -> dict[str, datetime]:
    """When each answer of a draft was saved, by its question."""
    rows = reading.session.execute(
        select(SealedAnswerRow.statement, SealedAnswerRow.saved_at).where(
            SealedAnswerRow.assessment_id == assessment
        )
    )
    return {statement: at for statement, at in rows}  # noqa: C416 - rows are no pairs to a checker
