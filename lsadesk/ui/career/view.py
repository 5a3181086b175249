"""The career map as a picture: choose roles with mouse or arrows, follow routes, zoom."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QGraphicsView

from lsadesk.domain.careers.career_layout import MapLayout, lay_out, neighbour, reading_order
from lsadesk.domain.careers.framework import RoleId, Route
from lsadesk.operations.careers.career import CareerMap
from lsadesk.ui.career.items import Ground, Look, QuietRoutes, RoleItem, RouteItem
from lsadesk.ui.career.standing import Choice, CollegeView, marks_of, standings
from lsadesk.ui.career.trace import trace_items
from lsadesk.ui.career.words import spoken_role, spoken_route
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.words import tr

_TEXT_SIZE = 12  # in units of the map: the view scales it
_SMALLEST, _LARGEST, _STEP = 0.3, 3.0, 1.2
_READABLE = 0.95  # the smallest scale at which names are read without effort
_FARTHEST_FOR_A_WAY = 0.55
_SCROLL_BAR = 18
_LOW = 0.25  # of the view's height, below its middle
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_IN_ORDER = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)


class CareerView(QGraphicsView):
    """Emits `chosen(role)`, `opened(role)` on Enter, and `shifted()` when moved or zoomed.

    Arrow keys go to the nearest role, Page Up and Page Down through all of them in order,
    Home and End to the first and the last, N and P along the routes of the chosen one, Enter
    follows the route or opens the role, + and - zoom, 0 fits the map.
    """

    chosen = Signal(object)
    opened = Signal(object)
    shifted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._look = Look(appearance.theme.colours, QFont())
        self._map: CareerMap | None = None
        self._layout: MapLayout | None = None
        self._roles: dict[RoleId, RoleItem] = {}
        self._routes: list[RouteItem] = []
        self._chosen: RoleId | None = None
        self._followed: Route | None = None
        self._trace: list[QGraphicsItem] = []
        self.traced: tuple[RoleId, ...] = ()
        self._found: Collection[RoleId] | None = None
        self._college: CollegeView | None = None
        self._fits, self._whole = True, False  # as it opens: the part that can be read
        self.setScene(QGraphicsScene(self))
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setAccessibleName(tr("Career map"))
        self.setAccessibleDescription(
            tr(
                "Arrow keys go from role to role, Page Down through all of them in order, "
                "N and P along routes. Ctrl+T shows a table."
            )
        )
        appearance.changed.connect(self._dress)
        self._dress()

    @property
    def current(self) -> RoleId | None:
        """The role that is chosen."""
        return self._chosen

    def show_map(self, seen: CareerMap) -> None:
        """Draw *seen*; the choice stays where it was, at first it is where the person is."""
        if self._map is None or self._map.framework is not seen.framework:
            self._draw(seen)
        self._map = seen
        if self._chosen not in seen.framework.roles:
            self._chosen = None if seen.place is None else seen.place.role
        self._stand()
        self._settle()

    def choose(self, role: RoleId) -> None:
        """Choose *role*, bring it into view and say it."""
        if role not in self._roles:
            return
        self._followed = None
        if role != self._chosen:
            self._chosen = role
            self.chosen.emit(role)
        self._stand()
        self.ensureVisible(self._roles[role], 60, 60)
        if self._map is not None:
            marks = marks_of(self._map, self._college, role)
            place = self._order().index(role) + 1
            self._say(spoken_role(self._map, role, marks=marks, place=place))

    def show_college(self, college: CollegeView | None) -> None:
        """Put the *college*'s people on the roles; None: the person's own place and wishes."""
        self._college = college
        self._stand()

    def show_found(self, found: Collection[RoleId] | None) -> None:
        """Fade what is not among *found*; None: nothing is searched for."""
        self._found = found
        self._stand()

    def trace(self, roles: Sequence[RoleId | None], *, ahead: int = 0) -> None:
        """Draw a way through *roles* over the map, () for none; the last *ahead* are dashed.

        Roles that are not on the map are left out of it; the numbers of the others stay.
        """
        was_traced = bool(self._trace)
        for item in self._trace:
            self.scene().removeItem(item)
        self._trace = []
        sure = len(roles) - ahead
        steps = [
            (number, role, number > sure)
            for number, role in enumerate(roles, 1)
            if role is not None and role in self._roles
        ]
        self.traced = tuple(role for _, role, _ in steps)
        if self._layout is not None:
            self._trace = trace_items(steps, self._layout.roles, self._look)
        for item in self._trace:
            self.scene().addItem(item)
        if self._trace:
            self._bring_into_view([*self._trace, *(self._roles[role] for role in self.traced)])
        elif was_traced:
            self._settle()
        self._stand()

    def fit(self) -> None:
        """Show the whole map."""
        self._fits = self._whole = True
        self._settle()

    def zoom(self, steps: int) -> None:
        """Nearer (positive) or farther by steps."""
        self._fits = self._whole = False
        wanted = self.transform().m11() * _STEP**steps
        factor = min(max(wanted, _SMALLEST), _LARGEST) / self.transform().m11()
        self.scale(factor, factor)
        self.shifted.emit()

    def lanes_in_sight(self) -> list[tuple[str, float, float]]:
        """The lanes that show, by name, with the part of the view's width that each takes."""
        if self._layout is None:
            return []
        width = self.viewport().width()
        found = []
        for lane, box in self._layout.lanes:
            left = max(self.mapFromScene(box.x, 0).x(), 0)
            right = min(self.mapFromScene(box.x + box.width, 0).x(), width)
            if right > left:
                found.append((lane.name, float(left), float(right)))
        return found

    def scrollContentsBy(self, across: int, down: int) -> None:
        """Say that the map moved."""
        super().scrollContentsBy(across, down)
        self.shifted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Page Up and Down, Home, End, N, P, Enter, + - 0."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._go(*_ARROWS[key])
        elif key in (Qt.Key.Key_N, Qt.Key.Key_P):
            self._next_route(1 if key == Qt.Key.Key_N else -1)
        elif key in _IN_ORDER:
            self._go_in_order(key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(-1 if key == Qt.Key.Key_Minus else 1)
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom; the wheel alone scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses a role; elsewhere the map can be dragged."""
        item = self.itemAt(event.position().toPoint())
        if isinstance(item, RoleItem) and event.button() == Qt.MouseButton.LeftButton:
            self.choose(item.role.id)
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A map that was fitted stays fitted."""
        super().resizeEvent(event)
        self._settle()

    def _bring_into_view(self, items: Sequence[QGraphicsItem]) -> None:
        """Show *items* together, from farther off where they need it."""
        around = items[0].sceneBoundingRect()
        for item in items[1:]:
            around = around.united(item.sceneBoundingRect())
        room, scale = self.viewport().size(), self.transform().m11()
        needed = min(room.width() / around.width(), room.height() / around.height()) * 0.95
        if needed < scale:
            factor = max(needed, _FARTHEST_FOR_A_WAY) / scale
            self.scale(factor, factor)
            self.centerOn(around.center())
            self.shifted.emit()
        self.ensureVisible(around, 20, 20)

    def _draw(self, seen: CareerMap) -> None:
        scene, framework = self.scene(), seen.framework
        scene.clear()
        self._trace, self.traced = [], ()
        layout = self._layout = lay_out(framework)
        scene.addItem(Ground(layout, self._look))
        self._routes = [
            RouteItem(one, layout.roles[one.origin], layout.roles[one.destination], self._look)
            for one in framework.routes
        ]
        self._roles = {
            role.id: RoleItem(role, layout.roles[role.id], self._look)
            for role in framework.roles.values()
        }
        scene.addItem(QuietRoutes(self._routes, self._look))
        for item in (*self._routes, *self._roles.values()):
            scene.addItem(item)
        scene.setSceneRect(0, 0, layout.width, layout.height + 8)

    def _settle(self) -> None:
        """Fit the map, if its names stay readable or it was asked for, else show a part of it."""
        if not self._fits or self._layout is None:
            return
        self.resetTransform()
        self.fitInView(self.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
        readable = _READABLE * self._appearance.percent / 100
        if self.transform().m11() < readable and not self._whole:
            whole_width = (self.viewport().width() - _SCROLL_BAR) / self.sceneRect().width()
            scale = max(readable, whole_width)
            self.resetTransform()
            self.scale(scale, scale)
            if self._chosen is not None:
                self._look_up_from(self._roles[self._chosen])
        self.shifted.emit()

    def _look_up_from(self, role: RoleItem) -> None:
        """Put *role* low in the view: most people look for what lies above it."""
        middle = role.sceneBoundingRect().center()
        above = _LOW * self.viewport().height() / self.transform().m22()
        self.centerOn(middle.x(), middle.y() - above)

    def _stand(self) -> None:
        """Give every role and route the look that follows from place, wishes and choice.

        While a way is traced, it alone is lit.
        """
        if self._map is None:
            return
        near, before = set(self.traced), set[RoleId]()
        for item in self._routes:
            route, lit = item.route, not self.traced
            onward, inward = route.origin == self._chosen, route.destination == self._chosen
            followed = route == self._followed
            item.show_as(lit=lit and (onward or inward), onward=onward, followed=followed)
            near |= {route.destination} if lit and onward else set()
            before |= {route.origin} if lit and inward else set()
        choice = Choice(role=self._chosen, near=near, before=before, found=self._found)
        stand = standings(self._map, self._college, choice)
        for role, drawn in self._roles.items():
            drawn.stand(stand[role])

    def _order(self) -> list[RoleId]:
        return reading_order(self._layout) if self._layout is not None else []

    def _go(self, across: int, down: int) -> None:
        if self._layout is None:
            return
        if self._chosen is None:
            self._go_in_order(Qt.Key.Key_Home)
        elif (found := neighbour(self._layout, self._chosen, across, down)) is not None:
            self.choose(found)

    def _go_in_order(self, key: Qt.Key) -> None:
        order = self._order()
        if not order:
            return
        at = order.index(self._chosen) if self._chosen in order else -1
        places = {
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(order) - 1,
            Qt.Key.Key_PageUp: max(at - 1, 0),
            Qt.Key.Key_PageDown: min(at + 1, len(order) - 1),
        }
        self.choose(order[places[key]])

    def _next_route(self, step: int) -> None:
        if self._map is None or self._chosen is None:
            return
        routes = self._map.framework.routes_from(self._chosen)
        if not routes:
            self._say(tr("No way out of this role is on the map."))
            return
        at = routes.index(self._followed) + step if self._followed in routes else min(step, 0)
        self._followed = routes[at % len(routes)]
        self._stand()
        self._say(spoken_route(self._map.framework, self._followed))

    def _enter(self) -> None:
        if self._followed is not None:
            self.choose(self._followed.destination)
        elif self._chosen is not None:
            self.opened.emit(self._chosen)

    def _say(self, sentence: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _dress(self) -> None:
        colours = self._appearance.theme.colours
        self._look.colours = colours
        self._look.font = QFont(self.font().family())
        self._look.font.setPixelSize(_TEXT_SIZE)
        self.setBackgroundBrush(colours.surface)
        self.scene().update()
        self._settle()
