"""Erasing what is held on somebody who has left: what goes, what stays, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from lsadesk.domain.keeping.retention import RecordId
from lsadesk.domain.staff.people import PersonId

# The oldest copy that thinning keeps: two days, then 12 days, 10 weeks and 9 months of them.
COPIES_KEEP = timedelta(days=2 + 12 + 10 * 7 + 9 * 31)


class Fate(StrEnum):
    """What becomes of records."""

    GOES = "erased"
    UNNAMED = "kept without a name"
    STAYS = "kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Records of one kind, how many go or lose the name, and the day until which others stay."""

    record: RecordId
    name: str
    fate: Fate
    number: int
    because: str
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasurePlan:
    """What would become of everything held on one person, or on a learner.

    *written_elsewhere* counts, by kind of record, the texts about others in which the name
    stands: they have to be read by somebody. *set_aside* counts the files that going back to
    an earlier copy moved aside: they hold it still. *in_the_way* says why it cannot be done now.
    *others_read_more*: the name was looked for only in texts that are open to whoever asks.
    """

    name: str
    parts: Sequence[Part]
    written_elsewhere: Mapping[str, int]
    copies_until: date
    set_aside: int = 0
    in_the_way: str = ""
    others_read_more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What was erased, without saying on whom: *called* is what they are called from then on."""

    college: str
    number: int
    called: str
    erased_on: date
    because: str
    parts: Sequence[Part]

    @property
    def copies_until(self) -> date:
        """When the program lets go of the last of its own copies that hold it still."""
        return self.erased_on + COPIES_KEEP


def unnamed(person: PersonId) -> str:
    """What somebody is called once their name is gone."""
    return f"Former staff {person}"
