"""Who leads whom on the organisation chart."""

from datetime import date

from lsadesk.domain.staff.org_chart import org_chart
from lsadesk.domain.staff.people import Person, PersonId, TeamId

DAY = date(2026, 11, 24)


def chart(names, managers, **left):
    """The chart of people named in the order of their numbers from 1."""
    staff = [
        Person(
            id=PersonId(at),
            version=1,
            forename=name,
            surname="",
            title="LSA",
            team=TeamId(1),
            left_on=left.get(name),
        )
        for at, name in enumerate(names, 1)
    ]
    return org_chart("A college", DAY, staff, managers, {TeamId(1): "Cookery"})


def told(found):
    """Each manager with their step and those below, then those without."""
    units = [(u.manager.name, u.depth, [p.name for p in u.people]) for u in found.units]
    return units, [post.name for post in found.alone]


def test_managers_stand_from_the_top_down_each_with_their_people():
    found = chart(("Head", "Senior", "Asha", "Ben", "Cai"), {2: 1, 3: 2, 4: 1})
    assert told(found) == ([("Head", 0, ["Ben"]), ("Senior", 1, ["Asha"])], ["Cai"])


def test_people_who_manage_each_other_are_still_on_it_once():
    assert told(chart(("Asha", "Ben", "Cai"), {1: 2, 2: 1, 3: 2})) == (
        [("Asha", 0, []), ("Ben", 1, ["Cai"])],
        [],
    )


def test_whoever_has_left_is_not_on_it_and_leads_nobody():
    found = chart(("Head", "Asha"), {2: 1}, Head=date(2026, 7, 1))
    assert told(found) == ([], ["Asha"])
