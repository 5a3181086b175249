"""Ways between two roles with what each step asks, two roles side by side, and stories.

Everything here describes; nothing is required and nobody is behind. Times are rough.
Source: L, Findings; A21, A24, A31.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from lsadesk.domain.auditing.skills import SkillValue
from lsadesk.domain.careers.career import Direction, Fit, Way, direction, fit, fit_to, ways
from lsadesk.domain.careers.catalogue import (
    Catalogue,
    Cpd,
    LsaLevel,
    Qualification,
    QualificationId,
    Story,
)
from lsadesk.domain.careers.framework import Framework, Role, RoleId, Route, RouteKind, StatementId

Known = Mapping[StatementId, SkillValue]

# The map's family of specialist roles: going deeper instead of further up.
SPECIALIST_LANE = "specialist"
MOST_WAYS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PathStep:
    """One route of a way, and what usually helps with it.

    *qualifications* are those usual here that are not held yet, *held* those that are. *cpd*
    closes something of the gap, what closes most first. *months* is a rough span.
    """

    route: Route
    role: Role
    direction: Direction
    gap: Fit
    qualifications: tuple[Qualification, ...]
    held: tuple[Qualification, ...]
    cpd: tuple[Cpd, ...]
    months: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pathway:
    """A way with its steps; staying has none, and *deeper* says where to specialise (A17)."""

    way: Way
    steps: tuple[PathStep, ...]
    deeper: tuple[PathStep, ...] = ()

    @property
    def months(self) -> tuple[int, int]:
        """The rough spans of the steps together."""
        return sum(step.months[0] for step in self.steps), sum(
            step.months[1] for step in self.steps
        )


def pathways(
    framework: Framework,
    catalogue: Catalogue,
    start: RoleId,
    goal: RoleId,
    known: Known,
    *,
    held: Set[QualificationId] = frozenset(),
) -> tuple[Pathway, ...]:
    """Up to `MOST_WAYS` different ways from *start* to *goal*, short ones first.

    The last is always staying, with the specialisms that one step leads to.
    """
    found = ways(framework, start, goal, at_most=MOST_WAYS)
    return tuple(
        Pathway(
            way=way,
            steps=tuple(path_step(framework, catalogue, one, known, held) for one in way.routes),
            deeper=deeper(framework, catalogue, start, known, held) if way.is_staying else (),
        )
        for way in found
    )


def path_step(
    framework: Framework,
    catalogue: Catalogue,
    route: Route,
    known: Known,
    held: Set[QualificationId] = frozenset(),
) -> PathStep:
    """A route with the person's gap and what helps to close it."""
    role = framework.roles[route.destination]
    gap = fit(role, known)
    usual = [
        catalogue.qualifications[QualificationId(one)]
        for one in route.qualifications
        if one in catalogue.qualifications
    ]
    return PathStep(
        route=route,
        role=role,
        direction=direction(framework, route),
        gap=gap,
        qualifications=tuple(one for one in usual if one.id not in held),
        held=tuple(one for one in usual if one.id in held),
        cpd=_closing(catalogue, route, gap),
        months=route.months,
    )


def deeper(
    framework: Framework,
    catalogue: Catalogue,
    role: RoleId,
    known: Known,
    held: Set[QualificationId] = frozenset(),
) -> tuple[PathStep, ...]:
    """How to grow without leaving: within the role, or into a specialism one step away."""
    steps = [
        path_step(framework, catalogue, route, known, held)
        for route in framework.routes_from(role)
        if route.kind is RouteKind.WITHIN_ROLE
        or (
            route.kind is RouteKind.LATERAL
            and framework.roles[route.destination].lane == SPECIALIST_LANE
        )
    ]
    return tuple(sorted(steps, key=lambda step: (-step.gap.share, step.role.name)))


MOST_CPD = 5  # more than a handful is a list, not advice


def _closing(catalogue: Catalogue, route: Route, gap: Fit) -> tuple[Cpd, ...]:
    """What the route names first, then what closes most of the gap."""
    wanted = {*gap.missing, *gap.unknown}
    closing = sorted(
        (one for one in catalogue.cpd.values() if wanted.intersection(one.closes)),
        key=lambda one: (one.id not in route.cpd, -len(wanted.intersection(one.closes))),
    )
    return tuple(closing[:MOST_CPD])


@dataclass(frozen=True, slots=True)
class NextLevel:
    """An LSA Level and how much of what it asks is there (A26)."""

    level: LsaLevel
    fit: Fit


def next_level(catalogue: Catalogue, level: int | None, known: Known) -> NextLevel | None:
    """The LSA Level after *level* (None: the first); None after the last."""
    number = (level or 0) + 1
    found = next((one for one in catalogue.levels if one.number == number), None)
    return None if found is None else NextLevel(found, fit_to(found.asks, known))


@dataclass(frozen=True, slots=True)
class DeadEnd:
    """A role without a way out, up or sideways; *leads_down*: there is only a way down (A31)."""

    role: Role
    leads_down: bool


def dead_ends(framework: Framework) -> tuple[DeadEnd, ...]:
    """The roles from which nothing leads up or sideways, in the order of the map.

    Roles beyond the college are left out: their ways on are not ours to know.
    """
    found = []
    for role in framework.roles.values():
        directions = {direction(framework, route) for route in framework.routes_from(role.id)}
        if role.lane != "beyond" and directions <= {Direction.DOWN}:
            found.append(DeadEnd(role, leads_down=bool(directions)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class AskedByBoth:
    """A statement and the levels at which two roles ask it; None: not asked."""

    statement: StatementId
    one: int | None
    other: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two roles side by side."""

    one: Role
    other: Role
    asks: tuple[AskedByBoth, ...]
    fits: tuple[Fit, Fit]
    routes: tuple[Route, ...]
    stories: tuple[tuple[Story, ...], tuple[Story, ...]]

    @property
    def different(self) -> tuple[AskedByBoth, ...]:
        """What only one of them asks, or the two ask at different levels."""
        return tuple(each for each in self.asks if each.one != each.other)


def compare_roles(
    framework: Framework, catalogue: Catalogue, one: RoleId, other: RoleId, known: Known
) -> Comparison:
    """Two roles side by side, in the order of the questionnaire."""
    first, second = framework.roles[one], framework.roles[other]
    asks = tuple(
        AskedByBoth(statement, first.asks.get(statement), second.asks.get(statement))
        for statement in framework.statements
        if statement in first.asks or statement in second.asks
    )
    return Comparison(
        one=first,
        other=second,
        asks=asks,
        fits=(fit(first, known), fit(second, known)),
        routes=tuple(
            route for route in framework.routes if {route.origin, route.destination} == {one, other}
        ),
        stories=(catalogue.stories_through(one), catalogue.stories_through(other)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideStory:
    """A person beside a story: neither is ahead of the other (A24).

    *met* says for each step of the story whether the person held that role; *here* is the
    last step at the role held now, *next* the steps after it.
    """

    story: Story
    met: tuple[bool, ...]
    here: int | None
    shared_qualifications: tuple[QualificationId, ...]

    @property
    def shared(self) -> int:
        """How many steps the two have in common."""
        return sum(self.met)

    @property
    def next(self) -> tuple[int, ...]:
        """The places of the steps that came after where the person is; () where they never met."""
        return () if self.here is None else tuple(range(self.here + 1, len(self.story.steps)))


def beside_story(
    story: Story,
    *,
    past: Set[RoleId],
    now: RoleId | None,
    held: Set[QualificationId] = frozenset(),
) -> BesideStory:
    """How a person's way stands beside *story*'s; *past* are roles held before."""
    places = [place for place, step in enumerate(story.steps) if step.role == now]
    named = dict.fromkeys(one for step in story.steps for one in step.qualifications)
    return BesideStory(
        story=story,
        met=tuple(step.role == now or step.role in past for step in story.steps),
        here=places[-1] if places else None,
        shared_qualifications=tuple(one for one in named if one in held),
    )


def nearest_stories(
    catalogue: Catalogue,
    *,
    past: Set[RoleId],
    now: RoleId | None,
    held: Set[QualificationId] = frozenset(),
) -> tuple[BesideStory, ...]:
    """Every story, those with most in common first."""
    found = [
        beside_story(story, past=past, now=now, held=held) for story in catalogue.stories.values()
    ]
    return tuple(sorted(found, key=lambda one: (-one.shared, -len(one.shared_qualifications))))
