"""What was found in a plan and set aside with a reason."""

from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Dated, Row


class SetAsideRow(Dated, Row):
    """A finding on the same records is as it should be; *about* is its key."""

    __tablename__ = "set_aside"
    id: Mapped[int] = mapped_column(primary_key=True)
    question: Mapped[str]
    about: Mapped[str]
    reason: Mapped[str]
    said_by: Mapped[str]
