"""The catalogue is whole: its counts, its sources, and that it refers to what is there."""

import shutil
from collections import Counter

import pytest

from lsadesk.domain.careers.catalogue import CpdGroup, QualificationKind
from lsadesk.domain.careers.framework import RoleId, Source
from lsadesk.store.careers.library import BUILT_IN, built_in, load


@pytest.fixture
def catalogue():
    return built_in().catalogue


@pytest.fixture
def framework():
    return built_in().framework


@pytest.fixture
def edited(tmp_path):
    """Load a copy of the content in which one text of one file was replaced once."""

    def edit(file, old, new):
        shutil.copytree(BUILT_IN, tmp_path, dirs_exist_ok=True)
        text = (tmp_path / file).read_text("utf-8")
        assert old in text
        (tmp_path / file).write_text(text.replace(old, new, 1), "utf-8")
        return load(tmp_path)

    return edit


def test_there_are_33_qualifications_in_four_bands(catalogue):
    bands = Counter(one.band for one in catalogue.qualifications.values())
    assert list(catalogue.bands) == ["level-2", "level-3", "level-4-6", "level-6-8"]
    assert [bands[band] for band in catalogue.bands] == [8, 12, 10, 3]


def test_three_and_four_qualifications_were_designed_for_lsas(catalogue):
    levels = Counter(
        one.level
        for one in catalogue.qualifications.values()
        if one.kind is QualificationKind.FOR_LSAS
    )
    assert levels == {2: 3, 3: 4}


def test_every_kind_of_qualification_is_there(catalogue):
    assert {one.kind for one in catalogue.qualifications.values()} == set(QualificationKind)


def test_a_band_says_what_it_means_for_the_job_and_who_offers_it(catalogue):
    for band in catalogue.bands.values():
        assert band.supervision
        assert band.offered_by


def test_there_are_29_ways_of_developing_in_three_groups(catalogue):
    groups = Counter(one.group for one in catalogue.cpd.values())
    assert [groups[group] for group in CpdGroup] == [9, 9, 11]


@pytest.mark.parametrize(
    ("shelf", "count"),
    [
        ("modes", 10),
        ("levels", 4),
        ("points", 4),
        ("point_routes", 2),
        ("areas", 8),
        ("responsibilities", 37),
        ("stories", 11),
        ("findings", 16),
    ],
)
def test_the_shelves_hold_what_the_sources_count(catalogue, shelf, count):
    assert len(getattr(catalogue, shelf)) == count


def test_the_responsibilities_stand_under_their_headings_and_one_has_three_parts(catalogue):
    areas = Counter(one.area for one in catalogue.responsibilities.values())
    assert [areas[area] for area in catalogue.areas] == [9, 4, 2, 5, 2, 3, 4, 8]
    parts = [len(one.parts) for one in catalogue.responsibilities.values() if one.parts]
    assert parts == [3]


def test_the_recommendations_are_counted_as_in_the_summary_and_in_the_closing_section(catalogue):
    asked = Counter(one.whom for one in catalogue.recommendations)
    closing = Counter(one.whom for one in catalogue.recommendations if one.closing)
    assert asked == {"individuals": 4, "organisations": 7, "government": 4}
    assert closing == {"individuals": 4, "organisations": 7, "government": 3}


def test_titles_of_both_sources_are_suggested(catalogue):
    from_guidance = Counter(one.category for one in catalogue.titles if one.source.document == "E")
    assert from_guidance == {"learning support": 6, "learner support": 5}
    assert sum(one.source.document == "L" for one in catalogue.titles) == 7


def test_cover_for_a_teacher_begins_at_point_3_and_the_two_routes_are_equals(catalogue):
    assert [point.may_cover for point in catalogue.points] == [False, False, True, True]
    assert {route.id for route in catalogue.point_routes} == {"teaching", "specialist"}


def test_the_ways_in_of_the_report_are_there(catalogue):
    assert {"agency", "bank", "school-ta", "care", "graduate", "career-change"} <= set(
        catalogue.entry_points
    )


def test_every_entry_names_its_source_section_and_day(catalogue):
    for shelf in catalogue.__slots__:
        entries = getattr(catalogue, shelf)
        for entry in entries.values() if hasattr(entries, "values") else entries:
            assert isinstance(entry.source, Source), entry
            assert entry.source.section, entry


def test_a_name_of_today_says_where_it_was_looked_up(catalogue):
    with_today = [one for one in catalogue.qualifications.values() if one.today]
    assert len(with_today) >= 10
    assert all(one.today_source.document == "T" for one in with_today)
    assert all(one.today_note for one in with_today)


def test_everything_that_is_named_is_on_the_map(framework, catalogue):
    named = {step.role for story in catalogue.stories.values() for step in story.steps}
    named |= {one.role for one in catalogue.entry_points.values()}
    named |= {one.role for one in catalogue.titles}
    named |= {role for route in catalogue.point_routes for role in route.roles}
    named |= {role for level in catalogue.levels for role in level.roles}
    for one in catalogue.responsibilities.values():
        named |= {*one.leads, *one.contributes}
    assert named <= set(framework.roles)


def test_every_route_refers_to_what_is_in_the_library(framework, catalogue):
    for route in framework.routes:
        assert set(route.qualifications) <= set(catalogue.qualifications), route
        assert set(route.cpd) <= set(catalogue.cpd), route
        assert route.months[1] >= 1, route


def test_a_story_is_told_on_the_same_steps_as_the_map(framework, catalogue):
    """A story goes along routes or says what led from one role to the next."""
    for story in catalogue.stories.values():
        assert len(story.roles()) >= 2, story.id
        assert all(step.led for step in story.steps), story.id
        assert set(story.roles()) <= set(framework.roles)


def test_stories_are_found_by_a_role_they_pass_through(catalogue):
    names = {story.name for story in catalogue.stories_through(RoleId("ls-coordinator"))}
    assert names == {"Kay"}


def test_no_responsibility_is_led_and_contributed_to_by_the_same_role(catalogue):
    for one in catalogue.responsibilities.values():
        assert one.leads, one.id
        assert not set(one.leads) & set(one.contributes), one.id


@pytest.mark.parametrize("word", [" pay ", "salary", "failed", "failing", " must ", "required to"])
def test_nothing_about_pay_failing_or_having_to_is_said(catalogue, word):
    for shelf in catalogue.__slots__:
        assert word not in str(getattr(catalogue, shelf)).casefold(), shelf


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("qualifications.toml", 'band = "level-2"', 'band = "level-9"', "there is no band level-9"),
        ("qualifications.toml", "level = 2\n", "level = 3\n", "there is no level 3"),
        ("qualifications.toml", 'covers = ["A"', 'covers = ["Z"', "there is no standard Z"),
        ("qualifications.toml", 'after = ["prep', 'after = ["pre', "there is no qualification"),
        ("qualifications.toml", 'kind = "degree"', 'kind = "diploma"', "diploma"),
        ("qualifications.toml", 'audience = ["', 'audience = ["no ', "no starting"),
        ("cpd.toml", 'mode = "shadowing"', 'mode = "peering"', "peering"),
        ("cpd.toml", 'closes = ["', 'closes = ["x', "there is no statement"),
        ("levels.toml", "id = 4", "id = 5", "there is no LSA Level 5"),
        ("points.toml", "may_cover = false", "may_cover = 0", "may_cover is not true or false"),
        ("levels.toml", "least-first = 1", "least-first = 7", "there is no level 7"),
        ("stories.toml", 'role = "graduate"', 'role = "student"', "there is no role student"),
        ("stories.toml", 'title = "Mu', 'name = "Mu', "'title' is missing"),
        ("stories.toml", 'led = "He', 'colour = "red"\nled = "He', "nobody knows the key colour"),
        ("responsibilities.toml", 'area = "work"', 'area = "play"', "there is no area play"),
        ("recommendations.toml", 'whom = "gov', 'whom = "the gov', "there is no reader"),
        ("titles.toml", 'category = "learner', 'category = "other', "there is no category"),
        ("findings.toml", 'source = "L"\n', "", "'source' is missing"),
        ("barriers.toml", 'name = "Money"', 'name = " "', "name has no text"),
    ],
)
def test_a_faulty_entry_is_left_out_alone(edited, file, old, new, reason):
    library = edited(file, old, new)
    assert [problem.file for problem in library.problems] == [file]
    assert reason in library.problems[0].reason
    assert len(library.framework.routes) == len(built_in().framework.routes)


def test_what_comes_before_itself_is_left_out_with_all_of_its_circle(edited):
    library = edited("qualifications.toml", 'after = ["ptlls-l4"]', 'after = ["ctlls-l4"]')
    (problem,) = library.problems
    assert problem.entry == "ctlls-l4"
    assert "leads back" in problem.reason


def test_a_route_with_months_the_wrong_way_round_is_left_out(edited):
    library = edited("routes.toml", "months = [1, 6]", "months = [6, 1]")
    assert [one.reason for one in library.problems] == ["months are not from less to more"]


def test_a_whole_shelf_that_cannot_be_read_leaves_the_rest(edited):
    library = edited("stories.toml", "[[story]]", "[[story")
    assert [one.entry for one in library.problems] == ["the whole file"]
    assert not library.catalogue.stories
    assert len(library.catalogue.qualifications) == 33
