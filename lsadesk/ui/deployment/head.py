"""The top of the planner's page: which week, how it is shown, and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from lsadesk.domain.calendar import Week
from lsadesk.ui.appearance import Appearance
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.words import tr

PEOPLE, SESSIONS, LIST = "people", "sessions", "list"
_SECONDS = 5.0


class Head(QWidget):
    """Emits `week_chosen(Week)`, `view_chosen(name)`, `searched(text)`, `printed()`, `asked()`."""

    week_chosen = Signal(object)
    view_chosen = Signal(str)
    searched = Signal(str)
    printed = Signal()
    asked = Signal()

    def __init__(self, appearance: Appearance, page: QWidget) -> None:
        super().__init__()
        self.title = label("", "heading")
        self.title.setWordWrap(False)
        self.week = Choice([(tr("Week A"), Week.A), (tr("Week B"), Week.B)])
        self.week.setAccessibleName(tr("Which week of the timetable"))
        self.week.currentIndexChanged.connect(
            lambda _at: self.week_chosen.emit(self.week.chosen_as(Week))
        )
        self.search = SearchField(appearance, tr("Find a person or session"), page)
        self.search.searched.connect(self.searched)
        self.seconds = Choice(
            [
                (tr("in 5 seconds"), _SECONDS),
                (tr("in 30 seconds"), 30.0),
                (tr("in 2 minutes"), 120.0),
            ],
            _SECONDS,
        )
        self.seconds.setAccessibleName(tr("How long to look for a plan"))
        self.print = button(tr("&Print timetable..."), self.printed.emit)
        self.make = button(tr("&Make a plan"), self.asked.emit, "primary")
        self.views = QWidget()
        self._choose_views()
        row = Flow(self, gap=12)
        for part in (self.title, self.week, self.views, self.search, self.print):
            row.addWidget(part)
        row.addWidget(self._making())

    def _choose_views(self) -> None:
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self.views)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for name, text in (
            (PEOPLE, tr("Pe&ople")),
            (SESSIONS, tr("Sess&ions")),
            (LIST, tr("Lis&t")),
        ):
            row.addWidget(self._view_button(name, text))
        self._group.buttons()[0].setChecked(True)

    def _view_button(self, name: str, text: str) -> QPushButton:
        made = button(text, lambda: self.view_chosen.emit(name))
        made.setCheckable(True)
        made.setAccessibleDescription(tr("How the week is shown"))
        self._group.addButton(made)
        return made

    def _making(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.make)
        row.addWidget(self.seconds)
        return made
