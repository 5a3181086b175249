"""The career map, a role of it and one's own pathway as files to take away."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from lsadesk.domain.careers.career_sheet import MapSheet, Paper, PathwaySheet, RoleSheet
from lsadesk.domain.careers.catalogue import Area, AreaId, Responsibility, Share
from lsadesk.domain.careers.coverage import Grid
from lsadesk.domain.careers.framework import RoleId
from lsadesk.domain.changes import NOTHING, Done
from lsadesk.domain.rights import EXPORT, Kind
from lsadesk.errors import UserError
from lsadesk.operations.careers import career, layer
from lsadesk.operations.careers.career import CareerMap
from lsadesk.operations.desk import Desk, own_person
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry


def export_map(
    desk: Desk, path: Path, *, paper: Paper = Paper.A4, way: tuple[RoleId, ...] = ()
) -> Done[None]:
    """Write the map as PDF, with the person's own place and *way* on it."""
    from lsadesk.reports.career_map import write_map

    with _taken(desk, "pdf"):
        write_map(_sheet(desk, way), path, paper)
    return Done(None, NOTHING)


def export_map_svg(desk: Desk, path: Path, *, way: tuple[RoleId, ...] = ()) -> Done[None]:
    """Write the map as SVG."""
    from lsadesk.reports.career_map import write_map_svg

    with _taken(desk, "svg"):
        write_map_svg(_sheet(desk, way), path)
    return Done(None, NOTHING)


def map_picture(desk: Desk, *, way: tuple[RoleId, ...] = ()) -> str:
    """The map as SVG text in the reading font alone, for the window to turn into dots."""
    from lsadesk.reports.career_map import map_svg
    from lsadesk.reports.fonts import FAMILY

    return map_svg(_sheet(desk, way), families=FAMILY)


def export_map_png(desk: Desk, path: Path, png: bytes) -> Done[None]:
    """Write the map as a picture that was made of `map_picture`."""
    from lsadesk.reports.files import written_whole

    with _taken(desk, "png"), written_whole(path) as draft:
        draft.write_bytes(png)
    return Done(None, NOTHING)


def export_pathway(
    desk: Desk, path: Path, goal: RoleId, *, start: RoleId | None = None
) -> Done[None]:
    """Write my ways to *goal* as PDF, from *start* (None: from where I am).

    Raises:
        UserError: it is not known where on the map to begin, or *goal* is not on it any more.
    """
    from lsadesk.reports.pathway_pdf import write_pathway

    person = own_person(desk)
    with desk.reading(Kind.CAREER, person, EXPORT) as reading:
        name = people.get(reading, person).name
    seen = career.my_map(desk)
    roles, place = seen.framework.roles, seen.place
    begins = start if start is not None or place is None else place.role
    if begins is None or begins not in roles or goal not in roles:
        raise UserError("The map does not know both ends of this way. Choose a role on it again.")
    sheet = PathwaySheet(
        college=desk.college,
        name=name,
        day=desk.today,
        start=roles[begins],
        goal=roles[goal],
        pathways=career.ways_to(seen, goal, start=begins),
        statements=seen.framework.statements,
    )
    write_pathway(sheet, path)
    desk.note(Entry("exported pathway", Kind.CAREER, person))
    return Done(None, NOTHING)


def export_role(desk: Desk, path: Path, role: RoleId) -> Done[None]:
    """Write a role as PDF, with what it does of the responsibilities here (A62).

    Raises:
        UserError: the role is no longer on the map.
    """
    from lsadesk.reports.role_pdf import write_role

    seen = career.my_map(desk)
    framework = seen.framework
    found = framework.roles.get(role)
    if found is None:
        raise UserError("This role is no longer on the map. Choose another one.")
    grid = layer.responsibilities_grid(desk, (role,))
    sheet = RoleSheet(
        college=desk.college,
        day=desk.today,
        role=found,
        family=next(one.name for one in framework.lanes if one.id == found.lane),
        level=next(one for one in framework.levels if one.number == found.level),
        standards=tuple(framework.standards[one] for one in found.standards),
        shares=_by_area(grid, seen.catalogue.areas),
        ways_on=tuple(
            (one, framework.roles[one.destination]) for one in framework.routes_from(role)
        ),
        statements=framework.statements,
    )
    write_role(sheet, path)
    return Done(None, NOTHING)


def _by_area(
    grid: Grid, areas: Mapping[AreaId, Area]
) -> tuple[tuple[Area, tuple[tuple[Responsibility, Share], ...]], ...]:
    """What the one role of *grid* does, without what it has no share in."""
    done = [(line.responsibility, line.shares[0]) for line in grid.lines]
    by_area = (
        (
            area,
            tuple(
                (what, share)
                for what, share in done
                if what.area == area.id and share is not Share.NONE
            ),
        )
        for area in areas.values()
    )
    return tuple((area, shares) for area, shares in by_area if shares)


@contextmanager
def _taken(desk: Desk, how: str) -> Iterator[None]:
    """Whatever is written in here is on the trail; a map with nobody on it is nobody's record."""
    person = desk.person
    if person is not None:
        desk.require_now(Kind.CAREER, person, EXPORT)
    yield
    desk.note(Entry("exported career map", Kind.CAREER, person, how))


def _sheet(desk: Desk, way: tuple[RoleId, ...]) -> MapSheet:
    seen: CareerMap = career.my_map(desk)
    place = seen.place
    return MapSheet(
        college=desk.college,
        day=desk.today,
        framework=seen.framework,
        here=None if place is None else place.role,
        wishes=() if place is None else place.wishes,
        way=tuple(role for role in way if role in seen.framework.roles),
    )
