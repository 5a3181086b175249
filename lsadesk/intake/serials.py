"""Dates, times and numbers as the cells of Excel's files hold them."""

from datetime import datetime, time, timedelta

FROM_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 - spreadsheets know no time zone
FROM_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_BEYOND = 2_958_466  # the day after 31 December 9999


def number_of(number: float, epoch: datetime | None) -> int | float | datetime | time:
    """The cell's number, or the moment that it is counted from *epoch*; None for no date."""
    if epoch is not None and 0 <= number < _BEYOND:
        return _moment(epoch, number)
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _moment(epoch: datetime, serial: float) -> datetime | time:
    moment = epoch + timedelta(days=serial)
    moment = (moment + timedelta(milliseconds=500)).replace(microsecond=0)
    return moment.time() if serial < 1 else moment
