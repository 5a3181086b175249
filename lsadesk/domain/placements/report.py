"""What a placement report says."""

from dataclasses import dataclass
from datetime import date

from lsadesk.domain.placements.placements import PlacementRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementReport:
    """One placement to be printed, and when and where it was."""

    college: str
    printed: date
    record: PlacementRecord
