"""Pages under two bars: sections above, and below it the pages of a section that has several."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from lsadesk.ui.widgets.laid import Fill, in_column
from lsadesk.ui.widgets.pages_when_shown import LaterPages
from lsadesk.ui.widgets.titles import bar_of_titles
from lsadesk.ui.words import tr

P = TypeVar("P", bound=QWidget)


class Sections(QWidget):
    """A section remembers which of its pages was shown last; pages go by their number.

    Two short bars instead of one long one: at large text nothing is left beyond the edge.
    """

    def __init__(self) -> None:
        super().__init__()
        self.bar = bar_of_titles(tr("Parts of the library"))
        self.within = bar_of_titles(tr("Pages of this part"))
        self.pages = LaterPages()
        self._numbers: list[list[int]] = []  # of the pages of each section
        self._titles: list[str] = []
        self._number_of: dict[Callable[[], QWidget], int] = {}
        self._offered: set[int] = set()
        self._last: list[int] = []
        in_column(self.bar, self.within, Fill(self.pages), on=self, around=(0, 8, 0, 0), gap=0)
        self.bar.currentChanged.connect(lambda at: self._show(self._last[at]))
        self.within.currentChanged.connect(self._show_nth)

    def add_section(self, title: str) -> None:
        """Begin a section: what is added next belongs to it."""
        self._numbers.append([])
        self._last.append(len(self._titles))
        self.bar.blockSignals(True)  # the first title would turn to its page at once
        self.bar.addTab(title)
        self.bar.blockSignals(False)

    def add(self, title: str, make: Callable[[], P], fill: Callable[[P], None]) -> Callable[[], P]:
        """Offer under *title* what *make* makes and *fill* fills; the answer gives the page."""
        number = len(self._titles)
        self._titles.append(title)
        self._numbers[-1].append(number)
        self._offered.add(number)
        page = self.pages.add_later(make, fill)
        self._number_of[page] = number
        return page

    def page(self) -> QWidget | None:
        """The page on screen."""
        return self.pages.currentWidget()

    def refresh(self) -> None:
        """Fill the page on screen anew; the others are when they are turned to."""
        at = self.bar.currentIndex()
        self.pages.turn_anew(self._last[at])
        self._fill(at)

    def offers(self, page: QWidget) -> bool:
        """Whether *page* is there for whoever is signed in."""
        return self.pages.number(page) in self._offered

    def offer(self, pages: Sequence[Callable[[], QWidget]], offered: bool) -> None:
        """Let these pages be chosen, or no longer; a section without any is not shown."""
        known, numbers = self._offered, {self._number_of[page] for page in pages}
        self._offered = known | numbers if offered else known - numbers
        for at, those in enumerate(self._numbers):
            shown = [number for number in those if number in self._offered]
            self.bar.setTabVisible(at, bool(shown))
            if shown and self._last[at] not in shown:
                self._last[at] = shown[0]

    def show_page(self, page: QWidget) -> None:
        """Bring *page* to the front, and its section with it."""
        self._show(self.pages.number(page))

    def _show(self, number: int) -> None:
        at = next(at for at, numbers in enumerate(self._numbers) if number in numbers)
        self._last[at] = number
        self.bar.blockSignals(True)
        self.bar.setCurrentIndex(at)
        self.bar.blockSignals(False)
        self.pages.turn(number)
        self._fill(at)

    def _fill(self, at: int) -> None:
        """Offer the pages of the section *at* in the lower bar, where there are several."""
        numbers = self._shown(at)
        self.within.blockSignals(True)
        while self.within.count():
            self.within.removeTab(0)
        for number in numbers:
            self.within.addTab(self._titles[number])
        if self._last[at] in numbers:
            self.within.setCurrentIndex(numbers.index(self._last[at]))
        self.within.blockSignals(False)
        self.within.setVisible(len(numbers) > 1)

    def _shown(self, at: int) -> list[int]:
        return [number for number in self._numbers[at] if number in self._offered]

    def _show_nth(self, which: int) -> None:
        numbers = self._shown(self.bar.currentIndex())
        if 0 <= which < len(numbers):
            self._last[self.bar.currentIndex()] = numbers[which]
            self.pages.turn(numbers[which])
