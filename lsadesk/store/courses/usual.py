"""The trainings that LSAs tell of, for a college that has not written down its own (A19)."""

import tomllib
from functools import cache

from lsadesk.paths import RESOURCES


@cache
def usual_trainings() -> tuple[str, ...]:
    """Their names, in order."""
    told = tomllib.loads((RESOURCES / "training" / "usual.toml").read_text(encoding="utf-8"))
    return tuple(told["names"])
