"""What is taken out of the program as a file."""

from lsadesk.domain.rights import (
    EXPORT,
    Kind,
)
from lsadesk.operations.developing import exports
from lsadesk.operations.weeks import taking_weeks
from tests.operations.duty_operations.kinds import About, Open, Whole

OPERATIONS = {
    "exports.export_plan": About(
        EXPORT,
        Kind.DEVELOPMENT,
        lambda d, w, p: exports.export_plan(d, p, w.path("plan.pdf")) and w.path("plan.pdf"),
    ),
    "exports.export_plans": Open(
        EXPORT,
        Kind.DEVELOPMENT,
        lambda d, w, p: exports.export_plans(d, w.path("plans.pdf")) and w.path("plans.pdf"),
    ),
    "exports.take_plans": Open(
        EXPORT,
        Kind.DEVELOPMENT,
        lambda d, w, p: exports.take_plans(d).result,
    ),
    "taking_weeks.export_timetable": Whole(
        EXPORT,
        Kind.DEPLOYMENT,
        lambda d, w, p: taking_weeks.export_timetable(d, w.path("week.pdf")) and w.path("week.pdf"),
    ),
}
