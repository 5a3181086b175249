"""What a new starter says of their induction."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Row


class InductionReviewRow(Row):
    """What somebody thought of their induction; written over as they think again."""

    __tablename__ = "induction_review"
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    said_on: Mapped[date]
    helped: Mapped[str] = mapped_column(default="")
    hindered: Mapped[str] = mapped_column(default="")
