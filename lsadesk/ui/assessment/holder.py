"""A place for one question of either sort, with its answer."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lsadesk.domain.appraisals.assessment import Assessment, answer_to, words_to
from lsadesk.domain.careers.framework import OpenQuestion, Question
from lsadesk.operations.appraisals.assessment import Sheet
from lsadesk.ui.assessment.page import QuestionPage
from lsadesk.ui.assessment.words_page import WordsPage
from lsadesk.ui.widgets.laid import in_column


class QuestionHolder(QWidget):
    """Emits `answered(answer or own words)`. *by_key*: levels show their keys."""

    answered = Signal(object)

    def __init__(self, *, by_key: bool = False) -> None:
        super().__init__()
        self.rated = QuestionPage(by_key=by_key)
        self.open = WordsPage()
        rows = in_column(on=self)
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
        found, last, on = sheet.assessment, sheet.last, _day_of(sheet.last)
        if isinstance(question, OpenQuestion):
            before = None if last is None else words_to(last.words, question.id)
            self.open.ask(question, words_to(found.words, question.id), before, on)
        else:
            earlier = None if last is None else answer_to(last.answers, question.id)
            self.rated.ask(question, answer_to(found.answers, question.id), earlier, on)
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


def _day_of(last: Assessment | None) -> date | None:
    if last is None or last.handed_in_at is None:
        return None
    return last.handed_in_at.astimezone().date()
