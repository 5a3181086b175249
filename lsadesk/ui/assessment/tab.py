"""The self-assessment tab: start, one question a page or a list, check and hand in."""

from dataclasses import replace
from datetime import datetime
from time import monotonic

from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout

from lsadesk.domain.appraisals.assessment import (
    Answer,
    OwnWords,
    is_answered,
    minutes_left,
    next_unanswered,
)
from lsadesk.domain.careers.framework import Part, Question
from lsadesk.domain.changes import Done, Subject
from lsadesk.errors import UserError
from lsadesk.operations.appraisals import assessment
from lsadesk.operations.appraisals.assessment import Sheet
from lsadesk.operations.desk import Desk
from lsadesk.ui.assessment.check import CheckPage
from lsadesk.ui.assessment.frame import QuestionFrame
from lsadesk.ui.assessment.groups_page import GroupsPage
from lsadesk.ui.assessment.interview_page import InterviewPage
from lsadesk.ui.assessment.notes_page import NotesPage
from lsadesk.ui.assessment.other_ways import open_other_ways
from lsadesk.ui.assessment.question_list import ListPage
from lsadesk.ui.assessment.start import StartPage, readers_words
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.words import tr

NOTES = "notes"  # a target: my private notes


def make_tab(context: TabContext) -> "AssessmentTab":
    """The tab, as the window asks for it."""
    return AssessmentTab(context)


class AssessmentTab(Tab):
    """Each answer is saved as it is given; leaving at any moment loses nothing."""

    subjects = frozenset(
        {Subject.ASSESSMENT, Subject.APPRAISAL, Subject.PEOPLE, Subject.REFLECTIONS}
    )

    def __init__(self, context: TabContext) -> None:
        super().__init__(context)
        self.sheet: Sheet | None = None
        self._reread = self._going_on = False
        self._checking: Part | None = None  # the part from whose check a question was opened
        self._checking_all = False
        self._gaps: list[float] = []
        self._answered_at = monotonic()
        self.start = StartPage()
        self.question = QuestionFrame(context)
        self.check = CheckPage()
        self.list = ListPage()
        self.notes = NotesPage(context)
        self.interview = InterviewPage(context)
        self.groups = GroupsPage(context)
        self._nobody = EmptyState(
            context.appearance,
            "assessment",
            tr("No questionnaire for this account"),
            tr("It is not linked to a member of staff. An administrator can link it in People."),
            action=tr("Group interviews"),
            on_action=self._to_groups,
        )
        self.pages = QStackedWidget()
        for page in (self.start, self.question, self.check, self.list, self._nobody):
            self.pages.addWidget(page)
        for beside in (self.notes, self.interview, self.groups):
            self.pages.addWidget(beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self._connect()

    def refresh(self) -> None:
        """Read the draft again; while somebody writes, the page itself knows best."""
        if self.pages.currentWidget() is self.notes:
            self.notes.read()
        if self._is_writing():
            self._reread = True
            return
        self._reread = False
        self.context.read(assessment.my_sheet, self._show, owner=self)

    def show_target(self, target: object) -> None:
        """The private notes; or the middle of the questionnaire, for somebody who is in it."""
        if target == NOTES:
            self._to_notes()
            return
        self._going_on = True
        if self.sheet is not None:
            self._show(self.sheet)

    def settle(self) -> None:
        """Save what is half typed."""
        for page in (self.question.holder, self.list.holder):
            page.flush()
        for writing in (self.notes, self.interview, self.groups):
            writing.settle()

    def _connect(self) -> None:
        self.start.part_chosen.connect(self._open_part)
        self.start.carried_on.connect(self._carry_on)
        self.start.list_wanted.connect(lambda: self._prefer(not self._likes_list()))
        self.start.checking.connect(self._to_check)
        self.start.begun_again.connect(
            lambda: self.context.write(assessment.begin_again, owner=self)
        )
        self.start.taken_back.connect(self._take_back)
        self.start.other_ways_wanted.connect(lambda: open_other_ways(self.context, self))
        self.start.notes_wanted.connect(self._to_notes)
        self.start.interview_wanted.connect(self._to_interview)
        self.start.groups_wanted.connect(self._to_groups)
        self.question.moved.connect(self._move)
        self.question.left.connect(self._to_start)
        self.list.left.connect(self._to_start)
        self.list.checking.connect(self._to_check)
        self.list.one_a_page.connect(lambda: self._prefer(False))
        for holder in (self.question.holder, self.list.holder):
            holder.answered.connect(self._answered)
        self.check.changing.connect(self._change)
        self.check.gone_on.connect(self._after)
        self.check.handed_in.connect(self._hand_in)
        self.check.left.connect(self._to_start)
        for page in (self.notes, self.interview, self.groups):
            page.left.connect(self._to_start)

    def _show(self, sheet: Sheet | None) -> None:
        if self._is_writing():
            self._reread = True
            return
        self.sheet = sheet
        if sheet is None:
            self.pages.setCurrentWidget(self._nobody)
        else:
            self._to_start()
            if self._going_on and sheet.assessment.answers:
                self._carry_on()
        self._going_on = False

    def _is_writing(self) -> bool:
        reading = (self.start, self.check, self._nobody)
        return self.pages.currentWidget() not in reading

    def _likes_list(self) -> bool:
        return self.sheet is not None and self.sheet.as_list

    def _minutes(self) -> int | None:
        if self.sheet is None:
            return None
        done = self.sheet.progress
        return minutes_left(self._gaps, done.asked - done.answered)

    def _to_start(self) -> None:
        self.settle()
        self._checking, self._checking_all = None, False
        if self.sheet is None:
            self.pages.setCurrentWidget(self._nobody)
        else:
            here = (focused := QApplication.focusWidget()) and self.isAncestorOf(focused)
            self.start.show_sheet(self.sheet)
            self.pages.setCurrentWidget(self.start)
            if here:
                self.start.focus_first()
        if self._reread:
            self.refresh()

    def _to_check(self) -> None:
        self.settle()
        if self.sheet is not None:
            self._checking, self._checking_all = None, False
            self.check.show_sheet(self.sheet)
            self._open_check()

    def _open_check(self) -> None:
        self.pages.setCurrentWidget(self.check)
        self.check.focus_first()

    def _to_list(self, at: Question | None = None) -> None:
        if self.sheet is not None:
            self.list.show_sheet(self.sheet, at, self._minutes())
            self.pages.setCurrentWidget(self.list)
            self.list.table.setFocus()

    def _to_notes(self) -> None:
        self.pages.setCurrentWidget(self.notes)
        self.notes.open()

    def _to_interview(self) -> None:
        if self.sheet is not None:
            self.pages.setCurrentWidget(self.interview)
            self.interview.open(readers_words(self.sheet))

    def _to_groups(self) -> None:
        self.pages.setCurrentWidget(self.groups)
        self.groups.open()

    def _prefer(self, as_list: bool) -> None:
        """All questions in a list, or one a page: shown at once, and the next time too."""
        self.settle()
        if self.sheet is None:
            return
        self.sheet = replace(self.sheet, as_list=as_list)
        self.context.write(lambda desk: assessment.prefer_list(desk, as_list), owner=self)
        at = self.list.holder.question if self.pages.currentWidget() is self.list else None
        if at is not None:
            self._ask(at)
        else:
            self._carry_on()

    def _open_part(self, part: Part) -> None:
        """The first open question of a part; the answers to look over where there is none."""
        if self.sheet is None:
            return
        asked = self.sheet.framework.questions_of(part.id)
        found = next_unanswered(asked, self.sheet.assessment)
        if found is not None:
            self._ask(found)
        else:
            self.check.show_part(self.sheet, part)
            self._open_check()

    def _carry_on(self) -> None:
        if self.sheet is None:
            return
        found = next_unanswered(self.sheet.questions, self.sheet.assessment)
        if found is not None or self.sheet.as_list:
            self._ask(found)
        else:
            self._to_check()

    def _ask(self, question: Question | None) -> None:
        if self.sheet is None:
            return
        if self.sheet.as_list or question is None:
            self._to_list(question)
            return
        self.question.ask(self.sheet, question, self._minutes())
        self.pages.setCurrentWidget(self.question)
        self.question.holder.focus_choice()

    def _change(self, question: Question) -> None:
        """Change one answer and come back to where it was looked over."""
        if self.sheet is not None:
            self._checking_all = self.check.part is None
            self._checking = self.check.part
            self._ask(question)

    def _move(self, step: int) -> None:
        """The question before or after; after the last of a part, its answers to look over."""
        self.settle()
        current = self.question.holder.question
        if self.sheet is None or current is None:
            return
        if self._checking_all:
            self._to_check()
            return
        asked = self.sheet.questions
        at = asked.index(current)
        if self._checking is not None or (step > 0 and _ends_part(asked, at)):
            self._checking = None
            part = next(one for one in self.sheet.parts if one.id == current.part)
            self.check.show_part(self.sheet, part)
            self._open_check()
        elif at + step < 0:
            self._to_start()
        else:
            self._ask(asked[at + step])

    def _after(self, part: Part) -> None:
        """The part after *part*; after the last, everything to look over."""
        if self.sheet is None:
            return
        later = self.sheet.parts[self.sheet.parts.index(part) + 1 :]
        if later:
            self._open_part(later[0])
        else:
            self._to_check()

    def _answered(self, given: Answer | OwnWords) -> None:
        """Show the answer at once; say that it is saved when it is."""
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
        self.list.saved.saving()
        if self.pages.currentWidget() is self.list:
            self.list.follow(self.sheet, self._minutes())
        self._keep(given)

    def _keep(self, given: Answer | OwnWords) -> None:
        def keep(desk: Desk) -> Done[datetime]:
            if isinstance(given, Answer):
                return assessment.keep_answer(desk, given)
            return assessment.keep_words(desk, given)

        self.context.write(keep, self._saved, on_error=self._not_saved, owner=self)

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

    def _saved(self, at: datetime) -> None:
        self.question.show_saved(at)
        self.list.saved.saved(at)

    def _not_saved(self, error: UserError) -> None:
        self.question.show_not_saved()
        self.list.saved.not_saved()
        self.context.say(str(error), "danger")

    def _hand_in(self) -> None:
        self.settle()
        self.pages.setCurrentWidget(self.start)
        self.context.write(
            assessment.hand_in,
            lambda _none: self.context.say(
                tr("Handed in. You can take it back until your appraiser opens it.")
            ),
            owner=self,
        )

    def _take_back(self) -> None:
        self.context.write(
            assessment.take_back,
            lambda _none: self.context.say(tr("Taken back. It is private again.")),
            on_error=self._not_taken_back,
            owner=self,
        )

    def _not_taken_back(self, error: UserError) -> None:
        self.context.say(str(error), "warning")
        self.refresh()


def _ends_part(asked: tuple[Question, ...], at: int) -> bool:
    return at + 1 == len(asked) or asked[at + 1].part != asked[at].part
