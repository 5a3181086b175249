"""The report's recommendations as checklists: ticked, with evidence and a date (A101)."""

from dataclasses import dataclass
from datetime import date

from lsadesk.domain.careers.catalogue import RecommendationId

ORGANISATIONS, INDIVIDUALS = "organisations", "individuals"  # those who tick; the state does not


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """Something recommended was done, on *day*; *evidence* says where that can be seen."""

    recommendation: RecommendationId
    day: date
    evidence: str = ""
