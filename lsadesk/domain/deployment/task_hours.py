"""How a plan's hours are spread over the LSA tasks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from lsadesk.domain.deployment.model import Slot
from lsadesk.domain.weeks.lsa_tasks import TASKS, LsaTask
from lsadesk.domain.weeks.timetable import Session, SessionId

UNTAGGED = "No task said"
SHARING = (
    "Every LSA in a session counts with its length. Where a session has several tasks, the "
    "time is shared equally between them, so that the lines add up to the hours planned."
)


@dataclass(frozen=True, slots=True)
class TaskHours:
    """Hours a week that go to *task*; None: to sessions for which no task is said."""

    task: LsaTask | None
    hours: float

    @property
    def words(self) -> str:
        """The task as it is shown."""
        return UNTAGGED if self.task is None else TASKS[self.task]


def hours_by_task(
    sessions: Mapping[SessionId, Session], filled: Iterable[Slot]
) -> tuple[TaskHours, ...]:
    """The hours of the slots that are *filled*: all six tasks, and what is untagged last."""
    minutes: defaultdict[LsaTask | None, Fraction] = defaultdict(Fraction)
    for slot in filled:
        tasks: list[LsaTask | None] = [*sessions[slot.id.session].tasks] or [None]
        for task in tasks:
            minutes[task] += Fraction(slot.minutes, len(tasks))
    return tuple(TaskHours(task, float(minutes[task] / 60)) for task in (*LsaTask, None))
