"""The deployment planner over a real college file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from lsadesk.domain.calendar import Week, uk_date
from lsadesk.domain.changes import Subject
from lsadesk.domain.deployment.model import Plan, SlotId
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.domain.weeks.terms import CollegeYear, Period
from lsadesk.operations.deploying import deployment, plans
from lsadesk.operations.desk import Desk
from lsadesk.operations.importing.intake import sheets_of
from lsadesk.operations.importing.own_books import OwnBook, own_book
from lsadesk.operations.weeks import college_year, sessions, week_book
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.ui.deployment.tab import DeploymentTab
from lsadesk.ui.deployment.week_page import WeekPage
from lsadesk.ui.taking import saving
from lsadesk.ui.taking.differences import DifferencesReview
from tests.ui.deployment.conftest import Window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none

Shows = Callable[[], WeekPage]


@pytest.fixture
def tab(planned: Desk, show_tab: Shows) -> WeekPage:
    """The tab on the planned week."""
    return show_tab()


def plan_of(desk: Desk) -> Plan:
    made = deployment.latest(desk, Week.A)
    assert made is not None
    return made.plan


def art(tab: WeekPage) -> SlotId:
    board = tab.board.board_model.board
    return next(block.slots[0] for block in board.blocks if block.above == "Art")


def test_a_college_without_a_timetable_is_shown_the_way_in(show_tab: Shows) -> None:
    tab = show_tab()
    assert tab.no_sessions.isVisible()
    assert "Import" in tab.no_sessions.action.text()


def test_a_week_that_is_not_planned_offers_to_plan_it(
    desk: Desk, small_timetable: Callable[[Desk], None], show_tab: Shows, qtbot: QtBot
) -> None:
    small_timetable(desk)
    tab = show_tab()
    tab.head.seconds.offer([("at once", 0.3)])
    tab.unplanned.action.click()
    qtbot.waitUntil(tab.summary.isVisible, timeout=20_000)
    assert tab.summary.headline.text() == "1 of 4 places not covered: no plan can do better."
    assert tab.board.isVisible()
    assert len(plan_of(desk).assignments) == 3


def test_a_search_that_is_stopped_keeps_the_best_so_far(
    tab: WeekPage, planned: Desk, qtbot: QtBot
) -> None:
    tab.head.seconds.offer([("long", 600.0)])
    tab.head.make.click()
    qtbot.waitUntil(
        lambda: tab.strip.isVisible() and "so far" in tab.strip.sentence.text(), timeout=20_000
    )
    assert tab.board.isVisible()
    assert not tab.head.make.isEnabled()
    tab.strip.stop.click()
    qtbot.waitUntil(tab.head.make.isEnabled, timeout=20_000)
    qtbot.waitUntil(lambda: planned.undo_sentence().startswith("Planned week A"))


def test_what_is_not_covered_is_listed_and_leads_to_its_place(tab: WeekPage, qtbot: QtBot) -> None:
    assert tab.summary.headline.text() == "1 of 4 places not covered: no plan can do better."
    tab.summary.gaps.setFocus()
    qtbot.keyClick(tab.summary.gaps, Qt.Key.Key_Return)
    block = tab.board.current()
    assert block is not None
    assert block.above == "Cookery"
    assert tab.why.isVisible()
    assert tab.why.story.text() == "Of 2 people: 2 busy."
    qtbot.keyClick(tab.why, Qt.Key.Key_Escape)
    assert tab.summary.gaps.hasFocus()


def test_in_a_low_window_the_list_takes_the_place_of_the_board_and_gives_it_back(
    tab: WeekPage, qtbot: QtBot
) -> None:
    text = tab.fontMetrics().lineSpacing()
    tab.resize(tab.width(), 24 * text)
    assert tab.board.isVisible()
    assert not tab.summary.gaps.isVisible()
    tab.summary.show_gaps.click()
    assert tab.summary.gaps.hasFocus()
    assert not tab.board.isVisible()
    qtbot.keyClick(tab.summary.gaps, Qt.Key.Key_Return)
    assert tab.why.title.text() == "Cookery"
    tab.summary.gaps.setFocus()
    tab.summary.show_gaps.click()
    assert tab.board.isVisible()
    assert tab.summary.show_gaps.hasFocus(), "and nothing elsewhere in the window"
    tab.resize(tab.width(), 40 * text)
    assert not tab.summary.gaps.isVisible(), "it stays as it was chosen"


def test_space_tells_why_and_escape_goes_back(tab: WeekPage, qtbot: QtBot) -> None:
    tab.board.setFocus()
    tab.board.show_slot(art(tab))
    qtbot.keyClick(tab.board, Qt.Key.Key_Space)
    assert tab.why.title.text() == "Art"
    assert tab.why.story.hasFocus()
    with qtbot.waitSignal(tab.why.to_tell) as asked:
        tab.why.know.click()
    assert tab.why.slot is not None
    assert asked.args == [tab.why.slot.session]
    qtbot.keyClick(tab.why, Qt.Key.Key_Escape)
    assert not tab.why.isVisible()
    assert tab.board.hasFocus()


def test_after_a_click_the_keys_are_still_the_week_s(tab: WeekPage, qtbot: QtBot) -> None:
    board = tab.board
    board.show_slot(art(tab))
    at = board.visualRect(board.currentIndex()).center()
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert tab.why.isVisible()
    assert board.hasFocus()
    qtbot.keyClick(board, Qt.Key.Key_Return)
    assert tab.by_hand.said.isVisible(), "Enter picks up what was clicked"
    qtbot.keyClick(board, Qt.Key.Key_Escape)
    assert tab.why.isVisible()
    qtbot.keyClick(board, Qt.Key.Key_Escape)
    assert not tab.why.isVisible()


def test_another_person_is_placed_by_hand_and_pinned(
    tab: WeekPage, planned: Desk, qtbot: QtBot
) -> None:
    slot = art(tab)
    before = plan_of(planned).by_slot()[slot]
    tab.board.show_slot(slot)
    tab.board.opened.emit()
    tab.why.people.table.setFocus()
    assert tab.why.people.place.isVisible()
    tab.why.people.place.click()
    qtbot.waitUntil(lambda: "pinned" in tab.why.who.text())
    assert plan_of(planned).by_slot()[slot] != before
    tab.why.pin.click()
    qtbot.waitUntil(lambda: "pinned" not in tab.why.who.text())
    tab.why.clear.click()
    qtbot.waitUntil(lambda: tab.summary.headline.text().startswith("2 of 4 places not covered"))
    assert slot in plan_of(planned).unmet
    qtbot.waitUntil(lambda: "could come as things are" in tab.why.remedies.title.text())
    put_back = tab.why.remedies.findChild(QPushButton)
    assert put_back is not None
    assert tab.why.know.nextInFocusChain() is put_back
    put_back.setFocus()
    put_back.click()
    qtbot.waitUntil(lambda: "pinned" in tab.why.who.text())
    assert tab.why.story.hasFocus(), "the focus stays with what is told"


def test_somebody_who_is_busy_cannot_be_placed(tab: WeekPage, qtbot: QtBot) -> None:
    tab.summary.gaps.setFocus()
    qtbot.keyClick(tab.summary.gaps, Qt.Key.Key_Return)
    tab.why.people.table.setFocus()
    assert not tab.why.people.place.isVisible()
    assert "busy 9.15-10.45" in tab.why.people.said.text()


def test_the_same_week_is_shown_by_session_and_as_a_list(tab: WeekPage) -> None:
    tab.head.view_chosen.emit("sessions")
    assert [line.name for line in tab.board.board_model.board.lines] == ["Blue"]
    tab.head.view_chosen.emit("list")
    assert tab.list.isVisible()
    assert sorted(row.who for row in tab.list.model_.records())[0] == ""
    assert len(tab.list.model_.records()) == 4


def test_whoever_may_not_be_there_any_more_is_listed_like_what_is_not_covered(
    planned: Desk, show_tab: Shows, qtbot: QtBot
) -> None:
    art = next(each for each in sessions.all_sessions(planned) if each.title == "Art")
    sessions.change_session(planned, art, replace(sessions.details_of(art), led_by_lsa=True))
    tab = show_tab()
    assert tab.summary.headline.text().endswith("1 place has somebody whom a rule keeps out.")
    gaps = tab.summary.gaps
    (listed,) = [gap for gap in gaps.model_.records() if gap.need.title == "Art"]
    assert "cannot be here: is not marked to lead" in listed.need.reason
    gaps.setFocus()
    gaps.select(listed)
    qtbot.keyClick(gaps, Qt.Key.Key_Return)
    assert tab.why.slot == listed.slot
    assert tab.why.broken.text() == listed.need.reason


def test_a_plan_older_than_the_team_says_so_and_what_was_assumed(
    planned: Desk, show_tab: Shows
) -> None:
    with planned.writing(Kind.PERSON) as work:
        people.add(work, PersonDetails(forename="Cy", surname="Nowak", weekly_minutes=600))
        entry = Entry("added", Kind.PERSON)
        planned.keep(work, None, "Added Cy Nowak", entry, Subject.PEOPLE)
    tab = show_tab()
    assert "make a plan again" in tab.summary.outdated.text()
    assert not tab.summary.remarks.isVisible()
    tab.summary.show_remarks.click()
    assert tab.summary.remarks.isVisible()
    said = [str(each) for each in tab.summary.remarks.model_.records()]
    assert said[-1] == "Working days not known, Monday to Friday assumed: Cy Nowak."


def test_a_search_that_found_less_leaves_the_plan_and_says_so(
    tab: WeekPage,
    planned: Desk,
    around: Window,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(deployment, "was_better", lambda *_: True)
    before = plans.plans(planned)
    tab.head.seconds.setCurrentIndex(0)
    tab.make_plan()
    qtbot.waitUntil(lambda: tab.run is not None)
    tab.strip.stop.click()
    qtbot.waitUntil(lambda: any("the plan stays" in said for said in around.said), timeout=20_000)
    assert plans.plans(planned) == before


def test_a_search_that_finds_nothing_offers_the_way_back(tab: WeekPage, qtbot: QtBot) -> None:
    tab.head.search.setText("nobody of this name")
    qtbot.waitUntil(tab.nothing_found.isVisible)
    tab.nothing_found.action.click()
    qtbot.waitUntil(tab.board.isVisible)


def test_the_timetable_is_written_and_its_place_told(
    tab: WeekPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(saving, "ask_where", lambda *_: tmp_path / "week.pdf")
    tab.head.print.click()
    qtbot.waitUntil(tab.paper.notice.isVisible, timeout=20_000)
    assert "week.pdf" in tab.paper.notice.sentence.text()
    assert (tmp_path / "week.pdf").read_bytes().startswith(b"%PDF")


def test_in_large_text_the_page_scrolls_and_the_week_is_not_cut_off(
    tab: WeekPage, qtbot: QtBot
) -> None:
    tab.context.appearance.set_text_size(150)
    tab.board.show_slot(art(tab))
    tab.board.opened.emit()
    areas = tab.findChildren(QScrollArea)
    page = next(area.widget() for area in areas if area.widget().isAncestorOf(tab.board))
    layout = page.layout()
    assert layout is not None
    window = tab.window()
    lower = tab.height() - page.minimumSizeHint().height() - 10
    window.resize(window.width(), window.height() - lower)
    qtbot.waitUntil(lambda: page.height() >= layout.minimumHeightForWidth(page.width()))


@pytest.mark.parametrize("percent", [100, 150])
def test_the_page_shuts_nobody_out(
    tab: WeekPage, percent: int, barriers: Callable[[QWidget], list[str]], qtbot: QtBot
) -> None:
    tab.context.appearance.set_text_size(percent)
    tab.board.show_slot(art(tab))
    tab.board.opened.emit()
    qtbot.wait(1)
    assert barriers(tab) == []


def test_a_week_in_which_no_session_runs_leads_to_the_sessions(
    planned: Desk, show_whole: Callable[[], DeploymentTab]
) -> None:
    over = deployment.week_board(planned).ahead.problem.starts - timedelta(days=1)
    kept = sessions.all_sessions(planned)
    ended = [(each, replace(sessions.details_of(each), ends_on=over)) for each in kept]
    sessions.change_sessions(planned, ended)
    tab = show_whole()
    assert tab.week.nobody_learns.told.title.text().startswith("No session runs")
    tab.week.nobody_learns.sessions.click()
    assert tab.sessions.isVisible()


def test_a_week_that_is_closed_says_why_until_when_and_leads_to_the_next(
    planned: Desk, show_tab: Shows, qtbot: QtBot
) -> None:
    starts = deployment.week_board(planned).ahead.problem.starts
    half_term = Period(starts, starts + timedelta(days=6), "Half-term")
    college_year.set_year(planned, CollegeYear(closures=(half_term,)))
    tab = show_tab()
    assert tab.nobody_learns.isVisible()
    assert f"closed in the week of {uk_date(starts)}" in tab.nobody_learns.told.title.text()
    said = tab.nobody_learns.told.sentence.text()
    assert "Why: Half-term." in said
    assert f"begins on {uk_date(starts + timedelta(weeks=1))}" in said
    tab.head.seconds.offer([("at once", 0.3)])
    tab.nobody_learns.plan.click()
    after = starts + timedelta(weeks=1)
    qtbot.waitUntil(
        lambda: deployment.week_board(planned).ahead.problem.starts == after, timeout=10_000
    )


def test_a_timetable_of_which_nothing_runs_is_not_called_no_timetable(
    planned: Desk, show_tab: Shows
) -> None:
    starts = deployment.week_board(planned).ahead.problem.starts
    days = [starts + timedelta(days=n) for n in range(5)]
    college_year.set_year(
        planned,
        CollegeYear(closures=tuple(Period(day, day, "Moving") for day in days[:2])),
    )
    tab = show_tab()
    assert "No session runs in the week of" in tab.nobody_learns.told.title.text()
    assert not tab.nobody_learns.plan.isVisible()


def test_a_week_s_workbook_that_the_import_assistant_was_given_shows_its_differences(
    planned: Desk,
    show_whole: Callable[[], DeploymentTab],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "week.xlsx"
    plan = deployment.latest(planned)
    assert plan is not None
    week_book.write_week_book(
        week_book.take_week(planned, plan.number).result, path, lambda _done: None
    )
    sheets = sheets_of(path)
    assert own_book(sheets) is OwnBook.WEEK
    seen: list[QDialog] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: seen.append(dialog) or 0)
    show_whole().show_target(path)
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert isinstance(seen[0], DifferencesReview)
