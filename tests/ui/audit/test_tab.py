"""The audit tab over a real college file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDateEdit,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lsadesk.domain.auditing.audit import AuditMatrix
from lsadesk.domain.auditing.audit_asking import Grouping, Order
from lsadesk.domain.auditing.skills import Exempt, Level, View
from lsadesk.domain.careers.resources import About, AboutKind, ResourceDetails, ResourceKind
from lsadesk.domain.developing.development import ActionDetails, Behind, BehindKind
from lsadesk.operations.auditing import audit, audit_export
from lsadesk.operations.careers import resources
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.ui.audit.exporting import WAYS, Way
from lsadesk.ui.audit.tab import AuditTab
from lsadesk.ui.audit.wording import skill_words
from lsadesk.ui.development.target import PlanTarget
from lsadesk.ui.intake import assistant
from lsadesk.ui.taking import bringing_back, saving
from lsadesk.ui.taking.differences import DifferencesReview
from lsadesk.ui.widgets.tables import DISPLAY

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none

Shows = Callable[..., AuditTab]


@pytest.fixture
def tab(fill: Callable[[], None], show_tab: Shows, qtbot: QtBot) -> AuditTab:
    """The tab, Asha's BSL being the current cell."""
    fill()
    shown = show_tab()
    shown.page.matrix.setFocus()
    qtbot.waitUntil(lambda: shown.page.panel.cell is not None)
    return shown


def sign(tab: AuditTab, row: int = 0, column: int = 0) -> object:
    return tab.page.matrix.matrix_model.index(row, column).data(DISPLAY)


def test_a_college_without_skills_is_shown_the_way_in(show_tab: Shows) -> None:
    tab = show_tab()
    assert tab.empty.isVisible()
    assert "Import" in tab.empty.action.text()


def test_who_looks_after_nobody_is_told_how_that_is_set(
    desk: Desk, fill: Callable[[], None], show_tab: Shows
) -> None:
    fill()
    accounts.add_account(desk, "office", "correct horse", is_own=True)
    office = college.unlock(desk.folder, "office", "correct horse")
    assert show_tab(office).closed.isVisible()
    office.close()


def test_the_summary_says_who_is_there_and_what_is_missing(tab: AuditTab) -> None:
    assert tab.page.summary.heading.text() == "2 people, 2 skills"
    assert tab.page.summary.nobody.text() == "1 skill nobody has yet"
    assert [action.text() for action in tab.page.summary.nobody.menu().actions()] == ["Hoist"]
    assert [action.text() for action in tab.page.summary.one.menu().actions()] == [
        "BSL: Kaur, Asha"
    ]
    assert tab.page.summary.unknown.text() == "75 % of ratings not known yet"
    assert not tab.page.summary.teaching.text()


def test_the_summary_says_how_many_are_left_out_because_they_teach(tab: AuditTab) -> None:
    tab.page.summary.show_matrix(AuditMatrix((), (), b"", teaching=2), 0)
    assert tab.page.summary.teaching.text() == "2 on a teaching contract left out"


def test_choosing_a_missing_skill_goes_to_its_column(tab: AuditTab) -> None:
    tab.page.summary.nobody.menu().actions()[0].trigger()
    assert tab.page.matrix.currentIndex().column() == 1


def test_who_can_do_a_skill_is_answered_as_soon_as_it_is_asked(tab: AuditTab) -> None:
    tab.page.filters.sentence.terms[0].skill.setCurrentIndex(1)
    assert [person.sort_name for person in tab.page.matrix.shown.people] == ["Kaur, Asha"]
    assert tab.page.summary.heading.text() == "1 of 2 people, 2 skills"


def test_in_a_small_window_filters_and_key_give_way_to_people(tab: AuditTab, qtbot: QtBot) -> None:
    page, filters = tab.page, tab.page.filters
    tab.resize(1280, 690)
    assert not filters.group.isVisible()
    assert not page.legend.isVisible()
    assert filters.height() < 2 * filters.search.height()
    filters.group.choose("team")
    assert filters.more.text() == "&More filters, 1 in use"
    filters.more.click()
    assert filters.group.isVisible()
    page.key.click()
    qtbot.waitUntil(lambda: "leads or trains others" in page.legend.accessibleDescription())
    page.key.click()
    assert not page.legend.isVisible()
    tab.resize(1280, 1200)
    assert page.legend.isVisible()
    assert not page.key.isVisible()


def test_who_can_do_two_things_is_asked_with_a_second_skill(tab: AuditTab) -> None:
    assert not tab.page.filters.sentence.terms[1].isVisible()
    tab.page.filters.sentence.terms[0].skill.setCurrentIndex(1)
    tab.page.filters.sentence.terms[1].skill.setCurrentIndex(2)
    assert tab.page.nobody.isVisible()
    tab.page.filters.clear.click()
    assert len(tab.page.matrix.shown.people) == 2


def test_a_heading_that_is_clicked_orders_by_its_skill_then_backwards_then_by_name(
    tab: AuditTab,
) -> None:
    bsl = tab.page.matrix.shown.skills[0].id
    orders = []
    for _ in range(3):
        tab.page.matrix.heading_chosen.emit(bsl)
        orders.append((tab.page.filters.wanted().order, tab.page.matrix.shown.people[0].sort_name))
    assert orders == [
        (Order.MOST, "Kaur, Asha"),
        (Order.LEAST, "Xu, Ben"),
        (Order.NAME, "Kaur, Asha"),
    ]


def test_everything_that_takes_the_focus_has_a_name(tab: AuditTab) -> None:
    tab.page.filters.sentence.terms[0].skill.setCurrentIndex(1)
    focusable = [
        widget
        for widget in tab.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(focusable) > 10
    for widget in focusable:
        spoken = QAccessible.queryAccessibleInterface(widget)
        assert spoken.text(QAccessible.Text.Name), widget


def test_a_search_that_finds_nobody_offers_the_way_back(tab: AuditTab, qtbot: QtBot) -> None:
    tab.page.filters.search.setText("nobody of this name")
    qtbot.waitUntil(tab.page.nobody.isVisible)
    tab.page.nobody.action.click()
    assert tab.page.matrix.isVisible()
    assert len(tab.page.matrix.shown.people) == 2


def test_a_gap_is_taken_into_the_plan_with_the_skill_as_its_reason(
    tab: AuditTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, object]] = []
    monkeypatch.setattr(tab.context, "go", lambda place, target: opened.append((place, target)))
    cell = tab.page.panel.cell
    assert cell is not None
    assert tab.page.panel.plan.isVisible()
    tab.page.panel.plan.click()
    behind = Behind(BehindKind.SKILL, str(cell.skill.id))
    expected = ActionDetails(what="", why="BSL: level 3, independently", behind=behind)
    assert opened == [("development", PlanTarget(cell.person.id, expected))]


def test_why_somebody_is_exempt_does_not_go_into_a_plan(tab: AuditTab) -> None:
    cell = tab.page.panel.cell
    assert cell is not None
    assert cell.shown is not None
    exempt = replace(cell, views=(replace(cell.shown, value=Exempt("bad back")),))
    assert skill_words(exempt) == "BSL"


def test_the_panel_shows_what_helps_with_the_skill(tab: AuditTab, qtbot: QtBot) -> None:
    assert tab.page.panel.cell is not None
    details = ResourceDetails(
        title="Fingerspelling cards",
        kind=ResourceKind.EXAMPLE,
        where="Room 4",
        about=About(AboutKind.SKILL, str(tab.page.panel.cell.skill.id)),
    )
    tab.context.write(lambda desk: resources.add_resource(desk, details))
    qtbot.waitUntil(tab.page.beside.resources.isVisible)
    told = [one.text() for one in tab.page.beside.resources.findChildren(QLabel)]
    assert "• Fingerspelling cards, example from practice: Room 4" in told
    qtbot.keyClick(tab.page.matrix, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: not tab.page.beside.resources.isVisible())


def test_the_panel_tells_value_view_day_and_proof(tab: AuditTab) -> None:
    assert tab.page.panel.skill.text() == "BSL"
    assert tab.page.panel.value.text() == "Level 3, independently"
    assert tab.page.panel.about.text() == (
        "From an imported workbook, 24 Nov 2026\nProof: certificate\nTraining is booked"
    )


def test_a_typed_level_is_kept_and_can_be_undone(tab: AuditTab, desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(tab.page.matrix, Qt.Key.Key_4)
    qtbot.waitUntil(lambda: sign(tab) == "4")
    assert desk.undo_sentence() == "Rated Asha Kaur in BSL"
    qtbot.waitUntil(lambda: "The appraiser's view" in tab.page.panel.about.text())
    assert "Training is booked" in tab.page.panel.about.text()
    assert "No proof seen yet" in tab.page.panel.about.text()
    tab.context.write(lambda at: at.undo(), owner=tab)
    qtbot.waitUntil(lambda: sign(tab) == "3")


def test_a_level_said_again_keeps_its_proof(tab: AuditTab, qtbot: QtBot) -> None:
    qtbot.keyClick(tab.page.matrix, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: "The appraiser's view" in tab.page.panel.about.text())
    assert "Proof: certificate" in tab.page.panel.about.text()


def test_what_was_agreed_together_goes_on_being_shown(
    tab: AuditTab, desk: Desk, window: Any, qtbot: QtBot
) -> None:
    person, skill = tab.page.matrix.current() or (None, None)
    assert person is not None
    assert skill is not None
    tab.context.write(lambda at: audit.rate(at, person, skill, Level(2), view=View.AGREED))
    qtbot.waitUntil(lambda: sign(tab) == "2")
    qtbot.keyClick(tab.page.matrix, Qt.Key.Key_4)
    qtbot.waitUntil(lambda: bool(window.said))
    assert window.said == [
        (
            "info: Noted as the appraiser's view. The audit goes on showing what was agreed "
            "together: level 2, with guidance."
        )
    ]
    assert sign(tab) == "2"


def test_who_may_only_look_is_shown_no_buttons_and_told_so_when_typing(
    desk: Desk, fill: Callable[[], None], show_tab: Shows, window: Any, qtbot: QtBot
) -> None:
    fill()
    asha = next(each for each in people.directory(desk).people if each.forename == "Asha")
    accounts.add_account(desk, "asha", "correct horse", person=asha.id, is_own=True)
    own = college.unlock(desk.folder, "asha", "correct horse")
    tab = show_tab(own)
    tab.page.matrix.setFocus()
    qtbot.waitUntil(lambda: tab.page.panel.cell is not None)
    assert tab.page.panel.refusal.isVisible()
    assert not tab.page.panel.booked.isVisible()
    qtbot.keyClick(tab.page.matrix, Qt.Key.Key_4)
    qtbot.waitUntil(lambda: bool(window.said))
    assert window.said[0].startswith("warning: Your duties do not let you change skill ratings")
    assert sign(tab) == "3"
    own.close()


def test_a_value_is_chosen_by_button_and_exempt_asks_for_its_reason(
    tab: AuditTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab.page.panel.enter()
    qtbot.keyClick(tab.focusWidget(), Qt.Key.Key_Tab)
    assert tab.focusWidget().accessibleName() == "level 4, leads or trains others"
    qtbot.keyClick(tab.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: sign(tab) == "4")
    monkeypatch.setattr("lsadesk.ui.audit.asking.ask_text", lambda *_, **__: "agency staff")
    tab.page.panel.exempt.click()
    qtbot.waitUntil(lambda: sign(tab) == "ex")
    qtbot.waitUntil(lambda: tab.page.panel.value.text() == "Exempt: agency staff")


def test_a_suspension_is_asked_with_its_reason_and_its_last_day(
    tab: AuditTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(question: QDialog) -> int:
        question.findChild(QLineEdit).setText("refresher due")
        question.findChild(QCheckBox).setChecked(False)
        question.findChild(QDateEdit).setDate(QDate(2026, 12, 3))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr("PySide6.QtWidgets.QDialog.exec", answer)
    tab.page.panel.suspend.click()
    qtbot.waitUntil(lambda: sign(tab) == "sus")
    expected = "Suspended until 3 Dec 2026: refresher due"
    qtbot.waitUntil(lambda: tab.page.panel.value.text() == expected)


def test_a_proof_is_kept_when_its_field_is_left(tab: AuditTab, qtbot: QtBot) -> None:
    tab.page.panel.enter()
    tab.page.panel.proof.setFocus()
    tab.page.panel.proof.setText("seen by Pat")
    qtbot.keyClick(tab.page.panel.proof, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "Proof: seen by Pat" in tab.page.panel.about.text())
    assert tab.page.matrix.hasFocus()


@pytest.fixture
def export(tab: AuditTab, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Exports to a path as if it had been chosen."""

    def exported(path: Path, way: Way = WAYS[0]) -> None:
        monkeypatch.setattr(saving, "ask_where", lambda *_: path)
        tab.exporting.export(way)

    return exported


def test_the_filtered_audit_is_written_as_a_workbook(
    tab: AuditTab, export: Callable[..., None], tmp_path: Path, qtbot: QtBot
) -> None:
    tab.page.filters.sentence.terms[0].skill.setCurrentIndex(1)
    path = tmp_path / "audit.xlsx"
    export(path)
    said = f"Saved as audit.xlsx in {tmp_path}."
    qtbot.waitUntil(lambda: tab.exporting.notice.sentence.text() == said)
    sheet = load_workbook(path)["Matrix"]
    assert [row[1].value for row in sheet.iter_rows(min_row=7)] == ["Kaur, Asha"]


def test_a_workbook_that_cannot_be_written_is_said_in_a_sentence(
    tab: AuditTab, export: Callable[..., None], tmp_path: Path, window: Any, qtbot: QtBot
) -> None:
    export(tmp_path / "not there" / "audit.xlsx")
    qtbot.waitUntil(lambda: bool(window.said))
    assert "choose another place" in window.said[0]
    assert not tab.exporting.notice.isVisible()


def test_an_export_that_is_stopped_leaves_nothing_behind(
    tab: AuditTab, export: Callable[..., None], tmp_path: Path, window: Any, qtbot: QtBot
) -> None:
    export(tmp_path / "audit.xlsx")
    tab.exporting.notice.findChild(QPushButton).click()
    assert window.said == ["info: Stopped. Nothing was written."]
    qtbot.waitUntil(lambda: not tab.context.worker.is_busy)
    assert list(tmp_path.glob("*.xlsx")) == []


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.words)
def test_every_kind_of_file_is_written(
    tab: AuditTab, export: Callable[..., None], tmp_path: Path, qtbot: QtBot, way: Way
) -> None:
    path = tmp_path / f"audit{way.ending}"
    export(path, way)
    said = tab.exporting.notice.sentence
    qtbot.waitUntil(lambda: said.text().startswith("Saved as"), timeout=20_000)
    assert path.stat().st_size > 0


def test_an_edited_workbook_comes_back_after_a_look_at_its_differences(
    tab: AuditTab, desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "audit.xlsx"
    audit_export.export_audit(desk, path)
    book = load_workbook(path)
    book["Matrix"]["G7"].value = 4
    book.save(path)
    seen: list[str] = []

    def accept(dialog: QDialog) -> int:
        assert isinstance(dialog, DifferencesReview)
        seen.append(dialog.yes.text())
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(QDialog, "exec", accept)
    tab.exporting.back.read(path)
    qtbot.waitUntil(lambda: sign(tab) == "4", timeout=20_000)
    assert seen == ["Take in 1 change"]


def test_a_workbook_that_is_not_ours_leads_to_the_import_assistant(
    tab: AuditTab, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "Name"
    book.save(tmp_path / "theirs.xlsx")
    opened: list[str] = []
    monkeypatch.setattr(bringing_back, "confirm", lambda *_a, **_k: True)
    monkeypatch.setattr(assistant, "import_workbook", lambda *_: opened.append("assistant"))
    tab.exporting.back.read(tmp_path / "theirs.xlsx")
    qtbot.waitUntil(lambda: opened == ["assistant"], timeout=20_000)


def test_groups_are_closed_and_opened_by_keyboard_and_mouse_and_stay_so(
    tab: AuditTab, qtbot: QtBot
) -> None:
    tab.page.filters.group.choose(Grouping.TEAM.value)
    qtbot.keyClick(tab.page.matrix, "-")
    assert [each.sort_name for each in tab.page.matrix.shown.people] == ["Xu, Ben"]
    assert tab.page.matrix.holders == (1, 0)  # who is out of sight still counts
    (opener,) = tab.page.closed_groups.findChildren(QPushButton)
    assert opener.accessibleName() == "Open Cookery, 1 person"
    tab.page.filters.group.choose(Grouping.NONE.value)
    assert len(tab.page.matrix.shown.people) == 2
    tab.page.filters.group.choose(Grouping.TEAM.value)
    assert len(tab.page.matrix.shown.people) == 1
    qtbot.keyClick(tab.page.matrix, "-")
    assert tab.page.matrix.shown.people == []
    (first, *_) = (
        each for each in tab.page.closed_groups.findChildren(QPushButton) if each.isVisible()
    )
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert [each.sort_name for each in tab.page.matrix.shown.people] == ["Kaur, Asha"]
    qtbot.keyClick(tab.page.matrix, "+")
    assert len(tab.page.matrix.shown.people) == 2
    assert not tab.page.closed_groups.isVisible()
    names = tab.page.matrix.verticalHeader().viewport()
    place = QPoint(tab.page.matrix.measures.person + 5, 4)
    qtbot.mouseClick(names, Qt.MouseButton.LeftButton, pos=place)
    assert len(tab.page.matrix.shown.people) == 1


def test_no_two_keys_on_one_page_of_the_audit_are_the_same(tab: AuditTab, qtbot: QtBot) -> None:
    def letters() -> list[str]:
        shown = [*tab.findChildren(QAbstractButton), *tab.findChildren(QLabel)]
        marked = (part.text().replace("&&", "") for part in shown if part.isVisible())
        menus = ["f", "e", "v", "h"]
        return menus + [text[text.index("&") + 1].lower() for text in marked if "&" in text]

    def all_apart(pages: QTabBar | None = None) -> None:
        for at in range(pages.count() if pages else 1):
            if pages:
                pages.setCurrentIndex(at)
            assert sorted(letters()) == sorted(set(letters())), letters()

    tab._show_day(date(2026, 3, 1))
    all_apart()
    tab.bar.setCurrentIndex(1)
    all_apart(tab.meant.bar)
    tab.bar.setCurrentIndex(2)
    assert tab.training is not None
    all_apart(tab.training.bar)
