"""The pages of a questionnaire, and the ways between them: start, questions, looking over."""

from dataclasses import replace
from datetime import datetime
from time import monotonic

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget

from lsadesk.domain.appraisals.assessment import (
    Answer,
    OwnWords,
    is_answered,
    minutes_left,
    next_unanswered,
)
from lsadesk.domain.careers.framework import Part, Question
from lsadesk.operations.appraisals.assessment import Sheet
from lsadesk.ui.assessment.check import CheckPage
from lsadesk.ui.assessment.frame import QuestionFrame
from lsadesk.ui.assessment.manner import Manner
from lsadesk.ui.assessment.question_list import ListPage
from lsadesk.ui.assessment.start import StartPage
from lsadesk.ui.library.resources import ResourcesBox


class Questionnaire(QStackedWidget):
    """Shows one `Sheet` and follows what is answered; keeping it is for the owner.

    Emits `answered(answer or own words)` as each is given, `list_liked(bool)`, `done()` when it
    is to be handed in or finished, and `returned()` whenever the start page is shown again.
    """

    answered = Signal(object)
    list_liked = Signal(bool)
    done = Signal()
    returned = Signal()

    def __init__(self, manner: Manner, resources: ResourcesBox | None) -> None:
        super().__init__()
        self.sheet: Sheet | None = None
        self._checking: Part | None = None  # the part from whose check a question was opened
        self._checking_all = False
        self._gaps: list[float] = []
        self._answered_at = monotonic()
        self.start = StartPage(manner)
        self.question = QuestionFrame(resources)
        self.check = CheckPage(manner)
        self._list: ListPage | None = None
        self._holders = [self.question.holder]
        for page in (self.start, self.question, self.check):
            self.addWidget(page)
        self._connect()

    @property
    def list(self) -> ListPage:
        """Every question in a list; made when it is first wanted."""
        if self._list is None:
            self._list = made = ListPage()
            self.addWidget(made)
            self._holders.append(made.holder)
            made.left.connect(self.show_start)
            made.checking.connect(self.look_over)
            made.one_a_page.connect(lambda: self.prefer(False))
            made.holder.answered.connect(self._follow)
        return self._list

    def settle(self) -> None:
        """Hand over what is half typed."""
        for holder in self._holders:
            holder.flush()

    def is_at_rest(self) -> bool:
        """Whether a page is on top that nobody types in, so that it may be shown afresh."""
        return self.currentWidget() in (self.start, self.check)

    def show_start(self) -> None:
        """The start page, as the sheet is now."""
        self.settle()
        self._checking, self._checking_all = None, False
        if self.sheet is not None:
            here = (focused := QApplication.focusWidget()) and self.isAncestorOf(focused)
            self.start.show_sheet(self.sheet)
            self.setCurrentWidget(self.start)
            if here:
                self.start.focus_first()
        self.returned.emit()

    def carry_on(self) -> None:
        """The first question without an answer; where there is none, all to look over."""
        if self.sheet is None:
            return
        found = next_unanswered(self.sheet.questions, self.sheet.assessment)
        if found is not None or self.sheet.as_list:
            self.ask(found)
        else:
            self.look_over()

    def look_over(self) -> None:
        """Every answer, to be handed in from there."""
        self.settle()
        if self.sheet is not None:
            self._checking, self._checking_all = None, False
            self.check.show_sheet(self.sheet)
            self._open_check()

    def ask(self, question: Question | None) -> None:
        """Ask *question*, as its reader likes it: on a page, or beside the list of all."""
        if self.sheet is None:
            return
        if self.sheet.as_list or question is None:
            self._to_list(question)
            return
        self.question.ask(self.sheet, question, self._minutes())
        self.setCurrentWidget(self.question)
        self.question.holder.focus_choice()

    def prefer(self, as_list: bool) -> None:
        """All questions in a list, or one a page: shown at once, and the next time too."""
        self.settle()
        if self.sheet is None:
            return
        self.sheet = replace(self.sheet, as_list=as_list)
        self.list_liked.emit(as_list)
        shown = self.currentWidget()
        at = shown.holder.question if isinstance(shown, ListPage) else None
        if at is not None:
            self.ask(at)
        else:
            self.carry_on()

    def show_saved(self, at: datetime) -> None:
        """Say when the last answer was saved."""
        self.question.show_saved(at)
        if self._list is not None:
            self._list.saved.saved(at)

    def show_not_saved(self) -> None:
        """Say that the last answer is only on the screen."""
        self.question.show_not_saved()
        if self._list is not None:
            self._list.saved.not_saved()

    def _connect(self) -> None:
        self.start.part_chosen.connect(self._open_part)
        self.start.carried_on.connect(self.carry_on)
        self.start.list_wanted.connect(lambda: self.prefer(not self._likes_list()))
        self.start.checking.connect(self.look_over)
        self.question.moved.connect(self._move)
        self.question.left.connect(self.show_start)
        self.question.holder.answered.connect(self._follow)
        self.check.changing.connect(self._change)
        self.check.gone_on.connect(self._after)
        self.check.handed_in.connect(self._finish)
        self.check.left.connect(self.show_start)

    def _likes_list(self) -> bool:
        return self.sheet is not None and self.sheet.as_list

    def _minutes(self) -> int | None:
        if self.sheet is None:
            return None
        done = self.sheet.progress
        return minutes_left(self._gaps, done.asked - done.answered)

    def _open_check(self) -> None:
        self.setCurrentWidget(self.check)
        self.check.focus_first()

    def _to_list(self, at: Question | None = None) -> None:
        if self.sheet is not None:
            self.list.show_sheet(self.sheet, at, self._minutes())
            self.setCurrentWidget(self.list)
            self.list.table.setFocus()

    def _open_part(self, part: Part) -> None:
        """The first open question of a part; the answers to look over where there is none."""
        if self.sheet is None:
            return
        asked = self.sheet.framework.questions_of(part.id)
        found = next_unanswered(asked, self.sheet.assessment)
        if found is not None:
            self.ask(found)
        else:
            self.check.show_part(self.sheet, part)
            self._open_check()

    def _change(self, question: Question) -> None:
        """Change one answer and come back to where it was looked over."""
        if self.sheet is not None:
            self._checking_all = self.check.part is None
            self._checking = self.check.part
            self.ask(question)

    def _move(self, step: int) -> None:
        """The question before or after; after the last of a part, its answers to look over."""
        self.settle()
        current = self.question.holder.question
        if self.sheet is None or current is None:
            return
        if self._checking_all:
            self.look_over()
            return
        asked = self.sheet.questions
        at = asked.index(current)
        if self._checking is not None or (step > 0 and _ends_part(asked, at)):
            self._checking = None
            part = next(one for one in self.sheet.parts if one.id == current.part)
            self.check.show_part(self.sheet, part)
            self._open_check()
        elif at + step < 0:
            self.show_start()
        else:
            self.ask(asked[at + step])

    def _after(self, part: Part) -> None:
        """The part after *part*; after the last, everything to look over."""
        if self.sheet is None:
            return
        later = self.sheet.parts[self.sheet.parts.index(part) + 1 :]
        if later:
            self._open_part(later[0])
        else:
            self.look_over()

    def _follow(self, given: Answer | OwnWords) -> None:
        """Show the answer at once; that it is saved is said when it is."""
        if self.sheet is None:
            return
        self._count_pace(given)
        found = self.sheet.assessment
        if isinstance(given, Answer):
            now = replace(found, answers={**found.answers, given.statement: given})
        else:
            now = replace(found, words={**found.words, given.question: given})
        self.sheet = replace(self.sheet, assessment=replace(now, handed_in_at=None))
        self.question.show_progress(self.sheet, self._minutes())
        self.question.saved.saving()
        if self._list is not None:
            self._list.saved.saving()
        if isinstance(shown := self.currentWidget(), ListPage):
            shown.follow(self.sheet, self._minutes())
        self.answered.emit(given)

    def _count_pace(self, given: Answer | OwnWords) -> None:
        """How long it took from the answer before to this one, where this one is new."""
        if self.sheet is None or not given.is_answered:
            return
        key = given.statement if isinstance(given, Answer) else given.question
        question = next((one for one in self.sheet.questions if one.id == key), None)
        if question is not None and not is_answered(question, self.sheet.assessment):
            now = monotonic()
            self._gaps.append(now - self._answered_at)
            self._answered_at = now

    def _finish(self) -> None:
        self.settle()
        self.done.emit()


def _ends_part(asked: tuple[Question, ...], at: int) -> bool:
    return at + 1 == len(asked) or asked[at + 1].part != asked[at].part
