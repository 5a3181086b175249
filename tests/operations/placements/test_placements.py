from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from lsadesk.domain.calendar import TimeSpan, Week, Weekday
from lsadesk.domain.covering.cover import Away
from lsadesk.domain.covering.learner_cards import CardsWanted
from lsadesk.domain.deployment import check
from lsadesk.domain.deployment.model import Assignment, Plan
from lsadesk.domain.placements.placements import (
    EntryDetails,
    EntryKind,
    PlacementDetails,
    PlacementRecord,
    ToWrite,
    last_visit,
    to_write,
    weeks_over,
    weeks_without_feedback,
)
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.domain.weeks.terms import CollegeYear, Period
from lsadesk.domain.weeks.timetables import Whose
from lsadesk.errors import NotAllowed, Stale, UserError
from lsadesk.operations import home
from lsadesk.operations.covering import absences, cover_board, learner_cards
from lsadesk.operations.deploying import deployment, plans
from lsadesk.operations.desk import Desk
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.keeping.held import held_on
from lsadesk.operations.placements import placements
from lsadesk.operations.weeks import (
    college_year,
    former_learners,
    support,
    taking_calendars,
    taking_weeks,
)
from lsadesk.store.briefing.ahead import sessions_ahead
from lsadesk.ui.cover.words import headline, not_missed_words
from tests.conftest import SECRET

TODAY = date(2026, 11, 24)  # a Tuesday
ASHA, BEN = PersonId(1), PersonId(2)
OWN = "quite a long secret"
VISIT = EntryDetails(
    kind=EntryKind.VISIT, on=date(2026, 11, 12), visited_by="J. Lyle", seen="Serves  \n"
)
ON_TUESDAYS = {Weekday.TUESDAY: TimeSpan(time(9, 30), time(15))}
TOLD = EntryDetails(kind=EntryKind.FEEDBACK, on=date(2026, 11, 12), learner_said="I like it")


@pytest.fixture
def placed(desk: Desk, small_timetable: Callable[[Desk], None]) -> Desk:
    """KD07 is at a café since Thursday two weeks ago, with Asha."""
    small_timetable(desk)
    learner = support.add_learner(desk, LearnerDetails(reference="KD07")).result
    placements.add_placement(
        desk,
        PlacementDetails(
            learner=learner,
            place="Caffi'r Ŵyn",
            starts=date(2026, 11, 5),
            ends=date(2026, 12, 18),
            lsa=ASHA,
            helps="One job at a time",
        ),
    )
    return desk


def _only(desk: Desk) -> PlacementRecord:
    (record,) = placements.placements(desk).records
    return record


def _as_lsa(desk: Desk, person: PersonId, login: str) -> Desk:
    accounts.add_account(desk, login, OWN, person=person, is_own=True)
    return college.unlock(desk.folder, login, OWN, clock=desk.store.clock)


def test_what_the_lsa_lacks_is_told_when_the_placement_is_arranged(placed: Desk) -> None:
    fed = LearnerDetails(reference="KD08", tasks=frozenset({"Gastrostomy feeding"}))
    wanted = PlacementDetails(
        learner=support.add_learner(placed, fed).result,
        place="The Quay",
        starts=TODAY,
        ends=TODAY + timedelta(days=40),
        hours=ON_TUESDAYS,
        lsa=BEN,
    )
    number = placements.add_placement(placed, wanted).result
    assert "Gastrostomy feeding" in placements.lacking(placed, number)
    nobody = placements.add_placement(placed, replace(wanted, lsa=None)).result
    assert not placements.lacking(placed, nobody)


def test_weeks_that_nobody_told_of_are_counted_once_they_are_over(placed: Desk) -> None:
    assert last_visit(_only(placed)) is None
    assert weeks_over(_only(placed), TODAY) == [
        date(2026, 11, 2),
        date(2026, 11, 9),
        date(2026, 11, 16),
    ]
    for entry in (VISIT, TOLD):
        placements.write_entry(placed, _only(placed).placement.id, entry)
    record = _only(placed)
    assert last_visit(record) == date(2026, 11, 12)
    assert weeks_without_feedback(record, TODAY) == [date(2026, 11, 2), date(2026, 11, 16)]
    assert weeks_over(record, date(2027, 3, 1))[-1] == date(2026, 12, 14)
    assert weeks_over(record, date(2026, 11, 6)) == []


def test_days_on_which_the_college_is_closed_are_no_days_of_a_placement(placed: Desk) -> None:
    read = _only(placed).placement
    placements.change_placement(placed, read, replace(read, hours=ON_TUESDAYS))
    assert len(_only(placed).days) == 6
    closed = Period(date(2026, 11, 9), date(2026, 11, 13), "flood")
    college_year.set_year(placed, CollegeYear(closures=(closed,)))
    assert date(2026, 11, 10) not in _only(placed).days
    assert weeks_over(_only(placed), TODAY) == [date(2026, 11, 16)]


def test_whoever_is_beside_the_learner_is_not_planned_in_college_then(placed: Desk) -> None:
    read = _only(placed).placement
    placements.change_placement(placed, read, replace(read, hours=ON_TUESDAYS))
    monday = date(2026, 11, 30)
    ahead = deployment.gather(placed, week=Week.A, starts=monday)
    plan = deployment.propose(ahead)
    (art,) = (each for each in ahead.problem.slots if each.title == "Art")
    assert plan.by_slot()[art.id] == BEN
    placed_asha = Plan(assignments=(Assignment(art.id, ASHA),), unmet=(), objective=plan.objective)
    broken = check.broken_rules(ahead.problem, placed_asha)
    assert "is at a work placement 9.30-15.00" in str([each.sentence for each in broken])
    said = [str(each) for each in ahead.problem.remarks]
    assert any("Asha Kaur (Tue 9.30-15.00)" in each for each in said)
    (asha,) = (each for each in ahead.problem.lsas if each.id == ASHA)
    assert asha.left == 1500 - 330
    placements.change_placement(
        placed, _only(placed).placement, replace(read, hours=ON_TUESDAYS, way_minutes=40)
    )
    ahead = deployment.gather(placed, week=Week.A, starts=monday)
    (asha,) = (each for each in ahead.problem.lsas if each.id == ASHA)
    assert str(asha.at_placements[Weekday.TUESDAY][0]) == "8.50-15.40"
    closed = Period(monday, monday + timedelta(days=4), "half-term")
    college_year.set_year(placed, CollegeYear(closures=(closed,)))
    away = deployment.gather(placed, week=Week.A, starts=monday).problem.lsas
    assert all(not each.at_placements for each in away)


def test_a_placement_stands_in_what_both_take_away(placed: Desk, tmp_path: Path) -> None:
    read = _only(placed).placement
    placements.change_placement(placed, read, replace(read, hours=ON_TUESDAYS))
    ahead = deployment.gather(placed, week=Week.A, starts=date(2026, 11, 23))
    plan = deployment.keep_plan(placed, ahead, deployment.propose(ahead)).result
    plans.publish(placed, plan, starts=TODAY, ends=date(2026, 12, 11))
    for whose, key, with_whom in (
        (Whose.LSA, str(ASHA), "Learner: KD07"),
        (Whose.LEARNER, str(read.learner), "with Asha Kaur"),
    ):
        (sheet,) = taking_weeks.take_timetables(placed, plan, whose, {key}, learners=True).result
        (entry,) = (each for each in sheet.entries if each.title == "Work placement")
        assert (entry.day, entry.lines) == (Weekday.TUESDAY, (with_whom, "Caffi'r Ŵyn"))
    taking_weeks.export_timetable(placed, tmp_path / "week.pdf", plan)
    week = " ".join(page.extract_text() for page in PdfReader(tmp_path / "week.pdf").pages)
    assert "Work placement, Caffi'r Ŵyn [KD07]" in " ".join(week.split())
    (own,) = taking_weeks.timetable_of(placed, ASHA)
    assert ("Caffi'r Ŵyn",) in [each.lines for each in own.entries]
    taking_calendars.export_calendar_of(placed, ASHA, tmp_path / "own.ics")
    calendar = Calendar.from_ical((tmp_path / "own.ics").read_bytes())
    (event,) = (each for each in calendar.walk("VEVENT") if "placement" in each["SUMMARY"])
    assert event["LOCATION"] == "Caffi'r Ŵyn"
    assert event["RRULE"]["UNTIL"][0].date() == date(2026, 12, 15)
    asha = _as_lsa(placed, ASHA, "asha")
    try:
        own_day = home.today(asha).own
    finally:
        asha.close()
    assert own_day is not None
    assert [each.title for each in own_day.sessions] == ["Work placement"]


def test_a_learner_at_work_is_in_no_session_then_and_is_seen_to_where_the_lsa_is_away(
    placed: Desk,
) -> None:
    (kd07,) = support.support(placed).learners
    support.change_learner(placed, kd07, replace(support.details_of(kd07), group="Blue"))
    read = _only(placed).placement
    placements.change_placement(placed, read, replace(read, hours=ON_TUESDAYS))
    ahead = deployment.gather(placed, week=Week.A, starts=date(2026, 11, 23))
    came = {ahead.sessions[each].title: bool(who) for each, who in ahead.comes.items()}
    assert came == {"Cookery": True, "Art": False}
    plan = deployment.keep_plan(placed, ahead, deployment.propose(ahead)).result
    plans.publish(placed, plan, starts=TODAY, ends=date(2026, 12, 11))
    with placed.store.read() as reading:
        ahead_of = sessions_ahead(reading, TODAY, TODAY)
    assert [(each.lsas, each.learners) for each in ahead_of] == [((BEN,), ())]
    wanted = CardsWanted(days=[TODAY])
    (card,) = learner_cards.take_learner_cards(placed, wanted).result.cards
    (line,) = card.lines
    assert (line.title, line.place) == ("Work placement", "Caffi'r Ŵyn")
    assert ([each.name for each in line.people], line.is_open) == (["Asha"], False)
    away = Away(first=TODAY, last=TODAY, person=ASHA)
    assert not not_missed_words(cover_board.board(placed, TODAY), [away])
    absences.mark_away(placed, [away])
    seen = cover_board.board(placed, TODAY)
    assert "KD07 is at a work placement without Asha Kaur, 9.30-15.00" in headline(seen)
    (card,) = learner_cards.take_learner_cards(placed, wanted).result.cards
    assert (card.lines[0].people, card.lines[0].is_open) == ((), True)


def test_what_is_due_is_told_to_the_lsa_and_to_whoever_plans(placed: Desk) -> None:
    def due() -> tuple[ToWrite, ...]:
        return home.today(placed).placements

    read = _only(placed).placement
    assert [(each.place, each.weeks, each.visit_on, each.end) for each in due()] == [
        ("Caffi'r Ŵyn", 3, None, False)
    ]
    arranged = replace(read, visit_on=date(2026, 12, 1))
    placements.change_placement(placed, read, arranged)
    assert due()[0].visit_on == date(2026, 12, 1)
    placements.change_placement(
        placed, _only(placed).placement, replace(arranged, ends=date(2026, 12, 1))
    )
    visited = to_write(_only(placed), date(2026, 12, 2))
    assert visited.end
    asha, ben = _as_lsa(placed, ASHA, "asha"), _as_lsa(placed, BEN, "ben")
    try:
        own = home.today(asha).own
        assert own is not None
        assert own.placements == due()
        assert home.today(asha).placements == ()
        other = home.today(ben).own
        assert other is not None
        assert other.placements == ()
    finally:
        asha.close()
        ben.close()
    end = EntryDetails(kind=EntryKind.END, on=date(2026, 12, 1), learnt="Serves")
    placements.write_entry(placed, read.id, end)
    assert due() == ()


def test_an_entry_keeps_what_its_kind_asks_for_and_says_something(placed: Desk) -> None:
    placement = _only(placed).placement.id
    placements.write_entry(placed, placement, replace(VISIT, learnt="not asked of a visit"))
    (entry,) = _only(placed).entries
    assert (entry.seen, entry.learnt) == ("Serves", "")
    with pytest.raises(UserError, match="at least one"):
        placements.write_entry(placed, placement, replace(TOLD, learner_said=" "))
    with pytest.raises(UserError, match="still to come"):
        placements.write_entry(placed, placement, replace(TOLD, on=date(2026, 11, 25)))
    with pytest.raises(UserError, match="2000 letters"):
        placements.write_entry(placed, placement, replace(TOLD, learner_said="a" * 2001))
    placements.write_entry(placed, placement, replace(VISIT, seen="Serves alone"), entry)
    with pytest.raises(Stale):
        placements.write_entry(placed, placement, VISIT, entry)
    with pytest.raises(UserError, match="written down as something else"):
        placements.write_entry(placed, placement, TOLD, _only(placed).entries[0])
    placements.remove_entry(placed, _only(placed).entries[0])
    assert _only(placed).entries == ()
    placed.undo()
    assert _only(placed).entries[0].seen == "Serves alone"


def test_a_placement_is_changed_removed_whole_and_brought_back(placed: Desk) -> None:
    unseen = _only(placed).placement
    placements.write_entry(placed, unseen.id, VISIT)
    with pytest.raises(Stale):  # it would take a visit along that nobody looked at
        placements.remove_placement(placed, unseen)
    read = _only(placed).placement
    wanted = PlacementDetails(
        learner=read.learner, place="Library", starts=read.starts, ends=read.ends, lsa=None
    )
    with pytest.raises(UserError, match="ends before"):
        placements.change_placement(placed, read, replace(wanted, ends=date(2026, 11, 4)))
    with pytest.raises(UserError, match="Say where"):
        placements.change_placement(placed, read, replace(wanted, place=" "))
    placements.change_placement(placed, read, wanted)
    assert (_only(placed).placement.place, _only(placed).lsa) == ("Library", "")
    placements.remove_placement(placed, _only(placed).placement)
    assert placements.placements(placed).records == ()
    placed.undo()
    assert [each.seen for each in _only(placed).entries] == ["Serves"]


def test_who_supports_a_placement_is_not_lost_to_an_older_copy(placed: Desk) -> None:
    read = _only(placed).placement
    placements.change_placement(placed, read, replace(read, lsa=BEN))
    with pytest.raises(Stale):
        placements.change_placement(placed, read, replace(read, helps="Two jobs at a time"))
    assert _only(placed).placement.lsa == BEN
    placed.undo()
    assert _only(placed).placement.lsa == ASHA


def test_the_lsa_of_a_placement_writes_in_it_and_in_no_other(placed: Desk, tmp_path: Path) -> None:
    placement = _only(placed).placement
    asha, ben = _as_lsa(placed, ASHA, "asha"), _as_lsa(placed, BEN, "ben")
    try:
        (own,) = placements.placements_of(asha, ASHA).records
        assert (own.reference, own.lsa) == ("KD07", "Asha Kaur")
        placements.write_entry(asha, placement.id, TOLD, of=ASHA)
        placements.export_report(asha, placement.id, tmp_path / "own.pdf", of=ASHA)
        asha.undo()
        assert _only(placed).entries == ()
        assert placements.placements_of(ben, BEN).records == ()
        for desk, of in ((ben, ASHA), (asha, None)):
            with pytest.raises(NotAllowed):
                placements.write_entry(desk, placement.id, TOLD, of=of)
        with pytest.raises(UserError, match="Only the LSA"):
            placements.write_entry(ben, placement.id, TOLD, of=BEN)
        with pytest.raises(UserError, match="no longer"):
            placements.export_report(ben, placement.id, tmp_path / "not.pdf", of=BEN)
        with pytest.raises(NotAllowed):
            placements.change_placement(asha, placement, placement)
    finally:
        asha.close()
        ben.close()


def test_who_supports_a_placement_no_more_takes_back_nothing_in_it(placed: Desk) -> None:
    placement = _only(placed).placement.id
    asha = _as_lsa(placed, ASHA, "asha")
    try:
        placements.write_entry(asha, placement, VISIT, of=ASHA)
        placements.write_entry(asha, placement, TOLD, of=ASHA)
        asha.undo()
        asha.redo()
        asha.undo()
        read = _only(placed).placement
        placements.change_placement(placed, read, replace(read, lsa=BEN))
        for take_back in (asha.undo, asha.redo):
            with pytest.raises(Stale, match="cannot be undone"):
                take_back()
    finally:
        asha.close()
    assert [each.kind for each in _only(placed).entries] == [EntryKind.VISIT]


def test_the_report_says_what_is_written_and_what_is_still_to_be(
    placed: Desk, tmp_path: Path
) -> None:
    placement, path = _only(placed).placement.id, tmp_path / "report.pdf"
    for entry in (VISIT, TOLD):
        placements.write_entry(placed, placement, entry)
    placements.export_report(placed, placement, path)
    words = PdfReader(path).pages[0].extract_text()
    for expected in (
        "Work placement report: KD07",
        "Caffi'r Ŵyn",
        "Asha Kaur",
        "Week of 9 Nov 2026",
    ):
        assert expected in words
    assert "The end report is still to be written." in words
    assert "Page 1 of 1" in words
    assert "32 days while the college is open" in words
    for who in ("The learner", "For Caffi'r Ŵyn", "Asha Kaur, LSA", "For the college"):
        assert who in words[words.index("Signatures") : words.index("Visits")]


def test_of_an_lsa_the_college_holds_only_that_they_support_it(placed: Desk) -> None:
    placements.write_entry(placed, _only(placed).placement.id, TOLD)
    told = str(held_on(placed, ASHA))
    assert "Caffi'r Ŵyn" in told
    assert "I like it" not in told


def _erase_the_learner(desk: Desk) -> None:
    (learner,) = support.support(desk).learners
    gone = replace(support.details_of(learner), left_on=date(2026, 11, 20))
    support.change_learner(desk, learner, gone)
    (learner,) = support.support(desk).learners
    former_learners.erase(desk, learner, "A year is over")


def test_with_a_learner_who_is_erased_their_placements_go(placed: Desk) -> None:
    placements.write_entry(placed, _only(placed).placement.id, TOLD)
    _erase_the_learner(placed)
    assert placements.placements(placed).records == ()


def test_a_placement_that_was_removed_does_not_come_back_once_the_learner_is_erased(
    placed: Desk,
) -> None:
    elsewhere = college.unlock(placed.folder, "owner", SECRET, clock=placed.store.clock)
    try:
        placements.remove_placement(elsewhere, _only(placed).placement)
        _erase_the_learner(placed)
        with pytest.raises(Stale, match="cannot be undone"):
            elsewhere.undo()
    finally:
        elsewhere.close()
    assert placements.placements(placed).records == ()
