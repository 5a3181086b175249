"""What the audit means, as a page: in words, and one step away from people and skills."""

from collections.abc import Callable
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lsadesk.domain.auditing.audit import Columns
from lsadesk.domain.auditing.audit_findings import Finding, Topic
from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import Weekday
from lsadesk.domain.staff.people import PersonId
from lsadesk.ui.audit.finding_words import ABOUT, said
from lsadesk.ui.audit.tab import AuditTab

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none

BSL = SkillId(1)


@pytest.fixture
def tab(fill: Callable[[], None], show_tab: Callable[..., AuditTab], qtbot: QtBot) -> AuditTab:
    """The tab, turned to what it means."""
    fill()
    shown = show_tab()
    shown.bar.setCurrentIndex(1)
    qtbot.waitUntil(lambda: bool(shown.findings.table.model_.records()))
    return shown


def topics(tab: AuditTab) -> list[tuple[Topic, str]]:
    return [(each.topic, each.subject) for each in tab.findings.table.model_.records()]


def test_what_nobody_and_what_one_person_can_do_is_listed(tab: AuditTab) -> None:
    assert topics(tab) == [
        (Topic.NOBODY, "Hoist"),
        (Topic.ONE_PERSON, "BSL"),
        (Topic.ROLE, "LSA"),
    ]
    assert tab.findings.sentence.text() == "3 findings about 2 people"


def test_enter_on_a_finding_shows_its_people_and_skills(tab: AuditTab, qtbot: QtBot) -> None:
    alone = tab.findings.table.model_.records()[1]
    tab.findings.table.select(alone)
    tab.findings.table.setFocus()
    qtbot.keyClick(tab.findings.table, Qt.Key.Key_Return)
    assert tab.page.matrix.isVisible()
    assert [each.sort_name for each in tab.page.matrix.shown.people] == ["Kaur, Asha"]
    assert [each.name for each in tab.page.matrix.shown.skills] == ["BSL"]
    tab.page.filters.clear.click()
    assert len(tab.page.matrix.shown.people) == 2


def test_what_roles_ask_tells_who_holds_them_and_leads_to_them(tab: AuditTab, qtbot: QtBot) -> None:
    roles = tab.meant.roles
    tab.meant.bar.setCurrentIndex(2)
    qtbot.waitUntil(lambda: bool(roles.table.model_.records()))
    assert "Not known, so to be asked: Kaur, Asha." in roles.below.detail.text()
    roles.below.open.click()
    assert [each.sort_name for each in tab.page.matrix.shown.people] == ["Kaur, Asha"]


def test_what_days_ask_says_where_to_begin_while_nothing_is_asked(
    tab: AuditTab, qtbot: QtBot
) -> None:
    tab.meant.bar.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "Planned for" in tab.meant.days.sentence.text())
    tab.meant.load(tab.context.desk.today)
    assert tab.meant.bar.currentIndex() == 0  # of needs no history is kept


def test_one_kind_of_finding_can_be_kept(tab: AuditTab) -> None:
    tab.findings.topic.choose(Topic.NOBODY)
    assert tab.findings.table.rows.rowCount() == 1
    assert "Hoist" in tab.findings.below.detail.text()


def test_one_person_can_be_asked_about(tab: AuditTab, qtbot: QtBot) -> None:
    tab.findings.scope.setCurrentIndex(tab.findings.scope.count() - 1)
    qtbot.waitUntil(lambda: tab.findings.sentence.text() == "2 findings about 1 person")
    assert topics(tab) == [(Topic.NOBODY, "BSL"), (Topic.NOBODY, "Hoist")]


def test_a_lapsed_certificate_is_shown_among_certificates(tab: AuditTab, qtbot: QtBot) -> None:
    lapsed = Finding(topic=Topic.LAPSED, subject="First aid", people=(PersonId(1),))
    tab.findings.sought.emit(lapsed)
    qtbot.waitUntil(lambda: tab.page.matrix.shown.are is Columns.CERTIFICATES)


@pytest.mark.parametrize("percent", [100, 150])
def test_the_findings_shut_nobody_out(
    tab: AuditTab, barriers: Callable[[QWidget], list[str]], percent: int
) -> None:
    tab.context.appearance.set_text_size(percent)
    tab.resize(1280, 720)
    for page in range(tab.meant.bar.count()):
        tab.meant.bar.setCurrentIndex(page)
        assert barriers(tab) == []


def test_every_kind_of_finding_is_said_in_words() -> None:
    assert set(ABOUT) == set(Topic)
    for topic in Topic:
        finding = Finding(
            topic=topic, subject="BSL", skills=(BSL,), number=2, of=5, names=("Kaur, Asha",)
        )
        assert said(finding, {}).endswith(".")


def test_what_breaks_is_told_with_the_places_and_not_known_is_never_told_as_no() -> None:
    alone = Finding(topic=Topic.ONE_PERSON, skills=(BSL,), names=("Kaur, Asha",))
    assert said(alone, {BSL: ("Mon 9.15-10.45 Cookery",)}) == (
        "Only Kaur, Asha is at level 2, with guidance, or above. Without them, 1 place of the "
        "kept plan would have nobody free who could: Mon 9.15-10.45 Cookery."
    )
    nobody = Finding(topic=Topic.NOBODY, skills=(BSL,), number=3, of=5)
    assert said(nobody, {}).endswith("not known of 3 people.")


def test_views_that_differ_blame_nobody() -> None:
    views = Finding(topic=Topic.VIEWS, subject="Pat Ellery", number=-9, of=8)
    assert said(views, {}) == (
        "Among 8 people, their views as appraiser lie 0.9 levels below people's own."
    )


def test_a_long_list_of_names_is_cut_with_its_number() -> None:
    names = tuple(f"Person {number}" for number in range(9))
    lapsed = Finding(topic=Topic.LAPSED, names=names)
    assert said(lapsed, {}).endswith("Person 5 and 3 more.")


def test_too_few_on_a_day_is_told_with_the_day() -> None:
    short = Finding(
        topic=Topic.SHORT, skills=(BSL,), number=1, of=2, day=Weekday.THURSDAY, at=time(10, 45)
    )
    assert said(short, {}) == ("Thursday 10.45: 2 places ask for it; in then and able: 1 person.")


def test_what_a_role_asks_is_told_in_a_line_that_the_table_has_room_for() -> None:
    people = tuple(PersonId(number) for number in range(46))
    asked = Finding(topic=Topic.ROLE, people=people, number=131, of=1200, unknown=122)
    line = said(asked, {})
    assert line == "1,200 things asked of 46 people: 947 there, 131 not yet, 122 not known."
    assert len(line) < 80


def test_from_a_gap_one_step_leads_to_who_could_learn_it(tab: AuditTab, qtbot: QtBot) -> None:
    tab.findings.table.select(tab.findings.table.model_.records()[1])
    tab.findings.below.teach.click()
    assert tab.training is not None
    qtbot.waitUntil(lambda: tab.training is not None and tab.training.plan.isVisible())
    assert tab.bar.tabText(tab.bar.currentIndex()) == "Training"
    tab.bar.setCurrentIndex(0)
    assert tab.page.matrix.isVisible()


def test_a_page_says_that_it_is_being_worked_out(tab: AuditTab, qtbot: QtBot) -> None:
    tab.meant.bar.setCurrentIndex(1)
    assert tab.meant.days.sentence.text() == "Working it out..."
    qtbot.waitUntil(lambda: tab.meant.days.sentence.text() != "Working it out...")
    tab.meant.bar.setCurrentIndex(2)
    qtbot.waitUntil(lambda: tab.meant.roles.sentence.text() not in ("", "Working it out..."))
