"""The titles of pages in a row; whoever has the pages shows the one that is chosen."""

from PySide6.QtWidgets import QTabBar


class _Titles(QTabBar):
    """A bar that leaves no gap where a title is hidden."""

    def setTabVisible(self, index: int, visible: bool) -> None:
        """Show or hide a title; told what is so already, Qt forgets to lay out the others."""
        if self.isTabVisible(index) != visible:
            super().setTabVisible(index, visible)


def bar_of_titles(name: str) -> QTabBar:
    """A bar for the titles of pages, called *name*."""
    bar = _Titles()
    bar.setAccessibleName(name)
    bar.setDrawBase(False)
    bar.setExpanding(False)
    return bar
