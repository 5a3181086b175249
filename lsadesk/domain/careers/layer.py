"""The college's own layer over the built-in content: renamed, hidden, added.

An edit keeps the fields that the college changed and, beside them, the whole entry as it
stood then: when the built-in content loses the entry, the college's goes on whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class LayerKind(StrEnum):
    """What a college may rename, hide or add, and the two figures it may set."""

    LEVEL = "level of responsibility"
    ROLE = "role"
    ROUTE = "route"
    TITLE = "title"
    QUALIFICATION = "qualification"
    STORY = "story"
    PROMPT = "appraisal prompt"
    SHARE = "share in a responsibility"  # entry: "role>responsibility"
    POSTS = "posts"  # entry: a role; how many posts the college has for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What the college does to one entry.

    *fields* and *whole* are JSON objects, as text so that an edit can be compared and kept
    as a key. *own*: the entry is the college's and never was built in. *version* guards
    against stale edits; 0 where it was not kept yet.
    """

    kind: LayerKind
    entry: str
    hidden: bool = False
    own: bool = False
    fields: str = "{}"
    whole: str = "{}"
    version: int = 0


Layer = tuple[Edit, ...]


def edits_of(layer: Layer, kind: LayerKind) -> Mapping[str, Edit]:
    """The edits of one kind by entry."""
    return {edit.entry: edit for edit in layer if edit.kind is kind}
