"""The Library tab: finding things, standards, responsibilities, and the college's own pages."""

from PySide6.QtWidgets import QWidget

from lsadesk.domain.changes import Subject
from lsadesk.domain.rights import READ, Kind, allows
from lsadesk.operations.careers import layer, library
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
from lsadesk.ui.library.sections import Sections
from lsadesk.ui.library.standards import StandardsPage
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.words import tr


def make_tab(context: TabContext) -> "LibraryTab":
    """The tab, as the window asks for it."""
    return LibraryTab(context)


class LibraryTab(Tab):
    """Parts with their pages; only those that the account's duties open are offered."""

    subjects = frozenset({Subject.CAREER, Subject.PEOPLE, Subject.ASSESSMENT})

    def __init__(self, context: TabContext) -> None:
        super().__init__(context)
        self.sections = Sections()
        self._add_sections()
        self._offer_own(False)
        in_column(self.sections, on=self)

    @property
    def finder(self) -> FindPage:
        """Everything there is, to be searched."""
        return self._finder()

    @property
    def standards(self) -> StandardsPage:
        """Which qualifications meet which standards."""
        return self._standards()

    @property
    def criteria(self) -> CriteriaPage:
        """The standards and their criteria."""
        return self._criteria()

    @property
    def responsibilities(self) -> ResponsibilitiesPage:
        """What each role is responsible for."""
        return self._responsibilities()

    @property
    def carrying(self) -> CarryingPage:
        """Who carries which responsibility."""
        return self._carrying()

    @property
    def networks(self) -> NetworksPage:
        """Who to ask about what."""
        return self._networks()

    @property
    def resources(self) -> ResourcesPage:
        """What people share."""
        return self._resources()

    @property
    def barriers(self) -> BarriersPage:
        """What stands in people's way."""
        return self._barriers()

    @property
    def reasons(self) -> ReasonsPage:
        """Why people come, stay and go."""
        return self._reasons()

    @property
    def college(self) -> CollegePage:
        """People and posts of the college."""
        return self._college()

    @property
    def own(self) -> OwnPage:
        """What the college has changed."""
        return self._own()

    def refresh(self) -> None:
        """Ask what the account's duties open, and fill what is on screen."""
        self.context.read(_opens_own, self._show, owner=self)

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
        """The pages of the staff office."""
        self.sections.offer((self._carrying, self._college, self._own), offered)

    def _show(self, opens_own: bool) -> None:
        self._offer_own(opens_own)
        self.sections.refresh()

    def _add_sections(self) -> None:
        context, sections, add = self.context, self.sections, self.sections.add
        sections.add_section(tr("Find"))
        self._finder = add(tr("Find"), lambda: FindPage(context), self._fill_finder)
        sections.add_section(tr("Standards"))
        self._standards = add(
            tr("Their qualifications"), lambda: StandardsPage(context), self._fill_standards
        )
        self._criteria = add(tr("Criteria"), CriteriaPage, self._fill_criteria)
        sections.add_section(tr("Responsibilities"))
        self._responsibilities = add(
            tr("Roles and responsibilities"),
            lambda: ResponsibilitiesPage(context),
            ResponsibilitiesPage.reload,
        )
        self._carrying = add(
            tr("Who carries what"), lambda: CarryingPage(context), CarryingPage.reload
        )
        sections.add_section(tr("One another"))
        self._networks = add(tr("Networks"), lambda: NetworksPage(context), NetworksPage.reload)
        self._resources = add(tr("Resources"), lambda: ResourcesPage(context), ResourcesPage.reload)
        self._barriers = add(tr("In the way"), lambda: BarriersPage(context), BarriersPage.reload)
        sections.add_section(tr("Reasons"))
        self._reasons = add(tr("Reasons"), lambda: ReasonsPage(context), ReasonsPage.reload)
        sections.add_section(tr("Our college"))
        self._college = add(
            tr("People and posts"), lambda: CollegePage(context), CollegePage.reload
        )
        self._own = add(tr("Our changes"), lambda: OwnPage(context), self._fill_own)

    def _fill_finder(self, page: FindPage) -> None:
        self.context.read(library.open_library, page.show_library, owner=page)

    def _fill_standards(self, page: StandardsPage) -> None:
        self.context.read(library.qualification_coverage, page.show_coverage, owner=page)

    def _fill_criteria(self, page: CriteriaPage) -> None:
        self.context.read(
            library.open_library,
            lambda opened: page.show_standards(opened.framework.standards.values()),
            owner=page,
        )

    def _fill_own(self, page: OwnPage) -> None:
        self.context.read(layer.college_layer, page.show_layer, owner=page)
        page.reload()


def _opens_own(desk: Desk) -> bool:
    return allows(desk.standing(), READ, Kind.PERSON)
