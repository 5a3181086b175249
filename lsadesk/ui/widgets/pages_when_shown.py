"""Pages that are each made when first shown, so that a tab opens at once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from lsadesk.ui.widgets.stack import Stack
from lsadesk.ui.widgets.titles import bar_of_titles

P = TypeVar("P", bound=QWidget)


@dataclass(slots=True)
class _Place:
    """What stands behind one title; `page` is None until it is wanted."""

    make: Callable[[], QWidget]
    fill: Callable[[], None]
    page: QWidget | None = None
    is_stale: bool = True
    always: bool = False


class LaterPages(Stack):
    """A stack of pages by number, each made when it is first turned to or asked for.

    Qt styles every widget of a window that opens, hidden or not, and ten pages at once hold
    up whoever opened a tab. A page is filled when it is turned to and what it shows has
    become stale, or *always*.
    """

    def __init__(self) -> None:
        super().__init__()
        self._places: list[_Place] = []
        self._at = 0

    def add_later(
        self, make: Callable[[], P], fill: Callable[[P], None], *, always: bool = False
    ) -> Callable[[], P]:
        """A place for what *make* makes and *fill* fills; the answer gives the page."""

        def page() -> P:
            if not made:
                made.append(make())
                place.page = made[0]
                self.addWidget(made[0])
            return made[0]

        made: list[P] = []
        place = _Place(page, lambda: fill(page()), always=always)
        self._places.append(place)
        return page

    def number(self, page: QWidget) -> int:
        """The number of *page*, counted from 0."""
        return next(at for at, place in enumerate(self._places) if place.page is page)

    def turn(self, at: int) -> None:
        """Show the page *at*, and fill it where it is stale."""
        self._at, place = at, self._places[at]
        self.setCurrentWidget(place.make())
        if place.is_stale:
            place.is_stale = place.always
            place.fill()

    def refresh(self) -> None:
        """Fill the page on screen anew; the others are when they are turned to."""
        self.turn_anew(self._at)

    def turn_anew(self, at: int) -> None:
        """The same, with the page *at* on screen."""
        for place in self._places:
            place.is_stale = True
        self.turn(at)


class PagesWhenShown(LaterPages):
    """Such pages and their `bar` of titles, which the tab lays out where it likes."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.bar = bar_of_titles(name)
        self.bar.currentChanged.connect(self.turn)

    def add(
        self,
        title: str,
        make: Callable[[], P],
        fill: Callable[[P], None],
        *,
        always: bool = False,
    ) -> Callable[[], P]:
        """Offer under *title* what *make* makes and *fill* fills; the answer gives the page."""
        self.bar.blockSignals(True)  # the first title would turn to its page at once
        self.bar.addTab(title)
        self.bar.blockSignals(False)
        return self.add_later(make, fill, always=always)

    def begin_at(self, at: int) -> None:
        """Have the page *at* be the one on screen; what was there first is not even made."""
        self._at = at
        self.bar.blockSignals(True)
        self.bar.setCurrentIndex(at)
        self.bar.blockSignals(False)

    def show_page(self, page: QWidget) -> None:
        """Bring *page* to the front."""
        self.bar.setCurrentIndex(self.number(page))
