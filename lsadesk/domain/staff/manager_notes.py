"""Notes between managers about a person: kept apart, and never secret from the person's rights."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from lsadesk.domain.staff.people import PersonId

NoteId = NewType("NoteId", int)

# What stands on the face of every note, where it is read and where it is written. Source: D,
# the right of access (UK GDPR article 15) reaches notes that were meant for managers alone.
ON_ITS_FACE = (
    "The person may ask to see this note, and it is then given to them. Write what you would say "
    "to them: facts, dates and what was agreed."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagerNote:
    """A note that is not shown on the person's own screens; *author* is a name or a login.

    *version* guards against stale edits.
    """

    id: NoteId
    version: int
    person: PersonId
    author: str
    is_mine: bool
    written_at: datetime
    text: str
