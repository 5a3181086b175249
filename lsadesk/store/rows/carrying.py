"""Who carries which responsibility."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Dated, Row


class CarrierRow(Dated, Row):
    """A responsibility that a person carries; by its id in the library."""

    __tablename__ = "carrier"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    responsibility: Mapped[str]
    since: Mapped[date | None]
    until: Mapped[date | None]
