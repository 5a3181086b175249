"""The pages of what people share: networks, what stands in the way, resources, who carries what."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from lsadesk.domain.careers.networks import MeetingDetails, NetworkDetails
from lsadesk.domain.staff.barriers import InTheWay, Sharing
from lsadesk.operations.careers import networks, resources
from lsadesk.operations.staff import barriers as kept_barriers
from lsadesk.operations.staff import carrying
from lsadesk.ui.widgets.ask import Question
from tests.ui.at_rest import wait_for

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def agree(monkeypatch):
    """Says yes to the next questions, after filling in whatever is given."""

    def agreed(fill=lambda question: None):
        monkeypatch.setattr(Question, "answered", lambda question: fill(question) or True)

    return agreed


def test_an_lsa_joins_a_network_and_reads_what_was_shared(desk, tab, qtbot, agree, said):
    network = networks.add_network(desk, NetworkDetails(name="Signing lunch")).result
    networks.add_meeting(desk, network, MeetingDetails(day=desk.today, shared="Fingerspelling"))
    page = tab.networks
    tab.show_page(page)
    page.reload()
    qtbot.waitUntil(lambda: page.table.model_.rowCount() == 1)
    assert "see the names" in said(page)
    assert not page.meetings.isVisible()
    agree()
    page.join.click()
    qtbot.waitUntil(lambda: page.meetings.model_.rowCount() == 1)
    assert "Angharad Llŷr" in page.members.text()
    assert not page.remove.isVisible()
    page.join.click()
    qtbot.waitUntil(lambda: not page.meetings.isVisible())


def test_without_a_network_an_lsa_is_told_what_one_is(tab, qtbot):
    tab.show_page(tab.networks)
    qtbot.waitUntil(lambda: "can begin one" in tab.networks.told.text())


def test_the_head_begins_a_network_and_puts_people_in_and_out(head_tab, qtbot, agree):
    page = head_tab.networks
    head_tab.show_page(page)
    qtbot.waitUntil(page.add.isVisible)
    assert "Angharad Llŷr" in page.told.text()
    agree(lambda question: question.findChildren(QLineEdit)[0].setText("Newcomers"))
    page.add.click()
    qtbot.waitUntil(lambda: page.table.model_.rowCount() == 1)
    spoken = page.table.rows.index(0, 0).data(SPOKEN)
    assert spoken == "Newcomers, 0 people"
    assert not page.take_out.isVisible()
    agree(lambda question: question.findChildren(QComboBox)[0].setCurrentIndex(0))
    page.put_in.click()
    qtbot.waitUntil(page.take_out.isVisible)
    page.take_out.click()
    qtbot.waitUntil(lambda: not page.take_out.isVisible())


def test_a_barrier_is_noted_by_keyboard_with_how_far_it_goes(tab, asha, qtbot, agree):
    page = tab.barriers
    tab.show_page(page)
    qtbot.waitUntil(lambda: "What helps" in page.helps.text())
    assert not page.figures.isVisible()

    def share(question):
        question.findChildren(QComboBox)[0].setCurrentIndex(1)

    agree(share)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(page.clear.isVisible)
    assert kept_barriers.my_barriers(asha)[0].sharing is Sharing.COUNTED
    page.clear.click()
    qtbot.waitUntil(lambda: not kept_barriers.my_barriers(asha))


def test_the_head_reads_that_too_few_said_anything(head_tab, qtbot):
    page = head_tab.barriers
    head_tab.show_page(page)
    qtbot.waitUntil(lambda: "Fewer than five" in page.figures_said.text())
    assert not page.note.isVisible()


def test_the_head_reads_what_is_shown_and_nothing_else(head_tab, asha, qtbot):
    kept_barriers.note_barrier(asha, InTheWay(barrier="training", note="Mine alone"))
    kept_barriers.note_barrier(
        asha, InTheWay(barrier="funding", note="The fees", sharing=Sharing.SHOWN)
    )
    page = head_tab.barriers
    head_tab.show_page(page)
    page.reload()
    qtbot.waitUntil(page.shown.isVisible)
    cells = [page.shown.rows.index(0, at).data() for at in range(3)]
    assert cells == ["Angharad Llŷr", "Money", "The fees"]
    assert page.shown.rows.rowCount() == 1


def test_a_resource_added_by_the_head_stands_beside_its_entry(head_tab, qtbot, agree, said):
    page = head_tab.resources
    head_tab.show_page(page)
    qtbot.waitUntil(page.add.isVisible)

    def fill(question):
        title, where = question.findChildren(QLineEdit)[:2]
        title.setText("Film of the kitchen signs")
        where.setText("Staff drive")
        beside = question.findChildren(QComboBox)[1]
        beside.setCurrentIndex(beside.findText("British Sign Language", Qt.MatchFlag.MatchContains))

    agree(fill)
    page.add.click()
    qtbot.waitUntil(lambda: page.table.model_.rowCount() == 1)
    added = page.table.model_.records()[0]
    head_tab.show_target(added.about.id)
    qtbot.waitUntil(lambda: "Film of the kitchen signs" in said(head_tab.finder.panel))


def test_everybody_reads_resources_and_an_lsa_changes_none(desk, tab, qtbot):
    place = resources.places(desk)[-1]
    tab.show_page(tab.resources)
    qtbot.waitUntil(lambda: not tab.context.worker.is_busy)
    assert tab.resources.empty.isVisible()
    assert not tab.resources.add.isVisible()
    assert place.name


def test_a_responsibility_is_given_and_handed_over_by_keyboard(head_tab, desk, qtbot, agree):
    page = head_tab.carrying
    qtbot.waitUntil(lambda: head_tab.offers(page))
    head_tab.show_page(page)
    qtbot.waitUntil(lambda: page.table.model_.rowCount() == 37)
    assert "37 of 37 are nobody's yet" in page.told.text()
    page.table.setFocus()
    page.table.selectRow(0)
    agree()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "36 of 37" in page.told.text())
    chosen = page.table.current()
    assert "carried by Angharad Llŷr" in page.table.currentIndex().siblingAtColumn(0).data(SPOKEN)
    page.whose.setCurrentIndex(1)
    assert page.table.rows.rowCount() == 36
    page.whose.setCurrentIndex(0)
    page.table.select(chosen)
    carrier = carrying.carried(desk).lines
    ended = next(line.now[0] for line in carrier if line.now)
    page.write(lambda at: carrying.hand_over(at, ended, desk.today + timedelta(days=0)))
    qtbot.waitUntil(lambda: not head_tab.context.worker.is_busy)
    assert page.over.isEnabled()  # today is still theirs


def test_a_recommendation_is_ticked_off_by_keyboard_with_its_evidence(head_tab, qtbot, agree):
    page = head_tab.reasons
    head_tab.show_page(page)
    qtbot.waitUntil(lambda: page.table.model_.rowCount() == 16 + 15)
    assert page.told.text() == "0 of 7 ticked off."

    def tell(question):
        question.findChildren(QPlainTextEdit)[0].setPlainText("Minutes")

    agree(tell)
    page.table.setFocus()
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.told.text() == "1 of 7 ticked off.")
    assert "ticked off on" in page.table.currentIndex().siblingAtColumn(1).data(SPOKEN)
    page.untick.click()
    qtbot.waitUntil(lambda: page.told.text() == "0 of 7 ticked off.")


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("page", ["networks", "barriers", "resources", "carrying", "reasons"])
def test_nobody_is_shut_out_of_these_pages(head_tab, barriers, qtbot, percent, page):
    head_tab.context.appearance.set_text_size(percent)
    shown = getattr(head_tab, page)
    qtbot.waitUntil(lambda: head_tab.offers(shown))
    head_tab.show_page(shown)
    wait_for(head_tab.context.worker, qtbot)
    assert barriers(head_tab) == []
