"""How many sessions a week each learner has with an LSA planned.

Source: L, Senior LSA story: two planned sessions a week for each learner.
"""

from collections.abc import Iterable, Sequence

from lsadesk.domain.calendar import Week
from lsadesk.domain.weeks.learners import Learner, LearnerId
from lsadesk.domain.weeks.timetable import Session


def sessions_a_week(
    learners: Iterable[Learner], sessions: Sequence[Session]
) -> dict[LearnerId, int]:
    """In the leaner of weeks A and B, for each learner; a number nobody knows counts as one."""
    planned = [each for each in sessions if each.is_meant_to_have_lsas]
    return {
        learner.id: min(_coming(learner, planned, week) for week in (Week.A, Week.B))
        for learner in learners
    }


def _coming(learner: Learner, planned: Iterable[Session], week: Week) -> int:
    return sum(
        learner.id in each.learners
        if each.learners
        else bool(each.group) and each.group == learner.group
        for each in planned
        if each.week.runs_in(week)
    )
