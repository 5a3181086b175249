"""A list of records in words that wrap: for a few dozen entries that people read together."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from lsadesk.ui.widgets.tables import DISPLAY, RECORD, SPOKEN, Index

R = TypeVar("R")
_NOWHERE = QModelIndex()
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAD = 10  # pixels around the words of an entry
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class EntryModel(QAbstractListModel, Generic[R]):
    """One entry a record; what is spoken has its lines joined to a sentence."""

    def __init__(self, words: Callable[[R], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._records: tuple[R, ...] = ()

    def show(self, records: Sequence[R]) -> None:
        """Show *records*; where there are as many as before, the view stays where it is."""
        if len(records) == len(self._records):
            self._records = tuple(records)
            if records:
                self.dataChanged.emit(self.index(0), self.index(len(records) - 1))
            return
        self.beginResetModel()
        self._records = tuple(records)
        self.endResetModel()

    def records(self) -> tuple[R, ...]:
        """The records, in the order given."""
        return self._records

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The number of records."""
        return 0 if parent.isValid() else len(self._records)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """The words of an entry, or the record behind it."""
        if not index.isValid():
            return None
        record = self._records[index.row()]
        if role == DISPLAY:
            return self._words(record)
        if role == SPOKEN:
            return self._words(record).replace("\n", ". ")
        return record if role == RECORD else None


class _Wrapped(QStyledItemDelegate):
    """Draws an entry's words in as many lines as they need: Qt measures them without padding."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as the words beside a scroll bar, whether there is one yet or not.

        It comes as the entries are laid out, and Qt does not measure those again that stand.
        """
        parent, wide = self.parent(), 0
        if isinstance(parent, QListView):
            bar = parent.verticalScrollBar().sizeHint().width()
            wide = parent.maximumViewportSize().width() - bar
        room = QRect(0, 0, max(wide - 2 * _PAD, 1), 1 << 16)
        words = QFontMetrics(option.font).boundingRect(room, _WRAP, index.data())
        return QSize(wide, words.height() + 2 * _PAD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The words on the colour of the choice, with a line below and a frame of focus."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        look = option.palette
        painter.save()
        if chosen:
            painter.fillRect(option.rect, look.highlight())
        painter.setPen(look.highlightedText().color() if chosen else look.text().color())
        painter.setFont(option.font)
        inside = option.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        painter.drawText(inside, _WRAP, index.data())
        painter.setPen(look.mid().color())
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.accent().color(), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()


class EntryList(QListView, Generic[R]):
    """Emits `chosen(place)` as the current entry changes and `entered()` on Enter."""

    chosen = Signal(int)
    entered = Signal()

    def __init__(self, name: str, words: Callable[[R], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_ = EntryModel(words, self)
        self.setModel(self.model_)
        self.setAccessibleName(name)
        self.setItemDelegate(_Wrapped(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(
            lambda now, _before: self.chosen.emit(now.row()) if now.isValid() else None
        )
        self.doubleClicked.connect(lambda _index: self.entered.emit())

    def show_records(self, records: Sequence[R]) -> None:
        """Show *records*; the current place is kept where there still is one."""
        before = self.place()
        self.model_.show(records)
        if records:
            self.go(min(max(before, 0), len(records) - 1))

    def place(self) -> int:
        """The place of the current entry; -1: none."""
        return self.currentIndex().row()

    def current(self) -> R | None:
        """The current record."""
        at, records = self.place(), self.model_.records()
        return records[at] if 0 <= at < len(records) else None

    def go(self, place: int) -> None:
        """Make the entry at *place* current."""
        self.setCurrentIndex(self.model_.index(place))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the focus on an entry, so that a screen reader has something to say.

        A mouse does so itself: to go to the first then would move another under it.
        """
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if not by_mouse and self.place() < 0 and self.model_.rowCount():
            self.go(0)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to what the entry is about."""
        if event.key() in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences wrap otherwise in another width."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs other lines."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lay_out()

    def _lay_out(self) -> None:
        """Measure the entries anew, and keep the current one in view."""
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())

    def height_of_all(self) -> int:
        """What every entry needs in the width there is."""
        rows = range(self.model_.rowCount())
        return sum(self.sizeHintForRow(row) for row in rows) + 2 * self.frameWidth()
