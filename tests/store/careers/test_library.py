"""The built-in framework is whole, and a faulty file costs only its faulty entries."""

import shutil
from datetime import date
from itertools import pairwise

import pytest

from lsadesk import paths
from lsadesk.domain.careers.framework import GuideLayer, RoleId, RouteKind
from lsadesk.store.careers.library import built_in, load

BUILT_IN = paths.RESOURCES / "framework"


@pytest.fixture
def framework():
    return built_in().framework


@pytest.fixture
def edited(tmp_path):
    """Load a copy of the framework in which one text of one file was replaced once."""

    def edit(file, old, new):
        shutil.copytree(BUILT_IN, tmp_path, dirs_exist_ok=True)
        text = (tmp_path / file).read_text("utf-8")
        assert old in text
        (tmp_path / file).write_text(text.replace(old, new, 1), "utf-8")
        return load(tmp_path)

    return edit


def test_nothing_in_the_built_in_framework_is_left_out():
    assert built_in().problems == ()


def test_every_role_named_in_the_stories_and_structures_is_there(framework):
    named = {role.name for role in framework.roles.values()}
    assert len(named) == len(framework.roles) >= 60
    assert {
        "Senior LSA",
        "LSA manager",
        "LSA representative",
        "Learning support co-ordinator",
        "Care manager",
        "Senior practitioner",
        "Specialist support tutor",
        "Tutor for Deaf learners",
        "Communication support worker",
        "Note-taker",
        "Support tutor",
        "Associate teacher",
        "Advanced LSA practitioner",
        "Vocational technician",
        "Curriculum leader",
        "Cluster leader",
        "Director",
        "Careers adviser",
        "Higher level teaching assistant",
        "Community arts leader",
        "Armed forces",
    } <= named


def test_stories_ran_along_routes_and_routes_name_no_other_story(framework):
    told = {
        (before.role, after.role, story.name)
        for story in built_in().catalogue.stories.values()
        for before, after in pairwise(story.steps)
        if before.role != after.role and not after.ahead
    }
    named = {
        (route.origin, route.destination, name) for route in framework.routes for name in route.who
    }
    assert named == told
    assert len({name for *_, name in named}) == 11


def test_what_a_story_hopes_for_is_a_route_too(framework):
    routes = {(route.origin, route.destination) for route in framework.routes}
    for story in built_in().catalogue.stories.values():
        for before, after in pairwise(story.steps):
            assert before.role == after.role or (before.role, after.role) in routes, story.name


def test_every_kind_of_step_is_on_the_map(framework):
    assert {route.kind for route in framework.routes} == set(RouteKind)


def test_every_role_of_a_college_has_a_way_out(framework):
    last = {role.id for role in framework.roles.values() if not framework.routes_from(role.id)}
    inside = {role for role in last if framework.roles[role].lane != "beyond"}
    assert inside == {RoleId("director"), RoleId("careers-adviser")}


def test_every_role_can_be_reached_or_is_a_way_in(framework):
    reached = {route.destination for route in framework.routes}
    assert all(role.is_entry or role.id in reached for role in framework.roles.values())


def test_a_step_called_vertical_leads_up(framework):
    for route in framework.routes:
        if route.kind is RouteKind.VERTICAL:
            rise = framework.roles[route.destination].level - framework.roles[route.origin].level
            assert rise > 0, route


def test_the_three_standards_of_2011_are_there_and_one_for_leading(framework):
    assert list(framework.standards) == ["A", "B", "C", "D"]


def test_all_six_independence_habits_are_asked(framework):
    assert len(framework.statements_of("independence")) == 6


def test_the_questionnaire_speaks_in_the_first_person_and_no_level_repeats(framework):
    for statement in framework.statements.values():
        assert statement.text.startswith("I "), statement.id
        assert len(set(statement.levels)) == 5, statement.id
        assert statement.example, statement.id


def test_every_part_asks_something(framework):
    assert all(framework.questions_of(part.id) for part in framework.parts)
    assert (len(framework.statements), len(framework.questions)) == (51, 10)


def test_every_specialism_kind_of_the_report_is_there(framework):
    kinds = {one.kind for one in framework.specialisms.values()}
    assert kinds == {"need", "subject", "setting", "colleagues"}


def test_no_wording_makes_a_qualification_a_must(framework):
    for role in framework.roles.values():
        said = " ".join((role.summary, *role.qualifications, *role.experience)).casefold()
        assert "must" not in said, role.id
        assert "fail" not in said, role.id


def test_sources_name_document_section_and_day(framework):
    source = framework.roles[RoleId("senior-lsa")].source
    assert str(source).startswith("LSIS, Natspec and AoC")
    assert source.checked >= date(2026, 11, 1)


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("roles.toml", 'lane = "support"', 'lane = "sport"', "there is no lane sport"),
        ("roles.toml", "level = 4", "level = 44", "there is no level 44"),
        ("roles.toml", 'standards = ["A"]', 'standards = ["Z"]', "there is no standard Z"),
        ("roles.toml", "least-first = 1", "least-frist = 1", "there is no statement least-frist"),
        ("roles.toml", "least-first = 1", "least-first = 9", "there is no level 9"),
        ("roles.toml", 'summary = "Supports adults', 'sumary = "Supports adults', "is missing"),
        ("roles.toml", "entry = true", "entry = true\ncolour = 3", "nobody knows the key colour"),
        ("roles.toml", "entry = true", 'entry = "no"', "entry is not true or false"),
        ("roles.toml", "least-first = 1", "least-first = true", "there is no level True"),
        ("roles.toml", 'id = "lsa"', 'id = "new-lsa"', "the id is used twice"),
        ("routes.toml", 'kind = "lateral"', 'kind = "upward"', "upward"),
        ("routes.toml", 'origin = "lsa"', 'origin = "lso"', "there is no role lso"),
        ("routes.toml", 'id = "lsa>', 'id = "x>', "the id is not origin>destination"),
        ("specialisms.toml", 'source = "L"', 'source = "M"', "there is no source M"),
        ("specialisms.toml", "checked = 2026-11-21", 'checked = "soon"', "checked is not a date"),
        ("specialisms.toml", 'section = "', 'section = " " #', "section has no text"),
        ("statements.toml", '  "I use the goals', '  #"', "it has 4 levels, not 5"),
    ],
)
def test_a_faulty_entry_is_left_out_with_its_reason(edited, file, old, new, reason):
    library = edited(file, old, new)
    first = library.problems[0]
    assert first.file == file
    assert reason in first.reason
    assert str(first).startswith(f"{file}, ")
    assert len(library.framework.roles) >= 10


def test_a_route_that_leads_back_to_its_start_is_left_out(edited):
    library = edited(
        "routes.toml",
        'id = "care-work>new-lsa"\norigin = "care-work"\ndestination = "new-lsa"',
        'id = "new-lsa>new-lsa"\norigin = "new-lsa"\ndestination = "new-lsa"',
    )
    assert [problem.reason for problem in library.problems] == ["it leads back to where it starts"]


def test_a_file_that_cannot_be_read_is_named_once_and_the_rest_opens(edited):
    library = edited("specialisms.toml", "[[specialism]]", "[[specialism")
    assert [problem.entry for problem in library.problems] == ["the whole file"]
    assert len(library.framework.roles) >= 60
    assert not library.framework.specialisms


@pytest.mark.parametrize(
    ("content", "entry", "reason"),
    [
        (b"barrier = 3", "every barrier", "they are not entries"),
        (b"barrier = [1, 2]", "every barrier", "they are not entries"),
        (b"", "every barrier", "the file has none any more"),
        (bytes(range(256)), "the whole file", "it is not text"),
        (b"x = " + b"[" * 50_000 + b"]" * 50_000, "the whole file", "too deep"),
        (b"# " + b"x" * 4_000_001, "the whole file", "more than 4 MB"),
    ],
)
def test_a_file_of_another_kind_is_refused_and_the_rest_opens(tmp_path, content, entry, reason):
    shutil.copytree(BUILT_IN, tmp_path, dirs_exist_ok=True)
    (tmp_path / "barriers.toml").write_bytes(content)
    library = load(tmp_path)
    (problem,) = library.problems
    assert (problem.file, problem.entry) == ("barriers.toml", entry)
    assert reason in problem.reason
    assert len(library.framework.roles) >= 60


def test_a_file_that_is_gone_is_named(tmp_path):
    shutil.copytree(BUILT_IN, tmp_path, dirs_exist_ok=True)
    (tmp_path / "barriers.toml").unlink()
    assert [str(one) for one in load(tmp_path).problems] == [
        "barriers.toml, the whole file: it is not there"
    ]


def test_a_kind_of_entry_that_nobody_reads_is_named(edited):
    library = edited("barriers.toml", "[[barrier]]", "[[hurdle]]\nid = 1\n[[barrier]]")
    assert [str(one) for one in library.problems] == [
        "barriers.toml, hurdle: nobody knows this kind of entry"
    ]


def test_a_level_in_words_is_refused_in_words(edited):
    library = edited("roles.toml", "level = 2\nsummary", 'level = "two"\nsummary')
    assert library.problems[0].reason == "level is not a whole number"


def test_a_criterion_has_the_layers_that_were_supplied_and_no_others(edited):
    first = "Build trust and respect with learners"
    layered = f'{{ text = "{first}", knowledge = "How trust grows" }}'
    library = edited("standards.toml", f'"{first}"', layered)
    assert library.problems == ()
    criterion = library.framework.standards["A"].criteria[0]
    assert (criterion.text, criterion.layers) == (first, {GuideLayer.KNOWLEDGE: "How trust grows"})


def test_a_layer_that_no_guide_has_is_refused(edited):
    first = "Build trust and respect with learners"
    library = edited("standards.toml", f'"{first}"', f'{{ text = "{first}", colour = "red" }}')
    assert "colour" in library.problems[0].reason
