"""Pages under two bars: sections above, and below it the pages of a section that has several."""

from collections.abc import Sequence

from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from lsadesk.ui.widgets.stack import Stack
from lsadesk.ui.words import tr

Section = tuple[str, Sequence[tuple[str, QWidget]]]  # its title, and its pages with theirs


class Sections(QWidget):
    """A section remembers which of its pages was shown last.

    Two short bars instead of one long one: at large text nothing is left beyond the edge.
    """

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self.bar = _bar(tr("Parts of the library"))
        self.within = _bar(tr("Pages of this part"))
        self._stack = Stack()
        self._pages = [[page for _, page in pages] for _, pages in sections]
        self._titles = {page: title for _, pages in sections for title, page in pages}
        self._offered = set(self._titles)
        self._last = [pages[0] for pages in self._pages]
        for title, _ in sections:
            self.bar.addTab(title)
        for page in self._titles:
            self._stack.addWidget(page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        rows.addWidget(self.within)
        rows.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(lambda at: self.show_page(self._last[at]))
        self.within.currentChanged.connect(self._show_nth)
        self.show_page(self._last[0])

    def page(self) -> QWidget:
        """The page on screen."""
        return self._last[self.bar.currentIndex()]

    def offers(self, page: QWidget) -> bool:
        """Whether *page* is there for whoever is signed in."""
        return page in self._offered

    def offer(self, pages: Sequence[QWidget], offered: bool) -> None:
        """Let *pages* be chosen, or no longer; a section without any is not shown."""
        self._offered = self._offered | set(pages) if offered else self._offered - set(pages)
        for at, those in enumerate(self._pages):
            shown = [page for page in those if page in self._offered]
            self.bar.setTabVisible(at, bool(shown))
            if shown and self._last[at] not in shown:
                self._last[at] = shown[0]
        self.show_page(self._last[self.bar.currentIndex()])

    def show_page(self, page: QWidget) -> None:
        """Bring *page* to the front, and its section with it."""
        at = next(at for at, pages in enumerate(self._pages) if page in pages)
        self._last[at] = page
        self.bar.setCurrentIndex(at)
        self._stack.setCurrentWidget(page)
        self._fill(at)

    def _fill(self, at: int) -> None:
        """Offer the pages of the section *at* in the lower bar, where there are several."""
        pages = self._shown(at)
        self.within.blockSignals(True)
        while self.within.count():
            self.within.removeTab(0)
        for page in pages:
            self.within.addTab(self._titles[page])
        if self._last[at] in pages:
            self.within.setCurrentIndex(pages.index(self._last[at]))
        self.within.blockSignals(False)
        self.within.setVisible(len(pages) > 1)

    def _shown(self, at: int) -> list[QWidget]:
        return [page for page in self._pages[at] if page in self._offered]

    def _show_nth(self, which: int) -> None:
        pages = self._shown(self.bar.currentIndex())
        if 0 <= which < len(pages):
            self._last[self.bar.currentIndex()] = pages[which]
            self._stack.setCurrentWidget(pages[which])


def _bar(name: str) -> QTabBar:
    bar = QTabBar()
    bar.setAccessibleName(name)
    bar.setDrawBase(False)
    bar.setExpanding(False)
    return bar
