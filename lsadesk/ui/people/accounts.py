"""The accounts page, for administrators: who can sign in, and with which duties."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.staff.people import PersonId
from lsadesk.operations.keeping import accounts
from lsadesk.operations.keeping.accounts import Account
from lsadesk.operations.staff.people import Colleague
from lsadesk.ui.people.account_questions import (
    SecretWanted,
    ask_duties,
    ask_new_account,
    ask_secret,
)
from lsadesk.ui.people.duty_words import duty_sentences
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.ask import confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.rows import from_left
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True)
class AccountLine:
    """A line of the table; *name* is the person whose account it is."""

    account: Account
    name: str

    def has_ended(self, today: date) -> bool:
        """Whether it lets nobody in any more."""
        return self.account.has_ended(today)


class AccountsPage(QWidget):
    """Every account, what can be done with it, and what each duty sees."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._colleagues: Sequence[Colleague] = ()
        self.table: RecordTable[AccountLine] = RecordTable(tr("Accounts"), self._columns())
        self.search = SearchField(context.appearance, tr("Find a login or a person"), self)
        self.search.searched.connect(self.table.rows.search)
        self.add = button(tr("Add an account..."), self._add, "primary")
        self.change = button(tr("Change..."), self._change)
        self.reset = button(tr("Reset the PIN or password..."), self._reset)
        self.end = button(tr("End..."), self._end)
        self.table.opened.connect(lambda _line: self._change())
        self.table.selected.connect(lambda _line: self._dress())
        answers = from_left(self.add, self.change, self.reset, self.end)
        left = in_column(self.search, Fill(self.table), answers)
        in_row(Fill(left, share=3), Fill(_duties_explained(), share=2), on=self, around=16, gap=24)
        self._dress()

    def show_accounts(
        self,
        found: Sequence[Account],
        colleagues: Sequence[Colleague],
        names: Mapping[PersonId, str],
    ) -> None:
        """Show *found*; the account that was current stays so."""
        self._colleagues = colleagues
        before = self.table.current()
        lines = [
            AccountLine(each, names.get(each.person, "") if each.person else "") for each in found
        ]
        self.table.show_records(lines)
        for line in lines:
            if before is not None and line.account.id == before.account.id:
                self.table.select(line)
        self._dress()

    def _columns(self) -> list[Column[AccountLine]]:
        return [
            Column(tr("Login"), lambda line: line.account.login, width=20),
            Column(tr("Person"), lambda line: line.name, width=20),
            Column(tr("Head"), lambda line: tr("yes") if line.account.is_head else "", width=6),
            Column(
                tr("Administrator"),
                lambda line: tr("yes") if line.account.is_administrator else "",
                width=12,
            ),
            Column(tr("Ended"), _ended, width=11),
        ]

    def _dress(self) -> None:
        line = self.table.current()
        open_ = line is not None and not line.has_ended(self._context.desk.today)
        for each in (self.change, self.reset, self.end):
            each.setEnabled(open_)

    def _current(self) -> AccountLine | None:
        line = self.table.current()
        if line is None or line.has_ended(self._context.desk.today):
            return None
        return line

    def _add(self) -> None:
        lines, today = self.table.model_.records(), self._context.desk.today
        taken = [line.account.login for line in lines]
        have = {line.account.person for line in lines if not line.has_ended(today)}
        without = [each for each in self._colleagues if each.id not in have]
        wanted = ask_new_account(self, without, taken)
        if wanted is not None:
            self._context.say(tr("The account is being made."), "info")
            self._context.write(
                lambda desk: accounts.add_account(
                    desk,
                    wanted.login,
                    wanted.secret,
                    person=wanted.person,
                    is_own=wanted.is_own,
                ),
                lambda _made: self._context.say(tr("{login} can sign in now.", login=wanted.login)),
                owner=self,
            )

    def _change(self) -> None:
        line = self._current()
        if line is None:
            return
        wanted = ask_duties(self, line.account, self._colleagues, line.name)
        if wanted is not None:
            self._context.write(
                lambda desk: accounts.change_account(
                    desk,
                    line.account,
                    person=wanted.person,
                    is_head=wanted.is_head,
                    is_administrator=wanted.is_administrator,
                )
            )

    def _reset(self) -> None:
        line = self._current()
        if line is None:
            return
        self._context.read(
            lambda desk: accounts.keeps_private(desk, line.account.id),
            lambda keeps: self._ask_reset(line, keeps),
            owner=self,
        )

    def _ask_reset(self, line: AccountLine, keeps_private: bool) -> None:
        wanted = ask_secret(self, line.account.login, keeps_private=keeps_private)
        if wanted is not None:
            self._context.write(
                lambda desk: accounts.reset_secret(
                    desk, line.account.id, wanted.secret, is_own=wanted.is_own
                ),
                lambda _done: self._context.say(_told_of_reset(line.account.login, wanted)),
                owner=self,
            )

    def _end(self) -> None:
        line = self._current()
        if line is None or not confirm(
            self,
            tr("End this account?"),
            tr(
                "{login} cannot sign in any more from now on. Their records stay. An ended "
                "account cannot be opened again; a new one can be added.",
                login=line.account.login,
            ),
            yes=tr("End the account"),
            danger=True,
        ):
            return
        account = line.account
        self._context.write(lambda desk: accounts.end_account(desk, account))


def _ended(line: AccountLine) -> str:
    return "" if line.account.ended_on is None else uk_date(line.account.ended_on)


def _duties_explained() -> QScrollArea:
    page = QWidget()
    rows = in_column(
        label(tr("What each duty sees"), "heading"), on=page, around=(0, 0, 16, 0), gap=4
    )
    for title, sentence in duty_sentences():
        rows.addSpacing(8)
        rows.addWidget(label(title, "label"))
        rows.addWidget(label(sentence, "muted"))
    rows.addStretch(1)
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(tr("What each duty sees"))
    return area


def _told_of_reset(login: str, wanted: SecretWanted) -> str:
    if wanted.is_own:
        return tr("{login} can sign in with the PIN or password that they typed.", login=login)
    return tr(
        "{login} can sign in with the new one. Tell it to them in person: they choose their own "
        "before anything opens.",
        login=login,
    )
