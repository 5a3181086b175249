"""What comes back in a workbook of ours that somebody edited, beside what the college has.

Three values stand side by side: what was written out, what the workbook says now, and what
the college says now. Only what was changed in the workbook is a difference; where the college
has changed the same place meanwhile, the two clash and nobody but a person can settle it.
"""

from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference(Generic[K, V]):
    """One place of a workbook that says something new.

    *key* is what it is about; *row* and *column* name that for a reader, and *place* is the
    cell in the workbook ("H12"). *remark* is what has to be known before it is taken, and
    *confirmed* whether somebody has said since that what is here shall stay.
    """

    key: K
    row: str
    column: str
    place: str
    was: V
    now: V
    here: V
    remark: str = ""
    confirmed: bool = False

    @property
    def is_clash(self) -> bool:
        """Whether the college has settled it too since the workbook was written."""
        return self.confirmed or self.here != self.was


def is_news(was: V, now: V, here: V) -> bool:
    """Whether *now* was typed into the workbook and is not what the college says already."""
    return now not in (was, here)
