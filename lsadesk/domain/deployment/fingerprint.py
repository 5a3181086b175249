"""A short mark of all that decides who may be where in a week, so that a proof keeps to its week.

What was proven of one week says nothing of another. Two weeks have the same mark exactly where
their people, places, journeys and days are the same, whoever asks and in which run.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from lsadesk.domain.deployment.model import Assignment, Problem


def fingerprint(problem: Problem) -> str:
    """The mark of *problem*, without what only costs, is only assumed or is only said."""
    return _mark(_deciding(problem))


def costing(problem: Problem, pins: Iterable[Assignment] = ()) -> str:
    """The mark of all that decides what a plan of *problem* that keeps *pins* can cost."""
    kept = frozenset((pin.slot, pin.person) for pin in pins)
    return _mark((*_deciding(problem), problem.meetings, problem.weights, kept))


def _deciding(problem: Problem) -> tuple[Any, ...]:
    return (
        problem.starts,
        problem.lsas,
        problem.slots,
        problem.travel_minutes,
        problem.journeys,
    )


def _mark(decides: tuple[Any, ...]) -> str:
    return sha256(_said(decides).encode()).hexdigest()


def _said(value: Any) -> str:
    """*value* in full, sets and mappings in an order of their own."""
    if isinstance(value, str | int | None):
        return repr(value)
    if isinstance(value, tuple):
        return f"({','.join([_said(each) for each in value])})"
    if isinstance(value, Mapping):
        pairs = sorted(f"{_said(key)}:{_said(each)}" for key, each in value.items())
        return f"{{{','.join(pairs)}}}"
    if isinstance(value, Set):
        return f"{{{','.join(sorted([_said(each) for each in value]))}}}"
    if is_dataclass(value):
        return _said(tuple(getattr(value, name) for name in _names(value.__class__)))
    return repr(value)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind) if each.compare)
