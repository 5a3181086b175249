from dataclasses import replace
from datetime import date

import pytest

from lsadesk.domain.auditing.skills import Level, Rating, View
from lsadesk.domain.developing.development import ActionDetails
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.errors import Stale
from lsadesk.operations.auditing import audit
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import development
from lsadesk.operations.keeping import college
from lsadesk.operations.staff import people
from lsadesk.store.auditing import skills
from lsadesk.store.staff import people as people_rows
from lsadesk.store.trail import Entry
from lsadesk.store.work import Work


def a_person(desk: Desk, forename: str = "Asha", **more: object):
    return people.add_person(desk, PersonDetails(forename=forename, surname="Kaur", **more)).result


def test_undo_takes_back_an_added_person_and_redo_brings_them_again(desk: Desk):
    a_person(desk)
    assert desk.undo_sentence() == "Added Asha Kaur"

    desk.undo()
    assert people.directory(desk).people == ()
    assert desk.redo_sentence() == "Added Asha Kaur"

    desk.redo()
    assert [person.name for person in people.directory(desk).people] == ["Asha Kaur"]


def test_undo_gives_back_every_field_that_a_change_wrote_over(desk: Desk):
    who = a_person(desk, note="no lifting", weekly_minutes=600)
    before = people.person(desk, who)
    people.change_person(desk, who, before.version, PersonDetails(forename="Asha", surname="Lee"))

    desk.undo()

    after = people.person(desk, who)
    assert (after.surname, after.note, after.weekly_minutes) == ("Kaur", "no lifting", 600)
    assert after.version > before.version, "an edit begun before the undo must be told it is stale"


def test_several_changes_of_one_record_are_undone_and_done_again_one_by_one(desk: Desk):
    who = a_person(desk)
    for title in ("LSA", "Senior LSA"):
        record = people.person(desk, who)
        people.change_person(desk, who, record.version, replace(record, title=title))
    told = []
    for step in (desk.undo, desk.undo, desk.redo, desk.redo, desk.undo, desk.undo):
        step()
        told.append(people.person(desk, who).title)
    assert told == ["LSA", "", "LSA", "Senior LSA", "LSA", ""]
    desk.undo()
    assert people.directory(desk).people == ()


def test_several_ratings_of_one_skill_are_undone_and_done_again_one_by_one(desk: Desk):
    who = a_person(desk)
    skill = audit.add_skill(desk, "BSL").result
    for level in (1, 2, 3):
        audit.rate(desk, who, skill, Level(level))
    told = []
    for step in (desk.undo, desk.undo, desk.redo, desk.redo, desk.undo, desk.undo):
        step()
        told.append(audit.cell(desk, who, skill).shown.value)
    assert told == [Level(level) for level in (2, 1, 2, 3, 2, 1)]


def test_an_edit_of_a_record_that_was_changed_meanwhile_is_refused(desk: Desk):
    who = a_person(desk)
    read_by_both = people.person(desk, who)
    people.change_person(
        desk, who, read_by_both.version, PersonDetails(forename="Asha", surname="Lee")
    )

    with pytest.raises(Stale, match="Somebody else has changed this"):
        people.change_person(
            desk, who, read_by_both.version, PersonDetails(forename="Asha", surname="Ray")
        )
    assert people.person(desk, who).surname == "Lee"


def test_undoing_a_rating_keeps_every_version_in_the_history(desk: Desk):
    who = a_person(desk)
    bsl = audit.add_skill(desk, "BSL").result
    audit.rate(desk, who, bsl, Level(2))
    audit.rate(desk, who, bsl, Level(4))

    desk.undo()

    history = audit.cell(desk, who, bsl).history
    assert history[0].rating.value == Level(2)
    assert [each.rating.value for each in history].count(Level(4)) == 1
    assert audit.matrix(desk).cells == bytes([2])


def test_undoing_one_view_shows_the_view_that_it_had_gone_before(desk: Desk):
    who = a_person(desk)
    bsl = audit.add_skill(desk, "BSL").result
    audit.rate(desk, who, bsl, Level(3), view=View.IMPORTED)
    audit.rate(desk, who, bsl, Level(4), view=View.APPRAISER)
    assert audit.matrix(desk).cells == bytes([4])

    desk.undo()
    assert audit.matrix(desk).cells == bytes([3])
    assert [each.view for each in audit.cell(desk, who, bsl).views] == [View.IMPORTED]

    desk.redo()
    assert audit.matrix(desk).cells == bytes([4])


def test_undo_is_refused_when_the_record_was_changed_since(desk: Desk):
    who = a_person(desk)
    with desk.store.begin() as work:  # another session of the program
        people_rows.change(work, who, 1, PersonDetails(forename="Asha", surname="Ray"))
        work.commit(Entry("changed", Kind.PERSON, who))

    with pytest.raises(Stale, match="cannot be undone any more"):
        desk.undo()
    assert people.person(desk, who).surname == "Ray"


def test_undoing_one_change_that_made_people_and_rated_them_leaves_neither(desk: Desk):
    with desk.writing(Kind.PERSON) as work:
        _team_with_ratings(work)
        desk.keep(work, None, "Imported staff", Entry("imported", Kind.PERSON))
    assert len(audit.matrix(desk).people) == 2

    desk.undo()

    with desk.store.read() as reading:
        assert people_rows.everybody(reading) == []
        assert skills.standing_ratings(reading) == {}
        assert people_rows.teams(reading) == []


def _team_with_ratings(work: Work) -> None:
    team = people_rows.team_named(work, "Blue")
    bsl = skills.skill_named(work, "BSL")
    for forename in ("Asha", "Ben"):
        details = PersonDetails(forename=forename, surname="Kaur", team=team)
        person = people_rows.add(work, details)
        skills.rate(work, [Rating(person=person, skill=bsl, value=Level(3), view=View.IMPORTED)])


def test_a_change_that_changes_nothing_is_not_kept_and_not_undoable(desk: Desk):
    who = a_person(desk)
    same = people.person(desk, who)
    people.change_person(desk, who, same.version, PersonDetails(forename="Asha", surname="Kaur"))
    assert people.person(desk, who).version == same.version
    assert desk.undo_sentence() == "Added Asha Kaur"


def test_leaving_a_unit_of_work_without_commit_rolls_back(desk: Desk):
    with desk.store.begin() as work:
        people_rows.add(work, PersonDetails(forename="Asha", surname="Kaur"))
    assert people.directory(desk).people == ()


def test_the_trail_is_whole_and_shows_the_first_line_that_was_altered(desk: Desk):
    who = a_person(desk)
    development.add_action(desk, who, ActionDetails(what="Makaton 2", due=date(2027, 2, 1)))
    assert desk.store.verify_trail() is None

    with desk.store.engines.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE trail SET action = 'nothing' WHERE seq = 2")
    assert desk.store.verify_trail() == 2


def test_the_trail_shows_a_line_that_was_taken_out(desk: Desk):
    for forename in ("Asha", "Ben", "Carys"):
        a_person(desk, forename)
    with desk.store.engines.writer.begin() as connection:
        connection.exec_driver_sql("DELETE FROM trail WHERE seq = 3")
    assert desk.store.verify_trail() == 3
    assert desk.store.verify_trail(after=3) is None, "what follows is whole"


def test_the_trail_shows_that_its_newest_lines_were_cut_off(desk: Desk):
    for forename in ("Asha", "Ben", "Carys"):
        a_person(desk, forename)
    with desk.store.engines.writer.begin() as connection:
        newest = connection.exec_driver_sql("SELECT max(seq) FROM trail").scalar_one()
        connection.exec_driver_sql("DELETE FROM trail WHERE seq > ?", (newest - 2,))
    assert desk.store.verify_trail() == newest - 1
    assert desk.store.verify_trail(after=newest - 1) is None, "once that is known"
    assert any("cut" in each for each in college.check(desk))

    a_person(desk, "Dewi")
    assert desk.store.verify_trail() == newest - 1, "a line that is written later hides no cut"
    assert desk.store.verify_trail(after=newest - 1) is None
    with desk.store.engines.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE trail SET action = 'nothing' WHERE seq > ?", (newest,))
    assert desk.store.verify_trail(after=newest - 1) is not None
