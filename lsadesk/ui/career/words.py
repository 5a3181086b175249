"""How the career map is put into words, for panel, table and screen reader alike."""

from lsadesk.domain.careers.career import Direction, direction, fit
from lsadesk.domain.careers.framework import (
    Framework,
    ResponsibilityLevel,
    Role,
    RoleId,
    Route,
    RouteKind,
)
from lsadesk.domain.careers.workforce import Figures
from lsadesk.operations.careers.career import CareerMap
from lsadesk.ui.words import count, tr


def kind_words(kind: RouteKind) -> str:
    """The kind of a step."""
    return {
        RouteKind.WITHIN_ROLE: tr("within the role"),
        RouteKind.LATERAL: tr("sideways"),
        RouteKind.VERTICAL: tr("more responsibility"),
        RouteKind.CAREER_CHANGE: tr("change of career"),
    }[kind]


def arrow_of(framework: Framework, route: Route) -> str:
    """An arrow that points as the step does on the map."""
    arrows = {Direction.UP: "\u2197", Direction.LEVEL: "\u2192", Direction.DOWN: "\u2198"}
    return arrows[direction(framework, route)]


def lane_name(framework: Framework, role: Role) -> str:
    """The family a role belongs to."""
    return next(lane.name for lane in framework.lanes if lane.id == role.lane)


def level_of(framework: Framework, role: Role) -> ResponsibilityLevel:
    """The height a role stands at."""
    return next(level for level in framework.levels if level.number == role.level)


def level_name(framework: Framework, role: Role) -> str:
    """What that height is called."""
    return level_of(framework, role).name


def mark(seen: CareerMap, role: RoleId) -> str:
    """What the role is to the person: where they are, a wish, or nothing."""
    place = seen.place
    if place is None:
        return ""
    marks = []
    if place.role == role:
        marks.append(tr("You are here"))
        marks += [tr("you want to stay")] if place.stays else []
    if role in place.wishes:
        marks.append(tr("Your wish"))
    return ", ".join(marks)


def holders(number: int | None) -> str:
    """How many in the college hold a role; None: too few to be said."""
    if number is None:
        return tr("Fewer than five people here hold it; how many is not shown.")
    if number == 0:
        return tr("Nobody here holds it at present.")
    return tr("{people} here.", people=count(number, "person holds it", "people hold it"))


def figures_words(figures: Figures) -> str:
    """A role in the college, in one line: "7 hold it, 3 wish for it, 9 posts, 2 of them open"."""
    parts = [_hold(figures.people)]
    if figures.wishes:
        parts.append(count(figures.wishes, "wishes for it", "wish for it"))
    if figures.posts is not None:
        parts.append(count(figures.posts, "post", "posts"))
    if open_posts(figures):
        parts.append(tr("{open} of them open", open=open_posts(figures)))
    return ", ".join(parts)


def _hold(people: int | None) -> str:
    if people is None:
        return tr("fewer than five hold it")
    return count(people, "holds it", "hold it") if people else tr("nobody holds it")


def open_posts(figures: Figures) -> int:
    """How many posts nobody holds; 0 where nobody says how many there are."""
    if figures.posts is None or figures.people is None:
        return 0
    return max(0, figures.posts - figures.people)


def rough_time(months: tuple[int, int]) -> str:
    """A rough span: "Roughly 6 to 18 months", in years from two years on."""
    least, most = months
    if most == 0:
        return tr("How long it takes cannot be said.")
    if least >= 24:
        least, most = round(least / 12), round(most / 12)
        unit = tr("years")
    else:
        unit = tr("months")
    span = f"{least}" if least == most else tr("{least} to {most}", least=least, most=most)
    return tr("Roughly {span} {unit}", span=span, unit=unit)


def nowhere(seen: CareerMap) -> str:
    """Why it is not known where the person is, and who can mend that."""
    if seen.place is None:
        return tr("This account belongs to nobody on the staff list, so nobody stands on the map.")
    return tr(
        "It is not known yet where on the map you are: your job title does not say it. "
        "Whoever keeps the staff list can choose your role there. You can look round meanwhile."
    )


def have_words(seen: CareerMap, role: Role) -> str:
    """ "8 of 11": how much of what the role asks is known to be there; "" for nobody's map."""
    if seen.place is None or not role.asks:
        return ""
    stands = fit(role, seen.known)
    return tr("{has} of {asked}", has=len(stands.has), asked=stands.asked)


def spoken_role(seen: CareerMap, role: RoleId, *, marks: str, place: int) -> str:
    """A role as a screen reader says it when the choice comes to it.

    *marks* is what stands on it, *place* its place in the order of reading, from 1.
    """
    framework, found = seen.framework, seen.framework.roles[role]
    parts = [
        found.name,
        marks,
        lane_name(framework, found),
        level_name(framework, found),
        count(len(framework.routes_from(role)), "way on", "ways on"),
        tr("{place} of {all}", place=place, all=len(framework.roles)),
    ]
    return ". ".join(part for part in parts if part)


def spoken_route(framework: Framework, route: Route) -> str:
    """A route as a screen reader says it."""
    return tr(
        "To {role}: {kind}. {step}",
        role=framework.roles[route.destination].name,
        kind=kind_words(route.kind),
        step=route.step,
    )
