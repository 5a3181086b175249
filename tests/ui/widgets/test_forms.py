"""Form pages."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lsadesk.ui.widgets.forms import Choice, Form
from lsadesk.ui.widgets.scrolled import scrolling


def test_every_field_gets_a_name_a_label_and_its_hint(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    field = form.text("Forename", hint="As on the badge.")
    (tag,) = [each for each in form.findChildren(QLabel) if each.buddy() is field]
    assert (tag.text(), field.accessibleName()) == ("Forename", "Forename")
    assert field.accessibleDescription() == "As on the badge."


def test_what_is_wrong_is_said_beside_the_field_and_taken_away_again(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    field = form.text("Forename", hint="As on the badge.")
    form.wrong(field, "A name is needed.")
    shown = [each.text() for each in form.findChildren(QLabel) if each.isVisibleTo(form)]
    assert "! A name is needed." in shown
    assert field.accessibleDescription() == "A name is needed. As on the badge."
    form.clear_wrong()
    assert field.accessibleDescription() == "As on the badge."
    assert not any("needed" in each.text() for each in form.findChildren(QLabel))


def test_what_was_wrong_is_not_said_any_more_of_what_is_being_typed_anew(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    field, other = form.text("By when", "soon"), form.text("Forename")
    form.wrong(field, "Write a date.")
    form.wrong(other, "A name is needed.")
    qtbot.keyClicks(field, "3")
    assert field.accessibleDescription() == ""
    assert form.first_wrong() is other


def test_a_name_with_markup_in_it_stays_text(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    said = form.say("<b>O'Neill</b> & <img src=x>")
    bold = form.say("O'Neill")
    assert said.sizeHint().width() > bold.sizeHint().width()


def test_what_is_wrong_far_down_a_long_form_is_brought_into_view(qtbot: QtBot) -> None:
    form = Form()
    fields = [form.text(f"Field {number}") for number in range(20)]
    area = scrolling(form)
    qtbot.addWidget(area)
    area.resize(400, 300)
    with qtbot.waitExposed(area):
        area.show()
    form.wrong(fields[-1], "Say why.")
    (said,) = [each for each in form.findChildren(QLabel) if "Say why" in each.text()]
    for shown in (said, fields[-1]):
        qtbot.waitUntil(lambda shown=shown: shown.visibleRegion().boundingRect() == shown.rect())


def test_a_choice_is_read_by_what_it_stands_for(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    field = form.choice("Team", [("None", None), ("Cookery", 4)], 4)
    assert field.chosen() == 4
    field.offer([("Art", 7)])
    assert field.chosen_as(int) == 7


def test_a_name_that_is_too_long_for_its_box_ends_in_dots(qtbot: QtBot) -> None:
    name = "Catering and hospitality at the Quay"
    made = Choice([(name, name)])
    qtbot.addWidget(made)
    made.resize(150, 32)
    made.show()
    drawn = made.grab().toImage()
    dots = Qt.TextElideMode.ElideRight
    ended = {made.fontMetrics().elidedText(name, dots, room) for room in range(60, 150)}
    pictures = []
    for words in ended:
        made.setItemText(0, words)
        pictures.append(made.grab().toImage())
    assert drawn in pictures
