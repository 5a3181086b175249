"""What the roles of the career framework ask, beside the people who hold them.

A role asks things at a level; whoever holds it has that, has not yet said so much, or nobody
knows. It is a map, and nobody fails a role. Source: L, Findings, career pathway framework.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lsadesk.domain.auditing.skills import Level, Skill, SkillValue
from lsadesk.domain.careers.framework import Framework, RoleId, StatementId
from lsadesk.domain.staff.people import PersonId

Known = Mapping[StatementId, SkillValue]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleNeed:
    """One thing that a role asks at *level*, with how each who holds the role stands to it.

    *skill* is the college's own skill that it is tied to; None: it is tied to none, and what
    people said of themselves counts.
    """

    role: str
    asks: str
    level: int
    skill: Skill | None
    has: tuple[PersonId, ...] = ()
    not_yet: tuple[PersonId, ...] = ()
    not_known: tuple[PersonId, ...] = ()

    @property
    def holders(self) -> tuple[PersonId, ...]:
        """Everybody who holds the role, those first of whom it is to be asked."""
        return (*self.not_yet, *self.not_known, *self.has)


def role_needs(
    framework: Framework,
    holders: Mapping[RoleId, Sequence[PersonId]],
    known: Mapping[PersonId, Known],
    ties: Mapping[StatementId, Skill],
) -> tuple[RoleNeed, ...]:
    """What each role that somebody holds asks of them, role by role in the framework's order."""
    return tuple(
        _stand(
            RoleNeed(
                role=framework.roles[role].name,
                asks=framework.statements[statement].text,
                level=level,
                skill=ties.get(statement),
            ),
            {person: known.get(person, {}).get(statement) for person in holders[role]},
        )
        for role in framework.roles
        if role in holders
        for statement, level in framework.roles[role].asks.items()
        if statement in framework.statements
    )


def _stand(asked: RoleNeed, said: Mapping[PersonId, SkillValue | None]) -> RoleNeed:
    """*asked* with those who hold the role, sorted by what is known of them."""
    has: list[PersonId] = []
    not_yet: list[PersonId] = []
    not_known: list[PersonId] = []
    for person, value in said.items():
        if not isinstance(value, Level):
            not_known.append(person)
        else:
            (has if value.value >= asked.level else not_yet).append(person)
    return replace(asked, has=tuple(has), not_yet=tuple(not_yet), not_known=tuple(not_known))
