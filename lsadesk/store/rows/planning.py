"""What the planner keeps to: the college's year, journeys, planning times, work patterns."""

from datetime import date, time

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Row, Versioned


class PeriodRow(Row):
    """A term (*is_term*) or a closure of the college."""

    __tablename__ = "period"
    id: Mapped[int] = mapped_column(primary_key=True)
    is_term: Mapped[bool]
    name: Mapped[str] = mapped_column(default="")
    starts: Mapped[date]
    ends: Mapped[date]


class JourneyRow(Row):
    """Minutes between two sites, the lower number first."""

    __tablename__ = "journey"
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"), primary_key=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("site.id"), primary_key=True)
    minutes: Mapped[int]


class PlanningTimeRow(Row):
    """A time at which a teacher could plan with those who work beside them."""

    __tablename__ = "planning_time"
    id: Mapped[int] = mapped_column(primary_key=True)
    teacher: Mapped[str]
    day: Mapped[int]
    start: Mapped[time]
    end: Mapped[time]
    site_id: Mapped[int | None] = mapped_column(ForeignKey("site.id"))


class WorkPatternRow(Versioned, Row):
    """How a person can be deployed; what is plural is JSON."""

    __tablename__ = "work_pattern"
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    hours: Mapped[str] = mapped_column(default="{}")
    day_minutes: Mapped[int]
    most_in_a_row: Mapped[int | None]
    ends: Mapped[date | None]
    gives_care_as: Mapped[str] = mapped_column(default="[]")
    may_lead: Mapped[bool] = mapped_column(default=False)
    leads_under: Mapped[str] = mapped_column(default="")
    kept_from: Mapped[str] = mapped_column(default="[]")
    hopes: Mapped[str] = mapped_column(default="[]")
    learns: Mapped[str] = mapped_column(default="[]")
