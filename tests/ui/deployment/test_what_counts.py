"""The sliders for what counts, and the days of a plan that is to be published."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lsadesk.domain.calendar import Week
from lsadesk.domain.deployment import rules
from lsadesk.domain.deployment.kept import PlanLabel
from lsadesk.domain.deployment.model import SlotId
from lsadesk.domain.deployment.weights import DIALS, Strength
from lsadesk.operations.deploying import deployment, plans
from lsadesk.operations.deploying.plans import Lapse
from lsadesk.operations.desk import Desk
from lsadesk.ui.deployment.asking import PublishQuestion
from lsadesk.ui.deployment.dials import DialsQuestion
from lsadesk.ui.deployment.telling import comparison
from lsadesk.ui.deployment.week_page import WeekPage
from lsadesk.ui.widgets.tables import RecordTable
from tests.ui.deployment.conftest import Window

MONDAY = date(2026, 11, 30)


@pytest.fixture
def page(planned: Desk, show_tab: Callable[[], WeekPage]) -> WeekPage:
    """The page on the one draft there is."""
    assert len(plans.plans(planned)) == 1
    return show_tab()


def test_every_dial_stands_where_it_was_put_and_says_so(page: WeekPage, qtbot: QtBot) -> None:
    question = DialsQuestion(page, {"team": Strength.MORE}, [(rules.TEAM, 12, 300)])
    qtbot.addWidget(question)
    question.show()
    team = question.sliders["team"]
    assert team.accessibleName() == "Small familiar teams: More"
    qtbot.keyClick(team, Qt.Key.Key_Right)
    assert team.accessibleName() == "Small familiar teams: Most"
    assert question.chosen() == {
        **{dial.name: Strength.USUAL for dial in DIALS},
        "team": Strength.MOST,
    }


def test_what_stands_against_a_plan_is_told_for_the_days_chosen(
    page: WeekPage, qtbot: QtBot
) -> None:
    label = PlanLabel(
        id=1,
        name="Draft 1",
        week=Week.A,
        starts=MONDAY,
        made_at=datetime(2026, 11, 24).astimezone(),
        version=1,
    )
    question = PublishQuestion(page, label)
    qtbot.addWidget(question)
    asked: list[tuple[date, date]] = []
    question.looked.connect(lambda first, last: asked.append((first, last)))
    question.look()
    assert asked == [question.days]
    assert question.days[0] == MONDAY
    question.show_lapses((MONDAY, MONDAY), [Lapse(MONDAY, "not these days")])
    assert "not these days" not in question.lapses.text()
    question.show_lapses(question.days, [Lapse(MONDAY, "Asha - no valid proof.")])
    assert question.lapses.text() == "From 30 Nov 2026: Asha - no valid proof."
    question.show_lapses(question.days, [])
    assert question.lapses.text() == "Nothing stands against it in that time."


def test_two_plans_are_told_side_by_side(page: WeekPage, planned: Desk, qtbot: QtBot) -> None:
    (one,) = plans.plans(planned)
    other = plans.copy_plan(planned, one.id, "Other").result
    told = comparison(page, plans.compare(planned, one.id, other))
    qtbot.addWidget(told)
    tables = told.findChildren(RecordTable)
    assert [table.accessibleName() for table in tables] == [
        "What each costs by rule",
        "Places that differ",
    ]
    assert len(tables[0].model_.records()) == len(rules.SOFT)


def test_the_plan_chosen_in_the_head_is_the_one_that_is_changed(
    page: WeekPage, planned: Desk, around: Window, qtbot: QtBot
) -> None:
    first = plans.plans(planned)[0].id
    page.plan_actions.copy()
    qtbot.waitUntil(lambda: page.head.plan.currentText() == "Draft 2")
    second = page.head.plan.chosen_as(int)
    page.by_hand.rearrange(dict.fromkeys(_held(planned, second)), pinned=False)
    qtbot.waitUntil(lambda: _held(planned, second) == [])
    assert len(_held(planned, first)) == 3
    around.said.clear()
    page.head.plan.choose(first)
    assert around.said == ["moved on"]  # what was refused of the other plan goes
    qtbot.waitUntil(lambda: page.summary.headline.text().startswith("1 of 4"))


def _held(desk: Desk, plan: int) -> list[SlotId]:
    made = deployment.week_board(desk, plan=plan).made
    return [] if made is None else [each.slot for each in made.plan.assignments]


def test_a_removed_draft_leaves_the_page_on_the_latest(
    page: WeekPage, planned: Desk, qtbot: QtBot
) -> None:
    page.plan_actions.copy()
    qtbot.waitUntil(lambda: page.head.plan.currentText() == "Draft 2")
    draft = next(each for each in plans.plans(planned) if each.name == "Draft 2")
    plans.remove_draft(planned, draft)
    page.reload()
    qtbot.waitUntil(lambda: page.head.plan.currentText() == "Draft 1")
