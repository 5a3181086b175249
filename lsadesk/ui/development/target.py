"""Whose plan another tab asks for, and the line it wants to begin there."""

from dataclasses import dataclass

from lsadesk.domain.developing.development import ActionDetails
from lsadesk.domain.staff.people import PersonId


@dataclass(frozen=True, slots=True)
class PlanTarget:
    """The plan of *person* (None: of whoever is signed in); *adding* begins with that line.

    *seen* begins with what others saw in sessions.
    """

    person: PersonId | None = None
    adding: ActionDetails | None = None
    seen: bool = False
