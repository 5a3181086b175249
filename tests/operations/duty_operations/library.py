"""What stands in the way, peer networks, resources, and who carries which responsibility."""

from datetime import date

from lsadesk.domain.careers.catalogue import RecommendationId
from lsadesk.domain.careers.checklists import Tick
from lsadesk.domain.careers.networks import MeetingDetails, NetworkDetails
from lsadesk.domain.careers.resources import About as Beside
from lsadesk.domain.careers.resources import AboutKind, ResourceDetails, ResourceKind
from lsadesk.domain.rights import CHANGE, READ, Kind
from lsadesk.domain.staff.barriers import InTheWay
from lsadesk.operations.careers import checklists, networks, resources
from lsadesk.operations.keeping import vocabulary
from lsadesk.operations.staff import barriers, carrying
from tests.operations.duty_operations.kinds import Anybody, Own, Whole
from tests.operations.duty_world import World

NETWORK = NetworkDetails(name="Signing lunch")
RESOURCE = ResourceDetails(
    title="Cards",
    kind=ResourceKind.EXAMPLE,
    where="Room 4",
    about=Beside(AboutKind.STATEMENT, "own-goals"),
)
OURS = Tick(recommendation=RecommendationId("organisations-1"), day=date(2026, 11, 24))
MINE = Tick(recommendation=RecommendationId("individuals-1"), day=date(2026, 11, 24))
MEETING = MeetingDetails(day=date(2026, 12, 3))


def _network(world: World):
    """A network of the college that nobody is in."""
    made = networks.add_network(world.owner, NETWORK).result
    return next(one.network for one in networks.networks(world.owner) if one.network.id == made)


def _meeting(world: World):
    network = _network(world).id
    networks.add_meeting(world.owner, network, MEETING)
    seen = next(one for one in networks.networks(world.owner) if one.network.id == network)
    return seen.meetings[0]


def _resource(world: World):
    resources.add_resource(world.owner, RESOURCE)
    return resources.resources_for(world.owner).resources[-1]


def _carried(world: World):
    what = _responsibility(world)
    if not any(line.now for line in carrying.carried(world.owner).lines):
        carrying.carry(world.owner, what, world.asha, None)
    return next(line.now[0] for line in carrying.carried(world.owner).lines if line.now)


def _responsibility(world: World):
    """One that nobody carries yet."""
    return carrying.carried(world.owner).nobodys[0].id


OPERATIONS = {
    "barriers.my_barriers": Own(lambda d, w, p: barriers.my_barriers(d)),
    "barriers.shown_to_me": Anybody(lambda d, w, p: barriers.shown_to_me(d), needs_duty=False),
    "barriers.note_barrier": Own(
        lambda d, w, p: barriers.note_barrier(d, InTheWay(barrier="funding"))
    ),
    "barriers.clear_barrier": Own(lambda d, w, p: barriers.clear_barrier(d, "funding")),
    "barriers.in_the_way": Whole(READ, Kind.CAREER, lambda d, w, p: barriers.in_the_way(d)),
    "barriers.sees_figures": Anybody(lambda d, w, p: barriers.sees_figures(d), needs_duty=False),
    "networks.networks": Anybody(lambda d, w, p: networks.networks(d), needs_duty=False),
    "networks.at_work": Whole(READ, Kind.PERSON, lambda d, w, p: networks.at_work(d)),
    "networks.without_network": Whole(
        READ, Kind.PERSON, lambda d, w, p: networks.without_network(d)
    ),
    "networks.add_network": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: networks.add_network(d, NETWORK)
    ),
    "networks.change_network": Whole(
        CHANGE,
        Kind.PERSON,
        lambda d, w, p: networks.change_network(d, _network(w).id, 1, NETWORK),
    ),
    "networks.remove_network": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: networks.remove_network(d, _network(w).id, 1)
    ),
    "networks.put_in": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: networks.put_in(d, _network(w).id, p)
    ),
    "networks.take_out": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: networks.take_out(d, _network(w).id, p)
    ),
    "networks.join": Own(lambda d, w, p: networks.join(d, _network(w).id)),
    "networks.leave": Own(lambda d, w, p: networks.leave(d, _network(w).id)),
    "networks.add_meeting": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: networks.add_meeting(d, _network(w).id, MEETING)
    ),
    "networks.change_meeting": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: networks.change_meeting(d, _meeting(w), MEETING)
    ),
    "resources.resources_for": Anybody(
        lambda d, w, p: resources.resources_for(d), needs_duty=False
    ),
    "resources.places": Anybody(lambda d, w, p: resources.places(d), needs_duty=False),
    "resources.add_resource": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: resources.add_resource(d, RESOURCE)
    ),
    "resources.change_resource": Whole(
        CHANGE,
        Kind.PERSON,
        lambda d, w, p: resources.change_resource(d, _resource(w), RESOURCE),
    ),
    "resources.remove_resource": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: resources.remove_resource(d, _resource(w))
    ),
    "checklists.reasons": Anybody(lambda d, w, p: checklists.reasons(d), needs_duty=False),
    "checklists.tick_mine": Own(lambda d, w, p: checklists.tick_mine(d, MINE)),
    "checklists.untick_mine": Own(lambda d, w, p: checklists.untick_mine(d, MINE.recommendation)),
    "checklists.tick_ours": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: checklists.tick_ours(d, OURS)
    ),
    "checklists.untick_ours": Whole(
        CHANGE, Kind.PERSON, lambda d, w, p: checklists.untick_ours(d, OURS.recommendation)
    ),
    "vocabulary.vocabulary": Anybody(lambda d, w, p: vocabulary.vocabulary(d), needs_duty=False),
    "vocabulary.may_change_words": Anybody(
        lambda d, w, p: vocabulary.may_change_words(d), needs_duty=False
    ),
    "vocabulary.set_vocabulary": Whole(
        CHANGE, Kind.COLLEGE, lambda d, w, p: vocabulary.set_vocabulary(d, {})
    ),
    "carrying.carried": Whole(READ, Kind.PERSON, lambda d, w, p: carrying.carried(d)),
    "carrying.export_carried": Whole(
        READ,
        Kind.PERSON,
        lambda d, w, p: (
            carrying.export_carried(d, w.path("carried.xlsx")) and w.path("carried.xlsx")
        ),
    ),
    "carrying.my_responsibilities": Own(lambda d, w, p: carrying.my_responsibilities(d)),
    "carrying.carry": Whole(
        CHANGE,
        Kind.PERSON,
        lambda d, w, p: carrying.carry(d, _responsibility(w), w.ben, None),
    ),
    "carrying.hand_over": Whole(
        CHANGE,
        Kind.PERSON,
        lambda d, w, p: carrying.hand_over(d, _carried(w), date(2026, 11, 24)),
    ),
}
