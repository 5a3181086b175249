"""The slim bar at the top: the college, its tabs, when it was saved, who is signed in."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QSizePolicy, QToolButton, QWidget

from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.places import Place
from lsadesk.ui.widgets.buttons import icon_button, menu_button
from lsadesk.ui.widgets.labels import inert, label
from lsadesk.ui.widgets.titles import bar_of_titles
from lsadesk.ui.words import tr

_GAP = 12  # between two things in the bar
_LETTERS = 14  # of a college's name: fewer say nothing


class TopBar(QFrame):
    """Emits `chosen(place name)`; knows nothing of the tabs behind the names."""

    chosen = Signal(str)
    lock_asked = Signal()

    def __init__(self, appearance: Appearance, account_actions: Sequence[QAction]) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._appearance = appearance
        self._places: tuple[Place, ...] = ()
        self._tabs_below = False
        self._name = ""
        self.college = label("", "label")
        self.college.setWordWrap(False)
        self.college.setMinimumWidth(1)  # a long name never keeps the window wide
        self.tabs = bar_of_titles(tr("Tabs"))
        self.tabs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.saved = label("", "muted")
        self.saved.setWordWrap(False)
        self.who = self._make_who(account_actions)
        self.lock = icon_button(appearance.icon("lock"), tr("Lock (Ctrl+L)"), self.lock_asked.emit)
        self._lay_out()
        self.tabs.currentChanged.connect(self._chosen)
        appearance.changed.connect(self._dress)

    def show_sitting(self, college: str, login: str, places: Sequence[Place]) -> None:
        """Show whose sitting it is and where they can go.

        Somebody back from a lock is where they were; anybody else begins at the first tab.
        """
        if login != self.who.text():
            self._places = ()
        self._name = college
        self.college.setToolTip(inert(college))
        self.who.setText(login)
        self.who.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)  # Qt forgets it in a menu
        self.who.setAccessibleName(tr("Signed in as {login}", login=login))
        self.saved.clear()
        self.show_places(places)

    def show_places(self, places: Sequence[Place]) -> None:
        """Show these tabs; the current one stays if it is among them."""
        here = self.current()
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        self._places = tuple(places)
        for number, place in enumerate(self._places, start=1):
            self.tabs.addTab(place.title)
            keys = tr("{title} (Ctrl+{number})", title=place.title, number=number)
            self.tabs.setTabToolTip(number - 1, keys if number < 10 else place.title)
        self.tabs.blockSignals(False)
        self._make_room()
        self.go(here if here in self.names() else next(iter(self.names()), ""))

    def names(self) -> tuple[str, ...]:
        """The names of the tabs shown."""
        return tuple(place.name for place in self._places)

    def current(self) -> str:
        """The name of the current tab; "" where there are none."""
        at = self.tabs.currentIndex()
        return self._places[at].name if 0 <= at < len(self._places) else ""

    def go(self, name: str) -> None:
        """Make the tab *name* current; a name that is not shown does nothing."""
        if name in self.names():
            self.tabs.setCurrentIndex(self.names().index(name))

    def show_saved(self, clock: str) -> None:
        """Say when something was last kept: "Saved 10:42"."""
        self.saved.setText(tr("Saved {time}", time=clock))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tabs come first: the college's name gives way, then they get their own row."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_room()

    def _make_room(self) -> None:
        beside = _room_for(self.saved, self.who, self.lock)
        tabs = _room_for(self.tabs)
        around = self._rows.contentsMargins()
        room = self.width() - around.left() - around.right()
        below = tabs + beside > room
        self._name_college(room - beside - (0 if below else tabs) - _GAP)
        if below != self._tabs_below:
            self._tabs_below = below
            self._place_tabs()

    def _chosen(self, at: int) -> None:
        if 0 <= at < len(self._places):
            self.chosen.emit(self._places[at].name)

    def _make_who(self, actions: Sequence[QAction]) -> QToolButton:
        menu = QMenu()
        menu.addActions(list(actions))
        who = menu_button("", menu)
        who.setIcon(self._appearance.icon("person"))
        return who

    def _lay_out(self) -> None:
        self._rows = layout = QGridLayout(self)
        layout.setContentsMargins(16, 0, 8, 0)
        layout.setHorizontalSpacing(_GAP)
        layout.setVerticalSpacing(0)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self.college, 0, 0)
        for column, widget in enumerate((self.saved, self.who, self.lock), start=2):
            layout.addWidget(widget, 0, column)
        self._place_tabs()
        self.lock.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _place_tabs(self) -> None:
        self._rows.removeWidget(self.tabs)
        if self._tabs_below:
            self._rows.addWidget(self.tabs, 1, 0, 1, self._rows.columnCount())
        else:
            self._rows.addWidget(self.tabs, 0, 1)

    def _name_college(self, room: int) -> None:
        """Its name whole where there is room for it, cut where some of it still tells."""
        metrics = self.college.fontMetrics()
        needed = metrics.horizontalAdvance(self._name) + 1
        self.college.setText(metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room))
        self.college.setVisible(room >= min(needed, _LETTERS * metrics.averageCharWidth()))

    def _dress(self) -> None:
        self.who.setIcon(self._appearance.icon("person"))
        self.lock.setIcon(self._appearance.icon("lock"))


def _room_for(*shown: QWidget) -> int:
    return sum(each.sizeHint().width() + _GAP for each in shown)
