"""What is said while a plan is searched for claims no more than is known."""

import pytest

from lsadesk.domain.deployment.model import Bound, Plan
from lsadesk.ui.deployment.wording import so_far


@pytest.mark.parametrize(
    ("bound", "said"),
    [
        (Bound(0, 0, whole=1000), "All in all no plan can be better."),
        (Bound(999, 0), "All in all it costs less than 1 % more than the best there can be."),
        (
            Bound(899, 0, whole=897),
            "All in all it costs at most 11 % more than the best there can be.",
        ),
    ],
)
def test_how_far_a_plan_can_be_from_the_best_is_never_rounded_down(bound: Bound, said: str) -> None:
    plan = Plan(assignments=(), unmet=(), objective=1000, bound=bound)
    assert so_far(plan, 60).endswith(said)
