"""Appraisals: what the appraiser rates, what the meeting leaves, and the signed record."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Row, Versioned


class AppraisalRow(Versioned, Row):
    """One version of one appraisal.

    *is_latest* marks a person's newest, *last_on* says when the one before was held: what
    the preparation list needs, without reading the years before. *apart* is the mean
    difference of the two views, noted when they were opened. *edits* counts what was written
    in the meeting, so that none of it is undone once the record is made.
    """

    __tablename__ = "appraisal"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    appraiser_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    assessment_id: Mapped[int | None] = mapped_column(ForeignKey("assessment.id"), index=True)
    first_id: Mapped[int | None]
    role: Mapped[str] = mapped_column(default="")
    also: Mapped[str] = mapped_column(default="")  # standards by specialism, "C D"
    cycle: Mapped[date]
    last_on: Mapped[date | None]
    number: Mapped[int] = mapped_column(default=1)
    because: Mapped[str] = mapped_column(default="")
    without_self: Mapped[str] = mapped_column(default="")
    started_at: Mapped[datetime]
    ratings_in_at: Mapped[datetime | None]
    opened_at: Mapped[datetime | None]
    agreed_at: Mapped[datetime | None]
    signed_at: Mapped[datetime | None]
    apart: Mapped[float | None]
    edits: Mapped[int] = mapped_column(default=0)
    is_latest: Mapped[bool] = mapped_column(default=True)
    is_replaced: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (Index("ix_appraisal_latest", "is_latest", "person_id"),)


class SealedRatingRow(Row):
    """A rating that only its appraiser can open."""

    __tablename__ = "sealed_rating"
    appraisal_id: Mapped[int] = mapped_column(ForeignKey("appraisal.id"), primary_key=True)
    statement: Mapped[str] = mapped_column(primary_key=True)
    saved_at: Mapped[datetime]
    box: Mapped[bytes]


class AppraiserRatingRow(Row):
    """A rating that its appraiser handed in."""

    __tablename__ = "appraiser_rating"
    appraisal_id: Mapped[int] = mapped_column(ForeignKey("appraisal.id"), primary_key=True)
    statement: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[int]
    note: Mapped[str] = mapped_column(default="")


class SettledRow(Row):
    """How a statement was left in the meeting: a value, or a difference in words."""

    __tablename__ = "appraisal_settled"
    appraisal_id: Mapped[int] = mapped_column(ForeignKey("appraisal.id"), primary_key=True)
    statement: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[int | None]
    difference: Mapped[str] = mapped_column(default="")


class AskedPromptRow(Row):
    """A prompt as it stood when its appraisal began, whatever the college makes of it later."""

    __tablename__ = "appraisal_asked"
    appraisal_id: Mapped[int] = mapped_column(ForeignKey("appraisal.id"), primary_key=True)
    prompt: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[int]
    text: Mapped[str]
    help: Mapped[str]
    document: Mapped[str]
    section: Mapped[str]
    checked: Mapped[date]


class PromptAnswerRow(Row):
    """What came of a prompt; no words: not discussed. *prompt* "" is the person's own words."""

    __tablename__ = "appraisal_prompt"
    appraisal_id: Mapped[int] = mapped_column(ForeignKey("appraisal.id"), primary_key=True)
    prompt: Mapped[str] = mapped_column(primary_key=True)
    words: Mapped[str] = mapped_column(default="")


class WaiverRow(Row):
    """Why something that came out of a meeting gets no follow-up."""

    __tablename__ = "appraisal_waiver"
    appraisal_id: Mapped[int] = mapped_column(ForeignKey("appraisal.id"), primary_key=True)
    statement: Mapped[str] = mapped_column(primary_key=True)
    reason: Mapped[str] = mapped_column(primary_key=True)
    because: Mapped[str]


class MoveRow(Row):
    """A step in points or LSA level; without *moved_on* it is proposed and does not count yet."""

    __tablename__ = "progression_move"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    appraisal_id: Mapped[int | None] = mapped_column(ForeignKey("appraisal.id"), index=True)
    kind: Mapped[str]
    before: Mapped[int | None]
    after: Mapped[int]
    reason: Mapped[str]
    moved_on: Mapped[date | None]


class RecordLineRow(Row):
    """The record of an appraisal: its text, then each signature, every line chained by *mac*.

    It is only ever added to.
    """

    __tablename__ = "appraisal_record"
    appraisal_id: Mapped[int] = mapped_column(ForeignKey("appraisal.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    what: Mapped[str]  # "text", or whose signature
    content: Mapped[str]
    mac: Mapped[bytes]


class StatementSkillRow(Row):
    """The college says that a statement asks about one of its skills."""

    __tablename__ = "statement_skill"
    statement: Mapped[str] = mapped_column(primary_key=True)
    skill_id: Mapped[int] = mapped_column(ForeignKey("skill.id"), index=True)


class InductionStepRow(Row):
    """A step of somebody's induction that is done."""

    __tablename__ = "induction_step"
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    step: Mapped[str] = mapped_column(primary_key=True)
    done_on: Mapped[date]


class ManagerNoteRow(Versioned, Row):
    """A note between managers about a person, who may ask to see it."""

    __tablename__ = "manager_note"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    written_at: Mapped[datetime]
    text: Mapped[str]
