"""What was ticked off of the recommendations. Each tick is a dated fact."""

from sqlalchemy import select

from lsadesk.domain.careers.catalogue import RecommendationId
from lsadesk.domain.careers.checklists import Tick
from lsadesk.domain.staff.people import PersonId
from lsadesk.store.rows import TickRow
from lsadesk.store.work import Reading, Work


def ticks(reading: Reading, person: PersonId | None) -> dict[RecommendationId, Tick]:
    """What *person* ticked off; None: what the college did."""
    return {RecommendationId(row.recommendation): _tick(row) for row in _standing(reading, person)}


def set_tick(work: Work, person: PersonId | None, tick: Tick) -> None:
    """Tick it off; what was said of it before is history."""
    if ticks(work, person).get(tick.recommendation) == tick:
        return
    clear_tick(work, person, tick.recommendation)
    work.session.add(
        TickRow(
            person_id=person,
            recommendation=tick.recommendation,
            day=tick.day,
            evidence=tick.evidence.strip(),
            recorded_at=work.now,
            superseded_at=None,
        )
    )


def clear_tick(work: Work, person: PersonId | None, recommendation: RecommendationId) -> None:
    """It is not ticked off any more."""
    for row in _standing(work, person):
        if row.recommendation == recommendation:
            row.superseded_at = work.now


def _standing(reading: Reading, person: PersonId | None) -> list[TickRow]:
    whose = TickRow.person_id.is_(None) if person is None else TickRow.person_id == person
    wanted = select(TickRow).where(whose, TickRow.superseded_at.is_(None))
    return list(reading.session.scalars(wanted.order_by(TickRow.id)))


def _tick(row: TickRow) -> Tick:
    return Tick(
        recommendation=RecommendationId(row.recommendation), day=row.day, evidence=row.evidence
    )
