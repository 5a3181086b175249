"""Self-assessments, private notes and pathway interviews: sealed boxes, and what was shared."""

from datetime import date, datetime

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
    opened_at: Mapped[datetime | None]  # by the appraiser, for the meeting: no way back then


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


class AskingRow(Row):
    """How a person likes to be asked."""

    __tablename__ = "asking"
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    as_list: Mapped[bool]


class ReflectionRow(Row):
    """A private note that only its author can open."""

    __tablename__ = "reflection"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    begun_at: Mapped[datetime]
    saved_at: Mapped[datetime]
    box: Mapped[bytes]


class InterviewRow(Versioned, Row):
    """A pathway interview; a group's has no person. Alone, its answers begin as sealed boxes."""

    __tablename__ = "interview"
    id: Mapped[int] = mapped_column(primary_key=True)
    way: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    held_on: Mapped[date]
    led_by: Mapped[str] = mapped_column(default="")
    taking_part: Mapped[int] = mapped_column(default=1)
    shared_at: Mapped[datetime | None]


class SealedInterviewRow(Row):
    """What somebody said alone to one question, for their own eyes."""

    __tablename__ = "sealed_interview_answer"
    interview_id: Mapped[int] = mapped_column(ForeignKey("interview.id"), primary_key=True)
    prompt: Mapped[str] = mapped_column(primary_key=True)
    box: Mapped[bytes]


class InterviewAnswerRow(Row):
    """What was said to one question in a meeting, by a group, or shared by its author."""

    __tablename__ = "interview_answer"
    interview_id: Mapped[int] = mapped_column(ForeignKey("interview.id"), primary_key=True)
    prompt: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
