"""Which teachers' inductions covered the LSA's role: the list, its share, and the day of each."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.staff.teacher_induction import TeacherInduction, covered, percent_covered
from lsadesk.errors import UserError
from lsadesk.operations.staff import teacher_induction
from lsadesk.ui.looks.sizes import fit
from lsadesk.ui.tab import TabContext
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.dialog import Dialog
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.rows import from_left
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import count, tr


class TeachersDialog(Dialog):
    """A day for each teacher; kept as it is said, with Undo behind it."""

    def __init__(self, parent: QWidget | None, context: TabContext) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(tr("Teachers' induction"))
        fit(self, 760, 640)
        self.share = label(tr("Looking..."))
        self.trouble = label("", "error")
        self.trouble.hide()
        self.table: RecordTable[TeacherInduction] = RecordTable(tr("Teachers"), _columns())
        form = Form()
        today = context.desk.today
        now = QDate(today.year, today.month, today.day)
        self.day = form.day(tr("Day of the induction"), now)
        self.had = button(tr("&Had it on this day"), self._had, "primary")
        self.not_yet = button(tr("&Not yet"), lambda: self._record(None))
        self._lay_out(form)
        self.table.selected.connect(lambda _one: self._dress())
        self._dress()
        self._ask()

    def _lay_out(self, form: Form) -> None:
        rows = in_column(
            label(tr("Whose induction covered working with LSAs"), "heading"), on=self, around=24
        )
        said = tr(
            "Who teaches should know what an LSA is there for and how to plan with them. Here are "
            "all who have a teaching contract in People. Source: {source}.",
            source=tr("ETF and EEF guidance, R5.1"),
        )
        rows.addWidget(label(said, "muted"))
        rows.addWidget(self.share)
        rows.addWidget(self.table, 1)
        rows.addWidget(form)
        rows.addWidget(self.trouble)
        buttons = from_left(self.had, self.not_yet)
        buttons.addWidget(button(tr("Close"), self.accept))
        rows.addLayout(buttons)

    def _ask(self) -> None:
        self._context.read(
            teacher_induction.teacher_inductions, self._show, on_error=self._refused, owner=self
        )

    def _show(self, teachers: Sequence[TeacherInduction]) -> None:
        chosen = self.table.current()
        self.table.show_records(teachers)
        wanted = None if chosen is None else chosen.person
        for each in teachers:
            if wanted is None or each.person == wanted:
                self.table.select(each)
                break
        self.share.setText(share_words(teachers))
        self._dress()

    def _dress(self) -> None:
        chosen = self.table.current()
        self.had.setEnabled(chosen is not None)
        self.not_yet.setEnabled(chosen is not None and chosen.covered_on is not None)

    def _had(self) -> None:
        self._record(date.fromisoformat(self.day.date().toString("yyyy-MM-dd")))

    def _record(self, on: date | None) -> None:
        chosen = self.table.current()
        if chosen is None:
            return
        self._refused(None)
        self._context.write(
            lambda desk: teacher_induction.record_teacher_induction(desk, chosen.person, on),
            lambda _none: self._ask(),
            on_error=self._refused,
            owner=self,
        )

    def _refused(self, error: UserError | None) -> None:
        self.trouble.setText("" if error is None else f"! {error}")
        self.trouble.setVisible(error is not None)


def share_words(teachers: Sequence[TeacherInduction]) -> str:
    """How many have had it, of how many."""
    percent = percent_covered(teachers)
    if percent is None:
        return tr("Nobody has a teaching contract in People yet. Tick it there for each teacher.")
    return tr(
        "{done} of {teachers} have had it ({percent} %).",
        done=covered(teachers),
        teachers=count(len(teachers), "teacher", "teachers"),
        percent=percent,
    )


def show_teachers(parent: QWidget, context: TabContext) -> None:
    """Show the list until it is closed."""
    TeachersDialog(parent, context).exec()


def _columns() -> tuple[Column[TeacherInduction], ...]:
    return (
        Column(tr("Teacher"), lambda each: each.name, width=30),
        Column(
            tr("When it did"),
            lambda each: uk_date(each.covered_on) if each.covered_on else tr("not on record"),
            sort=lambda each: each.covered_on or date.min,
            width=24,
        ),
    )
