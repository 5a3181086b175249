"""The Deployment tab: the week and its plan, and the pages of what is planned for."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from lsadesk.domain.briefing.feedback import SessionFeedback
from lsadesk.domain.changes import Subject
from lsadesk.domain.deployment.remarks import About, Record
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.domain.weeks.timetable import SessionId
from lsadesk.ui.briefing.feedback_page import FeedbackPage
from lsadesk.ui.briefing.page import NeedToKnowsPage
from lsadesk.ui.cover.given_page import GivenPage
from lsadesk.ui.cover.page import CoverPage
from lsadesk.ui.deployment.evidence_page import EvidencePage
from lsadesk.ui.deployment.week_page import WeekPage
from lsadesk.ui.placements.page import PlacementsPage
from lsadesk.ui.places import COVER, FORMER_LEARNERS, PLACEMENTS, SIGN_OFFS, WHO_IS_AWAY
from lsadesk.ui.planned_for.learners_page import LearnersPage
from lsadesk.ui.planned_for.people_page import TeamPage
from lsadesk.ui.planned_for.sessions_page import SessionsPage
from lsadesk.ui.planned_for.year_page import YearPage
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.pages_when_shown import PagesWhenShown
from lsadesk.ui.widgets.turning import turn_by_keys
from lsadesk.ui.words import tr


class DeploymentTab(Tab):
    """Pages under one bar; each is made and read when first shown, and read again once stale."""

    subjects = frozenset(
        {
            Subject.DEPLOYMENT,
            Subject.COVER,
            Subject.BRIEFING,
            Subject.PLACEMENTS,
            Subject.TIMETABLE,
            Subject.PEOPLE,
            Subject.LEARNERS,
            Subject.SKILLS,
            Subject.CERTIFICATES,
        }
    )

    def __init__(self, context: TabContext) -> None:
        super().__init__(context)
        self.pages = PagesWhenShown(tr("Pages of deployment"))
        self.bar = self.pages.bar
        self._add_pages()
        turn_by_keys(self.bar, self)
        self.bar.currentChanged.connect(lambda _page: context.move_on())
        in_column(self.bar, Fill(self.pages), on=self, around=(0, 8, 0, 0), gap=0)

    @property
    def week(self) -> WeekPage:
        """The week, its plan and what it rests on."""
        return self._week()

    @property
    def cover(self) -> CoverPage:
        """Who is away, and who stands in."""
        return self._cover()

    @property
    def given(self) -> GivenPage:
        """What was given and what was not."""
        return self._given()

    @property
    def to_know(self) -> NeedToKnowsPage:
        """What is to be told of each session."""
        return self._to_know()

    @property
    def feedback(self) -> FeedbackPage:
        """What was told after sessions."""
        return self._feedback()

    @property
    def sessions(self) -> SessionsPage:
        """The sessions that are planned for."""
        return self._sessions()

    @property
    def learners(self) -> LearnersPage:
        """The learners that are planned for."""
        return self._learners()

    @property
    def placements(self) -> PlacementsPage:
        """The learners on work placements."""
        return self._placements()

    @property
    def team(self) -> TeamPage:
        """The people who are planned, and their hours."""
        return self._team()

    @property
    def year(self) -> YearPage:
        """The year, and the ways between sites."""
        return self._year()

    @property
    def evidence(self) -> EvidencePage:
        """What was planned and done, to be shown."""
        return self._evidence()

    def refresh(self) -> None:
        """Ask for what the page on screen shows; the others ask when they are turned to."""
        self.pages.refresh()

    def show_target(self, target: object) -> None:
        """Go to what a remark on a plan is about: its `Record`; or to what Home leads to; or
        show what a week's workbook that comes back (a `Path`) would change."""
        if isinstance(target, Path):
            self.show_page(self.week)
            self.week.plan_actions.back.read(target)
        elif target == FORMER_LEARNERS:
            self.show_page(self.learners)
            self.learners.ask_former()
        elif target == SIGN_OFFS:
            self.show_page(self.learners)
            self.learners.ask_sign_offs()
        elif target == PLACEMENTS:
            self.show_page(self.placements)
        elif target == COVER:
            self.show_page(self.cover)
            self.cover.turn_to_today()
        elif target == WHO_IS_AWAY:
            self.show_page(self.cover)
            self.cover.ask_of_today()
        elif isinstance(target, Record):
            self._show_record(target)

    def _show_record(self, record: Record) -> None:
        if record.kind is About.SESSION:
            self.show_page(self.sessions)
            if record.id:
                self.sessions.choose(SessionId(record.id))
        elif record.kind is About.LEARNER:
            self.show_page(self.learners)
            self.learners.choose(LearnerId(record.id))
        elif record.kind is About.PERSON:
            self.show_page(self.team)
            self.team.choose(PersonId(record.id))
        elif record.kind is About.STAFF:
            self.context.go("people", PersonId(record.id))
        elif record.kind is About.PLACEMENT:
            self.show_page(self.placements)
            self.placements.choose_of(PersonId(record.id))
        else:
            self.show_page(self.year)
            self.year.go_to(record)

    def show_to_know(self, session: SessionId) -> None:
        """Go to what is to be told of *session*."""
        self.show_page(self.to_know)
        self.to_know.choose(session)

    def _carry(self, told: SessionFeedback) -> None:
        self.show_page(self.to_know)
        self.to_know.carry(told)

    def settle(self) -> None:
        """A search under way ends, and what is half typed is kept: their window is going."""
        for week in self.pages.findChildren(WeekPage):
            week.settle()
        for to_know in self.pages.findChildren(NeedToKnowsPage):
            to_know.hand_over()

    def show_page(self, page: QWidget) -> None:
        """Bring *page* to the front."""
        self.pages.show_page(page)

    def _add_pages(self) -> None:
        context, add = self.context, self.pages.add
        self._week = add(tr("Week"), self._make_week, WeekPage.reload)
        self._cover = add(tr("Cover"), lambda: CoverPage(context), CoverPage.reload)
        self._given = add(tr("Support given"), lambda: GivenPage(context), GivenPage.reload)
        self._to_know = add(
            tr("What to know"), lambda: NeedToKnowsPage(context), NeedToKnowsPage.reload
        )
        self._feedback = add(tr("Feedback"), self._make_feedback, FeedbackPage.reload)
        self._sessions = add(tr("Sessions"), self._make_sessions, SessionsPage.reload)
        self._learners = add(tr("Learners"), lambda: LearnersPage(context), LearnersPage.reload)
        self._placements = add(
            tr("Placements"), lambda: PlacementsPage(context), PlacementsPage.reload
        )
        self._team = add(tr("People's hours"), lambda: TeamPage(context), TeamPage.reload)
        self._year = add(tr("Year and sites"), lambda: YearPage(context), YearPage.reload)
        self._evidence = add(tr("Evidence"), self._make_evidence, EvidencePage.reload)

    def _make_week(self) -> WeekPage:
        page = WeekPage(self.context)
        page.summary.led.connect(self.show_target)
        page.why.to_tell.connect(self._tell)
        return page

    def _make_feedback(self) -> FeedbackPage:
        page = FeedbackPage(self.context)
        page.carried.connect(self._carry)
        return page

    def _make_sessions(self) -> SessionsPage:
        page = SessionsPage(self.context)
        page.to_tell.connect(self._tell)
        return page

    def _make_evidence(self) -> EvidencePage:
        page = EvidencePage(self.context)
        page.led.connect(self.show_target)
        page.to_tell.connect(lambda record: self._tell(record.id))
        return page

    def _tell(self, session: int) -> None:
        self.show_to_know(SessionId(session))


def make_tab(context: TabContext) -> DeploymentTab:
    """The tab, for the window."""
    return DeploymentTab(context)
