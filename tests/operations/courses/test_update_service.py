"""The DBS Update Service: a look has a day, a name, consent and no more than what it told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from lsadesk.domain.courses.update_service import LookResult, UpdateService, Workforce
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.errors import UserError
from lsadesk.operations.courses import update_service
from lsadesk.operations.keeping import held
from lsadesk.operations.staff import people


def test_a_look_needs_consent_and_bears_the_name_of_who_wrote_it_down(desk):
    person = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    blank = UpdateService(person=person)
    (nobody_said,) = update_service.subscribers(desk)
    assert (nobody_said.said, nobody_said.may_change) == (blank, True)
    today = desk.today
    looked = replace(
        blank, is_in=True, workforce=Workforce.BOTH, looked_on=today, told=LookResult.NOTHING_NEW
    )
    for said, sentence in (
        (looked, "consent"),
        (replace(looked, consented_on=today + timedelta(days=1)), "consent"),
        (replace(looked, consented_on=today, told=None), "what the look told"),
        (replace(looked, looked_on=today + timedelta(days=1)), "still to come"),
        (replace(looked, looked_on=None), "which day"),
    ):
        with pytest.raises(UserError, match=sentence):
            update_service.record_status(desk, said)
    update_service.record_status(desk, replace(looked, consented_on=today))
    (kept,) = update_service.subscribers(desk)
    assert (kept.said.looked_by, kept.said.told) == ("owner", LookResult.NOTHING_NEW)
    update_service.record_status(desk, replace(kept.said, is_in=False))
    assert update_service.subscribers(desk)[0].said.looked_by == "owner"
    assert "no new information" in repr(held.held_on(desk, person))
    desk.undo()
    assert update_service.subscribers(desk)[0].said == kept.said
