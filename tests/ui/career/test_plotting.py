"""One's own way on a line of time: dragged by the mouse or moved by keys, read as a list."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from lsadesk.domain.calendar import Precision, RoughDate
from lsadesk.domain.staff.record import HeldQualification, Holding, PastRole
from lsadesk.operations.careers import career
from lsadesk.operations.staff import record
from lsadesk.ui.career import plotting
from lsadesk.ui.career.plotting import PlotDialog
from lsadesk.ui.widgets.tables import SPOKEN


@pytest.fixture
def plot(asha, open_tab, qtbot):
    """Asha's line with a shop, a course and something without a year."""
    for past in (PastRole(title="Shop", began=2010, ended=2014), PastRole(title="Carer")):
        record.add_past(asha, past)
    in_2012 = RoughDate(date(2012, 1, 1), Precision.YEAR)
    held = HeldQualification(qualification="hsc-l2", state=Holding.HELD, achieved=in_2012)
    record.set_qualification(asha, held)
    tab = open_tab(asha)
    dialog = PlotDialog(tab, tab.context, career.my_map(asha))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.desk = asha
    return dialog


def past(dialog):
    return {each.title: (each.began, each.ended) for each in of(dialog).past}


def of(dialog):
    return record.record_of(dialog.desk, dialog.desk.person)


def place(dialog, name):
    names = [each.name for each in dialog.list.model_.records()]
    return next(at for at, each in enumerate(names) if each.startswith(name))


def drag(dialog, start: QPoint, end: QPoint):
    QTest.mousePress(dialog.picture, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(dialog.picture, (start + end) / 2)
    QTest.mouseMove(dialog.picture, end)
    QTest.mouseRelease(dialog.picture, Qt.MouseButton.LeftButton, pos=end)


def test_a_screen_reader_reads_the_way_as_an_ordered_list(plot):
    model = plot.list.model_
    spoken = [model.data(model.index(at), SPOKEN) for at in range(model.rowCount())]
    assert spoken[0] == "No year yet: Carer (Work)"
    assert spoken[1] == "2010 \u2013 2014: Shop (Work)"
    assert spoken[2].startswith("2012: ")
    assert "(Qualification)" in spoken[2]


def test_the_mouse_drags_a_piece_and_its_end(plot, qtbot):
    shop = plot.picture.place_of(place(plot, "Shop"))
    far = QPoint(plot.picture.x_of(2013) - plot.picture.x_of(2010), 0)
    drag(plot, shop.center(), shop.center() + far)
    qtbot.waitUntil(lambda: past(plot)["Shop"] == (2013, 2017))
    qtbot.waitUntil(lambda: plot.list.current().began == 2013)
    shop = plot.picture.place_of(place(plot, "Shop"))
    end = QPoint(shop.right() - 2, shop.center().y())
    drag(plot, end, QPoint(plot.picture.x_of(2020) + 4, end.y()))
    qtbot.waitUntil(lambda: past(plot)["Shop"] == (2013, 2020))


def test_what_has_no_year_is_dragged_onto_the_line(plot, qtbot):
    waiting = plot.picture.place_of(place(plot, "Carer")).center()
    drag(plot, waiting, QPoint(plot.picture.x_of(2016) + 3, waiting.y()))
    qtbot.waitUntil(lambda: past(plot)["Carer"] == (2016, None))


def test_keys_move_a_piece_and_its_ends_and_take_it_off(plot, qtbot):
    plot.list.setFocus()
    plot.list.go(place(plot, "Shop"))
    for key, held, told in (
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, (2009, 2013)),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, (2009, 2014)),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier, (2010, 2014)),
    ):
        QTest.keyClick(plot.list, key, held)
        qtbot.waitUntil(
            lambda told=told: (plot.list.current().began, plot.list.current().ended) == told
        )
        assert past(plot)["Shop"] == told
    QTest.keyClick(plot.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Shop" not in past(plot))


def test_a_double_click_on_the_line_adds_work_in_that_year(plot, qtbot, monkeypatch):
    asked = []

    def ask(_parent, _seen, _today, before):
        asked.append(before.began)
        return PastRole(title="Scouts", began=before.began)

    monkeypatch.setattr(plotting, "ask_past", ask)
    free = QPoint(plot.picture.x_of(2020) + 3, plot.picture.height() - 30)
    QTest.mouseDClick(plot.picture, Qt.MouseButton.LeftButton, pos=free)
    qtbot.waitUntil(lambda: "Scouts" in past(plot))
    assert asked == [2020]
