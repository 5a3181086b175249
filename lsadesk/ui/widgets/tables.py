"""Tables of records: a model made from column definitions, one proxy, one view."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from lsadesk.domain.words import folded
from lsadesk.ui.widgets.column_widths import Wish, widths
from lsadesk.ui.widgets.labels import inert

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

# Spelled-out enums cost 0.4 us a look-up in data(), which Qt calls for every cell.
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
RECORD = int(Qt.ItemDataRole.UserRole) + 1
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ASCENDING = Qt.SortOrder.AscendingOrder
_HORIZONTAL = Qt.Orientation.Horizontal
_NOWHERE = QModelIndex()
PADDING = 24  # of a cell, left and right
MOST = 60  # letters that a column may have beyond what it asks for
_ENOUGH_ROWS = 200  # to tell how wide a column is
_WHOLE_ROWS = "wholeRowsSpoken"  # a property of the application


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column: its heading and what it shows of a record.

    *sort* is what the column is put in order by (the shown text if left out); None sorts
    last, whichever way round. *spoken* is what a screen reader says of a cell (heading and
    text if left out). *width* is in letters.
    """

    title: str
    show: Callable[[R], str]
    sort: Callable[[R], Any] | None = None
    spoken: Callable[[R], str] | None = None
    width: int = 16
    right: bool = False


class RecordTableModel(QAbstractTableModel, Generic[R]):
    """Records as rows, in order of a column; read only.

    It sorts by itself: a key is worked out once a record. A proxy that sorts would ask for two
    keys at each comparison, which is felt from a few hundred rows on.
    """

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._records: Sequence[R] = ()
        self._places: list[int] = []  # of each row's record among those given
        self._written: list[str] = []  # what is searched, of each record given; as it is needed
        self._by, self._descending = -1, False

    def show(self, records: Sequence[R]) -> None:
        """Show *records* in place of those before."""
        self.beginResetModel()
        self._records = tuple(records)
        self._places = self._in_order()
        self._written = []
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = _ASCENDING) -> None:
        """Put these rows, and those shown later, in order of *column*; -1: as they are given."""
        self._by, self._descending = column, order != _ASCENDING
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        places = [self._places[index.row()] for index in held]
        self._places = self._in_order()
        rows = {place: row for row, place in enumerate(self._places)}
        moved = [
            self.index(rows[place], index.column())
            for index, place in zip(held, places, strict=True)
        ]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def touch(self, first: int, last: int) -> None:
        """Have the rows from *first* to *last* shown afresh: what they say hangs on more than
        the record. They stay where they are."""
        self._written = []
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def records(self) -> Sequence[R]:
        """The records, in the order given."""
        return self._records

    def record(self, row: int) -> R:
        """The record in *row* of this model (not of a view that filters it)."""
        return self._records[self._places[row]]

    def row_of(self, record: R) -> int:
        """The row of *record*, which is one of those shown."""
        return self._places.index(self._records.index(record))

    def words_of(self, row: int) -> str:
        """All that is written in *row*, folded for searching."""
        if not self._written:
            self._written = [self._words(record) for record in self._records]
        return self._written[self._places[row]]

    def _words(self, record: R) -> str:
        return " ".join(folded(column.show(record)) for column in self.columns)

    def _in_order(self) -> list[int]:
        places = range(len(self._records))
        if not 0 <= self._by < len(self.columns):
            return list(places)
        column = self.columns[self._by]
        keys = [_sort_value(column, record) for record in self._records]
        known = [place for place in places if keys[place] is not None]
        unknown = [place for place in places if keys[place] is None]
        return sorted(known, key=keys.__getitem__, reverse=self._descending) + unknown

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The number of records."""
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """What a cell shows, speaks, or the record behind it."""
        if not index.isValid():
            return None
        record, column = self.record(index.row()), self.columns[index.column()]
        if role == DISPLAY:
            return column.show(record)
        if role == TOOL_TIP:
            return inert(column.show(record))
        if role == SPOKEN:
            return self._row(record) if _speaks_whole_rows() else _spoken(column, record)
        if role == ALIGNMENT:
            return _RIGHT if column.right else _LEFT
        return record if role == RECORD else None

    def _row(self, record: R) -> str:
        cells = ((column.title, column.show(record)) for column in self.columns)
        return "; ".join(f"{title}: {shown}" for title, shown in cells if shown)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        """The headings; rows have none."""
        if orientation != _HORIZONTAL or not 0 <= section < len(self.columns):
            return None
        if role in (DISPLAY, SPOKEN):
            return self.columns[section].title
        if role == ALIGNMENT:
            return _RIGHT if self.columns[section].right else _LEFT
        return None


class SortFilter(QSortFilterProxyModel, Generic[R]):
    """The rows that hold every word searched for and pass a test, in the model's order.

    Emits `narrowed()` once other rows are kept than before.
    """

    narrowed = Signal()

    def __init__(self, model: RecordTableModel[R], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words: tuple[str, ...] = ()
        self._keep: Callable[[R], bool] | None = None
        self.setSourceModel(model)

    def search(self, text: str) -> None:
        """Keep the rows that hold every word of *text*, whatever its case or accents."""
        self.beginFilterChange()
        self._words = tuple(folded(text).split())
        self.endFilterChange()
        self.narrowed.emit()

    def keep(self, test: Callable[[R], bool] | None) -> None:
        """Keep the records that pass *test*; None keeps all."""
        self.beginFilterChange()
        self._keep = test
        self.endFilterChange()
        self.narrowed.emit()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Whether the row stays."""
        if self._keep is not None and not self._keep(self._model.record(row)):
            return False
        if not self._words:
            return True
        written = self._model.words_of(row)
        return all(word in written for word in self._words)

    def sort(self, column: int, order: Qt.SortOrder = _ASCENDING) -> None:
        """Have the model put its rows in order."""
        self._model.sort(column, order)


class RecordTable(QTableView, Generic[R]):
    """A table of records with a current cell that the keyboard moves and Tab leaves.

    Emits `opened(record)` on Enter or double click and `selected(record or None)` as the
    current row changes.
    """

    opened = Signal(object)
    selected = Signal(object)

    def __init__(self, name: str, columns: Sequence[Column[R]]) -> None:
        super().__init__()
        self._least_rows = 0  # that are on screen, however little room there is
        self._longest: list[str] = []  # of each column, once there are records
        self._fitting = self._set_by_hand = self._pressing = False
        self.model_ = RecordTableModel(columns, self)
        self.rows = SortFilter(self.model_, self)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.setSortingEnabled(True)
        self.sortByColumn(0, _ASCENDING)
        self.doubleClicked.connect(lambda _index: self._open())
        self.rows.narrowed.connect(lambda: self.scrollTo(self.currentIndex()))
        self.selectionModel().currentRowChanged.connect(lambda *_: self._tell())
        self.horizontalHeader().sectionResized.connect(lambda at, *_: self._resized(at))
        self._measure()

    def show_records(self, records: Sequence[R]) -> None:
        """Show *records*; the current row stays on an equal record if there is one."""
        before = self.current()
        self.model_.show(records)
        self._longest = _longest_words(self.model_.columns, self.model_.records())
        self._fit_columns()
        if before is not None and before in self.model_.records():
            self.select(before)

    def keep_rows(self, least: int) -> None:
        """Never show fewer than *least* rows: the page that it is on has to scroll."""
        self._least_rows = least
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Room for the rows that are kept, with their heading and a bar to scroll by."""
        hint = super().minimumSizeHint()
        if self._least_rows:
            rows = self._least_rows * self.verticalHeader().defaultSectionSize()
            bar = self.horizontalScrollBar().sizeHint().height()
            edges = self.horizontalHeader().sizeHint().height() + bar + 2 * self.frameWidth()
            hint.setHeight(max(hint.height(), edges + rows))
        return hint

    def shown(self) -> list[R]:
        """The records that search and filter leave, in the order of the rows."""
        return [self.rows.index(row, 0).data(RECORD) for row in range(self.rows.rowCount())]

    def current(self) -> R | None:
        """The record of the current row."""
        index = self.currentIndex()
        record: R | None = index.data(RECORD) if index.isValid() else None
        return record

    def select(self, record: R) -> None:
        """Make *record* current and bring it into view."""
        index = self.rows.mapFromSource(self.model_.index(self.model_.row_of(record), 0))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the focus on a cell, so that a screen reader has something to say.

        A mouse does so itself: to go to the first row then would move another under it.
        """
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if not by_mouse and not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current record."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of the row once the press is over: what it opens may move the rows under it."""
        before = self.currentIndex().row()
        self._pressing = True
        super().mousePressEvent(event)
        self._pressing = False
        if self.currentIndex().row() != before:
            self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A button that is held chooses no second row: the rows may have moved under it."""
        one = self.selectionMode() is QAbstractItemView.SelectionMode.SingleSelection
        if not (one and event.buttons() & Qt.MouseButton.LeftButton):
            super().mouseMoveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns give way to a narrower page, and the current row stays in view."""
        super().resizeEvent(event)
        if self.hasFocus():
            self.scrollTo(self.currentIndex())
        if event.oldSize().width() != event.size().width():
            self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        """Rows grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "rows"):
            self._measure()
            self.scrollTo(self.currentIndex())

    def setColumnHidden(self, column: int, hide: bool) -> None:
        """Hide or show a column; the others have its room."""
        self._fitting = True
        super().setColumnHidden(column, hide)
        self._fitting = False
        self._fit_columns()

    def _tell(self) -> None:
        if not self._pressing:
            self.selected.emit(self.current())

    def _open(self) -> None:
        if (record := self.current()) is not None:
            self.opened.emit(record)

    def _measure(self) -> None:
        metrics, rows = self.fontMetrics(), self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(24)
        rows.setDefaultSectionSize(max(28, metrics.height() + 9))
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Widths by what is in the columns, until a hand has set one."""
        if self._set_by_hand:
            return
        metrics, heads = self.fontMetrics(), self.horizontalHeader()
        letter = metrics.averageCharWidth()
        shown = [at for at in range(len(self.model_.columns)) if not self.isColumnHidden(at)]
        wishes = []
        for at in shown:
            asked = self.model_.columns[at].width * letter + PADDING
            words = asked
            if self._longest:
                words = metrics.horizontalAdvance(self._longest[at]) + PADDING
            most = max(asked, MOST * letter)
            wishes.append(Wish(heads.sectionSizeHint(at), min(words, most), asked))
        self._fitting = True
        for at, width in zip(shown, widths(wishes, self.viewport().width()), strict=True):
            self.setColumnWidth(at, width)
        self._fitting = False

    def _resized(self, column: int) -> None:
        """A width that a hand has set stays; the last column only takes what is left, and one
        that stretches follows the page."""
        by_hand = QHeaderView.ResizeMode.Interactive
        is_free = self.horizontalHeader().sectionResizeMode(column) == by_hand
        if is_free and not self._fitting and column != self.model_.columnCount() - 1:
            self._set_by_hand = True


def _longest_words(columns: Sequence[Column[R]], records: Sequence[R]) -> list[str]:
    """The longest text of each column, of a few hundred records at most."""
    some = records[:: len(records) // _ENOUGH_ROWS + 1]
    if not some:
        return []
    return [max((column.show(each) for each in some), key=len) for column in columns]


def speak_whole_rows(on: bool) -> None:
    """Have a screen reader told the whole row of a table wherever one stands in it.

    Some readers want that and some the cell alone (requirement C41): it is each person's to say,
    for all tables at once, so it is a property of the application.
    """
    if (application := QCoreApplication.instance()) is not None:
        application.setProperty(_WHOLE_ROWS, on)


def _speaks_whole_rows() -> bool:
    application = QCoreApplication.instance()
    return application is not None and bool(application.property(_WHOLE_ROWS))


def _spoken(column: Column[R], record: R) -> str:
    if column.spoken is not None:
        return column.spoken(record)
    return f"{column.title}: {column.show(record)}"


def _sort_value(column: Column[R], record: R) -> Any:
    return folded(column.show(record)) if column.sort is None else column.sort(record)
