"""A college that went on to another computer, so that two are not worked on unknowingly."""

from dataclasses import dataclass
from datetime import datetime

from lsadesk.domain.calendar import uk_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """When the college was taken to another computer, by whom, and in what file."""

    at: datetime
    by: str
    copy: str

    def __str__(self) -> str:
        return (
            f"This college was moved to another computer on {uk_date(self.at.astimezone().date())} "
            f"by {self.by}. Work there: here it can be read, and nothing can be changed."
        )
