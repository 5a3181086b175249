"""Step 8: what is left to talk about, the exact text, and two signatures at one PC."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QStackedWidget,
    QWidget,
)

from lsadesk.domain.appraisals.appraisal import AppraisalId, Stage, not_settled
from lsadesk.domain.appraisals.appraisal_record import Record, Side
from lsadesk.domain.changes import Done
from lsadesk.operations.appraisals import appraising, signing
from lsadesk.operations.appraisals.meetings import Meeting
from lsadesk.operations.desk import Desk
from lsadesk.ui.appraisal.asking import ask_paper_day
from lsadesk.ui.appraisal.record_view import RecordView
from lsadesk.ui.appraisal.signature import SignatureCard
from lsadesk.ui.appraisal.taking import TakeAway
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.widgets.writing import Writing
from lsadesk.ui.words import count, tr

DIFFERENCES, PROMPTS, PLAN = 2, 4, 5  # the steps that something may be left in


class SignStep(QStackedWidget):
    """Emits `going(place of a step)` where something is left to talk about there."""

    going = Signal(int)

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._meeting: Meeting | None = None
        self._record: Record | None = None
        self.comment = Writing(tr("Their own words"), lines=4)
        self._comment_name = label("", "label")
        self.agree = button(tr("We &agree: show the text to sign"), self._agree, "primary")
        self.text = RecordView()
        self.cards = {side: SignatureCard(side) for side in Side}
        self.reopen = button(tr("Back to the meeting"), self._go_back, "link")
        self.state, self.whole = label("", "heading"), label("", "error")
        self.take = TakeAway(context)
        self.talked = label(tr("Everything has been talked about."), "heading")
        self.links = {
            place: button("", partial(self.going.emit, place))
            for place in (DIFFERENCES, PROMPTS, PLAN)
        }
        self.addWidget(self._check_page())
        self.addWidget(self._text_page())
        self._connect()

    def show_meeting(self, meeting: Meeting) -> None:
        """Show what is left, or the text that was agreed."""
        self._meeting = meeting
        talking = meeting.appraisal.stage is Stage.MEETING
        self.setCurrentIndex(0 if talking else 1)
        self._comment_name.setText(
            tr("Anything that {name} adds, in their own words", name=meeting.name)
        )
        self.comment.fill(meeting.comment)
        self.comment.setEnabled(meeting.may_change)
        self.agree.setEnabled(meeting.may_change and not meeting.missing)
        self._show_left(meeting)
        if not talking:
            self._read()

    def advance(self) -> bool:
        """There is one page."""
        return False

    def has_next(self) -> bool:
        """There is one page."""
        return False

    def begin(self) -> None:
        """Put the focus on what comes next: the text is read before the first of them signs."""
        if self.currentIndex() == 0:
            shown = (link for link in self.links.values() if link.isVisibleTo(self))
            first: QWidget = next(shown, self.comment)
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._record is None or not self._record.signatures:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not any(card.begin() for card in self.cards.values()):
            self.take.begin()

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.comment.flush()

    def _show_left(self, meeting: Meeting) -> None:
        """Each thing left to talk about, as the way to it."""
        self.talked.setVisible(not meeting.missing)
        silent = [one for one in meeting.prompts if one.id not in meeting.answers]
        for number, place, words in (
            (len(not_settled(meeting.lines)), DIFFERENCES, (tr("difference"), tr("differences"))),
            (len(silent), PROMPTS, (tr("prompt"), tr("prompts"))),
            (len(meeting.open_outcomes), PLAN, (tr("outcome"), tr("outcomes"))),
        ):
            link = self.links[place]
            link.setText(tr("{what} still to talk about: go there", what=count(number, *words)))
            link.setVisible(number > 0 and bool(meeting.missing))

    def _read(self) -> None:
        if (wanted := self._wanted()) is not None:
            self._context.read(
                lambda desk: signing.record(desk, wanted), self._show_record, owner=self
            )

    def _show_record(self, record: Record | None) -> None:
        meeting = self._meeting
        if meeting is None or record is None:
            return
        before, self._record = self._record, record
        self.text.show_text(record.text)
        signed = {each.side: each for each in record.signatures}
        names = {Side.PERSON: meeting.name, Side.APPRAISER: meeting.appraiser}
        for side, card in self.cards.items():
            has_account = side is Side.APPRAISER or meeting.appraisal.self_expected
            card.show_signer(names[side], signed.get(side), has_account=has_account)
        self.state.setText(
            tr("Read it, both of you, then sign.")
            if record.needs
            else tr("Signed by both. It counts from today.")
        )
        self.reopen.setVisible(not signed and meeting.may_change)
        self.whole.setVisible(not record.is_whole)
        self.take.show_for(meeting)
        if before is None or before.signatures != record.signatures:
            self.begin()

    def _agree(self) -> None:
        self.flush()
        self._write(signing.agree)

    def _go_back(self) -> None:
        self._write(signing.back_to_meeting)

    def _sign(self, side: Side, secret: str) -> None:
        wanted, record, meeting = self._wanted(), self._record, self._meeting
        if wanted is not None and record is not None and meeting is not None:
            name = meeting.name if side is Side.PERSON else meeting.appraiser
            self._context.write(
                lambda desk: signing.sign(desk, wanted, side, secret, mark=record.mark),
                lambda _none: self._context.say(tr("{name} has signed.", name=name)),
                on_error=lambda error: self.cards[side].say_wrong(str(error)),
                owner=self,
            )

    def _sign_on_paper(self, side: Side) -> None:
        day = ask_paper_day(self, tr("Signed on paper"), tr("The day on the paper"))
        if day is not None:
            self._write(lambda desk, at: signing.sign_on_paper(desk, at, side, day))

    def _write(self, operation: Callable[[Desk, AppraisalId], Done[None]]) -> None:
        if (wanted := self._wanted()) is not None:
            self._context.write(lambda desk: operation(desk, wanted), owner=self)

    def _wanted(self) -> AppraisalId | None:
        return None if self._meeting is None else self._meeting.appraisal.id

    def _keep_comment(self, words: str) -> None:
        self._write(lambda desk, at: appraising.keep_comment(desk, at, words))

    def _connect(self) -> None:
        self.comment.written.connect(self._keep_comment)
        for card in self.cards.values():
            card.signing.connect(self._sign)
            card.on_paper.connect(self._sign_on_paper)

    def _check_page(self) -> QWidget:
        self._comment_name.setWordWrap(True)
        self._comment_name.setBuddy(self.comment)
        page = QWidget()
        in_column(
            self.talked,
            *((link, Qt.AlignmentFlag.AlignLeft) for link in self.links.values()),
            8,
            self._comment_name,
            self.comment,
            8,
            label(
                tr(
                    "Next you both read the exact text that is kept, and each of you signs it. "
                    "Until somebody has signed, you can come back here and change it."
                ),
                "muted",
            ),
            (self.agree, Qt.AlignmentFlag.AlignLeft),
            Fill(),
            on=page,
            around=(0, 8, 8, 0),
        )
        return scrolling(page)

    def _text_page(self) -> QWidget:
        self.whole.setText(
            tr("This record was altered outside the program. Tell whoever looks after the file.")
        )
        aside = QWidget()
        in_column(
            self.state,
            self.whole,
            *self.cards.values(),
            self.take,
            (self.reopen, Qt.AlignmentFlag.AlignLeft),
            Fill(),
            on=aside,
            around=(16, 0, 8, 0),
        )
        page = QWidget()
        in_row(Fill(self.text), Fill(scrolling(aside)), on=page)
        return page
