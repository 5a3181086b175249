"""The home page: only what is so, only for the duties held, and one next step."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from lsadesk.domain.appraisals.assessment import Progress
from lsadesk.domain.calendar import TimeSpan, Weekday
from lsadesk.domain.developing.development import ActionDetails, ActionId, PlanAction
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.staff.practice import SeenDetails, SeenKind
from lsadesk.operations.appraisals.waiting import AppraisalsWaiting
from lsadesk.operations.home import Own, OwnSession, PlannedWeek, Team, Today
from lsadesk.operations.keeping import college
from lsadesk.operations.keeping.copies import SecondPlace
from lsadesk.operations.staff import practice
from lsadesk.ui.development.target import PlanTarget
from lsadesk.ui.home.lines import cards, clock_words, greeting, long_date, next_step
from lsadesk.ui.home.tab import HomeTab
from lsadesk.ui.keeping.second_place import CopiesDialog
from lsadesk.ui.places import COVER, WHO_IS_AWAY
from lsadesk.ui.tab import TabContext
from tests.ui.people.conftest import Window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NOW = datetime(2026, 11, 24, 9, 15, tzinfo=UTC)
TODAY = NOW.date()
SESSION = OwnSession(Weekday.TUESDAY, TimeSpan(time(9, 15), time(10, 45)), "Cookery", "G1", "K2")


def a_today(**known):
    """The home page of a college that tells only what is *known*."""
    nothing = {"is_empty": False, "may_import": False, "own": None, "team": None, "week": None}
    nothing["second_place"] = None
    usual = {"college": "Harbour Lane", "now": NOW, "forename": "Asha"}
    return Today(**{**usual, **nothing, **known})


def own(**known):
    """Asha's own day: nothing answered, no plan, no sessions, but for what is *known*."""
    usual = {
        "answered": Progress(0, 46),
        "handed_in_at": None,
        "sessions_on": None,
        "sessions": (),
        "actions": (),
    }
    return Own(**{**usual, **known})


def team(**known):
    """A whole staff of 46 of whom nothing else is known but what is *known*."""
    usual = {
        "everybody": True,
        "people": 46,
        "skills": None,
        "skills_nobody_has": None,
        "lapsing": None,
        "lapsed": None,
        "lapse_by": TODAY + timedelta(days=90),
        "handed_in": None,
    }
    return Team(**{**usual, **known})


def told(today):
    """Every line of the page."""
    return [line.text for card in cards(today) for line in card.lines]


@pytest.mark.parametrize(
    ("hour", "words"), [(8, "Good morning"), (12, "Good afternoon"), (18, "Good evening")]
)
def test_the_greeting_follows_the_clock(hour, words):
    assert greeting(a_today(now=NOW.replace(hour=hour))) == f"{words}, Asha"


def test_an_account_without_a_person_is_greeted_without_a_name():
    assert greeting(a_today(forename="")) == "Good morning"
    assert long_date(NOW) == "Tuesday 24 November 2026"


@pytest.mark.parametrize(
    ("answered", "words"),
    [
        (0, "Start my self-assessment"),
        (14, "Continue my self-assessment: 14 of 46 answered"),
        (46, "Look over my self-assessment and hand it in"),
    ],
)
def test_the_next_step_is_ones_own_self_assessment(answered, words):
    step = next_step(own(answered=Progress(answered, 46)))
    assert (step.text, step.place) == (words, "assessment")


def test_once_it_is_handed_in_nothing_is_asked_for():
    assert next_step(own(handed_in_at=NOW)) is None
    assert next_step(None) is None


def test_todays_sessions_come_first():
    today = a_today(own=own(sessions_on=TODAY, sessions=(SESSION,)), team=team())
    assert cards(today)[0].title == "Today"
    assert told(today)[0] == "9.15  Cookery, G1, K2"


def test_a_week_planned_ahead_names_its_day():
    today = a_today(own=own(sessions_on=date(2026, 12, 1), sessions=(SESSION,)))
    assert cards(today)[0].title == "Tuesday 1 December"


def test_a_day_without_sessions_says_so_and_no_plan_says_nothing():
    sessions, _plan = cards(a_today(own=own(sessions_on=TODAY)))
    assert [line.text for line in sessions.lines] == ["No sessions are planned for you."]
    (plan,) = cards(a_today(own=own()))
    assert plan.title == "My development plan"


def test_an_empty_plan_presses_for_nothing_and_can_be_opened_and_added_to():
    (plan,) = cards(a_today(own=own()))
    assert [line.text for line in plan.lines] == ["Nothing is waiting to be done."]
    assert [way.text for way in plan.ways] == [
        "Open my plan",
        "Add to my plan",
        "Ask for training",
    ]


def test_the_development_plan_says_what_is_due_and_does_not_scold():
    actions = tuple(
        PlanAction(id=ActionId(at), person=PersonId(1), what=what, due=due)
        for at, (what, due) in enumerate(
            [("Makaton 2", date(2026, 11, 3)), ("Shadow Kay", date(2026, 12, 3)), ("Read", None)]
        )
    )
    assert told(a_today(own=own(actions=actions))) == [
        "Makaton 2, was for 3 Nov 2026",
        "Shadow Kay, by 3 Dec 2026",
        "Read",
    ]


def test_what_is_not_covered_leads_to_the_planner():
    week = PlannedWeek(1, date(2026, 11, 23), 409, 3)
    (card,) = cards(a_today(week=week))
    assert card.lines[0].text == "3 of 412 not covered in the week from 23 Nov 2026"
    assert card.lines[0].place == "deployment"
    assert [(way.place, way.target) for way in card.ways] == [("deployment", WHO_IS_AWAY)]


def test_who_is_away_today_stands_first_and_leads_to_the_day_of_cover():
    week, today = PlannedWeek(1, date(2026, 11, 23), 412, 0), a_today(week=None)
    day = today.now.date()
    (card,) = cards(replace(today, week=week, away=(2, day)))
    assert card.lines[0].text == "2 away today: the day's cover"
    assert (card.lines[0].place, card.lines[0].target) == ("deployment", COVER)
    (card,) = cards(replace(today, week=week, away=(2, date(2026, 11, 30))))
    assert card.lines[0].text == "2 away on 30 Nov 2026: the day's cover"
    assert len(cards(replace(today, week=week, away=(0, day)))[0].lines) == 1


def test_a_covered_week_is_said_to_be():
    week = PlannedWeek(1, date(2026, 11, 23), 412, 0)
    assert told(a_today(week=week)) == ["Everything is covered in the week from 23 Nov 2026"]


def test_a_heads_numbers_are_those_of_the_whole_staff():
    full = team(skills=30, skills_nobody_has=2, lapsing=7, lapsed=1, handed_in=12)
    assert told(a_today(team=full)) == [
        "46 people work here",
        "2 skills nobody has yet",
        "7 certificates lapse by 22 Feb 2027",
        "1 certificate has lapsed",
        "12 self-assessments handed in",
    ]


def test_a_managers_numbers_are_those_of_their_people():
    (card,) = cards(a_today(team=team(everybody=False, people=6)))
    assert (card.title, card.lines[0].text) == ("Those you look after", "6 people")


@pytest.fixture
def open_tab(qtbot, appearance, worker):
    """Opens the home page for a desk; gives the tab and where it was asked to go."""

    def opened(desk) -> tuple[HomeTab, list[str]]:
        went: list[str] = []

        class Window:
            def publish(self, changes):
                """Nothing is changed from the home page."""

            def say(self, sentence, kind="said"):
                went.append(sentence)

            def go(self, place, target=None):
                went.append(place)

        tab = HomeTab(TabContext(desk, worker, appearance, Window()))
        qtbot.addWidget(tab)
        tab.resize(1200, 800)
        tab.show()
        qtbot.waitUntil(lambda: tab.date.text() != "")
        return tab, went

    return opened


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_on_the_page_shuts_somebody_out(open_tab, asha, appearance, barriers, percent):
    appearance.set_text_size(percent)
    tab, _ = open_tab(asha)
    tab.grab()  # lays it out
    assert barriers(tab) == []


def test_an_empty_college_is_offered_its_staff_list_and_nothing_else(open_tab, desk):
    tab, _ = open_tab(desk)
    assert tab.empty.isVisible()
    buttons = [each.text() for each in tab.findChildren(QPushButton) if each.isVisible()]
    assert buttons == ["Import your staff list..."]


def test_an_lsa_is_led_to_the_self_assessment(open_tab, asha):
    tab, went = open_tab(asha)
    assert tab.greeting.text() == "Good morning, Asha"
    assert tab.step.text() == "Start my self-assessment"
    tab.step.click()
    assert went == ["assessment"]


def test_a_line_leads_to_its_tab(open_tab, desk, asha):
    tab, went = open_tab(desk)
    (people,) = [each for each in tab.findChildren(QPushButton) if "work here" in each.text()]
    assert people.text() == "2 people work here"
    people.click()
    assert went == ["people"]


def test_ones_own_plan_is_opened_and_added_to_from_its_card(
    open_tab, qtbot, desk, asha, monkeypatch
):
    saw = SeenDetails(kind=SeenKind.FEEDBACK, day=desk.today, session="Art", helped="Waited")
    practice.write_seen(desk, asha.person, saw)
    tab, _ = open_tab(asha)
    opened = []
    monkeypatch.setattr(tab.context, "go", lambda place, target: opened.append((place, target)))
    first = "1 note from a session, for you to read first"
    for way in (first, "Open my plan", "Add to my plan"):
        (link,) = [each for each in tab.findChildren(QPushButton) if each.text() == way]
        link.click()
    assert opened == [
        ("development", PlanTarget(seen=True)),
        ("development", PlanTarget()),
        ("development", PlanTarget(adding=ActionDetails(what=""))),
    ]


def test_showing_the_page_again_keeps_one_of_each_card(open_tab, qtbot, desk, asha):
    tab, _ = open_tab(desk)
    tab.refresh()
    tab.date.clear()
    qtbot.waitUntil(lambda: tab.date.text() != "")
    headings = [each.text() for each in tab.findChildren(QLabel) if each.isVisible()]
    assert headings.count("The team") == 1


def copies_said(place, copied_at):
    told = cards(a_today(second_place=SecondPlace(place, copied_at)))
    return [line.text for card in told for line in card.lines]


def test_a_second_place_that_is_missing_or_behind_is_told_and_a_fresh_one_is_not(tmp_path):
    assert "no second place" in copies_said(None, None)[0]
    assert "Is it plugged in?" in copies_said(tmp_path, None)[0]
    assert "of 14 Nov 2026" in copies_said(tmp_path, NOW - timedelta(days=10))[0]
    assert copies_said(tmp_path, NOW - timedelta(days=1)) == []


def test_what_waits_of_appraisals_leads_there():
    waiting = AppraisalsWaiting(own_to_sign=True, due=3, to_rate=1, ready=2)
    (card,) = cards(a_today(appraisals=waiting))
    assert [line.text for line in card.lines] == [
        "My appraisal is agreed and waits for my signature",
        "2 people are ready to meet me",
        "1 person for me to rate alone",
        "3 appraisals are due",
    ]
    assert {line.place for line in card.lines} == {"appraisal"}


def test_who_is_on_a_teaching_contract_is_told_beside_the_staff():
    lines = told(a_today(team=team(people=44, teaching=2)))
    assert "44 people work here" in lines
    assert "2 people more are on a teaching contract, so not counted as LSAs" in lines


def test_a_copy_to_try_is_one_click_away(desk, worker, appearance, qtbot, monkeypatch):
    assert "copy" not in " ".join(told(a_today()))
    (line,) = [each for card in cards(a_today(copy_to_try=True)) for each in card.lines]
    assert line.text == "No copy was tried this term: try the newest now"
    college.back_up(desk)
    window = Window()
    tab = HomeTab(TabContext(desk, worker, appearance, window))
    qtbot.addWidget(tab)
    shown = []

    def tried(dialog):
        qtbot.waitUntil(lambda: "opens and is whole" in dialog.tried.text(), timeout=10_000)
        shown.append(dialog.tried.text())

    monkeypatch.setattr(CopiesDialog, "exec", tried)
    tab._line(line).click()
    assert len(shown) == 1


def test_a_clock_that_stands_before_the_records_is_told_in_a_sentence():
    assert clock_words(a_today()) == ""
    words = clock_words(a_today(written_to=datetime(2027, 11, 20, 9, tzinfo=UTC)))
    assert "20 Nov 2027" in words
    assert "Put its date right" in words
