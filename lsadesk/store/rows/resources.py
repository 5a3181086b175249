"""Resources attached to skills, statements and entries of the library."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Row, Versioned


class ResourceRow(Versioned, Row):
    """A resource and what it helps with, by kind and id."""

    __tablename__ = "resource"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    kind: Mapped[str]
    where: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    about_kind: Mapped[str]
    about_id: Mapped[str]

    __table_args__ = (Index("ix_resource_about", "about_kind", "about_id"),)
