"""The top of the planner's page: which week, how it is shown, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QWidget

from lsadesk.domain.calendar import Week
from lsadesk.domain.deployment.kept import PlanLabel
from lsadesk.ui.deployment.wording import plan_words
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.widgets.buttons import button, menu_button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_row
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.words import tr

PEOPLE, LEARNERS, SESSIONS, LIST = "people", "learners", "sessions", "list"
_SECONDS, _REPEATABLE = 5.0, 0.0
_LETTERS_OF_A_PLAN = 44


class Head(QWidget):
    """Emits `week_chosen(Week)`, `plan_chosen(number)`, `view_chosen(name)`, `searched(text)`,
    `printed()` and `asked()`.
    """

    week_chosen = Signal(object)
    plan_chosen = Signal(int)
    view_chosen = Signal(str)
    searched = Signal(str)
    printed = Signal()
    asked = Signal()
    published = Signal()

    def __init__(self, appearance: Appearance, page: QWidget) -> None:
        super().__init__()
        self.title = label("", "heading")
        self.title.setWordWrap(False)
        self.week = Choice([(tr("Week A"), Week.A), (tr("Week B"), Week.B)])
        self.week.setAccessibleName(tr("Which week of the timetable"))
        self.week.currentIndexChanged.connect(
            lambda _at: self.week_chosen.emit(self.week.chosen_as(Week))
        )
        self.plan = Choice([])
        self.plan.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.plan.setMaximumWidth(_LETTERS_OF_A_PLAN * self.fontMetrics().averageCharWidth())
        self.plan.setAccessibleName(tr("Which plan of the week"))
        self.plan.currentIndexChanged.connect(
            lambda _at: self.plan_chosen.emit(self.plan.chosen_as(int))
        )
        self.menu = QMenu()
        self.more = menu_button(tr("Pl&an..."), self.menu)
        self.more.setAccessibleName(tr("What can be done with this plan"))
        self.search = SearchField(appearance, tr("Find a person, team or session"), page)
        self.search.searched.connect(self.searched)
        self.seconds = Choice(
            [
                (tr("in 5 seconds"), _SECONDS),
                (tr("in 30 seconds"), 30.0),
                (tr("in 2 minutes"), 120.0),
                (tr("the same every time"), _REPEATABLE),
            ],
            _SECONDS,
        )
        self.seconds.setAccessibleName(tr("How long to look for a plan"))
        self.print = button(tr("&Print timetable..."), self.printed.emit)
        self.make = button(tr("&Make a plan"), self.asked.emit, "primary")
        self.publish = button(tr("P&ublish..."), self.published.emit)
        self.views = QWidget()
        self._choose_views()
        row = Flow(self, gap=12)
        plans = _beside(self.plan, self.more)
        for part in (self.title, self.week, plans, self.views, self.search, self.print):
            row.addWidget(part)
        row.addWidget(_beside(self.make, self.seconds, self.publish))

    def chosen_seconds(self) -> float | None:
        """How long to look for a plan; None: as many steps as always, for the same plan again."""
        return self.seconds.chosen_as(float) or None

    def show_plans(self, plans: Sequence[PlanLabel], shown: int | None) -> None:
        """Offer *plans*, of which number *shown* is on the board."""
        self.plan.blockSignals(True)
        self.plan.offer([(plan_words(each), each.id) for each in plans], shown)
        self.plan.blockSignals(False)
        self.publish.setVisible(any(each.id == shown and not each.published for each in plans))

    def _choose_views(self) -> None:
        self._group = QButtonGroup(self)
        row = in_row(on=self.views, gap=4)
        for name, text in (
            (PEOPLE, tr("Pe&ople")),
            (LEARNERS, tr("&Learners")),
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


def _beside(*parts: QWidget) -> QWidget:
    made = QWidget()
    in_row(*parts, on=made)
    return made
