"""Requests and corrections: what people ask about their own records, each with its last day."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.keeping.held import HeldSheet
from lsadesk.domain.keeping.requests import AccessRequest, Remark
from lsadesk.domain.keeping.retention import by_id
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.keeping import requests
from lsadesk.operations.keeping.requests import Asked
from lsadesk.operations.staff.people import Colleague
from lsadesk.ui.keeping.handing_over import hand_over
from lsadesk.ui.keeping.words import ASKS_WORDS
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question, ask_text
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.flow import flow_of
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.people_picker import PeoplePicker
from lsadesk.ui.widgets.stack import Stack
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr


@dataclass(frozen=True, slots=True)
class Line:
    """One request or remark; *about* says of which records."""

    asked: AccessRequest | Remark
    about: str


class RequestsPage(QWidget):
    """What was asked, by whom, until when; what was answered stays in the list."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._colleagues: tuple[Colleague, ...] = ()
        self.table: RecordTable[Line] = RecordTable(tr("Requests and corrections"), _columns())
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(tr("What was said and answered"))
        self.words.setFixedHeight(6 * self.words.fontMetrics().lineSpacing() + 16)
        self.add = button(tr("&Note a request..."), self._add)
        self.answer = button(tr("&Answer..."), self._answer, "primary")
        self.longer = button(tr("Take &longer..."), self._take_longer)
        self.record = button(tr("Open their &record"), self._open_record)
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # those that wait come first
        self.table.opened.connect(lambda _line: self._answer())
        self.table.selected.connect(lambda _line: self._dress())
        self.empty = EmptyState(
            context.appearance,
            "people",
            tr("Nobody has asked yet"),
            tr(
                "Whoever asks for what is held on them, in whatever words, has a right to it "
                "within a month. They ask under File, My privacy; note here what came by letter "
                "or word of mouth."
            ),
        )
        self.pages = Stack()
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.empty)
        ways = flow_of(self.answer, self.longer, self.record, self.add)
        in_column(Fill(self.pages), self.words, ways, on=self, around=16)

    def offer(self, colleagues: tuple[Colleague, ...]) -> None:
        """Those of whom a request can be noted; none: it is not for the asker to note one."""
        self._colleagues = colleagues
        self.add.setVisible(bool(colleagues))

    def refresh(self, _done: object = None) -> None:
        """Ask what was asked."""
        self._context.read(requests.asked, self._show, owner=self)

    def _show(self, found: Asked) -> None:
        records = by_id(found.records)
        lines = [Line(each, tr("everything held")) for each in found.requests]
        lines += [Line(each, records[each.record].name) for each in found.remarks]
        lines.sort(key=lambda line: (line.asked.answered_on is not None, line.asked.answer_by))
        self.table.show_records(lines)
        if lines and self.table.current() is None:
            self.table.select(lines[0])
        self.pages.setCurrentIndex(0 if lines else 1)
        self.words.setVisible(bool(lines))
        self._dress()

    def _dress(self) -> None:
        line = self.table.current()
        asked = None if line is None else line.asked
        open_ = asked is not None and asked.answered_on is None
        self.answer.setEnabled(open_)
        self.longer.setEnabled(
            open_ and isinstance(asked, AccessRequest) and not asked.longer_because
        )
        self.record.setEnabled(line is not None)
        self.words.setPlainText("" if line is None else _told(line))

    def _open_record(self) -> None:
        line = self.table.current()
        if line is not None:
            self._context.go("people", line.asked.person)

    def _answer(self) -> None:
        line = self.table.current()
        if line is None or line.asked.answered_on is not None:
            return
        asked = line.asked
        if isinstance(asked, Remark):
            self._answer_remark(asked)
        else:
            hand_over(
                self._context, self, asked.person, lambda sheet: self._note_given(asked, sheet)
            )

    def _answer_remark(self, remark: Remark) -> None:
        words = ask_text(
            self,
            tr("Answer what they said"),
            tr("What was corrected, or why it stays"),
            hint=tr("What they said stays beside the record, and so does this answer."),
            yes=tr("Answer"),
        )
        if words is not None:
            self._context.write(
                lambda desk: requests.answer(desk, remark, words), self.refresh, owner=self
            )

    def _note_given(self, request: AccessRequest, sheet: HeldSheet) -> None:
        kinds = count(len(sheet.records), "kind of record", "kinds of record")
        given = tr("{kinds} as PDF and as JSON.", kinds=kinds)
        self._context.write(
            lambda desk: requests.note_answered(desk, request, given), self.refresh, owner=self
        )

    def _take_longer(self) -> None:
        line = self.table.current()
        if line is None or not isinstance(line.asked, AccessRequest):
            return
        request = line.asked
        because = ask_text(
            self,
            tr("Take two months more"),
            tr("Why it is complex"),
            hint=tr("Tell the person so within the first month."),
            yes=tr("Take longer"),
        )
        if because is not None:
            self._context.write(
                lambda desk: requests.take_longer(desk, request, because),
                self.refresh,
                owner=self,
            )

    def _add(self) -> None:
        wanted = ask_request(self, self._colleagues, self._context.desk.today)
        if wanted is not None:
            self._context.write(
                lambda desk: requests.ask_for_all(desk, *wanted), self.refresh, owner=self
            )


def ask_request(
    parent: QWidget, colleagues: tuple[Colleague, ...], today: date
) -> tuple[PersonId, date] | None:
    """Who asked for what is held on them, and when."""
    question = Question(
        parent,
        tr("Note a request"),
        tr("A request counts in whatever words it comes, and from the day on which it came."),
        tr("Note it"),
    )
    form = question.form
    who = form.add(tr("Who asked"), PeoplePicker())
    who.offer(colleagues)
    day = form.day(tr("On"), QDate(today.year, today.month, today.day))
    day.setMaximumDate(QDate(today.year, today.month, today.day))
    question.ready = lambda: _is_somebody(form, who)
    answered = question.answered()
    person, chosen = who.chosen(), day.date()
    if not answered or person is None:
        return None
    return person, date(chosen.year(), chosen.month(), chosen.day())


def _is_somebody(form: Form, who: PeoplePicker) -> bool:
    if who.chosen() is None or not who.is_clear():
        form.wrong(who, tr("Type a few letters of their name and choose them."))
        return False
    return True


def _columns() -> list[Column[Line]]:
    return [
        Column(tr("Person"), lambda line: line.asked.name, width=24),
        Column(tr("Wants"), _wants, width=40),
        Column(tr("About"), lambda line: line.about, width=30),
        Column(
            tr("Answer by"),
            lambda line: uk_date(line.asked.answer_by),
            sort=lambda line: line.asked.answer_by,
            width=12,
        ),
        Column(tr("Answered"), _answered, width=24),
    ]


def _wants(line: Line) -> str:
    if isinstance(line.asked, Remark):
        return tr(ASKS_WORDS[line.asked.asks])
    return tr("A copy")


def _answered(line: Line) -> str:
    if line.asked.answered_on is None:
        return tr("not yet")
    return f"{uk_date(line.asked.answered_on)}, {line.asked.answered_by}"


def _told(line: Line) -> str:
    if isinstance(line.asked, Remark):
        return f"{line.asked.said}\n\n{line.asked.answer}".strip()
    return "\n".join(each for each in (line.asked.longer_because, line.asked.given) if each)
