"""Work and qualifications plotted on a line of time, and moved along it (A34).

Source: L, Annex A, "plot your career pathway".
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from lsadesk.domain.calendar import Precision, RoughDate
from lsadesk.domain.careers.catalogue import QualificationId
from lsadesk.domain.staff.record import CareerRecord, HeldQualification, Holding, PastRole

EARLIEST = 1940
_LAST_DAY = 28  # a day that every month has

PastEntry = PastRole | HeldQualification


class Part(Enum):
    """What of a piece is taken hold of."""

    WHOLE = "whole"
    BEGIN = "begin"
    END = "end"


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands on the line as *name*: work over some years, or a qualification in one.

    *began* None: nobody said when; then it waits beside the line.
    """

    told: PastEntry
    name: str
    began: int | None
    ended: int | None

    @property
    def is_work(self) -> bool:
        """Whether it is work, and no qualification."""
        return isinstance(self.told, PastRole)

    @property
    def years(self) -> str:
        """2014, 2010 – 2014, or "" where nobody said when."""
        if self.began is None:
            return ""
        ends = self.ended is not None and self.ended != self.began
        return f"{self.began} \u2013 {self.ended}" if ends else str(self.began)


def pieces(record: CareerRecord, names: Mapping[QualificationId, str]) -> tuple[Piece, ...]:
    """All that was told of the past, in the order of time; what has no year comes first."""
    found = [*(_piece(past, past.title) for past in record.past), *_held(record, names)]
    return tuple(sorted(found, key=lambda piece: (piece.began or 0, piece.ended or 0, piece.name)))


def moved(piece: Piece, years: int, latest: int, part: Part = Part.WHOLE) -> PastEntry:
    """*piece*, or one *part* of it, so many *years* later; it stays on the line up to *latest*.

    What has no year yet comes on the line at *latest*.
    """
    told, began = piece.told, piece.began
    if began is None:
        return placed(piece, latest, latest)
    if isinstance(told, HeldQualification):
        return placed(piece, began + years, latest)
    ended = began if piece.ended is None else piece.ended
    if part is Part.BEGIN:
        return replace(told, began=_within(began + years, EARLIEST, ended), ended=piece.ended)
    if part is Part.END:
        return replace(told, began=began, ended=_within(ended + years, began, latest))
    by = _within(years, EARLIEST - began, latest - ended)
    return replace(told, began=began + by, ended=None if piece.ended is None else ended + by)


def placed(piece: Piece, year: int, latest: int) -> PastEntry:
    """*piece* beginning in *year*, as long as it was."""
    told, first = piece.told, _within(year, EARLIEST, latest)
    if isinstance(told, PastRole):
        long = (piece.ended or 0) - (piece.began or 0) if piece.began and piece.ended else 0
        ended = min(first + long, latest) if piece.ended is not None else None
        return replace(told, began=first, ended=ended)
    return replace(told, achieved=_in_year(told.achieved, first))


def dragged(piece: Piece, year: int, to: int, latest: int, part: Part = Part.WHOLE) -> Piece:
    """*piece* as it would stand, were *part* of it taken hold of in *year* and let go in *to*."""
    if piece.began is None:
        return _piece(placed(piece, to, latest), piece.name)
    return _piece(moved(piece, to - year, latest, part), piece.name)


def _piece(told: PastEntry, name: str) -> Piece:
    if isinstance(told, PastRole):
        return Piece(told, name, told.ended if told.began is None else told.began, told.ended)
    year = None if told.achieved is None else told.achieved.day.year
    return Piece(told, name, year, year)


def _held(record: CareerRecord, names: Mapping[QualificationId, str]) -> Iterator[Piece]:
    for one in record.qualifications:
        if one.state is Holding.HELD and one.qualification in names:
            yield _piece(one, one.as_written or names[one.qualification])


def _in_year(known: RoughDate | None, year: int) -> RoughDate:
    """The same day or month in another year, as far as it was known."""
    if known is None or known.precision is Precision.YEAR:
        return RoughDate(date(year, 1, 1), Precision.YEAR)
    day = known.day.replace(year=year, day=min(known.day.day, _LAST_DAY))
    return RoughDate(known.day if known.day.year == year else day, known.precision)


def _within(number: int, least: int, most: int) -> int:
    return max(least, min(number, most))
