"""The planner's move on public instances of shift minimisation personnel task scheduling.

`python -m benchmarks.planner.public ARCHIVE [--every N] [--seconds S]`: ARCHIVE is a tar of
instances (Krishnamoorthy, Ernst, Baatar, EJOR 219, 2012), which is not part of the project. Jobs
have fixed times, workers the jobs they may do; the fewest workers that do everything are
wanted. Workers are sent home, by halves, for as long as the others can be made to cover all.
The floor is the most jobs that ever run at once.
"""

import argparse
import tarfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import monotonic

import numpy as np

from lsadesk.domain.deployment.model import Problem
from lsadesk.planner.compile import Bools, Compiled, Ints, Meetings, compiled
from lsadesk.planner.search import put_back
from lsadesk.planner.state import Moment, State

SWEEPS = 12
NOISE = 30.0
OPEN = 400


def main() -> None:
    """A line for each instance: its floor, and the workers that were needed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.planner.public")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--every", type=int, default=1, help="only each so-many-th instance")
    parser.add_argument("--seconds", type=float, default=20.0)
    asked = parser.parse_args()
    at_floor = seen = 0
    for name, text in list(_instances(asked.archive))[:: asked.every]:
        times, may = _read(text)
        floor = _most_at_once(times)
        began = monotonic()
        workers = fewest(times, may, floor, asked.seconds)
        print(f"{name:<34} {floor:>5} {workers:>5} {monotonic() - began:>7.1f} s", flush=True)
        seen, at_floor = seen + 1, at_floor + (workers == floor)
    print(f"{at_floor} of {seen} at the floor, so proven best")


def fewest(times: Ints, may: Bools, floor: int, seconds: float) -> int:
    """How few workers were found to cover all jobs within *seconds*."""
    week = _week(times, may)
    state, rng = State(week), np.random.default_rng(0)
    here = np.ones(len(may), dtype=bool)
    deadline = monotonic() + seconds
    _cover(state, _moments(week, here), rng, deadline)
    best, tried = state.plan.copy(), np.zeros(len(may), dtype=bool)
    at_once = max(1, (int(here.sum()) - floor) // 2)
    while here.sum() > floor and not tried[here].all() and monotonic() < deadline:
        at_once = min(at_once, int(here.sum()) - floor)
        load = np.where(here & ~tried, state.hours, np.iinfo(np.int64).max)
        home = np.argsort(load, kind="stable")[:at_once]
        here[home] = False
        state.lift_all(np.flatnonzero(np.isin(state.plan, home)))
        fewer = _moments(week, here)
        if _cover(state, fewer, rng, deadline):
            best = state.plan.copy()
        else:
            here[home] = True
            tried[home] = at_once == 1
            at_once = max(1, at_once // 2)
            state.place_all(best)
    return len(np.unique(best))


def _cover(state: State, moments: list[Moment], rng: np.random.Generator, deadline: float) -> bool:
    """Sweep, shaken, until every job has somebody or patience ends; whether every one has."""
    for _ in range(SWEEPS):
        if not state.shortfall() or monotonic() > deadline:
            break
        for at in rng.permutation(len(moments)).tolist():
            moment = moments[at]
            state.lift(moment.slots)
            cost = state.costs(moment)
            put_back(state, moment, cost + np.rint(rng.normal(0.0, NOISE, cost.shape)))
    return not state.shortfall()


def _moments(week: Compiled, here: Bools) -> list[Moment]:
    left = replace(week, eligible=week.eligible & here[:, None])
    return [Moment(left, slots) for slots in week.moments]


def _week(times: Ints, may: Bools) -> Compiled:
    """The instance as the planner's arrays, without any of a college's rules."""
    workers, jobs = may.shape
    start, end = times.T
    plain = compiled(Problem(starts=date(2026, 9, 7), lsas=(), slots=()))
    nothing, ample = np.zeros(jobs, np.int64), np.full(workers, np.iinfo(np.int32).max)
    return replace(
        plain,
        eligible=may,
        fit=np.zeros((workers, jobs), np.int16),
        weights=np.full(jobs, OPEN),
        minutes=end - start,
        day=nothing,
        kind=np.arange(jobs),
        group=nothing - 1,
        learner=nothing - 1,
        teacher=nothing - 1,
        unpopular=np.zeros(jobs, bool),
        conflicts=(start[:, None] < end) & (start < end[:, None]),
        blocks=np.zeros((jobs, 1), bool),
        rests=np.ones(7, np.int64),
        ceiling=ample.astype(np.int64),
        day_ceiling=ample.astype(np.int64),
        in_a_row=np.full(workers, -1),
        share=np.full(workers, -1),
        meetings=Meetings(
            np.zeros(0, np.int64),
            np.zeros(0, np.int64),
            np.zeros((workers, 0), bool),
            np.zeros((jobs, 0), bool),
        ),
        type_day=nothing,
        type_start=start,
        type_end=end,
    )


def _instances(archive: Path) -> Iterator[tuple[str, str]]:
    with tarfile.open(archive) as packed:
        for member in packed:
            file = packed.extractfile(member)
            if file is not None and member.name.endswith(".dat"):
                yield Path(member.name).stem, file.read().decode()


def _read(text: str) -> tuple[Ints, Bools]:
    """Each job's start and end, and who may do it."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    jobs = int(lines[1].partition("=")[2])
    times = np.array([[int(each) for each in line.split()] for line in lines[2 : 2 + jobs]])
    rows = lines[3 + jobs :]
    may = np.zeros((len(rows), jobs), dtype=bool)
    for row, line in enumerate(rows):
        may[row, [int(each) for each in line.partition(":")[2].split()]] = True
    return times, may


def _most_at_once(times: Ints) -> int:
    return max(int(((times[:, 0] <= start) & (start < times[:, 1])).sum()) for start in times[:, 0])


if __name__ == "__main__":
    main()
