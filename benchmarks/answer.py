"""The next question, and an answer kept, with one year behind one and with ten."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtWidgets import QApplication

from benchmarks.store import in_turn, write_4k
from lsadesk.domain.appraisals.assessment import Answer
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.staff.people import PersonDetails
from lsadesk.operations.appraisals import assessment
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.ui.assessment.frame import QuestionFrame
from lsadesk.ui.looks.appearance import Appearance

NEXT_WITHIN = 0.050  # seconds
ROUNDS = 30
SECRET = "correct horse"


def measure() -> Iterator[tuple[str, float, float, float]]:
    """Name, seconds, floor's seconds and the budgeted ratio."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        desk = _asha(Path(name))
        if isinstance(application, QApplication):
            yield "worst: next question painted", _worst_next(application, desk), NEXT_WITHIN, 1.0
        floor, one = in_turn(lambda: write_4k(Path(name)), _answering(desk), 100)
        yield "one answer of a draft sealed and kept", one, floor, 5.0
        early = _took(lambda: assessment.my_sheet(desk))
        for _ in range(9):
            _a_year(desk)
        yield "one answer kept, ten years against one", _took(_answering(desk)), one, 1.3
        late = _took(lambda: assessment.my_sheet(desk))
        yield "the questionnaire read, ten years against one", late, early, 2.0
        desk.close()


def _asha(room: Path) -> Desk:
    made = college.new_college(
        room / "Bench.lsadesk", college="Bench", owner="owner", secret=SECRET
    )
    person = people.add_person(made.desk, PersonDetails(forename="Asha", surname="Kaur")).result
    accounts.add_account(made.desk, "asha", SECRET, person=person, is_own=True)
    made.desk.close()
    desk = college.unlock(room / "Bench.lsadesk", "asha", SECRET)
    _a_year(desk)
    return desk


def _a_year(desk: Desk) -> None:
    """Everything answered and handed in, and a new draft with everything answered."""
    sheet = assessment.my_sheet(desk)
    if sheet is None:
        raise RuntimeError("the account has a person")
    if sheet.assessment.answers:
        assessment.hand_in(desk)
        assessment.begin_again(desk)
    for statement in sheet.statements:
        assessment.keep_answer(desk, Answer(statement=statement.id, value=Level(2)))


def _answering(desk: Desk) -> Callable[[], object]:
    sheet = assessment.my_sheet(desk)
    if sheet is None:
        raise RuntimeError("the account has a person")
    statement = sheet.statements[0].id
    levels = iter(range(10**6))
    return lambda: assessment.keep_answer(
        desk, Answer(statement=statement, value=Level(next(levels) % 5))
    )


def _worst_next(application: QApplication, desk: Desk) -> float:
    appearance = Appearance(application, "light", 100)
    sheet = assessment.my_sheet(desk)
    if sheet is None:
        raise RuntimeError("the account has a person")
    frame = QuestionFrame(None)
    frame.resize(1280, 800)
    frame.show()
    worst = 0.0
    for question in (sheet.questions[0], *sheet.questions):  # the first one also warms up
        began = perf_counter()
        frame.ask(sheet, question, 12)
        application.processEvents()
        took = perf_counter() - began
        worst = max(worst, took) if question is not sheet.questions[0] else worst
    frame.close()
    appearance.deleteLater()
    return worst


def _took(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        began = perf_counter()
        work()
        times.append(perf_counter() - began)
    return median(times)
