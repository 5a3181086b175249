"""The timetable and the plans made for it."""

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Row, Versioned


class SessionRow(Versioned, Row):
    """A session of the weekly timetable; *tasks* is a JSON list."""

    __tablename__ = "session"
    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[int]
    start: Mapped[time]
    end: Mapped[time]
    group_name: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    teacher: Mapped[str] = mapped_column(default="")
    room: Mapped[str] = mapped_column(default="")
    site_id: Mapped[int | None] = mapped_column(ForeignKey("site.id"))
    lsas_needed: Mapped[int | None]
    lsas_wanted: Mapped[int | None]
    week: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    lsa_use: Mapped[str] = mapped_column(default="")
    led_by_lsa: Mapped[bool] = mapped_column(default=False)
    unpopular: Mapped[bool] = mapped_column(default=False)
    overnight: Mapped[bool] = mapped_column(default=False)
    tasks: Mapped[str] = mapped_column(default="[]")
    symbol: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class SessionLearnerRow(Row):
    """A learner who comes to a session, where not the whole group does."""

    __tablename__ = "session_learner"
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id"), primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learner.id"), primary_key=True)


class PlanRow(Versioned, Row):
    """A deployment plan for one week; *weights*, *bound* and *unmet* are JSON.

    A draft until it is published: then it is what happens from *from_on* to *until_on*.
    """

    __tablename__ = "plan"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(default="")
    week: Mapped[str]
    starts_on: Mapped[date]
    made_at: Mapped[datetime]
    objective: Mapped[int]
    weights: Mapped[str] = mapped_column(default="{}")
    bound: Mapped[str]
    seconds: Mapped[float]
    unmet: Mapped[str] = mapped_column(default="[]")
    published_at: Mapped[datetime | None]
    published_by: Mapped[str] = mapped_column(default="")
    from_on: Mapped[date | None]
    until_on: Mapped[date | None]


class AssignmentRow(Row):
    """One slot of a session in a plan, and who fills it."""

    __tablename__ = "assignment"
    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), index=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id"))
    slot: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    pinned: Mapped[bool] = mapped_column(default=False)
    __table_args__ = (UniqueConstraint("plan_id", "session_id", "slot"),)


class KeptOutRow(Row):
    """A person whom a hand keeps out of a slot of a plan."""

    __tablename__ = "kept_out"
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id"), primary_key=True)
    slot: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)


class PlanChangeRow(Row):
    """A change of a plan after it was published: who had the slot, who has it, and why."""

    __tablename__ = "plan_change"
    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), index=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id"))
    slot: Mapped[int]
    before_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    after_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]
    why: Mapped[str]
