"""What LSAs told teachers after sessions: what is open first, and what was done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from lsadesk.domain.briefing.feedback import Answer, SessionFeedback, in_short
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.weeks.timetable import Session
from lsadesk.errors import UserError
from lsadesk.operations.briefing import feedback
from lsadesk.operations.briefing.feedback import AllFeedback
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.saving import Saving
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr


class FeedbackPage(QStackedWidget):
    """Emits `carried(feedback)` where it is to be told to whoever goes in next."""

    carried = Signal(object)

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self.context = context
        self.seen: AllFeedback | None = None
        self.search = SearchField(context.appearance, tr("Find a session or a name"), self)
        self.which = Choice([(tr("What is open"), True), (tr("All that was told"), None)], True)
        self.which.setAccessibleName(tr("Which feedback"))
        self.said = label("", "heading")
        self.table: RecordTable[SessionFeedback] = RecordTable(
            tr("Feedback after sessions"), self._columns()
        )
        self.told, self.done = label(""), label("", "muted")
        self.answering = button(tr("&What was done..."), self.answer, "primary")
        self.carrying = button(tr("&Carry into the next session"), self._carry)
        self.reopening = button(tr("&Open again"), self._reopen)
        self.printing = button(tr("&Print slips for teachers..."), self._print)
        self.paper = Saving(context, self)
        self.none = EmptyState(
            context.appearance,
            "tick",
            tr("Nothing has been told yet"),
            tr(
                "LSAs tell teachers on Home, under their sessions, what worked and what did not. "
                "It stays here until something is done with it."
            ),
        )
        self._build()
        self._connect()

    def reload(self) -> None:
        """Ask for what was told."""
        self.context.read(feedback.all_feedback, self.show_feedback, owner=self)

    def show_feedback(self, seen: AllFeedback) -> None:
        """Show *seen*; what was chosen stays chosen, and makes room for the next where it goes."""
        self.seen = seen
        before, row = self.table.current(), max(self.table.currentIndex().row(), 0)
        self.table.show_records(seen.told)
        self._keep_shown()
        same = [each for each in seen.told if before is not None and each.id == before.id]
        if same:
            self.table.select(same[0])
        if self.table.current() is None and (shown := self.table.rows.rowCount()):
            self.table.setCurrentIndex(self.table.rows.index(min(row, shown - 1), 0))
        told = count(len(seen.open), "session waits for an answer", "sessions wait for an answer")
        self.said.setText(told if seen.open else tr("All that was told is answered."))
        self.printing.setEnabled(bool(seen.open))
        self.setCurrentIndex(0 if seen.told else 1)
        self._tell()

    def answer(self) -> None:
        """Ask what the teacher did with it, or why it stays, and keep it."""
        read = self.table.current()
        if read is None or self.seen is None:
            return
        said = ask_answer(self, read, self.seen.sessions[read.session])
        if said is not None:
            answer, words, by = said
            self.context.write(
                lambda desk: feedback.answer(desk, read, answer, words, by=by),
                on_error=self._failed,
                owner=self,
            )

    def _build(self) -> None:
        page, top, ways = QWidget(), QWidget(), QWidget()
        finding, line = Flow(top, gap=12), Flow(ways)
        for part in (self.search, self.which, self.printing):
            finding.addWidget(part)
        for way in (self.answering, self.carrying, self.reopening):
            line.addWidget(way)
        in_column(
            top,
            self.paper.notice,
            self.said,
            Fill(self.table),
            self.told,
            self.done,
            ways,
            on=page,
            around=(16, 12, 16, 16),
        )
        self.table.keep_rows(4)
        self.addWidget(scrolling(page, sideways=False))
        self.addWidget(self.none)

    def _connect(self) -> None:
        self.search.searched.connect(self.table.rows.search)
        self.which.currentIndexChanged.connect(lambda _at: self._keep_shown())
        self.table.selected.connect(lambda _told: self._tell())
        self.table.opened.connect(lambda _told: self.answer())

    def _keep_shown(self) -> None:
        is_open = self.which.chosen()
        self.table.rows.keep((lambda each: each.answer is Answer.OPEN) if is_open else None)
        self._tell()

    def _tell(self) -> None:
        told = self.table.current()
        for way in (self.answering, self.carrying):
            way.setEnabled(told is not None)
        self.reopening.setVisible(told is not None and told.answer is not Answer.OPEN)
        self.told.setText("" if told is None else _told_words(told))
        self.done.setText("" if told is None else _done_words(told))

    def _carry(self) -> None:
        told = self.table.current()
        if told is not None:
            self.carried.emit(told)

    def _reopen(self) -> None:
        read = self.table.current()
        if read is not None:
            self.context.write(lambda desk: feedback.answer(desk, read, Answer.OPEN), owner=self)

    def _print(self) -> None:
        name = f"{tr('What LSAs told')}, {uk_date(self.context.desk.today)}"
        self.paper.write(name, feedback.export_slips, back=self.printing)

    def _failed(self, error: UserError) -> None:
        self.context.say(str(error), "danger")
        self.reload()

    def _session(self, told: SessionFeedback) -> Session | None:
        return None if self.seen is None else self.seen.sessions.get(told.session)

    def _columns(self) -> list[Column[SessionFeedback]]:
        return [
            Column(
                tr("Day"),
                lambda told: uk_date(told.on),
                sort=lambda told: (told.answer is not Answer.OPEN, -told.on.toordinal()),
                width=13,
            ),
            Column(tr("Session"), self._what, width=24),
            Column(tr("Teacher"), self._teacher, width=14),
            Column(tr("From"), self._who, width=18),
            Column(tr("Told"), in_short, width=36),
            Column(tr("What was done"), _answer_words, width=22),
        ]

    def _what(self, told: SessionFeedback) -> str:
        session = self._session(told)
        if session is None:
            return ""
        return ", ".join(part for part in (session.title, session.group) if part)

    def _teacher(self, told: SessionFeedback) -> str:
        session = self._session(told)
        return "" if session is None else session.teacher

    def _who(self, told: SessionFeedback) -> str:
        return "" if self.seen is None else self.seen.names[told.person]


def ask_answer(
    parent: QWidget | None, told: SessionFeedback, session: Session
) -> tuple[Answer, str, str] | None:
    """Ask what was done with *told*, in what words, and who says so."""
    question = Question(parent, tr("What was done with it"), in_short(told), tr("Write down"))
    form = question.form
    chosen = form.choice(
        tr("What came of it"),
        [(tr("Something is done"), Answer.ACTION), (tr("It stays as it is"), Answer.REASON)],
        told.answer,
    )
    words = form.text(tr("What is done, or why it stays"), told.answer_words, long=True)
    by = form.text(tr("Who says so"), told.answered_by or session.teacher)
    question.yes.setEnabled(bool(told.answer_words))
    words.textChanged.connect(lambda text: question.yes.setEnabled(bool(text.strip())))
    answer = None
    if question.answered():
        answer = chosen.chosen_as(Answer), words.text(), by.text()
    return answer


def _told_words(told: SessionFeedback) -> str:
    parts = (
        (tr("Worked"), told.worked),
        (tr("In the way"), told.barriers),
        (tr("Learners"), told.learner_did),
    )
    return "\n".join(f"{head}: {words}" for head, words in parts if words)


def _answer_words(told: SessionFeedback) -> str:
    if told.answer is Answer.OPEN:
        return tr("\u25cb open")
    return f"\u2713 {told.answer_words}"


def _done_words(told: SessionFeedback) -> str:
    if told.answered_on is None:
        return tr("Nobody has said yet what is done with it.")
    return tr(
        "{how}, {who}, {day}: {words}",
        how=tr(told.answer.value).capitalize(),
        who=told.answered_by,
        day=uk_date(told.answered_on),
        words=told.answer_words,
    )
