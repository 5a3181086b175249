"""Training, inside the audit: the plan, what is on offer, what runs out, what is to be read."""

from functools import partial

from PySide6.QtWidgets import QWidget

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.operations.courses import training
from lsadesk.operations.courses.training import TrainingBoard
from lsadesk.ui.places import CERTIFICATES, TO_READ
from lsadesk.ui.tab import TabContext
from lsadesk.ui.training.clocks_page import ClocksPage
from lsadesk.ui.training.options_page import OptionsPage
from lsadesk.ui.training.plan_page import PlanPage
from lsadesk.ui.training.reading_page import ReadingPage
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.pages_when_shown import PagesWhenShown
from lsadesk.ui.words import tr

_PLAN, _OFFER, _CLOCKS, _READING = range(4)
TRAINING = "training"  # "training:12" opens the plan at who could learn skill 12
_TARGETS = {CERTIFICATES: _CLOCKS, TO_READ: _READING, TRAINING: _PLAN}


class TrainingPages(QWidget):
    """Pages under one bar, each made when it is first wanted; the plan for whoever may see it."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._skill: SkillId | None = None
        self._begun = False
        self._board: TrainingBoard | None = None
        self.pages = pages = PagesWhenShown(tr("Pages about training"))
        self.bar = pages.bar
        plan = partial(PlanPage, context)
        self._plan = pages.add(tr("Training plan"), plan, self._fill)
        self._offer = pages.add(tr("On offer"), partial(OptionsPage, context), self._fill)
        clocks, reading = partial(ClocksPage, context), partial(ReadingPage, context)
        self._clocks = pages.add(tr("Certificates by date"), clocks, ClocksPage.load)
        self._reading = pages.add(tr("To read"), reading, ReadingPage.load)
        in_column(self.bar, Fill(pages), on=self, gap=0)

    @property
    def plan(self) -> PlanPage:
        """Who takes what."""
        return self._plan()

    @property
    def offer(self) -> OptionsPage:
        """What there is to take."""
        return self._offer()

    @property
    def clocks(self) -> ClocksPage:
        """What runs out."""
        return self._clocks()

    @property
    def reading(self) -> ReadingPage:
        """What is to be read."""
        return self._reading()

    def load(self) -> None:
        """Ask for everything again; the page on screen is filled when it is known who may plan."""
        self._context.read(training.board, self._show, owner=self)

    def open(self, target: str) -> bool:
        """Show the page that *target* names; whether there is one."""
        name, _, skill = target.partition(":")
        if name not in _TARGETS:
            return False
        self._begun = True
        self.bar.setCurrentIndex(_TARGETS[name])
        if name == CERTIFICATES:
            self.clocks.show_due()
        if skill.isdigit():
            self._skill = SkillId(int(skill))
        return True

    def _show(self, board: TrainingBoard) -> None:
        self._board = board
        at = self.bar.currentIndex()
        if not board.may_plan and at == _PLAN:
            at = _OFFER if self._begun else _CLOCKS
        self._begun = True
        self.pages.begin_at(at)
        self.bar.setTabVisible(_PLAN, board.may_plan)
        self.pages.refresh()
        if self._skill is not None and board.may_plan:
            self.plan.open_skill(self._skill)
        self._skill = None

    def _fill(self, page: PlanPage | OptionsPage) -> None:
        if self._board is not None:
            page.show_board(self._board)
