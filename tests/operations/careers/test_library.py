"""The library: found as one types, filtered, marked, and put into a plan."""

import pytest

from lsadesk.domain.careers.catalogue import Audience, CpdId, QualificationId, StoryId
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.careers.opportunities import Filters, Shelf
from lsadesk.domain.developing.development import Mode
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.domain.staff.record import HeldQualification, Holding, PastRole
from lsadesk.errors import UserError
from lsadesk.operations.careers import career, layer, library
from lsadesk.operations.developing import development
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people, record

SECRET = "a long enough secret"


@pytest.fixture
def asha(desk):
    """The desk of an LSA at Level 3."""
    details = PersonDetails(forename="Asha", surname="Kaur", title="LSA", level=3)
    person = people.add_person(desk, details).result
    accounts.add_account(desk, "asha", SECRET, person=person, is_own=True)
    hers = college.unlock(desk.folder, "asha", SECRET)
    yield hers
    hers.close()


@pytest.fixture
def found(desk):
    """Finds in the built-in library: ids, best first."""
    index = library.open_library(desk).index

    def find(text, **filters):
        return [item.id for item in index.find(text, Filters(**filters))]

    return find


def test_everything_is_listed_with_the_day_it_was_checked(desk):
    opened = library.open_library(desk)
    shelves = [item.shelf for item in opened.items]
    assert shelves.count(Shelf.QUALIFICATION) == 33
    assert shelves.count(Shelf.DEVELOPMENT) == 29
    assert shelves.count(Shelf.WAY) == 10
    assert all(item.checked.year == 2026 for item in opened.items)
    assert opened.problems == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("PTLLS", "ptlls-l3"),
        ("Award in Education and Training", "ptlls-l3"),
        ("preparing to teach", "ptlls-l3"),
        ("bsl 3", "bsl-l3"),
        ("sign langauge", "bsl-l2"),
        ("leadrship", "leadership-framework"),
        ("shadow", "shadowing"),
        ("doctrate", "doctorate"),
        ("QTLS", "dtlls-l5"),
        ("first aid", "first-aider"),
    ],
)
def test_old_names_new_names_word_forms_and_slips_find_it(found, text, first):
    assert found(text)[0] == first


def test_a_word_half_typed_finds_what_the_whole_word_finds(found):
    assert "mentor-new" in found("mento")
    assert set(found("mentoring")) <= set(found("me"))


def test_word_forms_are_one_word(found):
    assert set(found("mentoring")) == set(found("mentor")) == set(found("mentors"))


def test_a_short_word_is_taken_as_it_is(found):
    assert found("zzz") == []
    assert found("bzl") == []


def test_nothing_typed_lists_everything(found):
    assert len(found("  ")) == 33 + 29 + 10 + 4 + 7


def test_filters_narrow_what_is_found(found):
    assert set(found("", kind="designed for LSAs", level=3)) == {
        "prep-l3",
        "ls-l3",
        "cls-disabled",
        "cls-lln",
    }
    assert all(one.startswith("bsl") for one in found("sign language", level=3))
    assert "leadership-skills" in found("", mode=Mode.SHADOWING)
    assert "first-aider" in found("", audience=Audience.STARTING, shelf=Shelf.DEVELOPMENT)
    assert "doctorate" not in found("", audience=Audience.STARTING)
    assert found("ptlls", shelf=Shelf.NETWORK) == []


def test_what_a_person_holds_works_towards_or_wants_is_marked_and_can_be_filtered(asha):
    wanted = QualificationId("foundation-degree")
    record.set_qualification(asha, HeldQualification(qualification=wanted, state=Holding.WANTED))
    opened = library.open_library(asha)
    assert [item.id for item in opened.index.find("", Filters(state=Holding.WANTED))] == [wanted]
    assert opened.record.held == frozenset()


def test_an_account_of_nobody_has_a_library_without_marks(desk):
    opened = library.open_library(desk)
    assert opened.record is None
    assert {item.state for item in opened.items} == {None}


def test_the_colleges_own_qualification_is_found_by_its_short_name(desk):
    added = layer.add_qualification(desk, "Hydro award", band="level-2", level=2, also=["HPA"])
    assert [item.id for item in library.open_library(desk).index.find("hpa")] == [added.result]
    assert len(library.qualification_coverage(desk).lines) == 34


def test_an_activity_goes_into_the_plan_with_its_mode(asha):
    activity = library.open_library(asha).catalogue.cpd[CpdId("mentor-new")]
    library.plan_entry(asha, asha.person, activity)
    (line,) = development.actions(asha, asha.person)
    assert (line.what, line.mode) == ("Mentor a new LSA", Mode.MENTORING)


def test_a_qualification_goes_into_the_plan_as_a_course(asha):
    entry = library.open_library(asha).catalogue.qualifications[QualificationId("bsl-l2")]
    library.plan_entry(asha, asha.person, entry)
    assert development.actions(asha, asha.person)[0].mode is Mode.COURSE


def test_one_step_goes_into_the_plan_and_one_undo_takes_all_of_it_back(asha):
    ways = career.ways_to(career.my_map(asha), RoleId("senior-lsa"))
    done = library.plan_step(asha, asha.person, ways[0].steps[0])
    lines = development.actions(asha, asha.person)
    assert {one.why for one in lines} == {"Towards Senior LSA"}
    assert len(lines) == len(done.result) == 3
    asha.undo()
    assert development.actions(asha, asha.person) == []


def test_a_plan_begins_with_what_came_next_in_a_story(asha):
    story = library.open_library(asha).catalogue.stories[StoryId("ruth")]
    library.plan_from_story(asha, asha.person, story, after=4)
    lines = [line.what for line in development.actions(asha, asha.person)]
    assert lines == ["Senior LSA", "LSA representative"]
    with pytest.raises(UserError, match="ends here"):
        library.plan_from_story(asha, asha.person, story, after=6)


def test_the_nearest_story_is_told_first(asha):
    record.add_past(asha, PastRole(title="Care work", role=RoleId("care-work")))
    nearest = career.stories_of(career.my_map(asha))[0]
    assert nearest.story.name == "Ruth"
    assert nearest.here is not None


def test_ways_begin_where_the_person_is_or_where_they_ask(desk, asha):
    seen = career.my_map(asha)
    assert career.ways_to(seen, RoleId("senior-lsa"))[0].steps[0].route.origin == "experienced-lsa"
    asked = career.ways_to(seen, RoleId("senior-lsa"), start=RoleId("peer-mentor"))
    assert asked[0].steps[0].route.origin == "peer-mentor"
    assert career.ways_to(career.my_map(desk), RoleId("senior-lsa")) == ()


def test_the_grids_are_written_as_the_college_has_them(desk, tmp_path):
    layer.add_qualification(desk, "Hydro award", band="level-2", level=2)
    assert library.export_coverage(desk, tmp_path / "c.xlsx").result == 34
    assert library.export_grid(desk, tmp_path / "g.xlsx", (RoleId("lsa"),)).result == 37
    assert {path.name for path in tmp_path.glob("*.xlsx")} == {"c.xlsx", "g.xlsx"}
