"""What of the audit is asked for: whose rows, which columns, in what order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import compress

from lsadesk.domain.auditing.audit import CODE_MASK, AuditMatrix, AuditPerson
from lsadesk.domain.auditing.skills import LEVEL_WORDS, Skill, SkillId
from lsadesk.domain.calendar import Weekday
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.words import folded, has_words


class Grouping(StrEnum):
    """What rows stand together by."""

    NONE = ""
    TEAM = "team"
    SITE = "site"
    CONTRACT = "contract"
    CATEGORY = "category"


class Order(StrEnum):
    """How rows stand within their group."""

    NAME = "name"
    MOST = "most able first"
    LEAST = "least able first"


@dataclass(frozen=True, slots=True)
class Asked:
    """A skill that is looked for, at *at_least* or above."""

    skill: SkillId
    at_least: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What of the matrix to show; an empty field asks for everything.

    *text* keeps the people whose name, title, team or specialisms hold every word of it; where
    there is nobody, the skills whose name or group does. With *skills*, those stay who have each of
    them; *day* keeps who is in then, and those of whom nobody said. *people* and *columns*
    keep just these: what a finding is about. *by* orders the rows by a skill; without it,
    the first of *skills* does, the most able on top.
    """

    text: str = ""
    team: str = ""
    site: str = ""
    contract: str = ""
    category: str = ""
    day: Weekday | None = None
    skills: tuple[Asked, ...] = ()
    people: frozenset[PersonId] = frozenset()
    columns: frozenset[SkillId] = frozenset()
    group: Grouping = Grouping.NONE
    by: SkillId | None = None
    order: Order = Order.NAME

    @property
    def narrows(self) -> bool:
        """Whether anything is left out at all; order and grouping leave out nothing."""
        return replace(self, group=Grouping.NONE, by=None, order=Order.NAME) != Filter()


def narrowed(matrix: AuditMatrix, wanted: Filter) -> AuditMatrix:
    """The rows and columns of *matrix* that *wanted* asks for, in its order."""
    rows = [at for at, person in enumerate(matrix.people) if _is_wanted(person, wanted)]
    columns = wanted.columns
    if wanted.text:
        named = [at for at in rows if _is_found(matrix.people[at], wanted.text)]
        if not named:
            columns = frozenset(each.id for each in matrix.skills if _is_called(each, wanted.text))
        rows = rows if not named and columns else named
    for asked in wanted.skills:
        levels = _levels(matrix, asked.skill)
        rows = [row for row in rows if levels[row] >= asked.at_least]
    shown = _with_rows(matrix, _ordered(matrix, rows, wanted))
    return _with_columns(shown, columns) if columns else shown


def group_of(person: AuditPerson, group: Grouping) -> str:
    """What *person* stands under; "" where that is not known, or where rows are not grouped."""
    return _UNDER[group](person)


def groups_in(people: Sequence[AuditPerson], group: Grouping) -> list[str]:
    """What *people* can be grouped by, in order; those not known are left out."""
    return sorted({name for each in people if (name := group_of(each, group))}, key=folded)


def without_groups(matrix: AuditMatrix, group: Grouping, names: frozenset[str]) -> AuditMatrix:
    """*matrix* without the rows that stand under any of *names*."""
    if group is Grouping.NONE or not names:
        return matrix
    people = matrix.people
    rows = [at for at in range(len(people)) if group_of(people[at], group) not in names]
    return _with_rows(matrix, rows)


_UNDER: dict[Grouping, Callable[[AuditPerson], str]] = {
    Grouping.NONE: lambda person: "",
    Grouping.TEAM: lambda person: person.team,
    Grouping.SITE: lambda person: ", ".join(person.sites),
    Grouping.CONTRACT: lambda person: person.contract,
    Grouping.CATEGORY: lambda person: person.category,
}


def scope_of(wanted: Filter, skills: Sequence[Skill]) -> str:
    """Whom a filter covers, in words: "Team: Cookery, BSL with guidance or above"."""
    said = (
        ("Team", wanted.team),
        ("Site", wanted.site),
        ("Contract", wanted.contract),
        ("Category", wanted.category),
        ("In on", "" if wanted.day is None else wanted.day.name.title()),
    )
    parts = [f"{name}: {value}" for name, value in said if value]
    names = {skill.id: skill.name for skill in skills}
    parts += [
        f"{names[asked.skill]} {LEVEL_WORDS[asked.at_least]} or above"
        for asked in wanted.skills
        if asked.at_least and asked.skill in names
    ]
    if wanted.text:
        parts.append(f"matching \u201c{wanted.text}\u201d")
    if wanted.people:
        parts.append("chosen people")
    return ", ".join(parts) or "Everyone"


def _is_wanted(person: AuditPerson, wanted: Filter) -> bool:
    return (
        (not wanted.people or person.id in wanted.people)
        and (not wanted.team or person.team == wanted.team)
        and (not wanted.site or not person.sites or wanted.site in person.sites)
        and (not wanted.contract or person.contract == wanted.contract)
        and (not wanted.category or person.category == wanted.category)
        and (wanted.day is None or person.is_in(wanted.day))
    )


def _is_found(person: AuditPerson, text: str) -> bool:
    areas = " ".join(person.specialisms)
    return has_words(text, f"{person.sort_name} {person.title} {person.team} {areas}")


def _is_called(skill: Skill, text: str) -> bool:
    return has_words(text, f"{skill.name} {skill.group}")


def _levels(matrix: AuditMatrix, skill: SkillId) -> list[int]:
    """Everybody's level in *skill*; what is not a level, and a skill not here, count as 0."""
    place = next((at for at, each in enumerate(matrix.skills) if each.id == skill), None)
    column = b"" if place is None else matrix.column(place)
    codes = (cell & CODE_MASK for cell in column)
    return [code if code <= 4 else 0 for code in codes] or [0] * len(matrix.people)


def _ordered(matrix: AuditMatrix, rows: list[int], wanted: Filter) -> list[int]:
    """*rows* in the order asked for; equals stay by name."""
    if wanted.by is not None and wanted.order is not Order.NAME:
        levels = _levels(matrix, wanted.by)
        rows = sorted(rows, key=levels.__getitem__, reverse=wanted.order is Order.MOST)
    elif wanted.skills:
        for asked in reversed(wanted.skills):
            rows = sorted(rows, key=_levels(matrix, asked.skill).__getitem__, reverse=True)
    if wanted.group is not Grouping.NONE:
        under = [group_of(person, wanted.group) for person in matrix.people]
        rows = sorted(rows, key=lambda row: (not under[row], folded(under[row])))
    return rows


def _with_rows(matrix: AuditMatrix, rows: Sequence[int]) -> AuditMatrix:
    return replace(
        matrix,
        people=[matrix.people[row] for row in rows],
        cells=b"".join(matrix.row(row) for row in rows),
    )


def _with_columns(matrix: AuditMatrix, columns: frozenset[SkillId]) -> AuditMatrix:
    keep = [skill.id in columns for skill in matrix.skills]
    return replace(
        matrix,
        skills=list(compress(matrix.skills, keep)),
        cells=b"".join(bytes(compress(matrix.row(row), keep)) for row in range(len(matrix.people))),
    )
