"""The college's peer networks."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Dated, Row, Versioned


class NetworkRow(Versioned, Row):
    """A network of this college."""

    __tablename__ = "network"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    about: Mapped[str] = mapped_column(default="")
    convenor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    is_open: Mapped[bool] = mapped_column(default=True)


class MembershipRow(Dated, Row):
    """Somebody is in a network."""

    __tablename__ = "network_member"
    id: Mapped[int] = mapped_column(primary_key=True)
    network_id: Mapped[int] = mapped_column(ForeignKey("network.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)


class MeetingRow(Versioned, Row):
    """A meeting of a network."""

    __tablename__ = "network_meeting"
    id: Mapped[int] = mapped_column(primary_key=True)
    network_id: Mapped[int] = mapped_column(ForeignKey("network.id"), index=True)
    day: Mapped[date]
    place: Mapped[str] = mapped_column(default="")
    shared: Mapped[str] = mapped_column(default="")
