"""What the college owes to those on whom it keeps records: requests, answers, periods, erasure."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Row, Versioned


class HealthNoteRow(Versioned, Row):
    """Why a person is kept from some work; apart from the plan, which needs only the effect."""

    __tablename__ = "health_note"
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    text: Mapped[str]


class KeptLongerRow(Row):
    """Records of one kind are kept longer than their period, and why."""

    __tablename__ = "kept_longer"
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    record: Mapped[str] = mapped_column(primary_key=True)
    until: Mapped[date]
    reason: Mapped[str]
    said_on: Mapped[date]


class LearnerKeptLongerRow(Row):
    """What is held on a learner who has left is kept longer than its period, and why."""

    __tablename__ = "learner_kept_longer"
    learner_id: Mapped[int] = mapped_column(ForeignKey("learner.id"), primary_key=True)
    until: Mapped[date]
    reason: Mapped[str]
    said_on: Mapped[date]


class AccessRequestRow(Versioned, Row):
    """Somebody asked for what is held on them, and what they were given."""

    __tablename__ = "access_request"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    received_on: Mapped[date]
    longer_because: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date | None]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    given: Mapped[str] = mapped_column(default="")


class RemarkRow(Versioned, Row):
    """What a person asks to be corrected in their records or disagrees with, and the answer."""

    __tablename__ = "remark"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    record: Mapped[str]
    asks: Mapped[str]
    said: Mapped[str]
    said_on: Mapped[date]
    answer: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date | None]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


class ReadNoticeRow(Row):
    """Which edition of the privacy notice was shown to an account, and when."""

    __tablename__ = "read_notice"
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
    edition: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    read_at: Mapped[datetime]


class ErasureRow(Row):
    """Records that were erased of somebody who has left; a member of staff or a learner.

    *gone* and *stays* are JSON. *mark* is what stands for them on the list beside the file, where
    the name went too.
    """

    __tablename__ = "erasure"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    learner_id: Mapped[int | None] = mapped_column(ForeignKey("learner.id"), index=True)
    erased_on: Mapped[date]
    because: Mapped[str]
    gone: Mapped[str]
    stays: Mapped[str]
    mark: Mapped[str] = mapped_column(default="")
