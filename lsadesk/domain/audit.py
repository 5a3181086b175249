"""The skills audit as a matrix: people down, skills across, one small code a cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from lsadesk.domain.people import PersonId
from lsadesk.domain.skills import NEVER_ASKED, Skill, SkillId

# A cell is a skill code (see `skills`) with these flags beside it.
CODE_MASK = 0x0F
TRAINING_BOOKED = 0x10
PROOF_SEEN = 0x20


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPerson:
    """A row's head: who it is and what rows are filtered and grouped by."""

    id: PersonId
    sort_name: str
    title: str = ""
    team: str = ""
    sites: str = ""
    contract: str = ""


@dataclass(frozen=True, slots=True)
class AuditMatrix:
    """Codes of everybody's shown ratings, row after row.

    *cells* has `len(people) * len(skills)` bytes; person i and skill j are at
    `i * len(skills) + j`. A cell never written is `NEVER_ASKED`.
    """

    people: Sequence[AuditPerson]
    skills: Sequence[Skill]
    cells: bytes

    def row(self, index: int) -> bytes:
        """The codes of one person, in the order of *skills*."""
        width = len(self.skills)
        return self.cells[index * width : (index + 1) * width]

    def column(self, index: int) -> bytes:
        """The codes of one skill, in the order of *people*."""
        return self.cells[index :: len(self.skills)] if self.skills else b""

    def holders(self, skill: int, at_least: int = 2) -> int:
        """How many people are at *at_least* or above in a skill (by its column)."""
        return sum(at_least <= (code & CODE_MASK) <= 4 for code in self.column(skill))


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the matrix to show; an empty field asks for everything."""

    text: str = ""
    team: str = ""
    skill: SkillId | None = None
    at_least: int = 0


def narrowed(matrix: AuditMatrix, wanted: Filter) -> AuditMatrix:
    """The rows of *matrix* that *wanted* asks for; all skills stay."""
    column = None
    if wanted.skill is not None:
        column = [skill.id for skill in matrix.skills].index(wanted.skill)
    text = wanted.text.casefold()
    rows = [
        index
        for index, person in enumerate(matrix.people)
        if (not text or text in f"{person.sort_name} {person.title}".casefold())
        and (not wanted.team or person.team == wanted.team)
        and (column is None or _at_least(matrix.row(index)[column], wanted.at_least))
    ]
    return AuditMatrix(
        [matrix.people[index] for index in rows],
        matrix.skills,
        b"".join(matrix.row(index) for index in rows),
    )


def _at_least(cell: int, level: int) -> bool:
    code = cell & CODE_MASK
    return level <= code <= 4 or (level == 0 and code != NEVER_ASKED)
