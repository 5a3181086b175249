"""The recommendations that a college and its people ticked off."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Dated, Row


class TickRow(Dated, Row):
    """A recommendation ticked off; without a person: by the college."""

    __tablename__ = "checklist_tick"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    recommendation: Mapped[str]
    day: Mapped[date]
    evidence: Mapped[str] = mapped_column(default="")
