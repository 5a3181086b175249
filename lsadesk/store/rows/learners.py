"""Learners' support needs."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Row, Versioned


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
    note: Mapped[str] = mapped_column(default="")


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
