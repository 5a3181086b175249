"""Work placements: Asha is beside the learner of one of them."""

from datetime import date

from lsadesk.domain.placements.placements import (
    Entry,
    EntryDetails,
    EntryKind,
    Placement,
    PlacementDetails,
)
from lsadesk.domain.rights import CHANGE, EXPORT, READ, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.placements import placements
from lsadesk.store.placements import placements as rows
from lsadesk.store.trail import Entry as Line
from lsadesk.store.weeks import learners
from tests.operations.duty_operations.kinds import About, Whole
from tests.operations.duty_world import World

VISIT = EntryDetails(kind=EntryKind.VISIT, on=date(2026, 11, 23), seen="Serves at the counter")


def _details(world: World, person: PersonId) -> PlacementDetails:
    with world.owner.store.read() as reading:
        learner = learners.all_learners(reading)[0].id
    starts, ends = date(2026, 11, 2), date(2026, 12, 11)
    return PlacementDetails(learner=learner, place="Café", starts=starts, ends=ends, lsa=person)


def _new(world: World, person: PersonId) -> Placement:
    """A placement of its own for each question."""
    with world.owner.store.begin() as work:
        number = rows.add(work, _details(world, person))
        work.commit(Line("placed", Kind.PLACEMENT))
    found = placements.placements(world.owner).records
    return next(each.placement for each in found if each.placement.id == number)


def _visited(world: World, person: PersonId) -> Entry:
    placement = _new(world, person).id
    with world.owner.store.begin() as work:
        rows.write_entry(work, placement, VISIT, None)
        work.commit(Line("visited", Kind.PLACEMENT))
    found = placements.placements(world.owner).records
    return next(each.entries[0] for each in found if each.placement.id == placement)


OPERATIONS = {
    "placements.placements": Whole(READ, Kind.PLACEMENT, lambda d, w, p: placements.placements(d)),
    "placements.placements_of": About(
        READ, Kind.PLACEMENT, lambda d, w, p: placements.placements_of(d, p)
    ),
    "placements.add_placement": Whole(
        CHANGE, Kind.PLACEMENT, lambda d, w, p: placements.add_placement(d, _details(w, w.asha))
    ),
    "placements.change_placement": Whole(
        CHANGE,
        Kind.PLACEMENT,
        lambda d, w, p: placements.change_placement(d, _new(w, w.asha), _details(w, w.ben)),
    ),
    "placements.lacking": Whole(
        READ, Kind.PLACEMENT, lambda d, w, p: placements.lacking(d, _new(w, w.asha).id)
    ),
    "placements.remove_placement": Whole(
        CHANGE, Kind.PLACEMENT, lambda d, w, p: placements.remove_placement(d, _new(w, w.asha))
    ),
    "placements.write_entry": About(
        CHANGE,
        Kind.PLACEMENT,
        lambda d, w, p: placements.write_entry(d, _new(w, p).id, VISIT, of=p),
    ),
    "placements.remove_entry": About(
        CHANGE, Kind.PLACEMENT, lambda d, w, p: placements.remove_entry(d, _visited(w, p), of=p)
    ),
    "placements.export_report": About(
        EXPORT,
        Kind.PLACEMENT,
        lambda d, w, p: placements.export_report(d, _new(w, p).id, w.path("placed.pdf"), of=p),
    ),
}
