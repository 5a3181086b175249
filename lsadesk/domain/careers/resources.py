"""Examples of good practice and other things to use, attached to what they help with (A51)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

ResourceId = NewType("ResourceId", int)


class ResourceKind(StrEnum):
    """What a resource is."""

    EXAMPLE = "example from practice"
    DOCUMENT = "document"
    PAGE = "web page"
    VIDEO = "video"
    BOOK = "book"
    COLLEAGUE = "somebody to ask"


class AboutKind(StrEnum):
    """What a resource may be attached to."""

    SKILL = "skill of the audit"
    STATEMENT = "statement of the self-assessment"
    ENTRY = "entry of the library"


@dataclass(frozen=True, slots=True)
class About:
    """One thing that a resource helps with, by its id."""

    kind: AboutKind
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceDetails:
    """A resource: *where* it is found is an address, a folder, a shelf or a room."""

    title: str
    kind: ResourceKind
    where: str
    about: About
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource(ResourceDetails):
    """A resource as it is kept; *version* guards against stale edits."""

    id: ResourceId
    version: int
