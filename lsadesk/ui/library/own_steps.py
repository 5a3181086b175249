"""The steps of a story: role, years and what helped, a row each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from lsadesk.domain.careers.framework import Role
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.words import tr

_FEWEST, _MORE = 5, 2  # rows of a new story, and empty rows after the steps of another


class StepsField(QWidget):
    """Rows in the order in which it went; a row without a role is no step."""

    changed = Signal()

    def __init__(self, roles: Iterable[Role], steps: Sequence[Mapping[str, Any]]) -> None:
        super().__init__()
        names = {str(role.id): role.name for role in roles}
        # A story keeps its steps through roles that the college has hidden since.
        gone = {step["role"]: step["title"] for step in steps if step["role"] not in names}
        options = [(tr("No step"), ""), *((name, role) for role, name in (names | gone).items())]
        rows = in_column(on=self)
        self._rows: list[_Row] = []
        for at in range(max(_FEWEST, len(steps) + _MORE)):
            row = _Row(at + 1, options, steps[at] if at < len(steps) else {})
            row.role.currentIndexChanged.connect(lambda _at: self.changed.emit())
            self._rows.append(row)
            rows.addWidget(row)
        self.setFocusProxy(self._rows[0].role)

    def steps(self) -> list[dict[str, Any]]:
        """The steps as the content is written."""
        return [row.step() for row in self._rows if row.role.chosen()]


class _Row(QWidget):
    """One step; what it says beyond the three fields stays while its role does."""

    def __init__(
        self, number: int, options: Sequence[tuple[str, object]], before: Mapping[str, Any]
    ) -> None:
        super().__init__()
        self._before = before
        self.role = Choice(options, before.get("role", ""))
        self.role.setMinimumContentsLength(12)
        self.role.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.role.setAccessibleName(tr("Step {number}: role", number=number))
        self.years = _line(
            before.get("years", ""),
            tr("Years, as 2019 to 2023"),
            tr("Step {number}: years", number=number),
        )
        self.led = _line(
            before.get("led", ""),
            tr("What led there, what helped"),
            tr("Step {number}: what led there, what helped", number=number),
        )
        parts = QGridLayout(self)
        parts.setContentsMargins(0, 0, 0, 8)
        parts.addWidget(label(str(number), "label"), 0, 0)
        parts.addWidget(self.role, 0, 1)
        parts.addWidget(self.years, 0, 2)
        parts.addWidget(self.led, 1, 1, 1, 2)
        parts.setColumnStretch(1, 3)
        parts.setColumnStretch(2, 2)

    def step(self) -> dict[str, Any]:
        """The step as it is kept; its title is that of the role where nothing else was said."""
        same = self.role.chosen() == self._before.get("role")
        kept = dict(self._before) if same else {"title": self.role.currentText()}
        said = {"years": self.years.text().strip(), "led": self.led.text().strip()}
        return {**kept, "role": self.role.chosen_as(str), **said}


def _line(text: str, shown: str, name: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setPlaceholderText(shown)
    field.setAccessibleName(name)
    return field
