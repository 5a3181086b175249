"""What was seen in sessions."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Row


class SeenRow(Row):
    """Feedback after a session or a learning walk; changed only by being read."""

    __tablename__ = "seen_in_session"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[str]
    day: Mapped[date]
    session: Mapped[str]
    helped: Mapped[str] = mapped_column(default="")
    hindered: Mapped[str] = mapped_column(default="")
    behaviours: Mapped[str] = mapped_column(default="")  # statement ids, a space between them
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    signed: Mapped[str]
    read_on: Mapped[date | None]
