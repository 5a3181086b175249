"""Hours of the days of a week, as a column keeps them."""

import json
from collections.abc import Mapping
from datetime import time

from lsadesk.domain.calendar import TimeSpan, Weekday


def written(hours: Mapping[Weekday, TimeSpan]) -> str:
    """What is kept of *hours*."""
    return json.dumps(
        {
            int(day): [span.start.isoformat(), span.end.isoformat()]
            for day, span in sorted(hours.items())
        }
    )


def read(kept: str) -> dict[Weekday, TimeSpan]:
    """The hours that `written` kept."""
    return {
        Weekday(int(day)): TimeSpan(time.fromisoformat(start), time.fromisoformat(end))
        for day, (start, end) in json.loads(kept).items()
    }
