"""The frame of a meeting: who meets, the steps along the top, and one way on at the foot."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lsadesk.ui.widgets.buttons import button
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import Fill, in_column, in_row
from lsadesk.ui.widgets.leaving import leave_by_keys
from lsadesk.ui.widgets.rows import from_left
from lsadesk.ui.widgets.saved import SavedLabel
from lsadesk.ui.widgets.scrolled import scrolling
from lsadesk.ui.widgets.stack import ScrolledStack
from lsadesk.ui.widgets.titles import bar_of_titles
from lsadesk.ui.words import tr

_LINES = 13  # of text that a step has room for at the least


class Step(Protocol):
    """A step of the meeting: a page that may hold several entries to go through."""

    def advance(self) -> bool:
        """Go to the next entry in this step; False where there is none."""

    def has_next(self) -> bool:
        """Whether `advance` would go somewhere."""

    def begin(self) -> None:
        """Put the focus where one goes on."""

    def flush(self) -> None:
        """Hand over what is half typed."""


class Steps(QWidget):
    """Emits `turned(place)` as another step is shown, `asked_files()` and `left()`.

    Next goes through the entries of a step and then to the next step, from the first to the
    last by one key; another button leaves out the rest of a step. Where large text meets a small
    screen the step keeps its room, and the head is scrolled to.
    """

    turned = Signal(int)
    left = Signal()
    asked_files = Signal()

    def __init__(
        self, titles: Sequence[str], pages: Sequence[QWidget], ways: Sequence[Step]
    ) -> None:
        super().__init__()
        self._titles, self._ways = tuple(titles), tuple(ways)
        self.who, self.told, self.saved = label("", "heading"), label("", "muted"), SavedLabel()
        self.told.setWordWrap(False)
        self.typed_in = label("", "muted")
        self.typed_in.hide()
        self.files = button("", self.asked_files.emit)
        self.bar = bar_of_titles(tr("Steps of the meeting"))
        self.pages = ScrolledStack(_LINES)
        for number, (title, page) in enumerate(zip(self._titles, pages, strict=True), start=1):
            self.bar.addTab(tr("{number} {title}", number=number, title=title))
            self.pages.addWidget(page)
        self.leave = button(tr("Leave \u2013 everything is saved"), self._leave)
        self.back = button(tr("&Back"), self._back)
        self.next = button(tr("&Next"), self.go_on, "primary")
        self.onwards = button("", self._go_onwards)
        self._build()
        self.bar.currentChanged.connect(self._turn)
        leave_by_keys(self, self._leave)

    def go(self, place: int) -> None:
        """Show the step at *place*."""
        self.bar.setCurrentIndex(place)
        self.dress()

    def go_on(self) -> None:
        """The next entry of this step, or the next step."""
        way = self._ways[self.pages.currentIndex()]
        way.flush()
        if not way.advance() and self.bar.currentIndex() + 1 < self.bar.count():
            self.bar.setCurrentIndex(self.bar.currentIndex() + 1)
        self.dress()
        self.begin()

    def begin(self) -> None:
        """Put the focus where one goes on, with the whole step on the screen."""
        self._ways[self.pages.currentIndex()].begin()
        self._area.ensureWidgetVisible(self.pages, 0, 0)

    def flush(self) -> None:
        """Hand over what is half typed."""
        for way in self._ways:
            way.flush()

    def dress(self) -> None:
        """Have the buttons say where they lead."""
        at = self.bar.currentIndex()
        last = at + 1 == self.bar.count()
        within = self._ways[at].has_next()
        self.next.setVisible(within or not last)
        self.next.setText(
            tr("&Next") if within or last else tr("&Next: {step}", step=self._titles[at + 1])
        )
        self.onwards.setVisible(within and not last)
        self.onwards.setText("" if last else tr("&On to {step}", step=self._titles[at + 1]))
        self.back.setEnabled(at > 0)

    def _leave(self) -> None:
        self.flush()
        self.left.emit()

    def _go_onwards(self) -> None:
        self.bar.setCurrentIndex(self.bar.currentIndex() + 1)
        self.begin()

    def _back(self) -> None:
        self.bar.setCurrentIndex(self.bar.currentIndex() - 1)
        self.begin()

    def _turn(self, place: int) -> None:
        self._ways[self.pages.currentIndex()].flush()
        self.pages.setCurrentIndex(place)
        self.dress()
        self.turned.emit(place)

    def _build(self) -> None:
        inside = QWidget()
        in_column(
            in_row(Fill(self.who), self.told, self.saved, self.files, gap=16),
            self.typed_in,
            self.bar,
            Fill(self.pages),
            on=inside,
            around=(24, 12, 24, 0),
        )
        self._area = scrolling(inside, sideways=False)
        foot = from_left(self.back, self.next, self.onwards)
        foot.addWidget(self.leave)
        foot.setContentsMargins(24, 0, 24, 16)
        in_column(Fill(self._area), foot, on=self)
