"""Development plans."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Row, Versioned


class ActionRow(Versioned, Row):
    """A line of a development plan."""

    __tablename__ = "plan_action"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    what: Mapped[str]
    why: Mapped[str] = mapped_column(default="")
    mode: Mapped[str]
    helper: Mapped[str] = mapped_column(default="")
    due: Mapped[date | None]
    done_on: Mapped[date | None]
