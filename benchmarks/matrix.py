"""The audit matrix, 500 people by 150 skills, against Qt's own table and a bare cursor."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from sqlalchemy import insert

from lsadesk.domain.audit import CODE_MASK, PROOF_SEEN, TRAINING_BOOKED, AuditMatrix, AuditPerson
from lsadesk.domain.people import PersonDetails, PersonId
from lsadesk.domain.rights import Kind
from lsadesk.domain.skills import SYMBOLS, Skill, SkillId, View
from lsadesk.operations import college
from lsadesk.operations.desk import Desk
from lsadesk.store import people, skills
from lsadesk.store.keyfile import Effort
from lsadesk.store.rows import RatingRow
from lsadesk.store.trail import Entry
from lsadesk.ui.appearance import Appearance
from lsadesk.ui.audit.view import MatrixView

PEOPLE, SKILLS, ROUNDS, STEPS = 500, 150, 9, 60
BUDGET = 0.7
RAW = "SELECT person_id, skill_id, code, view, rated_on, proof, note FROM rating"

Measured = tuple[str, float, float, float]


def measure() -> Iterator[Measured]:
    """Name, seconds, floor's seconds and the budgeted ratio, the two timed turn about."""
    with tempfile.TemporaryDirectory() as name:
        yield _load(Path(name))
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication([])
    yield from _screen(Appearance(application, "light", 100))


def _load(folder: Path) -> Measured:
    made = college.new_college(
        folder / "Bench.lsadesk",
        college="Bench",
        owner="bench",
        secret="nothing to hide",
        effort=Effort(passes=1, memory=8192),
    )
    try:
        staff, columns = _fill(made.desk)
        with made.desk.store.read() as reading:
            cursor = reading.session.connection().connection.cursor()
            seconds = _in_turn(
                lambda: skills.cells(reading, staff, columns),
                lambda: cursor.execute(RAW).fetchall(),
            )
    finally:
        made.desk.close()
    return "audit matrix 500 x 150, load", *seconds, BUDGET


def _fill(desk: Desk) -> tuple[list[PersonId], list[SkillId]]:
    with desk.writing(Kind.PERSON) as work:
        staff = [
            people.add(work, PersonDetails(forename="Person", surname=str(number)))
            for number in range(PEOPLE)
        ]
        columns = [skills.skill_named(work, f"Skill {number}") for number in range(SKILLS)]
        rows = [
            {
                "person_id": person,
                "skill_id": skill,
                "code": (person * 7 + skill) % len(SYMBOLS),
                "view": View.IMPORTED.value,
                "rated_on": desk.today,
                "proof": "certificate" if skill % 5 == 0 else "",
                "note": "as imported",
                "recorded_at": work.now,
            }
            for person in staff
            for skill in columns
        ]
        work.session.execute(insert(RatingRow), rows)
        work.commit(Entry("filled", Kind.PERSON))
    return staff, columns


def _screen(appearance: Appearance) -> Iterator[Measured]:
    matrix = _a_matrix()
    holders = tuple(matrix.holders(at) for at in range(SKILLS))
    ours, floor = MatrixView(appearance), QTableView()
    model = _standard_model(matrix, appearance)

    def first_ours() -> None:
        ours.show_matrix(matrix, holders)
        _show(ours)

    def first_floor() -> None:
        floor.setModel(model)
        floor.horizontalHeader().setDefaultSectionSize(ours.measures.cell.width())
        floor.verticalHeader().setDefaultSectionSize(ours.measures.cell.height())
        _show(floor)

    first = _seconds(first_ours), _seconds(first_floor)
    yield "audit matrix 500 x 150, first paint", *first, 1.15
    repaint = _in_turn(lambda: _repaint(ours), lambda: _repaint(floor))
    yield "audit matrix 500 x 150, repaint", *repaint, BUDGET
    scroll = _in_turn(lambda: _scroll(ours), lambda: _scroll(floor))
    yield "audit matrix 500 x 150, scroll", *(each / STEPS for each in scroll), BUDGET


def _a_matrix() -> AuditMatrix:
    marks = (0, 0, 0, TRAINING_BOOKED, PROOF_SEEN)
    staff = [
        AuditPerson(id=PersonId(at), sort_name=f"Surname {at}, Forename", team=f"Team {at % 5}")
        for at in range(PEOPLE)
    ]
    columns = [
        Skill(SkillId(at), f"Skill number {at}", f"Group {at // 10}") for at in range(SKILLS)
    ]
    cells = bytes(at * 7 % len(SYMBOLS) | marks[at % 5] for at in range(PEOPLE * SKILLS))
    return AuditMatrix(staff, columns, cells)


def _standard_model(matrix: AuditMatrix, appearance: Appearance) -> QStandardItemModel:
    """The same cells in Qt's own model: text, ground and alignment."""
    colours = appearance.theme.colours
    grounds = [QBrush(getattr(colours, f"level_{level}")) for level in range(5)]
    grounds += [QBrush(colours.surface)] * (len(SYMBOLS) - 5)
    model = QStandardItemModel(PEOPLE, SKILLS)
    for place, cell in enumerate(matrix.cells):
        item = QStandardItem(SYMBOLS[cell & CODE_MASK])
        item.setBackground(grounds[cell & CODE_MASK])
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        model.setItem(place // SKILLS, place % SKILLS, item)
    model.setVerticalHeaderLabels([person.sort_name for person in matrix.people])
    model.setHorizontalHeaderLabels([skill.name for skill in matrix.skills])
    return model


def _show(view: QWidget) -> None:
    view.resize(1280, 800)
    view.show()
    QApplication.processEvents()
    view.grab()


def _repaint(view: QTableView) -> None:
    for part in (view, view.horizontalHeader(), view.verticalHeader()):
        part.viewport().repaint()


def _scroll(view: QTableView) -> None:
    """From one corner to the other in steps, everything drawn again at each."""
    for step in range(STEPS):
        for bar, part in (
            (view.verticalScrollBar(), view.verticalHeader()),
            (view.horizontalScrollBar(), view.horizontalHeader()),
        ):
            bar.setValue(step * bar.maximum() // STEPS)
            view.viewport().repaint()
            part.viewport().repaint()


def _in_turn(ours: Callable[[], object], floor: Callable[[], object]) -> tuple[float, float]:
    ours(), floor()  # what is made once is made before
    times = [(_seconds(ours), _seconds(floor)) for _ in range(ROUNDS)]
    return median(one for one, _ in times), median(other for _, other in times)


def _seconds(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun
