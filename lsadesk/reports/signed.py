"""Signatures stay on one page with the end of what is signed: nobody signs a page that is empty."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    Paragraph,
    Spacer,
    Table,
)

from lsadesk.reports.pages import NOTE, STRONG, Heading
from lsadesk.reports.profile_chart import ProfileKey

_LINES = 3  # of a long text that go over with the signatures


def with_signatures(told: Sequence[Flowable], signatures: Sequence[Flowable]) -> Iterator[Flowable]:
    """*told*, and *signatures* on the page where it ends.

    Where both do not fit, the last row of a table or the last lines of a text go over to the
    next page with them; a heading goes with what it stands above.
    """
    at = len(told) - 1
    while isinstance(told[at], Spacer):
        at -= 1
    above = at
    while above and _leads_on(told[above - 1]):
        above -= 1
    yield from told[:above]
    yield _Signed(told[above:at], told[at], signatures)


def _leads_on(flowable: Flowable) -> bool:
    """Whether it means nothing without what comes next."""
    if isinstance(flowable, Paragraph) and flowable.style in (NOTE, STRONG):
        return True
    return isinstance(flowable, CondPageBreak | Heading | ProfileKey)


class _Signed(Flowable):
    """The *end* of what is signed, under its *heads*, with the signatures."""

    def __init__(
        self, heads: Sequence[Flowable], end: Flowable, signatures: Sequence[Flowable]
    ) -> None:
        super().__init__()
        self._heads, self._end, self._signatures = heads, end, signatures

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """More than there is, so that it is always asked for its parts."""
        return width, 0xFFFFFF

    def split(self, width: float, height: float) -> list[Flowable]:
        """All of it where there is room; else as much of the end as can go before."""
        heads, end = self._height(self._heads, width), self._height([self._end], width)
        whole = [Spacer(1, 0), *self._heads, self._end, *self._signatures]
        if heads + end + self._height(self._signatures, width) <= height:
            return whole
        room = min(height - heads, end - _least(self._end))
        parts = self._end.splitOn(self.canv, width, room) if room > 0 else []
        if len(parts) == 2:
            rest = _Signed((), parts[1], self._signatures)
            return [Spacer(1, 0), *self._heads, parts[0], rest]
        return whole if self._frame._atTop else []  # type: ignore[attr-defined]

    def _height(self, flowables: Sequence[Flowable], width: float) -> float:
        return sum(
            each.wrapOn(self.canv, width, 0xFFFFFF)[1]
            + each.getSpaceBefore()
            + each.getSpaceAfter()
            for each in flowables
            if not isinstance(each, CondPageBreak)
        )


def _least(end: Flowable) -> float:
    """How much of it, already measured, has to go over with the signatures."""
    if isinstance(end, Table):
        return float(end._rowHeights[-1])  # type: ignore[attr-defined]
    return _LINES * end.style.leading if isinstance(end, Paragraph) else end.height
