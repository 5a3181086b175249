"""Why the program asks what it asks, and the report's recommendations as checklists."""

from dataclasses import dataclass

from lsadesk.domain.careers.catalogue import Finding, Recommendation, RecommendationId
from lsadesk.domain.careers.checklists import INDIVIDUALS, ORGANISATIONS, Tick
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import CHANGE, READ, Kind, allows
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk, own_person
from lsadesk.store import accounts
from lsadesk.store.careers import checklists as kept
from lsadesk.store.careers import layer
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading, Work


@dataclass(frozen=True, slots=True)
class Line:
    """A recommendation, whether it is ticked off, and whether that is for who looks to say."""

    recommendation: Recommendation
    tick: Tick | None
    may_tick: bool


@dataclass(frozen=True, slots=True)
class Reasons:
    """The findings behind the program, and the checklists as far as they are open."""

    findings: tuple[Finding, ...]
    lines: tuple[Line, ...]


def reasons(desk: Desk) -> Reasons:
    """The findings and the checklists: my own, and the college's for the staff office."""
    with desk.store.read() as reading:
        standing = accounts.standing_of(reading, desk.account)
        catalogue = layer.library_of(reading).catalogue
        mine = {} if standing.person is None else kept.ticks(reading, standing.person)
        reads = allows(standing, READ, Kind.PERSON)
        ours = kept.ticks(reading, None) if reads else {}
    may = {
        ORGANISATIONS: allows(standing, CHANGE, Kind.PERSON),
        INDIVIDUALS: standing.person is not None,
    }
    ticked = {ORGANISATIONS: ours, INDIVIDUALS: mine}
    return Reasons(
        catalogue.findings,
        tuple(
            Line(one, ticked.get(one.whom, {}).get(one.id), may.get(one.whom, False))
            for one in catalogue.recommendations
        ),
    )


def tick_mine(desk: Desk, tick: Tick) -> Done[None]:
    """Tick off what is recommended to individuals, for myself."""
    person = own_person(desk)
    with desk.writing(Kind.DEVELOPMENT, person) as work:
        _require(work, tick.recommendation, INDIVIDUALS)
        kept.set_tick(work, person, tick)
        return _keep(desk, work, "Ticked off a recommendation", person)


def untick_mine(desk: Desk, recommendation: RecommendationId) -> Done[None]:
    """Take my tick away."""
    person = own_person(desk)
    with desk.writing(Kind.DEVELOPMENT, person) as work:
        kept.clear_tick(work, person, recommendation)
        return _keep(desk, work, "Took a tick away", person)


def tick_ours(desk: Desk, tick: Tick) -> Done[None]:
    """Tick off what is recommended to organisations, for the college."""
    with desk.writing(Kind.PERSON) as work:
        _require(work, tick.recommendation, ORGANISATIONS)
        kept.set_tick(work, None, tick)
        return _keep(desk, work, "Ticked off a recommendation", None)


def untick_ours(desk: Desk, recommendation: RecommendationId) -> Done[None]:
    """Take the college's tick away."""
    with desk.writing(Kind.PERSON) as work:
        kept.clear_tick(work, None, recommendation)
        return _keep(desk, work, "Took a tick away", None)


def _require(reading: Reading, wanted: RecommendationId, whom: str) -> None:
    known = layer.library_of(reading).catalogue.recommendations
    if not any(one.id == wanted and one.whom == whom for one in known):
        raise UserError("This is not on the checklist any more. Nothing was changed.")


def _keep(desk: Desk, work: Work, sentence: str, person: PersonId | None) -> Done[None]:
    kind = Kind.PERSON if person is None else Kind.DEVELOPMENT
    entry = Entry("changed a checklist", kind, person)
    return desk.keep(work, None, sentence, entry, Subject.CAREER, about=person)
