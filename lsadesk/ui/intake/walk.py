"""The way from a workbook that was read to one that is imported: which page follows which."""

from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from lsadesk.domain.incoming import SheetKind
from lsadesk.errors import UserError
from lsadesk.operations.importing import correcting
from lsadesk.operations.importing.correcting import Names
from lsadesk.operations.importing.intake import Draft, Report, import_draft
from lsadesk.ui.intake.check_page import CheckPage
from lsadesk.ui.intake.names_page import NamesPage
from lsadesk.ui.intake.review import Review
from lsadesk.ui.intake.sheets_page import SheetsPage
from lsadesk.ui.intake.summary_pages import ReportPage, SummaryPage
from lsadesk.ui.intake.wording import kind_words, table_words
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Cancelled, Ticket
from lsadesk.ui.widgets.later import later
from lsadesk.ui.words import tr

if TYPE_CHECKING:
    from lsadesk.domain.changes import Done
    from lsadesk.operations.desk import Desk


_ONCE_PAINTED = 50  # milliseconds: a turn after the first page was


class Page(Enum):
    """The pages of the walk."""

    SHEETS = auto()
    CHECK = auto()
    NAMES = auto()
    SUMMARY = auto()
    REPORT = auto()


@dataclass(frozen=True, slots=True)
class Stop:
    """A page of the walk; *at* is the table that a CHECK is about."""

    page: Page
    at: int = 0


class Walk(QStackedWidget):
    """Emits `moved()` when another page is shown or it may or may not be left for the next."""

    moved = Signal()
    refused = Signal(str)

    def __init__(self, context: TabContext, draft: Draft) -> None:
        super().__init__()
        self._context = context
        self.review = Review(context, draft, self)
        self.sheets_page = SheetsPage(self.review)
        self.summary_page = SummaryPage(context)
        self.addWidget(self.sheets_page)
        self.addWidget(self.summary_page)
        self.stop = Stop(Page.SHEETS)
        self.can_go_on = True
        self.is_writing = False
        self._names = Names((), ())
        self._asked = Ticket()
        self.review.changed.connect(self._follow)
        self.summary_page.ready.connect(self._let)

    @cached_property
    def check_page(self) -> CheckPage:
        """Made in a turn of its own (`begin`): with a page before or after it, it would hold the
        window up."""
        page = CheckPage(self.review)
        self.addWidget(page)
        return page

    @cached_property
    def names_page(self) -> NamesPage:
        """Made where a name is in doubt."""
        page = NamesPage(self.review)
        self.addWidget(page)
        return page

    def begin(self) -> None:
        """Show the first page; the one that follows is made while somebody looks at it."""
        self._show(Stop(Page.SHEETS))
        later(self, _ONCE_PAINTED, lambda: self.check_page)

    @property
    def title(self) -> str:
        """What the page is about."""
        if self.stop.page is Page.CHECK:
            sheet = self.review.sheets[self.stop.at]
            name = table_words(sheet, self.review.sheets)
            return tr("{sheet}: {kind}", sheet=name, kind=kind_words(sheet.kind))
        return tr(_TITLES[self.stop.page])

    @property
    def step(self) -> str:
        """Where on the way the page is: "Sheet 2 of 5"."""
        used = self.review.used
        if self.stop.page is Page.CHECK:
            number = used.index(self.stop.at) + 1
            words = tr("Check each sheet: {number} of {all}", number=number, all=len(used))
        else:
            words = tr(_STEPS[self.stop.page])
        return f"{self.review.draft.workbook}  ·  {words}"

    @property
    def next_words(self) -> str:
        """What the button that goes on says."""
        return {Page.SUMMARY: tr("&Import"), Page.REPORT: tr("&Close")}.get(
            self.stop.page, tr("&Next")
        )

    def go_on(self) -> None:
        """Show the next page; from the summary, write."""
        stops = self._stops()
        if self.stop.page is Page.SUMMARY:
            self._write()
        else:
            self._show(stops[stops.index(self.stop) + 1])

    def go_back(self) -> bool:
        """Show the page before; False on the first."""
        stops = self._stops()
        place = stops.index(self.stop)
        if place == 0:
            return False
        before = stops[place - 1]
        if before.page is Page.NAMES and not self._names.doubts:
            before = stops[place - 2]
        self._show(before)
        return True

    def _stops(self) -> list[Stop]:
        checks = [Stop(Page.CHECK, at) for at in self.review.used]
        return [Stop(Page.SHEETS), *checks, Stop(Page.NAMES), Stop(Page.SUMMARY)]

    def _show(self, stop: Stop) -> None:
        self._asked.cancel()
        self.summary_page.stop()
        if stop.page is Page.NAMES:
            self._ask_names()
            return
        self.stop, self.can_go_on = stop, True
        if stop.page is Page.SHEETS:
            self.setCurrentWidget(self.sheets_page)
            self.sheets_page.enter()
            self._follow()
        elif stop.page is Page.CHECK:
            self.setCurrentWidget(self.check_page)
            self.check_page.show_table(stop.at)
        elif stop.page is Page.SUMMARY:
            self._summarise()
        self.moved.emit()

    def _ask_names(self) -> None:
        """Look for names in doubt; where there are none, their page is passed over."""
        self._let(ready=False)
        draft = self.review.draft

        def question(desk: "Desk") -> Names:
            return correcting.names_in_doubt(desk, draft)

        self._asked = self._context.read(question, self._show_names)

    def _show_names(self, names: Names) -> None:
        self._names = names
        if not names.doubts:
            self._show(Stop(Page.SUMMARY))
            return
        self.stop, self.can_go_on = Stop(Page.NAMES), True
        self.setCurrentWidget(self.names_page)
        self.names_page.show_names(names)
        self.moved.emit()

    def _summarise(self) -> None:
        self.setCurrentWidget(self.summary_page)
        left = [s.sheet for s in self.review.sheets if s.kind is SheetKind.UNKNOWN]
        self.summary_page.leave_out(tuple(dict.fromkeys(left)))
        self.summary_page.rehearse(correcting.used(self.review.draft))

    def _write(self) -> None:
        draft = correcting.used(self.review.draft)
        self.is_writing = True
        writing = self.summary_page.watched()
        self._let(ready=False)

        def operation(desk: "Desk") -> "Done[Report]":
            try:
                return import_draft(desk, draft, progress=writing.report)
            except Cancelled as stopped:
                raise UserError(tr("Stopped: nothing was imported.")) from stopped

        self._context.write(operation, self._written, on_error=self._not_written)

    def stop_work(self) -> None:
        """Count no further; have nothing imported, unless all of it is just being kept."""
        self.summary_page.stop()

    def _written(self, report: Report) -> None:
        self.is_writing = False
        self.summary_page.stop()
        self.review.is_corrected = False
        page = ReportPage(self._context, report)
        self.addWidget(page)
        self.setCurrentWidget(page)
        self.stop, self.can_go_on = Stop(Page.REPORT), True
        page.enter()
        self.moved.emit()

    def _not_written(self, error: UserError) -> None:
        self.is_writing = False
        self.summary_page.stop()
        self._let(ready=True)
        self.refused.emit(str(error))

    def _let(self, ready: bool) -> None:
        self.can_go_on = ready
        self.moved.emit()

    def _follow(self) -> None:
        """Without any sheet to import there is nothing to go on to."""
        if self.stop.page is Page.SHEETS:
            self._let(ready=bool(self.review.used))


_TITLES = {
    Page.SHEETS: "What is on each sheet",
    Page.NAMES: "Who is meant?",
    Page.SUMMARY: "What will be imported",
    Page.REPORT: "What was imported",
}
_STEPS = {
    Page.SHEETS: "The sheets",
    Page.NAMES: "Names in doubt",
    Page.SUMMARY: "The last look",
    Page.REPORT: "Done",
}
