"""Pages under a bar, each made when it is first shown, so that a tab opens at once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtWidgets import QTabBar, QWidget

from lsadesk.ui.widgets.stack import Stack

P = TypeVar("P", bound=QWidget)


@dataclass(slots=True)
class _Place:
    """What stands behind one title; `page` is None until it is wanted."""

    make: Callable[[], QWidget]
    fill: Callable[[], None]
    page: QWidget | None = None
    is_stale: bool = True
    always: bool = False


class PagesWhenShown(Stack):
    """A stack of pages and its `bar` of titles, which the tab lays out where it likes.

    A page is made when it is first turned to or asked for: Qt styles every widget of a
    window that opens, hidden or not, and ten pages at once hold up whoever opened a tab.
    It is filled when it is turned to and what it shows has become stale, or *always*.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.bar = QTabBar()
        self.bar.setAccessibleName(name)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.currentChanged.connect(self._turn)
        self._places: list[_Place] = []

    def add(
        self,
        title: str,
        make: Callable[[], P],
        fill: Callable[[P], None],
        *,
        always: bool = False,
    ) -> Callable[[], P]:
        """Offer under *title* what *make* makes and *fill* fills; the answer gives the page."""

        def page() -> P:
            if not made:
                made.append(make())
                place.page = made[0]
                self.addWidget(made[0])
            return made[0]

        made: list[P] = []
        place = _Place(page, lambda: fill(page()), always=always)
        self._places.append(place)
        self.bar.blockSignals(True)  # the first title would turn to its page at once
        self.bar.addTab(title)
        self.bar.blockSignals(False)
        return page

    def begin_at(self, at: int) -> None:
        """Have the page *at* be the one on screen; what was there first is not even made."""
        self.bar.blockSignals(True)
        self.bar.setCurrentIndex(at)
        self.bar.blockSignals(False)

    def refresh(self) -> None:
        """Fill the page on screen anew; the others are when they are turned to."""
        for place in self._places:
            place.is_stale = True
        self._turn(self.bar.currentIndex())

    def show_page(self, page: QWidget) -> None:
        """Bring *page* to the front."""
        at = next(at for at, place in enumerate(self._places) if place.page is page)
        self.bar.setCurrentIndex(at)

    def _turn(self, at: int) -> None:
        place = self._places[at]
        self.setCurrentWidget(place.make())
        if place.is_stale:
            place.is_stale = place.always
            place.fill()
