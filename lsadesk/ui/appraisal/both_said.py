"""What the two people said of one statement, side by side and alike in size and colour."""

from PySide6.QtWidgets import QFrame, QWidget

from lsadesk.domain.appraisals.appraisal import Line
from lsadesk.domain.auditing.skills import SkillValue
from lsadesk.operations.appraisals.meetings import Meeting
from lsadesk.ui.appraisal.since_last import seen_of
from lsadesk.ui.appraisal.wording import seen_words
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row


class BothSaid(QWidget):
    """The person on the left, who speaks first; nothing marks either side as the right one.

    Below them is where others saw it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.own, self.theirs = _Said(), _Said()
        self.seen = label("")
        row = in_row(Fill(self.own), Fill(self.theirs), gap=16)
        in_column(row, self.seen, on=self)

    def show_line(self, line: Line, meeting: Meeting) -> None:
        """Show what the person and their appraiser said, and where it was seen in sessions."""
        self.own.show_said(meeting.name, line.own.value, line.own.example)
        self.theirs.show_said(meeting.appraiser, line.theirs.value, line.theirs.note)
        self.seen.setText(seen_of(line.statement.id, meeting.seen))
        self.seen.setVisible(bool(self.seen.text()))


class _Said(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._name, self._level = label("", "muted"), label("", "heading")
        self._note = label("", "muted")
        in_column(
            self._name, self._level, self._note, Fill(), on=self, around=(16, 12, 16, 12), gap=4
        )

    def show_said(self, name: str, value: SkillValue, note: str) -> None:
        self._name.setText(name)
        self._level.setText(seen_words(value))
        self._note.setText(note)
        self._note.setVisible(bool(note))
