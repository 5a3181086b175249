"""One solver on one made-up week, judged from the problem alone, and kept as a line of a file.

What is in the file already is not run again, so that a long comparison can be ended at any time
and gone on with.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.planner.colleges import college
from lsadesk.domain.deployment import penalties
from lsadesk.domain.deployment.check import check
from lsadesk.domain.deployment.model import Assignment, Plan, Problem, SlotId
from lsadesk.domain.deployment.rules import SHORTFALL
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable import SessionId

LONGEST = 1800.0  # seconds by the wall, since a solver may not see that its time is up


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What *solver* made of a week in *limit* seconds; *better* has the seconds and costs of plans.

    *cost* None: it had no plan to show. *proven* is the unmet need that no plan can go below, as
    far as the solver tells of it.
    """

    size: str
    seed: int
    solver: str
    limit: float
    cost: int | None = None
    unmet: int = 0
    shortfall: int = 0
    proven: int = 0
    better: Sequence[tuple[float, int]] = ()
    took: float = 0.0
    megabytes: float = 0.0

    @property
    def asked(self) -> tuple[str, int, str, float]:
        """What was asked, without what came of it."""
        return self.size, self.seed, self.solver, self.limit


def kept(file: Path) -> list[Run]:
    """The runs that *file* has."""
    if not file.exists():
        return []
    return [Run(**json.loads(line)) for line in file.read_text("utf-8").splitlines()]


def run_and_keep(file: Path, asked: Run) -> None:
    """Run what is *asked* in a process of its own, and add a line for it to *file*."""
    file.parent.mkdir(parents=True, exist_ok=True)
    line = json.dumps(asdict(_run(asked)))
    with file.open("a", encoding="utf-8") as lines:
        lines.write(line + "\n")


def _run(asked: Run) -> Run:
    told = list(_told(asked))
    better = [(each["seconds"], each["cost"]) for each in told if "cost" in each]
    proven = max((each["proven"] for each in told if "proven" in each), default=0)
    last = told[-1] if told else {}
    if not last.get("plan"):
        return asked
    problem = college(asked.size, asked.seed)
    plan = _plan(problem, last["plan"])
    wrong = check(problem, plan)
    if wrong:
        raise AssertionError(f"{asked.solver} broke a rule: {wrong[0].sentence}")
    priorities = {slot.id: slot.priority for slot in problem.slots}
    return Run(
        size=asked.size,
        seed=asked.seed,
        solver=asked.solver,
        limit=asked.limit,
        cost=plan.objective,
        unmet=len(plan.unmet),
        shortfall=SHORTFALL.weight * sum(priorities[slot] for slot in plan.unmet),
        proven=proven,
        better=[*better, (last["seconds"], plan.objective)],
        took=last["seconds"],
        megabytes=last["megabytes"],
    )


def _told(asked: Run) -> Iterator[dict[str, Any]]:
    """What the solver's process says, line by line."""
    order = [sys.executable, "-m", "benchmarks.planner.peers"]
    try:
        done = subprocess.run(
            [*order, asked.solver, asked.size, str(asked.seed), str(asked.limit)],
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            timeout=LONGEST,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        )
    except subprocess.TimeoutExpired:
        return
    for line in done.stdout.splitlines():
        yield json.loads(line)


def _plan(problem: Problem, placed: Iterable[Sequence[int]]) -> Plan:
    """The plan as it came back, with its cost worked out here."""
    who = {
        SlotId(SessionId(session), index, part): PersonId(person)
        for session, index, part, person in placed
    }
    return Plan(
        assignments=tuple(Assignment(slot, person) for slot, person in who.items()),
        unmet=tuple(slot.id for slot in problem.slots if slot.id not in who),
        objective=penalties.objective(problem, who),
    )
