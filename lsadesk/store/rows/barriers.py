"""What stands in people's way."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Dated, Row


class InTheWayRow(Dated, Row):
    """A barrier that somebody met, and how far the note goes."""

    __tablename__ = "in_the_way"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    barrier: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    sharing: Mapped[str]
