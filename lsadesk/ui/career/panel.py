"""What the chosen role is, what it asks, what is there of it, and the ways in and out."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from lsadesk.domain.career import Fit, fit, one_step_away, ways
from lsadesk.domain.framework import Role, RoleId, Route, StatementId
from lsadesk.operations.career import CareerMap
from lsadesk.ui.appearance import Appearance
from lsadesk.ui.career.words import arrow_of, kind_words, lane_name, level_name, mark
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label, line
from lsadesk.ui.words import tr

WIDTH = 310


class RolePanel(QScrollArea):
    """Emits `went(role)`, `wished(role, yes)`, `stayed(yes)` and `asked()` (self-assessment)."""

    went = Signal(object)
    wished = Signal(object, bool)
    stayed = Signal(bool)
    asked = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("About the chosen role"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = QWidget()
        self._rows = QVBoxLayout(self._page)
        self.setWidget(self._page)
        appearance.changed.connect(self._measure)
        self._measure()

    def show_role(self, seen: CareerMap, role: RoleId | None) -> None:
        """Show *role*, or what to do where none is chosen."""
        self._page = QWidget()
        self._rows = QVBoxLayout(self._page)
        self._rows.setContentsMargins(20, 16, 20, 20)
        self._rows.setSpacing(6)
        if role is None:
            self._say(tr("Choose a role on the map to see what it is and what it asks."), "muted")
        else:
            self._role(seen, seen.framework.roles[role])
        self._rows.addStretch(1)
        self.setWidget(self._page)

    def focus_first(self) -> None:
        """Put the focus on the first thing that can be done here."""
        for one in self._page.findChildren(QPushButton)[:1]:
            one.setFocus()

    def _measure(self) -> None:
        """Grow with the text."""
        self.setMinimumWidth(round(WIDTH * self._appearance.percent / 100))

    def _role(self, seen: CareerMap, role: Role) -> None:
        self._say(role.name, "title")
        self._say(
            f"{lane_name(seen.framework, role)} \u00b7 {level_name(seen.framework, role)}", "muted"
        )
        if words := mark(seen, role.id):
            self._say(words, "label")
        self._say(role.summary)
        self._wish(seen, role)
        if seen.place is not None and role.asks:
            self._stands(seen, role)
        self._list(tr("People often have"), role.qualifications)
        self._list(tr("Helpful experience"), role.experience)
        if role.qualifications:
            self._say(tr("None of these is required."), "muted")
        self._ways(seen, role)
        self._rows.addSpacing(8)
        self._rows.addWidget(line())
        self._say(
            tr("A map, not a promise of a post or of pay. Source: {source}", source=role.source),
            "muted",
        )

    def _wish(self, seen: CareerMap, role: Role) -> None:
        if seen.place is None:
            return
        self._rows.addSpacing(4)
        if role.id == seen.place.role:
            stays = seen.place.stays
            text = tr("I am open to a change") if stays else tr("I would like to stay here")
            self._rows.addWidget(button(text, lambda: self.stayed.emit(not stays)))
        else:
            wished = role.id in seen.place.wishes
            text = tr("No longer my wish") if wished else tr("I would like this")
            look = "" if wished else "primary"
            self._rows.addWidget(button(text, lambda: self.wished.emit(role.id, not wished), look))

    def _stands(self, seen: CareerMap, role: Role) -> None:
        stands = fit(role, seen.known)
        self._heading(tr("You have {has} of {asked}", has=len(stands.has), asked=stands.asked))
        self._rows.addWidget(FitBar(self._appearance, stands))
        self._statements(seen, tr("Not yet"), stands.missing)
        self._statements(seen, tr("There already"), stands.has)
        if stands.unknown:
            self._statements(seen, tr("Not known yet"), stands.unknown)
            self._rows.addWidget(
                button(tr("Answer in my self-assessment"), self.asked.emit, "link")
            )

    def _statements(self, seen: CareerMap, heading: str, which: Iterable[StatementId]) -> None:
        self._list(heading, [seen.framework.statements[one].text for one in which])

    def _ways(self, seen: CareerMap, role: Role) -> None:
        framework = seen.framework
        place = seen.place.role if seen.place is not None else None
        if place is not None and place != role.id:
            self._from_here(seen, place, role)
        steps = one_step_away(framework, role.id, seen.known)
        self._routes(seen, tr("Ways on"), [(step.route, step.role) for step in steps])
        origins = [
            (route, framework.roles[route.origin]) for route in framework.routes_into(role.id)
        ]
        self._routes(seen, tr("Ways in"), origins)

    def _from_here(self, seen: CareerMap, place: RoleId, role: Role) -> None:
        """The ways from where the person is; staying is always the last of them."""
        self._heading(tr("From where you are"))
        roles = seen.framework.roles
        for way in ways(seen.framework, place, role.id):
            if way.is_staying:
                self._say(tr("\u2022 Stay, and go deeper into what you do"))
            else:
                names = [roles[route.destination].name for route in way.routes]
                self._say("\u2022 " + " \u203a ".join(names))

    def _routes(self, seen: CareerMap, heading: str, found: list[tuple[Route, Role]]) -> None:
        if not found:
            return
        self._heading(heading)
        for route, role in found:
            who = tr(" {who} went this way.", who=", ".join(route.who)) if route.who else ""
            arrow = arrow_of(seen.framework, route)
            link = button(f"{arrow} {role.name}", partial(self.went.emit, role.id), "link")
            link.setAccessibleDescription(f"{kind_words(route.kind)}. {route.step}{who}")
            self._rows.addWidget(link)
            self._say(f"{kind_words(route.kind).capitalize()}. {route.step}{who}", "muted")

    def _heading(self, text: str) -> None:
        self._rows.addSpacing(10)
        self._say(text, "heading")

    def _list(self, heading: str, texts: Iterable[str]) -> None:
        texts = list(texts)
        if texts:
            self._rows.addSpacing(6)
            self._say(heading, "label")
            for text in texts:
                self._say(f"\u2022 {text}")

    def _say(self, text: str, role: str = "") -> None:
        said = label(text, role)
        said.setWordWrap(True)
        self._rows.addWidget(said)


class FitBar(QWidget):
    """What a role asks as a bar: filled for there, outlined for not yet, empty for not known."""

    def __init__(self, appearance: Appearance, stands: Fit) -> None:
        super().__init__()
        self._appearance = appearance
        self._stands = stands
        self.setAccessibleName(
            tr(
                "{has} there, {missing} not yet, {unknown} not known",
                has=len(stands.has),
                missing=len(stands.missing),
                unknown=len(stands.unknown),
            )
        )
        appearance.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """A slim bar, as wide as there is room."""
        return QSize(120, 14)

    def minimumSizeHint(self) -> QSize:
        """Never thinner than the bar."""
        return QSize(60, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One cell for each thing asked."""
        stands, c = self._stands, self._appearance.theme.colours
        if not stands.asked:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = self.width() / stands.asked
        kinds = [c.accent] * len(stands.has) + [c.accent_soft] * len(stands.missing)
        kinds += [c.surface] * len(stands.unknown)
        for place, fill in enumerate(kinds):
            painter.setPen(c.edge if fill == c.surface else c.accent)
            painter.setBrush(fill)
            painter.drawRoundedRect(round(place * cell) + 1, 2, max(round(cell) - 3, 2), 10, 3, 3)
