"""Findings that were set aside: the reason, who gave it, when."""

from sqlalchemy import select

from lsadesk.domain.deployment.evidence import Question, SetAside
from lsadesk.store.rows import SetAsideRow
from lsadesk.store.work import Reading, Work

Key = tuple[Question, str]


def set_aside_now(reading: Reading) -> dict[Key, SetAside]:
    """What is set aside at this moment, by question and key."""
    rows = reading.session.scalars(select(SetAsideRow).where(SetAsideRow.superseded_at.is_(None)))
    return {
        (Question(row.question), row.about): SetAside(
            row.reason, row.said_by, row.recorded_at.astimezone().date()
        )
        for row in rows
    }


def set_aside(work: Work, key: Key, reason: str, by: str) -> None:
    """Write *reason*; one given before is closed."""
    take_up(work, key)
    question, about = key
    work.session.add(
        SetAsideRow(
            question=question.value,
            about=about,
            reason=reason,
            said_by=by,
            recorded_at=work.now,
        )
    )


def take_up(work: Work, key: Key) -> None:
    """Have the finding count again; its reason stays in the history."""
    question, about = key
    wanted = select(SetAsideRow).where(
        SetAsideRow.superseded_at.is_(None),
        SetAsideRow.question == question.value,
        SetAsideRow.about == about,
    )
    for row in work.session.scalars(wanted):
        row.superseded_at = work.now
