"""Somebody who types into the questionnaire until the program is killed."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lsadesk.operations.keeping import college
from lsadesk.ui.assessment.tab import NOTES, AssessmentTab
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Worker


class Window:
    """What the tab needs of a window."""

    def publish(self, changes):
        """Tell nobody."""

    def say(self, sentence, kind="said"):
        """What could not be done fails the test by its absence in the file."""

    def go(self, place, target=None):
        """Stay here."""


def main(folder: str, secret: str, words: str) -> None:
    """Type *words* into the first question's note and a private note, say so, and stay."""
    application = QApplication(sys.argv)
    desk = college.unlock(Path(folder), "asha", secret)
    tab = AssessmentTab(TabContext(desk, Worker(), Appearance(application, "light", 100), Window()))
    tab.show()

    def write() -> None:
        if tab.sheet is None:
            QTimer.singleShot(20, write)
            return
        tab.start.carried_on.emit()
        QTest.keyClicks(tab.question.holder.rated.note, words)
        tab.show_target(NOTES)
        QTest.keyClicks(tab.notes.text, words)
        sys.stdout.write("typed\n")
        sys.stdout.flush()

    QTimer.singleShot(0, write)
    application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
