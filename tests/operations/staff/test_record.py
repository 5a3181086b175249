"""What people bring: theirs to write, their appraiser's and the head's to read."""

from datetime import date

import pytest

from lsadesk.domain.auditing.audit_findings import Topic
from lsadesk.domain.calendar import Precision, RoughDate
from lsadesk.domain.careers.catalogue import EntryPointId, QualificationId
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.domain.staff.record import HeldQualification, Holding, PastRole
from lsadesk.errors import NotAllowed, UserError
from lsadesk.operations.auditing import audit_findings
from lsadesk.operations.careers import workforce
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people, record

SECRET = "a long enough secret"
PTLLS = QualificationId("ptlls-l3")


@pytest.fixture
def make_lsa(desk):
    """Makes an LSA with an account; gives back their desk."""
    opened = []

    def make(name):
        person = people.add_person(desk, PersonDetails(forename=name, surname="Kaur")).result
        accounts.add_account(desk, name.casefold(), SECRET, person=person, is_own=True)
        opened.append(college.unlock(desk.folder, name.casefold(), SECRET))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


@pytest.fixture
def asha(make_lsa):
    return make_lsa("Asha")


def mine(asha):
    return record.record_of(asha, asha.person)


def test_a_qualification_of_2010_keeps_the_name_on_its_certificate(asha):
    held = HeldQualification(
        qualification=PTLLS,
        state=Holding.HELD,
        as_written="C&G 7303 Preparing to Teach",
        achieved=RoughDate(date(2010, 1, 1), Precision.YEAR),
    )
    done = record.set_qualification(asha, held)
    assert mine(asha).qualifications == (held,)
    assert mine(asha).held == {PTLLS}
    assert done.changes.sentence.endswith("as held")


def test_from_wanted_to_working_towards_to_held_is_one_line_at_a_time(asha):
    for state in (Holding.WANTED, Holding.WORKING_TOWARDS, Holding.HELD):
        record.set_qualification(asha, HeldQualification(qualification=PTLLS, state=state))
    assert [one.state for one in mine(asha).qualifications] == [Holding.HELD]
    asha.undo()
    assert [one.state for one in mine(asha).qualifications] == [Holding.WORKING_TOWARDS]
    assert mine(asha).held == frozenset()


def test_a_qualification_can_be_taken_off_and_put_back(asha):
    record.set_qualification(asha, HeldQualification(qualification=PTLLS, state=Holding.WANTED))
    record.clear_qualification(asha, PTLLS)
    assert mine(asha).qualifications == ()
    asha.undo()
    assert len(mine(asha).qualifications) == 1


def test_saying_the_same_again_changes_nothing(asha):
    held = HeldQualification(qualification=PTLLS, state=Holding.WANTED)
    record.set_qualification(asha, held)
    assert not record.set_qualification(asha, held).changes.subjects


def test_a_qualification_that_is_not_in_the_library_is_refused(asha):
    unknown = HeldQualification(qualification=QualificationId("hnd"), state=Holding.HELD)
    with pytest.raises(UserError, match="not in the library"):
        record.set_qualification(asha, unknown)


def test_earlier_work_stands_in_the_order_of_time(asha):
    care = PastRole(title="Care assistant", role=RoleId("care-work"), began=2015, ended=2019)
    shop = PastRole(title="Shop manager", began=2001, ended=2014, brings="Retail management")
    record.add_past(asha, care)
    record.add_past(asha, shop)
    assert mine(asha).past == (shop, care)
    assert mine(asha).roles_before == {"care-work"}
    record.remove_past(asha, shop)
    assert mine(asha).past == (care,)


def test_years_the_wrong_way_round_or_no_title_are_refused(asha):
    with pytest.raises(UserError, match="ended before"):
        record.add_past(asha, PastRole(title="Shop", began=2019, ended=2010))
    with pytest.raises(UserError, match="Say what"):
        record.add_past(asha, PastRole(title=" "))


def test_ways_in_are_counted_for_the_head(desk, asha, make_lsa):
    record.set_entry(asha, EntryPointId("bank"))
    record.set_entry(asha, EntryPointId("agency"))
    record.set_entry(make_lsa("Ben"), EntryPointId("agency"))
    silent = make_lsa("Cara")
    record.set_entry(silent, EntryPointId("care"))
    record.set_entry(silent, None)
    assert dict(workforce.ways_in(desk)) == {"agency": 2}
    found = [each for each in audit_findings.findings(desk).found if each.topic is Topic.WAY_IN]
    assert [(each.number, each.of) for each in found] == [(2, 2)]
    assert not [each for each in audit_findings.findings(asha).found if each.topic is Topic.WAY_IN]
    assert mine(asha).entry == "agency"


def test_a_way_in_that_nobody_knows_is_refused(asha):
    with pytest.raises(UserError, match="way in"):
        record.set_entry(asha, EntryPointId("stork"))


def test_a_colleague_may_not_read_it_and_the_head_may(desk, asha, make_lsa):
    with pytest.raises(NotAllowed):
        record.record_of(make_lsa("Ben"), asha.person)
    assert record.record_of(desk, asha.person).qualifications == ()


def test_an_account_of_nobody_has_no_record_to_write(desk):
    with pytest.raises(UserError, match="not linked"):
        record.set_entry(desk, EntryPointId("bank"))


def test_earlier_work_is_said_in_another_way_and_the_old_words_are_gone(make_lsa):
    asha = make_lsa("Asha")
    record.add_past(asha, PastRole(title="Shop wrok", began=2015))
    better = PastRole(title="Shop work", began=2015, ended=2018)
    record.change_past(asha, PastRole(title="Shop wrok", began=2015), better)
    assert record.record_of(asha, asha.person).past == (better,)
    with pytest.raises(UserError, match="elsewhere"):
        record.change_past(asha, PastRole(title="Shop wrok", began=2015), better)
