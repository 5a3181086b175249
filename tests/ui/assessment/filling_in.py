"""What tests of the questionnaire do to it and look for in it."""

from PySide6.QtWidgets import QLabel, QPushButton

from lsadesk.domain.auditing.skills import Level
from lsadesk.operations.appraisals import assessment


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def press(widget, words):
    wanted = [one for one in widget.findChildren(QPushButton) if words in one.text()]
    wanted[0].click()


def page(tab):
    return tab.question.holder.rated


def seen(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def hand_in(tab, qtbot):
    press(tab.start, "Hand in as it is")
    press(tab.check, "Hand in")
    qtbot.waitUntil(lambda: any("Handed in on" in text for text in texts(tab.start)))


def kept_words(tab):
    return assessment.my_sheet(tab.context.desk).assessment.words


def chosen(tab):
    return page(tab).levels._group.checkedId()


def kept(tab):
    return assessment.my_sheet(tab.context.desk).assessment.answers


def wait_saved(qtbot, tab):
    qtbot.waitUntil(lambda: tab.question.saved.text().startswith("Saved "))


def answer(qtbot, tab, level):
    page(tab).choice(Level(level)).click()
    wait_saved(qtbot, tab)
