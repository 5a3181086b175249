"""Files that are attached to appraisals and to lines of plans."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Row


class FileRow(Row):
    """An attached file. Its content comes last, so that a list does not read it."""

    __abstract__ = True
    id: Mapped[int] = mapped_column(primary_key=True)
    about_id: Mapped[int | None]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    name: Mapped[str]
    what: Mapped[str] = mapped_column(default="")
    size: Mapped[int]
    mark: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    signed: Mapped[str]
    attached_at: Mapped[datetime]
    content: Mapped[bytes] = mapped_column(sort_order=1)


class AppraisalFileRow(FileRow):
    """A file that was attached to an appraisal.

    *about_id* is the appraisal's first version; none where it was begun by mistake: the file
    waits for the person's next one.
    """

    __tablename__ = "appraisal_file"
    about_id: Mapped[int | None] = mapped_column(ForeignKey("appraisal.id"), index=True)


class PlanFileRow(FileRow):
    """A file that was attached to a line of a development plan; it goes where its line goes."""

    __tablename__ = "plan_file"
    about_id: Mapped[int | None] = mapped_column(ForeignKey("plan_action.id"), index=True)
