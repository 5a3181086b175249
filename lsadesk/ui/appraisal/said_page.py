"""What each of the two said, for the person to look at again; open once both have met."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lsadesk.domain.appraisals.appraisal import AppraisalId, Line
from lsadesk.errors import UserError
from lsadesk.operations.appraisals import meetings
from lsadesk.operations.appraisals.meetings import Meeting
from lsadesk.ui.appraisal.differences import left_words
from lsadesk.ui.appraisal.look import Look
from lsadesk.ui.appraisal.walk import Walk
from lsadesk.ui.appraisal.wording import said_by
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.leaving import leave_by_keys
from lsadesk.ui.words import tr


class SaidPage(QWidget):
    """Emits `left()`; nothing can be changed here."""

    left = Signal()

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._meeting: Meeting | None = None
        self.title = label("", "heading")
        self.look = Look("")
        self.look.to_plan.hide()
        self.walk: Walk[Line] = Walk(
            tr("What each of you said"), self._words, self.look, nothing=tr("Nothing was said yet.")
        )
        top = in_row(button(tr("Back"), self.left.emit, "link"), Fill(self.title), gap=16)
        in_column(top, Fill(self.walk), on=self, around=(24, 12, 24, 16))
        self.walk.intro.hide()
        self.walk.shown.connect(self._show_line)
        leave_by_keys(self, self.left.emit)

    def open(self, wanted: AppraisalId) -> None:
        """Show what both said for *wanted*."""
        self._context.read(
            lambda desk: meetings.meeting(desk, wanted),
            self._show,
            on_error=self._refused,
            owner=self,
        )

    def _show(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self.title.setText(tr("What {name} and you said", name=meeting.appraiser))
        self.walk.show_records([line for line in meeting.lines if not line.is_silent])
        self.walk.list.setFocus()

    def _show_line(self, line: Line) -> None:
        if self._meeting is not None:
            self.look.show_line(line, self._meeting)

    def _words(self, line: Line) -> str:
        if self._meeting is None:
            return line.statement.text
        said = (
            line.statement.text,
            said_by(tr("You"), line.own.value),
            said_by(self._meeting.appraiser, line.theirs.value),
            "" if line.settled is None else left_words(line.settled),
        )
        return "\n".join(words for words in said if words)

    def _refused(self, error: UserError) -> None:
        self._context.say(str(error), "refused")
        self.left.emit()
