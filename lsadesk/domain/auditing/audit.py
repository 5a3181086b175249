"""The skills audit as a matrix: people down, skills (or courses) across, a small code a cell."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from lsadesk.domain.auditing.skills import NEVER_ASKED, SPOKEN, SYMBOLS, UNKNOWN, Skill, SkillId
from lsadesk.domain.calendar import Weekday
from lsadesk.domain.courses.certificates import Certificate, CourseId, Standing
from lsadesk.domain.staff.people import PersonId

# A cell is a skill code (see `skills`), or a code for a certificate, with these flags beside it.
VALID, LAPSING, LAPSED, NO_END_KNOWN, NONE_RECORDED, CARRIED = 10, 11, 12, 13, 14, 15
SIGNS = (*SYMBOLS, "held", "soon", "past", "end?", "\u00b7", "\u25cf")
WORDS = (
    *SPOKEN,
    "held and valid",
    "held, lapses within 90 days",
    "lapsed",
    "held, last day not known",
    "none on record",
    "carries it",
)
LAPSES_SOON = timedelta(days=90)
CODE_MASK = 0x0F
TRAINING_BOOKED = 0x10
PROOF_SEEN = 0x20


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPerson:
    """A row's head: who it is and what rows are filtered and grouped by.

    *days* None: nobody said which. No *sites*: any. *category* as in A03: learning support,
    learner support. Who *teaches* is counted as no LSA (A02).
    """

    id: PersonId
    sort_name: str
    title: str = ""
    team: str = ""
    sites: tuple[str, ...] = ()
    contract: str = ""
    category: str = ""
    days: frozenset[Weekday] | None = None
    teaches: bool = False
    specialisms: tuple[str, ...] = ()

    def is_in(self, day: Weekday) -> bool:
        """Whether they may be in on *day*: not known is not no."""
        return self.days is None or day in self.days


class Columns(StrEnum):
    """What the columns of a matrix are."""

    SKILLS = "skills"
    CERTIFICATES = "certificates"
    RESPONSIBILITIES = "responsibilities"


@dataclass(frozen=True, slots=True)
class AuditMatrix:
    """Codes of everybody's shown ratings (or of their certificates), row after row.

    Where the columns *are* not skills, each of *skills* stands for a course, by its id, or
    for a responsibility, by its place in the library. *cells* has
    `len(people) * len(skills)` bytes; person i and skill j are at `i * len(skills) + j`. A
    cell never written is `NEVER_ASKED`. *teaching*: how many are left out of *people* because
    they are on a teaching contract.
    """

    people: Sequence[AuditPerson]
    skills: Sequence[Skill]
    cells: bytes
    are: Columns = Columns.SKILLS
    teaching: int = 0

    def row(self, index: int) -> bytes:
        """The codes of one person, in the order of *skills*."""
        width = len(self.skills)
        return self.cells[index * width : (index + 1) * width]

    def column(self, index: int) -> bytes:
        """The codes of one skill, in the order of *people*."""
        return self.cells[index :: len(self.skills)] if self.skills else b""

    def holders(self, skill: int, at_least: int = 2) -> int:
        """How many have a skill at *at_least* or above (by its column), or a valid proof."""
        codes = (code for code in range(64) if self.counts(code, at_least))
        return sum(map(self.column(skill).count, codes))

    def counts(self, cell: int, at_least: int = 2) -> bool:
        """Whether a cell says that somebody has what its column asks for."""
        code = cell & CODE_MASK
        if self.are is Columns.SKILLS:
            return at_least <= code <= 4
        return code == CARRIED or code in (VALID, LAPSING)


def spoken(cell: int) -> str:
    """A cell in words: "level 3, independently, training booked, proof seen"."""
    words = [WORDS[cell & CODE_MASK]]
    if cell & TRAINING_BOOKED:
        words.append("training booked")
    if cell & PROOF_SEEN:
        words.append("proof seen")
    return ", ".join(words)


def certificate_matrix(
    people: Sequence[AuditPerson],
    courses: Mapping[CourseId, str],
    certificates: Iterable[Certificate],
    today: date,
) -> AuditMatrix:
    """People by courses: of several proofs of one course, the best on *today* counts."""
    columns = {course: at for at, course in enumerate(courses)}
    rows = {person.id: at * len(columns) for at, person in enumerate(people)}
    cells = bytearray([NONE_RECORDED]) * (len(people) * len(columns))
    for each in certificates:
        if each.person in rows:
            place = rows[each.person] + columns[each.course]
            cells[place] = min(cells[place], _standing_code(each, today), key=_WORTH.index)
    heads = [Skill(SkillId(course), name) for course, name in courses.items()]
    return AuditMatrix(people, heads, bytes(cells), Columns.CERTIFICATES)


def responsibility_matrix(
    people: Sequence[AuditPerson],
    responsibilities: Sequence[tuple[str, str]],
    carried: Iterable[tuple[PersonId, int]],
) -> AuditMatrix:
    """People by responsibilities (name and area); *carried* says who carries which, by place."""
    rows = {person.id: at * len(responsibilities) for at, person in enumerate(people)}
    cells = bytearray([NONE_RECORDED]) * (len(people) * len(responsibilities))
    for person, place in carried:
        if person in rows:
            cells[rows[person] + place] = CARRIED
    heads = [Skill(SkillId(at), name, area) for at, (name, area) in enumerate(responsibilities)]
    return AuditMatrix(people, heads, bytes(cells), Columns.RESPONSIBILITIES)


_WORTH = (VALID, LAPSING, NO_END_KNOWN, LAPSED, NONE_RECORDED)


def _standing_code(certificate: Certificate, today: date) -> int:
    standing = certificate.standing_on(today)
    if standing is Standing.VALID:
        ends = certificate.expires
        return LAPSING if ends is not None and ends.day - today <= LAPSES_SOON else VALID
    if standing is Standing.NOT_KNOWN:
        return NO_END_KNOWN
    return LAPSED if standing is Standing.LAPSED else NONE_RECORDED


@dataclass(frozen=True, slots=True)
class SkillCount:
    """How a skill stands across the people of a matrix.

    *levels* counts the people at levels 0 to 4; *not_known* those asked or never asked
    without an answer; *apart* those it does not apply to, exempt or suspended.
    """

    skill: Skill
    levels: tuple[int, int, int, int, int]
    not_known: int
    apart: int

    @property
    def holders(self) -> int:
        """How many can do it, with guidance or better (level 2 and above)."""
        return sum(self.levels[2:])


def skill_counts(matrix: AuditMatrix) -> list[SkillCount]:
    """One count a skill, in the order of the matrix; a skill nobody has counts nought."""
    return [_count(matrix, index, skill) for index, skill in enumerate(matrix.skills)]


def _count(matrix: AuditMatrix, index: int, skill: Skill) -> SkillCount:
    tally: Counter[int] = Counter()
    for cell, people in Counter(matrix.column(index)).items():
        tally[cell & CODE_MASK] += people
    levels = (tally[0], tally[1], tally[2], tally[3], tally[4])
    not_known = tally[UNKNOWN] + tally[NEVER_ASKED]
    return SkillCount(skill, levels, not_known, len(matrix.people) - sum(levels) - not_known)
