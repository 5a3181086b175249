"""Reports against their floors: the same cells by bare openpyxl, the same words by a canvas."""

import tempfile
import time
from collections.abc import Callable, Iterator
from copy import copy
from datetime import date
from pathlib import Path
from statistics import median

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from lsadesk.domain.auditing.audit import AuditMatrix, AuditPerson
from lsadesk.domain.auditing.audit_sheet import AuditSheet
from lsadesk.domain.auditing.skills import SYMBOLS, Level, Skill, SkillId, View
from lsadesk.domain.developing.development import ActionId, Mode, PlanAction, ProfileLine
from lsadesk.domain.developing.plan_sheet import DevelopmentPlanSheet
from lsadesk.domain.staff.people import PersonId
from lsadesk.reports import fonts
from lsadesk.reports.audit_workbook import write_audit
from lsadesk.reports.plan_pdf import write_plan
from lsadesk.reports.sheets import GRID

PEOPLE, SKILLS, PLANS, ROUNDS = 500, 150, 200, 5
DAY = date(2026, 11, 24)


def measure() -> Iterator[tuple[str, float, float, float]]:
    """Name, seconds, floor's seconds and the budgeted ratio, the two timed turn about."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield _audit(folder)
        yield _plans(folder)


def _audit(folder: Path) -> tuple[str, float, float, float]:
    audit = _an_audit()
    write_audit(audit, folder / "model.xlsx", lambda _fraction: None)
    sheets = _cells_of(folder / "model.xlsx")
    ours, floor = _in_turn(
        lambda: write_audit(audit, folder / "ours.xlsx", lambda _fraction: None),
        lambda: _bare_workbook(sheets, folder / "floor.xlsx"),
        ROUNDS,
    )
    return f"audit workbook, {PEOPLE} x {SKILLS}", ours, floor, 1.15


def _an_audit() -> AuditSheet:
    people = [
        AuditPerson(id=PersonId(i), sort_name=f"Person {i}", team=f"Team {i % 5}")
        for i in range(PEOPLE)
    ]
    skills = [Skill(SkillId(j), f"Skill {j}", f"Group {j // 10}") for j in range(SKILLS)]
    cells = bytes(i * 7 % len(SYMBOLS) for i in range(PEOPLE * SKILLS))
    return AuditSheet(college="Bench", day=DAY, matrix=AuditMatrix(people, skills, cells))


def _cells_of(path: Path) -> list[list[list[object]]]:
    book = load_workbook(path)
    return [[list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets]


def _bare_workbook(sheets: list[list[list[object]]], path: Path) -> None:
    """The least: the same values, row by row, with one style copied into each cell."""
    book = Workbook()
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
        model = sheet.cell(1, 1)
        model.alignment, model.border = Alignment(horizontal="center"), GRID
        style = copy(model._style)
        for cells in sheet.iter_rows():
            for cell in cells:
                cell._style = style
    book.save(path)


def _plans(folder: Path) -> tuple[str, float, float, float]:
    fonts.register()
    plan = _a_plan()
    write_plan(plan, folder / "model.pdf")
    pages = [page.extract_text().splitlines() for page in PdfReader(folder / "model.pdf").pages]
    batch = [(plan, folder / f"{number}.pdf") for number in range(PLANS)]

    def write_all() -> None:
        for each in batch:
            write_plan(*each)

    ours, floor = _in_turn(
        write_all,
        lambda: _bare_pdfs(pages, folder),
        3,
    )
    return f"{PLANS} development plans", ours, floor, 4.0


def _a_plan() -> DevelopmentPlanSheet:
    views = {View.SELF: Level(2), View.APPRAISER: Level(3), View.AGREED: Level(3)}
    action = PlanAction(
        id=ActionId(1),
        person=PersonId(1),
        what="Shadow a colleague who leads sessions in another area",
        why="Wishes to lead",
        mode=Mode.SHADOWING,
        helper="Kay Lewis",
        due=DAY,
    )
    return DevelopmentPlanSheet(
        college="Bench College",
        name="Asha Kaur",
        title="LSA",
        day=DAY,
        profile=[ProfileLine(Skill(SkillId(i), f"Skill {i}"), views) for i in range(20)],
        wishes=["More work with Deaf learners"],
        actions=[action] * 6,
        signers=["Pat Ellery, appraiser"],
    )


def _bare_pdfs(pages: list[list[str]], folder: Path) -> None:
    for number in range(PLANS):
        _bare_pdf(pages, folder / f"floor-{number}.pdf")


def _bare_pdf(pages: list[list[str]], path: Path) -> None:
    """The least: the same words in the same faces, each line put where we say."""
    canvas = Canvas(str(path), invariant=1)
    faces = {0: fonts.Face.BOLD, 1: fonts.Face.SEMIBOLD}
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.setFont(faces.get(number, fonts.Face.REGULAR), 9)
            canvas.drawString(40, 800 - number * 9, line)
        canvas.showPage()
    canvas.save()


def _in_turn(
    ours: Callable[[], object], floor: Callable[[], object], rounds: int
) -> tuple[float, float]:
    """The median seconds of both, timed one after the other so that noise falls on each."""
    marks = [(_seconds(ours), _seconds(floor)) for _ in range(rounds)]
    return median(mine for mine, _ in marks), median(least for _, least in marks)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
