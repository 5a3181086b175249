"""What was removed comes back within thirty days, to those who might remove it."""

from datetime import date, timedelta

import pytest

from lsadesk.domain.developing.development import ActionDetails
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.errors import NotAllowed, Stale
from lsadesk.operations.appraisals import reflections
from lsadesk.operations.developing import development
from lsadesk.operations.keeping import accounts, college, erasing, held
from lsadesk.operations.keeping.removed import bring_back, recently_removed
from lsadesk.operations.staff import people, structure
from tests.conftest import TODAY

SECRET = "a long enough secret"


@pytest.fixture
def asha(desk):
    return people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result


@pytest.fixture
def hers(desk, asha):
    accounts.add_account(desk, "asha", SECRET, person=asha, is_own=True)
    opened = college.unlock(desk.folder, "asha", SECRET, clock=desk.store.clock)
    yield opened
    opened.close()


def planned(desk, person, what="Shadow Kay"):
    development.add_action(desk, person, ActionDetails(what=what))
    return development.plan(desk, person).actions[0]


def teams(desk):
    return [team.name for team, _ in structure.structure(desk).teams]


def test_a_line_of_a_plan_comes_back_whole_in_a_later_sitting(desk, asha):
    line = planned(desk, asha)
    development.remove_action(desk, line)
    later = college.unlock(desk.folder, "owner", "correct horse", clock=desk.store.clock)
    (gone,) = recently_removed(later)
    assert (gone.kind.value, gone.about) == ("development plans", asha)
    bring_back(later, gone)
    assert development.plan(later, asha).actions == (line,)
    assert recently_removed(later) == ()
    later.close()


def test_what_undo_takes_back_is_not_among_what_was_removed_and_redo_puts_it_there(desk):
    blue = structure.add_team(desk, "Blue").result
    structure.remove_team(desk, blue)
    desk.undo()
    assert recently_removed(desk) == ()
    desk.redo()
    assert [one.sentence for one in recently_removed(desk)] == ["Removed the team Blue"]


def test_what_was_added_or_changed_is_no_removal(desk, asha):
    blue = structure.add_team(desk, "Blue").result
    structure.rename_team(desk, blue, "Green")
    people.set_link(desk, asha, Link.LINE_MANAGER, None)
    assert recently_removed(desk) == ()


def test_it_does_not_come_back_where_its_name_was_taken_since(desk):
    blue = structure.add_team(desk, "Blue").result
    structure.remove_team(desk, blue)
    structure.add_team(desk, "Blue")
    with pytest.raises(Stale, match="brought back"):
        bring_back(desk, recently_removed(desk)[0])
    assert teams(desk) == ["Blue"]


def test_each_sees_what_their_duties_let_them_change(desk, asha, hers):
    ben = people.add_person(desk, PersonDetails(forename="Ben", surname="Xu")).result
    for person in (asha, ben):
        development.remove_action(desk, planned(desk, person))
    assert [one.about for one in recently_removed(hers)] == [asha]
    (of_ben,) = (one for one in recently_removed(desk) if one.about == ben)
    with pytest.raises(NotAllowed):
        bring_back(hers, of_ben)


def test_a_private_note_that_is_taken_away_is_gone(hers):
    note = reflections.keep_note(hers, None, "Only mine").result
    reflections.remove_note(hers, note)
    assert recently_removed(hers) == ()


def test_after_thirty_days_it_is_gone(make_college):
    now = [TODAY]
    desk = make_college("Later", lambda: now[0])
    structure.remove_team(desk, structure.add_team(desk, "Blue").result)
    now[0] += timedelta(days=31)
    assert recently_removed(desk) == ()
    structure.remove_team(desk, structure.add_team(desk, "Green").result)
    assert [one.sentence for one in recently_removed(desk)] == ["Removed the team Green"]


def test_whoever_asks_what_is_held_is_told_of_it_and_an_erasure_ends_it(desk, asha):
    development.remove_action(desk, planned(desk, asha, "Learn about seizures"))
    told = repr(held.held_on(desk, asha))
    assert "Learn about seizures" in told
    people.mark_leaver(desk, asha, date(2026, 1, 1))
    erasing.erase(desk, asha, "Asked for it")
    assert recently_removed(desk) == ()


def test_the_undo_list_takes_back_down_to_what_was_chosen(desk):
    for name in ("Blue", "Green", "Red"):
        structure.add_team(desk, name)
    assert [line.sentence for line in desk.undo_list()][:2] == [
        "Added the team Red",
        "Added the team Green",
    ]
    done = desk.undo_many(2)
    assert (done.result, teams(desk)) == ("", ["Blue"])
    assert done.changes.sentence == "Added the team Red; Added the team Green"
    assert [line.sentence for line in desk.undo_list()] == ["Added the team Blue"]
