"""The skills audit as a matrix: people down, skills across, one small code a cell."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lsadesk.domain.certificates import Certificate
from lsadesk.domain.people import PersonId
from lsadesk.domain.skills import LEVEL_WORDS, NEVER_ASKED, SPOKEN, UNKNOWN, Skill, SkillId
from lsadesk.domain.words import has_words

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
        codes = (code for code in range(64) if at_least <= (code & CODE_MASK) <= 4)
        return sum(map(self.column(skill).count, codes))


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the matrix to show; an empty field asks for everything.

    *text* keeps the people whose name, title or team holds every word of it. With
    *skills*, those stay who are at *at_least* or above in each of them (0: everybody),
    the most able in the first of them on top.
    """

    text: str = ""
    team: str = ""
    skills: tuple[SkillId, ...] = ()
    at_least: int = 0


def narrowed(matrix: AuditMatrix, wanted: Filter) -> AuditMatrix:
    """The rows of *matrix* that *wanted* asks for; all skills stay."""
    rows = [
        index
        for index, person in enumerate(matrix.people)
        if (not wanted.team or person.team == wanted.team) and _is_found(person, wanted.text)
    ]
    for skill in reversed(wanted.skills):
        place = next(at for at, each in enumerate(matrix.skills) if each.id == skill)
        levels = [_level(cell) for cell in matrix.column(place)]
        rows = [row for row in rows if levels[row] >= wanted.at_least]
        rows.sort(key=levels.__getitem__, reverse=True)
    return AuditMatrix(
        [matrix.people[index] for index in rows],
        matrix.skills,
        b"".join(matrix.row(index) for index in rows),
    )


def _is_found(person: AuditPerson, text: str) -> bool:
    return not text or has_words(text, f"{person.sort_name} {person.title} {person.team}")


def _level(cell: int) -> int:
    code = cell & CODE_MASK
    return code if code <= 4 else 0


def spoken(cell: int) -> str:
    """A cell in words: "level 3, independently, training booked, proof seen"."""
    words = [SPOKEN[cell & CODE_MASK]]
    if cell & TRAINING_BOOKED:
        words.append("training booked")
    if cell & PROOF_SEEN:
        words.append("proof seen")
    return ", ".join(words)


def scope_of(wanted: Filter, skills: Sequence[Skill]) -> str:
    """Whom a filter covers, in words: "Team: Cookery, BSL with guidance or above"."""
    parts = [f"Team: {wanted.team}"] if wanted.team else []
    for skill in skills:
        if skill.id in wanted.skills and wanted.at_least:
            parts.append(f"{skill.name} {LEVEL_WORDS[wanted.at_least]} or above")
    if wanted.text:
        parts.append(f"matching \u201c{wanted.text}\u201d")
    return ", ".join(parts) or "Everyone"


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


@dataclass(frozen=True, slots=True)
class HeldCertificate:
    """A certificate with the names that a reader needs beside it."""

    holder: str
    team: str
    course: str
    certificate: Certificate


@dataclass(frozen=True, slots=True, kw_only=True)
class SixFields:
    """What a person brings that no level says, in the six fields and their interests.

    Source: E R3, skills audit; L, interests. *wishes* is what they would like next.
    """

    person: PersonId
    qualifications: str = ""
    certifications: str = ""
    training: str = ""
    experience: str = ""
    specialisms: str = ""
    talents: str = ""
    interests: str = ""
    wishes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditSheet:
    """Everything a written audit tells, as things stood on *day*.

    *scope* says in words whom it covers ("Everyone", "Team: Cookery").
    """

    college: str
    day: date
    matrix: AuditMatrix
    scope: str = "Everyone"
    certificates: Sequence[HeldCertificate] = ()
    fields: Sequence[SixFields] = ()
