"""The planner: domain values in, a checked plan out.

numpy and the assignment kernel load at the first call, the integer solver only in a worker
process; importing this package costs nothing.
"""

import os
from collections.abc import Callable, Collection

from lsadesk.domain.deployment.model import Assignment, Plan, Problem, SlotId
from lsadesk.domain.deployment.penalties import Placed
from lsadesk.domain.staff.people import PersonId

__all__ = ["replan", "solve"]


def _never() -> bool:
    return False


def solve(
    problem: Problem,
    *,
    seconds: float | None = None,
    cycles: int | None = None,
    seed: int = 0,
    pins: tuple[Assignment, ...] = (),
    previous: Placed | None = None,
    on_progress: Callable[[Plan], None] | None = None,
    should_stop: Callable[[], bool] = _never,
) -> Plan:
    """The best plan found in *seconds* or *cycles*; it has passed the domain's checker.

    With *cycles* alone the same seed gives the same plan, and the bound is the instant one;
    with *seconds* a worker process proves a better bound meanwhile. *pins* are kept as they
    are; raises `UserError` where one breaks a hard rule. *previous* is stayed near to.
    *on_progress* gets better plans as they are found; *should_stop* ends the search at the
    best so far. Raises `ValueError` without any limit.
    """
    if seconds is None and cycles is None:
        raise ValueError("a plan needs a limit: seconds or cycles")
    _one_thread()
    from lsadesk.planner import engine

    return engine.solve(
        problem,
        seconds=seconds,
        cycles=cycles,
        seed=seed,
        pins=pins,
        previous=previous or {},
        on_progress=on_progress,
        should_stop=should_stop,
    )


def replan(
    problem: Problem,
    placed: Placed,
    lost: Collection[SlotId],
    *,
    fixed: Collection[SlotId] = (),
    few_changes: bool = False,
) -> dict[SlotId, PersonId]:
    """Who is where once the *lost* slots of one day are filled with the least change.

    *placed* is the plan as it stands, in which the lost slots are open. Only people in slots
    that run beside a lost one may move, and never out of *fixed* ones. *few_changes*: a worse
    fit is taken rather than move one person more. No rule is broken by what changes.
    """
    _one_thread()
    from lsadesk.planner import least_change

    return least_change.replan(problem, placed, lost, fixed=fixed, few_changes=few_changes)


def _one_thread() -> None:
    # The matrices are small: more threads only wait for each other. Read by numpy at import.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
