"""Rows that are nothing but a name: teams, sites, courses."""

from typing import TypeVar

from sqlalchemy import select

from lsadesk.errors import UserError
from lsadesk.store.rows import CourseRow, SiteRow, TeamRow
from lsadesk.store.work import Work

N = TypeVar("N", TeamRow, SiteRow, CourseRow)


def number_of(work: Work, kind: type[N], name: str) -> int:
    """The row of *kind* called *name*, made if there is none."""
    row = work.session.scalar(select(kind).where(kind.name == name))
    if row is None:
        row = kind(name=name)
        work.add(row)
    return row.id


def rename(work: Work, kind: type[N], number: int, name: str) -> str:
    """Call a row *name*; what it was called before.

    Raises:
        UserError: another is called so, or it is gone.
    """
    row = found(work, kind, number)
    taken = select(kind.id).where(kind.name == name, kind.id != number)
    if work.session.scalar(taken) is not None:
        what = kind.__tablename__
        raise UserError(f"There is a {what} called {name} already. Choose another name.")
    old, row.name = row.name, name
    return old


def found(work: Work, kind: type[N], number: int) -> N:
    """The row of that number.

    Raises:
        UserError: it is gone.
    """
    row = work.session.get(kind, number)
    if row is None:
        what = kind.__tablename__
        raise UserError(f"This {what} is no longer in the college file. Nothing was changed.")
    return row
