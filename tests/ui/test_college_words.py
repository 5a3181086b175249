"""The window speaks in the college's own words, from the moment that they are changed."""

import pytest

from lsadesk.domain.vocabulary import Term, Vocabulary, Word
from lsadesk.operations.keeping import vocabulary
from lsadesk.ui.college_words import CollegeWords
from lsadesk.ui.shell.main_window import MainWindow
from lsadesk.ui.shell.settings import Settings
from lsadesk.ui.words import tr

# The offscreen platform says so whenever a window has a smallest size; no screen does.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ENABLER = {Term.LSA: Word("enabler", "enablers"), Term.LEARNER: Word("student", "students")}


@pytest.fixture
def words(qapp):
    """The college's words, taken off the application afterwards."""
    made = CollegeWords()
    yield made
    made.speak(Vocabulary())


def test_every_sentence_passes_through_the_colleges_words(words):
    words.speak(Vocabulary(ENABLER))
    assert tr("An LSA helps {number} learners", number=3) == "An enabler helps 3 students"
    words.speak(Vocabulary())
    assert tr("An LSA") == "An LSA"


def test_names_of_people_and_of_the_program_stay(words):
    words.speak(Vocabulary(ENABLER))
    assert tr("{name} uses LSA Desk", name="Lsa Learner") == "Lsa Learner uses LSA Desk"


def test_changed_words_are_on_every_page_at_once_and_go_at_the_lock(
    desk, appearance, worker, qtbot
):
    window = MainWindow(Settings(), appearance, worker)
    qtbot.addWidget(window)
    window.resize(1024, 640)
    window.show()
    window.enter(desk)
    qtbot.waitUntil(lambda: window.sitting is not None and window.sitting.tab() is not None)
    sitting = window.sitting
    window.bar.go("library")
    qtbot.waitUntil(lambda: not worker.is_busy)
    before = sitting.tab()
    sitting.context.write(lambda at: vocabulary.set_vocabulary(at, ENABLER))
    qtbot.waitUntil(lambda: sitting.tab() is not before)
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert window.bar.current() == "library"
    assert tr("LSAs") == "Enablers"
    sitting.context.write(lambda at: at.undo())
    qtbot.waitUntil(lambda: tr("LSAs") == "LSAs")
    sitting.context.write(lambda at: vocabulary.set_vocabulary(at, ENABLER))
    qtbot.waitUntil(lambda: tr("LSAs") == "Enablers")
    window.lock()
    assert tr("LSAs") == "LSAs"
    worker.finish()
