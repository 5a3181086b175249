"""What LSAs are told before a session, and what they tell after it."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Dated, Row, Versioned


class NeedToKnowRow(Dated, Row):
    """What an LSA has to know of a session from its day *for_day* on."""

    __tablename__ = "need_to_know"
    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id"), index=True)
    for_day: Mapped[date] = mapped_column(index=True)
    concepts: Mapped[str] = mapped_column(default="")
    skills: Mapped[str] = mapped_column(default="")
    outcomes: Mapped[str] = mapped_column(default="")
    feedback: Mapped[str] = mapped_column(default="")
    part: Mapped[str] = mapped_column(default="")
    avoid: Mapped[str] = mapped_column(default="")
    last_time: Mapped[str] = mapped_column(default="")
    papers: Mapped[str] = mapped_column(default="")
    said_by: Mapped[str] = mapped_column(default="")


class FeedbackRow(Versioned, Row):
    """What an LSA told a teacher after a session, and what was done with it."""

    __tablename__ = "session_feedback"
    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id"), index=True)
    day: Mapped[date] = mapped_column(index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    worked: Mapped[str] = mapped_column(default="")
    barriers: Mapped[str] = mapped_column(default="")
    learner_did: Mapped[str] = mapped_column(default="")
    answer: Mapped[str] = mapped_column(default="")
    answer_words: Mapped[str] = mapped_column(default="")
    answered_by: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date | None]


class LedRow(Row):
    """A session that somebody led without a teacher on one day, and under whose supervision."""

    __tablename__ = "led_session"
    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id"), index=True)
    day: Mapped[date] = mapped_column(index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    supervised_by: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
