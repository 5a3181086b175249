"""Training, inside the audit: the plan, what is on offer, what runs out, what is to be read."""

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
from lsadesk.ui.widgets.stack import Stack
from lsadesk.ui.widgets.titles import bar_of_titles
from lsadesk.ui.words import tr

_PLAN, _OFFER, _CLOCKS, _READING = range(4)
TRAINING = "training"  # "training:12" opens the plan at who could learn skill 12
_TARGETS = {CERTIFICATES: _CLOCKS, TO_READ: _READING, TRAINING: _PLAN}


class TrainingPages(QWidget):
    """Pages under one bar; the plan is shown to whoever may see it."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._skill: SkillId | None = None
        self._begun = False
        self.plan, self.offer = PlanPage(context), OptionsPage(context)
        self.clocks, self.reading = ClocksPage(context), ReadingPage(context)
        self.bar = bar_of_titles(tr("Pages about training"))
        self.pages = Stack()
        for title, page in (
            (tr("Training plan"), self.plan),
            (tr("On offer"), self.offer),
            (tr("Certificates by date"), self.clocks),
            (tr("To read"), self.reading),
        ):
            self.bar.addTab(title)
            self.pages.addWidget(page)
        self.bar.currentChanged.connect(self.pages.setCurrentIndex)
        in_column(self.bar, Fill(self.pages), on=self, gap=0)

    def load(self) -> None:
        """Ask for everything again."""
        self._context.read(training.board, self._show, owner=self)
        self.clocks.load()
        self.reading.load()

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
        self.bar.setTabVisible(_PLAN, board.may_plan)
        self.plan.show_board(board)
        self.offer.show_board(board)
        if not board.may_plan and self.bar.currentIndex() == _PLAN:
            self.bar.setCurrentIndex(_OFFER if self._begun else _CLOCKS)
        self._begun = True
        if self._skill is not None and board.may_plan:
            self.plan.open_skill(self._skill)
        self._skill = None
