"""Career wishes, what a person brings, and the college's layer over the framework."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Dated, Row, Versioned


class CareerWishRow(Dated, Row):
    """A role that a person would like, or "stay" for no change wanted."""

    __tablename__ = "career_wish"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[str]
    note: Mapped[str] = mapped_column(default="")


class HeldQualificationRow(Dated, Row):
    """What a person has, works towards or wants of the qualifications."""

    __tablename__ = "held_qualification"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    qualification: Mapped[str]
    state: Mapped[str]
    as_written: Mapped[str] = mapped_column(default="")  # the name on the certificate
    achieved: Mapped[date | None]
    achieved_precision: Mapped[str] = mapped_column(default="day")
    note: Mapped[str] = mapped_column(default="")


class PastRoleRow(Dated, Row):
    """Something a person did before: a job by its title, and where it is on the map."""

    __tablename__ = "past_role"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    title: Mapped[str]
    role: Mapped[str] = mapped_column(default="")
    began: Mapped[int | None]  # years; people remember no more than that
    ended: Mapped[int | None]
    brings: Mapped[str] = mapped_column(default="")


class EntryPointRow(Dated, Row):
    """How a person came into the work."""

    __tablename__ = "entry_point"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    entry: Mapped[str]


class LayerRow(Versioned, Row):
    """What the college does to one entry of the built-in content; both JSON objects."""

    __tablename__ = "layer"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    entry: Mapped[str]
    hidden: Mapped[bool] = mapped_column(default=False)
    own: Mapped[bool] = mapped_column(default=False)
    fields: Mapped[str] = mapped_column(default="{}")
    whole: Mapped[str] = mapped_column(default="{}")

    __table_args__ = (UniqueConstraint("kind", "entry"),)
