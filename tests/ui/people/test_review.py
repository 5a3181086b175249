"""Records due for review: chosen, previewed, kept longer or erased."""

from datetime import date

from lsadesk.domain.staff.people import PersonDetails
from lsadesk.operations.keeping import retention
from lsadesk.operations.staff import people
from lsadesk.ui.keeping import erasing as questions
from lsadesk.ui.keeping import review_page
from lsadesk.ui.places import REVIEW


def test_what_is_due_is_kept_longer_or_erased_after_a_preview(desk, open_tab, qtbot, monkeypatch):
    for name in ("Asha", "Ben"):
        details = PersonDetails(forename=name, surname="Kaur", left_on=date(2018, 7, 20))
        people.add_person(desk, details)
    tab = open_tab(desk)
    tab.show_target(REVIEW)
    page = tab.review
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 2)
    assert page.said.text().startswith("2 kinds of record on 2 people")

    page.table.selectRow(0)
    monkeypatch.setattr(review_page, "ask_longer", lambda *_: (date(2027, 9, 1), "A claim"))
    page.longer.click()
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 1)

    shown = []

    def answer(_parent, plans):
        question = questions.EraseQuestion(None, plans)
        shown.append(question.what.toPlainText())
        assert not question.yes.isEnabled()
        question.because.setText("The period is over")
        assert question.yes.isEnabled()
        question.deleteLater()
        return "The period is over"

    offered = []
    monkeypatch.setattr(review_page, "ask_erase", answer)
    monkeypatch.setattr(
        review_page, "offer_certificate", lambda _page, _context, made: offered.append(made)
    )
    page.table.selectRow(0)
    page.erase.click()
    qtbot.waitUntil(lambda: page.pages.currentWidget() is page.empty)
    assert "Ben Kaur" in shown[0]
    assert "Stays for totals, without the name" in shown[0]
    assert retention.for_review(desk).due == ()
    assert [each.number for each in offered] == [1]
