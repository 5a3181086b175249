"""A statement to talk about where nothing is to be settled: a strength, or a wish."""

from PySide6.QtCore import Qt, Signal

from lsadesk.domain.appraisals.appraisal import Line
from lsadesk.operations.appraisals.meetings import Meeting
from lsadesk.ui.appraisal.both_said import BothSaid
from lsadesk.ui.appraisal.walk import Detail
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.words import tr


class Look(Detail):
    """Emits `planned(Line)` where something is to come of it."""

    planned = Signal(object)

    def __init__(self, question: str) -> None:
        super().__init__()
        self._line: Line | None = None
        self._text, self._wishes = label("", "heading"), label("", "label")
        self._wishes.setWordWrap(True)
        self.said = BothSaid()
        self.to_plan = button(tr("&Add to the plan..."), self._plan)
        rows = in_column(on=self, around=(16, 0, 8, 8))
        top = in_row(Fill(self._text), (self.to_plan, Qt.AlignmentFlag.AlignTop), gap=16)
        rows.addLayout(top)
        for each in (self._wishes, self.said, label(question)):
            rows.addWidget(each)
        rows.addStretch(1)

    def show_line(self, line: Line, meeting: Meeting) -> None:
        """Show *line* with what both said."""
        self._line = line
        self._text.setText(line.statement.text)
        self._wishes.setText(wishes_words(line))
        self._wishes.setVisible(bool(wishes_words(line)))
        self.said.show_line(line, meeting)

    def begin(self) -> None:
        """Put the focus on what can be done."""
        self.to_plan.setFocus(Qt.FocusReason.OtherFocusReason)

    def _plan(self) -> None:
        if self._line is not None:
            self.planned.emit(self._line)


def wishes_words(line: Line) -> str:
    """The wishes in a line; "" for none."""
    said = []
    if line.own.use_more:
        said.append(tr("Would like to use this more"))
    if line.own.learn_more:
        said.append(tr("Would like to learn more"))
    return ". ".join(said)
