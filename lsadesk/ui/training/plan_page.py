"""The training plan: what there is to spend, who does what and why, and changing it by hand."""

import threading

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.courses.training import Choice as Chosen
from lsadesk.domain.courses.training import Hand, Limits, TrainingCase, TrainingPlan, minutes_of
from lsadesk.domain.developing.plan_words import hours_words
from lsadesk.errors import UserError
from lsadesk.operations.courses import training_plan
from lsadesk.operations.courses.training import TrainingBoard
from lsadesk.operations.typed import read_minutes, read_pence
from lsadesk.ui.tab import TabContext
from lsadesk.ui.training.plan_lines import (
    EVERYBODY,
    IN_PLAN,
    PlanLine,
    chosen_words,
    lines_of,
    plan_columns,
    proof,
    shows,
    state_words,
    summary,
    when_words,
)
from lsadesk.ui.widgets.ask import confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.numbers import inset
from lsadesk.ui.widgets.rows import named
from lsadesk.ui.widgets.tables import RecordTable
from lsadesk.ui.words import count, tr

_REMARKS = 2  # shown in full before they are counted
_READ_ALOUD = (
    Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
)


class PlanPage(QWidget):
    """One line a place. What a hand keeps or keeps out stays so when it is suggested again."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._board: TrainingBoard | None = None
        self._stop = threading.Event()
        self.pounds, self.hours = QLineEdit(), QLineEdit()
        self.each = inset(QSpinBox())
        self.each.setRange(1, 9)
        self.each.setValue(2)
        self.which = Choice([(tr("what is planned"), IN_PLAN), (tr("everybody"), EVERYBODY)])
        self.skill = Choice([(tr("any skill"), None)])
        self.told, self.proved = label("", "heading"), label("")
        self.remarks = label("", "muted")
        self.table: RecordTable[PlanLine] = RecordTable(tr("Training plan"), plan_columns())
        self.detail = label("")
        self.suggest = button(tr("Suggest a &plan"), self._suggest, "primary")
        self.keep = button(tr("Keep th&is"), lambda: self._hand(Hand.PINNED))
        self.refuse = button(tr("Keep it &out"), lambda: self._hand(Hand.REFUSED))
        self.free = button(tr("Leave it open"), lambda: self._hand(None))
        self.write = button(tr("Put into &development plans..."), self._into_plans)
        self._build()
        self._connect()
        self._dress()

    def show_board(self, board: TrainingBoard) -> None:
        """Show the plan, and who else could take what."""
        first, self._board = self._board is None, board
        if first and board.plan is not None:
            self._show_limits(board.plan.limits)
        raised = {each.skill for each in board.options if each.skill is not None}
        named = sorted((board.skills[each], each) for each in raised)
        self.skill.offer([(tr("any skill"), None), *named], self.skill.chosen())
        self.table.show_records(lines_of(board))
        self.told.setText(summary(board.plan, board.options))
        self.proved.setText(proof(board.plan))
        self.proved.setVisible(bool(self.proved.text()))
        self._tell_remarks(board.case)
        self._narrow()

    def open_skill(self, skill: SkillId) -> None:
        """Show everybody who could learn a skill, and what they could take."""
        self.which.choose(EVERYBODY)
        self.skill.choose(skill)
        self._narrow()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """End a search that is running."""
        self._stop.set()

    def _build(self) -> None:
        asked, done = QWidget(), QWidget()
        budget, hands = Flow(asked, gap=12), Flow(done)
        for name, field in (
            (tr("Money, in pounds"), self.pounds),
            (tr("Release, in hours"), self.hours),
            (tr("Most for one person"), self.each),
            (tr("Show"), self.which),
            (tr("that raises"), self.skill),
        ):
            budget.addWidget(named(name, field))
        for line in (self.pounds, self.hours):
            line.setPlaceholderText(tr("no limit"))
            line.setMaximumWidth(14 * line.fontMetrics().averageCharWidth())
        for each in (self.suggest, self.keep, self.refuse, self.free, self.write):
            hands.addWidget(each)
        self.detail.setAccessibleName(tr("The line in full"))
        self.detail.setTextInteractionFlags(_READ_ALOUD)
        self.table.sortByColumn(5, Qt.SortOrder.AscendingOrder)
        in_column(
            self.told,
            self.proved,
            asked,
            Fill(self.table),
            self.detail,
            done,
            self.remarks,
            on=self,
            around=(0, 8, 0, 0),
        )

    def _connect(self) -> None:
        for choice in (self.which, self.skill):
            choice.currentIndexChanged.connect(lambda _at: self._narrow())
        self.table.selected.connect(lambda _line: self._dress())
        self.table.opened.connect(lambda _line: self._hand(Hand.PINNED))
        for field in (self.pounds, self.hours):
            field.returnPressed.connect(self._suggest)

    def _show_limits(self, limits: Limits) -> None:
        self.pounds.setText("" if limits.pence is None else f"{limits.pence / 100:g}")
        minutes = limits.release_minutes
        self.hours.setText("" if minutes is None else f"{minutes / 60:g}")
        self.each.setValue(limits.most_each)

    def _limits(self) -> Limits | None:
        """What the fields say; None, and said, where they cannot be read."""
        try:
            return Limits(
                pence=read_pence(self.pounds.text()),
                release_minutes=read_minutes(self.hours.text()),
                most_each=self.each.value(),
            )
        except UserError as error:
            self._context.say(str(error), "refused")
            return None

    def _tell_remarks(self, case: TrainingCase | None) -> None:
        remarks = () if case is None else case.remarks
        said = list(remarks[:_REMARKS])
        if len(remarks) > _REMARKS:
            more = count(len(remarks) - _REMARKS, "more skill", "more skills")
            said.append(tr("So it is with {skills}.", skills=more))
        self.remarks.setText(" ".join(said))
        self.remarks.setVisible(bool(said))

    def _narrow(self) -> None:
        skill = self.skill.chosen()
        wanted = SkillId(skill) if isinstance(skill, int) else None
        self.table.rows.keep(shows(self.which.chosen_as(str), wanted))
        if self.table.current() is None and self.table.rows.rowCount():
            self.table.setCurrentIndex(self.table.rows.index(0, 0))
        self._dress()

    def _dress(self) -> None:
        line = self.table.current()
        settled = line is not None and line.line is not None and line.line.action is not None
        hand = None if line is None or line.line is None else line.line.hand
        can = line is not None and not settled
        self.keep.setEnabled(can and hand is not Hand.PINNED)
        self.refuse.setEnabled(can and hand is not Hand.REFUSED)
        self.free.setEnabled(can and hand in (Hand.PINNED, Hand.REFUSED))
        plan = None if self._board is None else self._board.plan
        waiting = [] if plan is None else [each for each in plan.chosen if each.action is None]
        self.write.setEnabled(bool(waiting))
        self.detail.setText("" if line is None else _in_full(line, self._balance(line)))
        self.detail.setVisible(line is not None)

    def _balance(self, line: PlanLine) -> str:
        """What the whole plan asks of this person, by law and beyond it."""
        if self._board is None or self._board.plan is None:
            return ""
        asked, other = minutes_of(self._board.plan, self._board.options, line.person)
        if not asked + other:
            return ""
        return tr(
            "In this plan altogether: {asked} by law or the college, {other} specialist.",
            asked=hours_words(asked),
            other=hours_words(other),
        )

    def _suggest(self) -> None:
        limits = self._limits()
        if limits is None:
            return
        if self.suggest.hasFocus():  # what is found stands there; the button lets go of it
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.suggest.setEnabled(False)
        self._context.read(
            lambda desk: training_plan.gather(desk, limits), self._choose, owner=self
        )

    def _choose(self, case: TrainingCase) -> None:
        self._stop = stop = threading.Event()
        self._context.compute(
            lambda _progress: training_plan.choose(case, stop.is_set),
            lambda choice: self._chosen(case, choice),
            on_error=self._refused,
            owner=self,
        )

    def _chosen(self, case: TrainingCase, choice: Chosen | None) -> None:
        self.suggest.setEnabled(True)
        if choice is None:
            return
        self.which.choose(IN_PLAN)
        self._context.write(
            lambda desk: training_plan.keep_choice(desk, case, choice),
            lambda _number: self._context.say(chosen_words(choice)),
            owner=self,
        )

    def _refused(self, error: UserError) -> None:
        self.suggest.setEnabled(True)
        self._context.say(str(error), "refused")

    def _hand(self, hand: Hand | None) -> None:
        line, board = self.table.current(), self._board
        if line is None or board is None:
            return
        plan = board.plan or TrainingPlan(made_on=self._context.desk.today)
        person, option = line.person, line.option.id
        self._context.write(lambda desk: training_plan.set_hand(desk, plan, person, option, hand))

    def _into_plans(self) -> None:
        plan = None if self._board is None else self._board.plan
        if plan is None:
            return
        lines = count(sum(each.action is None for each in plan.chosen), "line", "lines")
        sentence = tr(
            "{lines} will be written into the development plans of those people, with date, cost "
            "and who pays. Undo takes all of them back together.",
            lines=lines,
        )
        title = tr("Put into development plans")
        if confirm(self, title, sentence, yes=tr("Put into plans")):
            self._context.write(lambda desk: training_plan.into_plans(desk, plan))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _in_full(line: PlanLine, balance: str) -> str:
    option = line.option
    parts = [f"{line.name}: {option.name}, {line.why}."]
    if when := when_words(line):
        parts.append(f"{when}.")
    off = tr("{hours} off timetable", hours=hours_words(option.release_minutes))
    parts.append(f"{off}. {state_words(line).capitalize()}.")
    return " ".join([*parts, balance])
