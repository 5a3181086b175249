"""The places in the window: which tabs there are, and whose duties they serve."""

from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from lsadesk.domain.rights import Duty
from lsadesk.ui.tab import Tab, TabContext
from lsadesk.ui.words import tr

ACCOUNTS, REVIEW, REQUESTS = "accounts", "review", "requests"  # what Home opens among the people
FORMER_LEARNERS, PLACEMENTS = "former-learners", "placements"  # what Home opens in deployment
SIGN_OFFS = "sign-offs"  # so too those for learners that have ended or end soon
WHO_IS_AWAY, COVER = "who-is-away", "cover"  # and the question of every morning, and its day
CERTIFICATES, TO_READ = "certificates", "to-read"  # and in the training of the audit
LISTS = "lists"  # and in the college review
_EVERYBODY = frozenset(Duty)
_MANAGING = frozenset({Duty.LINE_MANAGER, Duty.APPRAISER, Duty.HEAD})


@dataclass(frozen=True, slots=True)
class Place:
    """A tab before it is opened; its package is imported when it first shows, or before."""

    name: str
    title: str
    duties: frozenset[Duty]

    @property
    def icon(self) -> str:
        """The name of its drawing."""
        return self.name

    @property
    def help_page(self) -> str:
        """The name of its page in `resources/help/`."""
        return self.name

    def open(self, context: TabContext) -> Tab:
        """Make the tab: `make_tab` of `lsadesk.ui.NAME.tab`."""
        tab: Tab = self.package().make_tab(context)
        return tab

    def package(self) -> ModuleType:
        """What the tab is made by: from any thread, so that nobody waits while it is imported."""
        return import_module(f"lsadesk.ui.{self.name}.tab")


def tabs_for(duties: frozenset[Duty]) -> tuple[Place, ...]:
    """The places that somebody with *duties* has business in, in the order of the tab bar."""
    return tuple(place for place in _places() if duties & place.duties)


def _places() -> tuple[Place, ...]:
    return (
        Place("home", tr("Home"), _EVERYBODY),
        Place("career", tr("Career map"), _EVERYBODY),
        Place("library", tr("Library"), _EVERYBODY),
        Place("assessment", tr("Self-assessment"), frozenset({Duty.SELF}) | _MANAGING),
        Place("appraisal", tr("Appraisal"), frozenset({Duty.SELF}) | _MANAGING),
        Place("development", tr("Development"), frozenset({Duty.SELF}) | _MANAGING),
        Place("audit", tr("Skills audit"), _MANAGING | {Duty.DEPLOYER}),
        Place("review", tr("College review"), frozenset({Duty.HEAD})),
        Place("deployment", tr("Deployment"), frozenset({Duty.DEPLOYER, Duty.HEAD})),
        Place("people", tr("People"), _MANAGING | {Duty.DEPLOYER, Duty.ADMINISTRATOR}),
    )
