"""What belongs to the college file as a whole."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Row, Versioned


class SettingRow(Row):
    """One setting of the college: its name, setting, vocabulary. *value* is JSON."""

    __tablename__ = "setting"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class AccountRow(Versioned, Row):
    """Somebody who can sign in. The secret itself is in the key file, never here."""

    __tablename__ = "account"
    id: Mapped[int] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    is_head: Mapped[bool] = mapped_column(default=False)
    is_administrator: Mapped[bool] = mapped_column(default=False)
    ended_on: Mapped[date | None]


class ImportMappingRow(Row):
    """How a sheet with these headings was read last time; *mapping* is JSON."""

    __tablename__ = "import_mapping"
    signature: Mapped[str] = mapped_column(primary_key=True)
    mapping: Mapped[str]
    used_at: Mapped[datetime]


class TrailRow(Row):
    """What happened: append-only, each line chained to the one before by *mac*.

    It names records by number, never by name, so that it may outlive an erasure. *mac* covers
    *mark*, which stands for *detail* together with *salt*: where an erasure took both away,
    the mark stays and the chain is whole.
    """

    __tablename__ = "trail"
    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    account_id: Mapped[int]
    action: Mapped[str]
    kind: Mapped[str]
    subject_id: Mapped[int | None]
    detail: Mapped[str] = mapped_column(default="")
    salt: Mapped[bytes] = mapped_column(default=b"")
    mark: Mapped[bytes] = mapped_column(default=b"")
    mac: Mapped[bytes]
