"""Self-assessments: sealed drafts and what was handed in."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Row, Versioned


class AssessmentRow(Versioned, Row):
    """A person's self-assessment. Until it is handed in, answers exist only as sealed boxes."""

    __tablename__ = "assessment"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    edition: Mapped[str]
    role: Mapped[str] = mapped_column(default="")
    started_at: Mapped[datetime]
    handed_in_at: Mapped[datetime | None]


class SealedAnswerRow(Row):
    """An answer that only its author can open."""

    __tablename__ = "sealed_answer"
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    statement: Mapped[str] = mapped_column(primary_key=True)
    saved_at: Mapped[datetime]
    box: Mapped[bytes]


class SharedAnswerRow(Row):
    """An answer that its author handed in; *answer* is JSON."""

    __tablename__ = "shared_answer"
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    statement: Mapped[str] = mapped_column(primary_key=True)
    answer: Mapped[str]
