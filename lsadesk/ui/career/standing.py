"""What stands on each role of the map: in one's own view, and in the college's."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from lsadesk.domain.framework import RoleId
from lsadesk.domain.people import TeamId
from lsadesk.domain.workforce import SMALLEST_GROUP, CollegeMap, Figures
from lsadesk.operations.career import CareerMap
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


def standings(
    seen: CareerMap,
    college: CollegeView | None,
    *,
    chosen: RoleId | None,
    near: Collection[RoleId | None],
    found: Collection[RoleId] | None,
) -> Mapping[RoleId, Standing]:
    """How every role stands out; what is not among *found* is faded, None: nothing is."""
    badges = _own_badges(seen) if college is None else _college_badges(seen, college)
    place = None if college is not None else seen.place
    return {
        role: Standing(
            here=place is not None and place.role == role,
            wished=place is not None and role in place.wishes,
            chosen=role == chosen,
            near=role in near,
            faded=found is not None and role not in found,
            left=badges.get(role, ("", ""))[0],
            right=badges.get(role, ("", ""))[1],
        )
        for role in seen.framework.roles
    }


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
