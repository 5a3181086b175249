"""The Appraisal tab: who is due, rating alone, the meeting of two, and one's own appraisal."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from lsadesk.domain.appraisals.appraisal import AppraisalId, Stage
from lsadesk.domain.changes import Subject
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.appraisals import appraisal, appraising, preparing, signing
from lsadesk.operations.appraisals.appraisal import PersonsAppraisals
from lsadesk.operations.appraisals.meetings import Meeting
from lsadesk.operations.appraisals.preparing import Preparation, PreparationRow
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import people
from lsadesk.operations.staff.people import Colleague
from lsadesk.ui.appraisal.asking import ask_appraiser, ask_begin, ask_reason
from lsadesk.ui.appraisal.induction import InductionPage
from lsadesk.ui.appraisal.meeting import MeetingPage
from lsadesk.ui.appraisal.mine import MinePage
from lsadesk.ui.appraisal.notes import NotesPage
from lsadesk.ui.appraisal.path_page import PathPage
from lsadesk.ui.appraisal.person_panel import Wish
from lsadesk.ui.appraisal.preparing import PreparingPage
from lsadesk.ui.appraisal.rating import RatingPage
from lsadesk.ui.appraisal.record_page import RecordPage
from lsadesk.ui.appraisal.said_page import SaidPage
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.widgets.ask import confirm
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.stack import Stack
from lsadesk.ui.widgets.titles import bar_of_titles
from lsadesk.ui.words import tr

P = TypeVar("P", RatingPage, MeetingPage, SaidPage, RecordPage, NotesPage, InductionPage)


def make_tab(context: TabContext) -> "AppraisalTab":
    """The tab, empty until it is first shown."""
    return AppraisalTab(context)


@dataclass(frozen=True, slots=True)
class _Answer:
    """Who is due among those one looks after, and one's own appraisal."""

    me: PersonId | None
    preparation: Preparation
    mine: PersonsAppraisals | None
    colleagues: tuple[Colleague, ...]


class AppraisalTab(Tab):
    """Two people of different power sit here: it shows one matter at a time, and only theirs.

    Whatever a list leads to is made when it is first gone to.
    """

    subjects = frozenset(
        {Subject.APPRAISAL, Subject.ASSESSMENT, Subject.DEVELOPMENT, Subject.PEOPLE}
    )

    def __init__(self, context: TabContext) -> None:
        super().__init__(context)
        self._answer: _Answer | None = None
        self._path_from: QWidget | None = None
        self.preparing = PreparingPage(context)
        self.mine = MinePage(context)
        self.bar = bar_of_titles(tr("Pages about appraisals"))
        self.bar.addTab(tr("People I appraise"))
        self.bar.addTab(tr("My own"))
        self.lists = Stack()
        self.pages = Stack()
        self._build()
        self._connect()

    @cached_property
    def rating(self) -> RatingPage:
        """Where one rates alone."""
        return self._added(RatingPage(self.context))

    @cached_property
    def meeting(self) -> MeetingPage:
        """Where both sit together."""
        page = self._added(MeetingPage(self.context))
        page.talking.connect(self._talk)
        return page

    @cached_property
    def record(self) -> RecordPage:
        """What was signed."""
        return self._added(RecordPage(self.context))

    @cached_property
    def said(self) -> SaidPage:
        """What one said of oneself."""
        return self._added(SaidPage(self.context))

    @cached_property
    def notes(self) -> NotesPage:
        """A manager's own notes on somebody."""
        return self._added(NotesPage(self.context))

    @cached_property
    def induction(self) -> InductionPage:
        """Somebody's first weeks."""
        return self._added(InductionPage(self.context))

    @cached_property
    def path(self) -> PathPage:
        """Where somebody wants to go."""
        page = PathPage(self.context)
        page.left.connect(self._leave_path)
        self.pages.addWidget(page)
        return page

    def refresh(self) -> None:
        """Read what is on screen again."""
        page = self.pages.currentWidget()
        if page is self._home:
            self.context.read(_question, self._show, owner=self)
        elif isinstance(page, MeetingPage | NotesPage | InductionPage):
            page.refresh()

    def show_target(self, target: object) -> None:
        """Choose the person *target* in the list."""
        if isinstance(target, int):
            self._to_lists()
            self.bar.setCurrentIndex(0)
            self.preparing.choose(PersonId(target))

    def settle(self) -> None:
        """Save what is half typed."""
        for at in range(self.pages.count()):
            match self.pages.widget(at):
                case RatingPage() | MeetingPage() as page:
                    page.flush()
                case PathPage() as page:
                    page.settle()
                case InductionPage() as page:
                    page.review.flush()

    def _show(self, answer: _Answer) -> None:
        self._answer = answer
        manages = bool(answer.preparation.rows)
        self.bar.setVisible(manages and answer.mine is not None)
        only = 0 if manages or answer.mine is None else 1
        if not self.bar.isVisibleTo(self):
            self.bar.setCurrentIndex(only)
        self.preparing.show_preparation(answer.preparation, answer.me)
        self.mine.show_mine(answer.mine)

    def _to_lists(self) -> None:
        self.settle()
        self.pages.setCurrentWidget(self._home)
        self.refresh()
        if self.bar.currentIndex() == 0:
            self.preparing.table.setFocus()
        else:
            self.mine.begin()

    def _asked(self, wish: Wish, row: PreparationRow | None) -> None:
        """Do what is wished for with the appraisal of *row*."""
        if row is None or self._answer is None:
            return
        found = row.appraisal
        by_person: dict[Wish, Callable[[PreparationRow], None]] = {
            Wish.BEGIN: self._begin,
            Wish.NOTES: self._open_notes,
            Wish.INDUCTION: lambda one: self._open_induction(one.person, may_change=True),
        }
        by_appraisal: dict[Wish, Callable[[AppraisalId], None]] = {
            Wish.RATE: self._rate,
            Wish.MEET: self._meet,
            Wish.MEET_WITHOUT: self._meet_without,
            Wish.GO_ON: lambda at: self._go_on(at, row),
            Wish.READ: self._read,
            Wish.REOPEN: self._reopen,
            Wish.GIVE_TO: self._give_to,
            Wish.DROP: self._drop,
        }
        if wish in by_person:
            by_person[wish](row)
        elif found is not None:
            by_appraisal[wish](found.id)

    def _begin(self, row: PreparationRow) -> None:
        if self._answer is None:
            return
        others = [one for one in self._answer.colleagues if one.id != row.person]
        today = self._answer.preparation.today
        begun = ask_begin(self, row.appraiser, others, today, has_account=row.has_account)
        told = tr("Begun. The appraiser can rate alone now.")
        if row.has_account:
            told = tr("Begun. Both of you can rate alone now.")
        if begun is not None:
            self.context.write(
                lambda desk: appraisal.begin(
                    desk, row.person, cycle=begun.cycle, appraiser=begun.appraiser
                ),
                lambda _id: self.context.say(told),
                owner=self,
            )

    def _rate(self, wanted: AppraisalId) -> None:
        self._turn(self.rating)
        self.rating.open(wanted)

    def _meet(self, wanted: AppraisalId) -> None:
        if confirm(
            self,
            tr("Open the meeting?"),
            tr(
                "Sit down together first. From here on each of you sees what the other said, and "
                "neither can change it."
            ),
            yes=tr("Open"),
        ):
            self._open_meeting(wanted, "")

    def _meet_without(self, wanted: AppraisalId) -> None:
        because = ask_reason(
            self,
            tr("Meet without the self-assessment?"),
            tr("The record says so, with your reason. Waiting for it is usually better."),
            tr("Why there is none"),
            yes=tr("Open the meeting"),
        )
        if because is not None:
            self._open_meeting(wanted, because)

    def _open_meeting(self, wanted: AppraisalId, without_self: str) -> None:
        self.context.write(
            lambda desk: appraising.open_meeting(desk, wanted, without_self=without_self),
            lambda _none: self._show_meeting(wanted, signing=False),
            owner=self,
        )

    def _go_on(self, wanted: AppraisalId, row: PreparationRow) -> None:
        found = row.appraisal
        agreed = found is not None and found.stage is Stage.UNSIGNED
        self._show_meeting(wanted, signing=agreed)

    def _show_meeting(self, wanted: AppraisalId, *, signing: bool) -> None:
        self._turn(self.meeting)
        self.meeting.open(wanted, signing=signing)

    def _read(self, wanted: AppraisalId) -> None:
        self._turn(self.record)
        self.record.open(wanted)

    def _show_said(self, wanted: AppraisalId) -> None:
        self._turn(self.said)
        self.said.open(wanted)

    def _reopen(self, wanted: AppraisalId) -> None:
        because = ask_reason(
            self,
            tr("Open it again as a new version?"),
            tr("What was signed stays as it is. Both sign the new version anew."),
            tr("Why it is opened again"),
            yes=tr("Open it again"),
        )
        if because is not None:
            self.context.write(
                lambda desk: signing.reopen(desk, wanted, because),
                lambda new: self._show_meeting(new, signing=False),
                owner=self,
            )

    def _give_to(self, wanted: AppraisalId) -> None:
        others = () if self._answer is None else self._answer.colleagues
        other = ask_appraiser(self, others)
        if other is not None:
            self.context.write(lambda desk: appraisal.give_to(desk, wanted, other), owner=self)

    def _drop(self, wanted: AppraisalId) -> None:
        if confirm(
            self,
            tr("Take this appraisal away?"),
            tr("What the appraiser rated goes with it. The self-assessment stays its author's."),
            yes=tr("Take it away"),
            danger=True,
        ):
            self.context.write(lambda desk: appraisal.drop(desk, wanted), owner=self)

    def _open_notes(self, row: PreparationRow) -> None:
        self._turn(self.notes)
        self.notes.open(row.person, row.name)

    def _open_induction(self, person: PersonId, *, may_change: bool) -> None:
        self._turn(self.induction)
        self.induction.open(person, may_change=may_change)

    def _own_induction(self) -> None:
        if self._answer is not None and self._answer.me is not None:
            self._open_induction(self._answer.me, may_change=False)

    def _talk(self, meeting: Meeting) -> None:
        self._open_path(meeting.appraisal.person, meeting.name, may_write=meeting.may_change)

    def _read_path(self) -> None:
        if self._answer is not None and self._answer.me is not None:
            self._open_path(self._answer.me, tr("me"), may_write=False)

    def _open_path(self, person: PersonId, name: str, *, may_write: bool) -> None:
        self._path_from = self.pages.currentWidget()
        self._turn(self.path)
        self.path.open(person, name, may_write=may_write)

    def _leave_path(self) -> None:
        if isinstance(self._path_from, MeetingPage):
            self._turn(self.meeting)
            self.meeting.path.setFocus()
        else:
            self._to_lists()

    def _turn(self, page: QWidget) -> None:
        self.settle()
        self.pages.setCurrentWidget(page)

    def _build(self) -> None:
        self.lists.addWidget(self.preparing)
        self.lists.addWidget(self.mine)
        self._home = QWidget()
        in_column(self.bar, Fill(self.lists), on=self._home, around=(0, 8, 0, 0), gap=0)
        self.pages.addWidget(self._home)
        in_column(self.pages, on=self)

    def _connect(self) -> None:
        self.bar.currentChanged.connect(self.lists.setCurrentIndex)
        self.preparing.asked.connect(self._asked)
        self.mine.reading.connect(self._read)
        self.mine.said.connect(self._show_said)
        self.mine.induction.connect(self._own_induction)
        self.mine.path.connect(self._read_path)

    def _added(self, page: P) -> P:
        """*page*, which leads back to the lists."""
        page.left.connect(self._to_lists)
        self.pages.addWidget(page)
        return page


def _question(desk: Desk) -> _Answer:
    me = desk.person
    return _Answer(
        me=me,
        preparation=preparing.preparation(desk),
        mine=None if me is None else appraisal.of_person(desk, me),
        colleagues=tuple(people.colleagues(desk)),
    )
