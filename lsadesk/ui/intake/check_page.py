"""One sheet: how it is read on the left, what would be written of it on the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

from lsadesk.domain.calendar import Week, Weekday
from lsadesk.intake.bell_times import NOT_TOLD
from lsadesk.intake.mapping import Column, Field
from lsadesk.intake.parsing.scales import Scale
from lsadesk.intake.whole_tables import says_nothing_taken
from lsadesk.operations.importing import correcting
from lsadesk.operations.importing.correcting_timetables import (
    periods_asked,
    with_cells,
    with_period,
)
from lsadesk.operations.importing.intake import Draft
from lsadesk.ui.intake.columns import Columns
from lsadesk.ui.intake.layout_form import LayoutForm
from lsadesk.ui.intake.preview import Preview
from lsadesk.ui.intake.preview_rows import sheet_remarks
from lsadesk.ui.intake.review import Review
from lsadesk.ui.intake.scale import ScaleForm
from lsadesk.ui.widgets.labels import set_property
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.readable import Readable
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.words import tr

_MOST_UNSURE = 5
_RATINGS, _LAYOUT = 1, 2  # the places of their tabs


class CheckPage(QWidget):
    """Shows one table of the review at a time."""

    def __init__(self, review: Review) -> None:
        super().__init__()
        self._review = review
        self._at = -1
        self.unsure = Readable(tr("To look at on this sheet"))
        self.columns, self.scale, self.layout_form = Columns(), ScaleForm(), LayoutForm()
        self.preview = Preview()
        self.tabs = QTabWidget()
        self.tabs.addTab(scrolling(self.columns), tr("Columns"))
        self.tabs.addTab(scrolling(self.scale), tr("Ratings"))
        self.tabs.addTab(scrolling(self.layout_form), tr("Layout"))
        self.tabs.tabBar().setAccessibleName(tr("How the sheet is read"))
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(self.tabs)
        halves.addWidget(self.preview)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(2)
        halves.setStretchFactor(0, 1)
        halves.setStretchFactor(1, 1)
        in_column(self.unsure, Fill(halves), on=self)
        self._wire()

    def show_table(self, at: int) -> None:
        """Show the table at *at*."""
        if self._at != at:
            self.columns.forget_place()
        self._at = at
        asks_times = NOT_TOLD in self._review.sheets[at].unsure
        self.tabs.setCurrentIndex(_LAYOUT if asks_times else 0)
        self._show()
        self._previewed()
        if asks_times:
            self.layout_form.timetable.ask_times()
        else:
            self.columns.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wire(self) -> None:
        self._review.changed.connect(self._changed)
        self.tabs.currentChanged.connect(lambda _at: self._show_ratings())
        self._review.previewed.connect(self._previewed)
        self.columns.corrected.connect(self._column)
        self.scale.scale_chosen.connect(self._scale)
        self.scale.mark_chosen.connect(self._mark)
        self.layout_form.headings.connect(self._headings)
        self.layout_form.full_time.connect(self._full_time)
        self.layout_form.adds_people.connect(self._adds)
        self.layout_form.timetable.usual.connect(self._usual)
        self.layout_form.timetable.cells.connect(self._cells)
        self.layout_form.timetable.period.connect(self._period)

    def _show(self) -> None:
        sheet, draft = self._review.sheets[self._at], self._review.draft
        self.columns.show_sheet(draft, self._at)
        self.layout_form.show_sheet(sheet, periods_asked(draft, self._at))
        rates = sheet.has(Field.SKILL, Field.RATING)
        self.tabs.setTabVisible(_RATINGS, rates)
        self._show_ratings()
        self._say_unsure()

    def _show_ratings(self) -> None:
        """Counting the marks of a big sheet takes a while: only where they are looked at."""
        if self.tabs.currentIndex() == _RATINGS:
            self.scale.show_sheet(self._draft, self._at)

    def _say_unsure(self) -> None:
        reading = self._review.readings.get(self._at)
        sheet = self._review.sheets[self._at]
        lines = [*sheet.unsure, *(sheet_remarks(reading) if reading is not None else ())]
        lines.sort(key=says_nothing_taken)  # what is read, and how, is looked at first
        more = len(lines) - _MOST_UNSURE
        shown = [f"• {line}" for line in lines[:_MOST_UNSURE]]
        if more > 0:
            shown.append(tr("• and {number} more of the kind", number=more))
        is_known = sheet.signature in self._review.draft.as_last_time
        if is_known:
            shown.insert(0, tr("Read as last time."))
        words = "\n".join(shown) if lines else (shown or [tr("Every column was understood.")])[0]
        self.unsure.setText(words)
        set_property(self.unsure, "kind", "warning" if lines else "said")

    def _changed(self) -> None:
        if self.isVisible():
            self._show()
            self.preview.wait()

    def _previewed(self) -> None:
        reading = self._review.readings.get(self._at)
        if reading is not None:
            self.preview.show_reading(reading)
            self._say_unsure()

    def _correct(self, draft: Draft) -> None:
        self._review.correct(draft)

    @property
    def _draft(self) -> Draft:
        return self._review.draft

    def _column(self, column: Column) -> None:
        self._correct(correcting.with_column(self._draft, self._at, column))

    def _scale(self, scale: Scale) -> None:
        self._correct(correcting.with_scale(self._draft, self._at, scale))

    def _mark(self, mark: str, level: int | None) -> None:
        self._correct(correcting.with_level(self._draft, self._at, mark, level))

    def _headings(self, first: int, last: int) -> None:
        self._correct(correcting.with_header_rows(self._draft, self._at, first, last))

    def _full_time(self, hours: float) -> None:
        self._correct(correcting.with_full_time(self._draft, self._at, hours))

    def _adds(self, adds: bool) -> None:
        self._correct(correcting.adding_people(self._draft, self._at, adds=adds))

    def _usual(self) -> None:
        form, sheet = self.layout_form.timetable, self._review.sheets[self._at]
        day, week, group = form.day.chosen(), form.week.chosen_as(Week), form.group.text()
        said = day if isinstance(day, Weekday) else None
        if (said, week, group) != (sheet.day, sheet.week, sheet.group):
            usual = correcting.with_usual(self._draft, self._at, day=said, week=week, group=group)
            self._correct(usual)

    def _cells(self) -> None:
        form = self.layout_form.timetable
        order = tuple(Field(part) for part in form.order.chosen_as(tuple))
        brackets = form.brackets.isChecked()
        self._correct(with_cells(self._draft, self._at, order=order, brackets=brackets))

    def _period(self, name: str, times: str) -> None:
        if times != self._review.sheets[self._at].periods.get(name, ""):
            self._correct(with_period(self._draft, self._at, name, times))
