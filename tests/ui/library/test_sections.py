"""Parts of the library and their pages: reached by keyboard, remembered, never cut off."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.at_rest import wait_for

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def titles(bar):
    return [bar.tabText(at) for at in range(bar.count()) if bar.isTabVisible(at)]


@pytest.fixture
def heads(head_tab, qtbot):
    """The head's library, with all its parts."""
    qtbot.waitUntil(lambda: head_tab.offers(head_tab.own))
    return head_tab


def test_every_page_is_reached_by_keyboard(heads, qtbot):
    sections, seen = heads.sections, set()
    sections.bar.setFocus()
    for _ in range(sections.bar.count()):
        seen.add(sections.page())
        if sections.within.isVisible():
            sections.within.setFocus()
            for _ in range(1, sections.within.count()):
                qtbot.keyClick(sections.within, Qt.Key.Key_Right)
                seen.add(sections.page())
            sections.bar.setFocus()
        qtbot.keyClick(sections.bar, Qt.Key.Key_Right)
    assert len(seen) == 11


def test_a_part_opens_with_the_page_that_was_shown_last(heads):
    heads.show_page(heads.resources)
    heads.show_page(heads.finder)
    assert not heads.sections.within.isVisible()
    heads.sections.bar.setCurrentIndex(3)
    assert heads.sections.page() is heads.resources
    assert titles(heads.sections.within)[heads.sections.within.currentIndex()] == "Resources"


def test_an_lsa_has_no_part_and_no_page_of_the_office(tab, qtbot):
    qtbot.waitUntil(lambda: not tab.context.worker.is_busy)
    assert "Our college" not in titles(tab.sections.bar)
    tab.show_page(tab.responsibilities)
    assert not tab.sections.within.isVisible()


def test_at_large_text_no_part_lies_beyond_the_edge(heads, qtbot):
    heads.context.appearance.set_text_size(150)
    heads.show_page(heads.networks)
    wait_for(heads.context.worker, qtbot)
    for bar in (heads.sections.bar, heads.sections.within):
        assert bar.tabRect(bar.count() - 1).right() < bar.width()
