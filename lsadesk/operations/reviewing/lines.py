"""The lists beside the review: actions, challenges, ways of checking, measures, changes."""

from typing import TypeVar

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.reviewing.lines import Line, LineDetails, LineId, lacking
from lsadesk.domain.rights import Kind
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store.reviewing import lines as kept
from lsadesk.store.trail import Entry
from lsadesk.store.work import Work

T = TypeVar("T")


def lines(desk: Desk) -> tuple[Line, ...]:
    """Every line of every list."""
    with desk.reading(Kind.REVIEW) as reading:
        return kept.lines(reading)


def add_line(desk: Desk, details: LineDetails) -> Done[LineId]:
    """Add a line.

    Raises:
        UserError: something that its kind needs is left out.
    """
    with desk.writing(Kind.REVIEW) as work:
        _check(desk, details)
        return _keep(desk, work, kept.add(work, details), f"Added: {details.words.strip()}")


def change_line(desk: Desk, read: Line, details: LineDetails) -> Done[None]:
    """Change a line.

    Raises:
        UserError: something that its kind needs is left out.
        Stale: somebody changed it since it was read.
    """
    with desk.writing(Kind.REVIEW) as work:
        _check(desk, details)
        kept.change(work, read, details)
        return _keep(desk, work, None, f"Changed: {details.words.strip()}")


def remove_line(desk: Desk, read: Line) -> Done[None]:
    """Take a line off.

    Raises:
        Stale: somebody changed it since it was read.
    """
    with desk.writing(Kind.REVIEW) as work:
        kept.remove(work, read)
        return _keep(desk, work, None, f"Removed: {read.words}")


def _check(desk: Desk, details: LineDetails) -> None:
    if sentence := lacking(details, desk.today):
        raise UserError(sentence)


def _keep(desk: Desk, work: Work, result: T, sentence: str) -> Done[T]:
    entry = Entry("changed a list beside the college review", Kind.REVIEW)
    return desk.keep(work, result, sentence, entry, Subject.REVIEW)
