"""What can be done with the plan on screen: copied, named, compared, published, removed."""

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from lsadesk.domain.deployment.kept import PlanLabel
from lsadesk.domain.deployment.weights import Strength
from lsadesk.domain.rights import Kind
from lsadesk.operations.deploying import plan_weights, plans
from lsadesk.operations.deploying.deployment import WeekBoard
from lsadesk.operations.deploying.plans import Comparison, ToldChange
from lsadesk.ui.deployment.asking import PublishQuestion, ask_name, ask_other
from lsadesk.ui.deployment.bringing_back import WEEK_BACK
from lsadesk.ui.deployment.dials import DialsQuestion
from lsadesk.ui.deployment.taking import take_away
from lsadesk.ui.deployment.telling import TellDialog, change_list, comparison
from lsadesk.ui.purpose import show_purpose, why_words
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.bringing_back import BringingBack
from lsadesk.ui.taking.saving import Saving
from lsadesk.ui.widgets.ask import confirm
from lsadesk.ui.words import tr


class PlanActions(QObject):
    """The plan's menu, filled into *menu*. Emits `opened(number)` for a plan to be shown."""

    opened = Signal(int)

    def __init__(self, context: TabContext, page: QWidget, menu: QMenu, saving: Saving) -> None:
        super().__init__(page)
        self._context, self._page, self._saving = context, page, saving
        self._board: WeekBoard | None = None
        self.weigh_act = menu.addAction(tr("&What counts..."), self.weigh)
        menu.addSeparator()
        self.copy_act = menu.addAction(tr("&Copy to a new draft"), self.copy)
        self.rename_act = menu.addAction(tr("&Rename..."), self.rename)
        self.compare_act = menu.addAction(tr("Co&mpare with another..."), self.compare)
        self.publish_act = menu.addAction(tr("&Publish..."), self.publish)
        self.changes_act = menu.addAction(tr("C&hanges since it was published..."), self.changes)
        self.take_act = menu.addAction(tr("&Take away..."), self.take)
        self.back = BringingBack(context, page, saving.notice, WEEK_BACK)
        self.back_act = menu.addAction(tr("&Bring a workbook back..."), self.back.ask)
        self.remove_act = menu.addAction(tr("Remo&ve this draft..."), self.remove)
        menu.addSeparator()
        menu.addAction(why_words(), lambda: show_purpose(page, context, Kind.DEPLOYMENT))

    def show_board(self, board: WeekBoard) -> None:
        """Offer what fits the plan of *board*."""
        self._board = board
        label = self._label()
        published = label is not None and label.published is not None
        for action in (self.copy_act, self.rename_act, self.publish_act, self.take_act):
            action.setEnabled(label is not None)
        self.compare_act.setEnabled(label is not None and len(board.plans) > 1)
        self.changes_act.setEnabled(published)
        self.remove_act.setEnabled(label is not None and not published)

    def copy(self) -> None:
        """Make a draft of the plan and show it."""
        if (label := self._label()) is not None:
            self._context.write(
                lambda desk: plans.copy_plan(desk, label.id), self.opened.emit, owner=self
            )

    def take(self) -> None:
        """Write timetables or calendars of it as files."""
        if (label := self._label()) is not None:
            take_away(self._context, self._page, label, self._saving)

    def rename(self) -> None:
        """Call the plan otherwise."""
        if (label := self._label()) is not None:
            name = ask_name(self._page, tr("Rename this plan"), label.name, tr("Rename"))
            if name is not None:
                self._context.write(lambda desk: plans.rename_plan(desk, label, name), owner=self)

    def compare(self) -> None:
        """Tell of the plan beside another one."""
        label, board = self._label(), self._board
        if label is None or board is None:
            return
        other = ask_other(self._page, [each for each in board.plans if each.id != label.id])
        if other is not None:
            self._context.read(
                lambda desk: plans.compare(desk, label.id, other), self._compared, owner=self
            )

    def publish(self) -> None:
        """Make the plan what happens, from when until when."""
        if (label := self._label()) is None:
            return
        question = PublishQuestion(self._page, label)

        def look(first: date, last: date) -> None:
            self._context.read(
                lambda desk: plans.lapses(desk, label.id, starts=first, ends=last),
                lambda found: question.show_lapses((first, last), found),
                owner=question,
            )

        question.looked.connect(look)
        question.look()
        wanted = question.days if question.answered() else None
        if wanted is not None:
            first, last = wanted
            self._context.write(
                lambda desk: plans.publish(desk, label.id, starts=first, ends=last), owner=self
            )

    def changes(self) -> None:
        """Tell what was changed since the plan was published."""
        if (label := self._label()) is not None:
            self._context.read(
                lambda desk: plans.changes(desk, label.id),
                lambda found: self._changed(label, found),
                owner=self,
            )

    def remove(self) -> None:
        """Take the draft away, once that is sure."""
        label = self._label()
        if label is not None and confirm(
            self._page,
            tr("Remove this draft?"),
            tr("{name} goes from the list. Undo brings it back.", name=label.name),
            yes=tr("Remove"),
        ):
            self._context.write(lambda desk: plans.remove_draft(desk, label), owner=self)

    def weigh(self) -> None:
        """Set what counts."""
        self._context.read(plan_weights.weights, self._weigh, owner=self)

    def _weigh(self, chosen: dict[str, Strength]) -> None:
        bill = [] if self._board is None else self._board.bill
        question = DialsQuestion(self._page, chosen, bill)
        wanted = question.chosen() if question.answered() else None
        if wanted is not None:
            self._context.write(lambda desk: plan_weights.set_weights(desk, wanted), owner=self)

    def _compared(self, found: Comparison) -> None:
        _show(comparison(self._page, found))

    def _changed(self, label: PlanLabel, found: list[ToldChange]) -> None:
        _show(change_list(self._page, label.name, found))

    def _label(self) -> PlanLabel | None:
        made = None if self._board is None else self._board.made
        return None if made is None else made.label


def _show(dialog: TellDialog) -> None:
    dialog.exec()
