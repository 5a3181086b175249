"""Development plans: their lines, and what is said about them through the year."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Row, Versioned

STILL_ASKED = date.max


class ActionRow(Versioned, Row):
    """A line of a development plan.

    *settled_on* is the day after which nobody asks for it: when it was closed, or `STILL_ASKED`
    while it is open or asks for a follow-up. Through it, old years cost nothing. *rank* is its
    place by importance in its appraisal.
    """

    __tablename__ = "plan_action"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    what: Mapped[str]
    why: Mapped[str] = mapped_column(default="")
    behind_kind: Mapped[str] = mapped_column(default="")  # "": nothing but the words of why
    behind_key: Mapped[str] = mapped_column(default="")
    mode: Mapped[str]
    helper: Mapped[str] = mapped_column(default="")
    helper_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    helper_minutes: Mapped[int | None]
    due: Mapped[date | None]
    funder: Mapped[str]
    cost_pence: Mapped[int | None]
    release_minutes: Mapped[int | None]
    appraisal: Mapped[int | None] = mapped_column(ForeignKey("appraisal.id"), index=True)
    agreed_on: Mapped[date | None]
    begun_on: Mapped[date | None]
    done_on: Mapped[date | None]
    not_now_on: Mapped[date | None]
    not_now_because: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str] = mapped_column(default="")
    follow_up: Mapped[str] = mapped_column(default="")
    no_follow_up_because: Mapped[str] = mapped_column(default="")
    settled_on: Mapped[date] = mapped_column(index=True)
    rank: Mapped[int | None]

    __table_args__ = (Index("ix_plan_action_settled", "person_id", "settled_on"),)


class PlanNoteRow(Row):
    """A note or a piece of evidence, about a line or about the plan; never changed."""

    __tablename__ = "plan_note"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    action_id: Mapped[int | None] = mapped_column(ForeignKey("plan_action.id"), index=True)
    kind: Mapped[str]
    day: Mapped[date]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    signed: Mapped[str]
    text: Mapped[str]
    written_at: Mapped[datetime]


class PlanReviewRow(Row):
    """A review of a plan; never changed."""

    __tablename__ = "plan_review"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    held_on: Mapped[date]
    said: Mapped[str] = mapped_column(default="")
    next_on: Mapped[date | None]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    signed: Mapped[str]


class PlanReviewLineRow(Row):
    """A line as it stood at a review, and what was said of it."""

    __tablename__ = "plan_review_line"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("plan_review.id"), index=True)
    action_id: Mapped[int | None] = mapped_column(ForeignKey("plan_action.id"), index=True)
    what: Mapped[str]
    due: Mapped[date | None]
    progress: Mapped[str]
    words: Mapped[str] = mapped_column(default="")


class NextReviewRow(Versioned, Row):
    """When a person's plan was looked at last, and when it is next."""

    __tablename__ = "plan_next_review"
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    next_on: Mapped[date | None]
    last_on: Mapped[date | None]
