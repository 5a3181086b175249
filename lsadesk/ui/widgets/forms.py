"""Form pages: one builder that gives each field its label, name, hint and error text."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtGui import QCursor, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from lsadesk.errors import UserError
from lsadesk.ui.widgets.days import DayEdit
from lsadesk.ui.widgets.labels import label, set_property
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.widgets.later import later
from lsadesk.ui.widgets.numbers import inset
from lsadesk.ui.widgets.scrolled import bring_into_view
from lsadesk.ui.words import tr

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)
WIDTH = 440  # a field as wide as a line that is easy to read


class Form(QWidget):
    """Fields one under the other, each under its label.

    Whatever is added gets a label with a buddy, an accessible name and description, and a
    place beside it for what is wrong with it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows = in_column(on=self, gap=4)
        self._errors: dict[QWidget, QLabel] = {}
        self._hints: dict[QWidget, str] = {}

    def heading(self, text: str) -> None:
        """Begin a group of fields."""
        self._rows.addSpacing(8)
        self._rows.addWidget(label(text, "heading"))
        self._rows.addSpacing(4)

    def say(self, text: str) -> QLabel:
        """Put a plain paragraph between fields."""
        said = label(text, "muted")
        self._rows.addWidget(said)
        self._rows.addSpacing(8)
        return said

    def text(self, name: str, value: str = "", *, hint: str = "", long: bool = False) -> QLineEdit:
        """A line to type in; *long* lets it grow with the window."""
        field = QLineEdit(value)
        field.setCursorPosition(0)  # what is longer than the line shows its beginning
        if not long:
            field.setMaximumWidth(WIDTH)
        return self.add(name, field, hint=hint)

    def paragraph(self, name: str, value: str = "", *, hint: str = "") -> QPlainTextEdit:
        """Some lines to type in; Tab leaves it."""
        field = QPlainTextEdit(value)
        field.setTabChangesFocus(True)
        field.setMinimumHeight(3 * field.fontMetrics().lineSpacing() + 16)
        return self.add(name, field, hint=hint)

    def choice(
        self,
        name: str,
        options: Sequence[tuple[str, object]],
        chosen: object = None,
        *,
        hint: str = "",
    ) -> "Choice":
        """One of *options* (what is shown, what it stands for)."""
        return self.add(name, Choice(options, chosen), hint=hint)

    def number(
        self, name: str, value: int, lowest: int, highest: int, *, hint: str = ""
    ) -> QSpinBox:
        """A whole number."""
        field = inset(QSpinBox())
        field.setRange(lowest, highest)
        field.setValue(value)
        field.setMaximumWidth(160)
        return self.add(name, field, hint=hint)

    def day(self, name: str, value: QDate, *, hint: str = "") -> DayEdit:
        """A day, picked from a calendar or typed."""
        field = DayEdit(value)
        field.setMaximumWidth(200)
        field.unread.connect(partial(self.mark, field))
        return self.add(name, field, hint=hint)

    def tick(self, name: str, ticked: bool = False, *, hint: str = "") -> QCheckBox:
        """A box to tick, with its words beside it."""
        field = QCheckBox(name)
        field.setChecked(ticked)
        field.setAccessibleName(name)
        self._place(field, hint)
        return field

    def add(self, name: str, field: W, *, hint: str = "") -> W:
        """Add any *field* under the label *name*."""
        tag = label(name, "label")
        tag.setBuddy(field)
        self._rows.addWidget(tag)
        field.setAccessibleName(name.replace("&", ""))
        self._place(field, hint)
        if isinstance(field, QLineEdit):
            field.textEdited.connect(partial(self._clear, field))
        return field

    def add_part(self, part: "Form") -> "Form":
        """Put another form among the fields, to be shown and hidden as one."""
        self._rows.addWidget(part)
        return part

    def stretch(self) -> None:
        """Keep the fields together at the top."""
        self._rows.addStretch(1)

    def wrong(self, field: QWidget, sentence: str) -> None:
        """Say beside *field* what is wrong; the first such field has the focus and is shown."""
        first = not any(shown.isVisibleTo(self) for shown in self._errors.values())
        self.mark(field, sentence)
        if first:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            later(self, 0, partial(self._show, field))  # once the sentence has its place

    def _show(self, field: QWidget) -> None:
        for part in (self._errors[field], field):
            bring_into_view(part)

    def mark(self, field: QWidget, sentence: str) -> None:
        """Say *sentence* beside *field* and leave the focus be; "": nothing is wrong any more."""
        if not sentence:
            self._clear(field)
            return
        place = self._errors[field]
        place.setText(tr("! {sentence}", sentence=sentence))
        place.show()
        set_property(field, "wrong", True)
        field.setAccessibleDescription(f"{sentence} {self._hints[field]}".strip())

    def read(self, field: QLineEdit, reader: Callable[[str], T]) -> T | None:
        """What *reader* makes of the field; None, and said to be wrong, where it refuses."""
        try:
            return reader(field.text())
        except UserError as error:
            self.wrong(field, str(error))
            return None

    def first_wrong(self) -> QWidget | None:
        """The first field that is said to be wrong."""
        return next((field for field, place in self._errors.items() if place.text()), None)

    def clear_wrong(self) -> None:
        """Take away what was said to be wrong."""
        for field in self._errors:
            self._clear(field)

    def _clear(self, field: QWidget, _typed: str = "") -> None:
        """Say nothing of *field* any more: somebody is at it, or it is to be read anew."""
        place = self._errors[field]
        if place.text():
            place.clear()
            place.hide()
            set_property(field, "wrong", False)
            field.setAccessibleDescription(self._hints[field])

    def _place(self, field: QWidget, hint: str) -> None:
        if hint:
            self._rows.addWidget(label(hint, "muted"))
        field.setAccessibleDescription(hint)
        self._rows.addWidget(field)
        error = label("", "error")
        error.hide()
        self._rows.addWidget(error)
        self._rows.addSpacing(12)
        self._errors[field] = error
        self._hints[field] = hint


class Choice(QComboBox):
    """A list to choose one from, by what it stands for."""

    def __init__(self, options: Sequence[tuple[str, object]] = (), chosen: object = None) -> None:
        super().__init__()
        self._values: list[object] = []
        self.setMaximumWidth(WIDTH)
        self.offer(options, chosen)

    def keep_to(self, letters: int) -> None:
        """Be no wider than *letters*, whatever is offered; the open list shows all of it."""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)

    def showPopup(self) -> None:
        """Open the list, as wide as its words where the window has the room."""
        listed = self.view()
        words = listed.sizeHintForColumn(0) + listed.verticalScrollBar().sizeHint().width() + 8
        listed.setMinimumWidth(min(words, self.window().width() // 2))
        super().showPopup()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As Qt draws it, but a name that is too long ends in three dots."""
        painter, look = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(look)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, look)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            look,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        look.currentText = self.fontMetrics().elidedText(
            look.currentText, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, look)

    def event(self, event: QEvent) -> bool:
        """A name that is cut is told whole under the mouse."""
        if event.type() == QEvent.Type.ToolTip and not self.toolTip():
            QToolTip.showText(QCursor.pos(), self.currentText(), self)
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page never changes what is chosen on it."""
        event.ignore()

    def offer(self, options: Sequence[tuple[str, object]], chosen: object = None) -> None:
        """Replace what can be chosen; nothing is signalled."""
        self.blockSignals(True)
        self.clear()
        self._values = [value for _, value in options]
        self.addItems([shown for shown, _ in options])
        self.choose(chosen)
        self.blockSignals(False)

    def choose(self, value: object) -> None:
        """Show *value*; one that is not offered leaves the first."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def chosen(self) -> object:
        """What the shown option stands for; None where there are no options."""
        at = self.currentIndex()
        return self._values[at] if at >= 0 else None

    def chosen_as(self, kind: type[T]) -> T:
        """`chosen`, known to be a *kind*."""
        value = self.chosen()
        if not isinstance(value, kind):
            raise TypeError(f"the choice holds a {type(value).__name__}")
        return value
