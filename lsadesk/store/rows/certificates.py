"""Courses and the dated proofs of them."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Dated, Row


class CourseRow(Row):
    """A training, award or check."""

    __tablename__ = "course"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class CertificateRow(Dated, Row):
    """A dated proof of training."""

    __tablename__ = "certificate"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("course.id"), index=True)
    achieved: Mapped[date | None]
    achieved_precision: Mapped[str] = mapped_column(default="day")
    lapse: Mapped[str]
    expires: Mapped[date | None] = mapped_column(index=True)
    expires_precision: Mapped[str] = mapped_column(default="day")
    provider: Mapped[str] = mapped_column(default="")
    proof_seen: Mapped[bool | None]
    level: Mapped[str] = mapped_column(default="")
    edition: Mapped[str] = mapped_column(default="")
    refreshed_on: Mapped[date | None]


class CourseRuleRow(Dated, Row):
    """How long a course's proof holds, in months; no months: it never lapses."""

    __tablename__ = "course_rule"
    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("course.id"), index=True)
    level: Mapped[str] = mapped_column(default="")
    edition: Mapped[str] = mapped_column(default="")
    lapses_after: Mapped[int | None]
    refresh_after: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")


class UpdateServiceRow(Dated, Row):
    """Whether somebody's DBS certificate is in the Update Service, and when that was looked at."""

    __tablename__ = "update_service"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    is_in: Mapped[bool | None]
    workforce: Mapped[str | None]
    renewed_by: Mapped[date | None]
    consented_on: Mapped[date | None]
    looked_on: Mapped[date | None]
    looked_by: Mapped[str] = mapped_column(default="")
    told: Mapped[str | None]
