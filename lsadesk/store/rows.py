"""The tables of the college file.

Rows are not domain values: each subject's module turns one into the other. Facts that
matter for an inspection (`Dated`) are never changed in place: a new version is written
and the old one is closed, so that any day can be drawn again.
"""

from datetime import UTC, date, datetime, time
from typing import Any, ClassVar

from sqlalchemy import (
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    MetaData,
    String,
    Table,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A moment, kept in UTC and given back with its zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware to naive UTC."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Naive UTC to aware."""
        return None if value is None else value.replace(tzinfo=UTC)


class Row(DeclarativeBase):
    """The base of every table."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: Moment}


def table_of(row: type[Row]) -> Table:
    """The table that a kind of row is kept in."""
    table = row.__table__
    if not isinstance(table, Table):
        raise TypeError(f"{row!r} has no table of its own")
    return table


class Versioned:
    """A row that two people may edit: a stale edit is refused, never written over."""

    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - a class method to SQLAlchemy
        return {"version_id_col": cls.version}


class Dated:
    """A fact with its own history: from *recorded_at* until *superseded_at* it stood."""

    recorded_at: Mapped[datetime]
    superseded_at: Mapped[datetime | None]


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
    term_time_only: Mapped[bool] = mapped_column(default=False)
    days: Mapped[str | None] = mapped_column(String(7))  # "01234"; NULL: not known
    started: Mapped[date | None]
    started_precision: Mapped[str] = mapped_column(default="day")
    left_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")


class PersonSiteRow(Row):
    """A person works at a site."""

    __tablename__ = "person_site"
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"), primary_key=True)


class LinkRow(Dated, Row):
    """*holder* has a duty (line manager, appraiser, deployer) for *person*."""

    __tablename__ = "link"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    duty: Mapped[str]
    holder_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)


class SkillRow(Row):
    """A skill that the college asks about; *position* orders the audit's columns."""

    __tablename__ = "skill"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    group_name: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class RatingRow(Dated, Row):
    """One view of one person's skill. *shown* marks the view that the audit shows."""

    __tablename__ = "rating"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    skill_id: Mapped[int] = mapped_column(ForeignKey("skill.id"))
    code: Mapped[int]
    view: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    until: Mapped[date | None]
    rated_on: Mapped[date | None]
    proof: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    training_booked: Mapped[bool] = mapped_column(default=False)
    shown: Mapped[bool] = mapped_column(default=True)

    __table_args__ = (
        Index(
            "ix_rating_now",
            "person_id",
            "skill_id",
            "view",
            unique=True,
            sqlite_where=text("superseded_at IS NULL"),
            postgresql_where=text("superseded_at IS NULL"),
        ),
        # Holds all that the matrix reads, so that loading it never touches the table itself.
        Index(
            "ix_rating_matrix",
            "person_id",
            "skill_id",
            "code",
            "training_booked",
            "proof",
            sqlite_where=text("superseded_at IS NULL AND shown"),
            postgresql_where=text("superseded_at IS NULL AND shown"),
        ),
        Index("ix_rating_history", "person_id", "skill_id", "recorded_at"),
    )


class InterestRow(Row):
    """What a person said of other skills or of wishes, in their own words."""

    __tablename__ = "interest"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[str]  # "talent" or "wish"
    text: Mapped[str]


class CourseRow(Row):
    """A training, award or check."""

    __tablename__ = "course"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class CertificateRow(Dated, Row):
    """A dated proof of training."""

    __tablename__ = "certificate"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("course.id"), index=True)
    achieved: Mapped[date | None]
    achieved_precision: Mapped[str] = mapped_column(default="day")
    lapse: Mapped[str]
    expires: Mapped[date | None] = mapped_column(index=True)
    expires_precision: Mapped[str] = mapped_column(default="day")
    provider: Mapped[str] = mapped_column(default="")
    proof_seen: Mapped[bool | None]


class LearnerRow(Versioned, Row):
    """A learner, by reference."""

    __tablename__ = "learner"
    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    group_name: Mapped[str] = mapped_column(default="", index=True)
    primary_need: Mapped[str] = mapped_column(default="")
    weekly_minutes: Mapped[int | None]
    hours_said: Mapped[str] = mapped_column(default="")
    ratio: Mapped[str] = mapped_column(default="")  # "2:1"; "": not known
    care_ratio: Mapped[str] = mapped_column(default="")
    ratio_said: Mapped[str] = mapped_column(default="")
    must_have: Mapped[str] = mapped_column(default="")
    same_gender_care: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")


class LearnerNeedRow(Row):
    """A skill that a learner's support asks for."""

    __tablename__ = "learner_need"
    learner_id: Mapped[int] = mapped_column(ForeignKey("learner.id"), primary_key=True)
    skill_id: Mapped[int] = mapped_column(ForeignKey("skill.id"), primary_key=True)


class LearnerNotWithRow(Row):
    """A person who is not to support a learner."""

    __tablename__ = "learner_not_with"
    learner_id: Mapped[int] = mapped_column(ForeignKey("learner.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)


class SessionRow(Versioned, Row):
    """A session of the weekly timetable."""

    __tablename__ = "session"
    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[int]
    start: Mapped[time]
    end: Mapped[time]
    group_name: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    teacher: Mapped[str] = mapped_column(default="")
    room: Mapped[str] = mapped_column(default="")
    site_id: Mapped[int | None] = mapped_column(ForeignKey("site.id"))
    lsas_needed: Mapped[int | None]
    lsas_wanted: Mapped[int | None]
    week: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class PlanRow(Versioned, Row):
    """A deployment plan for one week; *bound* and *unmet* are JSON."""

    __tablename__ = "plan"
    id: Mapped[int] = mapped_column(primary_key=True)
    week: Mapped[str]
    starts_on: Mapped[date]
    made_at: Mapped[datetime]
    objective: Mapped[int]
    bound: Mapped[str]
    seconds: Mapped[float]
    unmet: Mapped[str] = mapped_column(default="[]")


class AssignmentRow(Row):
    """One slot of a session in a plan, and who fills it."""

    __tablename__ = "assignment"
    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), index=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id"))
    slot: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    pinned: Mapped[bool] = mapped_column(default=False)
    __table_args__ = (UniqueConstraint("plan_id", "session_id", "slot"),)


class AssessmentRow(Versioned, Row):
    """A person's self-assessment. Until it is handed in, answers exist only as sealed boxes."""

    __tablename__ = "assessment"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    edition: Mapped[str]
    role: Mapped[str] = mapped_column(default="")
    started_at: Mapped[datetime]
    handed_in_at: Mapped[datetime | None]


class SealedAnswerRow(Row):
    """An answer that only its author can open."""

    __tablename__ = "sealed_answer"
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    statement: Mapped[str] = mapped_column(primary_key=True)
    saved_at: Mapped[datetime]
    box: Mapped[bytes]


class SharedAnswerRow(Row):
    """An answer that its author handed in; *answer* is JSON."""

    __tablename__ = "shared_answer"
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessment.id"), primary_key=True)
    statement: Mapped[str] = mapped_column(primary_key=True)
    answer: Mapped[str]


class CareerWishRow(Dated, Row):
    """A role that a person would like, or "stay" for no change wanted."""

    __tablename__ = "career_wish"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[str]
    note: Mapped[str] = mapped_column(default="")


class HeldQualificationRow(Dated, Row):
    """What a person has, works towards or wants of the qualifications."""

    __tablename__ = "held_qualification"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    qualification: Mapped[str]
    state: Mapped[str]
    as_written: Mapped[str] = mapped_column(default="")  # the name on the certificate
    achieved: Mapped[date | None]
    achieved_precision: Mapped[str] = mapped_column(default="day")
    note: Mapped[str] = mapped_column(default="")


class PastRoleRow(Dated, Row):
    """Something a person did before: a job by its title, and where it is on the map."""

    __tablename__ = "past_role"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    title: Mapped[str]
    role: Mapped[str] = mapped_column(default="")
    began: Mapped[int | None]  # years; people remember no more than that
    ended: Mapped[int | None]
    brings: Mapped[str] = mapped_column(default="")


class EntryPointRow(Dated, Row):
    """How a person came into the work."""

    __tablename__ = "entry_point"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    entry: Mapped[str]


class LayerRow(Versioned, Row):
    """What the college does to one entry of the built-in content; both JSON objects."""

    __tablename__ = "layer"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    entry: Mapped[str]
    hidden: Mapped[bool] = mapped_column(default=False)
    own: Mapped[bool] = mapped_column(default=False)
    fields: Mapped[str] = mapped_column(default="{}")
    whole: Mapped[str] = mapped_column(default="{}")

    __table_args__ = (UniqueConstraint("kind", "entry"),)


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


class ImportMappingRow(Row):
    """How a sheet with these headings was read last time; *mapping* is JSON."""

    __tablename__ = "import_mapping"
    signature: Mapped[str] = mapped_column(primary_key=True)
    mapping: Mapped[str]
    used_at: Mapped[datetime]


class TrailRow(Row):
    """What happened: append-only, each line chained to the one before by *mac*.

    It names records by number, never by name, so that it may outlive an erasure.
    """

    __tablename__ = "trail"
    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    account_id: Mapped[int]
    action: Mapped[str]
    kind: Mapped[str]
    subject_id: Mapped[int | None]
    detail: Mapped[str] = mapped_column(default="")
    mac: Mapped[bytes]
