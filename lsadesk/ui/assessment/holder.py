"""A place for one question of either sort, with its answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lsadesk.domain.assessment import answer_to, words_to
from lsadesk.domain.framework import OpenQuestion, Question
from lsadesk.operations.assessment import Sheet
from lsadesk.ui.assessment.page import LastTime, QuestionPage
from lsadesk.ui.assessment.words_page import WordsPage


class QuestionHolder(QWidget):
    """Emits `answered(answer or own words)`."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rated = QuestionPage()
        self.open = WordsPage()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        for page in (self.rated, self.open):
            rows.addWidget(page)
            page.answered.connect(self.answered)
        self.open.hide()
        self._page: QuestionPage | WordsPage = self.rated

    @property
    def question(self) -> Question | None:
        """What is asked at the moment."""
        page = self._page
        return page.question if isinstance(page, WordsPage) else page.statement

    def ask(self, sheet: Sheet, question: Question) -> None:
        """Ask *question*, with the answer that *sheet* has and what was said last time."""
        self.flush()
        found = sheet.assessment
        if isinstance(question, OpenQuestion):
            self.open.ask(question, words_to(found.words, question.id))
        else:
            answer = answer_to(found.answers, question.id)
            self.rated.ask(question, answer, _last_time(sheet, question))
        self._page = self.open if isinstance(question, OpenQuestion) else self.rated
        self.rated.setVisible(self._page is self.rated)
        self.open.setVisible(self._page is self.open)

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.rated.flush()
        self.open.flush()

    def focus_choice(self) -> None:
        """Put the focus where the answer is."""
        self._page.focus_choice()


def _last_time(sheet: Sheet, question: Question) -> LastTime | None:
    last = sheet.last
    if last is None or last.handed_in_at is None or isinstance(question, OpenQuestion):
        return None
    return LastTime(answer_to(last.answers, question.id), last.handed_in_at.astimezone().date())
