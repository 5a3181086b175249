"""Group interviews: what a group said about career paths, without anybody's name."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from lsadesk.domain.appraisals.interview import SMALLEST_GROUP, Interview, InterviewId, PromptId
from lsadesk.domain.calendar import uk_date
from lsadesk.errors import UserError
from lsadesk.operations.appraisals import interviews
from lsadesk.operations.appraisals.interviews import Groups
from lsadesk.ui.assessment.interview_form import InterviewForm
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.saving import save
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.empty import EmptyState
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.saved import SavedLabel
from lsadesk.ui.widgets.tables import Column, RecordTable
from lsadesk.ui.words import tr

_MOST = 999


class GroupsPage(QWidget):
    """Emits `left()`. `open` lists the interviews; `settle` keeps what is half typed."""

    left = Signal()

    def __init__(self, context: TabContext) -> None:
        super().__init__()
        self._context = context
        self._groups: Groups | None = None
        self._wanted: InterviewId | None = None
        self._open: Interview | None = None
        self._left: Interview | None = None  # the one that was open before the list
        self.table: RecordTable[Interview] = RecordTable(tr("Group interviews"), _columns())
        self.form = InterviewForm(plots=False)
        self.saved = SavedLabel()
        self._title = label(tr("Group interviews"), "heading")
        self.pages = QStackedWidget()
        self._empty = EmptyState(
            context.appearance,
            "people",
            tr("No group interview yet"),
            tr(
                "Talk over the twelve questions with a group of LSAs, and note here what the group "
                "says. Nobody is named, and it stands in nobody's record."
            ),
            action=tr("Note a group interview"),
            on_action=self._ask,
        )
        self.new = button(tr("Note a group interview"), self._ask, "primary")
        self.save = button(tr("Save as PDF..."), self._save)
        self._build()
        self.table.opened.connect(self._edit)
        self.form.said.connect(self._keep)

    def open(self) -> None:
        """List the interviews."""
        self.settle()
        self._left, self._open = self._open, None
        self._read()

    def settle(self) -> None:
        """Keep what is half typed."""
        if self._open is not None:
            self.form.settle()

    def _read(self) -> None:
        self._context.read(interviews.group_interviews, self._show, owner=self)

    def _show(self, groups: Groups) -> None:
        self._groups = groups
        wanted = next((one for one in groups.held if one.id == self._wanted), None)
        self._wanted = None
        if wanted is not None:
            self._edit(wanted)
            return
        self.table.show_records(groups.held)
        for one in groups.held:
            if self._left is not None and one.id == self._left.id:
                self.table.select(one)
        self._title.setText(tr("Group interviews"))
        self.pages.setCurrentWidget(self.table if groups.held else self._empty)
        self.new.setVisible(bool(groups.held))
        self.save.hide()
        (self.table if groups.held else self._empty.action).setFocus()

    def _edit(self, interview: Interview) -> None:
        if self._groups is None:
            return
        self._open = interview
        self._title.setText(
            tr(
                "{day}, led by {leader}, {number} took part",
                day=uk_date(interview.held_on),
                leader=interview.led_by,
                number=interview.taking_part,
            )
        )
        self.form.show_answers(self._groups.prompts, interview.answers, may_write=True)
        self.pages.setCurrentWidget(self.form)
        self.new.hide()
        self.save.show()
        self.form.focus_first()

    def _back(self) -> None:
        if self.pages.currentWidget() is self.form:
            self.open()
        else:
            self.left.emit()

    def _ask(self) -> None:
        if self._groups is None:
            return
        asked = ask_group(self, self._groups.me)
        if asked is not None:
            held_on, leader, number = asked
            day = date(held_on.year(), held_on.month(), held_on.day())
            self._context.write(
                lambda desk: interviews.begin_group(
                    desk, held_on=day, led_by=leader, taking_part=number
                ),
                self._begun,
                owner=self,
            )

    def _begun(self, interview: InterviewId) -> None:
        self._wanted = interview
        self._read()

    def _keep(self, prompt: str, text: str) -> None:
        if self._open is None:
            return
        interview = self._open.id
        self.saved.saving()
        self._context.write(
            lambda desk: interviews.keep_in_group(desk, interview, PromptId(prompt), text),
            lambda _none: self.saved.saved(self._context.desk.store.clock()),
            on_error=lambda error: self._not_kept(prompt, error),
            owner=self,
        )

    def _save(self) -> None:
        if self._open is None:
            return
        self.settle()
        interview = self._open.id
        save(
            self._context,
            self,
            tr("Group interview"),
            lambda desk, path: interviews.export_group(desk, interview, path),
        )

    def _not_kept(self, prompt: str, error: UserError) -> None:
        self.form.forget(PromptId(prompt))
        self.saved.not_saved()
        self._context.say(str(error), "danger")

    def _build(self) -> None:
        rows = in_column(on=self, around=(24, 16, 24, 16), gap=10)
        top = in_row(
            button(tr("Back"), self._back, "link"),
            Fill(self._title),
            self.saved,
            self.save,
            self.new,
            gap=16,
        )
        rows.addLayout(top)
        for page in (self.table, self.form, self._empty):
            self.pages.addWidget(page)
        rows.addWidget(self.pages, 1)


def ask_group(parent: QWidget, leader: str) -> tuple[QDate, str, int] | None:
    """When a group's interview was held, who led it and how many took part."""
    question = Question(
        parent,
        tr("Note a group interview"),
        tr("It stands apart from personal records: no names of those who took part."),
        tr("Begin"),
    )
    form = question.form
    day = form.day(tr("Held on"), QDate.currentDate())
    day.setMaximumDate(QDate.currentDate())
    led_by = form.text(tr("Led by"), leader)
    number = form.number(
        tr("How many took part"),
        8,
        SMALLEST_GROUP,
        _MOST,
        hint=tr("At least {few}: with fewer, everybody knows who spoke.", few=SMALLEST_GROUP),
    )
    return (day.date(), led_by.text(), number.value()) if question.answered() else None


def _columns() -> tuple[Column[Interview], ...]:
    return (
        Column(
            tr("Held on"),
            lambda one: uk_date(one.held_on),
            sort=lambda one: -one.held_on.toordinal(),
            width=16,
        ),
        Column(tr("Led by"), lambda one: one.led_by, width=28),
        Column(tr("Took part"), lambda one: str(one.taking_part), sort=lambda one: one.taking_part),
        Column(
            tr("Answered"),
            lambda one: str(sum(bool(text.strip()) for text in one.answers.values())),
            sort=lambda one: len(one.answers),
        ),
    )
