"""What stands on each role of the map: in one's own view, and in the college's."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from lsadesk.domain.careers.career import fit
from lsadesk.domain.careers.framework import Role, RoleId
from lsadesk.domain.careers.workforce import SMALLEST_GROUP, CollegeMap, Figures
from lsadesk.domain.staff.people import TeamId
from lsadesk.operations.careers.career import CareerMap
from lsadesk.ui.career.items import Standing
from lsadesk.ui.career.words import figures_words, mark
from lsadesk.ui.words import tr

_STAR = "\u2605"


@dataclass(frozen=True, slots=True)
class CollegeView:
    """The college's people on the map; *team* None: all of them."""

    college: CollegeMap
    team: TeamId | None = None

    def figures(self, role: RoleId) -> Figures:
        """*role* in numbers."""
        return self.college.figures(role, self.team)


def marks_of(seen: CareerMap, college: CollegeView | None, role: RoleId) -> str:
    """In words, what stands on *role*: of the person, or (*college*) of everybody."""
    return mark(seen, role) if college is None else figures_words(college.figures(role))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is chosen on the map: a role, where it leads, where it is come to from.

    *found* are the roles that a search found; None: nothing is searched for.
    """

    role: RoleId | None = None
    near: Collection[RoleId] = field(default_factory=frozenset)
    before: Collection[RoleId] = field(default_factory=frozenset)
    found: Collection[RoleId] | None = None


def standings(
    seen: CareerMap, college: CollegeView | None, choice: Choice
) -> Mapping[RoleId, Standing]:
    """How every role stands out; what was not found is faded.

    In one's own view, where the choice leads to says how much of what it asks is there.
    """
    badges = _own_badges(seen) if college is None else _college_badges(seen, college)
    place = None if college is not None else seen.place
    return {
        role.id: Standing(
            here=place is not None and place.role == role.id,
            wished=place is not None and role.id in place.wishes,
            chosen=role.id == choice.role,
            near=role.id in choice.near,
            before=role.id in choice.before,
            faded=choice.found is not None and role.id not in choice.found,
            share=None if place is None or role.id not in choice.near else _share(seen, role),
            left=badges.get(role.id, ("", ""))[0],
            right=badges.get(role.id, ("", ""))[1],
        )
        for role in seen.framework.roles.values()
    }


def _share(seen: CareerMap, role: Role) -> float | None:
    """How much of what *role* asks is there; None where it asks nothing."""
    return fit(role, seen.known).share if role.asks else None


def _own_badges(seen: CareerMap) -> dict[RoleId, tuple[str, str]]:
    place = seen.place
    if place is None:
        return {}
    badges = {role: ("", tr("{star} Wish", star=_STAR)) for role in place.wishes}
    if place.role is not None:
        badges[place.role] = (tr("You"), badges.get(place.role, ("", ""))[1])
    return badges


def _college_badges(seen: CareerMap, college: CollegeView) -> dict[RoleId, tuple[str, str]]:
    badges = {}
    for role in seen.framework.roles:
        figures = college.figures(role)
        wishes = f"{_STAR} {figures.wishes}" if figures.wishes else ""
        badges[role] = (_people(figures), wishes)
    return badges


def _people(figures: Figures) -> str:
    """ "7", "7 of 9" where posts are known, nothing for nobody."""
    people = f"<{SMALLEST_GROUP}" if figures.people is None else str(figures.people)
    if figures.posts is not None:
        return tr("{people} of {posts}", people=people, posts=figures.posts)
    return "" if figures.people == 0 else people
