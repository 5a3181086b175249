"""The titles of pages in a row; whoever has the pages shows the one that is chosen."""

from PySide6.QtWidgets import QTabBar


def bar_of_titles(name: str) -> QTabBar:
    """A bar for the titles of pages, called *name*."""
    bar = QTabBar()
    bar.setAccessibleName(name)
    bar.setDrawBase(False)
    bar.setExpanding(False)
    return bar
