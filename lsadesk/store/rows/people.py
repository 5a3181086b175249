"""Staff, teams and sites, and who holds which duty for whom."""

from datetime import date

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from lsadesk.store.rows.base import Dated, Row, Versioned


class SiteRow(Row):
    """A place where sessions happen."""

    __tablename__ = "site"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class TeamRow(Row):
    """A group of LSAs."""

    __tablename__ = "team"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class PersonRow(Versioned, Row):
    """A member of staff."""

    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    forename: Mapped[str]
    surname: Mapped[str]
    payroll: Mapped[str] = mapped_column(default="", index=True)
    title: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="")
    level: Mapped[int | None]
    team_id: Mapped[int | None] = mapped_column(ForeignKey("team.id"), index=True)
    contract: Mapped[str]
    weekly_minutes: Mapped[int | None]
    as_required: Mapped[bool] = mapped_column(default=False)
    teaches: Mapped[bool] = mapped_column(default=False)
    term_time_only: Mapped[bool] = mapped_column(default=False)
    days: Mapped[str | None] = mapped_column(String(7))  # "01234"; NULL: not known
    started: Mapped[date | None]
    started_precision: Mapped[str] = mapped_column(default="day")
    left_on: Mapped[date | None]
    welsh: Mapped[str] = mapped_column(default="not known")
    ewc: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class PersonSiteRow(Row):
    """A person works at a site."""

    __tablename__ = "person_site"
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"), primary_key=True)


class OnCardsRow(Versioned, Row):
    """The name and photo that stand for a person on the cards of their learners."""

    __tablename__ = "on_cards"
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    called: Mapped[str] = mapped_column(default="")
    photo: Mapped[bytes | None] = mapped_column(LargeBinary)
    agreed_on: Mapped[date | None]
    agreed_how: Mapped[str] = mapped_column(default="")
    withdrawn_on: Mapped[date | None]


class LinkRow(Dated, Row):
    """Who has a duty (line manager, appraiser, deployer) for a person; *holder* has it."""

    __tablename__ = "link"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    duty: Mapped[str]
    holder_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)


class SpecialismRow(Dated, Row):
    """An area somebody specialises in, by its name and kind."""

    __tablename__ = "specialism"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    name: Mapped[str]
    kind: Mapped[str]
