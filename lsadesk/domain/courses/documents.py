"""Documents that people read and say they have understood, edition by edition.

Source: requirements D, safeguarding training: re-issued each September, with a record of who
has read and understood it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NewType

from lsadesk.domain.staff.people import PersonId, TeamId

DocumentId = NewType("DocumentId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentDetails:
    """A document and who must read it: everybody, or the people of *teams*.

    *where* says where it is to be found; *by* is the day by which it should be read.
    """

    name: str
    edition: str
    where: str = ""
    by: date | None = None
    teams: frozenset[TeamId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(DocumentDetails):
    """A document as it is kept."""

    id: DocumentId
    version: int = 1

    def is_for(self, team: TeamId | None) -> bool:
        """Whether people of *team* are asked to read it."""
        return not self.teams or team in self.teams


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """Somebody has read and understood one edition of a document."""

    document: DocumentId
    edition: str
    person: PersonId
    on: date

    def is_of(self, document: Document) -> bool:
        """Whether it is of the edition that stands now: a new edition asks again."""
        return self.document == document.id and self.edition == document.edition


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingList:
    """A document with who has read the edition that stands, and who has not yet."""

    document: Document
    read: Sequence[Confirmation]
    waiting: Sequence[PersonId]
