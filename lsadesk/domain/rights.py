"""Who may see and change what: one table, asked by every operation.

Duties are worked out from the structure at every question (`Standing`), never stored as
copies of rights. Source: A12; requirements C1-C6.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from lsadesk.domain.staff.people import PersonId

AccountId = NewType("AccountId", int)


class Duty(StrEnum):
    """A reason to see or change something."""

    SELF = "self"
    LINE_MANAGER = "line manager"
    APPRAISER = "appraiser"
    DEPLOYER = "deployer"
    HEAD = "head of learning support"
    ADMINISTRATOR = "administrator"


class Kind(StrEnum):
    """A kind of record."""

    COLLEGE = "the college's settings"
    ACCOUNT = "accounts"
    DIRECTORY = "names, teams and job titles"
    PERSON = "staff records"
    DUTY = "who looks after whom"
    RATING = "skill ratings"
    CERTIFICATE = "training records"
    LEARNER = "learners' support needs"
    TIMETABLE = "the timetable"
    DEPLOYMENT = "the deployment plan"
    ABSENCE = "who is away"
    DELIVERED = "what support was given"
    BRIEFING = "what LSAs are told before their sessions"
    FEEDBACK = "what LSAs tell teachers after their sessions"
    PLACEMENT = "work placements"
    WORK_PATTERN = "when and how people can be deployed"
    DRAFT = "unshared self-assessments"
    REFLECTION = "private notes"
    ASSESSMENT = "handed-in self-assessments"
    GROUP_INTERVIEW = "group interviews"
    APPRAISAL = "appraisals"
    MANAGER_NOTE = "managers' notes"
    DEVELOPMENT = "development plans"
    CAREER = "career wishes"
    TRAINING = "training on offer, its rules and documents to read"
    TRAINING_PLAN = "the college's training plan"
    TRAINING_WISH = "what training people ask for"
    HAS_READ = "what people have read and understood"
    HELD = "everything that is held on a person"
    HEALTH = "why people are kept from some work"
    ON_CARDS = "how people appear on learners' cards"
    RETENTION = "how long records are kept"
    ERASURE = "what is to be erased"
    ACCESS_REQUEST = "requests for what is held"
    REMARK = "what people ask to be corrected"
    REVIEW = "the college's review of its support"
    VIEW = "views given for the college's review"
    TRAIL = "the trail of what happened"
    BACKUP = "backups"


class Access(StrEnum):
    """What is done with a record."""

    READ = "see"
    CHANGE = "change"
    EXPORT = "export"


READ, CHANGE, EXPORT = Access.READ, Access.CHANGE, Access.EXPORT
_ALL = frozenset(Access)
_R = frozenset({READ})
_E = frozenset({EXPORT})
_RE = frozenset({READ, EXPORT})
_RC = frozenset({READ, CHANGE})

# Duty -> kind of record -> what it may do. SELF and the three links hold for the person
# concerned; HEAD and ADMINISTRATOR for the whole college. What is not here is refused.
TABLE: dict[Duty, dict[Kind, frozenset[Access]]] = {
    Duty.SELF: {
        Kind.DIRECTORY: _R,
        Kind.PERSON: _RE,
        Kind.DUTY: _R,
        Kind.RATING: _RE,
        Kind.CERTIFICATE: _RE,
        Kind.DEPLOYMENT: _RE,
        Kind.ABSENCE: _RE,
        Kind.BRIEFING: _RE,  # of the sessions that one is in, and of no other
        Kind.FEEDBACK: _ALL,
        Kind.PLACEMENT: _ALL,  # writes in those that one supports, and arranges none
        Kind.WORK_PATTERN: _RE,
        Kind.DRAFT: _ALL,
        Kind.REFLECTION: _RC,
        Kind.ASSESSMENT: _RE,
        Kind.APPRAISAL: _RE,
        Kind.DEVELOPMENT: _ALL,
        Kind.CAREER: _ALL,
        Kind.TRAINING: _R,
        Kind.TRAINING_WISH: _ALL,
        Kind.HAS_READ: _RC,
        Kind.HEALTH: _R,
        Kind.ON_CARDS: _RC,
        Kind.ACCESS_REQUEST: _RC,
        Kind.REMARK: _RC,
        Kind.VIEW: _RC,  # hands one's own in; nobody's comes out again, be it one's own
    },
    Duty.LINE_MANAGER: {
        Kind.DIRECTORY: _R,
        Kind.PERSON: _ALL,
        Kind.DUTY: _R,  # whoever could change it might make themselves the appraiser too
        Kind.RATING: _RE,
        Kind.CERTIFICATE: _ALL,
        Kind.DEPLOYMENT: _R,
        Kind.WORK_PATTERN: _ALL,
        Kind.ASSESSMENT: _R,
        Kind.GROUP_INTERVIEW: _ALL,
        Kind.APPRAISAL: _ALL,
        Kind.MANAGER_NOTE: _RC,
        Kind.DEVELOPMENT: _ALL,
        Kind.TRAINING_WISH: _R,
        Kind.HAS_READ: _RE,
        Kind.HEALTH: _RC,  # and no deployer: the plan needs the effect alone
        Kind.ON_CARDS: _RC,
        Kind.REMARK: _RC,
    },
    Duty.APPRAISER: {
        Kind.DIRECTORY: _R,
        Kind.RATING: _ALL,
        Kind.CERTIFICATE: _RE,
        Kind.ASSESSMENT: _ALL,  # types in for people without an account
        Kind.GROUP_INTERVIEW: _ALL,
        Kind.APPRAISAL: _ALL,
        Kind.MANAGER_NOTE: _RC,
        Kind.DEVELOPMENT: _ALL,
        Kind.CAREER: _R,
        Kind.TRAINING_WISH: _R,
    },
    Duty.DEPLOYER: {
        Kind.DIRECTORY: _R,
        Kind.PERSON: _R,
        Kind.DUTY: _R,
        Kind.RATING: _R,
        Kind.CERTIFICATE: _R,
        Kind.LEARNER: _ALL,
        Kind.TIMETABLE: _ALL,
        Kind.DEPLOYMENT: _ALL,
        Kind.ABSENCE: _ALL,
        Kind.DELIVERED: _ALL,
        Kind.BRIEFING: _ALL,
        Kind.FEEDBACK: _ALL,
        Kind.PLACEMENT: _ALL,
        Kind.WORK_PATTERN: _ALL,
        Kind.ON_CARDS: _E,  # prints the cards, and looks through nobody's photo besides
    },
    Duty.HEAD: {
        Kind.COLLEGE: _R,
        Kind.DIRECTORY: _R,
        Kind.PERSON: _ALL,
        Kind.DUTY: _RC,
        Kind.RATING: _ALL,
        Kind.CERTIFICATE: _ALL,
        Kind.LEARNER: _ALL,
        Kind.TIMETABLE: _ALL,
        Kind.DEPLOYMENT: _ALL,
        Kind.ABSENCE: _ALL,
        Kind.DELIVERED: _ALL,
        Kind.BRIEFING: _ALL,
        Kind.FEEDBACK: _ALL,
        Kind.PLACEMENT: _ALL,
        Kind.WORK_PATTERN: _ALL,
        Kind.HELD: _RE,
        Kind.ASSESSMENT: _R,
        Kind.GROUP_INTERVIEW: _ALL,
        Kind.APPRAISAL: _ALL,
        Kind.MANAGER_NOTE: _RC,
        Kind.DEVELOPMENT: _ALL,
        Kind.CAREER: _R,
        Kind.TRAINING: _ALL,
        Kind.TRAINING_PLAN: _ALL,  # lays everybody's gaps side by side, with what they cost
        Kind.TRAINING_WISH: _RE,
        Kind.HAS_READ: _RE,  # only whoever has read something says so
        Kind.HEALTH: _RC,
        Kind.ON_CARDS: _ALL,
        Kind.RETENTION: _RC,
        Kind.ERASURE: _RC,
        Kind.ACCESS_REQUEST: _RC,
        Kind.REMARK: _RC,
        Kind.REVIEW: _ALL,
    },
    Duty.ADMINISTRATOR: {
        Kind.COLLEGE: _RC,
        Kind.ACCOUNT: _RC,
        Kind.DIRECTORY: _R,
        Kind.PERSON: _ALL,
        Kind.DUTY: _RC,
        Kind.TRAIL: _RE,
        Kind.BACKUP: _ALL,
        Kind.RETENTION: _RC,
        Kind.ERASURE: _RC,
        Kind.ACCESS_REQUEST: _RC,
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The duties that an account holds at this moment, as the structure says."""

    person: PersonId | None = None
    line_manages: frozenset[PersonId] = frozenset()
    appraises: frozenset[PersonId] = frozenset()
    deploys: frozenset[PersonId] = frozenset()
    is_head: bool = False
    is_administrator: bool = False

    def duties(self) -> frozenset[Duty]:
        """Every duty held for anybody; decides which tabs are shown."""
        held = {
            Duty.SELF: self.person is not None,
            Duty.LINE_MANAGER: bool(self.line_manages),
            Duty.APPRAISER: bool(self.appraises),
            Duty.DEPLOYER: bool(self.deploys),
            Duty.HEAD: self.is_head,
            Duty.ADMINISTRATOR: self.is_administrator,
        }
        return frozenset(duty for duty, holds in held.items() if holds)

    def duties_for(self, person: PersonId) -> frozenset[Duty]:
        """The duties held for *person*; college-wide duties hold for everybody."""
        held = {
            Duty.SELF: self.person == person,
            Duty.LINE_MANAGER: person in self.line_manages,
            Duty.APPRAISER: person in self.appraises,
            Duty.DEPLOYER: person in self.deploys,
            Duty.HEAD: self.is_head,
            Duty.ADMINISTRATOR: self.is_administrator,
        }
        return frozenset(duty for duty, holds in held.items() if holds)


COLLEGE_WIDE = frozenset({Duty.DEPLOYER, Duty.HEAD, Duty.ADMINISTRATOR})

# What a deployer deals with for the whole college, and not for one person at a time.
DEPLOYING = frozenset(
    {
        Kind.LEARNER,
        Kind.TIMETABLE,
        Kind.DEPLOYMENT,
        Kind.ABSENCE,
        Kind.DELIVERED,
        Kind.BRIEFING,
        Kind.FEEDBACK,
        Kind.PLACEMENT,
        Kind.ON_CARDS,
    }
)

# Of these records somebody's other duties do not count for themselves: nobody appraises
# themselves, or reads what their managers noted about them before they ask for it, be it
# among all that is held on them.
ONLY_SELF_OF_ONESELF = frozenset({Kind.APPRAISAL, Kind.MANAGER_NOTE, Kind.HELD, Kind.ERASURE})


def allows(standing: Standing, access: Access, kind: Kind, about: PersonId | None = None) -> bool:
    """Whether *standing* may do *access* with records of *kind* about a person.

    *about* None asks for the college as a whole: for that only head, administrator and
    (for what `DEPLOYING` names) the deployer count; for group interviews, which are about
    nobody, every duty.
    """
    held = standing.duties() & COLLEGE_WIDE if about is None else standing.duties_for(about)
    if about is None and kind is Kind.GROUP_INTERVIEW:
        held = standing.duties()  # it names nobody: whoever leads a team may lead such a talk
    elif about is None and kind not in DEPLOYING:
        held -= {Duty.DEPLOYER}
    if about is not None and about == standing.person and kind in ONLY_SELF_OF_ONESELF:
        held &= {Duty.SELF}
    return any(access in TABLE[duty].get(kind, frozenset()) for duty in held)


def people_open_to(
    standing: Standing, access: Access, kind: Kind, everybody: frozenset[PersonId]
) -> frozenset[PersonId]:
    """Those of *everybody* whose records of *kind* are open to *standing*."""
    if allows(standing, access, kind) and kind not in ONLY_SELF_OF_ONESELF:
        return everybody
    return frozenset(person for person in everybody if allows(standing, access, kind, person))
