"""The place beside the map: one page at a time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QPushButton,
    QScrollArea,
    QWidget,
)

from lsadesk.ui.career.page import Page
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.widgets.labels import label
from lsadesk.ui.widgets.laid import in_column
from lsadesk.ui.words import tr

WIDTH = 310


class SidePanel(QScrollArea):
    """Shows a page; where the focus was in the page before, it stays at the same place."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("About the chosen role"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page: QWidget = _nothing_chosen()
        self.setWidget(self._page)
        appearance.changed.connect(self._measure)
        self._measure()

    def show_page(self, page: Page | None) -> None:
        """Show *page*; None: say what to do where no role is chosen."""
        at = self._focused()
        before = self.takeWidget()  # it may hold the very button that was pressed
        same = type(before) is type(page)
        if page is not None:
            page.rows.addStretch(1)
        self._page = page if page is not None else _nothing_chosen()
        scrolled = self.verticalScrollBar().value() if same else 0
        self.setWidget(self._page)
        self.verticalScrollBar().setValue(scrolled)
        if at is not None:
            self._focus(at if same else 0)
        before.deleteLater()

    def focus_first(self) -> None:
        """Put the focus on the first thing that can be done here."""
        self._focus(0)

    def _focused(self) -> int | None:
        stops = self._stops()
        return next((place for place, one in enumerate(stops) if one.hasFocus()), None)

    def _focus(self, place: int) -> None:
        if stops := self._stops():
            stops[min(place, len(stops) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _stops(self) -> list[QWidget]:
        """What can be gone to on the page, in order."""
        found = self._page.findChildren(QWidget)
        return [one for one in found if isinstance(one, QPushButton | QComboBox)]

    def _measure(self) -> None:
        """Grow with the text."""
        self.setMinimumWidth(round(WIDTH * self._appearance.percent / 100))


def _nothing_chosen() -> QWidget:
    page = QWidget()
    rows = in_column(on=page, around=(20, 16, 20, 20))
    text = tr("Choose a role on the map to see what it is and what it asks.")
    rows.addWidget(label(text, "muted"))
    rows.addStretch(1)
    return page
