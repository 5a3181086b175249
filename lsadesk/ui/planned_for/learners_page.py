"""Learners by reference, what their support asks for, and who is signed off for it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from lsadesk.domain.keeping.erasing import Certificate, ErasurePlan
from lsadesk.domain.weeks.learners import Learner, LearnerDetails, LearnerId
from lsadesk.operations.weeks import former_learners, support
from lsadesk.operations.weeks.support import Support
from lsadesk.ui.keeping.erasing import ask_erase, offer_certificate
from lsadesk.ui.keeping.longer import ask_longer
from lsadesk.ui.planned_for.card_form import ask_card_wishes
from lsadesk.ui.planned_for.learner_form import ask_learner
from lsadesk.ui.planned_for.learner_rows import (
    LearnerRow,
    SignOffRow,
    concerns,
    lapses_soon,
    learner_columns,
    learner_rows,
    sign_off_columns,
    sign_off_rows,
)
from lsadesk.ui.planned_for.sign_off_form import ask_sign_off
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.saving import Saving
from lsadesk.ui.widgets.ask import Question, confirm
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.flow import flowing
from lsadesk.ui.widgets.forms import Choice
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.widgets.search import SearchField
from lsadesk.ui.widgets.tables import RecordTable
from lsadesk.ui.words import count, tr

_MOST_SESSIONS = 30
_Test = Callable[[LearnerRow], bool]


class LearnersPage(QWidget):
    """The learners above; below, the sign-offs of the one who is chosen, or those that end."""

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._around: Support | None = None
        self._wanted: LearnerId | None = None
        self._is_asked_former = False
        self.search = SearchField(context.appearance, tr("Find a learner"), self)
        self.question = Choice(_questions([]), None)
        self.question.setAccessibleName(tr("Which learners"))
        self.number = label("", "muted")
        self.number.setWordWrap(False)
        self.table: RecordTable[LearnerRow] = RecordTable(tr("Learners"), learner_columns())
        self.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)  # what is grave on top
        self.adding = button(tr("&Add a learner..."), self._add, "primary")
        self.changing = button(tr("&Change..."), self._change)
        self.cards = button(tr("Car&ds..."), self._ask_cards)
        self.asking = button(tr("&Print wishes sheet..."), self._print_wishes)
        self.paper = Saving(context, self)
        self.erasing = button(tr("E&rase..."), self._erase)
        self.longer = button(tr("&Keep longer..."), self._keep_longer)
        self.least = button("", self._ask_least, "link")
        self.whose = label("", "heading")
        self.whose.setWordWrap(False)
        self.signed: RecordTable[SignOffRow] = RecordTable(tr("Sign-offs"), sign_off_columns())
        self.signing = button(tr("&Sign somebody off..."), self._sign)
        self.withdrawing = button(tr("&Withdraw..."), self._withdraw)
        self.none = EmptyState(
            context.appearance,
            "deployment",
            tr("No learners yet"),
            tr("Bring in the support list with File, Import a workbook, or add learners here."),
            action=tr("Add a learner..."),
            on_action=self._add,
        )
        self._lay_out()
        self._connect()
        self._dress()

    def reload(self) -> None:
        """Ask for the learners."""
        self._context.read(support.support, self.show_support, owner=self)

    def choose(self, learner: LearnerId) -> None:
        """Bring *learner* to view, at once or when the list has been read."""
        self._wanted = learner
        self._find_wanted()

    def ask_former(self) -> None:
        """Show those who left longer ago than what is held on them is kept."""
        self._is_asked_former = True
        self._show_former()

    def ask_sign_offs(self) -> None:
        """Show the sign-offs that have ended or end soon, of every learner."""
        self.table.setCurrentIndex(QModelIndex())
        self._tell()
        self.signed.setFocus()

    def _show_former(self) -> None:
        if self._is_asked_former and self._around is not None:
            self._is_asked_former = False
            self.search.clear()
            self.question.choose(_is_to_be_erased)
            self.table.setFocus()

    def show_support(self, told: Support) -> None:
        """Show the learners of *told*."""
        self._around = told
        rows = learner_rows(told)
        chosen = self.table.current()
        asked = self.question.currentIndex()
        self.question.offer(_questions(rows), None)
        self.question.setCurrentIndex(asked)
        self.table.show_records(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        meant = tr("{n} sessions a week are meant for everybody...", n=told.least)
        self.least.setText(meant if told.least else tr("How many sessions a week are meant..."))
        self._filter()
        is_led = self._wanted is not None
        if chosen is not None and not is_led:
            self._wanted = chosen.learner.id
        self._find_wanted(focus=is_led)
        self._show_former()
        self._tell()

    def _lay_out(self) -> None:
        top = flowing(self.search, self.question, self.number, self.least, gap=12)
        upper = _column(top, self.table, self.paper.notice, _row(*self._ways()))
        lower = _column(self.whose, self.signed, _row(self.signing, self.withdrawing))
        self.table.keep_rows(4)
        self.signed.keep_rows(3)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        for half, share in ((upper, 3), (lower, 2)):
            split.addWidget(half)
            split.setStretchFactor(split.count() - 1, share)
        self._pages = QStackedWidget()
        self._pages.addWidget(scrolling(split, sideways=False))
        self._pages.addWidget(self.none)
        in_column(self._pages, on=self, around=(16, 12, 16, 12))

    def _ways(self) -> Sequence[QWidget]:
        return self.adding, self.changing, self.cards, self.asking, self.longer, self.erasing

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self._filter())
        self.question.currentIndexChanged.connect(lambda _at: self._filter())
        self.table.opened.connect(lambda _row: self._change())
        self.table.selected.connect(lambda _row: self._tell())
        self.signed.selected.connect(lambda _row: self._dress())

    def _filter(self) -> None:
        test = self.question.chosen()
        self.table.rows.search(self.search.text())
        self.table.rows.keep(lambda row: not callable(test) or bool(test(row)))
        self.number.setText(count(self.table.rows.rowCount(), "learner", "learners"))

    def _tell(self) -> None:
        """Show the sign-offs of the chosen learner, or of everybody those that end."""
        if self._around is None:
            return
        row, rows = self.table.current(), sign_off_rows(self._around)
        if row is None:
            self.whose.setText(tr("Sign-offs that have ended or end soon"))
            today = self._around.today
            self.signed.show_records([one for one in rows if lapses_soon(one.sign_off, today)])
        else:
            self.whose.setText(tr("Sign-offs for {who}", who=row.learner.reference))
            mine = [one for one in rows if one.sign_off.learner == row.learner.id]
            self.signed.show_records(mine)
        self._dress()

    def _dress(self) -> None:
        row = self.table.current()
        self.changing.setEnabled(row is not None)
        for each in (self.cards, self.asking):
            each.setEnabled(row is not None and not row.has_left)
        self.signing.setEnabled(row is not None and not row.has_left)
        for each in (self.longer, self.erasing):
            each.setVisible(row is not None and row.has_left)
        self.withdrawing.setEnabled(self.signed.current() is not None)

    def _find_wanted(self, *, focus: bool = True) -> None:
        for row in self.table.model_.records():
            if row.learner.id == self._wanted:
                if focus:
                    self.search.clear()
                    self.question.setCurrentIndex(0)
                    self._filter()
                    self.table.setFocus()
                self.table.select(row)
                self._wanted = None
                return

    def _add(self) -> None:
        if self._around is None:
            return
        blank = LearnerDetails(reference="")
        wanted = ask_learner(self, tr("Add a learner"), blank, self._around, tr("Add"))
        if wanted is not None:
            self._context.write(
                lambda desk: support.add_learner(desk, wanted), self.choose, owner=self
            )

    def _change(self) -> None:
        row = self.table.current()
        if row is None or self._around is None:
            return
        read, filled = row.learner, support.details_of(row.learner)
        wanted = ask_learner(self, tr("Change a learner"), filled, self._around, tr("Save"))
        if wanted is not None:
            self._context.write(lambda desk: support.change_learner(desk, read, wanted), owner=self)

    def _erase(self) -> None:
        row = self.table.current()
        if row is None:
            return
        read = row.learner
        self._context.read(
            lambda desk: former_learners.plan(desk, read.id),
            lambda plan: self._ask_erase(read, plan),
            owner=self,
        )

    def _ask_erase(self, read: Learner, plan: ErasurePlan) -> None:
        because = ask_erase(self, [plan])
        if because is not None:
            self._context.write(
                lambda desk: former_learners.erase(desk, read, because), self._erased, owner=self
            )

    def _erased(self, certificate: Certificate) -> None:
        offer_certificate(self, self._context, certificate)

    def _keep_longer(self) -> None:
        row = self.table.current()
        if row is None:
            return
        who = row.learner.id
        wanted = ask_longer(self, row.learner.reference, row.today, row.longer)
        if wanted is not None:
            self._context.write(
                lambda desk: former_learners.keep_longer(desk, who, *wanted), owner=self
            )

    def _sign(self) -> None:
        row, chosen = self.table.current(), self.signed.current()
        if row is None or self._around is None:
            return
        renewed = None if chosen is None else chosen.sign_off
        wanted = ask_sign_off(self, row.learner, self._around, renewed)
        if wanted is not None:
            self._context.write(lambda desk: support.sign_off(desk, wanted), owner=self)

    def _withdraw(self) -> None:
        row = self.signed.current()
        if row is None:
            return
        known = row.sign_off
        sentence = tr(
            "{name} is then not planned for {task} with {learner}. It stays in the history.",
            name=row.name,
            task=known.task,
            learner=row.reference,
        )
        if confirm(self, tr("Withdraw the sign-off?"), sentence, yes=tr("Withdraw"), danger=True):
            self._context.write(lambda desk: support.withdraw_sign_off(desk, known), owner=self)

    def _ask_cards(self) -> None:
        row = self.table.current()
        if row is None:
            return
        read = row.learner
        wishes = ask_card_wishes(self, read.reference, read.card)
        if wishes is not None and wishes != read.card:
            wanted = replace(support.details_of(read), card=wishes)
            self._context.write(lambda desk: support.change_learner(desk, read, wanted), owner=self)

    def _print_wishes(self) -> None:
        row = self.table.current()
        if row is not None:
            learner = row.learner
            self.paper.write(
                f"{tr('My help')}, {learner.reference}",
                lambda desk, path: support.export_wishes(desk, learner.id, path),
                back=self.asking,
            )

    def _ask_least(self) -> None:
        if self._around is None:
            return
        wanted = ask_least_sessions(self, self._around.least)
        if wanted is not None:
            self._context.write(lambda desk: support.set_least_sessions(desk, wanted), owner=self)


def ask_least_sessions(parent: QWidget, least: int) -> int | None:
    """How many sessions a week each learner is to have; None where it was cancelled."""
    question = Question(parent, tr("Sessions for everybody"), "", tr("Save"))
    form = question.form
    field = form.number(
        tr("Sessions a week with an LSA, for each learner"),
        least,
        0,
        _MOST_SESSIONS,
        hint=tr("Whoever has fewer is listed; nothing is forbidden. 0: not said."),
    )
    return field.value() if question.answered() else None


def _is_to_be_erased(row: LearnerRow) -> bool:
    return row.is_kept_too_long


def _questions(rows: list[LearnerRow]) -> list[tuple[str, object]]:
    """What can be asked of *rows*, each with how many it finds."""
    tests: tuple[tuple[str, _Test], ...] = (
        (tr("With something to look at"), lambda row: any(concerns(row))),
        (tr("Here now"), lambda row: not row.has_left),
        (tr("Left, and to be erased"), _is_to_be_erased),
        (tr("Needing what nobody has"), lambda row: bool(row.lacks)),
        (tr("A sign-off ends soon"), lambda row: bool(row.lapsing)),
        (tr("Fewer sessions than meant"), lambda row: row.is_below),
        (
            tr("Not talked over with the learner"),
            lambda row: not row.has_left and not row.learner.said,
        ),
        (tr("Aims to look at again"), lambda row: row.learner.is_review_due(row.today)),
        (tr("With somebody to themselves"), lambda row: row.learner.own_places),
    )
    return [
        (tr("All learners"), None),
        *((f"{words} ({sum(map(test, rows))})", test) for words, test in tests),
    ]


def _column(*parts: QWidget) -> QWidget:
    made = QWidget()
    rows = in_column(on=made)
    for part in parts:
        rows.addWidget(part, 1 if isinstance(part, RecordTable) else 0)
    return made


def _row(*parts: QWidget) -> QWidget:
    made = QWidget()
    in_row(*parts, Fill(), on=made)
    return made
