"""Resources stand beside what they help with, for everybody; the college keeps them."""

from dataclasses import replace

import pytest

from lsadesk.domain.careers.resources import About, AboutKind, ResourceDetails, ResourceKind
from lsadesk.errors import Stale, UserError
from lsadesk.operations.auditing import audit
from lsadesk.operations.careers import resources

GOALS = About(AboutKind.STATEMENT, "own-goals")
CARDS = ResourceDetails(
    title="Goal cards", kind=ResourceKind.EXAMPLE, where="Shelf in room 4", about=GOALS
)


def test_a_resource_is_read_beside_what_it_helps_with(desk):
    resources.add_resource(desk, CARDS)
    resources.add_resource(desk, replace(CARDS, about=About(AboutKind.ENTRY, "ls-l2")))
    shelf = resources.resources_for(desk, GOALS)
    assert [one.title for one in shelf.resources] == ["Goal cards"]
    assert shelf.may_change
    assert len(resources.resources_for(desk).resources) == 2


def test_a_skill_of_the_college_takes_one_too(desk):
    skill = audit.add_skill(desk, "BSL").result
    about = About(AboutKind.SKILL, str(skill))
    assert about in {place.about for place in resources.places(desk)}
    resources.add_resource(desk, replace(CARDS, about=about))
    assert resources.resources_for(desk, about).resources


@pytest.mark.parametrize(
    "slip", [{"title": " "}, {"where": ""}, {"about": About(AboutKind.SKILL, "999")}]
)
def test_a_resource_that_nobody_could_find_is_refused(desk, slip):
    with pytest.raises(UserError):
        resources.add_resource(desk, replace(CARDS, **slip))


def test_a_stale_change_is_refused_and_a_removal_is_undone(desk):
    resources.add_resource(desk, CARDS)
    (read,) = resources.resources_for(desk).resources
    resources.change_resource(desk, read, replace(CARDS, where="Shelf in room 5"))
    with pytest.raises(Stale):
        resources.remove_resource(desk, read)
    (read,) = resources.resources_for(desk).resources
    resources.remove_resource(desk, read)
    desk.undo()
    assert resources.resources_for(desk).resources[0].where == "Shelf in room 5"
