"""The college's view of its own map: who is where, who wishes for what, who could follow.

Numbers only; where a number could point at a person, LSAs do not see it. Source: L,
recommendations to organisations; A31; requirements C13 (smallest group size).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lsadesk.domain.auditing.skills import SkillValue
from lsadesk.domain.careers.career import Fit, fit
from lsadesk.domain.careers.framework import Framework, RoleId, StatementId
from lsadesk.domain.staff.people import Person, PersonId, TeamId

SMALLEST_GROUP = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody at work here; *wishes* is None where they are not for whoever looks."""

    person: PersonId
    name: str
    team: TeamId | None
    role: RoleId | None
    wishes: tuple[RoleId, ...] | None


@dataclass(frozen=True, slots=True)
class Figures:
    """A role in numbers; None: not shown to whoever looks, or (posts) not said by anybody."""

    people: int | None
    wishes: int | None
    posts: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CollegeMap:
    """The college's people on the map, as far as whoever looks may see them.

    *counts* are of everybody, withheld where they could point at somebody; *colleagues* are
    those whose names are open to whoever looks, and *sees_all* says that nobody is missing.
    """

    counts: Mapping[RoleId, int | None]
    colleagues: tuple[Colleague, ...]
    teams: Mapping[TeamId, str]
    posts: Mapping[RoleId, int]
    sees_all: bool

    def figures(self, role: RoleId, team: TeamId | None = None) -> Figures:
        """*role* in numbers: in the whole college, or in one *team* of those one may see."""
        among = [one for one in self.colleagues if team is None or one.team == team]
        wishes = [one.wishes for one in among]
        return Figures(
            people=self.counts.get(role) if team is None else sum(x.role == role for x in among),
            wishes=sum(role in wished for wished in wishes if wished is not None)
            if self.sees_all and None not in wishes
            else None,
            posts=self.posts.get(role) if team is None else None,
        )

    def holders(self, role: RoleId, team: TeamId | None = None) -> tuple[Colleague, ...]:
        """Those who hold *role* and may be named."""
        return tuple(
            one
            for one in self.colleagues
            if one.role == role and (team is None or one.team == team)
        )


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many people hold a role; None: too few to be shown without pointing at somebody."""

    role: RoleId
    people: int | None


def headcounts(
    framework: Framework, held: Iterable[RoleId | None], *, exact: bool
) -> tuple[Headcount, ...]:
    """How many hold each role, in the order of the map; *held* has one entry a person.

    Not *exact*: groups from 1 to 4 are withheld. Nobody at all is said, since it points at
    nobody.
    """
    counted = Counter(role for role in held if role is not None)
    return tuple(
        Headcount(role, counted[role] if exact or _may_show(counted[role]) else None)
        for role in framework.roles
    )


def _may_show(number: int) -> bool:
    return number == 0 or number >= SMALLEST_GROUP


@dataclass(frozen=True, slots=True)
class Demand:
    """A role: who holds it, who wishes for it, and how many posts there are (None: not said)."""

    role: RoleId
    people: int
    wishes: int
    posts: int | None

    @property
    def open_posts(self) -> int | None:
        """Posts that nobody holds; None where nobody said how many there are."""
        return None if self.posts is None else max(0, self.posts - self.people)


def demand(
    framework: Framework,
    held: Iterable[RoleId | None],
    wished: Iterable[RoleId],
    posts: Mapping[RoleId, int],
) -> tuple[Demand, ...]:
    """Where people want to go against where posts are, the most wished for first."""
    holders, wishes = Counter(held), Counter(wished)
    lines = [Demand(role, holders[role], wishes[role], posts.get(role)) for role in framework.roles]
    return tuple(sorted(lines, key=lambda line: -line.wishes))


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """What is known of a person for succession; *known* only what they handed in."""

    person: Person
    role: RoleId | None
    wishes: tuple[RoleId, ...]
    stays: bool
    known: Mapping[StatementId, SkillValue]


@dataclass(frozen=True, slots=True, kw_only=True)
class Successor:
    """Somebody who could grow into a role: they wish for it, or are one step away from it.

    Nobody who said that they want to stay is here, unless they wish for this very role.
    """

    person: PersonId
    name: str
    role: RoleId | None
    wishes: bool
    one_step: bool
    fit: Fit


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamSuccession:
    """One team's holders of a role and those who could follow; team None: in no team."""

    team: TeamId | None
    holders: int
    successors: tuple[Successor, ...]


def succession(
    framework: Framework, role: RoleId, staff: Iterable[Standpoint]
) -> tuple[TeamSuccession, ...]:
    """Who could follow in *role*, team by team; those who wish for it first, then by fit."""
    origins = {route.origin for route in framework.routes_into(role)}
    teams: dict[TeamId | None, list[Standpoint]] = {}
    for one in staff:
        teams.setdefault(one.person.team, []).append(one)
    return tuple(
        TeamSuccession(
            team=team,
            holders=sum(one.role == role for one in members),
            successors=_successors(framework, role, origins, members),
        )
        for team, members in sorted(teams.items(), key=lambda pair: (pair[0] is None, pair[0]))
    )


def _successors(
    framework: Framework, role: RoleId, origins: set[RoleId], members: Iterable[Standpoint]
) -> tuple[Successor, ...]:
    found = [
        Successor(
            person=one.person.id,
            name=one.person.name,
            role=one.role,
            wishes=role in one.wishes,
            one_step=one.role in origins,
            fit=fit(framework.roles[role], one.known),
        )
        for one in members
        if one.role != role and (role in one.wishes or (one.role in origins and not one.stays))
    ]
    return tuple(sorted(found, key=lambda one: (not one.wishes, -one.fit.share, one.name)))
