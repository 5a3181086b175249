"""The exact choice of who does which training: one integer programme, solved to its end.

It runs in a worker process, so that it can be ended at any moment and the window never waits.
"""

import math
import multiprocessing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from time import monotonic
from typing import Any, TypeVar

from lsadesk.domain.courses.training import (
    Choice,
    Option,
    OptionId,
    Prospect,
    TrainingCase,
    cost_of,
)
from lsadesk.errors import UserError

_SECONDS = 20.0  # the longest that is looked for a choice
_ASKED_AGAIN = 0.05  # seconds between looks at whether to stop
_CHEAPER_NODES = 5  # how long a cheaper choice of the same worth is looked for; no clock, so
# that the same case always gives the same choice
_INFINITY = math.inf
_FEASIBLE = 2  # HiGHS: kSolutionStatusFeasible

Key = TypeVar("Key")


def choose(case: TrainingCase, *, should_stop: Callable[[], bool] = lambda: False) -> Choice | None:
    """The choice that closes the most weighted gaps; of equals, the one that costs least.

    The same case gives the same choice. None where *should_stop* ended it first.

    Raises:
        UserError: what is kept by hand does not fit the budget or the places.
    """
    require_fitting(case)
    begun = monotonic()
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=_work, args=(case, theirs), daemon=True)
    worker.start()
    theirs.close()
    try:
        while not ours.poll(_ASKED_AGAIN):
            if should_stop():
                return None
        found: Choice = ours.recv()
    finally:
        worker.kill()
        worker.join()
        worker.close()
        ours.close()
    return Choice(
        keys=found.keys, worth=found.worth, bound=found.bound, seconds=monotonic() - begun
    )


def require_fitting(case: TrainingCase) -> None:
    """Raise UserError where what is kept by hand goes beyond what there is."""
    options = {each.id: each for each in case.options}
    kept = [options[option] for _, option in case.pinned if option in options]
    limits = case.limits
    if limits.pence is not None and cost_of(kept) > limits.pence:
        raise UserError("What you kept by hand costs more than the budget. Let go of a line.")
    release = limits.release_minutes
    if release is not None and sum(each.release_minutes for each in kept) > release:
        raise UserError("What you kept by hand takes more release than there is. Let go of a line.")
    for each in options.values():
        if each.places is not None and kept.count(each) > each.places:
            raise UserError(f"You kept more people on {each.name} than it has places.")
    of_person = [person for person, _ in case.pinned]
    if any(of_person.count(person) > limits.most_each for person in set(of_person)):
        raise UserError("You kept more lines for one person than you allow each. Let go of one.")


@dataclass(slots=True)
class _Programme:
    """Maximise *worth* within rows of (lower, upper, {column: value})."""

    worth: list[float] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    rows: list[tuple[float, float, dict[int, float]]] = field(default_factory=list)

    def column(self, worth: float, lower: float, upper: float) -> int:
        """Add a whole number between two bounds."""
        self.worth.append(worth)
        self.lower.append(lower)
        self.upper.append(upper)
        return len(self.worth) - 1

    def at_most(self, upper: float, terms: dict[int, float]) -> None:
        """Add a row; one that can never bind is left out."""
        most = sum(
            value * (self.upper if value > 0 else self.lower)[column]
            for column, value in terms.items()
        )
        if most > upper:
            self.rows.append((-_INFINITY, upper, terms))


def solved(case: TrainingCase, seconds: float) -> Choice:
    """The best choice within *seconds*, in this process."""
    options = {each.id: each for each in case.options}
    prospects = sorted(
        (each for each in case.prospects if each.key not in case.refused),
        key=lambda each: each.key,
    )
    programme = _programme(case, prospects)
    if not prospects:
        return Choice(keys=(), worth=0, bound=0)
    values, bound = _run(programme, seconds)
    cost = [float(options[each.option].cost_pence) for each in prospects]
    cost += [float(options[each].group_pence) for each in _groups(options, prospects)]
    values = _cheaper(programme, cost, values)
    keys = tuple(each.key for each, value in zip(prospects, values, strict=False) if value > 0.5)
    worth = worth_of(case, frozenset(keys))
    return Choice(keys=keys, worth=worth, bound=max(worth, math.floor(bound + 1e-6)))


def worth_of(case: TrainingCase, keys: frozenset[tuple[int, OptionId]]) -> int:
    """What a choice is worth by the case's own weights."""
    own = sum(each.worth for each in case.prospects if each.key in keys)
    shared = sum(each.worth * min(each.missing, len(each.closes & keys)) for each in case.shortages)
    return own + shared


def _programme(case: TrainingCase, prospects: list[Prospect]) -> _Programme:
    options = {each.id: each for each in case.options}
    made = _Programme()
    for each in prospects:
        made.column(each.worth, float(each.key in case.pinned), 1.0)
    columns = range(len(prospects))
    limits = case.limits
    cost = {at: float(options[prospects[at].option].cost_pence) for at in columns}
    for option in _groups(options, prospects):
        paid = made.column(0.0, 0.0, 1.0)
        cost[paid] = float(options[option].group_pence)
        for at in columns:
            if prospects[at].option == option:  # whoever goes, the group's price is paid
                made.at_most(0.0, {at: 1.0, paid: -1.0})
    if limits.pence is not None:
        made.at_most(limits.pence, cost)
    if limits.release_minutes is not None:
        release = {at: float(options[prospects[at].option].release_minutes) for at in columns}
        made.at_most(limits.release_minutes, release)
    for option, taken in _grouped(prospects, lambda each: each.option).items():
        if (places := options[option].places) is not None:
            made.at_most(places, taken)
    for taken in _grouped(prospects, lambda each: each.person).values():
        made.at_most(limits.most_each, taken)
    for taken in _grouped(prospects, lambda each: each.gap).values():
        kept = sum(made.lower[at] for at in taken)
        made.at_most(max(1.0, kept), taken)
    _shortages(case, prospects, made)
    return made


def _groups(options: Mapping[OptionId, Option], prospects: list[Prospect]) -> list[OptionId]:
    """The options that are paid for as a group, in the order of their columns."""
    named = dict.fromkeys(each.option for each in prospects)
    return [option for option in named if options[option].group_pence]


def _shortages(case: TrainingCase, prospects: list[Prospect], made: _Programme) -> None:
    places = {each.key: at for at, each in enumerate(prospects)}
    for each in case.shortages:
        closing = [places[key] for key in sorted(each.closes) if key in places]
        if closing:
            met = made.column(each.worth, 0.0, min(each.missing, len(closing)))
            made.at_most(0.0, {met: 1.0, **dict.fromkeys(closing, -1.0)})


def _grouped(
    prospects: list[Prospect], key: Callable[[Prospect], Key]
) -> dict[Key, dict[int, float]]:
    found: dict[Key, dict[int, float]] = {}
    for at, each in enumerate(prospects):
        found.setdefault(key(each), {})[at] = 1.0
    return found


def _run(programme: _Programme, seconds: float) -> tuple[list[float], float]:
    """The values of the columns, and the most that any can be worth."""
    solver = _solver(programme, time_limit=seconds)
    solver.run()
    return list(solver.getSolution().col_value), -solver.getInfo().mip_dual_bound


def _cheaper(programme: _Programme, cost: list[float], values: list[float]) -> list[float]:
    """Values of the same worth at the least cost that a short search finds."""
    worth = sum(each * value for each, value in zip(programme.worth, values, strict=True))
    same = _Programme(
        worth=[*(-each for each in cost), *[0.0] * (len(values) - len(cost))],
        lower=programme.lower,
        upper=programme.upper,
        rows=[
            *programme.rows,
            (round(worth), _INFINITY, dict(enumerate(programme.worth))),
        ],
    )
    solver = _solver(same, mip_max_nodes=_CHEAPER_NODES)
    start = solver.getSolution()
    start.col_value = values
    solver.setSolution(start)
    solver.run()
    found = list(solver.getSolution().col_value)
    return found if solver.getInfo().primal_solution_status == _FEASIBLE else values


def _solver(programme: _Programme, **limits: float) -> Any:
    """The solver with *programme* in it, ready to run."""
    import highspy
    import numpy as np

    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    settings = {"output_flag": False, "threads": 1, "random_seed": 0, "mip_rel_gap": 0.0}
    for name, value in {**settings, **limits}.items():
        solver.setOptionValue(name, value)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(programme.worth), len(programme.rows)
    model.col_cost_ = -np.array(programme.worth)
    model.col_lower_ = np.array(programme.lower)
    model.col_upper_ = np.array(programme.upper)
    model.row_lower_ = np.array([row[0] for row in programme.rows])
    model.row_upper_ = np.array([row[1] for row in programme.rows])
    entries = [entry for row in programme.rows for entry in row[2].items()]
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.cumsum([0, *(len(row[2]) for row in programme.rows)])
    model.a_matrix_.index_ = np.array([column for column, _ in entries], dtype=np.int32)
    model.a_matrix_.value_ = np.array([value for _, value in entries], dtype=np.float64)
    model.integrality_ = [highspy.HighsVarType.kInteger] * len(programme.worth)
    solver.passModel(model)
    return solver


def _work(case: TrainingCase, results: Connection) -> None:
    results.send(solved(case, _SECONDS))
    results.close()
