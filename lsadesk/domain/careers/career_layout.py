"""Where everything on the career map stands: lanes across, responsibility upwards.

Lengths are in units of the map, which the view scales to pixels; y grows downwards, so the
band of most responsibility is on top.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, hypot

from lsadesk.domain.careers.framework import Framework, Lane, LaneId, ResponsibilityLevel, RoleId

NODE_WIDTH, NODE_HEIGHT = 122.0, 36.0
COLUMN_GAP, ROW_GAP = 12.0, 13.0
LANE_PADDING, BAND_PADDING = 10.0, 12.0
HEADER = 14.0  # above the highest band, for marks that stand out of a role
MARGIN = 92.0  # the names of the bands
WIDER_THAN_HIGH = 1.2

Point = tuple[float, float]
Cells = Mapping[tuple[LaneId, int], list[RoleId]]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> Point:
        """Its centre."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class MapLayout:
    """The boxes of roles, lanes and bands; lanes and bands cross the whole map."""

    roles: Mapping[RoleId, Box]
    lanes: tuple[tuple[Lane, Box], ...]
    bands: tuple[tuple[ResponsibilityLevel, Box], ...]
    width: float
    height: float


def lay_out(framework: Framework, *, wider_than_high: float = WIDER_THAN_HIGH) -> MapLayout:
    """The map of *framework*, about as many times wider than high as asked for."""
    cells = _cells(framework)
    columns = _columns(framework, cells, wider_than_high)
    width, height = _extent(framework, cells, columns)
    bands = _bands(framework, cells, columns, width)
    lanes = _lanes(framework, columns, height)
    top = {level.number: box.y for level, box in bands}
    left = {lane.id: box.x for lane, box in lanes}
    roles: dict[RoleId, Box] = {}
    for (lane, level), names in cells.items():
        for place, role in enumerate(names):
            row, column = divmod(place, columns[lane])
            roles[role] = Box(
                left[lane] + LANE_PADDING + column * (NODE_WIDTH + COLUMN_GAP),
                top[level] + BAND_PADDING + row * (NODE_HEIGHT + ROW_GAP),
                NODE_WIDTH,
                NODE_HEIGHT,
            )
    return MapLayout(roles, lanes, bands, width, height)


def neighbour(layout: MapLayout, role: RoleId, across: int, down: int) -> RoleId | None:
    """The nearest role in a direction (one of *across*, *down* is 1 or -1, the other 0).

    What lies straight ahead counts as nearer than what lies to the side.
    """
    x, y = layout.roles[role].middle
    best: tuple[float, RoleId] | None = None
    for other, box in layout.roles.items():
        ox, oy = box.middle
        ahead = (ox - x) * across + (oy - y) * down
        aside = abs((ox - x) * down) + abs((oy - y) * across)
        if ahead > 1 and aside <= 3 * ahead:
            found = (hypot(ahead, 2 * aside), other)
            best = found if best is None else min(best, found)
    return best[1] if best else None


def curve(start: Box, end: Box) -> tuple[Point, Point, Point, Point]:
    """The route between two roles as a cubic curve: its ends and what pulls between them.

    It leaves and arrives upright between bands, and bows sideways within one, so that a
    step sideways looks as good as a step up or down.
    """
    (x, y), (to_x, to_y) = start.middle, end.middle
    if abs(to_y - y) < NODE_HEIGHT:
        side = 1 if to_x > x else -1
        a, b = x + side * start.width / 2, to_x - side * end.width / 2
        pull = max(abs(b - a) / 2, 12)
        bow = min(abs(b - a) / 8, 40)
        return (a, y), (a + side * pull, y - bow), (b - side * pull, to_y - bow), (b, to_y)
    side = 1 if to_y > y else -1
    a, b = y + side * start.height / 2, to_y - side * end.height / 2
    pull = max(abs(b - a) / 2, 16)
    return (x, a), (x, a + side * pull), (to_x, b - side * pull), (to_x, b)


def reading_order(layout: MapLayout) -> list[RoleId]:
    """The roles from left to right in each band, from the least responsibility upwards."""
    return sorted(layout.roles, key=lambda role: (-layout.roles[role].y, layout.roles[role].x))


def _cells(framework: Framework) -> Cells:
    cells: defaultdict[tuple[LaneId, int], list[RoleId]] = defaultdict(list)
    for role in framework.roles.values():
        cells[role.lane, role.level].append(role.id)
    return cells


def _columns(framework: Framework, cells: Cells, wider_than_high: float) -> dict[LaneId, int]:
    """How many columns each lane has: one more for the lanes of the tallest band, by turns."""
    columns = {lane.id: 1 for lane in framework.lanes}
    while True:
        width, height = _extent(framework, cells, columns)
        rows = {cell: ceil(len(names) / columns[cell[0]]) for cell, names in cells.items()}
        tallest = max(rows.values(), default=1)
        if tallest == 1 or width >= wider_than_high * height:
            return columns
        level = max(level for (_, level), count in rows.items() if count == tallest)
        for lane in {lane for (lane, at), n in rows.items() if at == level and n == tallest}:
            columns[lane] += 1


def _extent(
    framework: Framework, cells: Cells, columns: Mapping[LaneId, int]
) -> tuple[float, float]:
    width = sum(_lane_width(columns[lane.id]) for lane in framework.lanes)
    height = sum(_band_height(cells, columns, level.number) for level in framework.levels)
    return MARGIN + width, HEADER + height


def _bands(
    framework: Framework, cells: Cells, columns: Mapping[LaneId, int], width: float
) -> tuple[tuple[ResponsibilityLevel, Box], ...]:
    bands, y = [], HEADER
    for level in sorted(framework.levels, key=lambda level: -level.number):
        height = _band_height(cells, columns, level.number)
        bands.append((level, Box(0.0, y, width, height)))
        y += height
    return tuple(bands)


def _lanes(
    framework: Framework, columns: Mapping[LaneId, int], height: float
) -> tuple[tuple[Lane, Box], ...]:
    lanes, x = [], MARGIN
    for lane in framework.lanes:
        width = _lane_width(columns[lane.id])
        lanes.append((lane, Box(x, 0.0, width, height)))
        x += width
    return tuple(lanes)


def _lane_width(columns: int) -> float:
    return 2 * LANE_PADDING + columns * NODE_WIDTH + (columns - 1) * COLUMN_GAP


def _band_height(cells: Cells, columns: Mapping[LaneId, int], level: int) -> float:
    rows = max(
        (ceil(len(names) / columns[lane]) for (lane, at), names in cells.items() if at == level),
        default=1,
    )
    return 2 * BAND_PADDING + rows * NODE_HEIGHT + (rows - 1) * ROW_GAP
