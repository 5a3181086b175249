"""Ways between two roles, and the library's search, against what was promised for them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import cycle
from statistics import median
from time import perf_counter

from lsadesk.domain.careers.framework import Framework, RoleId
from lsadesk.domain.careers.opportunities import Item, items
from lsadesk.domain.careers.pathways import pathways
from lsadesk.operations.careers.finding import Index
from lsadesk.store.careers.library import built_in

ENTRIES, ROLES, ROUTES = 2_000, 100, 250
WAYS_WITHIN, KEY_WITHIN = 0.050, 0.030  # seconds
KEYS = ("t", "te", "teaching", "sign langauge", "leadrship", "level 3 award in")


def measure() -> Iterator[tuple[str, float, float, float]]:
    """Name, seconds, floor's seconds and the budgeted ratio; the floor is the promise itself."""
    framework = _grown(built_in().framework)
    roles = list(framework.roles)
    asked = [(one, other) for one in roles[::9] for other in roles[::7]]
    yield "worst: ways between two of 100 roles", _worst_way(framework, asked), WAYS_WITHIN, 1.0
    index = Index(_many())
    worst = max(_took(partial(index.find, key)) for key in KEYS)
    yield f"worst key: search in {ENTRIES:,} entries", worst, KEY_WITHIN, 1.0


def _worst_way(framework: Framework, asked: list[tuple[RoleId, RoleId]]) -> float:
    catalogue = built_in().catalogue
    return max(
        _took(partial(pathways, framework, catalogue, one, other, {})) for one, other in asked
    )


def _took(work: Callable[[], object], rounds: int = 3) -> float:
    times = []
    for _ in range(rounds):
        began = perf_counter()
        work()
        times.append(perf_counter() - began)
    return median(times)


def _many() -> tuple[Item, ...]:
    shelf = items(built_in().catalogue)
    return tuple(
        replace(one, id=f"{one.id}-{number}", names=(*one.names, f"variant{number}"))
        for number, one in zip(range(ENTRIES), cycle(shelf), strict=False)
    )


def _grown(framework: Framework) -> Framework:
    """The framework with copies of its middle roles, up to 100 roles and 250 routes."""
    roles, routes = dict(framework.roles), list(framework.routes)
    for number, role in enumerate(list(roles.values()) * 2):
        if len(roles) >= ROLES:
            break
        twin = RoleId(f"{role.id}-{number}")
        roles[twin] = replace(role, id=twin)
        routes += [replace(one, origin=twin) for one in framework.routes_from(role.id)]
        routes += [replace(one, destination=twin) for one in framework.routes_into(role.id)]
    return replace(framework, roles=roles, routes=tuple(routes[:ROUTES]))
