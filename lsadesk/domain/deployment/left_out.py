"""Who has contract hours and no session in a plan: it is told, not only weighed. Source: C25."""

from lsadesk.domain.deployment.model import Lsa, Plan, Problem
from lsadesk.domain.deployment.remarks import About, Record, Remark, remark_on

MANY = 8  # beyond these a line for each would hide what else there is to know


def left_out(problem: Problem, plan: Plan) -> list[Remark]:
    """A remark on those with contract hours, and days to work them, whom *plan* gives nothing."""
    placed = {each.person for each in plan.assignments}
    waiting = [lsa for lsa in problem.lsas if lsa.id not in placed and _is_to_work(lsa)]
    if len(waiting) > MANY:
        names = ", ".join(lsa.name for lsa in waiting[:3])
        said = f"{len(waiting)} people have contract hours and no session in this plan, among them "
        return [Remark(f"{said}{names}")]
    return remark_on(
        "Contract hours, and no session in this plan: ",
        (Record(About.PERSON, lsa.id, lsa.name) for lsa in waiting),
    )


def _is_to_work(lsa: Lsa) -> bool:
    return bool(lsa.weekly_minutes and lsa.available) and not lsa.placement_minutes
