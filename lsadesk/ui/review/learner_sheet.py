"""The learners' sheet of the review, answered by a learner: one question on the screen at a time.

Every answer is a large button: for a mouse, a finger, or a switch that works as Tab and Enter.
Source: requirement A87.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from lsadesk.domain.reviewing.points import PointId, Questions, Voice
from lsadesk.domain.reviewing.views import Confidence, Sheet
from lsadesk.domain.reviewing.words import answer_words
from lsadesk.ui.looks.sizes import at_least, fit
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.dialog import Dialog
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.scrolled import Scrolled
from lsadesk.ui.words import tr

_LETTERS, _HIGH = 60, 720
_LINES_OF_A_BUTTON = 3


def ask_learner(parent: QWidget, questions: Questions) -> Sheet | None:
    """What a learner answered; None where nothing was handed in."""
    sheet = LearnerSheet(parent, questions)
    return sheet.sheet() if sheet.exec() and sheet.answers else None


class LearnerSheet(Dialog):
    """Each answer leads to the next question; any may be left out, and it may end at any."""

    def __init__(self, parent: QWidget | None, questions: Questions) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What do you think?"))
        self._points = questions.asked_of(Voice.LEARNERS)
        self._at = 0
        self.answers: dict[PointId, Confidence | None] = {}
        self.far, self.asked = label("", "muted"), label("", "title")
        self.ways: list[QPushButton] = []
        self._place = in_column(gap=8)
        inside = QWidget()
        in_column(self.far, self.asked, Fill(self._place), on=inside, gap=16)
        self._place.setAlignment(Qt.AlignmentFlag.AlignTop)
        in_column(Fill(Scrolled(inside, below=0)), on=self, around=24)
        at_least(self, _LETTERS)
        fit(self, self.minimumWidth(), _HIGH)
        self._ask()

    def sheet(self) -> Sheet:
        """What was answered so far."""
        return Sheet(Voice.LEARNERS, dict(self.answers))

    def _ask(self) -> None:
        """Show the question that comes now, or after the last one the way out."""
        for old in self.ways:
            old.hide()
            old.deleteLater()
        self.ways = []
        if self._at == len(self._points):
            self._end()
        else:
            point = self._points[self._at]
            self.far.setText(tr("Question {at} of {all}", at=self._at + 1, all=len(self._points)))
            self.asked.setText(tr(point.asks(Voice.LEARNERS)))
            levels, cannot = answer_words(Voice.LEARNERS)
            for level, words in reversed(levels.items()):
                self._offer(tr(words), partial(self._answer, level))
            self._offer(tr(cannot), partial(self._answer, None))
            self._offer(tr("Leave this one out"), self._leave_out)
        if self._at:
            self._offer(tr("Back"), self._back)
        self._offer(tr("Stop here: keep nothing"), self.reject)
        self.setAccessibleDescription(self.asked.text())
        self.ways[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        self.far.setText("")
        self.asked.setText(tr("Thank you. Your name is not kept with your answers."))
        if self.answers:
            self._offer(tr("Hand in"), self.accept)

    def _offer(self, words: str, then: Callable[[], None]) -> None:
        made = button(words, then)
        made.setAutoDefault(False)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        made.setMaximumHeight(_LINES_OF_A_BUTTON * self.fontMetrics().lineSpacing())
        made.setAccessibleDescription(self.asked.text())
        self._place.addWidget(made)
        made.show()  # Qt would show it in a moment, and until then it takes no focus
        self.ways.append(made)

    def _answer(self, level: Confidence | None) -> None:
        self.answers[self._points[self._at].id] = level
        self._go(1)

    def _leave_out(self) -> None:
        self.answers.pop(self._points[self._at].id, None)
        self._go(1)

    def _back(self) -> None:
        self._go(-1)

    def _go(self, steps: int) -> None:
        self._at += steps
        self._ask()
