"""What happened in the college file, for whoever may ask: who, when, what, about whom."""

from dataclasses import dataclass
from datetime import datetime

from lsadesk.domain.rights import READ, TABLE, AccountId, Duty, Kind
from lsadesk.domain.staff.people import PersonId

# What one may know of in one's own record, and so of who was there. What managers note
# among themselves is asked for by word of mouth, as its page says.
OWN = frozenset(kind for kind, access in TABLE[Duty.SELF].items() if READ in access) - {
    Kind.DIRECTORY,
    Kind.DUTY,
    Kind.DEPLOYMENT,
    Kind.BRIEFING,
    Kind.PLACEMENT,
}
# Lines of these kinds bear the number of a person; others bear that of something else.
ABOUT_PEOPLE = OWN | {Kind.MANAGER_NOTE, Kind.ERASURE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One line of the trail.

    *did* is a verb in the past ("saw", "changed"), *kind* what it was done with. *who* is
    the name of the account's person, or its login. *about* is set where the line is about
    one person; *name* is theirs, or that of the account it is about.
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
