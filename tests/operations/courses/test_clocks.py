"""Certificates by date, rules of renewal, and documents that are read and understood."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from lsadesk.domain.calendar import RoughDate
from lsadesk.domain.courses.certificates import Certificate, Lapse
from lsadesk.domain.courses.clocks import CourseRule
from lsadesk.domain.courses.documents import DocumentDetails
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.errors import Stale, UserError
from lsadesk.operations import home
from lsadesk.operations.auditing import audit
from lsadesk.operations.courses import clocks, documents
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.store.courses import certificates
from lsadesk.store.trail import Entry

SECRET = "a long enough secret"
NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


@pytest.fixture
def asha(desk):
    return people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result


@pytest.fixture
def course(desk):
    with desk.writing(Kind.CERTIFICATE) as work:
        made = certificates.course_named(work, "First aid")
        work.commit(Entry("added course", Kind.CERTIFICATE))
    return made


@pytest.fixture
def held(desk, asha, course):
    """A certificate on which nobody wrote a last day."""
    written = Certificate(
        person=asha,
        course=course,
        achieved=RoughDate(date(2023, 12, 1)),
        lapse=Lapse.NOT_KNOWN,
    )
    clocks.record(desk, written)
    return written


@pytest.fixture
def signed_in(desk, asha):
    """Asha at her own desk, with Pat as her line manager."""
    pat = people.add_person(desk, PersonDetails(forename="Pat", surname="Ellery")).result
    people.set_link(desk, asha, Link.LINE_MANAGER, pat)
    accounts.add_account(desk, "asha", SECRET, person=asha, is_own=True)
    own = college.unlock(desk.folder, "asha", SECRET, clock=lambda: NOW)
    yield own
    own.close()


def test_a_rule_gives_the_last_day_to_the_list_the_matrix_and_home(desk, course, held):
    assert clocks.clocks(desk).proofs[0].notice is None
    rule = CourseRule(course=course, lapses_after=36, refresh_after=12, note="Three years")
    done = clocks.set_rules(desk, course, [rule])
    assert done.changes.sentence == "Changed how long First aid lasts"
    (proof,) = clocks.clocks(desk).proofs
    assert proof.certificate.expires == RoughDate(date(2026, 11, 30))
    assert proof.certificate.worked_out
    assert (proof.written, proof.notice, proof.note) == (held, 30, "Three years")
    assert proof.refresh == date(2024, 12, 1)
    team = home.today(desk).team
    assert (team.lapsing, team.within_30) == (1, 1)
    matrix = audit.matrix(desk, None, audit.Columns.CERTIFICATES)
    assert matrix.cells == bytes([11])  # lapses within 90 days
    clocks.set_rules(desk, course, [])
    assert clocks.clocks(desk).proofs[0].certificate == held


def test_rules_that_cannot_be_are_refused(desk, course):
    rule = CourseRule(course=course, lapses_after=12)
    with pytest.raises(UserError, match="same level"):
        clocks.set_rules(desk, course, [rule, replace(rule, lapses_after=24)])
    with pytest.raises(UserError, match="a month"):
        clocks.set_rules(desk, course, [replace(rule, lapses_after=0)])


def test_a_certificate_is_changed_removed_and_guarded_against_old_edits(desk, held):
    seen = replace(held, level="1", lapse=Lapse.ON, expires=RoughDate(date(2027, 1, 1)))
    clocks.change(desk, held, seen)
    assert clocks.clocks(desk).proofs[0].written == seen
    with pytest.raises(Stale):
        clocks.change(desk, held, None)
    clocks.change(desk, seen, None)
    assert clocks.clocks(desk).proofs == ()
    desk.undo()
    assert clocks.clocks(desk).proofs[0].written == seen


def test_dates_that_cannot_be_are_refused(desk, held):
    for wrong in (
        replace(held, lapse=Lapse.ON),
        replace(held, lapse=Lapse.ON, expires=RoughDate(date(2020, 1, 1))),
        replace(held, person=held.person + 1),
    ):
        with pytest.raises(UserError):
            clocks.change(desk, held, wrong)


def test_people_say_themselves_that_they_have_read_and_a_new_edition_asks_again(
    desk, asha, signed_in
):
    documents.add_document(desk, DocumentDetails(name="Lone working", edition="3"))
    assert home.today(signed_in).own.to_read == ("Lone working, edition 3",)
    (waiting,) = documents.readings(signed_in).waiting_for_me
    documents.confirm(signed_in, waiting)
    with pytest.raises(UserError, match="already"):
        documents.confirm(signed_in, waiting)
    (told,) = documents.readings(desk).lists
    assert [each.person for each in told.read] == [asha]
    assert asha not in told.waiting
    assert home.today(desk).team.to_read == 1
    documents.change_document(desk, waiting, DocumentDetails(name="Lone working", edition="4"))
    (fourth,) = documents.readings(signed_in).waiting_for_me
    documents.change_document(desk, fourth, DocumentDetails(name="Lone working", edition="5"))
    with pytest.raises(Stale):
        documents.confirm(signed_in, fourth)


def test_a_document_may_be_for_some_teams_and_be_asked_for_no_longer(desk, asha, signed_in):
    document = DocumentDetails(name="Trips", edition="1", teams=frozenset({1}))
    documents.add_document(desk, document)
    assert documents.readings(signed_in).waiting_for_me == ()
    documents.withdraw_document(desk, documents.readings(desk).lists[0].document)
    assert documents.readings(desk).lists == ()
    with pytest.raises(UserError):
        documents.add_document(desk, DocumentDetails(name="Trips", edition=" "))


def test_nobody_sees_what_others_have_read_or_hold(desk, held, signed_in):
    ben = people.add_person(desk, PersonDetails(forename="Ben", surname="Cole")).result
    clocks.record(desk, replace(held, person=ben))
    documents.add_document(desk, DocumentDetails(name="Trips", edition="1"))
    assert [each.name for each in clocks.clocks(signed_in).proofs] == ["Kaur, Asha"]
    assert set(documents.readings(signed_in).names) == {held.person}
