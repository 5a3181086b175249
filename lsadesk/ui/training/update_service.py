"""The DBS Update Service: who is in it, with whose consent it was looked at, when and by whom."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.courses.update_service import LookResult, UpdateService, Workforce, lacking
from lsadesk.operations.courses import update_service
from lsadesk.operations.courses.update_service import Subscriber
from lsadesk.operations.typed import read_day
from lsadesk.ui.looks.sizes import at_least, fit
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.message import MessageBar
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr

_LETTERS, _HIGH = 110, 640


def show_update_service(context: TabContext, parent: QWidget) -> None:
    """Show it until it is closed; what is written there is kept at once."""
    UpdateServiceList(parent, context).answered()


class UpdateServiceList(Question):
    """Everybody at work whose training record is open, with what is on record of each."""

    def __init__(self, parent: QWidget | None, context: TabContext) -> None:
        super().__init__(
            parent,
            tr("DBS Update Service"),
            tr(
                "A DBS certificate does not lapse; the college decides when it looks again. Look "
                "only with consent, and with the certificate itself in hand. What it says is not "
                "kept here."
            ),
            tr("Close"),
        )
        at_least(self, _LETTERS)
        fit(self, self.minimumWidth(), _HIGH)
        self._context = context
        self.message = MessageBar(context.appearance)
        self.search = SearchField(context.appearance, tr("Find a name"), self)
        self.table: RecordTable[Subscriber] = RecordTable(tr("DBS Update Service"), _columns())
        self.write = button(tr("&Write down..."), self._write)
        for part in (self.message, self.search):
            self.body.addWidget(part)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.write, 0, Qt.AlignmentFlag.AlignLeft)
        self.no.hide()
        self.search.searched.connect(self.table.rows.search)
        self.table.selected.connect(lambda _one: self._dress())
        self.table.opened.connect(lambda _one: self._write())
        self._load()

    def _load(self) -> None:
        self._context.read(update_service.subscribers, self._show, owner=self)

    def _show(self, found: Sequence[Subscriber]) -> None:
        before = self.table.current()
        self.table.show_records(found)
        for each in found:
            if before is not None and each.said.person == before.said.person:
                self.table.select(each)
        self._dress()

    def _dress(self) -> None:
        chosen = self.table.current()
        self.write.setEnabled(chosen is not None and chosen.may_change)

    def _write(self) -> None:
        chosen = self.table.current()
        if chosen is None or not chosen.may_change:
            return
        wanted = ask_status(self, chosen, self._context.desk.today)
        if wanted is not None:
            self._context.write(
                lambda desk: update_service.record_status(desk, wanted),
                lambda _none: self._load(),
                on_error=lambda error: self.message.say(str(error), "warning"),
                owner=self,
            )


def ask_status(parent: QWidget, read: Subscriber, today: date) -> UpdateService | None:
    """What was written over *read*; None if cancelled."""
    question = StatusQuestion(parent, read, today)
    return question.wanted if question.answered() else None


class StatusQuestion(Question):
    """It closes once a look has its consent, its day and what it told."""

    def __init__(self, parent: QWidget | None, read: Subscriber, today: date) -> None:
        super().__init__(parent, tr("DBS Update Service"), read.name, tr("Save"))
        self.wanted: UpdateService | None = None
        self._read, self._today = read.said, today
        said, form = read.said, self.form
        self.is_in = form.choice(
            tr("In the Update Service"),
            [(tr("not known"), None), (tr("yes"), True), (tr("no"), False)],
            said.is_in,
        )
        kinds: list[tuple[str, object]] = [(tr("not known"), None)]
        self.workforce = form.choice(
            tr("Workforce"), [*kinds, *((tr(each), each) for each in Workforce)], said.workforce
        )
        self.renewed_by = form.text(
            tr("They renew it by"), _day(said.renewed_by), hint=tr("It lasts a year. May be empty.")
        )
        self.consented_on = form.text(
            tr("They agreed on"), _day(said.consented_on), hint=tr("To our looking at the status.")
        )
        self.looked_on = form.text(
            tr("Last looked at"),
            _day(said.looked_on),
            hint=tr("Your name is kept with a new look."),
        )
        told: list[tuple[str, object]] = [(tr("no look yet"), None)]
        self.told = form.choice(
            tr("It told"), [*told, *((tr(each), each) for each in LookResult)], said.told
        )
        self.ready = self._take

    def _take(self) -> bool:
        self.form.clear_wrong()
        renewed_by = self.form.read(self.renewed_by, read_day)
        consented_on = self.form.read(self.consented_on, read_day)
        looked_on = self.form.read(self.looked_on, read_day)
        if self.form.first_wrong() is not None:
            return False
        told, is_in, workforce = (each.chosen() for each in (self.told, self.is_in, self.workforce))
        wanted = replace(
            self._read,
            is_in=is_in if isinstance(is_in, bool) else None,
            workforce=workforce if isinstance(workforce, Workforce) else None,
            told=told if isinstance(told, LookResult) else None,
            renewed_by=renewed_by,
            consented_on=consented_on,
            looked_on=looked_on,
        )
        if sentence := lacking(wanted, self._today):
            self.form.wrong(self.looked_on, tr(sentence))
            return False
        self.wanted = wanted
        return True


def _columns() -> tuple[Column[Subscriber], ...]:
    return (
        Column(tr("Name"), lambda one: one.name, width=24),
        Column(tr("In it"), lambda one: _in_words(one.said), width=10),
        Column(
            tr("Workforce"),
            lambda one: tr(one.said.workforce) if one.said.workforce else "",
            width=14,
        ),
        Column(
            tr("Renewed by"),
            lambda one: _day(one.said.renewed_by),
            lambda one: one.said.renewed_by,
            width=12,
        ),
        Column(
            tr("Agreed"),
            lambda one: _day(one.said.consented_on),
            lambda one: one.said.consented_on,
            width=12,
        ),
        Column(
            tr("Last look"),
            lambda one: _day(one.said.looked_on),
            lambda one: one.said.looked_on,
            width=12,
        ),
        Column(tr("By"), lambda one: one.said.looked_by, width=16),
        Column(tr("It told"), lambda one: tr(one.said.told) if one.said.told else "", width=22),
    )


def _in_words(said: UpdateService) -> str:
    if said.is_in is None:
        return tr("not known")
    return tr("yes") if said.is_in else tr("no")


def _day(on: date | None) -> str:
    return uk_date(on) if on is not None else ""
