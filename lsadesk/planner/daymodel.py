"""One day as an integer programme over coverage alone, for HiGHS.

Slots of the same type, weight and candidates are one column a person, with a number to
fill. Each person has at most one of any clique of types that shut each other out, and keeps one
of the rests (places for the midday break) that none of their types blocks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lsadesk.domain.deployment import rules
from lsadesk.planner.compile import Bools, Compiled, Ints


@dataclass(frozen=True)
class DayModel:
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


class _Rows:
    """Collects rows of the programme."""

    def __init__(self) -> None:
        """Begin with none."""
        self.starts, self.lower, self.upper = [0], list[float](), list[float]()
        self.columns, self.values = list[int](), list[float]()

    def add(
        self,
        columns: Sequence[int],
        upper: float,
        *,
        lower: float = -np.inf,
        values: Sequence[float] | None = None,
    ) -> None:
        """One row; *values* are all 1 unless given."""
        self.columns.extend(columns)
        self.values.extend(values or [1.0] * len(columns))
        self.starts.append(len(self.columns))
        self.lower.append(lower)
        self.upper.append(upper)


def day_model(week: Compiled, day: int, *, counting: bool) -> DayModel:
    """The programme of *day*: the least weight left open, or with *counting* the fewest slots."""
    clusters = _clusters(week, day, counting=counting)
    rows = _Rows()
    cost = [float(cluster.weight) for cluster in clusters]
    most = [float(cluster.count) for cluster in clusters]
    of_person: dict[int, list[tuple[int, int]]] = {}
    for index, cluster in enumerate(clusters):
        first = len(cost)
        cost += [0.0] * len(cluster.people)
        most += [1.0] * len(cluster.people)
        taken = range(first, len(cost))
        rows.add([index, *taken], cluster.count, lower=cluster.count)
        for column, person in zip(taken, cluster.people.tolist(), strict=True):
            of_person.setdefault(person, []).append((cluster.kind, column))
    graph = _Graph(week, day)
    for person, places in of_person.items():
        rests = graph.rests_at_stake({kind for kind, _ in places})
        first = len(cost)
        cost += [0.0] * rests
        most += [1.0] * rests
        _person_rows(rows, graph, places, list(range(first, len(cost))))
        room = min(rules.DAY_MINUTES, int(week.ceiling[person]))
        lengths = [float(graph.minutes(kind)) for kind, _ in places]
        if sum(lengths) > room:
            rows.add([column for _, column in places], room, values=lengths)
    whole = np.arange(len(cost)) >= len(clusters)
    return DayModel(
        np.array(cost),
        np.array(most),
        whole,
        np.array(rows.lower),
        np.array(rows.upper),
        np.array(rows.starts, dtype=np.int32),
        np.array(rows.columns, dtype=np.int32),
        np.array(rows.values),
    )


def _person_rows(
    rows: _Rows, graph: "_Graph", places: list[tuple[int, int]], rests: list[int]
) -> None:
    """At most one of each clique; one rest kept where a rest is at stake."""
    columns: dict[int, list[int]] = {}
    for kind, column in places:
        columns.setdefault(graph.node(kind), []).append(column)
    for clique in graph.cliques_within(frozenset(columns)):
        members = [column for node in clique for column in columns[node]]
        blocked = [
            column for column, shut in zip(rests, graph.shut_by(clique), strict=False) if shut
        ]
        if len(members) + len(blocked) > 1:
            rows.add([*members, *blocked], 1.0)
    if rests:
        rows.add(rests, 1.0, lower=1.0)


def _clusters(week: Compiled, day: int, *, counting: bool) -> list[_Cluster]:
    found: dict[tuple[int, int, bytes], list[int]] = {}
    for slot in np.flatnonzero(week.day == day).tolist():
        weight = 1 if counting else int(week.weights[slot])
        key = (int(week.kind[slot]), weight, week.eligible[:, slot].tobytes())
        found.setdefault(key, []).append(slot)
    return [
        _Cluster(kind, weight, len(slots), np.flatnonzero(week.eligible[:, slots[0]]))
        for (kind, weight, _), slots in found.items()
    ]


class _Graph:
    """Which of a day's types shut each other out, and which rests they block."""

    def __init__(self, week: Compiled, day: int) -> None:
        """The graph of *day*, with its maximal cliques."""
        self._types = np.flatnonzero(week.type_day == day).tolist()
        self._node = {kind: node for node, kind in enumerate(self._types)}
        self._minutes = (week.type_end - week.type_start).tolist()
        count = int(week.rests[day])
        self._blocks = week.blocks[self._types, :count]
        edges = week.conflicts[np.ix_(self._types, self._types)]
        np.fill_diagonal(edges, val=False)
        self._near = [sum(1 << int(other) for other in np.flatnonzero(row)) for row in edges]
        self._cliques = list(_maximal_cliques(self._near, (1 << len(self._types)) - 1))
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

    def rests_at_stake(self, kinds: set[int]) -> int:
        """How many rests there are to choose from, or 0 if *kinds* together leave one free."""
        rows = self._blocks[[self._node[kind] for kind in kinds]]
        return rows.shape[1] if rows.any(axis=0).all() else 0

    def cliques_within(self, nodes: frozenset[int]) -> list[list[int]]:
        """The maximal cliques of *nodes*, and each node that blocks more rests than they do."""
        if nodes not in self._within:
            mask = sum(1 << node for node in nodes)
            parts = sorted({clique & mask for clique in self._cliques}, key=int.bit_count)
            kept = [
                part
                for index, part in enumerate(parts)
                if part and not any(part & other == part for other in parts[index + 1 :])
            ]
            cliques = [[node for node in nodes if part >> node & 1] for part in kept]
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


def least_shortfall(model: DayModel, step: int) -> int | None:
    """The least cost, of which all are multiples of *step*; None where it was not solved."""
    import highspy

    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    for name, value in (
        ("output_flag", False),
        ("threads", 1),
        ("random_seed", 0),
        # Any whole answer is a multiple of the step: closer than that proves it.
        ("mip_abs_gap", step * 0.9),
        ("mip_rel_gap", 0.0),
    ):
        solver.setOptionValue(name, value)
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
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return round(solver.getInfo().objective_function_value)
