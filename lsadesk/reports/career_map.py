"""The career map on paper: as a picture, and after it the same as an ordered list."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from reportlab.lib.pagesizes import A3, A4
from reportlab.platypus import Flowable, PageBreak

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.careers import career_layout as layouts
from lsadesk.domain.careers.career_layout import MapLayout, curve, lay_out, reading_order
from lsadesk.domain.careers.career_sheet import MapSheet, Paper
from lsadesk.domain.careers.framework import Role, RoleId, RouteKind
from lsadesk.reports import fonts
from lsadesk.reports.drawing import FAMILIES, Box, Curve, Picture, Shape, Words, draw, lines_of, svg
from lsadesk.reports.files import written_whole
from lsadesk.reports.pages import (
    NOTE,
    SMALL,
    STRONG,
    TITLE,
    fitted,
    headed,
    table,
    text,
    write_pdf,
)

Points = tuple[layouts.Point, layouts.Point, layouts.Point, layouts.Point]

_TITLE = "Career map"
_PROMISE = (
    "A map, not a promise of a post. Height is responsibility, not worth. "
    "Drawn on LSIS, Natspec and AoC (\u00a9 LSIS 2011)."
)
_TEAL, _PALE, _GROUND, _LINE, _EDGE, _INK, _QUIET = (
    "#0F5C63",
    "#DCEEEE",
    "#F1F5F5",
    "#CBD3D4",
    "#8A9799",
    "#1B2526",
    "#595959",
)
_NAMES = 40.0  # above the map, for the names of the lanes
_WISH = "Wish"
_SIZE = 11.0
_LINES = 2  # that a role's box has room for
_ROOM = {Paper.A4: (739.0, 455.0), Paper.A3: (1088.0, 700.0)}  # what a page has for the picture
_OTHER_FONT = 1.2  # who opens the SVG may not have the reading font
_SHAPES = tuple(tenths / 10 for tenths in range(9, 24))  # times wider than high, to choose from
_PAGE = {Paper.A4: A4, Paper.A3: A3}
_COLUMNS = (("Role", 150.0), ("Family", 110.0), ("Responsibility", 110.0), ("Ways on", 369.0))


def write_map(sheet: MapSheet, path: Path, paper: Paper = Paper.A4) -> None:
    """Write the map to *path* across *paper*; the same map always gives the same bytes.

    Raises `UserError` where the file cannot be written; an older one then stays.
    """
    footer = f"{sheet.college}: {_TITLE.lower()}, {uk_date(sheet.day)}. {_PROMISE}"
    story = list(_story(sheet, paper))
    write_pdf(path, story, title=_TITLE, footer=footer, wide=True, paper=_PAGE[paper])


def map_svg(sheet: MapSheet, *, families: str = FAMILIES) -> str:
    """The map as SVG, lettered in the first of *families* that its reader has."""
    roles = sheet.framework.roles
    names = ", ".join(roles[role].name for role in reading_order(lay_out(sheet.framework)))
    return svg(
        _picture(sheet, 1.2, _OTHER_FONT),
        f"{_TITLE}, {sheet.college}",
        f"{_PROMISE} {names}",
        families=families,
    )


def write_map_svg(sheet: MapSheet, path: Path) -> None:
    """Write the map as SVG to *path*, whole or not at all."""
    with written_whole(path) as draft:
        draft.write_text(map_svg(sheet), encoding="utf-8", newline="\n")


class _Drawn(Flowable):
    """The picture, as large as there is room."""

    def __init__(self, picture: Picture, width: float, height: float) -> None:
        super().__init__()
        self._picture = picture
        self._scale = min(width / picture.width, height / picture.height)
        self.width, self.height = picture.width * self._scale, picture.height * self._scale

    def draw(self) -> None:
        draw(self.canv, self._picture, self._scale)


def _story(sheet: MapSheet, paper: Paper) -> Iterator[Flowable]:
    fonts.register()
    width, height = _ROOM[paper]
    title = fitted(f"{_TITLE} of {sheet.college}", TITLE.fontName, TITLE.fontSize, width)
    yield text(title, TITLE)
    yield text(_key(sheet), NOTE)
    yield _Drawn(_largest(sheet, width, height), width, height)
    yield PageBreak()
    yield from headed("The same as a list")
    yield _list(sheet)


def _key(sheet: MapSheet) -> str:
    parts = [f"As at {uk_date(sheet.day)}", "dashed: a change of career"]
    parts += ["filled: where you are"] if sheet.here else []
    parts += [f"{_WISH}: what you would like"] if sheet.wishes else []
    parts += ["numbered: a way"] if sheet.way else []
    return " \u00b7 ".join(parts)


def _list(sheet: MapSheet) -> Flowable:
    framework = sheet.framework
    lanes = {lane.id: lane.name for lane in framework.lanes}
    levels = {level.number: level.name for level in framework.levels}
    rows = [[text(heading, STRONG) for heading, _ in _COLUMNS]]
    for role in (framework.roles[one] for one in reading_order(lay_out(framework))):
        on = [framework.roles[one.destination].name for one in framework.routes_from(role.id)]
        words = (_marked(sheet, role), lanes[role.lane], levels[role.level], ", ".join(on))
        rows.append([text(each, SMALL) for each in words])
    return table(rows, [width for _, width in _COLUMNS])


def _marked(sheet: MapSheet, role: Role) -> str:
    marks = [role.name]
    marks += ["you are here"] if role.id == sheet.here else []
    marks += ["your wish"] if role.id in sheet.wishes else []
    return ", ".join(marks)


def _largest(sheet: MapSheet, width: float, height: float) -> Picture:
    """The picture that a page of this size shows largest."""
    drawn = [_picture(sheet, shape) for shape in _SHAPES]
    return max(drawn, key=lambda one: min(width / one.width, height / one.height))


def _picture(sheet: MapSheet, wider_than_high: float, wider_font: float = 1.0) -> Picture:
    """The map; *wider_font*: how much wider letters may turn out than those measured."""
    fonts.register()
    layout = lay_out(sheet.framework, wider_than_high=wider_than_high)
    shapes = [
        *_ground(layout, wider_font),
        *_routes(sheet, layout),
        *_way(sheet, layout),
        *(
            shape
            for role in sheet.framework.roles.values()
            for shape in _role(sheet, layout, role, wider_font)
        ),
        *_numbers(sheet, layout),
    ]
    return Picture(layout.width, layout.height + _NAMES + 6, shapes)


def _ground(layout: MapLayout, wider_font: float) -> Iterator[Shape]:
    for place, (level, box) in enumerate(layout.bands):
        if place % 2 == 0:
            y = box.y + _NAMES
            yield Box(x=0, y=y, width=layout.width, height=box.height, fill=_GROUND)
        middle = box.y + _NAMES + box.height / 2
        lines = lines_of(level.name, wider_font * _SIZE, layouts.MARGIN - 14)
        for y, line in _rows(lines, middle):
            yield Words(x=8, y=y, text=line, size=_SIZE, colour=_QUIET, middle=False)
    for lane, box in layout.lanes:
        top, foot = (box.x, _NAMES), (box.x, layout.height + _NAMES)
        yield Curve(points=(top, top, foot, foot), colour=_LINE)
        lines = lines_of(lane.name, wider_font * (_SIZE + 2), box.width - 10)
        for y, line in _rows(lines, _NAMES / 2):
            x = box.x + box.width / 2
            yield Words(x=x, y=y, text=line, size=_SIZE + 1, colour=_INK, bold=True)


def _routes(sheet: MapSheet, layout: MapLayout) -> Iterator[Shape]:
    for route in sheet.framework.routes:
        points = curve(layout.roles[route.origin], layout.roles[route.destination])
        dashed = route.kind is RouteKind.CAREER_CHANGE
        yield Curve(points=_below(points), colour=_LINE, line=0.8, dashed=dashed, head=5)


def _way(sheet: MapSheet, layout: MapLayout) -> Iterator[Shape]:
    for one, other in pairwise(sheet.way):
        if one != other:
            points = curve(layout.roles[one], layout.roles[other])
            yield Curve(points=_below(points), colour=_TEAL, line=3.5, head=12)


def _role(sheet: MapSheet, layout: MapLayout, role: Role, wider_font: float) -> Iterator[Shape]:
    box, here = layout.roles[role.id], role.id == sheet.here
    wished, marked = role.id in sheet.wishes, role.id in sheet.way
    yield Box(
        x=box.x,
        y=box.y + _NAMES,
        width=box.width,
        height=box.height,
        fill=_TEAL if here else _PALE if wished or marked else "#FFFFFF",
        edge=_TEAL if here or wished or marked else _EDGE,
        line=2.0 if wished else 1.0,
        radius=7,
    )
    x, middle = box.middle
    ink = "#FFFFFF" if here else _INK
    lines = lines_of(role.name, wider_font * _SIZE, box.width - 8)
    if len(lines) > _LINES:  # the list after the picture has the whole name
        lines = [*lines[: _LINES - 1], f"{lines[_LINES - 1]}\u2026"]
    for y, line in _rows(lines, middle + _NAMES):
        yield Words(x=x, y=y, text=line, size=_SIZE, colour=ink)
    if wished:
        yield from _badge(_WISH, box.x + box.width - 44, box.y + _NAMES - 14, 38)


def _badge(words: str, x: float, y: float, width: float) -> Iterator[Shape]:
    yield Box(x=x, y=y, width=width, height=18, fill="#FFFFFF", edge=_TEAL, line=2, radius=9)
    yield Words(x=x + width / 2, y=y + 13, text=words, size=_SIZE, colour=_INK, bold=True)


def _numbers(sheet: MapSheet, layout: MapLayout) -> Iterator[Shape]:
    numbers: defaultdict[RoleId, list[str]] = defaultdict(list)
    for number, role in enumerate(sheet.way, 1):
        numbers[role].append(str(number))
    for role, found in numbers.items():
        words, box = ", ".join(found), layout.roles[role]
        width, y = 18.0 + 7 * (len(words) - 1), box.y + box.height + _NAMES - 11
        yield from _badge(words, box.x - 7, y, width)


def _rows(lines: list[str], middle: float) -> Iterator[tuple[float, str]]:
    """Each line with its foot, all of them about *middle*."""
    step = _SIZE + 2
    top = middle - step * len(lines) / 2
    for place, line in enumerate(lines):
        yield top + step * place + _SIZE - 0.5, line


def _below(points: Points) -> Points:
    """The same points with the names of the lanes above them."""
    (a, b), (c, d), (e, f), (g, h) = points
    return (a, b + _NAMES), (c, d + _NAMES), (e, f + _NAMES), (g, h + _NAMES)
