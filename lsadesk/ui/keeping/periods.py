"""How long each kind of record is kept: read by everybody, changed by whoever decides."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from lsadesk.domain.keeping.notice import period_words
from lsadesk.domain.keeping.retention import CountsFrom, RecordKept
from lsadesk.operations.keeping import retention
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.tables import RECORD, Column, RecordTable
from lsadesk.ui.words import tr


class PeriodsDialog(Question):
    """Every kind of record with its period; Enter or the button changes one."""

    def __init__(
        self, parent: QWidget | None, context: TabContext, records: Sequence[RecordKept]
    ) -> None:
        super().__init__(
            parent,
            tr("How long records are kept"),
            tr(
                "The law sets no periods for these: the college decides, says why, and looks "
                "again. What has ended is shown for review; nothing is erased by itself."
            ),
            tr("Close"),
        )
        self._context = context
        self.setMinimumSize(900, 640)
        self.no.hide()
        self.table: RecordTable[RecordKept] = RecordTable(tr("Kinds of record"), _columns())
        self.table.show_records(records)
        self.why = QPlainTextEdit()
        self.why.setReadOnly(True)
        self.why.setTabChangesFocus(True)
        self.why.setAccessibleName(tr("Why this kind of record is kept"))
        self.why.setFixedHeight(5 * self.why.fontMetrics().lineSpacing() + 16)
        self.change = button(tr("Change the period..."), self._change)
        self.table.opened.connect(lambda _record: self._change())
        self.table.selected.connect(self._tell)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.why)
        self.body.addWidget(self.change)
        self.yes.setAutoDefault(False)
        self.yes.setDefault(False)
        if records:
            self.table.select(self.table.rows.index(0, 0).data(RECORD))

    def _tell(self, record: RecordKept | None) -> None:
        if record is not None:
            self.why.setPlainText(
                "\n".join(
                    (
                        tr("Kept {why}.", why=record.why),
                        tr("So long because: {why}", why=record.because),
                        tr("Source: {source}", source=record.source),
                    )
                )
            )

    def _change(self) -> None:
        record = self.table.current()
        wanted = None if record is None else ask_how_long(self, record)
        if wanted is not None:
            self._context.write(
                lambda desk: retention.set_period(desk, wanted), self._again, owner=self
            )

    def _again(self, _done: None) -> None:
        self._context.read(retention.periods, self._show, owner=self)

    def _show(self, records: Sequence[RecordKept]) -> None:
        before = self.table.current()
        self.table.show_records(records)
        same = next((each for each in records if before and each.id == before.id), None)
        if same is not None:
            self.table.select(same)


def ask_how_long(parent: QWidget, record: RecordKept) -> RecordKept | None:
    """The period of *record* with what was changed; None where it was cancelled."""
    question = Question(
        parent,
        record.name,
        tr("Kept {why}.", why=record.why),
        tr("Keep this period"),
    )
    form = question.form
    counted = (
        tr("Months after the last day at work")
        if record.counts_from is CountsFrom.LEAVING
        else tr("Months after the record's own day")
    )
    months = form.number(counted, record.months, 0, retention.MOST_MONTHS)
    agency = form.number(
        tr("Months for agency staff"), record.agency_months, 0, retention.MOST_MONTHS
    )
    because = form.text(tr("Why so long"), record.because, long=True)
    form.say(tr("Source of the period that came with the program: {said}", said=record.source))
    because.textChanged.connect(lambda text: question.yes.setEnabled(bool(text.strip())))
    answered = question.answered()
    wanted = replace(
        record,
        months=months.value(),
        agency_months=agency.value(),
        because=because.text().strip(),
    )
    return wanted if answered else None


def _columns() -> list[Column[RecordKept]]:
    return [
        Column(tr("Records"), lambda record: record.name, width=40),
        Column(
            tr("Kept for"),
            lambda record: period_words(record.months),
            sort=lambda record: record.months,
            width=12,
        ),
        Column(
            tr("Agency staff"),
            lambda record: period_words(record.agency_months),
            sort=lambda record: record.agency_months,
            width=12,
        ),
        Column(tr("From"), _from, width=26),
    ]


def _from(record: RecordKept) -> str:
    if record.counts_from is CountsFrom.LEAVING:
        return tr("the last day at work")
    return tr("the record's own day")
