"""Skills, ratings and interests."""

from datetime import date

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Dated, Row


class SkillRow(Row):
    """A skill that the college asks about; *position* orders the audit's columns.

    *hidden*: the audit does not show it any more, but what was recorded stays.
    """

    __tablename__ = "skill"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    group_name: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    hidden: Mapped[bool] = mapped_column(default=False)


class RatingRow(Dated, Row):
    """One view of one person's skill. *shown* marks the view that the audit shows."""

    __tablename__ = "rating"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    skill_id: Mapped[int] = mapped_column(ForeignKey("skill.id"))
    code: Mapped[int]
    view: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    until: Mapped[date | None]
    rated_on: Mapped[date | None]
    proof: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    training_booked: Mapped[bool] = mapped_column(default=False)
    shown: Mapped[bool] = mapped_column(default=True)

    # PostgreSQL would need the same words as `postgresql_where`. To name it here loads its whole
    # dialect at every launch, so that waits until a college's file is there.
    __table_args__ = (
        Index(
            "ix_rating_now",
            "person_id",
            "skill_id",
            "view",
            unique=True,
            sqlite_where=text("superseded_at IS NULL"),
        ),
        # By person and day first: what is recorded at once stands together, on few pages.
        Index("ix_rating_history", "person_id", "recorded_at", "skill_id"),
        # The audit as at a day reads what was closed after it: years before it cost nothing.
        Index(
            "ix_rating_past",
            "superseded_at",
            "recorded_at",
            "person_id",
            "skill_id",
            "view",
            "code",
            "training_booked",
            "proof",
            sqlite_where=text("superseded_at IS NOT NULL"),
        ),
    )


class InterestRow(Row):
    """What a person said of other skills or of wishes, in their own words."""

    __tablename__ = "interest"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[str]  # "talent" or "wish"
    text: Mapped[str]
