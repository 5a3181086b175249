"""The self-assessment tab: the questionnaire, and the notes and interviews beside it."""

from datetime import datetime
from functools import cached_property
from typing import TypeVar

from lsadesk.domain.appraisals.assessment import Answer, OwnWords
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import Kind
from lsadesk.errors import UserError
from lsadesk.operations.appraisals import assessment
from lsadesk.operations.appraisals.assessment import Sheet
from lsadesk.operations.desk import Desk
from lsadesk.ui.assessment.groups_page import GroupsPage
from lsadesk.ui.assessment.interview_page import InterviewPage
from lsadesk.ui.assessment.manner import in_the_college
from lsadesk.ui.assessment.notes_page import NotesPage
from lsadesk.ui.assessment.other_ways import open_other_ways
from lsadesk.ui.assessment.question_list import ListPage
from lsadesk.ui.assessment.questionnaire import Questionnaire
from lsadesk.ui.assessment.start import readers_words
from lsadesk.ui.library.resources import ResourcesBox
from lsadesk.ui.purpose import show_purpose
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.words import tr

P = TypeVar("P", NotesPage, InterviewPage, GroupsPage)
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
        self._reread = self._going_on = False
        self.pages = Questionnaire(in_the_college(), ResourcesBox(context))
        self.start, self.question = self.pages.start, self.pages.question
        self.check = self.pages.check
        self._asides: list[NotesPage | InterviewPage | GroupsPage] = []
        in_column(self.pages, on=self)
        self._connect()

    @cached_property
    def notes(self) -> NotesPage:
        """The private notes; made, like the next two, when they are first wanted."""
        return self._aside(NotesPage(self.context))

    @cached_property
    def interview(self) -> InterviewPage:
        """The talk about one's path, held alone."""
        return self._aside(InterviewPage(self.context))

    @cached_property
    def groups(self) -> GroupsPage:
        """The interviews of groups."""
        return self._aside(GroupsPage(self.context))

    @property
    def list(self) -> ListPage:
        """Every question in a list."""
        return self.pages.list

    @property
    def sheet(self) -> Sheet | None:
        """The questionnaire as it stands, with what was just answered."""
        return self.pages.sheet

    def refresh(self) -> None:
        """Read the draft again; while somebody writes, the page itself knows best."""
        if isinstance(self.pages.currentWidget(), NotesPage):
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
        self.pages.settle()
        for writing in self._asides:
            writing.settle()

    def _connect(self) -> None:
        self.pages.answered.connect(self._keep)
        self.pages.list_liked.connect(self._prefer)
        self.pages.done.connect(self._hand_in)
        self.pages.returned.connect(self._catch_up)
        self.start.begun_again.connect(
            lambda: self.context.write(assessment.begin_again, owner=self)
        )
        self.start.taken_back.connect(self._take_back)
        self.start.other_ways_wanted.connect(lambda: open_other_ways(self.context, self))
        self.start.why_wanted.connect(lambda: show_purpose(self, self.context, Kind.ASSESSMENT))
        self.start.notes_wanted.connect(self._to_notes)
        self.start.interview_wanted.connect(self._to_interview)
        self.start.groups_wanted.connect(self._to_groups)

    def _aside(self, page: P) -> P:
        """*page*, put beside the questionnaire and left for its first page."""
        self._asides.append(page)
        self.pages.addWidget(page)
        page.left.connect(self._to_start)
        return page

    @cached_property
    def _nobody(self) -> EmptyState:
        made = EmptyState(
            self.context.appearance,
            "assessment",
            tr("No questionnaire for this account"),
            tr("It is not linked to a member of staff. An administrator can link it in People."),
            action=tr("Group interviews"),
            on_action=self._to_groups,
            other=tr("Go to &People"),
            on_other=lambda: self.context.go("people"),
        )
        self.pages.addWidget(made)
        return made

    def _show(self, sheet: Sheet | None) -> None:
        if self._is_writing():
            self._reread = True
            return
        self.pages.sheet = sheet
        self._to_start()
        if sheet is not None and self._going_on:
            if sheet.assessment.answers:
                self.pages.carry_on()
            else:
                self.start.focus_first()
        self._going_on = False

    def _is_writing(self) -> bool:
        return not (self.pages.is_at_rest() or isinstance(self.pages.currentWidget(), EmptyState))

    def _to_start(self) -> None:
        self.settle()
        if self.sheet is None:
            self.pages.setCurrentWidget(self._nobody)
        self.pages.show_start()

    def _catch_up(self) -> None:
        """Read what changed while somebody wrote."""
        if self._reread:
            self.refresh()

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
        self.context.write(lambda desk: assessment.prefer_list(desk, as_list), owner=self)

    def _keep(self, given: Answer | OwnWords) -> None:
        def keep(desk: Desk) -> Done[datetime]:
            if isinstance(given, Answer):
                return assessment.keep_answer(desk, given)
            return assessment.keep_words(desk, given)

        self.context.write(keep, self.pages.show_saved, on_error=self._not_saved, owner=self)

    def _not_saved(self, error: UserError) -> None:
        self.pages.show_not_saved()
        self.context.say(str(error), "danger")

    def _hand_in(self) -> None:
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
        self.context.say(str(error), "refused")
        self.refresh()
