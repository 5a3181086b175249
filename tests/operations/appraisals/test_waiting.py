"""What of appraisals waits, in numbers of those whose appraiser one is."""

import pytest

from lsadesk.domain.appraisals.appraisal_record import Side
from lsadesk.operations.appraisals import appraising, signing
from lsadesk.operations.appraisals.waiting import appraisals_waiting
from tests.operations.appraisal_world import NOW, SECRETS, say, talk_through, two


@pytest.fixture
def pair(make_college):
    """Asha and Pat."""
    made = two(make_college(clock=lambda: NOW), lambda: NOW)
    yield made
    made.close()


def told(desk):
    with desk.store.read() as reading:
        found = appraisals_waiting(desk, reading)
    return found.due, found.to_rate, found.ready, found.to_sign, found.own_to_sign


def test_an_appraisal_waits_for_one_thing_after_the_other(pair):
    pats, asha = pair.sit_down("pat"), pair.sit_down("asha")
    due, *nothing = told(pats)
    assert (due > 0, nothing) == (True, [0, 0, 0, False])
    found = pair.rate(pats, own_goals=1)
    assert told(pats) == (due - 1, 0, 0, 0, False)
    say(asha, own_goals=4)
    assert told(pats)[2] == 1
    appraising.open_meeting(pats, found)
    talk_through(pats, found)
    signing.agree(pats, found)
    assert told(pats)[3] == 1
    assert told(asha) == (0, 0, 0, 0, True)
    mark = signing.record(asha, found).mark
    signing.sign(pats, found, Side.PERSON, SECRETS["asha"], mark=mark)
    assert not told(asha)[4]
