"""The Deployment tab: the week and its plan, and the pages of what is planned for."""

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

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
from lsadesk.ui.planned_for.learners_page import LearnersPage
from lsadesk.ui.planned_for.people_page import TeamPage
from lsadesk.ui.planned_for.sessions_page import SessionsPage
from lsadesk.ui.planned_for.year_page import YearPage
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.widgets.turning import turn_by_keys
from lsadesk.ui.words import tr

_Page = (
    WeekPage
    | CoverPage
    | GivenPage
    | NeedToKnowsPage
    | FeedbackPage
    | SessionsPage
    | LearnersPage
    | TeamPage
    | YearPage
    | EvidencePage
)


class DeploymentTab(Tab):
    """Pages under one bar; each is read when it is first shown, and again once it is stale."""

    subjects = frozenset(
        {
            Subject.DEPLOYMENT,
            Subject.COVER,
            Subject.BRIEFING,
            Subject.TIMETABLE,
            Subject.PEOPLE,
            Subject.LEARNERS,
            Subject.SKILLS,
            Subject.CERTIFICATES,
        }
    )

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.week = WeekPage(context)
        self.cover = CoverPage(context)
        self.given = GivenPage(context)
        self.to_know = NeedToKnowsPage(context)
        self.feedback = FeedbackPage(context)
        self.sessions = SessionsPage(context)
        self.learners = LearnersPage(context)
        self.team = TeamPage(context)
        self.year = YearPage(context)
        self.evidence = EvidencePage(context)
        self.week.summary.led.connect(self.show_target)
        self.evidence.led.connect(self.show_target)
        self.evidence.to_tell.connect(lambda record: self.show_to_know(SessionId(record.id)))
        self.feedback.carried.connect(self._carry)
        for asking in (self.week.why, self.sessions):
            asking.to_tell.connect(lambda session: self.show_to_know(SessionId(session)))
        self.bar = QTabBar()
        self.bar.setAccessibleName(tr("Pages of deployment"))
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.pages = QStackedWidget()
        self._read: set[int] = set()
        for title, page in self._pages():
            self.bar.addTab(title)
            self.pages.addWidget(page)
        self.bar.currentChanged.connect(self._turn)
        turn_by_keys(self.bar, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.pages, 1)

    def refresh(self) -> None:
        """Ask for what the page on screen shows; the others ask when they are turned to."""
        self._read.clear()
        self._turn(self.bar.currentIndex())

    def show_target(self, target: object) -> None:
        """Go to what a remark on a plan is about: its `Record`."""
        if not isinstance(target, Record):
            return
        if target.kind is About.SESSION:
            self.show_page(self.sessions)
            self.sessions.choose(SessionId(target.id))
        elif target.kind is About.LEARNER:
            self.show_page(self.learners)
            self.learners.choose(LearnerId(target.id))
        elif target.kind is About.PERSON:
            self.show_page(self.team)
            self.team.choose(PersonId(target.id))
        else:
            self.show_page(self.year)
            self.year.go_to(target.kind)

    def show_to_know(self, session: SessionId) -> None:
        """Go to what is to be told of *session*."""
        self.show_page(self.to_know)
        self.to_know.choose(session)

    def _carry(self, told: SessionFeedback) -> None:
        self.show_page(self.to_know)
        self.to_know.carry(told)

    def settle(self) -> None:
        """A search under way ends, and what is half typed is kept: their window is going."""
        self.week.settle()
        self.to_know.hand_over()

    def show_page(self, page: QWidget) -> None:
        """Bring *page* to the front."""
        self.bar.setCurrentIndex(self.pages.indexOf(page))

    def _pages(self) -> tuple[tuple[str, _Page], ...]:
        return (
            (tr("Week"), self.week),
            (tr("Cover"), self.cover),
            (tr("Given"), self.given),
            (tr("To know"), self.to_know),
            (tr("Feedback"), self.feedback),
            (tr("Sessions"), self.sessions),
            (tr("Learners"), self.learners),
            (tr("People's hours"), self.team),
            (tr("Year and sites"), self.year),
            (tr("Evidence"), self.evidence),
        )

    def _turn(self, at: int) -> None:
        self.pages.setCurrentIndex(at)
        if at not in self._read:
            self._read.add(at)
            self._pages()[at][1].reload()


def make_tab(context: TabContext) -> DeploymentTab:
    """The tab, for the window."""
    return DeploymentTab(context)
