from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from lsadesk.domain.auditing.audit_asking import Asked, Filter, Order
from lsadesk.domain.auditing.skills import Exempt, Level, View
from lsadesk.domain.calendar import RoughDate
from lsadesk.domain.careers.catalogue import QualificationId
from lsadesk.domain.changes import Subject
from lsadesk.domain.courses.certificates import Certificate, Lapse
from lsadesk.domain.developing.development import ActionDetails
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.domain.staff.record import HeldQualification, Holding, PastRole
from lsadesk.domain.staff.specialisms import Area, SpecialismKind
from lsadesk.errors import NotAllowed
from lsadesk.operations.auditing import audit, audit_export
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import development
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.store import trail
from lsadesk.store.auditing import skills
from lsadesk.store.courses import certificates
from lsadesk.store.rows import TrailRow
from lsadesk.store.staff import people as teams_of
from lsadesk.store.staff import record, specialisms
from lsadesk.store.trail import Entry

SECRET = "correct horse"


@pytest.fixture
def asha(desk: Desk):
    return people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result


@pytest.fixture
def ben(desk: Desk):
    return people.add_person(desk, PersonDetails(forename="Ben", surname="Xu")).result


@pytest.fixture
def bsl(desk: Desk):
    return audit.add_skill(desk, "BSL", "Communication").result


def development_line(desk: Desk, who) -> None:
    """A line in somebody's development plan."""
    development.add_action(desk, who, ActionDetails(what="Shadow Kay"))


def trail_of(desk: Desk) -> list[tuple[str, str, str]]:
    with desk.store.read() as reading:
        rows = reading.session.query(TrailRow).order_by(TrailRow.seq)
        return [(row.action, row.kind, row.detail) for row in rows if row.action != "saw"]


def test_a_cell_tells_every_view_that_stands_the_agreed_one_first(desk, asha, bsl):
    audit.rate(desk, asha, bsl, Level(1), view=View.SELF)
    audit.rate(desk, asha, bsl, Level(2), view=View.AGREED)
    audit.rate(desk, asha, bsl, Level(3))

    cell = audit.cell(desk, asha, bsl)

    assert [each.view for each in cell.views] == [View.AGREED, View.APPRAISER, View.SELF]
    assert cell.shown is not None
    assert cell.shown.value == Level(2)
    assert cell.may_change


def test_a_cell_nobody_was_asked_about_shows_no_rating(desk, asha, bsl):
    assert audit.cell(desk, asha, bsl).shown is None


def test_booked_training_outlives_a_new_level_but_proof_does_not(desk, asha, bsl):
    audit.rate(desk, asha, bsl, Level(2), proof="certificate", training_booked=True)
    audit.rate(desk, asha, bsl, Level(3))

    shown = audit.cell(desk, asha, bsl).shown

    assert (shown.proof, shown.training_booked) == ("", True)


def test_the_same_level_said_again_keeps_its_proof_and_writes_nothing(desk, asha, bsl):
    audit.rate(desk, asha, bsl, Level(2), proof="certificate")
    lines = len(trail_of(desk))
    audit.rate(desk, asha, bsl, Level(2))
    assert audit.cell(desk, asha, bsl).shown.proof == "certificate"
    assert len(trail_of(desk)) == lines


def test_the_workbook_holds_what_was_asked_for_and_the_export_is_on_the_trail(
    desk, asha, ben, bsl, tmp_path: Path
):
    audit.rate(desk, asha, bsl, Level(3))
    audit.rate(desk, ben, bsl, Exempt("agency"))
    path = tmp_path / "audit.xlsx"

    done = audit_export.export_audit(desk, path, Filter(skills=(Asked(bsl),)))

    assert done.result == path
    book = load_workbook(path)
    assert [row[1].value for row in book["Matrix"].iter_rows(min_row=7)] == ["Kaur, Asha"]
    assert trail_of(desk)[-1] == ("exported", Kind.RATING.value, "skills audit, people: 1")


def test_what_people_said_of_themselves_is_in_the_audit(desk, asha, bsl):
    with desk.writing(Kind.RATING) as work:
        skills.add_interest(work, asha, "wish", "learn BSL")
        skills.add_interest(work, asha, "talent", "piano")
        work.session.commit()

    told = audit_export.audit_sheet(desk, Filter()).fields[0]

    assert (told.talents, told.wishes) == ("piano", "learn BSL")


def test_leavers_are_not_in_the_audit_after_their_last_day(desk, asha, ben, bsl):
    people.mark_leaver(desk, ben, date(2026, 11, 23))
    assert [each.sort_name for each in audit_export.audit_sheet(desk, Filter()).matrix.people] == [
        "Kaur, Asha"
    ]


def test_an_export_holds_only_those_whose_ratings_the_asker_may_take_out(desk, asha, ben, bsl):
    audit.rate(desk, ben, bsl, Level(3))
    people.set_link(desk, ben, Link.LINE_MANAGER, asha)
    accounts.add_account(desk, "asha", SECRET, person=asha, is_own=True)
    manager = college.unlock(desk.folder, "asha", SECRET)
    try:
        shown = audit_export.audit_sheet(manager, Filter()).matrix.people
        assert [each.sort_name for each in shown] == ["Kaur, Asha", "Xu, Ben"]
        cell = audit.cell(manager, ben, bsl)
        assert not cell.may_change
        with pytest.raises(NotAllowed, match="do not let you change skill ratings"):
            audit.rate(manager, ben, bsl, Level(4))
    finally:
        manager.close()


def test_somebody_with_no_duty_for_ratings_gets_no_workbook(desk, asha, bsl, tmp_path: Path):
    accounts.add_account(desk, "office", SECRET, is_own=True)
    office = college.unlock(desk.folder, "office", SECRET)
    try:
        with pytest.raises(NotAllowed, match="Ask the head of learning support"):
            audit_export.export_audit(office, tmp_path / "audit.xlsx")
    finally:
        office.close()
    assert not (tmp_path / "audit.xlsx").exists()


def test_six_fields_tell_proofs_that_lapse_from_training_and_what_people_lead_in(desk, asha, bsl):
    audit.rate(desk, asha, bsl, Level(4))
    with desk.writing(Kind.CERTIFICATE, asha) as work:
        first_aid, makaton = (
            certificates.course_named(work, name) for name in ("First aid", "Makaton taster")
        )
        certificates.add(
            work,
            [
                Certificate(
                    person=asha,
                    course=first_aid,
                    achieved=None,
                    lapse=Lapse.ON,
                    expires=RoughDate(date(2027, 12, 3)),
                ),
                Certificate(person=asha, course=makaton, achieved=None, lapse=Lapse.NEVER),
            ],
        )
        desk.keep(work, None, "Added", Entry("added", Kind.CERTIFICATE), Subject.CERTIFICATES)

    (told,) = audit_export.audit_sheet(desk, Filter()).fields

    assert told.certifications == "First aid (to 3 Dec 2027)"
    assert told.training == "Makaton taster"
    assert told.specialisms == "BSL"


def test_qualifications_and_earlier_work_go_with_the_audit_and_the_person_is_told(desk, asha, bsl):
    with desk.writing(Kind.PERSON, asha) as work:
        record.add_past(work, asha, PastRole(title="Retail management", brings="calm"))
        held = HeldQualification(
            qualification=QualificationId("ptlls"), state=Holding.HELD, as_written="PTLLS 2010"
        )
        record.set_qualification(work, asha, held)
        specialisms.add(work, asha, Area("Autism", SpecialismKind.NEED))
        work.commit(Entry("added", Kind.PERSON))

    told = audit_export.take_audit(desk, Filter()).result.fields[0]

    assert (told.qualifications, told.experience) == ("PTLLS 2010", "Retail management: calm")
    assert told.specialisms == "Autism"
    with desk.store.read() as reading:
        lines = trail.newest(reading.session, about=asha, kinds={Kind.CAREER}, at_most=5)
    assert [entry.action for *_, entry in lines] == ["exported"]
    assert audit_export.take_audit(desk, Filter(), fields=False).result.fields == ()


def test_what_only_the_present_knows_is_not_in_an_audit_of_the_past(desk, asha, bsl):
    development_line(desk, asha)
    today = audit_export.audit_sheet(desk, Filter())
    past = audit_export.audit_sheet(desk, Filter(), date(2026, 11, 1))
    assert today.days == ()
    assert today.plans is not None
    assert (past.days, past.roles, past.plans, past.training) == (None, None, None, None)
    assert past.day == date(2026, 11, 1)
    assert past.printed == today.day


def test_learners_needs_are_told_of_the_whole_college_alone(desk, asha, bsl):
    assert audit_export.audit_sheet(desk, Filter(text="Kaur")).days is None


def test_sums_of_plans_hide_groups_that_are_too_small(desk, asha, bsl):
    development_line(desk, asha)
    sums = audit_export.audit_sheet(desk, Filter()).plans
    assert {name for name, _ in sums} == {"Funder", "Way", "Contract"}
    assert all(total.people is None for _, total in sums)


def test_on_paper_rows_stand_by_team_unless_somebody_chose_an_order(desk, asha, bsl):
    with desk.writing(Kind.PERSON) as work:
        art = teams_of.team_named(work, "Art")
        desk.keep(work, None, "Added", Entry("added", Kind.PERSON), Subject.PEOPLE)
    people.add_person(desk, PersonDetails(forename="Ben", surname="Xu", team=art))
    audit.rate(desk, asha, bsl, Level(3))
    by_team = audit_export.audit_sheet(desk, Filter()).matrix.people
    by_skill = audit_export.audit_sheet(desk, Filter(by=bsl, order=Order.MOST)).matrix.people
    assert [each.sort_name for each in by_team] == ["Xu, Ben", "Kaur, Asha"]
    assert [each.sort_name for each in by_skill] == ["Kaur, Asha", "Xu, Ben"]


def test_the_balance_counts_training_by_peoples_own_plans_too(desk, asha, bsl):
    assert audit_export.audit_sheet(desk, Filter()).balance == []
    for done_on, minutes in ((None, 120), (desk.today, 60), (date(2020, 1, 1), 600)):
        details = ActionDetails(what="Shadow Kay", release_minutes=minutes, done_on=done_on)
        development.add_action(desk, asha, details)
    (told,) = audit_export.audit_sheet(desk, Filter()).balance
    assert (told.compliance_minutes, told.specialist_minutes) == (0, 180)
