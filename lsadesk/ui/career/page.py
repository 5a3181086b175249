"""What the pages beside the map are made of, and what they can ask of the tab."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from lsadesk.domain.careers.career import Fit
from lsadesk.domain.careers.catalogue import StoryId
from lsadesk.domain.careers.framework import RoleId, StatementId
from lsadesk.domain.careers.pathways import BesideStory, PathStep, Pathway
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.staff.record import PastRole
from lsadesk.operations.careers.career import CareerMap
from lsadesk.ui.career.fit_bar import FitBar
from lsadesk.ui.career.standing import CollegeView
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.widgets.buttons import wrapped_button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbs:
    """What a page can ask of the tab; `back` returns to the chosen role."""

    back: Callable[[], None]
    go: Callable[[RoleId], None]
    wish: Callable[[RoleId, bool], None]
    stay: Callable[[bool], None]
    assess: Callable[[], None]
    compare: Callable[[RoleId], None]
    ways: Callable[[RoleId, RoleId | None], None]
    begin: Callable[[RoleId], None]
    way: Callable[[RoleId, RoleId | None, Pathway], None]
    stories: Callable[[], None]
    story: Callable[[StoryId], None]
    plan_step: Callable[[PathStep], None]
    plan_story: Callable[[BesideStory], None]
    open_plan: Callable[[], None]
    library: Callable[[str], None]
    add_past: Callable[[], None]
    plot_past: Callable[[], None]
    change_past: Callable[[PastRole], None]
    remove_past: Callable[[PastRole], None]
    say_entry: Callable[[], None]
    staff: Callable[[PersonId | None], None]
    follow: Callable[[RoleId], None]
    why: Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What every page is given; *in_college* says that the map shows everybody."""

    appearance: Appearance
    seen: CareerMap
    college: CollegeView
    in_college: bool
    verbs: Verbs


class Page(QWidget):
    """Words, lists and buttons one under the other."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.around = around
        self.rows = in_column(on=self, around=(20, 16, 20, 20), gap=6)

    def say(self, text: str, role: str = "") -> None:
        """A paragraph."""
        said = label(text, role)
        said.setWordWrap(True)
        self.rows.addWidget(said)

    def heading(self, text: str) -> None:
        """Begin a group."""
        self.rows.addSpacing(10)
        self.say(text, "heading")

    def listed(self, heading: str, texts: Iterable[str]) -> None:
        """A list under its *heading*; nothing at all where it would be empty."""
        texts = list(texts)
        if texts:
            self.rows.addSpacing(6)
            self.say(heading, "label")
            for text in texts:
                self.say(f"\u2022 {text}")

    def linked(self, heading: str, found: Iterable[tuple[str, str]], spoken: str) -> None:
        """A list of entries of the library (name, id) that open there; *spoken* as for `link`."""
        found = list(found)
        if found:
            self.rows.addSpacing(6)
            self.say(heading, "label")
            for name, entry in found:
                self.link(name, partial(self.around.verbs.library, entry), spoken)

    def act(self, text: str, do: Callable[[], None], role: str = "") -> QPushButton:
        """A button."""
        made = wrapped_button(text, do, role)
        self.rows.addWidget(made)
        return made

    def link(self, text: str, do: Callable[[], None], spoken: str = "") -> None:
        """A way to another page; *spoken* is said after its name."""
        self.act(text, do, "link").setAccessibleDescription(spoken)

    def go_back(self) -> None:
        """The way back to the chosen role, first on every page but that of the role itself."""
        self.link(tr("\u2190 Back to the role"), self.around.verbs.back)

    def stands(self, gap: Fit) -> None:
        """How much is there, in words and as a bar."""
        if gap.asked:
            self.say(tr("You have {has} of {asked}", has=len(gap.has), asked=gap.asked), "label")
            self.rows.addWidget(FitBar(self.around.appearance, gap))

    def statements(self, heading: str, which: Iterable[StatementId]) -> None:
        """Statements of the self-assessment as a list."""
        known = self.around.seen.framework.statements
        self.listed(heading, [known[one].text for one in which])
