"""A day or a week as an integer programme over coverage alone, for HiGHS.

Slots of the same type, weight and candidates are one column a person, with a number to
fill. Each person has at most one of any clique of types that shut each other out, and keeps one
of the rests (places for the midday break) that none of their types blocks.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from lsadesk.planner.arrays import Bools, Ints
from lsadesk.planner.compile import Compiled

if TYPE_CHECKING:
    import highspy


@dataclass(frozen=True)
class CoverModel:
    """Least cost, subject to lower <= rows x columns <= upper, columns 0 to 1 or *most*."""

    cost: NDArray[np.float64]
    most: NDArray[np.float64]
    whole: Bools
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]
    starts: NDArray[np.int32]
    columns: NDArray[np.int32]
    values: NDArray[np.float64]


@dataclass(frozen=True)
class _Cluster:
    """Slots that are alike to everybody."""

    kind: int
    weight: int
    count: int
    people: Ints


class Programme:
    """Collects the columns and rows of a programme."""

    def __init__(self) -> None:
        """Begin with none."""
        self._cost, self._most, self._whole = list[float](), list[float](), list[bool]()
        self._starts, self._lower, self._upper = [0], list[float](), list[float]()
        self._columns, self._values = list[int](), list[float]()

    def column(self, cost: float = 0.0, most: float = 1.0, *, whole: bool = True) -> int:
        """One more column; its number."""
        self._cost.append(cost)
        self._most.append(most)
        self._whole.append(whole)
        return len(self._cost) - 1

    def row(
        self,
        columns: Sequence[int],
        upper: float,
        *,
        lower: float = -np.inf,
        values: Sequence[float] | None = None,
    ) -> None:
        """One more row; *values* are all 1 unless given."""
        self._columns.extend(columns)
        self._values.extend(values or [1.0] * len(columns))
        self._starts.append(len(self._columns))
        self._lower.append(lower)
        self._upper.append(upper)

    def finished(self) -> CoverModel:
        """The programme as arrays."""
        return CoverModel(
            np.array(self._cost),
            np.array(self._most),
            np.array(self._whole, dtype=bool),
            np.array(self._lower),
            np.array(self._upper),
            np.array(self._starts, dtype=np.int32),
            np.array(self._columns, dtype=np.int32),
            np.array(self._values),
        )


def model_of(week: Compiled, days: Sequence[int], *, counting: bool, most: int) -> CoverModel:
    """The programme of *days*: the least weight left open, or with *counting* the fewest slots.

    Only slots that *most* people or fewer could take are in it. Weekly hours are in it as far as
    they can bind within *days*.
    """
    model = Programme()
    of_week: dict[int, list[tuple[int, int]]] = {}
    for day in days:
        graph = Graph(week, day)
        clusters = _clusters(week, day, counting=counting, most=most)
        for person, places in _cover_rows(model, clusters).items():
            person_rows(model, graph, places)
            timed = [(column, graph.minutes(kind)) for kind, column in places]
            room = min(week.day_ceiling[person, day], week.ceiling[person])
            hours_row(model, timed, int(room))
            of_week.setdefault(person, []).extend(timed)
    if len(days) > 1:
        for person, timed in of_week.items():
            hours_row(model, timed, int(week.ceiling[person]))
    return model.finished()


def _cover_rows(model: Programme, clusters: list[_Cluster]) -> dict[int, list[tuple[int, int]]]:
    """Each cluster is filled or left open; returns each person's (type, column) pairs."""
    of_person: dict[int, list[tuple[int, int]]] = {}
    for cluster in clusters:
        left_open = model.column(cluster.weight, cluster.count, whole=False)
        taken = [model.column() for _ in cluster.people]
        model.row([left_open, *taken], cluster.count, lower=cluster.count)
        for column, person in zip(taken, cluster.people.tolist(), strict=True):
            of_person.setdefault(person, []).append((cluster.kind, column))
    return of_person


def hours_row(model: Programme, timed: list[tuple[int, int]], room: int) -> None:
    """At most *room* minutes of (column, minutes), if there is any danger of more."""
    if sum(minutes for _, minutes in timed) > room:
        model.row(
            [column for column, _ in timed], room, values=[float(minutes) for _, minutes in timed]
        )


def person_rows(model: Programme, graph: "Graph", places: list[tuple[int, int]]) -> None:
    """At most one of each clique; one rest kept where a rest is at stake."""
    columns: dict[int, list[int]] = {}
    for kind, column in places:
        columns.setdefault(graph.node(kind), []).append(column)
    rests = [model.column() for _ in range(graph.rests_at_stake(columns))]
    for clique in graph.cliques_within(frozenset(columns)):
        members = [column for node in clique for column in columns[node]]
        shut = graph.shut_by(clique)
        members += [column for number, column in enumerate(rests) if shut[number]]
        if len(members) > 1:
            model.row(members, 1.0)
    if rests:
        model.row(rests, 1.0, lower=1.0)


def _clusters(week: Compiled, day: int, *, counting: bool, most: int) -> list[_Cluster]:
    found: dict[tuple[int, int, bytes], list[int]] = {}
    looked_at = (week.day == day) & (week.eligible.sum(axis=0) <= most)
    for slot in np.flatnonzero(looked_at).tolist():
        weight = 1 if counting else int(week.weights[slot])
        key = (int(week.kind[slot]), weight, week.eligible[:, slot].tobytes())
        found.setdefault(key, []).append(slot)
    return [
        _Cluster(kind, weight, len(slots), np.flatnonzero(week.eligible[:, slots[0]]))
        for (kind, weight, _), slots in found.items()
    ]


class Graph:
    """Which of a day's types shut each other out, and which rests they block."""

    def __init__(self, week: Compiled, day: int) -> None:
        """The graph of *day*."""
        self._types = np.flatnonzero(week.type_day == day).tolist()
        self._node = {kind: node for node, kind in enumerate(self._types)}
        self._minutes = (week.type_end - week.type_start).tolist()
        count = int(week.rests[day])
        self._blocks = week.blocks[self._types, :count]
        edges = week.conflicts[np.ix_(self._types, self._types)]
        np.fill_diagonal(edges, val=False)
        self._near = [sum(1 << int(other) for other in np.flatnonzero(row)) for row in edges]
        self._within: dict[frozenset[int], list[list[int]]] = {}

    def node(self, kind: int) -> int:
        """The node of a type."""
        return self._node[kind]

    def shut_by(self, nodes: list[int]) -> list[bool]:
        """For each rest, whether every one of *nodes* blocks it."""
        return [bool(column.all()) for column in self._blocks[nodes].T]

    def minutes(self, kind: int) -> int:
        """How long a type is."""
        return int(self._minutes[kind])

    def rests_at_stake(self, nodes: Iterable[int]) -> int:
        """How many rests there are to choose from, or 0 if *nodes* together leave one free."""
        rows = self._blocks[list(nodes)]
        return rows.shape[1] if rows.any(axis=0).all() else 0

    def cliques_within(self, nodes: frozenset[int]) -> list[list[int]]:
        """The maximal cliques of *nodes*, and each node that blocks more rests than they do."""
        if nodes not in self._within:
            # Of these nodes alone: of many sites at once there are more cliques than anybody needs.
            mask = sum(1 << node for node in nodes)
            cliques = [list(_bits(clique)) for clique in _maximal_cliques(self._near, mask)]
            self._within[nodes] = cliques + [[node] for node in nodes if self._blocks[node].any()]
        return self._within[nodes]


def _maximal_cliques(near: Sequence[int], everything: int) -> Iterator[int]:
    """Bron-Kerbosch with pivots over bit masks."""
    stack = [(0, everything, 0)]
    while stack:
        clique, open_to, done = stack.pop()
        if not open_to and not done:
            yield clique
            continue
        pivot = max(_bits(open_to | done), key=lambda node: (open_to & near[node]).bit_count())
        for node in _bits(open_to & ~near[pivot]):
            stack.append((clique | 1 << node, open_to & near[node], done & near[node]))
            open_to &= ~(1 << node)
            done |= 1 << node


def _bits(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def least_shortfall(model: CoverModel, step: int) -> int | None:
    """The least cost, of which all are multiples of *step*; None where it was not solved."""
    solved = solution(model, step)
    return None if solved is None else solved[0]


def solution(
    model: CoverModel, step: int, most: int | None = None
) -> tuple[int, Sequence[float]] | None:
    """The same, with a value for each column; at *most* that much is known to be enough."""
    import highspy

    if not len(model.cost):
        return 0, ()
    solver = passed_to_highs(model)
    for name, value in (
        ("threads", 1),
        ("random_seed", 0),
        # Any whole answer is a multiple of the step: closer than that proves it.
        ("mip_abs_gap", step * 0.9),
        ("mip_rel_gap", 0.0),
        # Half a step above, so that rounding never shuts out the plan that costs just as much.
        ("objective_bound", np.inf if most is None else most + step * 0.5),
    ):
        solver.setOptionValue(name, value)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return round(solver.getInfo().objective_function_value), solver.getSolution().col_value


def passed_to_highs(model: CoverModel) -> "highspy.Highs":
    """A silent solver that has *model* and has not begun."""
    import highspy

    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.setOptionValue("output_flag", False)
    programme = highspy.HighsLp()
    programme.num_col_, programme.num_row_ = len(model.cost), len(model.lower)
    programme.col_cost_ = model.cost
    programme.col_lower_, programme.col_upper_ = np.zeros(len(model.cost)), model.most
    programme.row_lower_, programme.row_upper_ = model.lower, model.upper
    programme.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    programme.a_matrix_.start_ = model.starts
    programme.a_matrix_.index_ = model.columns
    programme.a_matrix_.value_ = model.values
    kinds = highspy.HighsVarType
    programme.integrality_ = [
        kinds.kInteger if whole else kinds.kContinuous for whole in model.whole
    ]
    solver.passModel(programme)
    return solver
