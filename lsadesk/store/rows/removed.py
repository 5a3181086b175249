"""What was removed of late."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Row


class RemovedRow(Row):
    """Something that was removed and may be brought back; *rows* is what it was.

    *about* is a person by number and no link: what is here is told with their own records
    (`store/held.py`) and goes with any erasure.
    """

    __tablename__ = "removed"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    sentence: Mapped[str]
    kind: Mapped[str]
    about: Mapped[int | None]
    also: Mapped[str]
    subjects: Mapped[str]
    rows: Mapped[bytes]
