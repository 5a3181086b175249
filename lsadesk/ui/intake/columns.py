"""The columns of one sheet: what each means, and the form that changes it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lsadesk.domain.calendar import Weekday
from lsadesk.intake.mapping import BY_WEEKDAY, NAMED_BY_HEADER, Column, Field
from lsadesk.intake.sheets import letter
from lsadesk.operations.importing import correcting
from lsadesk.operations.importing.intake import Draft
from lsadesk.ui.intake.wording import field_words, sure_words
from lsadesk.ui.widgets.forms import Choice, Form
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.tables import Column as TableColumn
from lsadesk.ui.widgets.tables import RecordTable
from lsadesk.ui.words import tr


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """A column of the file as the list shows it."""

    column: Column
    samples: tuple[str, ...]


class Columns(QWidget):
    """Emits `corrected(column)` when the person says what a column means."""

    corrected = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.table: RecordTable[ColumnLine] = RecordTable(
            tr("Columns of the sheet"),
            (
                TableColumn(
                    tr("Column"),
                    lambda line: letter(line.column.index),
                    sort=lambda line: line.column.index,
                    width=9,
                ),
                TableColumn(tr("Heading"), lambda line: line.column.header, width=16),
                TableColumn(tr("In the file"), lambda line: " | ".join(line.samples), width=17),
                TableColumn(tr("Read as"), _meaning, width=22),
                TableColumn(tr("How sure"), _sure, width=12),
            ),
        )
        self.table.selected.connect(self._show)
        self.about = label("", "label")
        self.about.setWordWrap(True)
        form, self._day_form, self._name_form = Form(), Form(), Form()
        self.field = form.choice(tr("This column holds"), [])
        days = [(day.name.title(), day) for day in Weekday]
        self.day = self._day_form.choice(tr("Day of the week"), days)
        self.name = self._name_form.text(tr("Its name in LSA Desk"), long=True)
        self.field.currentIndexChanged.connect(self._chosen)
        self.table.opened.connect(lambda _line: self.field.setFocus())
        self.day.currentIndexChanged.connect(self._chosen)
        self.name.editingFinished.connect(self._chosen)
        self.table.setMinimumHeight(120)
        in_column(
            Fill(self.table),
            self.about,
            form,
            self._day_form,
            self._name_form,
            on=self,
            around=(0, 8, 12, 0),
        )

    def show_sheet(self, draft: Draft, at: int) -> None:
        """Show the columns of a table; the current one stays current."""
        sheet = draft.mapping.sheets[at]
        examples = correcting.samples(draft, at)
        lines = [ColumnLine(c, examples.get(c.index, ())) for c in sheet.columns]
        current = self.table.current()
        self._offer(correcting.fields_of(sheet.kind))
        self.table.show_records(lines)
        self.setEnabled(bool(lines))
        again = [line for line in lines if current and line.column.index == current.column.index]
        doubtful = [line for line in lines if line.column.confidence < 60]
        for line in (again or doubtful or lines)[:1]:
            self.table.select(line)
            self._show(line)

    def forget_place(self) -> None:
        """The next sheet shown is another one: begin at its first doubtful column."""
        self.table.show_records(())

    def _offer(self, fields: tuple[Field, ...]) -> None:
        self.field.offer([(field_words(field), field) for field in fields])

    def _show(self, line: ColumnLine | None) -> None:
        self.field.setEnabled(line is not None)
        if line is None:
            self.about.clear()
            return
        column = line.column
        words = tr("Column {letter}", letter=letter(column.index))
        if column.header:
            words = tr("{column}, “{heading}”", column=words, heading=column.header)
        if line.samples:
            words += tr(". In the file: {samples}", samples=" | ".join(line.samples))
        self.about.setText(words)
        self.field.setAccessibleDescription(words)
        _choose(self.field, column.field)
        _choose(self.day, column.day or Weekday.MONDAY)
        self.name.setText(column.name)
        self._fit(column.field)

    def _fit(self, field: Field) -> None:
        """Show only what the chosen meaning needs."""
        self._day_form.setVisible(field in BY_WEEKDAY)
        self._name_form.setVisible(field in NAMED_BY_HEADER)

    def _chosen(self) -> None:
        line = self.table.current()
        if line is None or self.field.chosen() is None:
            return
        field = self.field.chosen_as(Field)
        named = field in NAMED_BY_HEADER
        column = replace(
            line.column,
            field=field,
            name=(self.name.text().strip() or line.column.header) if named else "",
            day=self.day.chosen_as(Weekday) if field in BY_WEEKDAY else None,
        )
        if (column.field, column.name, column.day) != _said(line.column):
            self._fit(field)
            self.corrected.emit(column)


def _said(column: Column) -> tuple[Field, str, Weekday | None]:
    return column.field, column.name, column.day


def _meaning(line: ColumnLine) -> str:
    column = line.column
    words = field_words(column.field)
    if column.day is not None:
        return f"{words}: {column.day.short}"
    return f"{words}: {column.name}" if column.name not in ("", column.header) else words


def _sure(line: ColumnLine) -> str:
    column = line.column
    if column.field is Field.NOT_TAKEN:
        return "" if column.confidence == 100 else tr("Please check")
    return sure_words(column.confidence)


def _choose(choice: Choice, value: object) -> None:
    choice.blockSignals(True)
    choice.choose(value)
    choice.blockSignals(False)
