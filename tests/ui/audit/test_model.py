"""The matrix as Qt and the screen reader ask for it."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from lsadesk.domain.auditing.audit import AuditMatrix
from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.staff.people import PersonId
from lsadesk.ui.audit.model import NO_MATRIX, MatrixModel
from lsadesk.ui.widgets.tables import DISPLAY, SPOKEN

HOLDERS = (3, 0, 1)
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


def a_model(matrix: AuditMatrix) -> MatrixModel:
    model = MatrixModel()
    model.show(matrix, HOLDERS)
    return model


def test_the_model_keeps_qts_rules(matrix: AuditMatrix, qtmodeltester: ModelTester) -> None:
    model = a_model(matrix)
    qtmodeltester.check(model)


def test_the_model_keeps_qts_rules_with_nobody_in_it(qtmodeltester: ModelTester) -> None:
    model = MatrixModel()
    model.show(NO_MATRIX, ())
    qtmodeltester.check(model)


def test_a_cell_shows_its_sign_and_speaks_name_skill_value_and_marks(matrix: AuditMatrix) -> None:
    model = a_model(matrix)
    said = [model.index(row, column).data(SPOKEN) for row, column in ((0, 0), (0, 2), (2, 2))]
    assert said == [
        "Kaur, Asha, BSL: level 3, independently, training booked",
        "Kaur, Asha, Hoist: level 2, with guidance, proof seen",
        "Ŵyn, Siân, Hoist: exempt",
    ]
    signs = [model.index(1, column).data(DISPLAY) for column in range(3)]
    assert signs == ["4", "–", "1"]


def test_headings_speak_their_group_and_how_many_have_the_skill(matrix: AuditMatrix) -> None:
    model = a_model(matrix)
    assert model.headerData(0, ACROSS) == "BSL"
    assert model.headerData(1, ACROSS, SPOKEN) == (
        "Braille, Communication, nobody at level 2 or above"
    )
    assert model.headerData(2, ACROSS, SPOKEN) == "Hoist, Care, 1 person at level 2 or above"
    assert model.headerData(0, DOWN, SPOKEN) == "Kaur, Asha, LSA, team Cookery"


def test_a_new_rating_tells_only_its_own_cell(matrix: AuditMatrix, qtbot: QtBot) -> None:
    model = a_model(matrix)
    cells = bytearray(matrix.cells)
    cells[4] = 2
    with qtbot.waitSignal(model.dataChanged) as told, qtbot.assertNotEmitted(model.modelReset):
        model.show(AuditMatrix(matrix.people, matrix.skills, bytes(cells)), HOLDERS)
    first, last, *_ = told.args
    assert (first.row(), first.column(), last.row(), last.column()) == (1, 1, 1, 1)


def test_a_cell_is_found_by_person_and_skill(matrix: AuditMatrix) -> None:
    model = a_model(matrix)
    found = model.place_of(PersonId(2), SkillId(3))
    assert (found.row(), found.column()) == (1, 2)
    assert not model.place_of(PersonId(99), SkillId(3)).isValid()
