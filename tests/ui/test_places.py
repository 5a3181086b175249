"""Which tabs are there, for whom."""

import pytest

from lsadesk.domain.rights import Duty
from lsadesk.ui.places import tabs_for


@pytest.mark.parametrize(
    ("duties", "names"),
    [
        ({Duty.SELF}, "home career library assessment appraisal development"),
        ({Duty.ADMINISTRATOR}, "home career library people"),
        ({Duty.DEPLOYER}, "home career library audit deployment people"),
        (
            set(Duty),
            "home career library assessment appraisal development audit review deployment people",
        ),
        (set(), ""),
    ],
)
def test_everybody_sees_the_tabs_their_duties_give_them_business_in(
    duties: set[Duty], names: str
) -> None:
    assert [place.name for place in tabs_for(frozenset(duties))] == names.split()
