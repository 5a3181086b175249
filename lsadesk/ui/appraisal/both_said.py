"""What the two people said of one statement, side by side and alike in size and colour."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from lsadesk.domain.appraisals.appraisal import Line
from lsadesk.domain.auditing.skills import SkillValue
from lsadesk.ui.appraisal.wording import seen_words
from lsadesk.ui.widgets.labels import label


class BothSaid(QWidget):
    """The person on the left, who speaks first; nothing marks either side as the right one."""

    def __init__(self) -> None:
        super().__init__()
        self.own, self.theirs = _Said(), _Said()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.own, 1)
        row.addWidget(self.theirs, 1)

    def show_line(self, line: Line, person: str, appraiser: str) -> None:
        """Show what *person* and *appraiser* said."""
        self.own.show_said(person, line.own.value, line.own.example)
        self.theirs.show_said(appraiser, line.theirs.value, line.theirs.note)


class _Said(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._name, self._level = label("", "muted"), label("", "heading")
        self._note = label("", "muted")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(4)
        for each in (self._name, self._level, self._note):
            rows.addWidget(each)
        rows.addStretch(1)

    def show_said(self, name: str, value: SkillValue, note: str) -> None:
        self._name.setText(name)
        self._level.setText(seen_words(value))
        self._note.setText(note)
        self._note.setVisible(bool(note))
