"""A college renames, hides and adds; nothing of it is lost, and nothing unreadable gets in."""

import json
import shutil

import pytest

from lsadesk.domain.careers.catalogue import ResponsibilityId, Share
from lsadesk.domain.careers.framework import RoleId, RouteKind
from lsadesk.domain.careers.layer import LayerKind
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.domain.vocabulary import Term, Word
from lsadesk.errors import NotAllowed, Stale, UserError
from lsadesk.operations.appraisals import assessment
from lsadesk.operations.careers import career, layer
from lsadesk.operations.keeping import accounts, college, vocabulary
from lsadesk.operations.staff import people
from lsadesk.store.careers import layer as kept
from lsadesk.store.careers import library

SECRET = "a long enough secret"
SENIOR = RoleId("senior-lsa")


@pytest.fixture
def asha(desk):
    """The desk of an LSA."""
    details = PersonDetails(forename="Asha", surname="Kaur", title="LSA")
    person = people.add_person(desk, details).result
    accounts.add_account(desk, "asha", SECRET, person=person, is_own=True)
    hers = college.unlock(desk.folder, "asha", SECRET)
    yield hers
    hers.close()


def framework(desk):
    return career.my_map(desk).framework


def test_a_renamed_role_has_its_new_name_on_everybodys_map(desk, asha):
    done = layer.rename(desk, LayerKind.ROLE, SENIOR, " Lead enabler ")
    assert framework(asha).roles[SENIOR].name == "Lead enabler"
    assert done.changes.sentence == "Changed the role Senior LSA"
    desk.undo()
    assert framework(asha).roles[SENIOR].name == "Senior LSA"


def test_two_changes_to_one_entry_stand_together(desk):
    layer.rename(desk, LayerKind.ROLE, SENIOR, "Lead enabler")
    layer.change(desk, LayerKind.ROLE, SENIOR, {"level": 5, "asks": {"brief": 4}})
    role = framework(desk).roles[SENIOR]
    assert (role.name, role.level, dict(role.asks)) == ("Lead enabler", 5, {"brief": 4})


def test_an_entry_is_opened_with_what_is_built_in_beside_what_stands_now(desk):
    layer.rename(desk, LayerKind.ROLE, SENIOR, "Lead enabler")
    seen = layer.opened(desk, LayerKind.ROLE, SENIOR)
    assert (seen.now["name"], seen.built_in["name"]) == ("Lead enabler", "Senior LSA")


def test_two_people_who_change_one_entry_at_once_do_not_overwrite_each_other(desk):
    seen = layer.opened(desk, LayerKind.ROLE, SENIOR)
    layer.change(desk, LayerKind.ROLE, SENIOR, {"level": 5}, version=seen.version)
    with pytest.raises(Stale):
        layer.change(desk, LayerKind.ROLE, SENIOR, {"level": 6}, version=seen.version)
    assert framework(desk).roles[SENIOR].level == 5


def test_saying_again_what_stands_there_changes_nothing(desk):
    now = layer.opened(desk, LayerKind.ROLE, SENIOR).now
    layer.change(desk, LayerKind.ROLE, SENIOR, {"name": now["name"], "level": now["level"]})
    assert not layer.college_layer(desk).layer


@pytest.mark.parametrize(
    ("kind", "entry", "shown"),
    [
        (LayerKind.LEVEL, "4", lambda seen: seen.framework.levels[4].name),
        (
            LayerKind.ROUTE,
            "new-lsa>lsa",
            lambda seen: seen.framework.routes_from("new-lsa")[0].step,
        ),
        (
            LayerKind.QUALIFICATION,
            "ls-l2",
            lambda seen: seen.catalogue.qualifications["ls-l2"].name,
        ),
        (LayerKind.TITLE, "l-enabler", lambda seen: seen.catalogue.titles[-1].title),
    ],
)
def test_levels_routes_qualifications_and_titles_can_be_renamed(desk, kind, entry, shown):
    layer.rename(desk, kind, entry, "As we say")
    assert shown(career.my_map(desk)) == "As we say"


def test_a_hidden_role_takes_its_routes_with_it_and_the_stories_stay(desk):
    layer.hide(desk, LayerKind.ROLE, "notetaker")
    seen = career.my_map(desk)
    assert "notetaker" not in seen.framework.roles
    assert not [
        one for one in seen.framework.routes if "notetaker" in (one.origin, one.destination)
    ]
    assert len(seen.catalogue.stories) == 11
    layer.hide(desk, LayerKind.ROLE, "notetaker", hidden=False)
    assert len(framework(desk).routes) == len(library.built_in().framework.routes)


def test_a_role_that_somebody_holds_is_not_hidden(desk, asha):
    with pytest.raises(UserError, match="One person holds this role"):
        layer.hide(desk, LayerKind.ROLE, "lsa")
    assert "lsa" in framework(asha).roles


def test_an_added_role_with_a_route_is_on_everybodys_map(desk, asha):
    role = layer.add_role(
        desk, "Hydro pool lead", lane="care", level=3, titles=["hydro"], standards=["A", "C"]
    ).result
    route = layer.add_route(desk, "lsa", role, kind="vertical", months=[3, 9]).result
    seen = framework(asha)
    assert seen.roles[role].name == "Hydro pool lead"
    assert str(seen.roles[role].source) == "Your college: added here"
    found = next(one for one in seen.routes_from("lsa") if one.destination == role)
    assert (route, found.kind, found.months) == (f"lsa>{role}", RouteKind.VERTICAL, (3, 9))


def test_the_self_assessment_asks_what_the_colleges_own_role_asks(desk):
    layer.add_role(desk, "Pool lead", lane="care", level=3, titles=["pool lead"], standards=["C"])
    details = PersonDetails(forename="Ben", surname="Low", title="Pool lead")
    person = people.add_person(desk, details).result
    accounts.add_account(desk, "ben", SECRET, person=person, is_own=True)
    his = college.unlock(desk.folder, "ben", SECRET)
    assert "C" in {part.standard for part in assessment.my_sheet(his).parts}
    his.close()


def test_a_title_of_the_college_says_which_role_is_meant(desk, asha):
    layer.add_title(desk, "LSA", SENIOR)
    assert career.my_map(asha).place.role == SENIOR


def test_a_level_and_a_qualification_can_be_added(desk):
    layer.add_level(desk, 8, "Steers a trust")
    added = layer.add_qualification(
        desk, "Our own award", band="level-2", level=2, also=["OOA"], closes=["listen"]
    ).result
    seen = career.my_map(desk)
    assert seen.framework.levels[-1].number == 8
    assert seen.catalogue.qualifications[added].also == ("OOA",)


def test_two_roles_of_one_name_are_two_roles(desk):
    first = layer.add_role(desk, "Coach", lane="support", level=3).result
    second = layer.add_role(desk, "Coach", lane="support", level=3).result
    assert first != second
    assert {first, second} <= set(framework(desk).roles)


def test_what_cannot_be_read_is_refused_whole_and_says_why(desk):
    with pytest.raises(UserError, match="there is no lane moon"):
        layer.add_role(desk, "Moon LSA", lane="moon", level=3)
    with pytest.raises(UserError, match="there is no level 77"):
        layer.change(desk, LayerKind.ROLE, SENIOR, {"level": 77})
    with pytest.raises(UserError, match="leads back"):
        layer.change(desk, LayerKind.QUALIFICATION, "prep-l2", {"after": ["ls-l2"]})
    with pytest.raises(UserError, match="there is no role"):
        layer.add_route(desk, "lsa", "nowhere")
    with pytest.raises(UserError, match="cannot be empty"):
        layer.rename(desk, LayerKind.ROLE, SENIOR, "  ")
    with pytest.raises(UserError, match="no longer in the library"):
        layer.rename(desk, LayerKind.ROLE, "no-such", "X")
    assert layer.college_layer(desk).layer == ()


def test_a_route_that_is_there_is_not_added_again(desk):
    with pytest.raises(UserError, match="one already"):
        layer.add_route(desk, "new-lsa", "lsa")


def test_putting_back_brings_the_built_in_words_and_takes_own_entries_away(desk):
    layer.rename(desk, LayerKind.ROLE, SENIOR, "Lead enabler")
    own = layer.add_role(desk, "Coach", lane="support", level=3).result
    layer.put_back(desk, LayerKind.ROLE, SENIOR)
    layer.put_back(desk, LayerKind.ROLE, own)
    assert framework(desk) is library.built_in().framework


def test_nothing_is_lost_when_the_built_in_content_loses_an_entry(desk, tmp_path):
    layer.rename(desk, LayerKind.ROLE, "notetaker", "Scribe")
    shutil.copytree(library.BUILT_IN, tmp_path / "newer")
    for file in ("roles.toml", "routes.toml", "levels.toml"):
        path = tmp_path / "newer" / file
        path.write_text(path.read_text("utf-8").replace("notetaker", "note-writer"), "utf-8")
    newer = library.load(tmp_path / "newer", layer.college_layer(desk).layer)
    assert newer.framework.roles["notetaker"].name == "Scribe"
    assert newer.framework.roles["notetaker"].summary
    assert "note-writer" in newer.framework.roles
    assert newer.problems == ()


def test_an_update_of_the_built_in_words_reaches_what_the_college_did_not_change(desk, tmp_path):
    layer.rename(desk, LayerKind.ROLE, SENIOR, "Lead enabler")
    shutil.copytree(library.BUILT_IN, tmp_path / "newer")
    path = tmp_path / "newer" / "roles.toml"
    text = path.read_text("utf-8").replace("Guides a team of LSAs", "Looks after a team of LSAs")
    path.write_text(text, "utf-8")
    role = library.load(tmp_path / "newer", layer.college_layer(desk).layer).framework.roles[SENIOR]
    assert role.name == "Lead enabler"
    assert role.summary.startswith("Looks after")


def test_an_edit_made_from_what_no_longer_stands_is_refused(desk):
    layer.rename(desk, LayerKind.ROLE, SENIOR, "Lead enabler")
    (stale,) = layer.college_layer(desk).layer
    layer.rename(desk, LayerKind.ROLE, SENIOR, "Team lead")
    with desk.store.begin() as work, pytest.raises(Stale):
        kept.keep(work, stale)


def test_the_grid_keeps_what_the_college_says_and_gives_it_back(desk, asha):
    deploy = ResponsibilityId("deploy")

    def share(seen):
        grid = layer.responsibilities_grid(seen, (SENIOR,))
        return next(one for one in grid.lines if one.responsibility.id == deploy).shares[0]

    assert share(asha) is Share.CONTRIBUTES
    done = layer.set_share(desk, SENIOR, deploy, Share.LEADS)
    assert done.changes.sentence == "Changed the share in a responsibility of Senior LSA"
    assert share(asha) is Share.LEADS
    layer.set_share(desk, SENIOR, deploy, None)
    assert share(asha) is Share.CONTRIBUTES
    desk.undo()
    assert share(asha) is Share.LEADS


def test_a_share_or_posts_of_a_role_that_is_not_on_the_map_are_refused(desk):
    with pytest.raises(UserError, match="no longer on the map"):
        layer.set_posts(desk, RoleId("no-such"), 3)


def test_a_note_on_pay_stands_at_a_level_only_where_the_college_wrote_one(desk, asha):
    assert {one.pay_note for one in framework(asha).levels} == {""}
    layer.change(desk, LayerKind.LEVEL, "3", {"pay_note": "Grade 5 of our scale."})
    assert {one.number: one.pay_note for one in framework(asha).levels}[3] == (
        "Grade 5 of our scale."
    )
    layer.change(desk, LayerKind.LEVEL, "3", {"pay_note": ""})
    assert {one.pay_note for one in framework(asha).levels} == {""}


def test_a_dead_end_goes_when_a_route_is_added(desk):
    assert "director" in [one.role.id for one in layer.college_layer(desk).dead_ends]
    layer.add_route(desk, "director", "researcher", kind="career change", step="Study it all.")
    ends = {one.role.id: one.leads_down for one in layer.college_layer(desk).dead_ends}
    assert ends["director"] is True


def test_an_lsa_reads_the_colleges_map_and_may_not_change_it(desk, asha):
    with pytest.raises(NotAllowed):
        layer.rename(asha, LayerKind.ROLE, SENIOR, "Boss")
    with pytest.raises(NotAllowed):
        layer.add_role(asha, "Boss", lane="support", level=7)
    with pytest.raises(NotAllowed):
        layer.set_share(asha, SENIOR, ResponsibilityId("deploy"), Share.LEADS)
    with pytest.raises(NotAllowed):
        layer.college_layer(asha)


def test_an_edit_is_kept_as_plain_json(desk):
    layer.rename(desk, LayerKind.ROLE, SENIOR, "Uwch LSA ŵ")
    (edit,) = layer.college_layer(desk).layer
    assert json.loads(edit.fields) == {"name": "Uwch LSA ŵ"}
    assert json.loads(edit.whole)["checked"] == "2026-11-21"


def test_what_is_asked_is_in_the_colleges_words_and_names_of_roles_stay(desk):
    before = framework(desk)
    words = {Term.LSA: Word("enabler", "enablers"), Term.LEARNER: Word("student", "students")}
    vocabulary.set_vocabulary(desk, words)
    asked = framework(desk)
    assert "Being with students" in [part.name for part in asked.parts]
    texts = [text for one in asked.statements.values() for text in (one.text, *one.levels)]
    assert not any("learner" in text for text in texts)
    assert [role.name for role in asked.roles.values()] == [
        role.name for role in before.roles.values()
    ]
    desk.undo()
    assert framework(desk) is before
