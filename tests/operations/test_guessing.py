"""Whoever guesses numbers or writes somebody else's name on a record learns and alters nothing."""

from dataclasses import replace

import pytest

from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.developing.development import ActionDetails
from lsadesk.domain.staff.people import Link, PersonDetails, PersonId
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations import home
from lsadesk.operations.appraisals import appraisal
from lsadesk.operations.auditing import audit
from lsadesk.operations.courses import training
from lsadesk.operations.developing import development
from lsadesk.operations.keeping import accounts, college, held, requests
from lsadesk.operations.staff import health, manager_notes, people
from lsadesk.operations.weeks import work_patterns
from lsadesk.store.courses import training as rows
from tests.conftest import SECRET, TODAY

NOWHERE = PersonId(4711)


@pytest.fixture
def college_of_three(desk):
    """Asha, Ben, and Pat, who manages Asha alone; the desks of Asha and of Pat."""
    found = {}
    for name in ("Asha", "Ben", "Pat"):
        found[name] = people.add_person(desk, PersonDetails(forename=name, surname="Kaur")).result
    people.set_link(desk, found["Asha"], Link.LINE_MANAGER, found["Pat"])
    desks = []
    for name in ("Ben", "Pat", "Asha"):
        accounts.add_account(desk, name, SECRET, person=found[name], is_own=True)
        desks.append(college.unlock(desk.folder, name, SECRET, clock=lambda: TODAY))
    yield desk, found, *desks
    for each in desks:
        each.close()


def _wishes(desk):
    with desk.store.read() as reading:
        return rows.wishes(reading)


READS = (
    people.person,
    development.plan,
    health.health_note,
    work_patterns.work_pattern,
    held.held_on,
    manager_notes.notes,
    appraisal.of_person,
)


def test_somebody_who_is_not_there_is_refused_like_somebody_who_is(college_of_three):
    _, found, ben, _, _ = college_of_three
    for read in READS:
        refused = []
        for who in (found["Asha"], NOWHERE):
            with pytest.raises(NotAllowed) as error:
                read(ben, who)
            refused.append(str(error.value))
        assert refused[0] == refused[1]
        assert "Asha" not in refused[0]


def test_a_record_is_not_reached_under_the_name_of_somebody_whom_one_manages(college_of_three):
    desk, found, _, pat, _ = college_of_three
    asha = found["Asha"]
    development.add_action(desk, found["Ben"], ActionDetails(what="Only Ben's"))
    (line,) = development.plan(desk, found["Ben"]).actions
    with pytest.raises(UserError):
        development.mark_done(pat, replace(line, person=asha), pat.today)
    with pytest.raises(UserError):
        development.remove_action(pat, replace(line, person=asha))
    assert development.plan(desk, found["Ben"]).actions == (line,)


def test_another_persons_wish_is_not_withdrawn_under_ones_own_name(college_of_three):
    _, found, ben, _, asha = college_of_three
    training.ask_for(ben, "Only for Ben")
    wish = _wishes(ben)[0]
    with pytest.raises(UserError):
        training.withdraw_wish(asha, replace(wish, person=found["Asha"]))
    assert _wishes(ben) == [wish]


def test_searching_counting_and_home_tell_of_nobody_else(college_of_three):
    desk, found, ben, _, _ = college_of_three
    bsl = audit.add_skill(desk, "BSL").result
    audit.rate(desk, found["Asha"], bsl, Level(4), note="Signs fluently")
    requests.ask_for_all(desk, found["Asha"], desk.today)
    told = repr((home.today(ben), requests.asked(ben), audit.matrix(ben)))
    assert "Asha" not in told
    assert "fluently" not in told
    assert home.today(ben).asked == (0, None)
    assert home.today(ben).due_for_review == 0
