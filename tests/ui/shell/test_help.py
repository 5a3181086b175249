"""The offline help."""

import re

import pytest
from pytestqt.qtbot import QtBot

from lsadesk.domain.rights import Duty
from lsadesk.ui.places import tabs_for
from lsadesk.ui.shell.help import HelpWindow, pages

PLACES = [place.help_page for place in tabs_for(frozenset(Duty))]


@pytest.mark.parametrize("name", PLACES)
def test_every_tab_has_a_page_that_cites_its_reason(name: str, qtbot: QtBot) -> None:
    window = HelpWindow(None)
    qtbot.addWidget(window)
    window.open_at(name)
    text = window.page.toPlainText()
    assert window.windowTitle().startswith("Help")
    assert re.search(r"finding|recommendation", text)


def test_every_page_in_the_list_opens(qtbot: QtBot) -> None:
    window = HelpWindow(None)
    qtbot.addWidget(window)
    for name in pages():
        window.open_at(name)
        assert len(window.page.toPlainText()) > 200
