"""A weekday and a time in one cell: "Mon 09:15 - 10:45", "Tuesday P3", "14/09/2026 9.15"."""

import re
from datetime import datetime, time

from lsadesk.intake.parsing.words import plain
from lsadesk.intake.sheets import Value, written

_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun|llun|mawrth|mercher|iau|gwener|sadwrn|sul)[a-z]*"
_SPLIT = re.compile(
    rf"^({_DAY}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{4}}-\d\d-\d\d)\.?[\s,:t-]+(.*\d.*)$"
)


def split_day_time(value: Value) -> tuple[Value, Value] | None:
    """The day and the time of a cell that says both; None for any other cell."""
    if isinstance(value, datetime):
        return None if value.time() == time() else (value, value.time())
    found = _SPLIT.match(plain(written(value))) if isinstance(value, str) else None
    return (found[1], found[2]) if found else None
