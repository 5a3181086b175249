"""Timetables and calendars out of a published week: what is in them, and what must not be."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from lsadesk import planner
from lsadesk.domain.calendar import TimeSpan, Week, Weekday, monday_of
from lsadesk.domain.placements.placements import PlacementDetails
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerDetails
from lsadesk.domain.weeks.terms import CollegeYear, Period
from lsadesk.domain.weeks.timetable import SessionDetails
from lsadesk.domain.weeks.timetables import Timetable, Whose
from lsadesk.errors import UserError
from lsadesk.operations.deploying import deployment, plans
from lsadesk.operations.desk import Desk
from lsadesk.operations.files import write_files
from lsadesk.operations.placements import placements
from lsadesk.operations.weeks import college_year, taking_calendars, taking_weeks
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import learners, timetable

HOSTILE = '=1+1 "A/B"\r\nBEGIN:VEVENT\x07; <b>Ŵyn</b>'


@pytest.fixture
def published(desk: Desk, small_timetable: Callable[[Desk], None]) -> int:
    """Asha and Ben's week, published for six weeks with a half-term in the third; its number."""
    small_timetable(desk)
    with desk.writing(Kind.LEARNER) as work:
        for reference in ("JB02", "Jamie Brown"):
            learners.add(work, LearnerDetails(reference=reference, group="Blue"))
        span = TimeSpan(time(13), time(14))
        strange = SessionDetails(
            day=Weekday.FRIDAY, span=span, group="", title=HOSTILE, teacher="Siân Ŵyn", room="K/1"
        )
        timetable.add(work, strange)
        desk.keep(work, None, "Filled", Entry("filled", Kind.LEARNER), undo=False)
    monday = monday_of(desk.today)
    half_term = monday + timedelta(weeks=2)
    closed = Period(half_term, half_term + timedelta(days=4), "half-term")
    college_year.set_year(desk, CollegeYear(closures=(closed,)))
    ahead = deployment.gather(desk, week=Week.A, starts=monday)
    number = deployment.keep_plan(desk, ahead, planner.solve(ahead.problem, cycles=20)).result
    plans.publish(desk, number, starts=monday, ends=monday + timedelta(weeks=5, days=4))
    return number


def taken(desk: Desk, number: int, whose: Whose, *, learners: bool = False) -> list[Timetable]:
    return taking_weeks.take_timetables(desk, number, whose, learners=learners).result


def asha(desk: Desk) -> PersonId:
    with desk.store.read() as reading:
        return next(each.id for each in people.everybody(reading) if each.forename == "Asha")


def words(path: Path) -> str:
    return " ".join(page.extract_text() for page in PdfReader(path).pages)


def test_everybody_and_every_place_can_have_a_timetable(desk: Desk, published: int) -> None:
    names = {
        whose: [each.name for each in found]
        for whose, found in taking_weeks.choices(desk, published).items()
    }
    assert names[Whose.LSA] == ["Asha Kaur", "Ben Xu"]
    assert names[Whose.LEARNER] == ["Jamie Brown", "JB02"]
    assert names[Whose.TEACHER] == ["Siân Ŵyn"]
    assert names[Whose.ROOM] == ["K/1"]


def test_a_learners_sheet_says_who_supports_them_and_no_other_learner(
    desk: Desk, published: int
) -> None:
    jamie = taken(desk, published, Whose.LEARNER)[0]
    told = str(jamie)
    assert jamie.name == "JB"
    assert "with Asha Kaur, Ben Xu" in told or "with Ben Xu, Asha Kaur" in told
    assert "Brown" not in told
    assert "JB02" not in told


def test_an_lsas_sheet_names_learners_only_where_asked(desk: Desk, published: int) -> None:
    assert "JB02" not in str(taken(desk, published, Whose.LSA))
    named = str(taken(desk, published, Whose.LSA, learners=True))
    assert "JB02" in named
    assert "Brown" not in named


def test_a_sheet_says_whether_its_plan_is_published(desk: Desk, published: int) -> None:
    draft = plans.copy_plan(desk, published).result
    assert taken(desk, published, Whose.LSA)[0].standing.startswith("Published for")
    assert taken(desk, draft, Whose.LSA)[0].standing == "A draft: not published yet"


@pytest.mark.parametrize("big", [False, True])
def test_names_with_anything_in_them_print_as_they_are_typed(
    desk: Desk, published: int, tmp_path: Path, big: bool
) -> None:
    sheets = taken(desk, published, Whose.TEACHER)
    assert write_files(
        taking_weeks.files_of(sheets, big=big),
        tmp_path / "out",
        progress=lambda _done, _of: None,
        should_stop=lambda: False,
    )
    (written,) = (tmp_path / "out").iterdir()
    assert written.name == "Timetable, Siân Ŵyn.pdf"
    assert "<b>Ŵyn</b>" in words(written)


def test_ones_own_timetable_is_the_published_one_and_names_no_learner(
    desk: Desk, published: int, tmp_path: Path
) -> None:
    taking_weeks.export_timetable_of(desk, asha(desk), tmp_path / "own.pdf")
    told = words(tmp_path / "own.pdf")
    assert "Asha Kaur" in told
    assert "Cookery" in told
    assert "JB" not in told
    sheets = taking_weeks.timetable_of(desk, asha(desk))  # what their line manager looks at
    assert {sheet.name for sheet in sheets} == {"Asha Kaur"}
    assert "Cookery" in {entry.title for sheet in sheets for entry in sheet.entries}


def test_without_a_published_plan_there_is_nothing_of_ones_own_to_take(
    desk: Desk, small_timetable: Callable[[Desk], None], tmp_path: Path
) -> None:
    small_timetable(desk)
    person = asha(desk)
    assert taking_weeks.timetable_of(desk, person) == []
    for export in (taking_weeks.export_timetable_of, taking_calendars.export_calendar_of):
        with pytest.raises(UserError, match="No plan is published"):
            export(desk, person, tmp_path / "own")


def test_a_calendar_repeats_to_the_end_of_the_plan_and_leaves_closed_days_out(
    desk: Desk, published: int, tmp_path: Path
) -> None:
    (paper,) = taking_calendars.take_calendars(desk, Whose.TEACHER).result
    paper.write(tmp_path / "t.ics")
    calendar = Calendar.from_ical((tmp_path / "t.ics").read_bytes())
    session = next(each for each in calendar.walk("VEVENT") if "RRULE" in each)
    friday = desk.today - timedelta(days=desk.today.weekday() - 4)
    assert session["DTSTART"].dt.date() == friday
    assert session["RRULE"]["UNTIL"][0].date() == friday + timedelta(weeks=5)
    assert session["EXDATE"].dts[0].dt.date() == friday + timedelta(weeks=2)
    half_term = next(each for each in calendar.walk("VEVENT") if "RRULE" not in each)
    assert half_term["SUMMARY"] == "College: half-term"
    assert len(calendar.walk("VEVENT")) == 2  # what is typed into a title makes no event
    assert isinstance(half_term["DTSTART"].dt, date)


def test_a_calendar_names_learners_in_its_notes_only_where_asked(
    desk: Desk, published: int, tmp_path: Path
) -> None:
    def written(*, learners: bool) -> str:
        made = taking_calendars.take_calendars(desk, Whose.LSA, learners=learners).result
        made[0].write(tmp_path / "a.ics")
        return (tmp_path / "a.ics").read_text(encoding="utf-8")

    assert "JB02" not in written(learners=False)
    named = written(learners=True)
    assert "Learners: JB02 JB" in named
    titles = [line for line in named.splitlines() if line.startswith("SUMMARY")]
    assert not any("JB" in title for title in titles)


def test_a_calendar_leaves_a_learner_out_while_they_are_at_a_work_placement(
    desk: Desk, published: int, tmp_path: Path
) -> None:
    with desk.reading(Kind.LEARNER) as reading:
        jamie = next(each for each in learners.all_learners(reading) if each.reference == "JB02")
    tuesday = monday_of(desk.today) + timedelta(days=8)
    placements.add_placement(
        desk,
        PlacementDetails(
            learner=jamie.id,
            place="Caf\u00e9",
            starts=tuesday,
            ends=tuesday,
            hours={Weekday.TUESDAY: TimeSpan(time(9), time(16))},
        ),
    )
    days: dict[str, set[date]] = {}
    for paper in taking_calendars.take_calendars(desk, Whose.LSA, learners=True).result:
        paper.write(tmp_path / "a.ics")
        for event in Calendar.from_ical((tmp_path / "a.ics").read_bytes()).walk("VEVENT"):
            if "Art" in str(event["SUMMARY"]):
                who = str(event["DESCRIPTION"]).rpartition("Learners: ")[2]
                days.setdefault(who, set()).add(event["DTSTART"].dt.date())
    assert days["JB"] == {tuesday}
    assert days["JB02 JB"] == {tuesday - timedelta(weeks=1)}
    own = taking_calendars.take_calendars(desk, Whose.LEARNER, [str(jamie.id)]).result[0]
    own.write(tmp_path / "l.ics")
    events = Calendar.from_ical((tmp_path / "l.ics").read_bytes()).walk("VEVENT")
    when = {str(each["SUMMARY"]).partition(",")[0]: each["DTSTART"].dt for each in events}
    assert when["Work placement"].date() == tuesday
    art = next(each for each in events if str(each["SUMMARY"]).startswith("Art"))
    left_out = art["EXDATE"] if isinstance(art["EXDATE"], list) else [art["EXDATE"]]
    assert tuesday in {each.dt.date() for some in left_out for each in some.dts}


def test_rooms_and_learners_have_calendars_with_whoever_is_there(
    desk: Desk, published: int, tmp_path: Path
) -> None:
    def written(whose: Whose) -> Iterator[tuple[str, str]]:
        papers = taking_calendars.take_calendars(desk, whose).result
        for paper in papers:
            paper.write(tmp_path / "c.ics")
            text = (tmp_path / "c.ics").read_text(encoding="utf-8")
            yield paper.name, text

    rooms = dict(written(Whose.ROOM))
    assert list(rooms) == ["Calendar, K/1"]
    assert "Teacher: Siân Ŵyn" in rooms["Calendar, K/1"]
    learners_own = dict(written(Whose.LEARNER))
    assert sorted(learners_own) == ["Calendar, JB", "Calendar, JB02"]
    own = learners_own["Calendar, JB02"]
    assert "SUMMARY:Art" in own
    assert "LSAs: " in own
    assert "Learners" not in own
    keys = [each.key for each in taking_weeks.choices(desk, published)[Whose.LEARNER]]
    assert len(taking_calendars.take_calendars(desk, Whose.LEARNER, keys).result) == len(keys)


def test_taking_a_calendar_again_replaces_what_is_in_it(
    desk: Desk, published: int, tmp_path: Path
) -> None:
    def uids() -> set[str]:
        taking_calendars.take_calendars(desk, Whose.LSA).result[0].write(tmp_path / "a.ics")
        events = Calendar.from_ical((tmp_path / "a.ics").read_bytes()).walk("VEVENT")
        return {str(each["UID"]) for each in events}

    assert uids() == uids()
