"""The sessions of days to come, with who is in them by what is published and by the cover."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import select

from lsadesk.domain.briefing.need_to_knows import AheadSession, SessionBriefing
from lsadesk.domain.covering.cover import Absence, Cover
from lsadesk.domain.placements.as_sessions import session_of
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import LearnerId
from lsadesk.domain.weeks.timetable import Session, SessionId
from lsadesk.store.briefing.need_to_knows import told_by
from lsadesk.store.covering import cover
from lsadesk.store.deploying import deployment
from lsadesk.store.placements import placements
from lsadesk.store.rows import AssignmentRow, LearnerRow
from lsadesk.store.weeks import planning, timetable
from lsadesk.store.work import Reading

Places = Mapping[SessionId, Mapping[int, PersonId]]  # of each session, who has which place


def sessions_ahead(reading: Reading, first: date, last: date) -> list[AheadSession]:
    """The sessions from *first* to *last* that have an LSA, by day and time.

    Where nothing is published for a day, those that are meant to have one, with nobody named.
    Whoever is at a work placement then is in none of them.
    """
    comers, told = _Comers(reading), told_by(reading, last)
    covers = cover.covers_between(reading, first, last)
    away = cover.absences(reading, first, last)
    published, out = _Published(reading), placements.between(reading, first, last)
    found = []
    for day, session in _running(reading, first, last):
        shut = (each for each in away if each.holds_on(day))
        if any(each.closes(session.site, session.group, session.span) for each in shut):
            continue
        places = published.on(day)
        at_work = [each for each in out if each.is_at(day, session.span)]
        moved = {each.slot.session for each in covers.get(day, ())}
        beside = {each.lsa for each in at_work if session_of(each.id) not in moved}
        gone = {each.learner for each in at_work}
        there = _there(places or {}, covers.get(day, ()), away, (session, day))
        lsas = tuple(each for each in there if each not in beside)
        if lsas or (places is None and session.is_meant_to_have_lsas):
            found.append(
                AheadSession(
                    session=session,
                    on=day,
                    lsas=lsas,
                    learners=tuple(each for each in comers.of(session) if each not in gone),
                    told=_by_then(told.get(session.id), day),
                )
            )
    return found


def references(reading: Reading) -> dict[LearnerId, str]:
    """Every learner's reference."""
    rows = reading.session.execute(select(LearnerRow.id, LearnerRow.reference))
    return {LearnerId(number): reference for number, reference in rows}


def _running(reading: Reading, first: date, last: date) -> Iterator[tuple[date, Session]]:
    """Each session on each of its days on which the college is open."""
    year, known = planning.year(reading), timetable.all_sessions(reading)
    for day in (first + timedelta(days=n) for n in range((last - first).days + 1)):
        if year.closed_because(day):
            continue
        week = year.week_of(day)
        for session in known:
            is_its_day = session.day == day.weekday() and session.week.runs_in(week)
            if is_its_day and session.runs_on(day):
                yield day, session


class _Published:
    """Who has which place by what is published; each day and each plan is read once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._plans: dict[date, int | None] = {}
        self._places: dict[int, Places] = {}

    def on(self, day: date) -> Places | None:
        """The places of *day*; None where nothing is published for it."""
        if day not in self._plans:
            plan = deployment.label_in_force(self._reading, day)
            self._plans[day] = None if plan is None else plan.id
        number = self._plans[day]
        if number is None:
            return None
        if number not in self._places:
            self._places[number] = _places(self._reading, number)
        return self._places[number]


class _Comers:
    """Which learners come to a session: those named for it, or else its group."""

    def __init__(self, reading: Reading) -> None:
        self._groups: defaultdict[str, list[LearnerId]] = defaultdict(list)
        rows = reading.session.execute(
            select(LearnerRow.id, LearnerRow.group_name).order_by(LearnerRow.reference)
        )
        for number, group in rows:
            self._groups[group].append(LearnerId(number))

    def of(self, session: Session) -> tuple[LearnerId, ...]:
        """The learners of *session*."""
        if session.learners:
            return tuple(sorted(session.learners))
        return tuple(self._groups.get(session.group, ())) if session.group else ()


def _places(reading: Reading, plan: int) -> Places:
    rows = reading.session.execute(
        select(AssignmentRow.session_id, AssignmentRow.slot, AssignmentRow.person_id)
        .where(AssignmentRow.plan_id == plan)
        .order_by(AssignmentRow.session_id, AssignmentRow.slot)
    )
    found: defaultdict[SessionId, dict[int, PersonId]] = defaultdict(dict)
    for session, slot, person in rows:
        found[SessionId(session)][slot] = PersonId(person)
    return found


def _there(
    places: Places, covers: Sequence[Cover], away: Iterable[Absence], when: tuple[Session, date]
) -> tuple[PersonId, ...]:
    """Who is in the session that day: whoever covers a place, or else whom the plan has."""
    session, day = when
    settled = [each for each in covers if each.slot.session == session.id]
    gone = {
        each.person for each in away if each.holds_on(day) and each.hours.overlaps(session.span)
    }
    kept = {each.slot.index for each in settled}
    there = {each.person: None for each in settled if each.person is not None}
    for slot, person in places.get(session.id, {}).items():
        if slot not in kept and person not in gone:
            there[person] = None
    return tuple(there)


def _by_then(told: SessionBriefing | None, day: date) -> SessionBriefing | None:
    return told if told is not None and told.on <= day else None
