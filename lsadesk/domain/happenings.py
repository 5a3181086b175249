"""What happened in the college file, for whoever may ask: who, when, what, about whom."""

from dataclasses import dataclass
from datetime import datetime

from lsadesk.domain.people import PersonId
from lsadesk.domain.rights import AccountId, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One line of the trail.

    *did* is a verb in the past ("saw", "changed"), *kind* what it was done with. *who* is
    the name of the account's person, or its login. *about* is set where the line is about
    one person; *name* is theirs.
    """

    number: int
    at: datetime
    account: AccountId
    who: str
    did: str
    kind: Kind
    about: PersonId | None = None
    name: str = ""
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.did} ({self.kind.value})"
