"""What people type into a field, read by the same rules as their workbooks."""

from lsadesk.domain.calendar import RoughDate
from lsadesk.errors import UserError
from lsadesk.intake.parsing import Unreadable
from lsadesk.intake.parsing.dates import parse_date
from lsadesk.intake.parsing.hours import parse_hours


def read_hours(text: str) -> tuple[int | None, bool]:
    """Weekly minutes, and whether the person works as required; (None, False): not known.

    Raises:
        UserError: no hours can be read from it.
    """
    if not text.strip():
        return None, False
    try:
        read = parse_hours(text)
    except Unreadable as error:
        raise UserError("Write hours as 22.5 or 22:30, or write: as required.") from error
    return read.minutes, read.as_required


def read_rough_date(text: str) -> RoughDate | None:
    """A date as precise as it was typed; None where nothing was.

    Raises:
        UserError: no date can be read from it.
    """
    if not text.strip():
        return None
    try:
        return parse_date(text)
    except Unreadable as error:
        raise UserError("Write a date as 3 Sep 2019, Sep 2019 or 2019.") from error
