"""Placements: added, written in, printed; and an LSA's own."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lsadesk.domain.changes import Changes
from lsadesk.domain.placements.placements import EntryDetails, EntryKind, PlacementDetails
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerDetails, LearnerId
from lsadesk.operations.desk import Desk
from lsadesk.operations.placements import placements
from lsadesk.operations.weeks import support
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.placements import page as page_module
from lsadesk.ui.placements.mine import MyPlacements
from lsadesk.ui.placements.page import PlacementsPage
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking import saving
from lsadesk.ui.tasks import Worker
from tests.ui.at_rest import wait_for

ASHA = PersonId(1)
VISIT = EntryDetails(kind=EntryKind.VISIT, on=date(2026, 11, 23), seen="Serves alone")


class Window:
    """Has the page read anew whatever changes."""

    page: PlacementsPage | None = None

    def publish(self, changes: Changes) -> None:
        if self.page is not None:
            self.page.reload()

    def say(self, sentence: str, kind: str = "said") -> None:
        raise AssertionError(sentence)

    def go(self, place: str, target: object = None) -> None:
        raise AssertionError(place)


@pytest.fixture
def context(
    desk: Desk,
    small_timetable: Callable[[Desk], None],
    appearance: Appearance,
    worker: Worker,
) -> TabContext:
    """A college with Asha, Ben and one learner, and the way to it."""
    small_timetable(desk)
    support.add_learner(desk, LearnerDetails(reference="KD07"))
    return TabContext(desk, worker, appearance, Window())


def test_a_placement_is_added_written_in_and_printed(
    context: TabContext, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = PlacementsPage(context)
    qtbot.addWidget(page)
    context._window.page = page  # type: ignore[attr-defined]
    page.show()
    page.reload()
    wait_for(context.worker, qtbot)
    assert page.none.isVisible()

    def placed(_parent: QWidget, around: page_module.Placements, _filled: object) -> object:
        (learner,) = around.learners
        starts, ends = date(2026, 11, 9), date(2026, 12, 18)
        return PlacementDetails(
            learner=learner, place="Library", starts=starts, ends=ends, lsa=ASHA, helps="A list"
        )

    monkeypatch.setattr(page_module, "ask_placement", placed)
    page.none.action.click()
    wait_for(context.worker, qtbot)
    assert page.about.model().records() == ("What helps: A list",)
    (record,) = page.table.model_.records()
    said = page.table.model_.words_of(0)
    assert "2 weeks without feedback, of 2" in said
    assert "none yet" in said
    assert not page.altering.isEnabled()

    monkeypatch.setattr(page_module, "ask_entry", lambda *_: VISIT)
    page.visiting.click()
    wait_for(context.worker, qtbot)
    assert "23 nov 2026" in page.table.model_.words_of(0)
    assert page.entries.model_.words_of(0).startswith("23 nov 2026 visit what was seen: serves")

    mine = MyPlacements(context, record.placement.lsa or PersonId(0), page)
    qtbot.addWidget(mine)
    mine.show()
    wait_for(context.worker, qtbot)
    assert mine.page.table.rows.rowCount() == 1
    assert not mine.page.adding.isVisible()
    assert mine.page.visiting.isVisible()
    assert not mine.no.isVisible()

    target = tmp_path / "report.pdf"
    monkeypatch.setattr(saving, "ask_where", lambda *_: target)
    page.printing.click()
    wait_for(context.worker, qtbot)
    assert "Serves alone" in PdfReader(target).pages[0].extract_text()

    monkeypatch.setattr(page_module, "confirm", lambda *_, **__: True)
    page.entries.selectRow(0)
    page.dropping.click()
    wait_for(context.worker, qtbot)
    assert page.entries.rows.rowCount() == 0
    page.removing.click()
    wait_for(context.worker, qtbot)
    assert page.none.isVisible()


def test_what_cannot_be_done_is_said_in_the_dialog_of_ones_own(
    context: TabContext, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    day = date(2026, 11, 23)
    wanted = PlacementDetails(learner=LearnerId(1), place="Library", starts=day, ends=day, lsa=ASHA)
    placements.add_placement(context.desk, wanted)
    mine = MyPlacements(context, ASHA, None)
    qtbot.addWidget(mine)
    mine.show()
    wait_for(context.worker, qtbot)
    said = mine.message

    monkeypatch.setattr(saving, "ask_where", lambda *_: tmp_path / "no such folder" / "report.pdf")
    mine.page.printing.click()
    wait_for(context.worker, qtbot)
    assert said.isVisible()
    said.hide()

    (record,) = placements.placements(context.desk).records
    placements.remove_placement(context.desk, record.placement)
    monkeypatch.setattr(page_module, "ask_entry", lambda *_: VISIT)
    mine.page.visiting.click()
    wait_for(context.worker, qtbot)
    assert said.isVisible()
    assert mine.page.none.isVisible()
