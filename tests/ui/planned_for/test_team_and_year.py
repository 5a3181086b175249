"""People's hours, and the pages of the year: typed once, read back as meant."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from lsadesk.domain.calendar import Weekday
from lsadesk.domain.deployment.remarks import About, Record
from lsadesk.domain.weeks.terms import CollegeYear, Period
from lsadesk.operations.desk import Desk
from lsadesk.operations.staff import people
from lsadesk.operations.weeks import college_year, work_patterns
from lsadesk.ui.deployment.tab import DeploymentTab
from lsadesk.ui.people.lines import staff_lines
from lsadesk.ui.people.panel import PersonPanel
from lsadesk.ui.planned_for.year_page import holidays_in_term
from tests.ui.planned_for.conftest import Window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none

Show = Callable[[str], DeploymentTab]
TEAM, YEAR = "People's hours", "Year and sites"
AUTUMN = Period(date(2026, 9, 7), date(2026, 12, 18), "Autumn")


def answering(monkeypatch: pytest.MonkeyPatch, typed: dict[str, str]) -> None:
    """Has the next dialogs filled in, with every list ticked, and accepted."""

    def answer(dialog: QDialog) -> int:
        for each in dialog.findChildren(QLineEdit):
            if each.accessibleName() in typed:
                each.setText(typed[each.accessibleName()])
        for several in dialog.findChildren(QListWidget):
            for at in range(several.count()):
                several.item(at).setCheckState(Qt.CheckState.Checked)
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(QDialog, "exec", answer)


def test_a_person_s_hours_are_kept_and_given_to_others(
    small: Desk, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(TEAM).team
    asha, ben = (each.person for each in work_patterns.team_patterns(small))
    page.choose(asha)
    answering(monkeypatch, {"Monday": "8.30-12.00", "At most without a pause": "3"})
    page.changing.click()
    qtbot.waitUntil(lambda: bool(work_patterns.work_pattern(small, asha).pattern.hours))
    qtbot.waitUntil(lambda: (row := page.table.current()) is not None and bool(row.pattern.hours))
    page.copying.click()
    qtbot.waitUntil(lambda: bool(work_patterns.work_pattern(small, ben).pattern.hours))
    kept = work_patterns.work_pattern(small, ben).pattern
    assert str(kept.hours[Weekday.MONDAY]) == "8.30-12.00"
    assert kept.most_in_a_row == 180


def test_who_is_led_to_somebody_whose_hours_are_not_open_is_told_so(
    small: Desk, show: Show, around: Any, qtbot: QtBot
) -> None:
    show(TEAM).show_target(Record(About.PERSON, 999, ""))
    qtbot.waitUntil(lambda: bool(around.said))
    assert around.said == [
        "Their hours are not open to you: whoever looks after them can see to it."
    ]


def test_a_term_and_its_bank_holidays_close_the_days_around_them(
    small: Desk, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    spring = Period(date(2027, 1, 4), date(2027, 4, 16), "Spring")
    college_year.set_year(small, CollegeYear(terms=(AUTUMN, spring)))
    page = show(YEAR).year
    answering(monkeypatch, {})
    page._suggest()
    qtbot.waitUntil(lambda: len(college_year.year(small).closures) == 2)
    named = [each.name for each in college_year.year(small).closures]
    assert named == ["Good Friday", "Easter Monday"]
    assert holidays_in_term(college_year.year(small), 2026) == []


def test_the_coming_weeks_are_listed_with_their_letters(
    small: Desk, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    college_year.set_year(small, CollegeYear(terms=(AUTUMN,)))
    page = show(YEAR).year
    answering(monkeypatch, {"Any day in a week A": "25 Nov 2026"})
    page._ask_week_a()
    qtbot.waitUntil(lambda: college_year.year(small).week_a == date(2026, 11, 25))
    qtbot.waitUntil(lambda: "is a week A" in page.weeks.said.text())
    table = page.weeks.table
    shown = [table.rows.index(at, 1).data() for at in range(5)]
    assert shown == ["week A", "week B", "week A", "week B", "closed: out of term"]


def test_a_remark_on_somebody_without_contract_hours_leads_to_their_staff_record(
    show: Show, around: Window
) -> None:
    show(TEAM).show_target(Record(About.STAFF, 7, "Dai Jones"))
    assert around.said == ["go: people 7"]


def test_a_remark_leads_to_the_ways_between_sites_and_their_minutes_are_kept(
    small: Desk, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = show(YEAR)
    main, quay = (site.id for site in college_year.year_and_sites(small).sites)
    tab.show_target(Record(About.JOURNEY, main, "Main and Quay", quay))
    assert tab.year.ways.table.rows.index(0, 1).data() == "! not known, 20 minutes assumed"
    qtbot.waitUntil(lambda: tab.year.ways.table.current() is not None)
    answering(monkeypatch, {"Minutes from door to door": "35"})
    tab.year.timing.click()
    qtbot.waitUntil(lambda: [each.minutes for each in college_year.journeys(small)] == [35])


def test_a_time_to_plan_together_is_added_and_removed(
    small: Desk, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(YEAR).year
    answering(monkeypatch, {"Teacher": "Ms Okafor", "From and to": "15.30-16.15"})
    page._meet()
    qtbot.waitUntil(lambda: len(college_year.planning_times(small)) == 1)
    qtbot.waitUntil(lambda: page.meetings.table.rows.rowCount() == 1)
    page.meetings.table.selectRow(0)
    page.dropping.click()
    qtbot.waitUntil(lambda: college_year.planning_times(small) == [])


def test_the_hours_of_a_person_are_open_from_their_staff_record(
    small: Desk, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = show(TEAM).context
    panel = PersonPanel(context)
    qtbot.addWidget(panel)
    told = people.directory(small)
    panel.show_line(staff_lines(told)[0], told)
    panel.show()
    answering(monkeypatch, {"Friday": "9.00-13.00"})
    (shown,) = [each for each in panel.hours if each.isVisible()]
    shown.click()
    person = staff_lines(told)[0].id
    qtbot.waitUntil(lambda: bool(work_patterns.work_pattern(small, person).pattern.hours))
