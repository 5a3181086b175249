"""The planner's move on public instances of shift minimisation personnel task scheduling.

`python -m benchmarks.planner.public ARCHIVE... [--seconds S]`: ARCHIVE is a tar of instances
(Krishnamoorthy, Ernst, Baatar, EJOR 219, 2012), which is not part of the project. Jobs have fixed
times, workers the jobs they may do; the fewest workers that do everything are wanted. Workers are
sent home, by halves, for as long as the others can be made to cover all. The floor is the most
jobs that ever run at once. Seconds are of processor time; each instance is a line of a file as
soon as it is done, and not done again.
"""

import argparse
import json
import random
import tarfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import monotonic, process_time
from typing import Any

import numpy as np

from lsadesk.domain.deployment.model import Problem
from lsadesk.planner.arrays import Bools, Ints
from lsadesk.planner.compile import Compiled, Meetings, compiled
from lsadesk.planner.search import put_back
from lsadesk.planner.state import Moment, State

FILE = Path("build/planner/public.jsonl")
SWEEPS = 12
NOISE = 30.0
OPEN = 400


def main() -> None:
    """A line for each instance: its floor, and the workers that were needed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.planner.public")
    parser.add_argument("archives", type=Path, nargs="+")
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--minutes", type=float, help="begin no instance after so long")
    parser.add_argument("--file", type=Path, default=FILE, help="where the answers are kept")
    asked = parser.parse_args()
    end = None if asked.minutes is None else monotonic() + 60 * asked.minutes
    for archive in asked.archives:
        _answer(archive, asked.seconds, asked.file, end)
    answers = _kept(asked.file)
    at_floor = sum(each["workers"] == each["floor"] for each in answers)
    print(f"{at_floor} of {len(answers)} at the floor, so proven best")


def _answer(archive: Path, seconds: float, file: Path, end: float | None) -> None:
    """Add a line to *file* for each instance that it has not, until *end*.

    In an order of chance, so that those that are done when time is up are of all kinds.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    done = {(each["of"], each["name"]) for each in _kept(file)}
    instances = list(_instances(archive))
    random.Random(0).shuffle(instances)  # noqa: S311
    for name, text in instances:
        if (archive.name, name) in done:
            continue
        if end is not None and monotonic() > end:
            return
        times, may = _read(text)
        began, floor = process_time(), _most_at_once(times)
        workers = fewest(times, may, floor, seconds)
        took = round(process_time() - began, 2)
        answer = {"of": archive.name, "name": name, "floor": floor, "workers": workers}
        with file.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps({**answer, "seconds": took}) + "\n")


def _kept(file: Path) -> list[dict[str, Any]]:
    if not file.exists():
        return []
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def fewest(times: Ints, may: Bools, floor: int, seconds: float) -> int:
    """How few workers were found to cover all jobs within *seconds*."""
    week = _week(times, may)
    state, rng = State(week), np.random.default_rng(0)
    here = np.ones(len(may), dtype=bool)
    deadline = process_time() + seconds
    _cover(state, _moments(week, here), rng, deadline)
    best, tried = state.plan.copy(), np.zeros(len(may), dtype=bool)
    at_once = max(1, (int(here.sum()) - floor) // 2)
    while here.sum() > floor and not tried[here].all() and process_time() < deadline:
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
        if not state.shortfall() or process_time() > deadline:
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
