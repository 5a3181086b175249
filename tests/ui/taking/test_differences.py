"""The review of what an edited workbook would change."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lsadesk.domain.appraisals.answer_forms import Problem
from lsadesk.domain.differences import Difference
from lsadesk.ui.taking.differences import DifferencesReview, Kind
from lsadesk.ui.widgets.tables import DISPLAY

KIND = Kind(row="Person", column="Skill", words=lambda level: f"level {level}", since="yesterday")


def difference(key: int, was: int, now: int, here: int) -> Difference[int, int]:
    return Difference(
        key=key, row=f"Person {key}", column="BSL", place=f"G{key}", was=was, now=now, here=here
    )


@pytest.fixture
def review(qtbot: QtBot) -> DifferencesReview:
    """One plain difference, and one that the college has changed too."""
    found = [difference(1, 2, 3, 2), difference(2, 2, 4, 3)]
    made = DifferencesReview(None, KIND, found, [Problem("Cell H7", "Not understood.")])
    qtbot.addWidget(made)
    made.show()
    return made


def outcomes(review: DifferencesReview) -> dict[str, str]:
    rows = review.table.rows
    return {
        rows.index(at, 1).data(DISPLAY): rows.index(at, 0).data(DISPLAY)
        for at in range(rows.rowCount())
    }


def test_what_the_college_changed_too_stays_unless_somebody_says_so(
    review: DifferencesReview,
) -> None:
    assert outcomes(review) == {"Person 1": "Taken", "Person 2": "Clash: stays as here"}
    assert review.taken == {1}
    assert review.yes.text() == "Take in 1 change"


def test_space_turns_the_current_one(review: DifferencesReview, qtbot: QtBot) -> None:
    review.table.select(review.table.model_.record(0))
    qtbot.keyClick(review.table, Qt.Key.Key_Space)
    assert review.taken == {1, 2}
    assert outcomes(review)["Person 2"] == "Clash: taken"


def test_all_and_none_are_of_what_is_shown(review: DifferencesReview) -> None:
    review.only_clashes.setChecked(True)
    assert set(outcomes(review)) == {"Person 2"}
    review.all.click()
    assert review.taken == {1, 2}
    review.none.click()
    assert review.taken == {1}
    review.only_clashes.setChecked(False)
    review.none.click()
    assert not review.yes.isEnabled()


def test_the_current_one_is_told_in_full(review: DifferencesReview) -> None:
    review.table.select(review.table.model_.record(1))
    assert review.said.text() == (
        "Person 1, BSL (cell G1). At the export: level 2. In the workbook: level 3. "
        "Here now: level 2."
    )


def test_a_workbook_without_differences_says_so_and_offers_nothing(qtbot: QtBot) -> None:
    made = DifferencesReview(None, KIND, [], [])
    qtbot.addWidget(made)
    made.show()
    assert not made.yes.isVisible()
    assert not made.table.isVisible()
