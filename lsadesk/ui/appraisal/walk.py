"""Going through a list together: the entries on the left, the current one in large beside them."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QSplitter,
    QStackedWidget,
    QWidget,
)

from lsadesk.ui.widgets.entries import EntryList
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.scrolled import scrolling

R = TypeVar("R")
LEFT, RIGHT = 360, 860


class Detail(QWidget):
    """One entry in large."""

    def begin(self) -> None:
        """Put the focus where one goes on."""
        raise NotImplementedError

    def flush(self) -> None:
        """Hand over what is half typed; most have nothing to type in."""


class Walk(QWidget, Generic[R]):
    """Emits `shown(record)` as another entry is to be shown in large; what is half typed in the
    one before is handed over first."""

    shown = Signal(object)

    def __init__(
        self, name: str, words: Callable[[R], str], detail: Detail, *, nothing: str
    ) -> None:
        super().__init__()
        self._detail = detail
        self._records: tuple[R, ...] = ()
        self.list: EntryList[R] = EntryList(name, words)
        self.intro = label("")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._both(detail))
        self._pages.addWidget(_told(nothing))
        self.top = in_row(Fill(self.intro), gap=16)
        in_column(self.top, Fill(self._pages), on=self)
        self.list.chosen.connect(self._chosen)
        self.list.entered.connect(self.begin)

    def show_records(self, records: Sequence[R]) -> None:
        """Go through *records*, from where one was."""
        self._records = tuple(records)
        self.list.show_records(self._records)
        self._pages.setCurrentIndex(0 if self._records else 1)
        if self._records:
            self.shown.emit(self._records[self.list.place()])

    def go_to(self, is_it: Callable[[R], bool]) -> None:
        """Show the first record of which *is_it* is true, if there is one."""
        at = next((at for at, each in enumerate(self._records) if is_it(each)), None)
        if at is not None:
            self.list.go(at)

    def current(self) -> R | None:
        """The record that is shown in large."""
        at = self.list.place()
        return self._records[at] if 0 <= at < len(self._records) else None

    def has_next(self) -> bool:
        """Whether there is an entry after this one."""
        return 0 <= self.list.place() < len(self._records) - 1

    def advance(self) -> bool:
        """Go to the entry after this one; False at the end."""
        if not self.has_next():
            return False
        self.list.go(self.list.place() + 1)
        return True

    def begin(self) -> None:
        """Put the focus where one goes on."""
        if self._records:
            self._detail.begin()

    def flush(self) -> None:
        """Hand over what is half typed."""
        self._detail.flush()

    def _chosen(self, place: int) -> None:
        self._detail.flush()
        if 0 <= place < len(self._records):
            self.shown.emit(self._records[place])

    def _both(self, detail: QWidget) -> QSplitter:
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self.list)
        both.addWidget(scrolling(detail))
        both.setStretchFactor(0, 2)
        both.setStretchFactor(1, 5)
        both.setSizes([LEFT, RIGHT])
        return both


def _told(nothing: str) -> QWidget:
    page = QWidget()
    in_column(label(nothing, "heading"), Fill(), on=page, around=(0, 16, 0, 0))
    return page
