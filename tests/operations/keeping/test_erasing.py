"""A leaver's records go when somebody says so; totals, signed records and the trail stay."""

from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.developing.attached import of_line
from lsadesk.domain.developing.development import ActionDetails
from lsadesk.domain.keeping.erasing import Fate
from lsadesk.domain.keeping.retention import RecordId
from lsadesk.domain.placements.placements import EntryDetails, EntryKind, PlacementDetails
from lsadesk.domain.staff.health import HealthNote
from lsadesk.domain.staff.people import Contract, PersonDetails, Welsh
from lsadesk.domain.staff.specialisms import Area, SpecialismKind
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.domain.weeks.planning import WorkPattern
from lsadesk.errors import Stale, UserError
from lsadesk.operations import home
from lsadesk.operations.auditing import audit
from lsadesk.operations.developing import attaching, development
from lsadesk.operations.keeping import (
    accounts,
    college,
    earlier,
    erasing,
    moving,
    requests,
    retention,
)
from lsadesk.operations.keeping.happenings import happenings
from lsadesk.operations.placements import placements
from lsadesk.operations.staff import health, manager_notes, people, specialisms
from lsadesk.operations.weeks import former_learners, support, work_patterns
from lsadesk.store.keeping import erased_list
from lsadesk.store.keeping.links import about_people
from lsadesk.store.keeping.tables import RECORD_OF
from lsadesk.store.rows import Row, TrailRow
from tests.conftest import SECRET, TODAY
from tests.operations.appraisal_world import say, two

LONG_AGO = date(2019, 7, 19)
LATELY = date(2026, 9, 30)


def leaver(desk, name="Asha", left=LONG_AGO, **more):
    details = PersonDetails(forename=name, surname="Kaur", note="Kind to all", left_on=left, **more)
    return people.add_person(desk, details).result


def every_word(desk):
    """All that the file holds, as it stands."""
    with desk.store.read() as reading:
        return repr(
            [
                [tuple(row) for row in reading.session.execute(select(table))]
                for table in Row.metadata.sorted_tables
            ]
        )


def due(desk):
    return {(each.name, each.record.id) for each in retention.for_review(desk).due}


def test_every_table_about_people_has_a_period_and_a_fate():
    assert about_people() == set(RECORD_OF)


def test_nothing_is_due_of_somebody_at_work_or_lately_gone(desk):
    leaver(desk, left=None)
    leaver(desk, "Ben", left=LATELY)
    assert due(desk) == set()


def test_six_years_after_leaving_the_staff_record_is_due(desk):
    who = leaver(desk)
    assert due(desk) == {("Asha Kaur", "staff")}
    bsl = audit.add_skill(desk, "BSL").result
    audit.rate(desk, who, bsl, Level(2))
    assert ("Asha Kaur", "skills") in due(desk)


def test_agency_records_end_by_the_booking_and_sooner(desk):
    who = leaver(desk, left=None, contract=Contract.AGENCY)
    assert due(desk) == set()
    work_patterns.set_work_pattern(desk, who, WorkPattern(ends=date(2025, 10, 3)))
    assert due(desk) == {("Asha Kaur", "staff")}
    assert people.person(desk, who).left_on == date(2025, 10, 3), "gone from every list too"
    desk.undo()
    assert people.person(desk, who).left_on is None
    desk.redo()
    accounts.add_account(desk, "asha", SECRET, person=who, is_own=True)
    assert home.today(desk).accounts_to_end == 1
    (asha,) = (each for each in accounts.all_accounts(desk) if each.login == "asha")
    accounts.end_account(desk, asha)
    assert home.today(desk).accounts_to_end == 0
    erasing.erase(desk, who, "The booking is long over", ["staff"])


def test_the_name_is_due_with_the_last_of_what_bears_it(desk):
    """It could not be erased before, so it would stand there and be refused."""
    who = leaver(desk, left=date(2025, 10, 3), contract=Contract.AGENCY)
    requests.ask_for_all(desk, who, date(2025, 9, 1))
    assert due(desk) == set()
    assert "Choose these too: Requests" in erasing.plan(desk, who, ["staff"]).in_the_way
    requests_kept = next(each for each in retention.periods(desk) if each.id == "requests")
    retention.set_period(desk, replace(requests_kept, agency_months=12))
    assert due(desk) == {("Asha Kaur", "staff"), ("Asha Kaur", "requests")}


def test_the_college_changes_a_period_and_says_why(desk):
    leaver(desk, left=LATELY)
    staff = next(each for each in retention.periods(desk) if each.id == "staff")
    with pytest.raises(UserError, match="Say why"):
        retention.set_period(desk, replace(staff, months=1, because=" "))
    retention.set_period(desk, replace(staff, months=1, because="Decided by the governors"))
    assert due(desk) == {("Asha Kaur", "staff")}
    desk.undo()
    assert due(desk) == set()


def test_records_of_several_people_are_kept_longer_and_taken_back_as_one_change(desk):
    first, second = leaver(desk), leaver(desk, "Ben")
    which = {first: [RecordId("staff")], second: [RecordId("staff")]}
    before = due(desk)
    retention.keep_longer(desk, which, date(2027, 9, 1), "A claim is open")
    assert due(desk) == set()
    assert desk.undo_sentence() == "Kept records of Asha Kaur and 1 more until 1 Sep 2027"
    assert {each.name for each in happenings(desk)[:2]} == {"Asha Kaur", "Ben Kaur"}
    desk.undo()
    assert due(desk) == before
    assert [each.did for each in happenings(desk)[:2]] == [
        "undid: decided to keep records longer"
    ] * 2


def test_what_is_due_is_kept_longer_with_a_reason_and_comes_again(desk):
    who = leaver(desk)
    which = [RecordId("staff")]
    with pytest.raises(UserError, match="Say why"):
        retention.keep_longer(desk, {who: which}, date(2027, 9, 1), "")
    with pytest.raises(UserError, match="day to come"):
        retention.keep_longer(desk, {who: which}, date(2026, 11, 23), "A claim is open")
    retention.keep_longer(desk, {who: which}, date(2027, 9, 1), "A claim is open")
    assert due(desk) == set()
    (kept,) = retention.for_review(desk).longer
    assert (kept.name, kept.longer.reason, kept.everything) == (
        "Asha Kaur",
        "A claim is open",
        False,
    )
    assert "name goes last" in erasing.plan(desk, who).in_the_way
    line = happenings(desk)[0]
    assert (line.did, line.name) == ("decided to keep records longer", "Asha Kaur")
    assert line.detail == "until 1 Sep 2027: Staff record. A claim is open"
    retention.keep_longer(desk, {who: which}, desk.today, "The claim is settled")
    assert due(desk) == {("Asha Kaur", "staff")}
    assert erasing.plan(desk, who).in_the_way == ""


def test_records_of_somebody_at_work_are_kept_longer_before_they_are_due(desk):
    who = leaver(desk, left=None)
    retention.keep_longer(desk, {who: [RecordId("staff")]}, date(2027, 9, 1), "An inquiry")
    people.mark_leaver(desk, who, LONG_AGO)
    assert due(desk) == set()
    with pytest.raises(UserError, match="decided to keep longer"):
        erasing.erase(desk, who, "The period is over")


def test_a_name_is_looked_for_only_where_the_asker_may_read(desk):
    """Whoever may rename people could otherwise ask what stands in records closed to them."""
    hip = leaver(desk, "Hip")
    asha, head = (leaver(desk, name, left=None) for name in ("Asha", "Ben"))
    health.set_health_note(desk, asha, HealthNote("Waits for a Hip Kaur operation"))
    manager_notes.add_note(desk, head, "Speaks of Hip Kaur too often")
    people.add_person(desk, PersonDetails(forename="Cai", surname="Xu", note="Knows Hip Kaur"))
    accounts.add_account(desk, "adm", SECRET, is_administrator=True, is_own=True)
    accounts.add_account(desk, "head", SECRET, person=head, is_head=True, is_own=True)
    told = {}
    for login in ("owner", "adm", "head"):
        with closing(college.unlock(desk.folder, login, SECRET, clock=lambda: TODAY)) as asker:
            told[login] = erasing.plan(asker, hip)
    assert told["owner"].written_elsewhere == {"person": 1, "health_note": 1, "manager_note": 1}
    assert told["adm"].written_elsewhere == {"person": 1}
    assert told["head"].written_elsewhere == {"person": 1, "health_note": 1}
    assert [login for login, each in told.items() if each.others_read_more] == ["adm"]


def test_erasing_takes_every_word_and_leaves_the_totals(desk, tmp_path):
    who = leaver(desk, welsh=Welsh.WORK, ewc="12/34567")
    bsl = audit.add_skill(desk, "BSL").result
    audit.rate(desk, who, bsl, Level(3), note="Signs with Kaur's own hands")
    development.add_action(desk, who, ActionDetails(what="A course in Rhyl"))
    paper = tmp_path / "Prestatyn.txt"
    paper.write_text("Passed in Llandudno", encoding="utf-8")
    attaching.attach(desk, of_line(development.actions(desk, who)[0]), paper)
    specialisms.add_specialism(desk, who, Area("Autism", SpecialismKind.NEED))
    planned = erasing.plan(desk, who)
    assert planned.in_the_way == ""
    assert {(each.name, each.fate) for each in planned.parts} >= {
        ("Skills", Fate.UNNAMED),
        ("Development plans and what was seen in sessions", Fate.GOES),
    }
    done = erasing.erase(desk, who, "The period is over").result
    assert (desk.folder / "college.lsadb-wal").stat().st_size == 0
    words = every_word(desk)
    for gone in ("Asha", "Kaur", "Rhyl", "Prestatyn", "Llandudno", "Autism", "Kind to all"):
        assert gone not in words
    with desk.store.read() as reading:
        rating = Row.metadata.tables["rating"]
        assert reading.session.scalars(select(rating.c["code"])).all() == [3]
    assert people.person(desk, who).name == f"Former staff {who}"
    assert people.person(desk, who).welsh is Welsh.NOT_KNOWN
    assert "12/34567" not in every_word(desk)
    assert desk.store.verify_trail() is None
    assert desk.undo_sentence() == ""
    assert due(desk) == set()
    assert erasing.plan(desk, who).in_the_way == erasing.NOTHING

    path = erasing.write_certificate(done, tmp_path / "certificate.pdf")
    told = " ".join(page.extract_text() for page in PdfReader(path).pages)
    assert "The period is over" in told
    assert "Kaur" not in told
    assert erasing.certificates(desk) == [done]


def test_words_on_the_trail_that_are_gone_without_an_erasure_show(desk):
    who = leaver(desk)
    specialisms.add_specialism(desk, who, Area("Autism", SpecialismKind.NEED))
    with desk.store.engines.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE trail SET detail = '', salt = x'' WHERE detail != ''")
    with desk.store.read() as reading:
        line = reading.session.scalar(select(TrailRow.seq).where(TrailRow.mark != b""))
    assert desk.store.verify_trail() == line


def test_who_works_here_or_has_an_account_is_not_erased(desk):
    who = leaver(desk, left=None)
    with pytest.raises(UserError, match="Set the last day"):
        erasing.erase(desk, who, "A slip")
    assert people.person(desk, who).name == "Asha Kaur"


def test_the_name_goes_with_the_rest_and_not_before(desk):
    who = leaver(desk)
    development.add_action(desk, who, ActionDetails(what="A course"))
    assert "Choose these too: Development" in erasing.plan(desk, who, ["staff"]).in_the_way
    erasing.erase(desk, who, "The period is over", ["development"])
    assert people.person(desk, who).name == "Asha Kaur"
    erasing.erase(desk, who, "The period is over", ["staff"])
    assert people.person(desk, who).name == f"Former staff {who}"


def test_what_was_signed_stays_until_its_period_ends(desk):
    pair = two(desk)
    asha = pair.sit_down("asha")
    say(asha, own_goals=4)
    who = asha.person
    asha.close()
    people.mark_leaver(desk, who, date(2026, 11, 20))
    parts = {each.record: each for each in erasing.plan(desk, who).parts}
    assert parts["appraisals"].fate is Fate.STAYS
    assert parts["appraisals"].until == date(2032, 11, 20)


def test_where_the_name_is_written_about_others_is_counted(desk):
    who = leaver(desk)
    other = leaver(desk, "Ben", left=None)
    development.add_action(
        desk, other, ActionDetails(what="Shadow Asha Kaur on Mondays", helper="Asha Kaur")
    )
    assert erasing.plan(desk, who).written_elsewhere == {"plan_action": 1}
    erasing.erase(desk, who, "The period is over")
    action = development.plan(desk, other).actions[0]
    assert action.helper == "a former colleague"
    assert "Asha Kaur" in action.what


def test_the_erasure_itself_is_among_what_happened(desk):
    who = leaver(desk)
    erasing.erase(desk, who, "The period is over")
    with desk.store.read() as reading:
        line = reading.session.scalars(select(TrailRow).order_by(TrailRow.seq.desc())).first()
        assert (line.action, line.subject_id) == ("erased", who)


def test_whoever_comes_back_with_an_earlier_copy_is_due_again(desk, tmp_path):
    who = leaver(desk, left=LATELY)
    support.add_learner(desk, LearnerDetails(reference="KD07", left_on=LATELY))
    saved = college.back_up(desk).result
    folder = desk.folder
    erasing.erase(desk, who, "Asked for it")
    (read,) = support.support(desk).learners
    former_learners.erase(desk, read, "Asked for it")
    listed = (folder / erased_list.FILE).read_text()
    assert "Kaur" not in listed
    assert "KD07" not in listed
    assert earlier.look_back(saved, folder, "owner", SECRET, desk).erased == 2
    desk.close()
    (folder / erased_list.FILE).write_text("damaged")
    college.unlock(folder, "owner", SECRET, clock=lambda: TODAY).close()
    assert (folder / erased_list.FILE).read_text() == listed
    (folder / erased_list.FILE).rename(folder / "put aside")
    (folder / erased_list.FILE).mkdir()  # so that it cannot be read: it keeps nobody out
    college.unlock(folder, "owner", SECRET, clock=lambda: TODAY).close()
    (folder / erased_list.FILE).rmdir()
    (folder / "put aside").rename(folder / erased_list.FILE)
    college.restore(saved, folder, "owner", SECRET)
    again = college.unlock(folder, "owner", SECRET, clock=lambda: TODAY)
    assert people.person(again, who).name == "Asha Kaur"
    (folder / erased_list.FILE).unlink()
    (folder / erased_list.FILE).mkdir()
    (found,) = retention.for_review(again).due
    assert (found.name, found.because) == ("Asha Kaur", retention.BACK_AGAIN)
    (read,) = support.support(again).learners
    assert read.reference == "KD07"
    told = home.today(again)
    assert (told.people_back, told.learners_back, told.due_for_review) == (1, 1, 0)
    copy = moving.move_out(again, tmp_path).result
    there = moving.bring_in(copy, tmp_path / "the other computer", "owner", SECRET)
    with closing(college.unlock(there, "owner", SECRET, clock=lambda: TODAY)) as moved:
        told = home.today(moved)
        assert (told.people_back, told.learners_back) == (1, 1), "nor does a move forget them"
    moving.take_up_again(again)
    erasing.erase(again, who, "Once more, after going back")
    former_learners.erase(again, read, "Once more, after going back")
    assert retention.for_review(again).due == ()
    assert home.today(again).learners_back == 0
    again.close()


def test_who_visited_a_placement_is_a_text_to_be_read(desk):
    who = leaver(desk)
    learner = support.add_learner(desk, LearnerDetails(reference="KD07")).result
    placements.add_placement(
        desk, PlacementDetails(learner=learner, place="Café", starts=LONG_AGO, ends=LONG_AGO)
    )
    (record,) = placements.placements(desk).records
    visit = EntryDetails(kind=EntryKind.VISIT, on=LONG_AGO, visited_by="Asha Kaur and J. Lyle")
    placements.write_entry(desk, record.placement.id, visit)
    assert erasing.plan(desk, who).written_elsewhere == {"placement_entry": 1}


def test_what_was_removed_before_an_erasure_comes_back_in_no_other_window(desk):
    who = leaver(desk)
    health.set_health_note(desk, who, HealthNote("Back injury"))
    elsewhere = college.unlock(desk.folder, "owner", SECRET, clock=lambda: TODAY)
    written = health.health_note(elsewhere, who)
    health.set_health_note(elsewhere, who, replace(written, text=""))
    elsewhere.undo()
    elsewhere.redo()
    erasing.erase(desk, who, "The period is over")
    with pytest.raises(Stale, match="cannot be undone"):
        elsewhere.undo()
    people.add_person(elsewhere, PersonDetails(forename="Ben", surname="Xu"))
    elsewhere.undo()
    elsewhere.close()
    assert "Back injury" not in every_word(desk)
    assert "Xu" not in every_word(desk)
