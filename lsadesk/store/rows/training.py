"""Training on offer, the college's plan of it, wishes, and documents that people read."""

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Dated, Row, Versioned


class TrainingOptionRow(Versioned, Row):
    """A course or activity that the college could take up; *dates* as "2026-12-01 ..."."""

    __tablename__ = "training_option"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    mode: Mapped[str]
    provider: Mapped[str] = mapped_column(default="")
    skill_id: Mapped[int | None] = mapped_column(ForeignKey("skill.id"))
    from_level: Mapped[int]
    to_level: Mapped[int]
    course_id: Mapped[int | None] = mapped_column(ForeignKey("course.id"))
    cost_pence: Mapped[int]
    group_pence: Mapped[int] = mapped_column(default=0)
    funder: Mapped[str]
    release_minutes: Mapped[int]
    places: Mapped[int | None]
    dates: Mapped[str] = mapped_column(default="")
    starts: Mapped[time | None]
    ends: Mapped[time | None]
    compliance: Mapped[bool]
    joint: Mapped[bool]
    withdrawn: Mapped[bool] = mapped_column(default=False)


class TrainingPlanRow(Row):
    """A training plan of the college; the latest one stands."""

    __tablename__ = "training_plan"
    id: Mapped[int] = mapped_column(primary_key=True)
    made_at: Mapped[datetime]
    made_on: Mapped[date]
    pence: Mapped[int | None]
    release_minutes: Mapped[int | None]
    most_each: Mapped[int]
    worth: Mapped[int | None]
    bound: Mapped[int | None]


class TrainingLineRow(Row):
    """Somebody's place in an option of a training plan, or that they are kept out of it."""

    __tablename__ = "training_line"
    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("training_plan.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    option_id: Mapped[int] = mapped_column(ForeignKey("training_option.id"))
    why: Mapped[str] = mapped_column(default="")
    hand: Mapped[str]
    on: Mapped[date | None]
    cover: Mapped[str] = mapped_column(default="")
    action_id: Mapped[int | None] = mapped_column(ForeignKey("plan_action.id"))


class TrainingWishRow(Dated, Row):
    """What somebody says would help them."""

    __tablename__ = "training_wish"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    words: Mapped[str]
    skill_id: Mapped[int | None] = mapped_column(ForeignKey("skill.id"))
    said_on: Mapped[date]


class DocumentRow(Versioned, Row):
    """A document that people read and say they have understood; *teams* as "1 4"."""

    __tablename__ = "document"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    edition: Mapped[str]
    where: Mapped[str] = mapped_column(default="")
    by: Mapped[date | None]
    teams: Mapped[str] = mapped_column(default="")
    withdrawn: Mapped[bool] = mapped_column(default=False)


class ConfirmationRow(Row):
    """Somebody has read and understood one edition."""

    __tablename__ = "document_read"
    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), index=True)
    edition: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    on: Mapped[date]

    __table_args__ = (UniqueConstraint("document_id", "edition", "person_id"),)
