"""Certificates by the day they lapse, sign-offs for learners beside them, and the rules."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.courses.certificates import CourseId, Lapse
from lsadesk.domain.weeks.planning import LearnerSignOff
from lsadesk.operations.courses import clocks
from lsadesk.operations.courses.clocks import Clocks, Proof
from lsadesk.ui.tab import TabContext
from lsadesk.ui.training.certificate_form import ask_certificate
from lsadesk.ui.training.rules_form import ask_rules
from lsadesk.ui.training.update_service import show_update_service
from lsadesk.ui.widgets.ask import ask_choice, confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.rows import named
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr

_ALL, _DUE, _LAPSED = "all", "due", "lapsed"
_UNKNOWN, _LOOKS, _LEARNERS = "not known", "looks", "for learners"


@dataclass(frozen=True, slots=True)
class Clock:
    """A line of the page: a certificate, or a sign-off for one learner.

    *ends* is its last day, *look* when a refresher is due.
    """

    name: str
    what: str
    state: str
    ends: date | None
    notice: int | None
    refresh: str
    note: str
    proof: Proof | None = None
    look: date | None = None


class ClocksPage(QWidget):
    """What is due first stands first; what a rule worked out says so."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._seen: Clocks | None = None
        self.search = SearchField(context.appearance, tr("Find a name or a course"), self)
        self.which = Choice(
            [
                (tr("everything"), _ALL),
                (tr("what lapses within 90 days or has lapsed"), _DUE),
                (tr("what has lapsed"), _LAPSED),
                (tr("what has no known last day"), _UNKNOWN),
                (tr("what has a refresher or another look"), _LOOKS),
                (tr("sign-offs for learners"), _LEARNERS),
            ]
        )
        self.told = label("", "heading")
        self.table: RecordTable[Clock] = RecordTable(tr("Certificates by date"), _columns())
        self.detail = label("")
        self.add = button(tr("Record &a certificate..."), self._add, "primary")
        self.change = button(tr("&Change..."), self._change)
        self.remove = button(tr("Rem&ove..."), self._remove)
        self.rule = button(tr("How long it &lasts..."), self._rule)
        self.dbs = button(tr("D&BS Update Service..."), lambda: show_update_service(context, self))
        self._build()

    def load(self) -> None:
        """Ask again."""
        self._context.read(clocks.clocks, self.show_clocks, owner=self)

    def show_clocks(self, seen: Clocks) -> None:
        """Show *seen*."""
        self._seen = seen
        lines = [_proof_line(each) for each in seen.proofs]
        lines += [_sign_off_line(*each, seen.day) for each in seen.sign_offs]
        self.table.show_records(lines)
        self.told.setText(_summary(lines))
        self._narrow()

    def show_due(self) -> None:
        """Show what lapses soon or has lapsed."""
        self.which.choose(_DUE)
        self._narrow()

    def _build(self) -> None:
        asked, done = QWidget(), QWidget()
        top, below = Flow(asked, gap=12), Flow(done)
        for part in (self.search, named(tr("Sho&w"), self.which)):
            top.addWidget(part)
        for each in (self.add, self.change, self.remove, self.rule, self.dbs):
            below.addWidget(each)
        self.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
        in_column(
            self.told, asked, Fill(self.table), self.detail, done, on=self, around=(0, 8, 0, 0)
        )
        self.search.searched.connect(self.table.rows.search)
        self.which.currentIndexChanged.connect(lambda _at: self._narrow())
        self.table.selected.connect(lambda _line: self._dress())
        self.table.opened.connect(lambda _line: self._change())

    def _narrow(self) -> None:
        self.table.rows.keep(_TESTS[self.which.chosen_as(str)])
        if self.table.current() is None and self.table.rows.rowCount():
            self.table.setCurrentIndex(self.table.rows.index(0, 0))
        self._dress()

    def _dress(self) -> None:
        line, seen = self.table.current(), self._seen
        may = line is not None and line.proof is not None and line.proof.may_change
        self.change.setEnabled(may)
        self.remove.setEnabled(may)
        self.add.setEnabled(seen is not None and bool(seen.staff))
        self.rule.setEnabled(seen is not None and seen.may_rule and bool(seen.courses))
        parts = () if line is None else (f"{line.what}: {line.state}", line.refresh, line.note)
        self.detail.setText(". ".join(part for part in parts if part))
        self.detail.setVisible(line is not None)

    def _add(self) -> None:
        if self._seen is None:
            return
        wanted = ask_certificate(self, self._seen, None)
        if wanted is not None:
            self._context.write(lambda desk: clocks.record(desk, *wanted))

    def _change(self) -> None:
        line = self.table.current()
        if line is None or line.proof is None or not line.proof.may_change or self._seen is None:
            return
        written = line.proof.written
        wanted = ask_certificate(self, self._seen, written)
        if wanted is not None:
            self._context.write(lambda desk: clocks.change(desk, written, wanted[0]))

    def _remove(self) -> None:
        line = self.table.current()
        if line is None or line.proof is None:
            return
        written = line.proof.written
        sentence = tr("It stays in the history, and Undo brings it back.")
        if confirm(self, tr("Remove a certificate"), sentence, yes=tr("Remove"), danger=True):
            self._context.write(lambda desk: clocks.change(desk, written, None))

    def _rule(self) -> None:
        seen, line = self._seen, self.table.current()
        if seen is None:
            return
        current = None if line is None or line.proof is None else line.proof.certificate.course
        offered = sorted(seen.courses, key=lambda each: (each != current, seen.courses[each]))
        asked = ask_choice(
            self,
            tr("How long it lasts"),
            tr("Which course"),
            [(seen.courses[each], each) for each in offered],
            yes=tr("Next"),
        )
        if not isinstance(asked, int):
            return
        wanted = ask_rules(self, seen, CourseId(asked))
        if wanted is not None:
            self._context.write(lambda desk: clocks.set_rules(desk, *wanted))


def _columns() -> tuple[Column[Clock], ...]:
    return (
        Column(tr("Who"), lambda line: line.name, width=22),
        Column(tr("Certificate or sign-off"), lambda line: line.what, width=32),
        Column(tr("How it stands"), lambda line: line.state, sort=lambda line: line.ends, width=44),
        Column(
            tr("Refresher or next look"),
            lambda line: line.refresh,
            sort=lambda line: line.look,
            width=30,
        ),
    )


def _proof_line(proof: Proof) -> Clock:
    held = proof.certificate
    level = tr("level {level}", level=held.level) if held.level else ""
    parts = (proof.course, level, held.edition)
    return Clock(
        name=proof.name,
        what=", ".join(part for part in parts if part),
        state=_state(proof),
        ends=_last_day(proof),
        notice=proof.notice,
        look=proof.refresh,
        refresh="" if proof.refresh is None else tr("due {day}", day=uk_date(proof.refresh)),
        note=proof.note,
        proof=proof,
    )


def _last_day(proof: Proof) -> date | None:
    expires = proof.certificate.expires
    return None if expires is None else expires.day


def _state(proof: Proof) -> str:
    held = proof.certificate
    if held.lapse is Lapse.NEVER:
        said = tr("does not lapse")
    elif held.expires is None:
        return tr("last day not known")
    elif proof.notice == 0:
        said = tr("lapsed, last day {day}", day=held.expires)
    elif proof.notice is not None:
        said = tr("lapses within {days} days: {day}", days=proof.notice, day=held.expires)
    else:
        said = tr("valid until {day}", day=held.expires)
    return tr("{said} (worked out from the rule)", said=said) if held.worked_out else said


def _sign_off_line(signed: LearnerSignOff, name: str, reference: str, today: date) -> Clock:
    until = signed.until or date.max
    left = (until - today).days
    notice = 0 if left < 0 else next((days for days in (30, 60, 90) if left <= days), None)
    said = tr("lapsed, last day {day}") if notice == 0 else tr("stands until {day}")
    return Clock(
        name=name,
        what=tr("{task} for {learner}", task=signed.task, learner=reference),
        state=said.format(day=uk_date(until)),
        ends=until,
        notice=notice,
        refresh="",
        note=tr("Signed off by {name}", name=signed.signed_by),
    )


def _summary(lines: list[Clock]) -> str:
    if not lines:
        return tr("No certificate is open to you. Record one, or import the training workbook.")
    lapsed = sum(line.notice == 0 for line in lines)
    parts = [tr("{number} lapsed", number=lapsed)]
    for days in (30, 60, 90):
        number = sum(line.notice is not None and 0 < line.notice <= days for line in lines)
        parts.append(tr("{number} within {days} days", number=number, days=days))
    whole = count(len(lines), "certificate or sign-off", "certificates and sign-offs")
    return tr("{whole}: {parts}", whole=whole, parts=", ".join(parts))


_TESTS: dict[str, Callable[[Clock], bool] | None] = {
    _ALL: None,
    _DUE: lambda line: line.notice is not None,
    _LAPSED: lambda line: line.notice == 0,
    _UNKNOWN: lambda line: (
        line.proof is not None and line.proof.certificate.lapse is Lapse.NOT_KNOWN
    ),
    _LOOKS: lambda line: line.look is not None,
    _LEARNERS: lambda line: line.proof is None,
}
