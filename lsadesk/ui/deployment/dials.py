"""What counts in a plan: a slider for each soft rule, beside what it costs in the plan shown."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QWidget

from lsadesk.domain.deployment import rules
from lsadesk.domain.deployment.rules import SoftRule
from lsadesk.domain.deployment.weights import DIALS, Dial, Strength
from lsadesk.ui.deployment.soft_words import dial_title, strength_name, times
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr

Bill = Sequence[tuple[SoftRule, int, int]]
_STEPS = tuple(Strength)
_AROUND = 96  # pixels: the margins and a scroll bar


class Slider(QSlider):
    """Five steps from Off to Most; the wheel scrolls the page and sets nothing."""

    def __init__(self, name: str, strength: Strength) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, len(_STEPS) - 1)
        self.setPageStep(1)
        self.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.setTickInterval(1)
        self.setMinimumWidth(160)
        self.setValue(_STEPS.index(strength))
        self._name = name
        self.valueChanged.connect(lambda _value: self._tell())
        self._tell()

    @property
    def strength(self) -> Strength:
        """The step it stands on."""
        return _STEPS[self.value()]

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._name}: {strength_name(self.strength)}")


class DialsQuestion(Question):
    """How much each soft rule counts. That needs are met comes first and has no slider."""

    def __init__(self, parent: QWidget, chosen: Mapping[str, Strength], bill: Bill) -> None:
        super().__init__(
            parent,
            tr("What counts in a plan"),
            tr(
                "That every need is met always counts most. For the rest: how much should each "
                "count? It holds from the next plan that is made."
            ),
            tr("&Keep"),
        )
        self._costs = {rule.name: (often, cost) for rule, often, cost in bill}
        self.sliders: dict[str, Slider] = {}
        grid = QWidget()
        self._grid = QGridLayout(grid)
        self._grid.setHorizontalSpacing(16)
        self._grid.setColumnStretch(3, 1)
        if bill:
            heading = label(tr("Missed in the plan shown"), "label")
            heading.setWordWrap(False)
            self._grid.addWidget(heading, 0, 3)
        for row, dial in enumerate(DIALS, 1):
            self._add(row, dial, chosen.get(dial.name, Strength.USUAL))
        self.body.addWidget(grid)
        grid.ensurePolished()
        self.setMinimumWidth(grid.minimumSizeHint().width() + _AROUND)

    def chosen(self) -> dict[str, Strength]:
        """Where the sliders stand."""
        return {name: slider.strength for name, slider in self.sliders.items()}

    def _add(self, row: int, dial: Dial, strength: Strength) -> None:
        title = dial_title(dial.name)
        slider = self.sliders[dial.name] = Slider(title, strength)
        name, step = label(title), label("")
        name.setWordWrap(False)
        name.setBuddy(slider)
        slider.valueChanged.connect(lambda _value: _say(step, slider))
        _say(step, slider)
        step.setMinimumWidth(8 * step.fontMetrics().averageCharWidth() + 16)
        cost = label(self._cost(dial), "muted")
        step.setWordWrap(False)
        cost.setWordWrap(False)
        for column, widget in enumerate((name, slider, step, cost)):
            self._grid.addWidget(widget, row, column)

    def _cost(self, dial: Dial) -> str:
        """12 times, 300."""
        if dial.name == rules.CHANGE.name:
            return tr("for absences")
        known = [self._costs[rule.name] for rule in dial.rules if rule.name in self._costs]
        often, cost = sum(each[0] for each in known), sum(each[1] for each in known)
        if not known:
            return ""
        return (
            tr("{often}, costs {cost}", often=times(often), cost=f"{cost:,}")
            if often
            else tr("never")
        )


def _say(step: QLabel, slider: Slider) -> None:
    step.setText(strength_name(slider.strength))
