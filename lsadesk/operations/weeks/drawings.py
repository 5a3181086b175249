"""The drawings that a session may have on learners' cards, by name."""

import tomllib
from functools import cache

from lsadesk.paths import RESOURCES


@cache
def drawings() -> tuple[str, ...]:
    """Their names in order of the alphabet, without those of what a card itself says."""
    content = tomllib.loads((RESOURCES / "symbols.toml").read_text(encoding="utf-8"))
    return tuple(sorted({one["name"] for one in content["symbol"] if "id" not in one}))
