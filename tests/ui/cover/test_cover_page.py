from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from lsadesk import planner
from lsadesk.domain.calendar import Week, Weekday, working_day
from lsadesk.domain.changes import Changes
from lsadesk.domain.covering.agency import Booking
from lsadesk.domain.covering.cover import Away
from lsadesk.domain.deployment.needs import USUAL_HOURS
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.operations.covering import absences, bookings, cover_board
from lsadesk.operations.deploying import deployment
from lsadesk.operations.desk import Desk
from lsadesk.operations.weeks import support
from lsadesk.ui.cover import page as page_module
from lsadesk.ui.cover import printing, questions
from lsadesk.ui.cover.page import CoverPage
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.tab import TabContext
from lsadesk.ui.taking import saving
from lsadesk.ui.tasks import Worker
from lsadesk.ui.widgets.ask import Question
from tests.ui.at_rest import wait_for

CYCLES = 20


class Window:
    """What the page has around it: keeps what was said, and has the page read anew."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.page: CoverPage | None = None

    def publish(self, changes: Changes) -> None:
        """Have the page read its day again."""
        if self.page is not None:
            self.page.reload()

    def say(self, sentence: str, kind: str = "said") -> None:
        """Keep the sentence."""
        self.said.append(f"{kind}: {sentence}")

    def go(self, place: str, target: object = None) -> None:
        """Keep the place."""
        self.said.append(f"go: {place} {target}")


@pytest.fixture
def around() -> Window:
    return Window()


@pytest.fixture
def planned(desk: Desk, small_timetable: Callable[[Desk], None]) -> Desk:
    small_timetable(desk)
    ahead = deployment.gather(desk, week=Week.A)
    deployment.keep_plan(desk, ahead, planner.solve(ahead.problem, cycles=CYCLES))
    return desk


@pytest.fixture
def tuesday(planned: Desk) -> date:
    return deployment.latest(planned).ahead.problem.date_of(Weekday.TUESDAY)


@pytest.fixture
def page(  # noqa: PLR0917 - fixtures
    planned: Desk,
    tuesday: date,
    appearance: Appearance,
    worker: Worker,
    around: Window,
    qtbot: QtBot,
) -> Iterator[CoverPage]:
    """The page on the Tuesday, read."""
    made = CoverPage(TabContext(planned, worker, appearance, around))
    qtbot.addWidget(made)
    around.page = made
    made.show()
    made.turn_to(tuesday)
    settle(made, qtbot)
    yield made
    settle(made, qtbot)


def settle(page: CoverPage, qtbot: QtBot) -> None:
    """Wait until nothing is asked of the college file any more."""
    wait_for(page.context.worker, qtbot)


def who_has_art(desk: Desk, tuesday: date) -> PersonId:
    day = cover_board.board(desk, tuesday).day
    return next(day.planned[slot.id] for slot in day.today if slot.title == "Art")


def mark(page: CoverPage, person: PersonId, qtbot: QtBot) -> None:
    absences.mark_away(page.context.desk, [Away(first=page.on, last=page.on, person=person)])
    page.reload()
    settle(page, qtbot)


def test_a_day_without_absences_says_that_nobody_is_missed(page: CoverPage) -> None:
    assert page.body.currentWidget() is page.calm
    assert not page.best.isEnabled()


def test_an_absence_shows_what_it_leaves_open_and_the_best_stand_in_is_chosen_already(
    page: CoverPage, tuesday: date, qtbot: QtBot
) -> None:
    mark(page, who_has_art(page.context.desk, tuesday), qtbot)
    assert page.told.text() == "1 still to be covered, of 1 place that changed."
    (line,) = page.places.model_.records()
    assert line.now == "\u25b2 nobody yet"
    assert page.stand_ins.table.current().rank == 1
    assert page.stand_ins.choose.isEnabled()


def test_somebody_away_who_has_nothing_that_day_is_said_to_leave_nothing_open(
    page: CoverPage,
    tuesday: date,
    around: Window,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    busy = who_has_art(page.context.desk, tuesday)
    idle = next(who for who in page.seen.team if who != busy)
    away = [Away(first=page.on, last=page.on, person=who) for who in (busy, idle)]
    monkeypatch.setattr(page_module, "ask_away", lambda *_: away)
    page.mark_away()
    settle(page, qtbot)
    (said,) = around.said
    assert page.seen.names[idle] in said
    assert "no sessions then on Tuesday" in said
    assert page.seen.names[busy] not in said
    assert page.places.current().slot.title == "Art"


def test_home_leads_to_the_question_of_today(
    page: CoverPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[date] = []
    monkeypatch.setattr(page_module, "ask_away", lambda _page, seen: asked.append(seen.on))
    page.ask_of_today()
    settle(page, qtbot)
    page.reload()
    settle(page, qtbot)
    assert asked == [working_day(page.context.desk.today, 1)]


def test_enter_on_a_stand_in_covers_the_place(page: CoverPage, tuesday: date, qtbot: QtBot) -> None:
    mark(page, who_has_art(page.context.desk, tuesday), qtbot)
    name = page.stand_ins.table.current().found.name
    page.stand_ins.table.setFocus()
    page.stand_ins.table.opened.emit(page.stand_ins.table.current())
    settle(page, qtbot)
    assert page.focusWidget() is page.printing.button  # so that a second Enter changes nothing
    (line,) = page.places.model_.records()
    assert line.now == f"\u2713 {name}"
    assert page.told.text() == "Done: the one place that changed is settled."


def test_the_best_for_all_is_one_press(page: CoverPage, tuesday: date, qtbot: QtBot) -> None:
    mark(page, who_has_art(page.context.desk, tuesday), qtbot)
    page.best.click()
    settle(page, qtbot)
    assert not page.seen.day.uncovered


def test_who_cannot_stand_in_is_listed_with_why_and_is_not_chosen(
    page: CoverPage, tuesday: date, around: Window, qtbot: QtBot
) -> None:
    mark(page, who_has_art(page.context.desk, tuesday), qtbot)
    mark(page, page.stand_ins.table.current().found.person, qtbot)
    (line,) = page.stand_ins.table.model_.records()
    assert not page.stand_ins.choose.isEnabled()
    page.stand_ins.table.select(line)
    assert not page.stand_ins.choose.isEnabled()
    page.stand_ins.table.opened.emit(line)
    assert around.said == [f"warning: {line.found.name} cannot take this place: is away then."]


def test_pressing_an_absence_takes_it_back(page: CoverPage, tuesday: date, qtbot: QtBot) -> None:
    mark(page, who_has_art(page.context.desk, tuesday), qtbot)
    page.absent_line.itemAt(0).widget().click()
    settle(page, qtbot)
    assert page.body.currentWidget() is page.calm
    assert page.absent.isHidden()


def test_a_place_that_only_the_plan_left_open_is_gone_to_as_well(
    page: CoverPage, tuesday: date, qtbot: QtBot
) -> None:
    page.turn_to(tuesday - timedelta(days=1))
    settle(page, qtbot)
    assert page.places.current().slot.title == "Cookery"
    assert "Cookery" in page.stand_ins.place.text()
    day = page.seen.day
    mark(page, next(day.planned[slot.id] for slot in day.today if slot.id in day.planned), qtbot)
    rows = [page.places.rows.index(row, 2).data() for row in range(2)]
    assert rows == ["\u25b2 nobody yet", "\u25b2 open in the plan"]


def test_what_was_lost_today_stands_above_what_the_plan_leaves_open(
    page: CoverPage, tuesday: date, qtbot: QtBot
) -> None:
    page.turn_to(tuesday - timedelta(days=1))
    settle(page, qtbot)
    day = page.seen.day
    gap, lost = (slot.id for slot in day.today if slot.id in day.planned)
    without = {slot: who for slot, who in day.planned.items() if slot != gap}
    placed = {slot: who for slot, who in day.placed.items() if slot not in {gap, lost}}
    page.show_day(replace(page.seen, day=replace(day, planned=without, placed=placed)))
    assert gap < lost
    assert [line.slot.id for line in page.places.shown()][:2] == [lost, gap]


def test_after_a_place_is_split_its_first_half_is_gone_to_and_then_its_second(
    page: CoverPage, tuesday: date, qtbot: QtBot
) -> None:
    mark(page, who_has_art(page.context.desk, tuesday), qtbot)
    page.stand_ins.halve.click()
    settle(page, qtbot)
    assert page.places.current().slot.id.part == 1
    page.stand_ins.choose.click()
    settle(page, qtbot)
    assert page.places.current().slot.id.part == 2


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_enter_takes_the_only_name_that_is_offered_and_goes_on_to_the_next(
    page: CoverPage, qtbot: QtBot
) -> None:
    names = dict(zip(page.seen.team, ("Gwenllian Ŵyn", "Łucja Fox"), strict=False))
    fields = questions._Away(replace(page.seen, names=names, team=list(names)))
    qtbot.addWidget(fields.form)
    fields.form.show()
    for typed in ("wyn", "lucja"):
        qtbot.keyClicks(fields.who, typed)
        qtbot.keyClick(fields.who.completer().popup(), Qt.Key.Key_Return)
    assert fields.who.text() == "Gwenllian Ŵyn, Łucja Fox, "
    assert len(fields.typed()) == 2


def test_once_all_is_settled_the_place_that_was_is_still_told_of(
    page: CoverPage, tuesday: date, qtbot: QtBot
) -> None:
    mark(page, who_has_art(page.context.desk, tuesday), qtbot)
    page.best.click()
    settle(page, qtbot)
    assert page.places.current() is not None
    page.turn_to(tuesday - timedelta(days=1))
    settle(page, qtbot)
    page.turn_to(tuesday)
    settle(page, qtbot)
    assert page.places.current().slot.title == "Art"


def test_cards_are_asked_for_whose_day_is_different_and_written(
    page: CoverPage,
    tuesday: date,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    support.add_learner(page.context.desk, LearnerDetails(reference="RT11", group="Blue"))
    mark(page, who_has_art(page.context.desk, tuesday), qtbot)
    offered: list[str] = []

    def answer(question: Question) -> bool:
        fields = {each.accessibleName(): each for each in question.findChildren(QComboBox)}
        offered.append(fields["For whom"].currentText())
        fields["Which days"].setCurrentIndex(1)
        return True

    monkeypatch.setattr(Question, "answered", answer)
    monkeypatch.setattr(saving, "ask_where", lambda *_asked: tmp_path / "cards.pdf")
    page.printing.cards()
    told = page.printing.notice.sentence
    page.activateWindow()
    qtbot.waitUntil(lambda: "Saved as cards.pdf" in told.text(), timeout=60_000)
    assert page.focusWidget().text() == "Open it to print"
    assert offered == ["Whoever's day is different (1 on this day)"]
    said = PdfReader(tmp_path / "cards.pdf").pages[0].extract_text()
    assert "Who is with me on Tuesday" in said
    assert "RT11" in said


def test_who_is_not_in_the_plan_is_the_first_to_be_briefed(
    page: CoverPage, tuesday: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = page.context.desk
    bookings.take_on(
        desk,
        Booking(
            forename="Zoë",
            surname="Relief",
            first=tuesday - timedelta(days=1),
            ends=tuesday,
            hours=USUAL_HOURS,
            is_checked=True,
        ),
    )
    monday = cover_board.board(desk, tuesday - timedelta(days=1))
    assert monday.day is not None
    cookery, another = [slot.id for slot in monday.day.today][:2]
    (zoe,) = (who for who, name in monday.names.items() if name == "Zoë Relief")
    ours = next(who for who in sorted(monday.names) if who != zoe)
    placed = {cookery: ours, another: zoe}
    day = replace(monday.day, planned={another: ours}, placed=placed)
    offered: list[str] = []

    def leave(question: Question) -> bool:
        (who,) = question.findChildren(QComboBox)
        offered.extend(who.itemText(at) for at in range(who.count()))
        return False

    monkeypatch.setattr(Question, "answered", leave)
    printing.ask_brief(page, replace(monday, day=day))
    assert offered == ["Zoë Relief", monday.names[ours]]
