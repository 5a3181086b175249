"""What was seen in a session: short feedback to one LSA, or a learning walk (A59, A60).

Feedback goes to the LSA first: nobody but its writer reads it before they have. A learning
walk may leave whom it saw unnamed. Source: E R3, learning walks; R4, the six strategies;
R5.5, helpful and unhelpful practice.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from lsadesk.domain.careers.framework import PartId, StatementId
from lsadesk.domain.staff.people import PersonId

SeenId = NewType("SeenId", int)

BEHAVIOURS = PartId("independence")  # the part of the questionnaire with the six strategies


class SeenKind(StrEnum):
    """Why somebody looked."""

    FEEDBACK = "feedback after a session"
    WALK = "learning walk"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenDetails:
    """What was seen in *session* on *day*: what *helped*, what was in the way (*hindered*), and
    which of the six *behaviours*."""

    kind: SeenKind
    day: date
    session: str
    helped: str = ""
    hindered: str = ""
    behaviours: tuple[StatementId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen(SeenDetails):
    """It as it is kept; *person* None: left unnamed. *read_on*: when the LSA read it."""

    id: SeenId
    person: PersonId | None
    signed: str
    is_mine: bool
    read_on: date | None
