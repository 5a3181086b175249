"""The People tab as a college secretary uses it, with the keyboard alone."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel

from lsadesk.domain.staff.people import Link, PersonDetails, Welsh
from lsadesk.operations.staff import people
from lsadesk.ui.people import staff as staff_page
from lsadesk.ui.people import structure as structure_page
from lsadesk.ui.taking import saving
from tests.ui.at_rest import wait_for

# The offscreen platform says so of smallest sizes and of open lists; no screen does.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TAB, ENTER, DOWN, HOME = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Home


def names(tab):
    """The names in the table, as they stand."""
    rows = tab.staff.table.rows
    return [rows.index(at, 0).data() for at in range(rows.rowCount())]


def find(tab, qtbot, keys, text, expected):
    """Type *text* into the search field and wait for the table to follow."""
    tab.staff.search.setFocus()
    keys(text)
    qtbot.waitUntil(lambda: names(tab) == expected)


def open_person(tab, keys, name):
    """Go to the line of *name* with the arrow keys and into its form with Enter."""
    tab.staff.table.setFocus()
    keys(HOME)
    for _ in range(names(tab).index(name)):
        keys(DOWN)
    keys(ENTER)
    return tab.staff.panel.record.fields


def retype(field, keys, text):
    """Write *text* over what is in *field*."""
    field.setFocus()
    field.selectAll()
    keys(text)


def shown(widget):
    """Every text on screen in *widget*."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_the_staff_are_listed_by_surname(tab):
    assert names(tab) == ["Ellery, Pat", "Kaur, Asha", "Ŵyn-Prydderch, Siân"]
    assert "3 people. Choose one to see their record." in shown(tab)


def test_the_model_behaves_as_qt_asks(tab):
    QAbstractItemModelTester(tab.staff.table.rows)
    tab.staff.table.rows.search("kaur")
    tab.staff.table.rows.search("")


@pytest.mark.parametrize("text", ["sian", "AV1006", "wyn pryd"])
def test_a_person_is_found_by_name_without_accents_or_by_payroll_number(tab, qtbot, keys, text):
    find(tab, qtbot, keys, text, ["Ŵyn-Prydderch, Siân"])


def test_a_team_finds_its_people_and_what_fits_nobody_is_said(tab, qtbot, keys):
    find(tab, qtbot, keys, "cookery", ["Kaur, Asha"])
    find(tab, qtbot, keys, " zzz", [])
    assert "Nobody here has “cookery zzz” in their line." in shown(tab)


def test_a_changed_field_is_saved_as_it_is_left(tab, qtbot, keys, desk, staff):
    fields = open_person(tab, keys, "Kaur, Asha")
    assert fields.forename.hasFocus()
    retype(fields.title, keys, "Senior LSA")
    keys(TAB)
    qtbot.waitUntil(lambda: people.person(desk, staff["Asha"]).title == "Senior LSA")
    qtbot.waitUntil(lambda: tab.staff.table.current().title == "Senior LSA")
    assert fields.payroll.hasFocus()


def test_two_fields_changed_one_after_the_other_are_both_kept(tab, qtbot, keys, desk, staff):
    fields = open_person(tab, keys, "Kaur, Asha")
    retype(fields.forename, keys, "Aisha")
    keys(TAB)
    retype(fields.payroll, keys, "AV7")
    keys(TAB)
    qtbot.waitUntil(lambda: people.person(desk, staff["Asha"]).payroll == "AV7")
    assert people.person(desk, staff["Asha"]).forename == "Aisha"
    assert tab.window_.said == []


def test_a_field_that_cannot_be_read_does_not_hold_on_to_whoever_goes_on(tab, keys):
    fields = open_person(tab, keys, "Kaur, Asha")
    retype(fields.started, keys, "some day")
    keys(TAB, TAB)
    assert tab.staff.panel.specialisms.area.hasFocus()
    assert "! Write a date as 3 Sep 2019, Sep 2019 or 2019." in shown(fields)


def test_tab_goes_down_the_record_as_it_stands(tab, keys):
    fields = open_person(tab, keys, "Kaur, Asha")
    fields.team.setFocus()
    keys(TAB)
    assert QApplication.focusWidget().accessibleName().startswith("Sites: ")


def test_what_is_half_typed_is_saved_when_another_person_is_chosen(tab, qtbot, keys, desk, staff):
    fields = open_person(tab, keys, "Kaur, Asha")
    retype(fields.hours, keys, "22:30")
    tab.staff.choose(staff["Pat"])
    qtbot.waitUntil(lambda: people.person(desk, staff["Asha"]).weekly_minutes == 1350)
    assert fields.forename.text() == "Pat"
    assert people.person(desk, staff["Pat"]).weekly_minutes is None


def test_what_is_half_typed_is_saved_before_the_window_locks(tab, qtbot, keys, desk, staff):
    fields = open_person(tab, keys, "Kaur, Asha")
    fields.note.setFocus()
    keys("Speaks Welsh")
    tab.settle()
    qtbot.waitUntil(lambda: people.person(desk, staff["Asha"]).note == "Speaks Welsh")


def test_only_looking_at_people_changes_nothing(tab, qtbot, keys, desk):
    before = people.directory(desk).people
    for name in names(tab):
        open_person(tab, keys, name)
        keys(TAB, TAB, TAB, TAB)
    tab.settle()
    wait_for(tab.context.worker, qtbot)
    assert people.directory(desk).people == before
    assert tab.window_.saved == []


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("hours", "lots", "! Write hours as 22.5 or 22:30, or write: as required."),
        ("started", "soon", "! Write a date as 3 Sep 2019, Sep 2019 or 2019."),
    ],
)
def test_what_cannot_be_read_is_said_beside_the_field_and_stays(tab, keys, field, text, sentence):
    fields = open_person(tab, keys, "Kaur, Asha")
    retype(getattr(fields, field), keys, text)
    keys(TAB)
    assert sentence in shown(fields)
    assert getattr(fields, field).text() == text


def test_a_name_cannot_be_emptied(tab, qtbot, keys, desk, staff):
    fields = open_person(tab, keys, "Kaur, Asha")
    for field in (fields.forename, fields.surname):
        field.setFocus()
        field.selectAll()
        keys(Qt.Key.Key_Delete)
    keys(TAB)
    assert "! A person needs at least a forename or a surname." in shown(fields)
    assert people.person(desk, staff["Asha"]).surname == "Kaur"


def test_undo_shows_what_stood_before(tab, qtbot, keys, desk, staff):
    fields = open_person(tab, keys, "Kaur, Asha")
    retype(fields.title, keys, "Senior LSA")
    keys(TAB)
    qtbot.waitUntil(lambda: desk.undo_sentence() == "Changed Asha Kaur")
    tab.context.write(lambda desk: desk.undo())
    qtbot.waitUntil(lambda: fields.title.text() == "LSA")


def test_of_two_who_change_one_record_the_second_keeps_what_they_typed(
    tab, qtbot, keys, desk, staff
):
    fields, form = open_person(tab, keys, "Kaur, Asha"), tab.staff.panel.record
    asha = people.person(desk, staff["Asha"])
    people.change_person(desk, asha.id, asha.version, replace(asha, payroll="AV9"))
    retype(fields.title, keys, "Enabler")
    keys(TAB)
    qtbot.waitUntil(form.notice.isVisible)
    assert "Somebody else has changed this" in form.notice.sentence.text()
    assert fields.title.text() == "Enabler"
    form._reload()
    qtbot.waitUntil(lambda: fields.payroll.text() == "AV9")
    assert fields.title.text() == "Enabler"
    form._save_typed()
    qtbot.waitUntil(lambda: people.person(desk, staff["Asha"]).title == "Enabler")
    assert people.person(desk, staff["Asha"]).payroll == "AV9"
    assert not form.notice.isVisible()


def test_what_clashed_is_still_there_after_looking_at_somebody_else(tab, qtbot, keys, desk, staff):
    fields, form = open_person(tab, keys, "Kaur, Asha"), tab.staff.panel.record
    asha = people.person(desk, staff["Asha"])
    people.change_person(desk, asha.id, asha.version, replace(asha, payroll="AV9"))
    retype(fields.title, keys, "Enabler")
    keys(TAB)
    qtbot.waitUntil(form.notice.isVisible)
    tab.staff.choose(staff["Pat"])
    assert fields.title.text() == "Manager"
    tab.refresh()
    qtbot.waitUntil(lambda: tab.staff.table.model_.record(1).record.payroll == "AV9")
    tab.staff.choose(staff["Asha"])
    assert (fields.title.text(), fields.payroll.text()) == ("Enabler", "AV9")
    form._drop_typed()
    assert fields.title.text() == "LSA"


def test_a_line_manager_is_chosen_by_a_few_letters(tab, qtbot, keys, desk, staff):
    open_person(tab, keys, "Ŵyn-Prydderch, Siân")
    tab.staff.panel.duties.pickers[Link.APPRAISER].setFocus()
    keys("ell", TAB)
    qtbot.waitUntil(
        lambda: people.directory(desk).links[staff["Siân"]] == {Link.APPRAISER: staff["Pat"]}
    )
    assert tab.staff.panel.duties.pickers[Link.LINE_MANAGER].chosen() is None


def test_a_duty_is_taken_away_by_emptying_its_field(tab, qtbot, keys, desk, staff):
    open_person(tab, keys, "Kaur, Asha")
    picker = tab.staff.panel.duties.pickers[Link.LINE_MANAGER]
    assert picker.currentText() == "Pat Ellery"
    picker.setFocus()
    picker.lineEdit().selectAll()
    keys(Qt.Key.Key_Delete, TAB)
    qtbot.waitUntil(lambda: people.directory(desk).links[staff["Asha"]] == {})


def test_what_fits_nobody_is_said_and_changes_nothing(tab, keys, desk, staff):
    open_person(tab, keys, "Kaur, Asha")
    duties = tab.staff.panel.duties
    duties.pickers[Link.DEPLOYER].setFocus()
    keys("zzz", TAB)
    assert "! “zzz” fits nobody, or more than one. Choose from the list." in shown(duties)
    assert people.directory(desk).links[staff["Asha"]] == {Link.LINE_MANAGER: staff["Pat"]}


def test_nobody_is_made_their_own_manager(tab, qtbot, keys, staff):
    open_person(tab, keys, "Kaur, Asha")
    duties = tab.staff.panel.duties
    duties.pickers[Link.DEPLOYER].setFocus()
    keys("asha", TAB)
    said = "! Nobody can be their own deployer. Choose somebody else."
    qtbot.waitUntil(lambda: said in shown(duties))


def test_a_person_is_added_by_name_and_the_form_waits_for_the_rest(tab, qtbot, monkeypatch):
    new = PersonDetails(forename="Ben", surname="Cole")
    monkeypatch.setattr(staff_page, "ask_person", lambda *_: new)
    tab.staff.add.click()
    qtbot.waitUntil(lambda: "Cole, Ben" in names(tab))
    qtbot.waitUntil(lambda: tab.staff.panel.record.fields.surname.text() == "Cole")
    assert QApplication.focusWidget() is tab.staff.panel.record.fields.forename


def test_leavers_are_hidden_until_they_are_asked_for(tab, qtbot, keys, desk, staff):
    people.mark_leaver(desk, staff["Siân"], date(2026, 11, 23))
    tab.refresh()
    qtbot.waitUntil(lambda: names(tab) == ["Ellery, Pat", "Kaur, Asha"])
    tab.staff.leavers.setFocus()
    keys(Qt.Key.Key_Space)
    assert "Ŵyn-Prydderch, Siân (last day 23 Nov 2026)" in names(tab)


def test_a_manager_who_leaves_is_said_to_be_looking_after_somebody(tab, qtbot, keys, desk, staff):
    open_person(tab, keys, "Ellery, Pat")
    people.mark_leaver(desk, staff["Pat"], date(2026, 12, 3))
    tab.refresh()
    said = "Last day 3 Dec 2026. Still looks after 1 person: choose somebody else for them."
    qtbot.waitUntil(lambda: said in shown(tab.staff.panel))


def test_another_tab_can_send_somebody_here(tab, staff):
    tab.show_target(staff["Siân"])
    assert tab.staff.panel.name.text() == "Siân Ŵyn-Prydderch"


def test_a_team_is_added_renamed_and_kept_while_it_is_in_use(tab, qtbot, keys, monkeypatch):
    tab.bar.setCurrentIndex(1)
    teams = tab.structure.teams
    monkeypatch.setattr(structure_page, "ask_text", lambda *_, **__: "Catering")
    teams.table.setFocus()
    keys(HOME, ENTER)
    qtbot.waitUntil(
        lambda: [group.value.name for group in teams.table.model_.records()] == ["Catering"]
    )
    refused = []
    tab.context.worker.refused.connect(refused.append)
    teams.remove.click()
    qtbot.waitUntil(lambda: bool(refused))
    assert refused[0].startswith("There are still people in Catering")


def test_a_line_manager_sees_their_own_people_and_what_these_ask(open_tab, sign_in, staff):
    tab = open_tab(sign_in(staff["Pat"]))
    assert names(tab) == ["Ellery, Pat", "Kaur, Asha"]
    pages = [each for each in range(tab.bar.count()) if tab.bar.isTabVisible(each)]
    assert [tab.bar.tabText(each) for each in pages] == ["Staff", "Requests"]
    assert not tab.staff.add.isVisible()
    tab.staff.choose(staff["Pat"])
    assert "Job title: Manager" in tab.staff.panel.facts.toPlainText()


def test_an_appraiser_reads_names_and_teams_but_no_record(open_tab, sign_in, desk, staff):
    people.set_link(desk, staff["Asha"], Link.APPRAISER, staff["Siân"])
    tab = open_tab(sign_in(staff["Siân"]))
    tab.staff.choose(staff["Asha"])
    assert tab.staff.panel.facts.toPlainText() == "Job title: LSA\nTeam: Cookery"


def test_an_empty_college_offers_its_staff_list_to_be_imported(open_tab, desk):
    tab = open_tab(desk)
    assert tab.staff.empty.action.isVisible()
    assert tab.staff.empty.action.text() == "Import your staff list..."


def test_the_first_person_can_be_added_by_hand(open_tab, desk, qtbot, monkeypatch):
    tab = open_tab(desk)
    new = PersonDetails(forename="Ben", surname="Cole")
    monkeypatch.setattr(staff_page, "ask_person", lambda *_: new)
    tab.staff.empty.other.click()
    qtbot.waitUntil(lambda: names(tab) == ["Cole, Ben"])
    assert tab.staff.table.isVisible()


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_on_any_page_shuts_somebody_out(tab, keys, appearance, barriers, percent):
    appearance.set_text_size(percent)
    open_person(tab, keys, "Kaur, Asha")
    for page in range(tab.bar.count()):
        tab.bar.setCurrentIndex(page)
        QApplication.processEvents()
        assert barriers(tab) == []


def test_a_record_to_read_shuts_nobody_out(open_tab, sign_in, staff, barriers):
    tab = open_tab(sign_in(staff["Pat"]))
    tab.staff.choose(staff["Pat"])
    assert barriers(tab) == []


def test_the_development_plan_is_opened_from_the_record(tab, staff, monkeypatch):
    opened = []
    monkeypatch.setattr(tab.context, "go", lambda *about: opened.append(about))
    tab.staff.choose(staff["Asha"])
    (way,) = [each for each in tab.staff.panel.plans if each.isVisible()]
    way.click()
    assert opened == [("development", staff["Asha"])]


def test_an_appraiser_who_may_not_see_the_record_reaches_the_plan(desk, staff, sign_in, open_tab):
    people.set_link(desk, staff["Siân"], Link.APPRAISER, staff["Asha"])
    people.set_link(desk, staff["Pat"], Link.DEPLOYER, staff["Asha"])
    tab = open_tab(sign_in(staff["Asha"]))
    offered = {}
    for name in ("Siân", "Pat"):
        tab.staff.choose(staff[name])
        offered[name] = any(each.isVisible() for each in tab.staff.panel.plans)
    assert offered == {"Siân": True, "Pat": False}


def test_a_head_takes_out_all_that_is_held_on_a_person(tab, staff, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(saving, "ask_where", lambda *_: tmp_path / "held.pdf")
    tab.staff.choose(staff["Asha"])
    qtbot.waitUntil(tab.staff.panel.held.isVisible)
    tab.staff.panel.held.click()
    qtbot.waitUntil((tmp_path / "held.json").exists, timeout=20_000)
    assert "Kaur" in (tmp_path / "held.json").read_text(encoding="utf-8")


def test_a_line_manager_does_not(open_tab, sign_in, staff, qtbot):
    tab = open_tab(sign_in(staff["Pat"]))
    tab.staff.choose(staff["Asha"])
    qtbot.waitUntil(lambda: tab.staff.panel.currentIndex() > 0)
    assert not tab.staff.panel.held.isVisibleTo(tab)


def test_the_organisation_chart_is_saved_from_teams_and_sites(tab, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(saving, "ask_where", lambda *_: tmp_path / "chart.pdf")
    tab.bar.setCurrentIndex(1)
    tab.structure.chart.click()
    qtbot.waitUntil(lambda: "said: Saved as chart.pdf" in " ".join(tab.window_.said))
    assert (tmp_path / "chart.pdf").read_bytes().startswith(b"%PDF")


def test_a_record_has_a_place_for_welsh_once_the_college_is_in_wales(tab, qtbot, keys, desk, staff):
    fields = open_person(tab, keys, "Kaur, Asha")
    assert not fields.wales.isVisible()
    tab.structure.in_wales.click()
    qtbot.waitUntil(fields.wales.isVisible)
    fields.welsh.choose(Welsh.TALK)
    retype(fields.ewc, keys, "12/34567")
    keys(TAB)
    qtbot.waitUntil(lambda: people.person(desk, staff["Asha"]).ewc == "12/34567")
    assert people.person(desk, staff["Asha"]).welsh is Welsh.TALK
    assert tab.structure.welsh.isVisibleTo(tab.structure)
