"""The career map, the library and the college's layer over it."""

from dataclasses import replace

from lsadesk.domain.careers.catalogue import Consent
from lsadesk.domain.careers.layer import LayerKind
from lsadesk.domain.rights import (
    CHANGE,
    READ,
    Kind,
)
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.staff.record import HeldQualification, Holding
from lsadesk.operations.careers import career, layer, library, taking_map, workforce
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import people, record
from tests.operations.duty_operations.kinds import About, Anybody, Own, Whole
from tests.operations.duty_world import PAST, World


def _take_pathway(desk: Desk, world: World, _who: PersonId):
    """A way has to begin somewhere: whoever asks is put on the map first."""
    if (person := desk.person) is not None:
        record = people.person(world.owner, person)
        people.change_person(world.owner, person, record.version, replace(record, role=world.role))
    return taking_map.export_pathway(desk, world.path("pathway.pdf"), world.role)


def _catalogue(world: World):
    return career.my_map(world.owner).catalogue


def _qualification(world: World):
    return next(iter(_catalogue(world).qualifications.values()))


def _story(world: World):
    return next(iter(_catalogue(world).stories.values()))


def _responsibility(world: World):
    return next(iter(_catalogue(world).responsibilities.values())).id


def _step(world: World):
    seen = career.my_map(world.owner)
    route = seen.framework.routes[0]
    ways = career.ways_to(seen, route.destination, start=route.origin)
    return ways[0].steps[0]


def _level(world: World) -> int:
    return max(level.number for level in career.my_map(world.owner).framework.levels) + 1


def _new_route(desk: Desk, world: World) -> object:
    origin = layer.add_role(world.owner, "From", lane=_lane(world), level=1).result
    destination = layer.add_role(world.owner, "To", lane=_lane(world), level=1).result
    return layer.add_route(desk, origin, destination)


def _lane(world: World) -> str:
    return career.my_map(world.owner).framework.lanes[0].id


OPERATIONS = {
    "career.wish_for": Own(lambda d, w, p: career.wish_for(d, w.role, wished=True)),
    "career.wish_to_stay": Own(lambda d, w, p: career.wish_to_stay(d, stays=True)),
    "taking_map.export_map": Anybody(
        lambda d, w, p: taking_map.export_map(d, w.path("map.pdf")) and w.path("map.pdf"),
        needs_duty=False,
    ),
    "taking_map.export_map_svg": Anybody(
        lambda d, w, p: taking_map.export_map_svg(d, w.path("map.svg")), needs_duty=False
    ),
    "taking_map.export_map_png": Anybody(
        lambda d, w, p: taking_map.export_map_png(d, w.path("map.png"), b""), needs_duty=False
    ),
    "taking_map.export_role": Anybody(
        lambda d, w, p: taking_map.export_role(d, w.path("role.pdf"), w.role), needs_duty=False
    ),
    "taking_map.map_picture": Anybody(lambda d, w, p: taking_map.map_picture(d), needs_duty=False),
    "taking_map.export_pathway": Own(_take_pathway),
    "career.my_map": Anybody(lambda d, w, p: career.my_map(d), needs_duty=False),
    "layer.college_layer": Whole(READ, Kind.PERSON, lambda d, w, p: layer.college_layer(d)),
    "layer.rename": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: layer.rename(d, LayerKind.ROLE, w.role, "Renamed")
    ),
    "layer.change": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: layer.change(d, LayerKind.ROLE, w.role, {"level": 1})
    ),
    "layer.left_out": Anybody(lambda d, w, p: layer.left_out(d), needs_duty=False),
    "layer.opened": Whole(
        READ, Kind.PERSON, lambda d, w, p: layer.opened(d, LayerKind.ROLE, w.role)
    ),
    "layer.hide": Whole(
        CHANGE,
        Kind.PERSON,
        lambda d, w, p: layer.hide(d, LayerKind.ROLE, w.role, hidden=False),
    ),
    "layer.put_back": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: layer.put_back(d, LayerKind.ROLE, w.role)
    ),
    "layer.add_role": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: layer.add_role(d, "Own", lane=_lane(w), level=1)
    ),
    "layer.add_route": Whole(CHANGE, Kind.PERSON, lambda d, w, p: _new_route(d, w)),
    "layer.add_level": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: layer.add_level(d, _level(w), "Own")
    ),
    "layer.add_title": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: layer.add_title(d, "Own title", w.role)
    ),
    "layer.add_qualification": Whole(
        CHANGE,
        Kind.PERSON,
        lambda d, w, p: layer.add_qualification(d, "Own", band=_qualification(w).band, level=2),
    ),
    "layer.add_prompt": Whole(CHANGE, Kind.PERSON, lambda d, w, p: layer.add_prompt(d, "Own?")),
    "layer.add_story": Whole(
        CHANGE,
        Kind.PERSON,
        lambda d, w, p: layer.add_story(
            d, "Own", Consent.OTHER_NAME, [{"role": w.role, "title": "LSA"}]
        ),
    ),
    "layer.set_posts": Whole(CHANGE, Kind.PERSON, lambda d, w, p: layer.set_posts(d, w.role, 3)),
    "layer.set_share": Whole(
        CHANGE,
        Kind.PERSON,
        lambda d, w, p: layer.set_share(d, w.role, _responsibility(w), None),
    ),
    "layer.responsibilities_grid": Anybody(
        lambda d, w, p: layer.responsibilities_grid(d), needs_duty=False
    ),
    "library.open_library": Anybody(lambda d, w, p: library.open_library(d), needs_duty=False),
    "library.qualification_coverage": Anybody(
        lambda d, w, p: library.qualification_coverage(d), needs_duty=False
    ),
    "library.export_coverage": Anybody(
        lambda d, w, p: (
            library.export_coverage(d, w.path("coverage.xlsx")) and w.path("coverage.xlsx")
        ),
        needs_duty=False,
    ),
    "library.export_grid": Anybody(
        lambda d, w, p: library.export_grid(d, w.path("grid.xlsx")) and w.path("grid.xlsx"),
        needs_duty=False,
    ),
    "library.plan_entry": About(
        CHANGE, Kind.DEVELOPMENT, lambda d, w, p: library.plan_entry(d, p, _qualification(w))
    ),
    "library.plan_step": About(
        CHANGE, Kind.DEVELOPMENT, lambda d, w, p: library.plan_step(d, p, _step(w))
    ),
    "library.plan_from_story": About(
        CHANGE, Kind.DEVELOPMENT, lambda d, w, p: library.plan_from_story(d, p, _story(w))
    ),
    "record.record_of": About(READ, Kind.CAREER, lambda d, w, p: record.record_of(d, p)),
    "record.set_qualification": Own(
        lambda d, w, p: record.set_qualification(
            d, HeldQualification(qualification=_qualification(w).id, state=Holding.HELD)
        )
    ),
    "record.clear_qualification": Own(
        lambda d, w, p: record.clear_qualification(d, _qualification(w).id)
    ),
    "record.add_past": Own(lambda d, w, p: record.add_past(d, PAST)),
    "record.change_past": Own(
        lambda d, w, p: (
            record.add_past(d, PAST)
            and record.change_past(d, PAST, replace(PAST, title="Something else"))
        )
    ),
    "record.remove_past": Own(
        lambda d, w, p: record.add_past(d, PAST) and record.remove_past(d, PAST)
    ),
    "record.set_entry": Own(lambda d, w, p: record.set_entry(d, None)),
    "workforce.college_map": Anybody(lambda d, w, p: workforce.college_map(d), needs_duty=False),
    "workforce.role_headcounts": Anybody(
        lambda d, w, p: workforce.role_headcounts(d), needs_duty=False
    ),
    "workforce.wishes_and_posts": Whole(
        READ, Kind.CAREER, lambda d, w, p: workforce.wishes_and_posts(d)
    ),
    "workforce.who_could_follow": Whole(
        READ, Kind.CAREER, lambda d, w, p: workforce.who_could_follow(d, w.role)
    ),
    "workforce.ways_in": Whole(READ, Kind.CAREER, lambda d, w, p: workforce.ways_in(d)),
}
