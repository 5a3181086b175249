"""The audit as it is written out: the matrix and everything that stands beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lsadesk.domain.auditing.audit import AuditMatrix
from lsadesk.domain.auditing.day_needs import DayNeed
from lsadesk.domain.auditing.role_needs import RoleNeed
from lsadesk.domain.courses.certificates import Certificate, Lapse
from lsadesk.domain.courses.training import Option, TrainingLine, TrainingWish
from lsadesk.domain.developing.all_plans import Total
from lsadesk.domain.staff.people import PersonId


@dataclass(frozen=True, slots=True)
class HeldCertificate:
    """A certificate with the names that a reader needs beside it."""

    holder: str
    team: str
    course: str
    certificate: Certificate


@dataclass(frozen=True, slots=True)
class PlannedTraining:
    """A place in the training plan, with the names that a reader needs beside it."""

    who: str
    team: str
    skill: str
    option: Option
    line: TrainingLine


@dataclass(frozen=True, slots=True)
class AskedFor:
    """What somebody says would help them, beside what is on offer and planned for it (A46)."""

    who: str
    team: str
    wish: TrainingWish
    skill: str
    offered: tuple[str, ...]
    planned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """How long training takes somebody off timetable, by the training plan and by their own:
    for what the law or the college asks for, and for what makes specialists (A48)."""

    who: str
    team: str
    compliance_minutes: int
    specialist_minutes: int

    @property
    def minutes(self) -> int:
        """Both together."""
        return self.compliance_minutes + self.specialist_minutes


def by_due(held: Iterable[HeldCertificate]) -> list[HeldCertificate]:
    """What is due first on top; then those whose last day is not known, and what never lapses."""

    def place(each: HeldCertificate) -> tuple[bool, date, str, str]:
        certificate = each.certificate
        due = certificate.expires.day if certificate.expires else date.max
        return certificate.lapse is Lapse.NEVER, due, each.holder, each.course

    return sorted(held, key=place)


@dataclass(frozen=True, slots=True, kw_only=True)
class SixFields:
    """What a person brings that no level says, in the six fields and their interests.

    Source: E R3, skills audit; L, interests. *wishes* are their interests and what they would
    like next, in their own words.
    """

    person: PersonId
    qualifications: str = ""
    certifications: str = ""
    training: str = ""
    experience: str = ""
    specialisms: str = ""
    talents: str = ""
    wishes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditSheet:
    """Everything a written audit tells, as things stood on *day*.

    *scope* says in words whom it covers ("Everyone", "Team: Cookery"); *by* names who wrote it
    on which day (*printed*). *want* and *success* are what the college aims at (A91). *mark*
    tells it when it comes back; "": it does not come back.
    *days* and *roles* are what learners and roles ask, *plans* the sums of development plans
    under a heading ("Funder"), *training* the training plan with its *balance*, *asked* what
    people ask for; None: there is none, or it is not the writer's to tell.
    """

    college: str
    day: date
    matrix: AuditMatrix
    scope: str = "Everyone"
    want: str = ""
    success: str = ""
    certificates: Sequence[HeldCertificate] = ()
    fields: Sequence[SixFields] = ()
    by: str = ""
    printed: date | None = None
    mark: str = ""
    days: Sequence[DayNeed] | None = None
    roles: Sequence[RoleNeed] | None = None
    plans: Sequence[tuple[str, Total]] | None = None
    training: Sequence[PlannedTraining] | None = None
    balance: Sequence[Balance] = ()
    asked: Sequence[AskedFor] | None = None
