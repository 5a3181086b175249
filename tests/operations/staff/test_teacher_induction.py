"""Which teachers know what an LSA is there for: who has had it, and the share of them."""

from datetime import date, timedelta

import pytest

from lsadesk.domain.staff.people import PersonDetails
from lsadesk.domain.staff.teacher_induction import percent_covered
from lsadesk.errors import UserError
from lsadesk.operations.staff import people
from lsadesk.operations.staff.teacher_induction import record_teacher_induction, teacher_inductions

DAY = date(2026, 9, 3)


def test_the_share_follows_what_is_on_record_and_counts_teachers_alone(desk):
    assert percent_covered(teacher_inductions(desk)) is None
    ben, gwen, asha = (
        people.add_person(
            desk, PersonDetails(forename=name, surname="Ŵyn", teaches=name != "Asha")
        ).result
        for name in ("Ben", "Gwen", "Asha")
    )
    record_teacher_induction(desk, ben, DAY)
    listed = teacher_inductions(desk)
    assert [(each.person, each.covered_on) for each in listed] == [(ben, DAY), (gwen, None)]
    assert percent_covered(listed) == 50
    desk.undo()
    assert percent_covered(teacher_inductions(desk)) == 0
    with pytest.raises(UserError, match="no teaching contract"):
        record_teacher_induction(desk, asha, DAY)
    with pytest.raises(UserError, match="still to come"):
        record_teacher_induction(desk, gwen, desk.today + timedelta(days=1))
