"""Calendar files of whoever and whatever has a timetable, by published plans and the year.

Only what is published goes into anybody's calendar. A learner is named, by reference, on
another's only where whoever plans asks for it, and never in a title.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from lsadesk.domain.calendar import TimeSpan, Weekday, monday_of
from lsadesk.domain.changes import NOTHING, Done
from lsadesk.domain.deployment.demand import Asked, Context
from lsadesk.domain.deployment.kept import KeptPlan, PlanLabel
from lsadesk.domain.placements.placements import Placement, days_there, with_the_way
from lsadesk.domain.rights import EXPORT, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.vocabulary import said
from lsadesk.domain.weeks.calendar_file import CalendarSheet, Series, left_out, within
from lsadesk.domain.weeks.learners import Learner, LearnerId
from lsadesk.domain.weeks.terms import CollegeYear
from lsadesk.domain.weeks.timetable import Session
from lsadesk.domain.weeks.timetable_sheet import initials
from lsadesk.domain.weeks.timetables import Choosable, Whose, key_of, room_key
from lsadesk.domain.words import folded
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.files import FileToWrite
from lsadesk.operations.weeks.taking_weeks import NOT_PUBLISHED
from lsadesk.store.deploying import deployment
from lsadesk.store.placements import placements
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import learners, planning, timetable
from lsadesk.store.work import Reading

MOST_DAYS = 60 * 7


@dataclass(frozen=True, slots=True)
class _Turn:
    """What repeats: a session with the same LSAs in it, each time."""

    session: Session
    lsas: tuple[tuple[PersonId, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Term:
    """What is published from today on: each turn with the days on which it happens.

    *meant* are the learners whom a session is for; they come unless they are *out*, at a work
    placement.
    """

    days: Mapping[_Turn, Collection[date]]
    year: CollegeYear
    sites: Mapping[int, str]
    meant: Mapping[int, tuple[Learner, ...]]
    out: Mapping[date, Collection[tuple[LearnerId, TimeSpan]]]
    placements: Sequence[Placement]


def take_calendars(
    desk: Desk,
    whose: Whose,
    chosen: Collection[str] | None = None,
    *,
    learners: bool = False,
) -> Done[list[FileToWrite]]:
    """A calendar file, to be written, for each key in *chosen*, or for all of them.

    *learners*: an LSA's calendar says by reference who comes, in its notes.

    Raises:
        UserError: nothing is published from today on.
    """
    with desk.reading(Kind.DEPLOYMENT, access=EXPORT) as reading:
        term = _published(desk, reading)
    if not term.days:
        raise UserError(NOT_PUBLISHED)
    papers = [
        _file(_sheet(desk, term, whose, one, turns, learners=learners))
        for one, turns in _by_name(term, whose)
        if chosen is None or one.key in chosen
    ]
    if papers:
        detail = f"{whose.value}s: {len(papers)}"
        desk.note(Entry("exported calendars", Kind.DEPLOYMENT, detail=detail))
    return Done(papers, NOTHING)


def export_calendar_of(desk: Desk, person: PersonId, path: Path) -> Done[None]:
    """Write a person's own calendar, as it is published, to *path*; it names no learner.

    Raises:
        UserError: nothing is published from today on, or the file cannot be written.
    """
    with desk.reading(Kind.DEPLOYMENT, person, EXPORT) as reading:
        term = _published(desk, reading)
        one = Choosable(key_of(person), people.get(reading, person).name)
    if not term.days:
        raise UserError(NOT_PUBLISHED)
    turns = next((some for each, some in _by_name(term, Whose.LSA) if each.key == one.key), [])
    _file(_sheet(desk, term, Whose.LSA, one, turns, learners=False)).write(path)
    desk.note(Entry("exported a calendar", Kind.DEPLOYMENT, person))
    return Done(None, NOTHING)


def _file(sheet: CalendarSheet) -> FileToWrite:
    def write(path: Path) -> None:
        from lsadesk.reports.calendar_file import write_calendar

        write_calendar(sheet, path)

    return FileToWrite(f"Calendar, {sheet.name}", write, ".ics")


def _published(desk: Desk, reading: Reading) -> _Term:
    year = planning.year(reading)
    names = {each.id: each.name for each in people.everybody(reading)}
    sessions = timetable.all_sessions(reading)
    everybody = learners.all_learners(reading)
    asked = Asked(Context(lsas=(), learners=everybody, skills=(), courses=()))
    found: dict[_Turn, list[date]] = {}
    for day, plan in _in_force(desk, reading, year):
        placed = _people_in(plan, names)
        for session in sessions:
            if _runs(session, day, plan):
                turn = _Turn(session, placed.get(session.id, ()))
                found.setdefault(turn, []).append(day)
    at_placements = placements.between(reading, monday_of(desk.today), date.max)
    return _Term(
        days=found,
        year=year,
        sites={site.id: site.name for site in people.sites(reading)},
        meant={each.id: asked.coming_to(each) for each in sessions},
        out=_out(at_placements, year),
        placements=at_placements,
    )


def _out(
    at_placements: Sequence[Placement], year: CollegeYear
) -> dict[date, list[tuple[LearnerId, TimeSpan]]]:
    """Who is at a work placement or on the way on each day, and when, as far as it is said."""
    found: dict[date, list[tuple[LearnerId, TimeSpan]]] = {}
    for each in at_placements:
        for day in days_there(each, year.is_open):
            if (span := each.hours.get(Weekday(day.weekday()))) is not None:
                found.setdefault(day, []).append((each.learner, with_the_way(each, span)))
    return found


def _in_force(desk: Desk, reading: Reading, year: CollegeYear) -> Iterator[tuple[date, KeptPlan]]:
    """Each open day from this week's Monday on, with the plan that is published for it."""
    labels = [each for each in deployment.all_plans(reading) if each.published is not None]
    labels.sort(key=_published_at, reverse=True)
    kept: dict[int, KeptPlan] = {}
    first = monday_of(desk.today)
    last = max((each.published.ends for each in labels if each.published), default=first)
    for day in (first + timedelta(days=n) for n in range(min((last - first).days + 1, MOST_DAYS))):
        if year.closed_because(day):
            continue
        week = year.week_of(day)
        label = next((each for each in labels if each.is_in_force(day, week)), None)
        if label is not None:
            if label.id not in kept:
                kept[label.id] = deployment.get(reading, label.id)
            yield day, kept[label.id]


def _published_at(label: PlanLabel) -> tuple[object, int]:
    return (label.published.at if label.published else None), label.id


def _runs(session: Session, day: date, plan: KeptPlan) -> bool:
    return session.day == day.weekday() and session.week.runs_in(plan.week) and session.runs_on(day)


def _people_in(
    plan: KeptPlan, names: Mapping[PersonId, str]
) -> dict[int, tuple[tuple[PersonId, str], ...]]:
    found: dict[int, list[tuple[PersonId, str]]] = {}
    for each in sorted(plan.plan.assignments, key=lambda each: each.slot):
        found.setdefault(each.slot.session, []).append((each.person, names[each.person]))
    return {session: tuple(those) for session, those in found.items()}


def _by_name(term: _Term, whose: Whose) -> list[tuple[Choosable, list[_Turn]]]:
    """Everybody, or every place, with what is published of them, by name."""
    found: dict[Choosable, list[_Turn]] = {}
    for turn in term.days:
        for key, name in _keyed(term, turn, whose):
            if name:
                found.setdefault(Choosable(key, name), []).append(turn)
    return sorted(found.items(), key=lambda each: (folded(each[0].name), each[0].key))


def _keyed(term: _Term, turn: _Turn, whose: Whose) -> Iterator[tuple[str, str]]:
    """The keys and names of those whose calendar *turn* is in; keys are those of timetables."""
    session = turn.session
    site = "" if session.site is None else term.sites[session.site]
    if whose is Whose.LSA:
        yield from ((key_of(who), name) for who, name in turn.lsas)
    elif whose is Whose.LEARNER:
        meant = term.meant[session.id]
        yield from ((str(each.id), initials(each.reference)) for each in meant)
    elif whose is Whose.TEACHER:
        yield session.teacher, session.teacher
    elif whose is Whose.ROOM:
        yield room_key(session, site), _joined(session.room, site) if session.room else ""
    else:
        yield site, site


def _sheet(
    desk: Desk,
    term: _Term,
    whose: Whose,
    one: Choosable,
    turns: Iterable[_Turn],
    *,
    learners: bool,
) -> CalendarSheet:
    told = learners and whose is Whose.LSA
    mine = _days_of(term, turns, one.key if whose is Whose.LEARNER else None)
    series = [
        _series(term, turn, some, _apart(whose, one.key), learners=told, out=out)
        for turn, days in mine.items()
        for out, some in _by_who_is_out(term, turn, days, told=told).items()
    ]
    series += _at_placements(desk, term, whose, one)
    all_days = [day for days in mine.values() for day in days]
    return CalendarSheet(
        college=desk.college,
        name=one.name,
        written_at=desk.store.clock(),
        series=tuple(sorted(series, key=lambda each: (each.first, each.span, each.uid))),
        periods=within(term.year.closures, min(all_days), max(all_days)) if all_days else (),
    )


def _days_of(
    term: _Term, turns: Iterable[_Turn], learner: str | None
) -> dict[_Turn, Collection[date]]:
    """*turns* with their days, in the calendar of *learner* without those on which they are out."""
    if learner is None:
        return {turn: term.days[turn] for turn in turns}
    found = {
        turn: [day for day in term.days[turn] if not _is_out(term, turn, day, learner)]
        for turn in turns
    }
    return {turn: days for turn, days in found.items() if days}


def _is_out(term: _Term, turn: _Turn, day: date, learner: str) -> bool:
    out = (span for who, span in term.out.get(day, ()) if str(who) == learner)
    return any(span.overlaps(turn.session.span) for span in out)


def _by_who_is_out(
    term: _Term, turn: _Turn, days: Collection[date], *, told: bool
) -> dict[frozenset[LearnerId], list[date]]:
    """*days* by who of the session's learners is elsewhere; all together if that is not *told*."""
    meant = {each.id for each in term.meant[turn.session.id]} if told else set[LearnerId]()
    found: dict[frozenset[LearnerId], list[date]] = {}
    for day in days:
        out = (who for who, span in term.out.get(day, ()) if span.overlaps(turn.session.span))
        found.setdefault(frozenset(out) & meant, []).append(day)
    return found


def _apart(whose: Whose, key: str) -> str:
    """*key* as nobody else's: a learner and an LSA may have the same number."""
    return key if whose in {Whose.LSA, Whose.TEACHER} else f"{whose.value} {key}"


def _series(
    term: _Term,
    turn: _Turn,
    days: Collection[date],
    key: str,
    *,
    learners: bool,
    out: frozenset[LearnerId],
) -> Series:
    session = turn.session
    site = "" if session.site is None else term.sites[session.site]
    return Series(
        uid=_uid(turn, key, out),
        title=_joined(session.title, session.group),
        span=session.span,
        first=min(days),
        last=max(days),
        left_out=left_out(days),
        where=_joined(session.room, site),
        about="\n".join(_about(term, turn, key, learners=learners, out=out)),
        overnight=session.overnight,
    )


def _at_placements(desk: Desk, term: _Term, whose: Whose, one: Choosable) -> Iterator[Series]:
    """The times of a learner at a work placement, and of whoever is beside them; it names none."""
    for each in term.placements:
        who = {Whose.LSA: each.lsa, Whose.LEARNER: each.learner}.get(whose)
        if who is None or str(who) != one.key:
            continue
        coming = [day for day in days_there(each, term.year.is_open) if day >= desk.today]
        for weekday, span in each.hours.items():
            days = [day for day in coming if day.weekday() == weekday]
            if days:
                yield Series(
                    uid=_mark(f"placement|{each.id}|{int(weekday)}|{_apart(whose, one.key)}"),
                    title="Work placement",
                    span=span,
                    first=days[0],
                    last=days[-1],
                    left_out=left_out(days),
                    where=each.place,
                )


def _about(
    term: _Term, turn: _Turn, key: str, *, learners: bool, out: frozenset[LearnerId]
) -> Iterable[str]:
    session = turn.session
    others = [name for who, name in turn.lsas if key_of(who) != key]
    if session.week.value:
        yield f"Week {session.week.value}"
    if session.teacher and session.teacher != key:
        yield said(f"Teacher: {session.teacher}")
    if others:
        yield said(f"LSAs: {', '.join(others)}")
    coming = [each.reference for each in term.meant[session.id] if each.id not in out]
    if learners and coming:
        yield said(f"Learners: {' '.join(map(initials, coming))}")


def _uid(turn: _Turn, key: str, out: frozenset[LearnerId]) -> str:
    """The same for the same session with the same people, in everybody's own calendar."""
    people_in = ",".join(key_of(who) for who, _ in turn.lsas)
    without = f"|without {sorted(out)}" if out else ""
    return _mark(f"{turn.session.id}|{people_in}|{key}{without}")


def _mark(what: str) -> str:
    return f"{hashlib.sha256(what.encode()).hexdigest()[:24]}@lsadesk"


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
