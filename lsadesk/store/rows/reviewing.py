"""The college's review of its learning support."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Dated, Row, Versioned


class ReviewRow(Versioned, Row):
    """A review."""

    __tablename__ = "review"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    want: Mapped[str] = mapped_column(default="")
    success: Mapped[str] = mapped_column(default="")
    opened: Mapped[date]
    closed: Mapped[date | None]
    edition: Mapped[str]


class JudgementRow(Dated, Row):
    """What was agreed of a point."""

    __tablename__ = "review_judgement"
    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id"), index=True)
    point: Mapped[str]
    confidence: Mapped[int | None]
    evidence: Mapped[str] = mapped_column(default="")


class ViewSheetRow(Row):
    """A sheet that somebody handed in; its number is drawn by lot, so that none tells when."""

    __tablename__ = "review_sheet"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id"), index=True)
    voice: Mapped[str]


class ViewRow(Row):
    """An answer on a sheet; without a confidence: they could not say."""

    __tablename__ = "review_view"
    # A row number of SQLite's own would tell in which order the sheets came in.
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - as SQLAlchemy asks for it
    sheet_id: Mapped[int] = mapped_column(ForeignKey("review_sheet.id"), primary_key=True)
    point: Mapped[str] = mapped_column(primary_key=True)
    confidence: Mapped[int | None]


class ReviewLineRow(Versioned, Row):
    """An action, a challenge or another line kept beside the reviews."""

    __tablename__ = "review_line"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    words: Mapped[str]
    topic: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")
    begun: Mapped[date]
    due: Mapped[date | None]
    done: Mapped[date | None]
    found: Mapped[str] = mapped_column(default="")
    found_on: Mapped[date | None]
    limits: Mapped[str] = mapped_column(default="")
    draft: Mapped[str] = mapped_column(default="")
    stage: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
