"""One's own page about one's records: the notice, asking for all of it, saying what is wrong."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.keeping.notice import Notice
from lsadesk.domain.keeping.requests import AccessRequest, Asks, Remark
from lsadesk.domain.keeping.retention import RecordId, RecordKept, by_id
from lsadesk.domain.staff.health import HealthNote
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.keeping import notice, requests
from lsadesk.operations.keeping.requests import Asked
from lsadesk.operations.staff import health
from lsadesk.ui.keeping.happenings import show_who_saw_me
from lsadesk.ui.keeping.privacy import show_notice
from lsadesk.ui.keeping.words import ASKS_WORDS
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import Question, confirm, tell
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.flow import Flow
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.words import tr


def show_my_privacy(parent: QWidget, context: TabContext) -> None:
    """Show it until it is closed."""
    MyPrivacy(parent, context).exec()


class MyPrivacy(Question):
    """What one asked and what was answered, and the ways to ask."""

    def __init__(self, parent: QWidget | None, context: TabContext) -> None:
        super().__init__(
            parent,
            tr("My privacy"),
            tr("Your records are about you: you may see them all and say what is wrong."),
            tr("Close"),
        )
        self._context = context
        self._person: PersonId | None = None
        self._asked: Asked | None = None
        self.no.hide()
        self.setMinimumSize(720, 640)
        self.said = QPlainTextEdit()
        self.said.setReadOnly(True)
        self.said.setTabChangesFocus(True)
        self.said.setAccessibleName(tr("What I asked, and the answers"))
        self.nobody = label(
            tr("This account is not linked to a member of staff. Ask the administrator."), "muted"
        )
        self.nobody.hide()
        self.ways = Flow(gap=8)
        self.all = button(tr("Ask for &everything held on me..."), self._ask_for_all)
        self.wrong = button(tr("Say what is &wrong..."), self._say)
        self.saw = button(tr("Who &saw my record..."), lambda: show_who_saw_me(self, context))
        self.notice = button(tr("Privacy &notice..."), self._show_notice)
        self.health = button(tr("Why I am &kept from some work..."), self._read_health)
        for each in (self.all, self.wrong, self.saw, self.health, self.notice):
            self.ways.addWidget(each)
        self.body.addLayout(self.ways)
        self.body.addWidget(self.nobody)
        self.body.addWidget(self.said, 1)
        self._refresh()

    def _refresh(self, _done: object = None) -> None:
        self._context.read(
            lambda desk: (desk.person, requests.asked_by_me(desk)), self._show, owner=self
        )

    def _show(self, found: tuple[PersonId | None, Asked | None]) -> None:
        self._person, self._asked = found
        has_person = self._asked is not None
        self.nobody.setVisible(not has_person)
        for each in (self.all, self.wrong, self.saw, self.health, self.said):
            each.setVisible(has_person)
        if self._asked is not None:
            self.said.setPlainText(asked_words(self._asked) or tr("You have asked nothing yet."))

    def _ask_for_all(self) -> None:
        if self._person is not None and confirm(
            self,
            tr("Ask for everything that is held on you?"),
            tr("Whoever leads learning support is told on their home page and has a month."),
            yes=tr("Ask for it"),
        ):
            person, today = self._person, self._context.desk.today
            self._context.write(
                lambda desk: requests.ask_for_all(desk, person, today), self._refresh, owner=self
            )

    def _say(self) -> None:
        if self._asked is None or self._person is None:
            return
        wanted = ask_remark(self, self._asked.records)
        if wanted is not None:
            person = self._person
            self._context.write(
                lambda desk: requests.say(desk, person, *wanted), self._refresh, owner=self
            )

    def _read_health(self) -> None:
        if self._person is not None:
            person = self._person
            self._context.read(
                lambda desk: health.health_note(desk, person), self._tell_health, owner=self
            )

    def _tell_health(self, found: HealthNote) -> None:
        tell(
            self,
            tr("Why I am kept from some work"),
            found.text or tr("Nothing is noted. Tell your line manager if something should be."),
        )

    def _show_notice(self) -> None:
        self._context.read(notice.notice, self._read_notice, owner=self)

    def _read_notice(self, found: Notice) -> None:
        show_notice(self, found, None)


def ask_remark(
    parent: QWidget, records: tuple[RecordKept, ...]
) -> tuple[RecordId, Asks, str] | None:
    """Which records, what is wanted, and the words; None where it was cancelled."""
    question = Question(
        parent,
        tr("Say what is wrong"),
        tr(
            "What you write stays with your records. Whoever keeps them answers within a month, "
            "and the answer stays beside it."
        ),
        tr("Send"),
    )
    question.setMinimumWidth(560)
    form = question.form
    record = form.choice(tr("Records"), [(each.name, each.id) for each in records])
    asks = form.choice(tr("I want"), [(tr(words), each) for each, words in ASKS_WORDS.items()])
    said = form.paragraph(tr("What is wrong, and what is right"))
    question.yes.setEnabled(False)
    said.textChanged.connect(lambda: question.yes.setEnabled(bool(said.toPlainText().strip())))
    answered = question.answered()
    wanted = RecordId(str(record.chosen())), asks.chosen_as(Asks), said.toPlainText()
    return wanted if answered else None


def asked_words(found: Asked) -> str:
    """What was asked and answered, the newest first."""
    records = by_id(found.records)
    told = [_request(each) for each in found.requests]
    told += [_remark(each, records[each.record].name) for each in found.remarks]
    return "\n\n".join(told)


def _request(each: AccessRequest) -> str:
    said = tr("{day}: asked for everything held.", day=uk_date(each.received_on))
    if each.answered_on is not None:
        answered = tr(
            "{day}: answered by {who}. {given}",
            day=uk_date(each.answered_on),
            who=each.answered_by,
            given=each.given,
        )
        return f"{said}\n{answered}"
    longer = each.longer_because and " " + tr("Longer because: {why}", why=each.longer_because)
    by = tr("To be answered by {day}.", day=uk_date(each.answer_by))
    return f"{said}\n{by}{longer}"


def _remark(each: Remark, record: str) -> str:
    said = tr(
        "{day}: {wants} ({record}). {words}",
        day=uk_date(each.said_on),
        wants=tr(ASKS_WORDS[each.asks]),
        record=record,
        words=each.said,
    )
    if each.answered_on is None:
        return said + "\n" + tr("To be answered by {day}.", day=uk_date(each.answer_by))
    answered = tr(
        "{day}: answered by {who}. {given}",
        day=uk_date(each.answered_on),
        who=each.answered_by,
        given=each.answer,
    )
    return f"{said}\n{answered}"
