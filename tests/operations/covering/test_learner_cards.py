from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from pypdf import PdfReader

from lsadesk import planner
from lsadesk.domain.calendar import TimeSpan, Week, Weekday
from lsadesk.domain.covering.cover import Away
from lsadesk.domain.covering.learner_cards import CardKind, CardsWanted, Companion, LearnerCards
from lsadesk.domain.deployment.model import SlotId
from lsadesk.domain.placements.placements import PlacementDetails
from lsadesk.domain.staff.on_cards import JPEG, OnCards, Portrait
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.card_wishes import CardText, CardWishes
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.domain.weeks.timetable import SessionDetails
from lsadesk.errors import UserError
from lsadesk.operations.covering import absences, cover, cover_board, cover_papers, learner_cards
from lsadesk.operations.covering.cover_board import CoverBoard
from lsadesk.operations.deploying import deployment
from lsadesk.operations.desk import Desk
from lsadesk.operations.placements import placements
from lsadesk.operations.staff import on_cards
from lsadesk.operations.weeks import sessions, support
from lsadesk.operations.weeks.sessions import details_of
from lsadesk.reports.learner_cards_pdf import write_cards

LUNCH = SessionDetails(
    day=Weekday.TUESDAY,
    span=TimeSpan(time(13), time(13, 45)),
    group="Blue",
    title="Lunch",
    teacher="J. Lyle",
    lsas_needed=0,
)
LARGEST = CardWishes(text=CardText.LARGEST, symbols=False)


@pytest.fixture
def tuesday(desk: Desk, small_timetable: Callable[[Desk], None]) -> date:
    """A planned Tuesday of one learner: Art with an LSA, and lunch with the teacher."""
    small_timetable(desk)
    sessions.add_session(desk, LUNCH)
    support.add_learner(desk, LearnerDetails(reference="RT11", group="Blue", card=LARGEST))
    ahead = deployment.gather(desk, week=Week.A)
    deployment.keep_plan(desk, ahead, planner.solve(ahead.problem, cycles=20))
    day: date = ahead.problem.date_of(Weekday.TUESDAY)
    return day


def taken(desk: Desk, *days: date, **wanted: object) -> LearnerCards:
    return learner_cards.take_learner_cards(desk, CardsWanted(days=days, **wanted)).result


def at_art(desk: Desk, day: date) -> tuple[CoverBoard, tuple[SlotId, PersonId]]:
    """The day, and its one place with whom the plan has there."""
    seen = cover_board.board(desk, day)
    (slot,) = seen.day.today
    return seen, (slot.id, seen.day.planned[slot.id])


def covered(desk: Desk, day: date) -> tuple[Companion, Companion]:
    """Who was planned for the day's one session, away now; and who comes instead."""
    seen, (slot, away) = at_art(desk, day)
    absences.mark_away(desk, [Away(first=day, last=day, person=away)])
    cover.take_best(desk, cover_board.board(desk, day))
    now = cover_board.board(desk, day).day.placed[slot]
    first = {who: name.split()[0] for who, name in seen.names.items()}
    return Companion(away, first[away]), Companion(now, first[now])


def printed(cards: LearnerCards, folder: Path) -> str:
    """The words on the pages of *cards*."""
    write_cards(cards, folder / "cards.pdf")
    return " ".join(page.extract_text() for page in PdfReader(folder / "cards.pdf").pages)


def test_a_learners_day_has_every_session_in_order_and_their_own_wishes(desk, tuesday):
    (card,) = taken(desk, tuesday, symbols=False).cards
    art, lunch = card.lines
    assert (art.title, lunch.title) == ("Art", "Lunch")
    assert art.people
    assert not art.instead_of
    assert (lunch.people, lunch.teacher, lunch.is_open) == ((), "J. Lyle", False)
    assert card.wishes == LARGEST


def test_a_changed_day_says_who_comes_in_place_of_whom(desk, tuesday):
    before, now = covered(desk, tuesday)
    (card,) = taken(desk, tuesday, kind=CardKind.CHANGES).cards
    (changed,) = card.changed
    assert changed.people == changed.new == (now,)
    assert changed.instead_of == (before,)


def test_whoever_goes_to_work_with_a_learner_and_is_away_is_told_on_a_card(desk, tuesday):
    seen, (_, beside) = at_art(desk, tuesday)
    work = PlacementDetails(
        learner=seen.learners[0].id,
        place="The Quay",
        starts=tuesday,
        ends=tuesday,
        hours={Weekday.TUESDAY: TimeSpan(time(14), time(15))},
        lsa=beside,
    )
    placements.add_placement(desk, work)
    with pytest.raises(UserError):
        taken(desk, tuesday, kind=CardKind.CHANGES)
    away = Away(first=tuesday, last=tuesday, span=TimeSpan(time(14), time(17)), person=beside)
    absences.mark_away(desk, [away])
    (card,) = taken(desk, tuesday, kind=CardKind.CHANGES).cards
    (line,) = card.changed
    assert (line.place, [each.person for each in line.instead_of]) == ("The Quay", [beside])
    assert line.is_open
    seen = cover_board.board(desk, tuesday)
    assert seen.different_for() == {work.learner}
    told = cover_papers.message(seen).splitlines()[-1]
    assert told == "14.00-15.00 Work placement, The Quay: nobody yet"
    (at_work,) = seen.day.uncovered
    best = cover.stand_ins(seen, at_work.id)[0]
    cover.choose(desk, seen, at_work.id, best.person)
    (card,) = taken(desk, tuesday, kind=CardKind.CHANGES).cards
    assert [each.person for each in card.changed[0].new] == [best.person]
    assert not card.changed[0].is_open


def test_a_printed_card_promises_nobody_who_may_not_be_with_the_learner_any_more(
    desk, tuesday, tmp_path
):
    seen, (_, who) = at_art(desk, tuesday)
    (learner,) = seen.learners
    assert "We do not know yet" not in printed(taken(desk, tuesday), tmp_path)
    not_with = replace(support.details_of(learner), not_with=frozenset({who}))
    support.change_learner(desk, learner, not_with)
    assert "We do not know yet who is with" in printed(taken(desk, tuesday), tmp_path)


def test_a_drawing_that_was_chosen_for_a_session_goes_onto_the_cards(desk, tuesday):
    for read in sessions.all_sessions(desk):
        sessions.change_session(desk, read, replace(details_of(read), symbol="horse face"))
    assert {line.symbol for line in taken(desk, tuesday).cards[0].lines} == {"horse face"}


def test_a_session_that_does_not_run_stands_on_the_card_as_not_this_time(desk, tuesday):
    absences.mark_away(desk, [Away(first=tuesday, last=tuesday, group="Blue")])
    (card,) = taken(desk, tuesday, kind=CardKind.CHANGES).cards
    assert [(line.title, line.is_off) for line in card.changed] == [("Art", True), ("Lunch", True)]


def test_a_place_without_anybody_is_not_known_yet_until_it_is_left_open(desk, tuesday):
    _, (slot, who) = at_art(desk, tuesday)
    absences.mark_away(desk, [Away(first=tuesday, last=tuesday, person=who)])
    assert taken(desk, tuesday).cards[0].lines[0].is_open
    cover.leave_open(desk, cover_board.board(desk, tuesday), slot, "A trip")
    line = taken(desk, tuesday).cards[0].lines[0]
    assert not line.is_open
    assert not line.people


def test_a_photo_is_printed_while_it_is_agreed_to_and_where_it_is_wished(desk, tuesday):
    _, (_, person) = at_art(desk, tuesday)
    on_cards.set_photo(desk, person, OnCards(), Portrait(JPEG), agreed_how="Told me")
    assert person in taken(desk, tuesday).portraits
    assert not taken(desk, tuesday, photos=False).portraits
    on_cards.take_photo_back(desk, person, on_cards.on_cards(desk, person))
    assert not taken(desk, tuesday).portraits


def test_a_week_has_a_card_for_each_day_with_sessions(desk, tuesday):
    week = [date.fromordinal(tuesday.toordinal() + n) for n in range(-1, 6)]
    cards = taken(desk, *week).cards
    assert [card.on for card in cards] == sorted({card.on for card in cards})
    assert tuesday in {card.on for card in cards}


def test_where_there_is_nothing_to_tell_it_says_so(desk, tuesday):
    with pytest.raises(UserError, match="No learner's day has changed"):
        taken(desk, tuesday, only_changed=True)
    with pytest.raises(UserError, match="no session then"):
        taken(desk, tuesday, learners=[])
    learner = support.support(desk).learners[0]
    calm = replace(support.details_of(learner), card=CardWishes())
    support.change_learner(desk, learner, calm)
    assert taken(desk, tuesday).cards[0].wishes == CardWishes()


def test_without_a_plan_nobody_is_told_anything(desk):
    support.add_learner(desk, LearnerDetails(reference="RT11", group="Blue"))
    with pytest.raises(UserError, match="no plan for this yet"):
        taken(desk, date(2026, 11, 24))
