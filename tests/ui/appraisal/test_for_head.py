"""What the head settles for every appraisal, below the preparation list."""

import pytest
from PySide6.QtWidgets import QPushButton

from lsadesk.operations.appraisals import appraised_skills, preparing
from lsadesk.operations.auditing import audit
from lsadesk.ui.appraisal import for_head

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def press(widget, words):
    next(each for each in widget.findChildren(QPushButton) if each.text() == words).click()


def test_the_head_says_how_often_and_the_list_follows(pair, desk, open_tab, rest, monkeypatch):
    tab = open_tab(desk)
    monkeypatch.setattr(for_head, "ask_interval", lambda _parent, months: months - 6)
    press(tab.preparing.for_head, "How often one is due...")
    rest()
    assert preparing.preparation(desk).every_months == 6


def test_a_statement_is_tied_to_a_skill_of_the_audit(pair, desk, open_tab, rest, monkeypatch):
    skill = audit.add_skill(desk, "Own goals").result
    tab = open_tab(desk)
    monkeypatch.setattr(
        for_head, "ask_tie", lambda _parent, seen: (seen.statements[0].id, seen.skills[0].id)
    )
    press(tab.preparing.for_head, "Statements and skills...")
    rest()
    assert [each.id for each in appraised_skills.ties(desk).values()] == [skill]


def test_an_appraiser_is_not_offered_what_is_the_heads(pair, open_tab):
    assert not open_tab(pair.pat).preparing.for_head.isVisible()
