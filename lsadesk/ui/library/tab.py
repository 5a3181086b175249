"""The Library tab: finding things, standards, responsibilities, and the college's own pages."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lsadesk.domain.changes import Subject
from lsadesk.domain.rights import READ, Kind, allows
from lsadesk.operations.careers import layer, library
from lsadesk.operations.careers.layer import CollegeLayer
from lsadesk.operations.careers.library import OpenLibrary
from lsadesk.operations.desk import Desk
from lsadesk.ui.library.barriers import BarriersPage
from lsadesk.ui.library.carrying import CarryingPage
from lsadesk.ui.library.college import CollegePage
from lsadesk.ui.library.criteria import CriteriaPage
from lsadesk.ui.library.find import FindPage
from lsadesk.ui.library.networks import NetworksPage
from lsadesk.ui.library.own import OwnPage
from lsadesk.ui.library.reasons import ReasonsPage
from lsadesk.ui.library.resources import ResourcesPage
from lsadesk.ui.library.responsibilities import ResponsibilitiesPage
from lsadesk.ui.library.sections import Section, Sections
from lsadesk.ui.library.standards import StandardsPage
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.words import tr


def make_tab(context: TabContext) -> "LibraryTab":
    """The tab, as the window asks for it."""
    return LibraryTab(context)


class LibraryTab(Tab):
    """Parts with their pages; only those that the account's duties open are offered."""

    subjects = frozenset({Subject.CAREER, Subject.PEOPLE, Subject.ASSESSMENT})

    def __init__(self, context: TabContext) -> None:
        super().__init__(context)
        self.finder = FindPage(context)
        self.standards = StandardsPage(context)
        self.criteria = CriteriaPage()
        self.responsibilities = ResponsibilitiesPage(context)
        self.carrying = CarryingPage(context)
        self.networks = NetworksPage(context)
        self.barriers = BarriersPage(context)
        self.resources = ResourcesPage(context)
        self.reasons = ReasonsPage(context)
        self.college = CollegePage(context)
        self.own = OwnPage(context)
        self._own_pages = (self.carrying, self.college, self.own)  # for the staff office
        self.sections = Sections(self._parts())
        self._offer_own(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sections)

    def refresh(self) -> None:
        """Ask for all that the account's duties open."""
        self.context.read(library.open_library, self._show_library, owner=self)
        self.context.read(library.qualification_coverage, self.standards.show_coverage, owner=self)
        self.responsibilities.reload()
        for page in (self.networks, self.barriers, self.resources, self.reasons):
            page.reload()
        self.context.read(_own_layer, self._show_own, owner=self)

    def show_target(self, target: object) -> None:
        """Choose the entry whose id is *target*."""
        if isinstance(target, str):
            self.show_page(self.finder)
            self.finder.choose(target)

    def show_page(self, page: QWidget) -> None:
        """Bring *page* to the front."""
        self.sections.show_page(page)

    def offers(self, page: QWidget) -> bool:
        """Whether *page* is there for whoever is signed in."""
        return self.sections.offers(page)

    def _offer_own(self, offered: bool) -> None:
        self.sections.offer(self._own_pages, offered)

    def _show_library(self, opened: OpenLibrary) -> None:
        self.finder.show_library(opened)
        self.criteria.show_standards(opened.framework.standards.values())

    def _show_own(self, seen: CollegeLayer | None) -> None:
        """None: the college's own pages are not open to whoever asks."""
        self._offer_own(seen is not None)
        if seen is not None:
            self.own.show_layer(seen)
            self.own.reload()
            self.college.reload()
            self.carrying.reload()

    def _parts(self) -> tuple[Section, ...]:
        return (
            (tr("Find"), ((tr("Find"), self.finder),)),
            (
                tr("Standards"),
                (
                    (tr("Qualifications for them"), self.standards),
                    (tr("Criteria"), self.criteria),
                ),
            ),
            (
                tr("Responsibilities"),
                (
                    (tr("Roles and responsibilities"), self.responsibilities),
                    (tr("Who carries what"), self.carrying),
                ),
            ),
            (
                tr("One another"),
                (
                    (tr("Networks"), self.networks),
                    (tr("Resources"), self.resources),
                    (tr("In the way"), self.barriers),
                ),
            ),
            (tr("Reasons"), ((tr("Reasons"), self.reasons),)),
            (
                tr("Our college"),
                ((tr("People and posts"), self.college), (tr("Our changes"), self.own)),
            ),
        )


def _own_layer(desk: Desk) -> CollegeLayer | None:
    return layer.college_layer(desk) if allows(desk.standing(), READ, Kind.PERSON) else None
