"""The preparation list: everybody whose appraisal one looks after, and what comes next for each."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from lsadesk.domain.appraisals.appraisal import DueState
from lsadesk.domain.staff.people import Contract, PersonId
from lsadesk.operations.appraisals.preparing import Preparation, PreparationRow
from lsadesk.ui.appraisal.for_head import ForHead
from lsadesk.ui.appraisal.lines import (
    APPRAISER,
    DUE,
    TEAM,
    columns,
    contract_words,
    counted_words,
)
from lsadesk.ui.appraisal.person_panel import PersonPanel
from lsadesk.ui.appraisal.taking import records, self_assessments
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.batch import Batch, save_all
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.flow import Flow, flowing
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.widgets.tables import RECORD, RecordTable
from lsadesk.ui.words import count, tr

_FEW_ROWS = 5


class PreparingPage(QStackedWidget):
    """Emits `asked(Wish, PreparationRow)` for what is to be done with somebody's appraisal."""

    asked = Signal(object, object)

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._seen: Preparation | None = None
        self.search = SearchField(context.appearance, tr("Find a person"), self)
        self.state, self.team, self.contract = Choice(), Choice(), Choice()
        self.counted, self.found = label("", "label"), label("", "muted")
        self.counted.setWordWrap(True)
        self.table: RecordTable[PreparationRow] = RecordTable(tr("Appraisals"), columns())
        self.panel = PersonPanel()
        self.for_head = ForHead(context)
        self.all_records = button(
            tr("Appraisal records as PDF..."), lambda: self._save_all(records), "link"
        )
        self.all_answers = button(
            tr("Self-assessments as PDF..."), lambda: self._save_all(self_assessments), "link"
        )
        self.empty = EmptyState(
            context.appearance,
            "appraisal",
            tr("Nobody to appraise yet"),
            tr(
                "People appear here as soon as you are named as their appraiser or line manager, "
                "in People."
            ),
            action=tr("Go to &People"),
            on_action=lambda: context.go("people"),
        )
        self._build()
        self._connect()

    def show_preparation(self, seen: Preparation, me: PersonId | None) -> None:
        """Show who is due; whoever was chosen stays chosen."""
        chosen = self.table.current()
        self._seen = seen
        self.panel.me = me
        self.setCurrentIndex(0 if seen.rows else 1)
        self.counted.setText(counted_words(seen))
        self._offer(seen)
        self.table.setColumnHidden(APPRAISER, len({row.appraiser for row in seen.rows}) < 2)
        self.table.setColumnHidden(TEAM, len({row.team for row in seen.rows}) < 2)
        self.table.show_records(seen.rows)
        if seen.rows:
            same = [row for row in seen.rows if chosen and row.person == chosen.person]
            self.table.select((same or [self.table.rows.index(0, 0).data(RECORD)])[0])
        self._narrow()
        self.panel.show_row(self.table.current(), seen.today)
        self.all_answers.setVisible(seen.may_take_answers)
        self.for_head.show_months(seen.every_months, may_set=seen.may_set_interval)

    def choose(self, person: PersonId) -> None:
        """Make *person* the chosen one."""
        for row in () if self._seen is None else self._seen.rows:
            if row.person == person:
                self.table.select(row)

    def _offer(self, seen: Preparation) -> None:
        teams = sorted({row.team for row in seen.rows if row.team})
        contracts = [one for one in Contract if any(row.contract is one for row in seen.rows)]
        self.team.offer(
            [(tr("Every team"), None), *((team, team) for team in teams)], self.team.chosen()
        )
        self.contract.offer(
            [(tr("Every contract"), None), *((contract_words(one), one) for one in contracts)],
            self.contract.chosen(),
        )

    def _narrow(self) -> None:
        state, team, contract = (each.chosen() for each in (self.state, self.team, self.contract))
        self.table.rows.keep(
            lambda row: (
                state in (None, row.due.state)
                and team in (None, row.team)
                and contract in (None, row.contract)
            )
        )
        self._count()

    def _find(self, text: str) -> None:
        self.table.rows.search(text)
        self._count()

    def _count(self) -> None:
        shown = self.table.rows.rowCount()
        everybody = 0 if self._seen is None else len(self._seen.rows)
        said = count(shown, "person shown", "people shown")
        self.found.setText(said if shown else tr("Nobody fits. Choose Every team, for example."))
        self.found.setVisible(shown != everybody)
        whose = count(shown, "person", "people")
        self.all_records.setText(tr("Appraisal records of {people} as PDF...", people=whose))
        self.all_answers.setText(tr("Self-assessments of {people} as PDF...", people=whose))
        for batch in (self.all_records, self.all_answers):
            batch.setEnabled(shown > 0)

    def _chose(self, row: PreparationRow | None) -> None:
        if self._seen is not None:
            self.panel.show_row(row, self._seen.today)

    def _build(self) -> None:
        self.state.offer(
            [
                (tr("Due or not"), None),
                (tr("Has not had one yet"), DueState.NEVER),
                (tr("Due"), DueState.DUE),
                (tr("Under way"), DueState.UNDER_WAY),
                (tr("Not due yet"), DueState.LATER),
            ]
        )
        self.state.setAccessibleName(tr("How it stands"))
        self.team.setAccessibleName(tr("Team"))
        self.contract.setAccessibleName(tr("Contract"))
        for choice in (self.state, self.team, self.contract):
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        left, tools = QWidget(), QWidget()
        flow = Flow(tools)
        for each in (self.search, self.state, self.team, self.contract):
            flow.addWidget(each)
        rows = in_column(
            self.counted,
            tools,
            self.found,
            Fill(self.table),
            self.for_head,
            on=left,
            around=(16, 12, 16, 16),
        )
        takeaways = flowing(self.all_records, self.all_answers)
        rows.addWidget(takeaways)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        self.table.keep_rows(_FEW_ROWS)
        both.addWidget(scrolling(left, sideways=False))
        both.addWidget(self.panel)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        both.setSizes([900, 380])
        self.addWidget(both)
        self.addWidget(self.empty)

    def _save_all(self, batch: Callable[[frozenset[PersonId]], Batch]) -> None:
        """Save what there is of everybody whom the list shows."""
        save_all(self._context, self, batch(frozenset(row.person for row in self.table.shown())))

    def _connect(self) -> None:
        self.search.searched.connect(self._find)
        for choice in (self.state, self.team, self.contract):
            choice.currentIndexChanged.connect(lambda _at: self._narrow())
        self.table.sortByColumn(DUE, Qt.SortOrder.AscendingOrder)
        self.table.selected.connect(self._chose)
        self.table.opened.connect(lambda _row: self.panel.begin())
        self.panel.asked.connect(lambda wish: self.asked.emit(wish, self.table.current()))
