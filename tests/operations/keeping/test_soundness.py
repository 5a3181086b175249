"""Whether the records make sense together: each rule broken by hand, and told with what to do."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import update

from lsadesk.domain.keeping.soundness import circles
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.errors import UserError
from lsadesk.operations import home
from lsadesk.operations.keeping import accounts, college, copies, trail_watch
from lsadesk.operations.keeping.trail_watch import Altered
from lsadesk.operations.staff import people
from lsadesk.store.rows import (
    AssignmentRow,
    LinkRow,
    PersonRow,
    PlanRow,
    RatingRow,
    SessionRow,
    SkillRow,
    SpecialismRow,
)
from lsadesk.store.sealing import vault

SECRET = "correct horse"
THEN = datetime(2026, 11, 1).astimezone()


@pytest.fixture
def staff(desk):
    return [
        people.add_person(desk, PersonDetails(forename=each, surname="Test")).result
        for each in ("Asha", "Ben", "Cai")
    ]


def put(desk, *rows):
    """Write *rows* past every rule of the program, as a fault or a stranger would."""
    with desk.store.begin() as work:
        work.session.add_all(rows)
        work.session.commit()


def test_a_sound_college_has_neither_faults_nor_loose_ends(desk, staff):
    assert college.check(desk) == []
    assert college.loose_ends(desk) == []


def alter(desk, line):
    with desk.store.engines.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE trail SET action = 'nothing' WHERE seq = ?", (line,))


def test_an_altered_trail_stands_on_home_until_somebody_notes_what_they_found(desk):
    people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur"))
    assert home.today(desk).altered is None
    alter(desk, 2)
    copies.keep_copy(desk)
    assert home.today(desk).altered == Altered(2, desk.today), "nobody had to ask for a check"
    first, now = desk.today, desk.store.clock()
    desk.store.clock = lambda: now + timedelta(days=1)
    assert any("cut at line 2" in each for each in college.check(desk))
    assert home.today(desk).altered == Altered(2, first), "the day it was found, not looked at last"
    with pytest.raises(UserError, match="few words"):
        trail_watch.note(desk, 2, " ")
    trail_watch.note(desk, 2, "The disk failed in May; a copy holds the line")
    assert home.today(desk).altered is None
    (told,) = college.check(desk)
    assert "The disk failed in May" in told
    with pytest.raises(UserError, match="noted this already"):
        trail_watch.note(desk, 2, "Again")
    people.add_person(desk, PersonDetails(forename="Ben", surname="Xu"))
    alter(desk, 4)
    assert any("cut at line 4" in each for each in college.check(desk))
    assert home.today(desk).altered == Altered(4, desk.today), "one after it is told as well"
    look_through = desk.store.verify_trail

    def another_window_notes_it_meanwhile(after):
        desk.store.verify_trail = look_through
        line = look_through(after)
        trail_watch.note(desk, line, "The same disk")
        return line

    desk.store.verify_trail = another_window_notes_it_meanwhile
    assert trail_watch.look(desk) is None
    assert home.today(desk).altered is None


def test_records_that_the_program_never_leaves_so_are_named(desk, staff):
    asha, ben, _ = staff
    skill = SkillRow(name="BSL")
    put(desk, skill)
    put(
        desk,
        LinkRow(person_id=asha, duty="line manager", holder_id=ben, recorded_at=THEN),
        LinkRow(person_id=asha, duty="line manager", holder_id=ben, recorded_at=THEN),
        LinkRow(person_id=ben, duty="overseer", holder_id=asha, recorded_at=THEN),
        RatingRow(person_id=ben, skill_id=skill.id, code=42, view="self", recorded_at=THEN),
        SpecialismRow(
            person_id=asha,
            name="Autism",
            kind="need",
            recorded_at=THEN,
            superseded_at=THEN.replace(year=2025),
        ),
    )
    told = "\n".join(college.check(desk))
    assert "Asha Test has the same link twice at once." in told
    assert "A duty of nobody's kind is noted for Ben Test." in told
    assert "Ben Test has a rating that is none of the scale's." in told
    assert "1 of the records “specialism” ended before they were made." in told
    assert told.count("Compare it with an earlier copy") == 4


def test_loose_ends_say_where_to_tidy_them(desk, staff):
    asha, ben, cai = staff
    for who, holder in ((asha, ben), (ben, cai), (cai, asha)):
        people.set_link(desk, who, Link.LINE_MANAGER, holder)
    accounts.add_account(desk, "nobody", SECRET, is_own=True)
    accounts.add_account(desk, "ben", SECRET, person=ben, is_own=True)
    session = SessionRow(
        day=0, start=time(10), end=time(9), group_name="Blue", title="Art", lsas_needed=1
    )
    plan = PlanRow(
        week="A",
        starts_on=date(2026, 11, 23),
        made_at=THEN,
        objective=0,
        bound="0",
        seconds=1,
        published_at=THEN,
    )
    put(desk, session, plan)
    put(desk, AssignmentRow(plan_id=plan.id, session_id=session.id, slot=0, person_id=ben))
    with desk.store.begin() as work:
        gone = {"started": date(2026, 11, 20), "left_on": date(2026, 11, 2)}
        work.session.execute(update(PersonRow).where(PersonRow.id == ben).values(**gone))
        work.session.commit()
    assert college.check(desk) == []
    told = "\n".join(college.loose_ends(desk))
    for sentence in (
        "The line managers of Asha Test, Ben Test, Cai Test go round in a circle. Choose another",
        "Ben Test left before they started. Set the two days right",
        "The session Art ends before it begins.",
        "Ben Test has left and still has 1 place in a published plan. Give them",
        "The account ben is of somebody who has left. End it",
        "The account nobody is of nobody and opens nothing. Say whose it is",
    ):
        assert sentence in told
    assert len(told.splitlines()) == 6


def test_an_account_without_a_way_in_is_told_of_and_one_that_is_not_here_too(desk):
    accounts.add_account(desk, "asha", SECRET, is_head=True, is_own=True)
    asha = next(each.id for each in accounts.all_accounts(desk) if each.login == "asha")
    vault.remove_slot(desk.folder, desk.unlocked.opened, asha)
    vault.add_slot(
        desk.folder,
        desk.unlocked.opened,
        account=99,
        login="stranger",
        secret=SECRET,
        effort=vault.read(desk.folder).slots[0].effort,
    )
    told = college.check(desk)
    assert any("The account asha has no way in any more." in each for each in told)
    assert any("lets in account number 99" in each for each in told)


def test_each_ring_is_told_once():
    assert list(circles({1: 2, 2: 3, 3: 1, 4: 1, 5: 5, 6: 7})) == [(1, 2, 3), (5,)]
