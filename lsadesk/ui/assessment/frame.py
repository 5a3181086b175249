"""A question with where it stands, what was saved, and the ways on."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lsadesk.domain.careers.framework import Question, Statement
from lsadesk.domain.careers.resources import About, AboutKind
from lsadesk.operations.appraisals.assessment import Sheet
from lsadesk.ui.assessment.holder import QuestionHolder
from lsadesk.ui.assessment.manner import answered_words
from lsadesk.ui.assessment.start import READING_WIDTH
from lsadesk.ui.library.resources import ResourcesBox
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.leaving import leave_by_keys
from lsadesk.ui.widgets.saved import SavedLabel
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.words import tr


class QuestionFrame(QWidget):
    """Emits `moved(step)` and `left()`.

    *resources* stand at the end of each statement; None where there is no college to ask.
    """

    moved = Signal(int)
    left = Signal()

    def __init__(self, resources: ResourcesBox | None) -> None:
        super().__init__()
        self.resources = resources
        self.holder = QuestionHolder()
        self.saved = SavedLabel()
        self._part = label("", "label")
        self._place = label("", "muted")
        self._place.setWordWrap(False)
        self._to_go = label("", "muted")
        self.next = button(tr("&Next"), lambda: self.moved.emit(1), "primary")
        self.leave = button(tr("Leave \u2013 everything is saved"), self.left.emit)
        self.holder.rated.levels.entered.connect(self.next.click)
        self.back = button(tr("&Back"), lambda: self.moved.emit(-1), "link")
        self._scroll = scrolling(self._inside())
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = in_column(self._head(), Fill(self._scroll), self._foot(), around=(24, 12, 16, 16))
        whole = QWidget()
        whole.setLayout(column)
        whole.setMaximumWidth(READING_WIDTH + 120)
        in_row(Fill(), Fill(whole, share=100), Fill(), on=self)
        leave_by_keys(self, self.leave.click)

    def ask(self, sheet: Sheet, question: Question, minutes: int | None) -> None:
        """Show *question*, as *sheet* has it."""
        self.holder.ask(sheet, question)
        if self.resources is not None:
            asked = isinstance(question, Statement)
            self.resources.show_for(About(AboutKind.STATEMENT, question.id) if asked else None)
        part = next(part for part in sheet.parts if part.id == question.part)
        within = sheet.framework.questions_of(part.id)
        self._part.setText(part.name)
        place = within.index(question) + 1
        self._place.setText(tr("{place} of {asked} in this part", place=place, asked=len(within)))
        self.show_progress(sheet, minutes)
        self._scroll.verticalScrollBar().setValue(0)

    def show_progress(self, sheet: Sheet, minutes: int | None) -> None:
        """How much is answered, and how long the rest takes at the person's own pace."""
        said = progress_words(sheet, minutes)
        self._to_go.setText(said)
        self.next.setAccessibleDescription(said)

    def show_saved(self, at: datetime) -> None:
        """Say when the answer was saved."""
        self.saved.saved(at)
        self.leave.setText(tr("Leave \u2013 everything is saved"))

    def show_not_saved(self) -> None:
        """Say that the last answer is only on the screen."""
        self.saved.not_saved()
        self.leave.setText(tr("Leave"))

    def _head(self) -> QHBoxLayout:
        """Where one is; it stays while the question scrolls."""
        return in_row(self.back, self._part, Fill(), self._place, self.saved, gap=16)

    def _foot(self) -> QHBoxLayout:
        """The ways on, which stay too."""
        return in_row(self.next, Fill(self._to_go), self.leave, gap=16)

    def _inside(self) -> QWidget:
        inside = QWidget()
        rows = in_column(Fill(self.holder), on=inside, around=(0, 0, 8, 8))
        if self.resources is not None:  # at the end: nothing moves under a hand that is choosing
            rows.addWidget(self.resources)
        return inside


def progress_words(sheet: Sheet, minutes: int | None) -> str:
    """How many questions are answered and, where there is a pace, about how long is left."""
    done, said = sheet.progress, answered_words(sheet)
    if minutes is None or done.answered == done.asked:
        return said
    left = tr("about {minutes} more minutes at your pace", minutes=minutes)
    return f"{said}, {left if minutes != 1 else tr('about a minute more at your pace')}"
