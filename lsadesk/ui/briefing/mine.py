"""An LSA's own week: what to know before each session, and telling the teacher after it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from lsadesk.domain.briefing.cards import SessionCard
from lsadesk.domain.briefing.feedback import Answer, FeedbackDetails, SessionFeedback
from lsadesk.domain.briefing.words import ON_CARD
from lsadesk.domain.calendar import Weekday, monday_ahead, monday_of, uk_date
from lsadesk.domain.changes import Done
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.briefing import feedback, session_cards
from lsadesk.operations.desk import Desk
from lsadesk.operations.placements import placements
from lsadesk.ui.briefing.few_lines import FewLines
from lsadesk.ui.looks.sizes import at_least, fit
from lsadesk.ui.placements.mine import show_my_placements
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.saving import Saving
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.dialog import Dialog
from lsadesk.ui.widgets.entries import EntryList
from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.message import MessageBar
from lsadesk.ui.widgets.rows import closing_row
from lsadesk.ui.widgets.scrolled import Scrolled
from lsadesk.ui.words import tr

_LETTERS, _LINES = 96, 8
_WEB = re.compile(r"https?://\S+")
_NOTHING = FeedbackDetails()


@dataclass(frozen=True, slots=True)
class _Mine:
    """One's own cards of the week, and what one told of sessions."""

    person: PersonId
    cards: list[SessionCard]
    told: list[SessionFeedback]
    has_placements: bool


def show_my_sessions(context: TabContext, parent: QWidget) -> None:
    """Show the own sessions of whoever is signed in, until they close it."""
    MySessions(context, parent).exec()


class MySessions(Dialog):
    """Three short fields tell the teacher; what was done with it stands below."""

    def __init__(self, context: TabContext, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context = context
        self._mine: _Mine | None = None
        self._days = _days(context.desk.today)
        self.setWindowTitle(tr("My sessions"))
        at_least(self, _LETTERS)
        self.cards: EntryList[SessionCard] = EntryList(tr("My sessions"), self._card_words)
        self.lines: EntryList[str] = EntryList(tr("What I need to know"), str)
        self.form = Form()
        self.worked = self.form.add(tr("What worked?"), FewLines())
        self.barriers = self.form.add(tr("What was in the way?"), FewLines())
        self.did = self.form.add(tr("What did learners do? By reference"), FewLines())
        self.answer = label("", "muted")
        self.send = button(tr("&Tell the teacher"), self._send, "primary")
        self.papers = button(tr("&Open the plan and the criteria"), self._open)
        self.message = MessageBar(context.appearance)
        self.paper = Saving(context, self, self.message.say)
        self.printing = button(tr("&Print my cards..."), self._print)
        self.big = button(tr("In &big print..."), self._print_big)
        self.placements = button(tr("My p&lacements..."), self._open_placements)
        self.shut = button(tr("Close"), self.accept)
        self._build()
        self._load()

    def _build(self) -> None:
        inside = QWidget()
        rows = in_column(on=inside, around=(0, 0, 8, 0))
        self.heads = [label(tr("What I need to know"), "heading")]
        self.heads.append(label(tr("Afterwards"), "heading"))
        rows.addWidget(label(tr("My sessions"), "heading"))
        rows.addWidget(self.cards, 1)
        rows.addWidget(self.heads[0])
        rows.addWidget(self.lines, 1)
        rows.addWidget(self.heads[1])
        rows.addWidget(self.answer)
        rows.addWidget(self.form)
        ways = flowing(self.send, self.papers, self.printing, self.big, self.placements)
        whole = in_column(on=self, around=24)
        area = Scrolled(inside)
        area.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())  # room for a notice
        whole.addWidget(area, 1)
        whole.addWidget(self.message)
        whole.addWidget(self.paper.notice)
        whole.addLayout(closing_row(self.shut, ways))
        self.cards.selectionModel().currentChanged.connect(lambda *_: self._dress())
        self.cards.entered.connect(self.worked.setFocus)
        for field in self._fields:
            field.left.connect(self.cards.setFocus)

    @property
    def _fields(self) -> tuple[FewLines, ...]:
        return self.worked, self.barriers, self.did

    def _load(self) -> None:
        days = self._days
        self._context.read(lambda desk: _read(desk, days), self._show, owner=self)

    def _show(self, mine: _Mine | None) -> None:
        is_first, self._mine = self._mine is None, mine
        cards = [] if mine is None else mine.cards
        self.cards.show_records(cards)
        for way in (self.printing, self.big, self.cards, self.lines, *self.heads):
            way.setVisible(bool(cards))
        self.placements.setVisible(mine is not None and mine.has_placements)
        if is_first and cards:
            today = self._context.desk.today
            first = next((n for n, card in enumerate(cards) if card.on >= today), 0)
            self.cards.setCurrentIndex(self.cards.model().index(first, 0))
        self._dress()
        if is_first:
            fit(self, self.minimumWidth(), self.sizeHint().height())

    def _dress(self) -> None:
        """Show the chosen session; it can be told of from its day on, until it is answered."""
        card = self.cards.current()
        self.lines.show_records([] if card is None else _lines_of(card))
        self.papers.setVisible(card is not None and bool(_address(card)))
        told = None if card is None else self._told_of(card)
        details = _NOTHING if told is None else told
        for field, words in zip(
            self._fields, (details.worked, details.barriers, details.learner_did), strict=True
        ):
            field.setPlainText(words)
        is_open = told is None or told.answer is Answer.OPEN
        may = card is not None and card.on <= self._context.desk.today and is_open
        self.form.setVisible(may)
        self.send.setVisible(may)
        self.answer.setText(_answer_words(card, told, may=may))

    def _card_words(self, card: SessionCard) -> str:
        parts = (card.title, card.group, card.place, card.teacher)
        what = ", ".join(part for part in parts if part)
        day = f"{Weekday(card.on.weekday()).short} {card.on.day} {card.on:%b}"
        said = f"{day} {card.span}  {what}"
        if self._told_of(card) is not None:
            return tr("{said}  \u2713 the teacher is told", said=said)
        if card.is_blind and card.on >= self._context.desk.today:
            return tr("{said}  \u25b2 not told yet", said=said)
        return said

    def _told_of(self, card: SessionCard) -> SessionFeedback | None:
        told = [] if self._mine is None else self._mine.told
        return next((e for e in told if (e.session, e.on) == (card.session, card.on)), None)

    def _send(self) -> None:
        card, mine = self.cards.current(), self._mine
        if card is None or mine is None:
            return
        details = FeedbackDetails(
            worked=self.worked.toPlainText(),
            barriers=self.barriers.toPlainText(),
            learner_did=self.did.toPlainText(),
        )
        self._context.write(
            lambda desk: feedback.tell_teacher(desk, mine.person, card.session, card.on, details),
            lambda _: self._load(),
            on_error=self._failed,
            owner=self,
        )

    def _open(self) -> None:
        card = self.cards.current()
        if card is not None and not QDesktopServices.openUrl(QUrl(_address(card))):
            self.message.say(tr("This computer has nothing to open it with."), "warning")

    def _open_placements(self) -> None:
        if self._mine is not None:
            show_my_placements(self._context, self._mine.person, self)

    def _failed(self, error: UserError) -> None:
        self.form.clear_wrong()
        self.form.wrong(self.worked, str(error))

    def _print(self) -> None:
        self._write(big=False)

    def _print_big(self) -> None:
        self._write(big=True)

    def _write(self, *, big: bool) -> None:
        mine = self._mine
        days = monday_ahead(self._context.desk.today), self._days[1]
        if mine is not None:
            self.paper.write(
                f"{tr('My session cards')}, {uk_date(days[0])}",
                _printing(mine.person, days, big=big),
                back=self.printing,
            )


def _printing(
    person: PersonId, days: tuple[date, date], *, big: bool
) -> Callable[[Desk, Path], Done[int]]:
    return lambda desk, path: session_cards.export_cards_of(desk, person, days, path, big=big)


def _read(desk: Desk, days: tuple[date, date]) -> _Mine | None:
    person = desk.person
    if person is None:
        return None
    return _Mine(
        person,
        session_cards.cards_of(desk, person, days),
        list(feedback.feedback_of(desk, person).told),
        bool(placements.placements_of(desk, person).records),
    )


def _days(today: date) -> tuple[date, date]:
    """This week, and at the weekend the next one too: Friday can still be told of."""
    return monday_of(today), monday_ahead(today) + timedelta(days=6)


def _address(card: SessionCard) -> str:
    """The web address among the papers; a path is only told, never opened unseen."""
    found = None if card.words is None else _WEB.search(card.words.papers)
    return "" if found is None else found[0].rstrip(".,;)")


def _lines_of(card: SessionCard) -> list[str]:
    told = [] if card.words is None else list(card.words.told())
    lines = [f"{tr(ON_CARD[known])}: {words}" for known, words in told]
    if card.is_blind:
        who = card.teacher or tr("the teacher")
        lines.append(tr("\u25b2 Not all is told yet. Ask {who} before it begins.", who=who))
    if card.learners:
        lines.append(tr("Learners: {names}", names=", ".join(card.learners)))
    if card.others:
        lines.append(tr("Beside you: {names}", names=", ".join(card.others)))
    return [*lines, *(f"{reference}: {how}" for reference, how in card.how)]


def _answer_words(card: SessionCard | None, told: SessionFeedback | None, *, may: bool) -> str:
    if card is None:
        return tr(
            "No sessions of yours are published for these days. Once they are, they stand here "
            "and on Home."
        )
    if told is None:
        return (
            tr("Half a minute is enough. Only the teacher and whoever plans read it.")
            if may
            else tr("After the session you can tell the teacher here what you saw.")
        )
    if told.answer is Answer.OPEN:
        return tr("Told. It stays open until the teacher has said what is done with it.")
    who = told.answered_by or tr("The teacher")
    return tr("{who}: {how}: {words}", who=who, how=tr(told.answer.value), words=told.answer_words)
