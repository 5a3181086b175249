"""The audit matrix, 500 people by 150 skills, against Qt's own table and a bare cursor."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from sqlalchemy import func, insert, select, update

from lsadesk.domain.auditing.audit import (
    CODE_MASK,
    PROOF_SEEN,
    TRAINING_BOOKED,
    AuditMatrix,
    AuditPerson,
    skill_counts,
)
from lsadesk.domain.auditing.audit_asking import Asked, Filter, Grouping, Order, narrowed
from lsadesk.domain.auditing.skills import SYMBOLS, Skill, SkillId, View
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonDetails, PersonId
from lsadesk.operations.auditing import audit, audit_findings
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import college
from lsadesk.store.auditing import skills
from lsadesk.store.rows import RatingRow
from lsadesk.store.sealing.keyfile import Effort
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.ui.audit.view import MatrixView
from lsadesk.ui.looks.appearance import Appearance

PEOPLE, SKILLS, ROUNDS, STEPS = 500, 150, 9, 60
BUDGET = 0.7
RAW = "SELECT person_id, skill_id, code, view, rated_on, proof, note FROM rating"

Measured = tuple[str, float, float, float]


def measure() -> Iterator[Measured]:
    """Name, seconds, floor's seconds and the budgeted ratio, the two timed turn about."""
    with tempfile.TemporaryDirectory() as name:
        yield from _from_the_file(Path(name))
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication([])
    yield from _screen(Appearance(application, "light", 100))


def _from_the_file(folder: Path) -> Iterator[Measured]:
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
        yield "audit matrix 500 x 150, load", *seconds, BUDGET
        yield from _years(made.desk, staff, columns)
    finally:
        made.desk.close()


def _years(desk: Desk, staff: list[PersonId], columns: list[SkillId]) -> Iterator[Measured]:
    """As at days that have gone, beside today in turn: years not shown must cost nothing."""
    half_a_year_ago = desk.today - timedelta(days=180)
    for more, kept in ((1, "1 year"), (4, "5 years")):
        _age(desk, more)
        yield (
            f"audit as at half a year ago, {kept} kept, to today",
            *_in_turn(lambda: audit.matrix(desk, half_a_year_ago), lambda: audit.matrix(desk)),
            2.5,
        )
    for name, days in (("half a year", 180), ("four years", 4 * 365)):
        day = desk.today - timedelta(days=days)
        taken = _seconds_of(partial(audit.matrix, desk, day))
        yield f"audit as at {name} ago, 5 years kept, to 300 ms", taken, 0.3, 1.0
    since = desk.today - timedelta(days=365)
    taken = _seconds_of(lambda: audit_findings.findings(desk, since=since))
    yield "findings with the changes of a year, to 1 s", taken, 1.0, 1.0


def _age(desk: Desk, years: int) -> None:
    """Put so many more years of ratings, each stood for one year, before the oldest."""
    with desk.writing(Kind.PERSON) as work:
        session = work.session
        first = session.scalars(select(func.min(RatingRow.recorded_at))).one()
        oldest = session.execute(select(RatingRow.__table__).where(RatingRow.recorded_at == first))
        rows = [dict(row._mapping) for row in oldest]
        if first == session.scalar(select(func.max(RatingRow.recorded_at))):
            # What stands now has stood for some months.
            first = first - timedelta(days=90)
            session.execute(update(RatingRow).values(recorded_at=first))
        for year in range(years):
            closed = first - timedelta(days=365 * year)
            stood = {"recorded_at": closed - timedelta(days=365), "superseded_at": closed}
            for row in rows:
                row.pop("id", None)
                row.update(stood, code=(row["code"] + 1) % len(SYMBOLS))
            session.execute(insert(RatingRow), rows)
        work.commit(Entry("aged", Kind.PERSON))


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
    yield from _asked(matrix)
    yield "audit matrix 500 x 150, scroll", scroll[0] / STEPS, scroll[1] / STEPS, BUDGET


def _asked(matrix: AuditMatrix) -> Iterator[Measured]:
    """Filter, sort and group, with the counts that are shown; against 50 ms."""
    questions = {
        "filter": Filter(text="surname 1", skills=(Asked(SkillId(3)), Asked(SkillId(7), 1))),
        "sort": Filter(by=SkillId(75), order=Order.MOST),
        "group": Filter(group=Grouping.TEAM),
    }
    for name, wanted in questions.items():

        def answer(wanted: Filter = wanted) -> None:
            shown = narrowed(matrix, wanted)
            tuple(shown.holders(at) for at in range(len(shown.skills)))
            skill_counts(shown)

        yield f"audit matrix 500 x 150, {name}, to 50 ms", _seconds_of(answer), 0.05, 1.0


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


def _seconds_of(call: Callable[[], object]) -> float:
    call()  # what is made once is made before
    return median(_seconds(call) for _ in range(ROUNDS))


def _seconds(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun
