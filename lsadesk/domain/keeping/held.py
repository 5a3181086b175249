"""Everything that is held on a person, for them to have. Source: UK GDPR, article 15."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class HeldRecords:
    """The records of one kind; *rows* are field by value, other people's names masked.

    *sealed* counts what only its writer can read. *unopened* counts what two people say of
    each other unseen until they meet (A53): it can be had once that meeting is open. *photos*
    are JPEGs.
    """

    table: str
    title: str
    rows: Sequence[Mapping[str, str]]
    sealed: int = 0
    unopened: int = 0
    photos: Sequence[bytes] = ()


@dataclass(frozen=True, slots=True)
class HeldPart:
    """One kind of record: why it is kept, who sees it and until when, and its tables."""

    name: str
    purpose: str
    tables: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSheet:
    """All of it, on one day; *parts* puts tables under the kind of record that they belong to.

    *files* were attached to what is held: name and content.
    """

    college: str
    name: str
    day: date
    records: Sequence[HeldRecords]
    parts: Sequence[HeldPart]
    files: Sequence[tuple[str, bytes]] = ()
