"""What was removed of late and can be brought back."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from lsadesk.domain.changes import Subject
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId

KEPT_FOR = timedelta(days=30)

# Whoever takes a private text away means it; only Undo in the same sitting brings it back.
TRULY_GONE = frozenset({Kind.REFLECTION, Kind.DRAFT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """A removal, in the words that Undo has for it; *about* and *also* are whom it concerns."""

    at: datetime
    sentence: str
    kind: Kind
    about: PersonId | None
    also: tuple[PersonId, ...]
    subjects: frozenset[Subject]


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed(Removal):
    """A removal that can be brought back."""

    id: int
