"""The titles of pages in a row; whoever has the pages shows the one that is chosen."""

from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QTabBar, QToolButton

from lsadesk.ui.widgets.buttons import menu_button
from lsadesk.ui.words import tr


class Titles(QTabBar):
    """A bar that leaves no gap where a title is hidden.

    Where there is no room for all titles, a menu of them stands in place of the two arrows that
    Qt has for scrolling, which name nothing; under it they are no stop for the keyboard.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        for arrow in self.findChildren(QToolButton):
            arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        menu = QMenu()
        menu.aboutToShow.connect(self._fill)
        self.more = menu_button(tr("All"), menu)
        self.more.setParent(self)
        self.more.setAccessibleName(tr("{bar}: all of them", bar=name))
        self.more.setToolTip(tr("All of them, in a list"))
        self.more.hide()

    def setTabVisible(self, index: int, visible: bool) -> None:
        """Show or hide a title; told what is so already, Qt forgets to lay out the others."""
        if self.isTabVisible(index) != visible:
            super().setTabVisible(index, visible)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With another width, more or fewer titles have room."""
        super().resizeEvent(event)
        self._offer_all()

    def tabLayoutChange(self) -> None:
        """So too with other titles, or in another size of text."""
        super().tabLayoutChange()
        self._offer_all()

    def _offer_all(self) -> None:
        """Put the menu over Qt's arrows while there are any."""
        if not hasattr(self, "more"):
            return
        arrows = QRect()
        for each in self.findChildren(QToolButton):
            if each is not self.more and not each.isHidden():
                arrows = arrows.united(each.geometry())
        self.more.setVisible(arrows.isValid())
        self.more.setGeometry(arrows)
        self.more.raise_()

    def _fill(self) -> None:
        menu = self.more.menu()
        menu.clear()
        for at in range(self.count()):
            if self.isTabVisible(at):
                entry = menu.addAction(self.tabText(at), partial(self.setCurrentIndex, at))
                entry.setEnabled(self.isTabEnabled(at))
                entry.setCheckable(True)
                entry.setChecked(at == self.currentIndex())


def bar_of_titles(name: str) -> Titles:
    """A bar for the titles of pages, called *name*."""
    return Titles(name)
