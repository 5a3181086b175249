"""Work placements, and what is written on the way."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Row, Versioned


class PlacementRow(Versioned, Row):
    """A learner at an employer's for some weeks; its name is the place, its hours are JSON."""

    __tablename__ = "placement"
    id: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learner.id"), index=True)
    name: Mapped[str]
    contact: Mapped[str] = mapped_column(default="")
    does: Mapped[str] = mapped_column(default="")
    starts: Mapped[date]
    ends: Mapped[date]
    hours: Mapped[str] = mapped_column(default="{}")
    way_minutes: Mapped[int] = mapped_column(default=0)
    visit_on: Mapped[date | None]
    helps: Mapped[str] = mapped_column(default="")


class PlacementSupportRow(Row):
    """The learner's placement that somebody supports.

    Apart from the placement, which is about the learner: of the LSA it says no more than this.
    """

    __tablename__ = "placement_support"
    placement_id: Mapped[int] = mapped_column(ForeignKey("placement.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)


class PlacementEntryRow(Versioned, Row):
    """A visit, the feedback of a week or the report at the end."""

    __tablename__ = "placement_entry"
    id: Mapped[int] = mapped_column(primary_key=True)
    placement_id: Mapped[int] = mapped_column(ForeignKey("placement.id"), index=True)
    kind: Mapped[str]
    day: Mapped[date]
    visited_by: Mapped[str] = mapped_column(default="")
    seen: Mapped[str] = mapped_column(default="")
    learner_said: Mapped[str] = mapped_column(default="")
    employer_said: Mapped[str] = mapped_column(default="")
    lsa_said: Mapped[str] = mapped_column(default="")
    learnt: Mapped[str] = mapped_column(default="")
    next_steps: Mapped[str] = mapped_column(default="")
    agreed_with: Mapped[str] = mapped_column(default="")
