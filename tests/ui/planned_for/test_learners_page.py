"""The page of learners: references only, what is to be looked at, and sign-offs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from lsadesk.domain.deployment.remarks import About, Record
from lsadesk.domain.weeks.card_wishes import CardText, CardWishes
from lsadesk.domain.weeks.learners import Ratio
from lsadesk.domain.weeks.planning import LearnerSignOff
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.weeks import support
from lsadesk.ui.deployment.tab import DeploymentTab
from lsadesk.ui.places import FORMER_LEARNERS
from lsadesk.ui.planned_for.learner_form import read_ratio
from lsadesk.ui.planned_for.learner_rows import concerns
from lsadesk.ui.widgets.ask import Question
from lsadesk.ui.widgets.forms import Choice

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none

Show = Callable[[str], DeploymentTab]
LEARNERS = "Learners"


def answering(monkeypatch: pytest.MonkeyPatch, typed: dict[str, str]) -> list[str]:
    """Has the next dialogs filled in and accepted; returns what they said to be wrong."""
    wrong: list[str] = []

    def answer(dialog: QDialog) -> int:
        for each in dialog.findChildren(QLineEdit):
            if each.accessibleName() in typed:
                each.setText(typed[each.accessibleName()])
        for long in dialog.findChildren(QPlainTextEdit):
            if long.accessibleName() in typed:
                long.setPlainText(typed[long.accessibleName()])
        dialog.accept()
        wrong.extend(
            each.accessibleDescription()
            for each in dialog.findChildren(QLineEdit)
            if each.property("wrong")
        )
        return dialog.result()

    monkeypatch.setattr(QDialog, "exec", answer)
    return wrong


def signed(desk: Desk) -> tuple[LearnerSignOff, ...]:
    return support.support(desk).sign_offs


def test_what_is_to_be_looked_at_stands_in_words_and_can_be_asked_for(
    small: Desk, show: Show
) -> None:
    page = show(LEARNERS).learners
    said = {row.learner.reference: list(concerns(row)) for row in page.table.model_.records()}
    assert said["AB01"] == ["! nobody has Feeding with AB01", "not talked over with the learner"]
    offered = [page.question.itemText(at) for at in range(page.question.count())]
    assert "Needing what nobody has (1)" in offered
    page.question.setCurrentIndex(offered.index("Needing what nobody has (1)"))
    assert page.number.text() == "1 learner"


def test_a_learner_is_changed_and_what_they_said_gets_its_day(
    small: Desk, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(LEARNERS).learners
    page.table.selectRow(0)
    typed = {
        "Hours of support a week": "12.5",
        "Staff to learners": "2:1",
        "Likes to be supported by": "asha",
        "What the learner said and wants": "Asha knows my signs.",
        "Aims": "Travels alone",
        "Look at the aims again by": "3 Oct 2026",
    }
    assert answering(monkeypatch, typed) == []
    page.changing.click()
    qtbot.waitUntil(lambda: support.support(small).learners[0].said != "")
    told = support.support(small)
    learner = told.learners[0]
    assert (learner.weekly_minutes, learner.ratio) == (750, Ratio(2, 1))
    assert [told.staff[each] for each in learner.prefers] == ["Asha Kaur"]
    assert learner.said_on == date(2026, 11, 24)
    qtbot.waitUntil(
        lambda: (
            "aims were to be looked at again by 3 Oct 2026"
            in list(concerns(page.table.model_.records()[0]))
        )
    )


def test_how_a_learner_wants_their_cards_is_kept_with_them(
    small: Desk, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(LEARNERS).learners
    assert not page.cards.isEnabled()
    page.table.selectRow(0)

    def answer(question: Question) -> bool:
        photos, symbols = question.findChildren(QCheckBox)
        assert photos.isChecked()
        assert symbols.isChecked()
        photos.setChecked(False)
        (size,) = question.findChildren(Choice)
        size.choose(CardText.LARGEST)
        return True

    monkeypatch.setattr(Question, "answered", answer)
    page.cards.click()
    wanted = CardWishes(photos=False, text=CardText.LARGEST)
    qtbot.waitUntil(lambda: support.support(small).learners[0].card == wanted)


def test_what_cannot_be_read_keeps_the_form_open(
    small: Desk, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(LEARNERS).learners
    typed = {
        "Reference": "",
        "Staff to learners": "many",
        "Never with": "nobody known",
        "Whoever supports them has these skills": "Juggling",
    }
    wrong = answering(monkeypatch, typed)
    page.adding.click()
    said = " ".join(wrong)
    assert all(
        words in said
        for words in (
            "reference is needed",
            "as 1:1, 2:1",
            "Nobody is called",
            "No skill is called “Juggling” yet",
        )
    )
    assert len(support.support(small).learners) == 2
    with pytest.raises(UserError, match="as 1:1, 2:1 or 1:3"):
        read_ratio("many")


def test_somebody_is_signed_off_and_it_is_withdrawn(
    small: Desk, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(LEARNERS).learners
    page.table.selectRow(0)
    typed = {
        "Who is signed off": "Kaur",
        "Signed off by": "Sister Lowe",
        "Until": "10 Dec 2026",
    }
    answering(monkeypatch, typed)
    page.signing.click()
    qtbot.waitUntil(lambda: len(signed(small)) == 1)
    assert signed(small)[0].task == "Feeding"
    qtbot.waitUntil(lambda: page.signed.rows.rowCount() == 1)
    row = page.table.current()
    assert row is not None
    assert "Feeding ends 10 Dec 2026" in list(concerns(row))
    page.signed.selectRow(0)
    page.withdrawing.click()
    qtbot.waitUntil(lambda: signed(small) == ())


def test_a_remark_on_a_plan_leads_to_its_learner(small: Desk, show: Show, qtbot: QtBot) -> None:
    tab = show("Week")
    wanted = support.support(small).learners[1].id
    tab.show_target(Record(About.LEARNER, wanted, "CD02"))
    qtbot.waitUntil(
        lambda: (row := tab.learners.table.current()) is not None and row.learner.id == wanted
    )


def test_who_has_fewer_sessions_than_meant_is_listed(small: Desk, show: Show, qtbot: QtBot) -> None:
    support.set_least_sessions(small, 2)
    page = show(LEARNERS).learners
    said = {row.learner.reference: list(concerns(row)) for row in page.table.model_.records()}
    assert "1 session a week, 2 meant" in said["CD02"]
    assert not any("meant" in words for words in said["AB01"])


def test_home_leads_to_those_long_gone_and_erasing_leaves_a_certificate(
    small: Desk, show: Show, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    read = next(each for each in support.support(small).learners if each.reference == "CD02")
    gone = replace(support.details_of(read), left_on=date(2020, 7, 3))
    support.change_learner(small, read, gone)
    tab = show("Week")
    tab.show_target(FORMER_LEARNERS)
    page = tab.learners
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 1)
    page.table.select(next(row for row in page.table.model_.records() if row.has_left))
    saved = tmp_path / "certificate.pdf"
    answering(monkeypatch, {"Why": "The period is over"})
    monkeypatch.setattr("lsadesk.ui.taking.saving.ask_where", lambda *_: saved)
    page.erasing.click()
    qtbot.waitUntil(saved.exists, timeout=30_000)
    assert page.table.rows.rowCount() == 0
    assert any(
        each.reference.startswith("Former learner") for each in support.support(small).learners
    )


def test_a_sheet_asks_a_learner_in_pictures_how_they_wish_to_be_helped(
    small: Desk, show: Show, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(LEARNERS).learners
    assert not page.asking.isEnabled()
    page.table.setCurrentIndex(page.table.rows.index(0, 0))
    row = page.table.current()
    assert row is not None
    path = tmp_path / "wishes.pdf"
    monkeypatch.setattr(page.paper, "_ask", lambda *_asked: path)
    page.asking.click()
    qtbot.waitUntil(page.paper.notice.isVisible)
    (sheet,) = PdfReader(path).pages
    words = " ".join(sheet.extract_text().split())
    assert f"My help: {row.learner.reference}" in words
    assert "from across the room?" in words
    assert words.count("Yes No") == words.count("understand") == 6
