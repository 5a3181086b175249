"""Teams and sites: named, renamed, removed when nobody is there."""

from datetime import date

import pytest

from lsadesk.domain.staff.people import PersonDetails
from lsadesk.errors import UserError
from lsadesk.operations.staff import people, structure


def sizes(desk):
    """Every team and site by name with its number of people."""
    found = structure.structure(desk)
    return {each.name: number for each, number in (*found.teams, *found.sites)}


def test_teams_and_sites_say_how_many_work_there_now(desk):
    team = structure.add_team(desk, "Cookery").result
    site = structure.add_site(desk, "Quayside").result
    here = {"team": team, "sites": frozenset({site})}
    people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur", **here))
    gone = PersonDetails(forename="Ben", surname="Cole", left_on=date(2026, 7, 1), **here)
    people.add_person(desk, gone)
    structure.add_team(desk, "Art")
    assert sizes(desk) == {"Art": 0, "Cookery": 1, "Quayside": 1}


def test_adding_a_team_twice_keeps_one(desk):
    assert (
        structure.add_team(desk, " Cookery ").result == structure.add_team(desk, "Cookery").result
    )


@pytest.mark.parametrize("add", [structure.add_team, structure.add_site])
def test_a_blank_name_is_refused(desk, add):
    with pytest.raises(UserError, match="needs a name"):
        add(desk, "  ")


@pytest.mark.parametrize(
    ("add", "rename"),
    [
        (structure.add_team, structure.rename_team),
        (structure.add_site, structure.rename_site),
    ],
)
def test_a_name_is_changed_undone_and_never_taken_twice(desk, add, rename):
    first = add(desk, "Cookery").result
    add(desk, "Art")
    rename(desk, first, "Catering")
    assert sizes(desk) == {"Art": 0, "Catering": 0}
    desk.undo()
    assert sizes(desk) == {"Art": 0, "Cookery": 0}
    with pytest.raises(UserError, match="called Art already"):
        rename(desk, first, "Art")


@pytest.mark.parametrize(
    ("add", "remove", "field"),
    [
        (structure.add_team, structure.remove_team, "team"),
        (structure.add_site, structure.remove_site, "sites"),
    ],
)
def test_what_is_in_use_is_not_removed(desk, add, remove, field):
    group = add(desk, "Cookery").result
    value = group if field == "team" else frozenset({group})
    people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur", **{field: value}))
    with pytest.raises(UserError, match="There are still people"):
        remove(desk, group)
    assert sizes(desk) == {"Cookery": 1}
    desk.undo()
    remove(desk, group)
    assert sizes(desk) == {}
    with pytest.raises(UserError, match="no longer in the college file"):
        remove(desk, group)
