"""Where a person stands, what is one step away, and ways from here to there.

Nothing here says that somebody fails a role: what they said of themselves either covers
what a role asks, or not yet, or nobody knows. Source: L, Findings, career pathway framework.
"""

import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from lsadesk.domain.auditing.skills import Level, SkillValue
from lsadesk.domain.careers.framework import Framework, Role, RoleId, Route, RouteKind, StatementId
from lsadesk.domain.staff.people import PersonDetails, PersonId


class Direction(StrEnum):
    """Which way a step goes on the map; a picture of it, not a judgement."""

    UP = "up"
    LEVEL = "sideways"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Fit:
    """What a role asks, sorted by what is known of a person."""

    has: tuple[StatementId, ...]
    missing: tuple[StatementId, ...]
    unknown: tuple[StatementId, ...]

    @property
    def asked(self) -> int:
        """How many things the role asks."""
        return len(self.has) + len(self.missing) + len(self.unknown)

    @property
    def share(self) -> float:
        """How much of what is asked is there, from 0 to 1; 1 where nothing is asked."""
        return len(self.has) / self.asked if self.asked else 1.0


@dataclass(frozen=True, slots=True)
class Step:
    """A route out of a role, with how the person stands to where it leads."""

    route: Route
    role: Role
    fit: Fit


@dataclass(frozen=True, slots=True)
class Way:
    """Routes one after the other; no routes at all is staying, which is a full answer (A17)."""

    routes: tuple[Route, ...]

    @property
    def is_staying(self) -> bool:
        """Whether it is the answer "I stay where I am"."""
        return not self.routes


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a person is on the map: the role they hold, and what they want.

    *stays*: they want no change, which is a full answer and calls for nothing (A17).
    """

    person: PersonId
    role: RoleId | None
    wishes: tuple[RoleId, ...] = ()
    stays: bool = False


def role_of(framework: Framework, details: PersonDetails) -> RoleId | None:
    """The role a person holds: the one that was mapped, or a guess by title and LSA Level.

    A title that names several roles stands for the one that answers for most. None where
    the title says nothing.
    """
    if details.role in framework.roles:
        return RoleId(details.role)
    title = _words_of(details.title)
    named = [
        role
        for role in framework.roles.values()
        if any(_words_of(one) in title for one in role.titles)
    ]
    if not named:
        return None
    guess = max(named, key=lambda role: role.level).id
    return _BY_LEVEL.get(details.level or 0, guess) if guess == _PLAIN_LSA else guess


@lru_cache(maxsize=2048)  # the same few hundred titles, for everybody in the college
def _words_of(title: str) -> str:
    return f" {re.sub('[^a-z]+', ' ', title.casefold())} "


_PLAIN_LSA = RoleId("lsa")
# Source: L, table of LSA levels; a plain title at Level 4 does not say what is led.
_BY_LEVEL = {1: RoleId("new-lsa"), 3: RoleId("experienced-lsa"), 4: RoleId("experienced-lsa")}


def direction(framework: Framework, route: Route) -> Direction:
    """Which way *route* goes on the map."""
    origin, destination = framework.roles[route.origin], framework.roles[route.destination]
    if destination.level == origin.level:
        return Direction.LEVEL
    return Direction.UP if destination.level > origin.level else Direction.DOWN


def fit(role: Role, known: Mapping[StatementId, SkillValue]) -> Fit:
    """How what is *known* of a person stands to what *role* asks, in the role's order."""
    return fit_to(role.asks, known)


def fit_to(asks: Mapping[StatementId, int], known: Mapping[StatementId, SkillValue]) -> Fit:
    """How what is *known* of a person stands to what is asked (of a role, of an LSA Level: A26).

    Only a level counts as having or missing; anything else is not known.
    """
    has, missing, unknown = [], [], []
    for statement, asked in asks.items():
        value = known.get(statement)
        if not isinstance(value, Level):
            unknown.append(statement)
        elif value.value >= asked:
            has.append(statement)
        else:
            missing.append(statement)
    return Fit(tuple(has), tuple(missing), tuple(unknown))


def one_step_away(
    framework: Framework, role: RoleId, known: Mapping[StatementId, SkillValue]
) -> tuple[Step, ...]:
    """The roles that a route leads to from *role*, those most of which is there first."""
    steps = [
        Step(
            route,
            framework.roles[route.destination],
            fit(framework.roles[route.destination], known),
        )
        for route in framework.routes_from(role)
    ]
    return tuple(
        sorted(steps, key=lambda step: (-step.fit.share, len(step.fit.missing), step.role.name))
    )


# What one more use of a route adds to its length, so that the next way looks elsewhere.
_SAME_AGAIN = 2.0
_LENGTH = {
    RouteKind.WITHIN_ROLE: 1.0,
    RouteKind.LATERAL: 1.0,
    RouteKind.VERTICAL: 1.0,
    RouteKind.CAREER_CHANGE: 1.5,
}


def ways(framework: Framework, start: RoleId, goal: RoleId, *, at_most: int = 5) -> tuple[Way, ...]:
    """Up to *at_most* different ways from *start* to *goal*, short ones first, staying last.

    Staying is always among them and counts as one. Source: L, Progression opportunities.
    """
    onward: defaultdict[RoleId, list[Route]] = defaultdict(list)
    for route in framework.routes:
        onward[route.origin].append(route)
    found: list[tuple[Route, ...]] = []
    for routes in _different(onward, start, goal, tries=3 * at_most):
        if routes not in found and len(found) < at_most - 1:
            found.append(routes)
    return (*(Way(routes) for routes in sorted(found, key=len)), Way(()))


Onward = Mapping[RoleId, list[Route]]


def _different(
    onward: Onward, start: RoleId, goal: RoleId, *, tries: int
) -> Iterator[tuple[Route, ...]]:
    used: Counter[Route] = Counter()
    for _ in range(tries):
        routes = _shortest(onward, start, goal, used)
        if not routes:
            return
        used.update(routes)
        yield routes


def _shortest(
    onward: Onward, start: RoleId, goal: RoleId, used: Mapping[Route, int]
) -> tuple[Route, ...]:
    """The shortest way by length and earlier use; empty where there is none."""
    queue: list[tuple[float, int, RoleId]] = [(0.0, 0, start)]
    came_by: list[tuple[Route, int] | None] = [
        None
    ]  # for each push: its route, and the push before
    done: set[RoleId] = set()
    while queue:
        length, push, role = heapq.heappop(queue)
        if role == goal:
            return _back_from(push, came_by)
        if role in done:
            continue
        done.add(role)
        for route in onward.get(role, ()):
            if route.destination not in done:
                further = length + _LENGTH[route.kind] + _SAME_AGAIN * used.get(route, 0)
                heapq.heappush(queue, (further, len(came_by), route.destination))
                came_by.append((route, push))
    return ()


def _back_from(push: int, came_by: list[tuple[Route, int] | None]) -> tuple[Route, ...]:
    """The routes that led to *push*, the first of them first."""
    routes = []
    step = came_by[push]
    while step is not None:
        routes.append(step[0])
        step = came_by[step[1]]
    return tuple(reversed(routes))
