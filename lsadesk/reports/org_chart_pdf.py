"""The organisation chart on A4 landscape: managers from the top down, their people below."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from reportlab.lib.colors import Color, white
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.staff.org_chart import OrgChart, Post, Unit
from lsadesk.reports import fonts
from lsadesk.reports.fonts import Face
from lsadesk.reports.pages import (
    LINE,
    NOTE,
    PALE,
    QUIET,
    TEAL,
    TITLE,
    fitted,
    headed,
    text,
    write_pdf,
)
from lsadesk.reports.tagged import artifact, tagged

_WIDTH = 739.0
_STEP, _DEEPEST = 28.0, 6  # how far each step below the top is set in, and where that ends
_ABREAST, _GAP = 3, 8.0
_TALL, _APART = 30.0, 5.0
_ROOM = 110.0  # a manager's box stays with the first of their people


def write_org_chart(chart: OrgChart, path: Path) -> None:
    """Write the chart to *path*; the same chart always gives the same bytes.

    Raises `UserError` where the file cannot be written; an older one then stays.
    """
    footer = f"{chart.college}: organisation chart, {uk_date(chart.day)}."
    write_pdf(path, list(_story(chart)), title="Organisation chart", footer=footer, wide=True)


def _story(chart: OrgChart) -> Iterator[Flowable]:
    people = sum(1 + len(unit.people) for unit in chart.units) + len(chart.alone)
    yield text("Organisation chart", TITLE)
    yield text(f"{chart.college} \u00b7 as at {uk_date(chart.day)} \u00b7 people: {people}", NOTE)
    yield Spacer(1, 8)
    for at, unit in enumerate(chart.units):
        yield from _branch(unit, _rails(chart.units, at))
    if chart.alone:
        yield from headed("Line manager not known yet", _ROOM)
        by_team = sorted(chart.alone, key=lambda post: post.team)
        yield from _people(by_team, 0, frozenset())


def _rails(units: Sequence[Unit], at: int) -> frozenset[int]:
    """The steps at which somebody else follows below the same manager as those at *at*."""
    found: set[int] = set()
    shallowest = units[at].depth + 2
    for unit in units[at + 1 :]:
        if unit.depth < shallowest:
            found.add(unit.depth)
            shallowest = unit.depth
    return frozenset(min(depth, _DEEPEST) for depth in found if depth)


def _branch(unit: Unit, rails: frozenset[int]) -> Iterator[Flowable]:
    depth = min(unit.depth, _DEEPEST)
    yield CondPageBreak(_ROOM)
    yield BoxRow([unit.manager], depth, rails - {depth + 1}, leads=True)
    yield from _people(unit.people, depth + 1, rails)


def _people(people: Sequence[Post], depth: int, rails: frozenset[int]) -> Iterator[Flowable]:
    for team, members in groupby(people, key=lambda post: post.team):
        row = list(members)
        yield TeamLine(team or "No team", len(row), depth, rails)
        for at in range(0, len(row), _ABREAST):
            yield BoxRow(row[at : at + _ABREAST], depth, rails)


class TeamLine(Flowable):
    """The name of a team over its people, with how many they are here."""

    def __init__(self, team: str, number: int, depth: int, rails: frozenset[int]) -> None:
        fonts.register()
        super().__init__()
        self._words = f"{team} ({number})"
        self._rails = rails | {depth}
        self._depth = depth

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As wide as there is room, one line high."""
        return width, 14.0

    def draw(self) -> None:
        """The words, and the line that leads down past them."""
        _lead(self.canv, self._rails, 14.0)
        with tagged(self.canv, "P"):
            self.canv.setFont(Face.SEMIBOLD, 8)
            self.canv.setFillColor(QUIET)
            room = _WIDTH - self._depth * _STEP
            self.canv.drawString(
                self._depth * _STEP, 4, fitted(self._words, Face.SEMIBOLD, 8, room)
            )


class BoxRow(Flowable):
    """Boxes beside each other: a manager's own, or some of those below them."""

    def __init__(
        self, posts: Sequence[Post], depth: int, rails: frozenset[int], *, leads: bool = False
    ) -> None:
        fonts.register()
        super().__init__()
        self._posts = posts
        self._depth = depth
        self._leads = leads
        self._rails = rails | {depth}

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As wide as there is room, a box and the gap below it high."""
        return width, _TALL + _APART

    def draw(self) -> None:
        """The line from above, then each box."""
        _lead(self.canv, self._rails, _TALL + _APART, arm=self._depth)
        left = self._depth * _STEP
        wide = 300.0 if self._leads else (_WIDTH - left - (_ABREAST - 1) * _GAP) / _ABREAST
        for at, post in enumerate(self._posts):
            self._box(post, left + at * (wide + _GAP), wide)

    def _box(self, post: Post, x: float, wide: float) -> None:
        canvas = self.canv
        with artifact(canvas):
            canvas.setFillColor(TEAL if self._leads else PALE)
            canvas.setStrokeColor(TEAL)
            canvas.setLineWidth(0.5)
            canvas.roundRect(x, _APART, wide, _TALL, 3, stroke=1, fill=1)
        ink: Color = white if self._leads else TEAL
        named = post.title
        if self._leads and post.team:
            named = " \u00b7 ".join(filter(None, (post.title, post.team)))
        with tagged(canvas, "P"):
            canvas.setFillColor(ink)
            canvas.setFont(Face.SEMIBOLD, 9)
            canvas.drawString(x + 6, _APART + 17, fitted(post.name, Face.SEMIBOLD, 9, wide - 12))
            canvas.setFont(Face.REGULAR, 8)
            canvas.drawString(x + 6, _APART + 6, fitted(named, Face.REGULAR, 8, wide - 12))


def _lead(canvas: Any, rails: frozenset[int], tall: float, *, arm: int = 0) -> None:
    """Lines down the left at each step of *rails*, and an arm to what stands at step *arm*."""
    with artifact(canvas):
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(1)
        for depth in sorted(rails - {0}):
            canvas.line((depth - 0.5) * _STEP, 0, (depth - 0.5) * _STEP, tall)
        if arm:
            half = _APART + _TALL / 2
            canvas.line((arm - 0.5) * _STEP, half, arm * _STEP, half)
