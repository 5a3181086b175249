"""Every page of the questionnaire, by keyboard and screen reader, at 100 and 150 % text."""

import pytest
from PySide6.QtWidgets import QApplication

from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.operations.appraisals import assessment
from lsadesk.operations.appraisals.assessment import Answer
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.ui.assessment.tab import AssessmentTab
from lsadesk.ui.tab import TabContext

SECRET = "a long enough secret"
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Window:
    """What the tab needs of a window."""

    def publish(self, changes):
        """Nobody else is here."""

    def say(self, sentence, kind="said"):
        raise AssertionError(sentence)

    def go(self, place, target=None):
        raise AssertionError(place)


@pytest.fixture
def tab(desk, qtbot, appearance, worker, percent):
    """The tab of somebody with a long name who handed in once and began anew."""
    details = PersonDetails(forename="Angharad", surname=f"{LONG}-Ŵyn", title="LSA")
    person = people.add_person(desk, details).result
    accounts.add_account(desk, "angharad", SECRET, person=person, is_own=True)
    hers = college.unlock(desk.folder, "angharad", SECRET)
    for statement in assessment.my_sheet(hers).statements:
        given = Answer(statement=statement.id, value=Level(3), example="word " * 60)
        assessment.keep_answer(hers, given)
    assessment.hand_in(hers)
    assessment.begin_again(hers)
    appearance.set_text_size(percent)
    made = AssessmentTab(TabContext(hers, worker, appearance, Window()))
    qtbot.addWidget(made)
    made.resize(1024, 640)
    made.show()
    qtbot.waitUntil(lambda: made.sheet is not None)
    yield made
    hers.close()


@pytest.mark.parametrize("percent", [100, 150])
def test_no_page_of_the_questionnaire_shuts_anybody_out(tab, barriers, qtbot):
    found = {}

    def look(name):
        for _ in range(5):  # a wrapped line may take another round of laying out
            qtbot.wait(30)
            QApplication.processEvents()
            found[name] = barriers(tab)
            if not found[name]:
                break

    look("start")
    tab.pages.ask(tab.sheet.statements[0])
    tab.question.holder.rated.head.help.click()
    look("a statement with last time's answer and its help")
    for question in ("tasks-now", "areas-now", "stay-or-move"):
        tab.pages.ask(tab.sheet.framework.questions[question])
        look(question)
    tab.check.show_part(tab.sheet, tab.sheet.parts[0])
    tab.pages.setCurrentWidget(tab.check)
    look("a part looked over")
    tab.pages.look_over()
    look("all looked over")
    tab.pages.prefer(True)
    look("the list")
    tab._to_start()
    tab._to_notes()
    look("private notes")
    tab._to_start()
    tab._to_interview()
    qtbot.waitUntil(lambda: bool(tab.interview.form.fields))
    look("the interview")
    assert not {name: walls for name, walls in found.items() if walls}
