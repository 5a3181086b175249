"""Reads the points of the review, which ship with the program."""

import tomllib
from functools import cache
from typing import Any

from lsadesk.domain.reviewing.points import Condition, Point, PointId, Questions, Voice
from lsadesk.paths import RESOURCES


@cache
def questions() -> Questions:
    """The points of the edition in use."""
    read = tomllib.loads((RESOURCES / "review" / "points.toml").read_text(encoding="utf-8"))
    return Questions(
        edition=read["edition"],
        checked=read["checked"],
        note=read["note"],
        recommendations=tuple(each["name"] for each in read["recommendation"]),
        points=tuple(map(_point, read["point"])),
        themes={each["id"]: each["name"] for each in read["theme"]},
        conditions=tuple(Condition(e["name"], PointId(e["point"])) for e in read["condition"]),
        teachers={each["id"]: each["name"] for each in read["teacher"]},
    )


def _point(entry: dict[str, Any]) -> Point:
    recommendation, number = entry["id"].removeprefix("r").split("-")
    return Point(
        id=PointId(entry["id"]),
        recommendation=int(recommendation),
        number=int(number),
        label=entry["label"],
        text=entry["text"],
        voices=frozenset(map(Voice, entry["voices"])),
        to_learners=entry.get("learners", ""),
        theme=entry.get("theme", ""),
    )
