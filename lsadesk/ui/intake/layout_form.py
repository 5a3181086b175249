"""How a sheet is laid out: its heading rows, and what holds for all of its rows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.mapping import Field, SheetMapping
from lsadesk.ui.intake.timetable_form import TimetableForm
from lsadesk.ui.widgets.forms import Form
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.numbers import inset
from lsadesk.ui.words import tr


class LayoutForm(QWidget):
    """Emits `headings(first, last)`, `full_time(hours)` and `adds_people(bool)`.

    What is said of a timetable's sessions is in `timetable`.
    """

    headings = Signal(int, int)
    full_time = Signal(float)
    adds_people = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        rows, self._hours_form, self._people_form = Form(), Form(), Form()
        self.timetable = TimetableForm()
        self.first = rows.number(
            tr("The headings begin in row"),
            1,
            1,
            10_000,
            hint=tr("What stands above them is taken for a title. Changing this guesses again."),
        )
        self.last = rows.number(tr("The headings end in row"), 1, 1, 10_000)
        self.hours = self._hours_form.add(
            tr("Hours of a full-time week"),
            inset(QDoubleSpinBox()),
            hint=tr("For staff whose hours are given as a part of full time, such as 0.6."),
        )
        self.hours.setRange(1, 80)
        self.hours.setMaximumWidth(160)
        self.adds = self._people_form.tick(
            tr("Add people who are not on the staff list"),
            hint=tr("Otherwise rows about them are set aside, or you say who they are."),
        )
        for box in (self.first, self.last, self.hours):
            box.setKeyboardTracking(False)
        self.first.valueChanged.connect(self._moved)
        self.last.valueChanged.connect(self._moved)
        self.hours.valueChanged.connect(self.full_time.emit)
        self.adds.toggled.connect(self.adds_people.emit)
        in_column(
            rows,
            self.timetable,
            self._hours_form,
            self._people_form,
            Fill(),
            on=self,
            around=(0, 8, 12, 0),
        )

    def show_sheet(self, sheet: SheetMapping, periods: Sequence[str]) -> None:
        """Show how *sheet* is laid out, *periods* being those it names; nothing is signalled."""
        fields = (self.first, self.last, self.hours, self.adds)
        for field in fields:
            field.blockSignals(True)
        self.first.setValue(min(sheet.header_rows, default=1))
        self.last.setValue(max(sheet.header_rows, default=1))
        self.hours.setValue(sheet.full_time_hours)
        self.adds.setChecked(sheet.adds_people)
        for field in fields:
            field.blockSignals(False)
        self.timetable.show_sheet(sheet, periods)
        self._hours_form.setVisible(sheet.has(Field.FTE))
        self._people_form.setVisible(sheet.kind in (SheetKind.SKILLS, SheetKind.TRAINING))

    def _moved(self) -> None:
        if self.first.value() > self.last.value():
            self.last.blockSignals(True)
            self.last.setValue(self.first.value())
            self.last.blockSignals(False)
        self.headings.emit(self.first.value(), self.last.value())
