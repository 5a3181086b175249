"""The planner's move on public instances of shift minimisation personnel task scheduling.

`python -m benchmarks.planner.public ARCHIVE... [--seconds S]`: ARCHIVE is a tar of instances
(Krishnamoorthy, Ernst, Baatar, EJOR 219, 2012), which is not part of the project. Jobs have fixed
times, workers the jobs they may do; the fewest workers that do everything are wanted. Workers are
sent home one by one for as long as the others can be made to cover all. The floor is the most
jobs that ever run at once. Seconds are of processor time; each instance is a line of a file as
soon as it is done, and not done again.
"""

import argparse
import json
import random
import tarfile
from collections import defaultdict
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
from lsadesk.planner.state import NOBODY, Moment, State

FILE = Path("build/planner/public.jsonl")
OPEN = 400
UNDONE = 10.0  # what a job that nobody does costs, where somebody more costs 1
NOISE, HESITATION = 0.5, 4.0
PATIENCE = 1200  # moves without all being covered, until somebody else is sent home


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
    deadline = process_time() + seconds
    team = _Team(times, may)
    for moment in team.moments:  # a first plan comes, however late
        team.move(moment, 0.0)
    best = len(may)
    while True:
        if team.covers_all():
            _judge(times, may, team.state.plan)
            best = min(best, team.used())
            if best > floor:
                team.send_one_home()
        if best == floor or process_time() >= deadline:
            return best
        if not team.repaired(deadline):
            team.call_one_back()
            team.send_one_home()


def _judge(times: Ints, may: Bools, plan: Ints) -> None:
    """Raise where somebody has a job that they may not do, or two at once."""
    for worker in np.unique(plan).tolist():
        jobs = np.flatnonzero(plan == worker)
        starts, ends = np.sort(times[jobs, 0]), np.sort(times[jobs, 1])
        if not may[worker, jobs].all() or (ends[:-1] > starts[1:]).any():
            raise AssertionError(f"worker {worker} cannot do {jobs.tolist()}")


class _Team:
    """Who does what; those *at_home* are given nothing."""

    def __init__(self, times: Ints, may: Bools) -> None:
        week = _week(times, may)
        self.state, self.rng = State(week), np.random.default_rng(0)
        self.moments = [Moment(week, slots) for slots in week.moments]
        self.of_job: dict[int, list[Moment]] = defaultdict(list)
        for moment in self.moments:
            for job in moment.slots.tolist():
                self.of_job[job].append(moment)
        self.at_home = np.zeros(len(may), dtype=bool)

    def move(self, moment: Moment, noise: float) -> None:
        """Put a moment's jobs back: with those who have many already, shaken by *noise*."""
        self.state.lift(moment.slots)
        people, shape = moment.people, moment.eligible.shape
        load = self._loads()[people]
        price = np.where(load == 0, 1.0, 0.02 + 0.3 / (1 + load))
        price += noise * self.rng.random(len(people)) - UNDONE
        cost = price[:, None] + noise / 2 * self.rng.random(shape)
        cost[self.at_home[people]] = 0.0
        put_back(self.state, moment, cost.astype(np.float32))

    def covers_all(self) -> bool:
        """Whether every job has somebody."""
        return bool((self.state.plan != NOBODY).all())

    def used(self) -> int:
        """How many have something to do."""
        return int((self._loads() > 0).sum())

    def send_one_home(self) -> None:
        """Let somebody go who has little, and all who have nothing; their jobs are open then."""
        load = self._loads()
        if self.covers_all():
            self.at_home = load == 0
        here = np.flatnonzero((load > 0) & ~self.at_home)
        gone = here[np.argmin(load[here] + self.rng.random(len(here)) * HESITATION)]
        self.state.lift_all(np.flatnonzero(self.state.plan == gone))
        self.at_home[gone] = True

    def call_one_back(self) -> None:
        """Anybody of those at home, if there are any."""
        if self.at_home.any():
            self.at_home[self.rng.choice(np.flatnonzero(self.at_home))] = False

    def repaired(self, deadline: float) -> bool:
        """Whether all is covered again after some moves, half of them about open jobs."""
        for _ in range(PATIENCE):
            undone = np.flatnonzero(self.state.plan == NOBODY)
            if not len(undone) or process_time() > deadline:
                break
            near = self.of_job[int(self.rng.choice(undone))]
            among = near if self.rng.random() < 0.5 else self.moments
            self.move(among[int(self.rng.integers(len(among)))], NOISE)
        return self.covers_all()

    def _loads(self) -> Ints:
        plan = self.state.plan
        return np.bincount(plan[plan != NOBODY], minlength=len(self.at_home)).astype(np.int64)


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
        day_ceiling=np.repeat(ample.astype(np.int64)[:, None], 7, axis=1),
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
