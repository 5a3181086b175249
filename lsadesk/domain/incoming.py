"""What a college's own workbook says, checked value by value, before it meets the college file.

Every record names the sheet and row it was read from. A field left at its default was not
said in the workbook and must not overwrite what the college already knows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lsadesk.domain.auditing.skills import SkillValue
from lsadesk.domain.calendar import RoughDate, TimeSpan, Week, Weekday
from lsadesk.domain.courses.certificates import Lapse
from lsadesk.domain.staff.people import Contract, PersonId
from lsadesk.domain.weeks.learners import Ratio


class SheetKind(StrEnum):
    """What a sheet lists."""

    STAFF = "staff"
    SKILLS = "skills"
    TRAINING = "training"
    LEARNERS = "learners"
    TIMETABLE = "timetable"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record was written."""

    sheet: str
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRef:
    """A member of staff that a name in the workbook was matched to.

    *id* is set when the person was already in the college; otherwise they are on a staff
    list of the same workbook and are found by *payroll*, or by name where that is "".
    *left_on* is set for somebody who has left, *started* where the college knows when.
    """

    forename: str
    surname: str
    payroll: str = ""
    id: PersonId | None = None
    left_on: date | None = None
    started: RoughDate | None = None

    @property
    def name(self) -> str:
        """Forename first."""
        return f"{self.forename} {self.surname}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRecord:
    """One member of staff; team, sites and line manager are names as written.

    *known* is who a person said that it is, where they are known by another name.
    """

    source: Source
    forename: str
    surname: str
    payroll: str = ""
    known: PersonRef | None = None
    title: str = ""
    level: int | None = None
    team: str = ""
    line_manager: str = ""
    contract: Contract = Contract.NOT_KNOWN
    weekly_minutes: int | None = None
    as_required: bool = False
    term_time_only: bool = False
    days: frozenset[Weekday] | None = None
    started: RoughDate | None = None
    left_on: date | None = None
    sites: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRecord:
    """What one cell of a skills audit says of one person's skill."""

    source: Source
    person: PersonRef
    skill: str
    group: str = ""
    value: SkillValue
    note: str = ""
    training_booked: bool = False
    rated_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestRecord:
    """What a person added to a skills audit in their own words."""

    source: Source
    person: PersonRef
    hobbies: str = ""
    wishes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRecord:
    """One course or award that a person holds."""

    source: Source
    person: PersonRef
    course: str
    achieved: RoughDate | None = None
    lapse: Lapse = Lapse.NOT_KNOWN
    expires: RoughDate | None = None
    provider: str = ""
    proof_seen: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerRecord:
    """One learner's support; *needs* are names of skills as written."""

    source: Source
    reference: str
    group: str = ""
    primary_need: str = ""
    needs: tuple[str, ...] = ()
    weekly_minutes: int | None = None
    hours_said: str = ""
    ratio: Ratio | None = None
    care_ratio: Ratio | None = None
    ratio_said: str = ""
    must_have: str = ""
    not_with: tuple[PersonRef, ...] = ()
    same_gender_care: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRecord:
    """One session of the weekly timetable; *site* is a name as written.

    An *overnight* one ends on the day after.
    """

    source: Source
    day: Weekday
    span: TimeSpan
    group: str
    title: str
    teacher: str = ""
    room: str = ""
    site: str = ""
    lsas_needed: int | None = None
    lsas_wanted: int | None = None
    week: Week = Week.BOTH
    overnight: bool = False
    note: str = ""


Record = StaffRecord | SkillRecord | InterestRecord | TrainingRecord | LearnerRecord | SessionRecord


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a cell that was not taken as it stands; *column* is its letter or ""."""

    sheet: str
    row: int
    column: str
    header: str
    reason: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that was not taken, with the cells it holds by column number (0 is A)."""

    sheet: str
    row: int
    column: str
    reason: str
    cells: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class MergedRow:
    """A row without a record of its own: it says what was said before, or what others mean.

    *into* is the row whose record it adds to, if it does.
    """

    sheet: str
    row: int
    reason: str
    into: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetReading:
    """All that was read of one sheet.

    *rows* are the source rows below the header that are not blank. Each is set aside, is
    merged, or is open: the operation that writes calls an open row taken when one of its
    records changes the college, and merged when the college knew it all already. *assumed*
    are names that are not written out, with whom they were taken to mean.
    """

    sheet: str
    kind: SheetKind
    rows: tuple[int, ...]
    records: tuple[Record, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    merged: tuple[MergedRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    headers: Mapping[int, str]
    assumed: Mapping[str, PersonRef] = field(default_factory=dict)

    @property
    def open_rows(self) -> tuple[int, ...]:
        """The rows that are neither set aside nor merged within the sheet."""
        closed = {aside.row for aside in self.set_aside} | {row.row for row in self.merged}
        return tuple(row for row in self.rows if row not in closed)
