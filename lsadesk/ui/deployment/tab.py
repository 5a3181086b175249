"""The Deployment tab: the week and its plan, and the pages of what is planned for."""

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from lsadesk.domain.changes import Subject
from lsadesk.ui.deployment.week_page import WeekPage
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.words import tr


class DeploymentTab(Tab):
    """Pages under one bar; each is read when it is first shown, and again once it is stale."""

    subjects = frozenset(
        {
            Subject.DEPLOYMENT,
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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.pages, 1)

    def refresh(self) -> None:
        """Ask for what the page on screen shows; the others ask when they are turned to."""
        self._read.clear()
        self._turn(self.bar.currentIndex())

    def settle(self) -> None:
        """A search under way ends: its window is going."""
        self.week.settle()

    def show_page(self, page: QWidget) -> None:
        """Bring *page* to the front."""
        self.bar.setCurrentIndex(self.pages.indexOf(page))

    def _pages(self) -> tuple[tuple[str, WeekPage], ...]:
        return ((tr("Week"), self.week),)

    def _turn(self, at: int) -> None:
        self.pages.setCurrentIndex(at)
        if at not in self._read:
            self._read.add(at)
            self._pages()[at][1].reload()


def make_tab(context: TabContext) -> DeploymentTab:
    """The tab, for the window."""
    return DeploymentTab(context)
