"""Which place a row is about: one in a session of the timetable, or one at a work placement."""

from lsadesk.domain.deployment.model import SlotId
from lsadesk.domain.placements.as_sessions import placement_of, session_of
from lsadesk.domain.placements.placements import PlacementId
from lsadesk.domain.weeks.timetable import SessionId
from lsadesk.store.rows import CoverRow, DeliveredRow


def place_of(row: CoverRow | DeliveredRow) -> SlotId:
    """The place that *row* is about."""
    if row.placement_id is not None:
        session = session_of(PlacementId(row.placement_id))
    else:
        session = SessionId(row.session_id or 0)
    return SlotId(session, row.slot, row.part)


def columns_of(slot: SlotId) -> dict[str, int | None]:
    """The columns that say of a row that it is about *slot*."""
    placement = placement_of(slot.session)
    return {
        "session_id": slot.session if placement is None else None,
        "placement_id": placement,
        "slot": slot.index,
        "part": slot.part,
    }
