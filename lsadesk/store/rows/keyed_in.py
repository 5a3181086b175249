"""Self-assessments that somebody else typed in, for a person without an account."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Row


class KeyedInRow(Row):
    """The mark on a handed-in self-assessment: who typed it in, from what, and when."""

    __tablename__ = "keyed_in"
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    origin: Mapped[str]
    keyed_at: Mapped[datetime]
