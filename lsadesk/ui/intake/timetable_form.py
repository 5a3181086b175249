"""What is said once of all sessions of a timetable, and of what its cells are made of."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from lsadesk.domain.calendar import Week, Weekday
from lsadesk.domain.incoming import SheetKind
from lsadesk.intake.looks import is_span
from lsadesk.intake.mapping import IN_CELLS, Field, SheetMapping
from lsadesk.ui.widgets.forms import Choice, Form
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.words import tr

_ORDERS = (
    (Field.GROUP, Field.SESSION),
    (Field.SESSION, Field.GROUP),
    (Field.SESSION, Field.ROOM),
    (Field.SESSION, Field.TEACHER),
    (Field.SESSION, Field.ROOM, Field.TEACHER),
    (Field.SESSION, Field.TEACHER, Field.ROOM),
    (Field.GROUP, Field.SESSION, Field.TEACHER),
    (Field.GROUP, Field.SESSION, Field.ROOM),
)
_PARTS = {
    Field.GROUP: "group",
    Field.SESSION: "session",
    Field.ROOM: "room",
    Field.TEACHER: "teacher",
}


class TimetableForm(QWidget):
    """Emits `usual()` for a day, week or group, `cells()` for what cells hold, and
    `period(name, times)` where a person says when a period is.
    """

    usual = Signal()
    cells = Signal()
    period = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._usual_form, self._cells_form = self._ask_usual(), Form()
        self.order: Choice = self._cells_form.choice(
            tr("What each cell holds"),
            [],
            hint=tr("Its parts stand behind dashes or on lines of their own."),
        )
        self.brackets = self._cells_form.tick(tr("Brackets behind a session name its teacher"))
        self.order.currentIndexChanged.connect(lambda _at: self.cells.emit())
        self.brackets.toggled.connect(lambda _on: self.cells.emit())
        self._periods_form = Form()
        self.periods: dict[str, QLineEdit] = {}
        self._rows = in_column(self._periods_form, self._usual_form, self._cells_form, on=self)

    def show_sheet(self, sheet: SheetMapping, periods: Sequence[str]) -> None:
        """Show what *sheet* says, *periods* being those that it names; nothing is signalled."""
        self.setVisible(sheet.kind is SheetKind.TIMETABLE)
        for field in (self.day, self.week, self.brackets):
            field.blockSignals(True)
        self.day.choose(sheet.day)
        self.week.choose(sheet.week)
        self.group.setText(sheet.group)
        self.order.offer(_orders(sheet.cell_order), sheet.cell_order)
        self.brackets.setChecked(sheet.teacher_in_brackets)
        for field in (self.day, self.week, self.brackets):
            field.blockSignals(False)
        self._cells_form.setVisible(sheet.has(*IN_CELLS))
        if list(self.periods) != list(periods):
            self._ask_periods(periods)
        for name, line in self.periods.items():
            line.setText(sheet.periods.get(name, ""))

    def ask_times(self) -> None:
        """Begin at the first period whose times are not given yet."""
        empty = (line for line in self.periods.values() if not line.text())
        if (first := next(empty, None)) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_periods(self, names: Sequence[str]) -> None:
        """Put a line for each period in the place of those of another sheet."""
        fresh = Form()
        fresh.say(tr("When each period is, such as 9.15-10.15:"))
        self.periods = {name: fresh.text(_period_words(name)) for name in names}
        for name, line in self.periods.items():
            line.editingFinished.connect(partial(self._said, name))
        self._rows.replaceWidget(self._periods_form, fresh)
        self._periods_form.hide()
        self._periods_form.deleteLater()
        self._periods_form = fresh
        before: QWidget = self.day.previousInFocusChain() or self
        for field in (*self.periods.values(), self.day):  # in the order in which they stand
            QWidget.setTabOrder(before, field)
            before = field
        fresh.setVisible(bool(names))

    def _said(self, name: str) -> None:
        line = self.periods[name]
        times = line.text().strip()
        if not times or is_span(times):
            self.period.emit(name, times)
        else:
            self._periods_form.mark(line, tr("Write from when to when, such as 9.15-10.15."))

    def _ask_usual(self) -> Form:
        """What holds for the sessions of a timetable that do not say it themselves."""
        form = Form()
        days: list[tuple[str, object]] = [(tr("The sheet says it itself"), None)]
        days += [(tr(day.name.title()), day) for day in Weekday]
        weeks = [(tr("Every week"), Week.BOTH), (tr("Week A"), Week.A), (tr("Week B"), Week.B)]
        self.day: Choice = form.choice(
            tr("Day of sessions that name none"), days, hint=tr("For a sheet of one day.")
        )
        self.week: Choice = form.choice(tr("Week of sessions that name none"), weeks)
        self.group = form.text(
            tr("Group of sessions that name none"), hint=tr("For a sheet of one group.")
        )
        self.day.currentIndexChanged.connect(lambda _at: self.usual.emit())
        self.week.currentIndexChanged.connect(lambda _at: self.usual.emit())
        self.group.editingFinished.connect(self.usual)
        return form


def _orders(chosen: tuple[Field, ...]) -> list[tuple[str, object]]:
    """What cells may be made of, with what a sheet was guessed to be among them."""
    orders = dict.fromkeys((*_ORDERS, *([chosen] if chosen else [])))
    as_said: list[tuple[str, object]] = [(tr("What its words say"), ())]
    return [*as_said, *((_order_words(order), order) for order in orders)]


def _order_words(order: Sequence[Field]) -> str:
    first, *others = (tr(_PARTS[part]) for part in order)
    return ", ".join((first.capitalize(), *others))


def _period_words(name: str) -> str:
    return tr("Times of period {name}", name=name.upper() if len(name) < 3 else name)
