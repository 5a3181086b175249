"""The page of findings: narrowed, explained, set aside, and leading to what they are about."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from lsadesk.domain.deployment.evidence import Question
from lsadesk.domain.deployment.over_terms import LearnerOverTerms, TermSupport
from lsadesk.domain.deployment.remarks import Record
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import Learner, LearnerId
from lsadesk.domain.weeks.terms import Period
from lsadesk.operations.deploying.support_over_terms import OverTerms
from lsadesk.operations.desk import Desk
from lsadesk.ui.deployment import evidence_page
from lsadesk.ui.deployment.evidence_page import EvidencePage
from lsadesk.ui.deployment.tab import DeploymentTab


@pytest.fixture
def page(planned: Desk, show_whole: Callable[[], DeploymentTab], qtbot: QtBot) -> EvidencePage:
    tab = show_whole()
    tab.show_page(tab.evidence)
    qtbot.waitUntil(lambda: tab.evidence.currentIndex() == 1)
    return tab.evidence


def test_without_a_plan_the_page_says_what_to_do(
    desk: Desk, show_whole: Callable[[], DeploymentTab], qtbot: QtBot
) -> None:
    tab = show_whole()
    tab.show_page(tab.evidence)
    qtbot.waitUntil(tab.evidence.unplanned.isVisible)


def test_a_finding_says_why_it_is_asked_and_where_that_comes_from(page: EvidencePage) -> None:
    page.question.choose(Question.MIX)
    page.table.selectRow(0)
    assert "Measured:" in page.why.text()
    assert "recommendation 1" in page.source.text()
    assert page.counted.text() == "3 findings"
    assert page.sentence.text().startswith("All together: ")
    assert page.open.isHidden()


def test_a_question_that_finds_nothing_says_how_it_was_asked(page: EvidencePage) -> None:
    found = {each.question for each in page.table.model_.records()}
    nothing = next(each for each in Question if each not in found)
    page.question.choose(nothing)
    assert page.question.currentText().endswith(" none")
    assert page.sentence.text() == "Nothing is found to ask."
    assert "Measured:" in page.why.text()
    assert page.open.isHidden()


def test_enter_leads_to_the_record(page: EvidencePage, qtbot: QtBot) -> None:
    page.question.choose(Question.MIX)
    page.table.selectRow(1)
    with qtbot.waitSignal(page.led) as led:
        page.open.click()
    assert isinstance(led.args[0], Record)
    assert led.args[0].name == "Asha Kaur"


def test_a_finding_is_set_aside_with_its_reason_and_taken_up_again(
    page: EvidencePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence_page, "ask_text", lambda *_args, **_more: "Part-time")
    page.question.choose(Question.MIX)
    page.table.selectRow(1)
    page.set_aside.click()
    qtbot.waitUntil(page.aside.isVisible)
    assert page.aside.text().endswith("Part-time")
    page.take_up.click()
    qtbot.waitUntil(lambda: not page.aside.isVisible())


def test_the_terms_of_a_learner_stand_in_a_table_and_in_a_picture_that_says_the_same(
    page: EvidencePage, qtbot: QtBot
) -> None:
    autumn, spring = (
        Period(date(2026, month, 1), date(2026, month, 28), name)
        for month, name in ((10, "Autumn"), (12, "Spring"))
    )
    usual = TermSupport(
        term=autumn,
        person=PersonId(1),
        most=300,
        whole=400,
        people=2,
        with_teacher=1,
        taught=2,
        weeks=4,
    )
    later = replace(usual, term=spring, most=100, people=4)
    jb = Learner(id=LearnerId(1), reference="JB02", group="Blue", version=1)
    told = LearnerOverTerms(learner=jb, terms=(usual, later))
    page.by_term.click()
    qtbot.waitUntil(lambda: page.parts.currentWidget() is page.terms, timeout=2000)
    page.terms.show_told(OverTerms([told], {PersonId(1): "Asha Kaur"}))
    assert [column.show(told) for column in page.terms.table.model_.columns][4] == (
        "\u25bc less than at first"
    )
    assert page.terms.bars.accessibleDescription() == (
        "Autumn: 75% from Asha Kaur; Spring: 25% from Asha Kaur"
    )
    page.by_term.click()
    assert page.parts.currentIndex() == 0


def test_the_hours_by_task_stand_behind_one_button_and_the_findings_again(
    page: EvidencePage,
) -> None:
    page.by_task.click()
    assert page.hours.isVisible()
    assert page.hours.rows.rowCount() == 7
    assert page.hours.model_.records()[-1].words == "No task said"
    page.by_task.click()
    assert page.table.isVisible()
