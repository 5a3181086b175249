"""One person's development plan: to look at together, to change, and to take away."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.changes import Done
from lsadesk.domain.developing.development import ActionDetails
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import all_plans, development, exports, plan_years
from lsadesk.operations.developing.all_plans import Pair
from lsadesk.operations.developing.development import OpenPlan
from lsadesk.operations.developing.plan_years import Beside
from lsadesk.ui.assessment.tab import NOTES
from lsadesk.ui.development.lines_page import LinesPage
from lsadesk.ui.development.seen_page import SeenPage
from lsadesk.ui.development.talks_page import TalksPage
from lsadesk.ui.development.wishes_page import WishesPage
from lsadesk.ui.development.words import mode_words, next_review_words
from lsadesk.ui.development.years_page import YearsPage
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking.saving import Saving
from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.leaving import leave_by_keys
from lsadesk.ui.widgets.notice import Notice
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.widgets.stack import ScrolledStack
from lsadesk.ui.widgets.titles import bar_of_titles
from lsadesk.ui.words import tr

T = TypeVar("T")
_LINES, _SEEN = 0, 2  # places among the pages


class PlanView(QWidget):
    """The plan of one person at a time. Emits `left()` where the list is wanted again."""

    left = Signal()

    def __init__(self, context: TabContext, *, has_list: bool) -> None:
        super().__init__()
        self._context = context
        self._person: PersonId | None = None
        self._adding: ActionDetails | None = None
        self._entering = False
        self.plan: OpenPlan | None = None
        self.told = Notice()
        self.saving = Saving(context, self)
        self.lines = LinesPage(context, self.told, self.write)
        self.talks = TalksPage(self.write)
        self.seen = SeenPage(context, self.write)
        self.years = YearsPage(context)
        self.wishes = WishesPage()
        self._build(has_list=has_list)
        if has_list:
            leave_by_keys(self, self.left.emit)
        self.lines.older_asked.connect(lambda _on: self.load())

    @property
    def person(self) -> PersonId | None:
        """Whose plan it is."""
        return self._person

    def open(
        self, person: PersonId, adding: ActionDetails | None = None, *, seen: bool = False
    ) -> None:
        """Show the plan of *person*; *adding* begins with that as a new line, *seen* with what
        others saw in sessions."""
        if person != self._person:
            self._person, self.plan = person, None
            self.told.settle()
            self.bar.setCurrentIndex(_LINES)
            for each in (self.name, self.about, self.helping):
                each.setText("")
        if seen:
            self.bar.setCurrentIndex(_SEEN)
        self._adding, self._entering = adding, True
        self.load()

    def load(self) -> None:
        """Ask for the plan as it is now."""
        person, older = self._person, self.lines.older.isChecked()
        if person is not None:
            self._context.read(
                lambda desk: _ask(desk, person, older=older),
                self._show,
                on_error=self._refused,
                owner=self,
            )

    def write(
        self,
        operation: Callable[[Desk], Done[T]],
        said: str,
        on_error: Callable[[UserError], None] | None = None,
    ) -> None:
        """Do *operation* on the plan, then say so; the tab reads the plan again by itself."""
        self._context.write(
            operation,
            lambda _result: self._context.say(said, "said"),
            on_error=on_error or self._refused,
            owner=self,
        )

    def save_pdf(self) -> None:
        """Ask where to, and write the plan there."""
        if (plan := self.plan) is not None:
            self.saving.write(
                tr("Development plan, {name}", name=plan.name),
                lambda desk, path: exports.export_plan(desk, plan.person, path),
                back=self.save,
            )

    def _build(self, *, has_list: bool) -> None:
        self.name, self.about = label("", "title"), label("", "muted")
        self.helping = label("")
        self.back = button(tr("&Back to all plans"), self.left.emit, "link")
        if not has_list:  # to show it before it is in a page would open a window of its own
            self.back.hide()
        self.save = button(tr("&Save as PDF..."), self.save_pdf)
        self.save.setEnabled(False)
        self.notes = button(
            tr("My &private notes"), lambda: self._context.go("assessment", NOTES), "link"
        )
        self.notes.hide()
        self.bar = bar_of_titles(tr("Parts of the plan"))
        self.pages = ScrolledStack()
        for title, page in (
            (tr("Lines"), self.lines),
            (tr("Notes and reviews"), self.talks),
            (tr("Seen in sessions"), self.seen),
            (tr("Year by year"), self.years),
            (tr("Wishes"), self.wishes),
        ):
            self.bar.addTab(title)
            self.pages.addWidget(page)
        self.bar.currentChanged.connect(self.pages.setCurrentIndex)
        head = in_row(self.back, Fill(self.name), self.notes, self.save, gap=16)
        inside = QWidget()
        in_column(
            head,
            self.about,
            self.helping,
            self.told,
            self.saving.notice,
            self.bar,
            Fill(self.pages),
            on=inside,
            around=(24, 16, 24, 16),
        )
        in_column(scrolling(inside, sideways=False), on=self)

    def _show(self, answer: tuple[OpenPlan, Beside, tuple[Pair, ...]]) -> None:
        plan, beside, helped = answer
        if plan.person != self._person:
            return  # somebody else's was asked for meanwhile
        self.plan = plan
        self.name.setText(plan.name)
        about = ", ".join(part for part in (plan.title, plan.team) if part)
        self.about.setText(
            " \u00b7 ".join(part for part in (about, next_review_words(plan)) if part)
        )
        self.helping.setText(_helping_words(helped))
        self.helping.setVisible(bool(helped))
        self.save.setEnabled(True)
        self.notes.setVisible(plan.me == plan.person)
        self.lines.show_plan(plan)
        self.talks.show_plan(plan)
        self.seen.show_plan(plan)
        self.wishes.show_plan(plan)
        self.years.show_beside(beside, is_mine=plan.me == plan.person)
        if self._entering:
            self._enter()

    def _enter(self) -> None:
        self._entering = False
        if self.isVisible() and self.bar.currentIndex() == _LINES:
            self.lines.enter()
        elif self.isVisible():
            self.bar.setFocus()
        adding, self._adding = self._adding, None
        if adding is not None:
            self.bar.setCurrentIndex(_LINES)
            self.lines.begin(adding)

    def _refused(self, error: UserError) -> None:
        self._context.say(str(error), "refused")
        if self.plan is not None:
            self.plan = None
            self.load()


def _ask(desk: Desk, person: PersonId, *, older: bool) -> tuple[OpenPlan, Beside, tuple[Pair, ...]]:
    plan = development.plan(desk, person, older=older)
    helped = all_plans.whom_i_help(desk) if plan.me == person else ()
    return plan, plan_years.this_year_beside_last(desk, person), helped


def _helping_words(helped: tuple[Pair, ...]) -> str:
    def words(pair: Pair) -> str:
        due = "" if pair.due is None else tr("by {day}", day=uk_date(pair.due))
        how = ", ".join(part for part in (mode_words(pair.mode), due) if part)
        return f"{pair.name} ({how})"

    return tr("You help: {people}", people="; ".join(words(pair) for pair in helped))
