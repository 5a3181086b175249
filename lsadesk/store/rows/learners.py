"""Learners' support needs."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Dated, Row, Versioned


class LearnerRow(Versioned, Row):
    """A learner, by reference."""

    __tablename__ = "learner"
    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    group_name: Mapped[str] = mapped_column(default="", index=True)
    primary_need: Mapped[str] = mapped_column(default="")
    weekly_minutes: Mapped[int | None]
    hours_said: Mapped[str] = mapped_column(default="")
    ratio: Mapped[str] = mapped_column(default="")  # "2:1"; "": not known
    care_ratio: Mapped[str] = mapped_column(default="")
    ratio_said: Mapped[str] = mapped_column(default="")
    must_have: Mapped[str] = mapped_column(default="")
    same_gender_care: Mapped[bool] = mapped_column(default=False)
    care_by: Mapped[str] = mapped_column(default="")
    own_places: Mapped[bool] = mapped_column(default=False)
    tasks: Mapped[str] = mapped_column(default="[]")  # a JSON list
    aims: Mapped[str] = mapped_column(default="")
    review_by: Mapped[date | None]
    reviewed: Mapped[str] = mapped_column(default="")
    how: Mapped[str] = mapped_column(default="")
    said: Mapped[str] = mapped_column(default="")
    said_on: Mapped[date | None]
    left_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")
    card_photos: Mapped[bool] = mapped_column(default=True)
    card_symbols: Mapped[bool] = mapped_column(default=True)
    card_text: Mapped[str] = mapped_column(default="large")


class LearnerNeedRow(Row):
    """A skill that a learner's support asks for."""

    __tablename__ = "learner_need"
    learner_id: Mapped[int] = mapped_column(ForeignKey("learner.id"), primary_key=True)
    skill_id: Mapped[int] = mapped_column(ForeignKey("skill.id"), primary_key=True)


class LearnerNotWithRow(Row):
    """A person who is not to support a learner."""

    __tablename__ = "learner_not_with"
    learner_id: Mapped[int] = mapped_column(ForeignKey("learner.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)


class LearnerPrefersRow(Row):
    """A person whom a learner would like beside them."""

    __tablename__ = "learner_prefers"
    learner_id: Mapped[int] = mapped_column(ForeignKey("learner.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)


class SignOffRow(Dated, Row):
    """A person may do a task for one learner."""

    __tablename__ = "sign_off"
    id: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learner.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    task: Mapped[str]
    signed_by: Mapped[str]
    signed_on: Mapped[date]
    until: Mapped[date | None]
