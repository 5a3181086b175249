"""A college's own stories: with consent, without names, beside the built-in ones."""

import pytest

from lsadesk.domain.careers.catalogue import Consent, StoryId
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.careers.layer import LayerKind
from lsadesk.domain.developing.development import Behind, BehindKind
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.errors import UserError
from lsadesk.operations.careers import career, layer, library
from lsadesk.operations.developing import development
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people

SECRET = "a long enough secret"
STEPS = [
    {"role": "new-lsa", "title": "New LSA", "years": "2019", "led": "Siân Ddu-Hughes asked her"},
    {"role": "lsa", "title": "LSA", "years": "2020 to 2023", "led": "she will say: time"},
]


@pytest.fixture
def sian(desk):
    """Somebody on the staff list, and her place on the map."""
    details = PersonDetails(forename="Siân", surname="Ddu-Hughes", title="LSA", role="new-lsa")
    return people.add_person(desk, details).result


def story_of(desk, entry):
    return career.my_map(desk).catalogue.stories[StoryId(entry)]


def test_under_another_name_the_names_of_the_staff_are_taken_out(desk, sian):
    told = ["Siân began with one learner.", "Will the others follow? Mrs Ddu-Hughes hopes so."]
    entry = layer.add_story(
        desk, "Siân", Consent.OTHER_NAME, STEPS, about="From one learner to many", told=told
    ).result
    story = story_of(desk, entry)
    assert story.name == "One of us"
    assert story.told == (
        "somebody began with one learner.",
        "Will the others follow? Mrs somebody hopes so.",
    )
    assert story.steps[0].led == "somebody asked her"
    assert "si" not in entry.removeprefix("own-")
    renamed = layer.rename(desk, LayerKind.STORY, entry, "Siân Ddu-Hughes")
    assert story_of(desk, entry).name == "One of us"
    assert "Siân" not in renamed.changes.sentence


def test_who_agreed_to_be_named_keeps_the_name(desk, sian):
    entry = layer.add_story(desk, "Siân", Consent.OWN_NAME, STEPS).result
    story = story_of(desk, entry)
    assert (story.name, story.steps[0].led) == ("Siân", "Siân Ddu-Hughes asked her")
    layer.change(desk, LayerKind.STORY, entry, {"consent": Consent.OTHER_NAME.value})
    story = story_of(desk, entry)
    assert (story.name, story.steps[0].led) == ("One of us", "somebody asked her")


def test_nobody_else_is_named_by_who_agreed_to_be(desk, sian):
    entry = layer.add_story(desk, "Mair Owen", Consent.OWN_NAME, STEPS, told=["Mair here."]).result
    story = story_of(desk, entry)
    assert (story.name, story.told) == ("Mair Owen", ("Mair here.",))
    assert story.steps[0].led == "somebody asked her"


def test_a_story_needs_a_step_and_a_role_that_is_on_the_map(desk):
    with pytest.raises(UserError, match="no step"):
        layer.add_story(desk, "Mair", Consent.OTHER_NAME, [])
    with pytest.raises(UserError, match="no role"):
        layer.add_story(desk, "Mair", Consent.OTHER_NAME, [{"role": "baker", "title": "Baker"}])
    assert len(career.my_map(desk).catalogue.stories) == 11


def test_an_own_story_stands_beside_a_person_and_begins_a_plan(desk, sian):
    entry = layer.add_story(desk, "Mair", Consent.OTHER_NAME, STEPS).result
    accounts.add_account(desk, "sian", SECRET, person=sian, is_own=True)
    hers = college.unlock(desk.folder, "sian", SECRET)
    seen = career.my_map(hers)
    beside = next(one for one in career.stories_of(seen) if one.story.id == entry)
    assert (beside.here, beside.next, beside.shared) == (0, (1,), 1)
    assert beside.story in seen.catalogue.stories_through(RoleId("lsa"))
    library.plan_from_story(hers, sian, beside.story, after=0)
    assert [line.what for line in development.actions(hers, sian)] == ["LSA"]
    assert career.my_map(hers).planned == {Behind(BehindKind.STORY, entry)}
    hers.close()


def test_a_story_is_hidden_shown_removed_and_all_of_it_undone(desk):
    entry = layer.add_story(desk, "Mair", Consent.OTHER_NAME, STEPS).result

    def is_told():
        return entry in career.my_map(desk).catalogue.stories

    layer.hide(desk, LayerKind.STORY, entry)
    assert not is_told()
    layer.hide(desk, LayerKind.STORY, entry, hidden=False)
    assert is_told()
    layer.put_back(desk, LayerKind.STORY, entry)
    assert not is_told()
    desk.undo()
    assert is_told()
    assert story_of(desk, entry).source.document_name == "Your college"
