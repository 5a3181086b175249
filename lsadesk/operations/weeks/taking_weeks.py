"""Timetables to take away: of LSAs, learners, teachers, rooms and sites, or one's own."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from lsadesk.domain.calendar import Week, Weekday, monday_of, uk_date
from lsadesk.domain.changes import NOTHING, Done
from lsadesk.domain.deployment.kept import KeptPlan, PlanChange, PlanLabel
from lsadesk.domain.placements.placements import hours_in_week
from lsadesk.domain.rights import EXPORT, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.terms import CollegeYear
from lsadesk.domain.weeks.timetable import Session
from lsadesk.domain.weeks.timetables import (
    Beside,
    Choosable,
    Happening,
    OutOfCollege,
    TakenWeek,
    Timetable,
    Whose,
    choosable,
    key_of,
    timetables,
)
from lsadesk.errors import UserError
from lsadesk.operations.deploying import plan_sheet
from lsadesk.operations.deploying.deployment import (
    WeekAhead,
    WeekPlan,
    beside_its_week,
    site_of,
    week_board,
)
from lsadesk.operations.desk import Desk
from lsadesk.operations.files import FileToWrite
from lsadesk.store.deploying import deployment
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import planning
from lsadesk.store.work import Reading

WEEKS_AHEAD = 8
NOT_PUBLISHED = (
    "No plan is published for the coming weeks yet, so there is no timetable to take away. "
    "Whoever plans the deployment publishes it."
)


def export_timetable(desk: Desk, path: Path, plan: int | None = None) -> Done[None]:
    """Write deployment *plan* as PDF, or the one made last, unmet needs on top.

    Raises:
        UserError: no week has been planned yet, or the file cannot be written.
    """
    from lsadesk.reports.timetable_pdf import write_timetable

    with desk.reading(Kind.DEPLOYMENT, access=EXPORT) as reading:
        made, year = week_board(desk, plan=plan).made, planning.year(reading)
    if made is None:
        raise UserError("No week has been planned yet. Make a plan first, then print it.")
    sheet = plan_sheet.sheet_of(made, desk.today, _placements(made.ahead, year))
    write_timetable(sheet, path)
    desk.note(Entry("exported timetable", Kind.DEPLOYMENT))
    return Done(None, NOTHING)


def choices(desk: Desk, plan: int) -> dict[Whose, list[Choosable]]:
    """All for whom a timetable of *plan* can be taken away, by name."""
    with desk.reading(Kind.DEPLOYMENT, access=EXPORT) as reading:
        week = taken_week(desk, reading, deployment.get(reading, plan))
    return {whose: choosable(week, whose) for whose in Whose}


def take_timetables(
    desk: Desk,
    plan: int,
    whose: Whose,
    chosen: Collection[str] | None = None,
    *,
    learners: bool = False,
) -> Done[list[Timetable]]:
    """The timetables of *plan* for each key of `choices` in *chosen*, or for all.

    *learners*: an LSA's sheet names by reference whom they are with.
    """
    with desk.reading(Kind.DEPLOYMENT, access=EXPORT) as reading:
        week = taken_week(desk, reading, deployment.get(reading, plan))
    sheets = timetables(week, whose, chosen, learners=learners)
    if sheets:
        detail = f"{whose.value}s: {len(sheets)}"
        desk.note(Entry("exported timetables", Kind.DEPLOYMENT, plan, detail))
    return Done(sheets, NOTHING)


def files_of(sheets: Sequence[Timetable], *, big: bool = False) -> list[FileToWrite]:
    """A PDF for each of *sheets*, for `files.write_files`."""
    from lsadesk.reports.one_timetable_pdf import write_timetables

    def writing(sheet: Timetable) -> Callable[[Path], None]:
        return lambda path: write_timetables([sheet], path, big=big)

    return [FileToWrite(f"Timetable, {sheet.name}", writing(sheet)) for sheet in sheets]


def write_timetable_book(
    sheets: Sequence[Timetable],
    path: Path,
    report: Callable[[float], None] | None = None,
    *,
    big: bool = False,
) -> None:
    """Write all of *sheets* as one PDF, each begun on a new page; needs no desk.

    *report* is told how far it is, what it raises stops the writing.

    Raises:
        UserError: there are none, or the file cannot be written.
    """
    from lsadesk.reports.one_timetable_pdf import write_timetables

    if not sheets:
        raise UserError("There is nothing to write: nobody was chosen.")
    write_timetables(sheets, path, big=big, report=report)


def timetable_of(desk: Desk, person: PersonId) -> list[Timetable]:
    """A person's own timetable, as it is published: the coming week, or two.

    It names no learner. Empty where nothing is published for the coming weeks.
    """
    with desk.reading(Kind.DEPLOYMENT, person) as reading:
        weeks = [taken_week(desk, reading, *each) for each in _coming(desk, reading)]
        name = people.get(reading, person).name
    return [sheet for week in weeks for sheet in _own(week, person, name)]


def export_timetable_of(desk: Desk, person: PersonId, path: Path) -> Done[None]:
    """Write a person's own timetable, as it is published, to *path*: the coming week, or two.

    It names no learner.

    Raises:
        UserError: nothing is published for the coming weeks, or the file cannot be written.
    """
    with desk.reading(Kind.DEPLOYMENT, person, EXPORT):
        sheets = timetable_of(desk, person)
    if not sheets:
        raise UserError(NOT_PUBLISHED)
    write_timetable_book(sheets, path)
    desk.note(Entry("exported a timetable", Kind.DEPLOYMENT))
    return Done(None, NOTHING)


def taken_week(
    desk: Desk, reading: Reading, kept: KeptPlan, starts: date | None = None
) -> TakenWeek:
    """*kept* in its week, or in the week from *starts*, with every session that runs in it."""
    made = beside_its_week(desk, reading, kept, starts=starts)
    ahead, problem = made.ahead, made.ahead.problem
    closed = closed_days(planning.year(reading), problem.starts)
    running = [
        session
        for session in ahead.sessions.values()
        if session.week.runs_in(problem.week)
        and session.day not in closed
        and session.runs_on(problem.date_of(session.day))
    ]
    return TakenWeek(
        college=ahead.college,
        week=week_words(problem.week, problem.starts),
        standing=standing_words(kept, deployment.changes(reading, kept.id)),
        printed=desk.today,
        happenings=tuple(_happening(made, session) for session in running),
        team={lsa.id: lsa.name for lsa in problem.lsas},
        listed=ahead.listed,
        learners={learner.id: learner.reference for learner in ahead.learners},
        closed=closed,
        placements=_placements(ahead, planning.year(reading)),
    )


def _placements(ahead: WeekAhead, year: CollegeYear) -> tuple[OutOfCollege, ...]:
    """Who is at a work placement on the open days of the week."""
    return tuple(
        OutOfCollege(day=day, span=span, place=each.place, learner=each.learner, lsa=each.lsa)
        for each in ahead.placements
        for day, span in hours_in_week(each, ahead.problem.starts, year.is_open)
    )


def week_words(week: Week, starts: date) -> str:
    """Which week, in words ("Week A, from 23 Nov 2026")."""
    named = f"Week {week.value}, from" if week.value else "Week from"
    return f"{named} {uk_date(starts)}"


def standing_words(label: PlanLabel, changes: Sequence[PlanChange] = ()) -> str:
    """Whether a plan is what happens, in words, and when the newest of its *changes* was."""
    stands = label.published
    if stands is None:
        return "A draft: not published yet"
    changed = f", changed on {uk_date(changes[0].at.astimezone().date())}" if changes else ""
    return f"Published for {uk_date(stands.starts)} to {uk_date(stands.ends)}{changed}"


def closed_days(year: CollegeYear, starts: date) -> Mapping[Weekday, str]:
    """Why the college is shut on days of the working week from *starts*."""
    reasons = {day: year.closed_because(starts + timedelta(int(day))) for day in Weekday}
    return {day: why for day, why in reasons.items() if why and day <= Weekday.FRIDAY}


def _happening(made: WeekPlan, session: Session) -> Happening:
    names = {lsa.id: lsa.name for lsa in made.ahead.problem.lsas}
    slots = [slot for slot in made.ahead.problem.slots if slot.id.session == session.id]
    placed = made.plan.by_slot()
    return Happening(
        session=session,
        site=site_of(made.ahead, session),
        lsas=tuple(
            Beside(placed[slot.id], names[placed[slot.id]], slot.learner)
            for slot in slots
            if slot.id in placed
        ),
        learners={each.id: each.reference for each in made.ahead.comes[session.id]},
        unfilled=sum(slot.id not in placed for slot in slots),
    )


def _coming(desk: Desk, reading: Reading) -> list[tuple[KeptPlan, date]]:
    """What is published for the coming open weeks: one of each letter."""
    year = planning.year(reading)
    monday = monday_of(desk.today)
    found: dict[Week, tuple[KeptPlan, date]] = {}
    for starts in (monday + timedelta(weeks=n) for n in range(WEEKS_AHEAD)):
        letter = year.week_of(starts)
        if letter not in found and year.opens_in_week_of(starts):
            kept = next((each for each in _on_days(reading, starts) if each is not None), None)
            if kept is not None:
                found[letter] = kept, starts
    return list(found.values())


def _on_days(reading: Reading, starts: date) -> list[KeptPlan | None]:
    """What is in force on each working day of a week: it may begin in the middle."""
    return [deployment.in_force(reading, starts + timedelta(days=n)) for n in range(5)]


def _own(week: TakenWeek, person: PersonId, name: str) -> list[Timetable]:
    """The person's sheet, also where the week has nothing for them."""
    team = {**week.team, person: name}
    return timetables(replace(week, team=team), Whose.LSA, {key_of(person)})
