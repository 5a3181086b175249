"""Training as its pages show it: a plan suggested and changed by hand, and what runs out."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lsadesk.domain.auditing.skills import Level, Rating, View
from lsadesk.domain.calendar import RoughDate
from lsadesk.domain.changes import Changes
from lsadesk.domain.courses.certificates import Certificate, Lapse
from lsadesk.domain.courses.clocks import CourseRule
from lsadesk.domain.courses.documents import DocumentDetails
from lsadesk.domain.courses.training import OptionDetails
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonDetails, PersonId
from lsadesk.operations.courses import clocks, documents, training
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing import development
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from lsadesk.store.auditing import skills
from lsadesk.store.courses import certificates
from lsadesk.store.trail import Entry
from lsadesk.ui.looks.appearance import Appearance
from lsadesk.ui.places import CERTIFICATES
from lsadesk.ui.tab import TabContext
from lsadesk.ui.tasks import Worker
from lsadesk.ui.training import plan_page
from lsadesk.ui.training.certificate_form import CertificateQuestion
from lsadesk.ui.training.mine import MyTraining
from lsadesk.ui.training.option_form import OptionQuestion
from lsadesk.ui.training.pages import TrainingPages

SECRET = "a long enough secret"
Settle = Callable[[], None]


class Around:
    """What the pages have around them: keeps what was said, and passes changes on."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.pages: TrainingPages | None = None

    def publish(self, changes: Changes) -> None:
        """Have the pages follow."""
        self.said.append(changes.sentence)
        if self.pages is not None:
            self.pages.load()

    def say(self, sentence: str, kind: str = "said") -> None:
        """Keep the sentence."""
        self.said.append(f"{kind}: {sentence}")

    def go(self, place: str, target: object = None) -> None:
        """Keep the place."""


@pytest.fixture
def asha(desk: Desk) -> PersonId:
    """Asha, who signs a little, with a training that would raise it."""
    person = people.add_person(desk, PersonDetails(forename="Asha", surname="Kaur")).result
    with desk.writing(Kind.RATING) as work:
        bsl = skills.skill_named(work, "BSL")
        rating = Rating(person=person, skill=bsl, value=Level(1), view=View.AGREED)
        skills.rate(work, [rating])
        certificates.course_named(work, "First aid")
        work.commit(Entry("rated", Kind.RATING))
    training.add_option(
        desk, OptionDetails(name="Signing", skill=bsl, cost_pence=5000, release_minutes=120)
    )
    return person


@pytest.fixture
def around() -> Around:
    return Around()


@pytest.fixture
def settle(worker: Worker, qtbot: QtBot) -> Settle:
    """Waits until the college has answered."""
    return lambda: qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)


@pytest.fixture
def pages(
    desk: Desk, appearance: Appearance, worker: Worker, around: Around, qtbot: QtBot
) -> Iterator[TrainingPages]:
    """The pages at the head's desk."""
    made = TrainingPages(TabContext(desk, worker, appearance, around))
    around.pages = made
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    yield made
    around.pages = None


def test_a_plan_is_suggested_kept_out_by_hand_and_put_into_plans(  # noqa: PLR0917 - fixtures
    desk: Desk,
    asha: PersonId,
    pages: TrainingPages,
    settle: Settle,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pages.load()
    settle()
    plan = pages.plan
    assert plan.told.text().startswith("There is no training plan yet.")
    plan.pounds.setText("60")
    qtbot.keyClick(plan.pounds, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "1 place for 1 person" in plan.told.text(), timeout=20_000)
    settle()
    assert plan.proved.text() == "Proved: no other choice within this budget closes more."
    assert "because nobody can do BSL yet" in plan.detail.text()
    plan.refuse.click()
    settle()
    assert plan.told.text().startswith("There is no training plan yet.")
    assert plan.table.current() is not None
    plan.keep.click()
    settle()
    monkeypatch.setattr(plan_page, "confirm", lambda *_, **__: True)
    plan.write.click()
    settle()
    assert [line.what for line in development.actions(desk, asha)] == ["Signing"]
    assert not plan.write.isEnabled()
    assert not plan.keep.isEnabled()


def test_a_price_for_the_whole_group_is_asked_beside_that_for_one(
    asha: PersonId, pages: TrainingPages, desk: Desk, qtbot: QtBot
) -> None:
    board = training.board(desk)
    signing = next(each for each in board.options if each.name == "Signing")
    question = OptionQuestion(pages, ("Change", "Keep"), signing, board)
    assert (question.cost.text(), question.group.text()) == ("50", "0")
    question.cost.setText("0")
    question.group.setText("a lot")
    assert not question.ready()
    assert question.group.accessibleDescription() != ""
    question.group.setText("1,200.50")
    assert question.ready()
    assert (question.details.cost_pence, question.details.group_pence) == (0, 120_050)


def test_money_that_cannot_be_read_is_said_and_nothing_is_suggested(
    asha: PersonId, pages: TrainingPages, around: Around, settle: Settle
) -> None:
    pages.load()
    settle()
    pages.plan.pounds.setText("lots")
    pages.plan.suggest.click()
    assert around.said == ["refused: Write pounds as 45 or 45.50, and 0 where it is free."]


def test_a_gap_leads_to_the_people_and_options_for_it(
    asha: PersonId, desk: Desk, pages: TrainingPages, settle: Settle
) -> None:
    (bsl,) = training.board(desk).skills
    pages.open(f"training:{bsl}")
    pages.load()
    settle()
    line = pages.plan.table.current()
    assert line is not None
    assert (line.name, line.option.name) == ("Asha Kaur", "Signing")
    assert not pages.open("nowhere")


def test_a_training_that_the_college_has_none_of_is_chosen_or_typed_and_never_lapses(
    desk: Desk, asha: PersonId, pages: TrainingPages, settle: Settle
) -> None:
    question = CertificateQuestion(pages, clocks.clocks(desk), None)
    offered = [question.course.itemText(at) for at in range(question.course.count())]
    assert {"First aid", "NAPPI", "Lifeguard"} < set(offered)
    assert len(offered) == len({each.casefold() for each in offered})
    assert not question.ready()
    assert question.form.first_wrong() is question.course
    question.course.setEditText("Sighted guiding")
    question.never.setChecked(True)
    assert question.ready()
    assert question.wanted is not None
    clocks.record(desk, question.wanted, "Sighted guiding")
    pages.open(CERTIFICATES)  # of these, what is due
    pages.load()
    settle()
    assert pages.clocks.table.rows.rowCount() == 0
    pages.clocks.which.setCurrentIndex(0)
    line = pages.clocks.table.current()
    assert line is not None
    assert (line.what, line.state) == ("Sighted guiding", "does not lapse")


def test_what_a_rule_worked_out_says_so_and_the_due_stands_first(
    desk: Desk, asha: PersonId, pages: TrainingPages, settle: Settle
) -> None:
    (course,) = clocks.clocks(desk).courses
    clocks.set_rules(desk, course, [CourseRule(course=course, lapses_after=12)])
    achieved = RoughDate(date(2020, 1, 1))
    clocks.record(
        desk,
        Certificate(person=asha, course=course, achieved=achieved, lapse=Lapse.NOT_KNOWN),
    )
    pages.open(CERTIFICATES)
    pages.load()
    settle()
    line = pages.clocks.table.current()
    assert line is not None
    assert line.state == "lapsed, last day 31 Dec 2020 (worked out from the rule)"
    assert pages.clocks.told.text().startswith("1 certificate or sign-off: 1 lapsed")
    assert pages.clocks.change.isEnabled()


def test_a_member_of_staff_says_that_they_have_read_and_what_would_help(  # noqa: PLR0917
    desk: Desk,
    asha: PersonId,
    appearance: Appearance,
    worker: Worker,
    around: Around,
    settle: Settle,
    qtbot: QtBot,
) -> None:
    documents.add_document(desk, DocumentDetails(name="Lone working", edition="3"))
    accounts.add_account(desk, "asha", SECRET, person=asha, is_own=True)
    own = college.unlock(desk.folder, "asha", SECRET)
    qtbot.addWidget(parent := QWidget())
    dialog = MyTraining(TabContext(own, worker, appearance, around), parent)
    dialog.show()
    settle()
    dialog.documents.go(0)
    dialog.confirm.click()
    settle()
    assert dialog.told.text() == "You have read everything that you are asked to."
    dialog.words.setText("Sign better")
    dialog.ask.click()
    settle()
    assert around.said == ["Read and understood Lone working, 3", "Asked for: Sign better"]
    assert [wish.words for wish in training.board(desk).wishes] == ["Sign better"]
    dialog.wishes.go(0)
    dialog.withdraw.click()
    settle()
    assert training.board(desk).wishes == ()
    dialog.close()
    worker.finish()
    own.close()


def test_whoever_may_not_see_the_plan_has_the_other_pages(  # noqa: PLR0917 - fixtures
    desk: Desk, asha: PersonId, appearance: Appearance, worker: Worker, around: Around, qtbot: QtBot
) -> None:
    accounts.add_account(desk, "asha", SECRET, person=asha, is_own=True)
    own = college.unlock(desk.folder, "asha", SECRET)
    made = TrainingPages(TabContext(own, worker, appearance, around))
    qtbot.addWidget(made)
    made.show()
    made.load()
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert [made.bar.isTabVisible(at) for at in range(4)] == [False, True, True, True]
    assert not made.offer.add.isEnabled()
    assert not made.clocks.rule.isEnabled()
    worker.finish()
    own.close()


@pytest.mark.parametrize("percent", [100, 150])
def test_no_page_shuts_anybody_out(  # noqa: PLR0917 - fixtures
    asha: PersonId,
    pages: TrainingPages,
    appearance: Appearance,
    barriers: Callable[[QWidget], list[str]],
    settle: Settle,
    percent: int,
) -> None:
    appearance.set_text_size(percent)
    pages.resize(1024, 900)  # the audit around it scrolls where there is less
    pages.load()
    settle()
    walls = {}
    for at in range(pages.bar.count()):
        pages.bar.setCurrentIndex(at)
        settle()
        walls[pages.bar.tabText(at)] = barriers(pages)
    assert not any(walls.values()), walls
