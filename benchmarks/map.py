"""The career map with 100 roles and 250 routes, against a bare scene with as many items."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView

from lsadesk.domain.careers.career import ways
from lsadesk.domain.careers.career_layout import MapLayout, curve, lay_out
from lsadesk.domain.careers.framework import Framework, Role, RoleId, Route, RouteKind
from lsadesk.operations.careers.career import CareerMap
from lsadesk.store.careers.library import built_in
from lsadesk.ui.career.view import CareerView
from lsadesk.ui.looks.appearance import Appearance

ROLES, ROUTES, ROUNDS, REPEATS, STEPS = 100, 250, 9, 3, 40
FRAME, WAYS = 0.016, 0.050  # seconds: what a frame and a question about ways may take

Measured = tuple[str, float, float, float]


def measure() -> Iterator[Measured]:
    """Name, seconds, floor's seconds and the budgeted ratio."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication([])
    seen = a_map()
    layout = lay_out(seen.framework)
    appearance = Appearance(application, "light", 100)
    name = f"career map {ROLES} roles {ROUTES} routes"
    ours, floor = [], []
    for _ in range(ROUNDS):
        ours.append(_seconds(lambda: _first_paint(_ours(appearance, seen))))
        floor.append(_seconds(lambda: _first_paint(_bare(layout, seen.framework))))
    yield f"{name}, first paint", median(ours), median(floor), 1.5
    view = _ours(appearance, seen)
    _first_paint(view)
    view.choose(next(iter(seen.framework.roles)))
    yield f"{name}, worst pan frame", _worst(lambda: _pan(view)), FRAME, 1.0
    yield f"{name}, worst zoom frame", _worst(lambda: _zoom(view)), FRAME, 1.0
    yield (
        f"{name}, worst choice of a role",
        _worst(lambda: _choose(view, seen.framework)),
        FRAME,
        1.0,
    )
    yield f"{name}, worst of all ways", _worst(lambda: _all_ways(seen.framework)), WAYS, 1.0


def a_map() -> CareerMap:
    """The built-in map, grown to the size that is measured."""
    found = built_in()
    known = found.framework
    likes = list(known.roles.values())
    more = [_like(likes[7 * at % len(likes)], at) for at in range(ROLES - len(likes))]
    roles = {role.id: role for role in (*likes, *more)}
    framework = replace(known, roles=roles, routes=_routes(known.routes, list(roles)))
    return CareerMap(
        framework=framework, catalogue=found.catalogue, place=None, known={}, record=None
    )


def _like(role: Role, number: int) -> Role:
    return replace(role, id=RoleId(f"own-{number}"), name=f"{role.name}, site {number}")


def _routes(known: tuple[Route, ...], roles: list[RoleId]) -> tuple[Route, ...]:
    """Those that there are, and others across the map."""
    joined = {(one.origin, one.destination) for one in known}
    others = [
        (role, roles[(at + far) % len(roles)])
        for far in (7, 23, 41)
        for at, role in enumerate(roles)
    ]
    more = [
        replace(known[0], origin=origin, destination=destination, kind=RouteKind.LATERAL)
        for origin, destination in others
        if (origin, destination) not in joined
    ]
    return (*known, *more)[:ROUTES]


def _ours(appearance: Appearance, seen: CareerMap) -> CareerView:
    view = CareerView(appearance)
    view.resize(1280, 800)
    view.show_map(seen)
    view.fit()  # all of it, as the bare scene
    return view


def _bare(layout: MapLayout, framework: Framework) -> QGraphicsView:
    """Qt's own items: a rectangle and a text for each role, a path for each route."""
    scene = QGraphicsScene()
    for route in framework.routes:
        points = curve(layout.roles[route.origin], layout.roles[route.destination])
        a, b, c, d = (QPointF(*point) for point in points)
        path = QPainterPath(a)
        path.cubicTo(b, c, d)
        scene.addPath(path)
    for role, box in layout.roles.items():
        scene.addRect(QRectF(box.x, box.y, box.width, box.height))
        text = scene.addText(framework.roles[role].name)
        text.setTextWidth(box.width)
        text.setPos(box.x, box.y)
    view = QGraphicsView(scene)
    scene.setParent(view)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.resize(1280, 800)
    view.fitInView(scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
    return view


def _first_paint(view: QGraphicsView) -> None:
    view.show()
    QApplication.processEvents()
    view.grab()


def _worst(frames: Callable[[], Iterator[float]]) -> float:
    """The longest of the frames, each at its best of some rounds: others use the machine too."""
    rounds = [tuple(frames()) for _ in range(REPEATS)]
    return max(float(min(same)) for same in zip(*rounds, strict=True))


def _pan(view: CareerView) -> Iterator[float]:
    view.fit()
    view.zoom(4)
    bar = view.horizontalScrollBar()
    for step in range(STEPS):
        yield _frame(view, partial(bar.setValue, step * bar.maximum() // STEPS))


def _zoom(view: CareerView) -> Iterator[float]:
    for step in range(STEPS):
        yield _frame(view, partial(view.zoom, 1 if step % 8 < 4 else -1))


def _choose(view: CareerView, framework: Framework) -> Iterator[float]:
    view.fit()
    for role in list(framework.roles)[:STEPS]:
        yield _frame(view, partial(view.choose, role))


def _frame(view: CareerView, move: Callable[[], None]) -> float:
    begun = time.perf_counter()
    move()
    view.viewport().repaint()
    return time.perf_counter() - begun


def _all_ways(framework: Framework) -> Iterator[float]:
    names = list(framework.roles)
    for start in names[::9]:
        for goal in names:
            yield _seconds(partial(ways, framework, start, goal))


def _seconds(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun
