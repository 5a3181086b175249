"""The day as it comes: absences, cover, and what was given."""

from datetime import date, time

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Row


class AbsenceRow(Row):
    """A person, a site or a group that is away; why is never kept."""

    __tablename__ = "absence"
    id: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[date] = mapped_column(index=True)
    last: Mapped[date] = mapped_column(index=True)
    start: Mapped[time | None]
    end: Mapped[time | None]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    site_id: Mapped[int | None] = mapped_column(ForeignKey("site.id"))
    group_name: Mapped[str] = mapped_column(default="")


class CoverRow(Row):
    """Who takes a place, or a part of it, on one day; nobody where it is left open.

    The place is in a session of the timetable, or beside a learner at a work placement.
    """

    __tablename__ = "cover"
    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(index=True)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("session.id"), index=True)
    placement_id: Mapped[int | None] = mapped_column(ForeignKey("placement.id"), index=True)
    slot: Mapped[int]
    part: Mapped[int] = mapped_column(default=0)
    start: Mapped[time | None]
    end: Mapped[time | None]
    minutes: Mapped[int]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    released_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    why: Mapped[str] = mapped_column(default="")
    __table_args__ = (
        UniqueConstraint("day", "session_id", "slot", "part"),
        UniqueConstraint("placement_id", "day", "slot", "part"),
    )


class DeliveredRow(Row):
    """What became of a planned place on one day, in a session or at a work placement."""

    __tablename__ = "delivered"
    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(index=True)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("session.id"), index=True)
    placement_id: Mapped[int | None] = mapped_column(ForeignKey("placement.id"), index=True)
    slot: Mapped[int]
    part: Mapped[int] = mapped_column(default=0)
    title: Mapped[str]
    planned: Mapped[int]
    minutes: Mapped[int]
    outcome: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    why: Mapped[str] = mapped_column(default="")
    __table_args__ = (
        UniqueConstraint("day", "session_id", "slot", "part"),
        UniqueConstraint("placement_id", "day", "slot", "part"),
    )


class DeliveredToRow(Row):
    """A learner to whom a place was given, at what level, and what their plan asked for then."""

    __tablename__ = "delivered_to"
    delivered_id: Mapped[int] = mapped_column(ForeignKey("delivered.id"), primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learner.id"), primary_key=True)
    level: Mapped[int | None]
    specified: Mapped[int | None]
