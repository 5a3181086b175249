"""The painted matrix: it draws whatever it is given, and the keyboard rates."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lsadesk.domain.auditing.audit import PROOF_SEEN, TRAINING_BOOKED, AuditMatrix
from lsadesk.domain.auditing.skills import SYMBOLS, Level, NotApplicable, SkillId, Unknown
from lsadesk.ui.audit.looks import Looks, cell_size
from lsadesk.ui.audit.view import MatrixView
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.looks.theme import load_theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none

FLAGS = (0, TRAINING_BOOKED, PROOF_SEEN, TRAINING_BOOKED | PROOF_SEEN)


@pytest.fixture
def view(appearance: Appearance, qtbot: QtBot) -> MatrixView:
    """An empty matrix on screen."""
    made = MatrixView(appearance)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def show(view: MatrixView, matrix: AuditMatrix, chosen: tuple[SkillId, ...] = ()) -> QImage:
    holders = tuple(matrix.holders(at) for at in range(len(matrix.skills)))
    view.show_matrix(matrix, holders, chosen)
    return view.grab().toImage()


@pytest.mark.parametrize(("people", "skills"), [(0, 0), (3, 0), (0, 3), (1, 1), (3, 3)])
def test_any_number_of_people_and_skills_can_be_drawn(
    view: MatrixView, matrix: AuditMatrix, people: int, skills: int
) -> None:
    cells = b"".join(matrix.row(row)[:skills] for row in range(people))
    show(view, AuditMatrix(matrix.people[:people], matrix.skills[:skills], cells))
    view.setFocus()
    assert view.grab().size() == view.size()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.usefixtures("appearance")
def test_every_value_looks_different_without_colour(theme: str) -> None:
    font = QApplication.font()
    looks = Looks(load_theme(theme).colours, font, cell_size(font), 1.0)
    cells = [code | flags for code, flags in itertools.product(range(len(SYMBOLS)), FLAGS)]
    drawn = {bytes(grey(looks, cell)) for cell in cells}
    assert len(drawn) == len(cells)


def grey(looks: Looks, cell: int) -> bytes:
    image = looks[cell].toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(image.constBits())


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (Qt.Key.Key_0, Level(0)),
        (Qt.Key.Key_4, Level(4)),
        (Qt.Key.Key_Question, Unknown()),
        (Qt.Key.Key_N, NotApplicable()),
        (Qt.Key.Key_Delete, Unknown()),
    ],
)
def test_a_value_is_typed_straight_into_the_current_cell(
    view: MatrixView, matrix: AuditMatrix, qtbot: QtBot, typed: Qt.Key, value: object
) -> None:
    show(view, matrix)
    view.setFocus()
    with qtbot.waitSignal(view.typed) as rated:
        qtbot.keyClick(view, typed)
    assert rated.args == [value]


def test_other_letters_rate_nothing_and_leave_the_current_cell(
    view: MatrixView, matrix: AuditMatrix, qtbot: QtBot
) -> None:
    show(view, matrix)
    view.setFocus()
    before = view.current()
    with qtbot.assertNotEmitted(view.typed):
        qtbot.keyClicks(view, "5xk")
    assert view.current() == before


def test_arrows_move_the_current_cell_and_enter_opens_it(
    view: MatrixView, matrix: AuditMatrix, qtbot: QtBot
) -> None:
    show(view, matrix)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.current() == (matrix.people[1].id, matrix.skills[1].id)
    with qtbot.waitSignal(view.opened):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_the_current_cell_stays_with_its_person_when_rows_go(
    view: MatrixView, matrix: AuditMatrix
) -> None:
    show(view, matrix)
    view.go_to(matrix.people[2].id, matrix.skills[1].id)
    show(view, AuditMatrix(matrix.people[2:], matrix.skills, matrix.row(2)))
    assert view.currentIndex().row() == 0
    assert view.current() == (matrix.people[2].id, matrix.skills[1].id)


def test_the_skill_asked_for_stands_out(view: MatrixView, matrix: AuditMatrix) -> None:
    plain = show(view, matrix)
    assert show(view, matrix, (matrix.skills[1].id,)) != plain


def test_rows_grow_with_the_text(
    view: MatrixView, matrix: AuditMatrix, appearance: Appearance
) -> None:
    show(view, matrix)
    before = view.rowHeight(0)
    appearance.set_text_size(200)
    assert view.rowHeight(0) > 1.5 * before
    appearance.set_text_size(100)
    assert view.rowHeight(0) == before
