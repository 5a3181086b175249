"""The day of cover as the college file has it: the plan in force, who is away, what is settled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from lsadesk.domain.calendar import TimeSpan, Weekday, monday_of
from lsadesk.domain.covering.cover import Absence, Cover, CoverDay, cover_done, day_of
from lsadesk.domain.covering.stand_ins import Around
from lsadesk.domain.deployment.kept import KeptPlan
from lsadesk.domain.deployment.model import Slot, SlotId
from lsadesk.domain.deployment.penalties import Placed
from lsadesk.domain.placements.as_sessions import as_session, placement_of, session_of
from lsadesk.domain.placements.placements import Placement
from lsadesk.domain.rights import READ, Kind
from lsadesk.domain.staff.people import PersonId, SiteId
from lsadesk.domain.weeks.learners import Learner, LearnerId
from lsadesk.domain.weeks.terms import CollegeYear, Period
from lsadesk.domain.weeks.timetable import LsaUse, Session, SessionId
from lsadesk.operations.deploying.deployment import WeekAhead, gathered, under
from lsadesk.operations.desk import Desk
from lsadesk.store.covering import cover
from lsadesk.store.deploying import deployment
from lsadesk.store.staff import people
from lsadesk.store.weeks import planning
from lsadesk.store.work import Reading

USUAL_TERM = timedelta(days=91)  # where the college has not said when its terms are


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverBoard:
    """All that the cover page shows of a day.

    *day* is None where there is no plan for it, or the college is *closed* (why). *plan* is
    the plan's name, *published* whether it is in force or only a draft. *team*, *sites* and
    *groups* are who and what can be away. *placements* are learners' work placements of the day.
    *names* has everybody. *kept* is the day's cover as it was read, with what of it does not run
    after all.
    """

    on: date
    day: CoverDay | None
    absences: Sequence[Absence] = ()
    kept: Sequence[Cover] = ()
    closed: str = ""
    plan: str = ""
    published: bool = False
    sessions: Mapping[SessionId, Session] = field(default_factory=dict)
    learners: Sequence[Learner] = ()
    placements: Sequence[Placement] = ()
    names: Mapping[PersonId, str] = field(default_factory=dict)
    team: Sequence[PersonId] = ()
    sites: Mapping[SiteId, str] = field(default_factory=dict)
    groups: Sequence[str] = ()
    around: Around = field(default_factory=Around)

    def come_to(self, slot: Slot) -> tuple[Learner, ...]:
        """The learners whom *slot* is for."""
        come = self.around.come.get(slot.id.session, ())
        return tuple(each for each in come if slot.learner in (None, each.id))

    def hours_of(self, placement: Placement) -> TimeSpan:
        """When on the day the learner is at *placement*, one of those of the day."""
        return placement.hours[Weekday(self.on.weekday())]

    def placement_at(self, slot: Slot) -> Placement | None:
        """The work placement at which *slot* is; None where it is in college."""
        number = placement_of(slot.id.session)
        return next((each for each in self.placements if each.id == number), None)

    def support_in(self, slot: Slot) -> TimeSpan:
        """When in *slot* the learners are supported: the way to an employer is no part of it."""
        placement = self.placement_at(slot)
        return slot.span if placement is None else slot.span.within(self.hours_of(placement))

    @property
    def alone_at_placements(self) -> list[Placement]:
        """The placements of the day at which nobody is yet in place of whoever is away."""
        found = (self.placement_at(slot) for slot in (self.day.uncovered if self.day else ()))
        return list({each.id: each for each in found if each is not None}.values())

    def is_due(self, session: Session) -> bool:
        """Whether the timetable has *session* on the day, were nothing closed."""
        return (
            self.day is not None
            and session.day == self.on.weekday()
            and session.week.runs_in(self.day.problem.week)
            and session.runs_on(self.on)
        )

    def is_off(self, session: Session) -> bool:
        """Whether its site is closed on the day, or its group is out."""
        return any(each.closes(session.site, session.group, session.span) for each in self.absences)

    def different_for(self) -> frozenset[LearnerId]:
        """Those learners whose day is not as planned: others come, whoever was to come may not,
        or a session does not run."""
        day = self.day
        if day is None:
            return frozenset()
        off = [
            each.id for each in self.sessions.values() if self.is_due(each) and self.is_off(each)
        ]
        found = {each.id for session in off for each in self.around.come.get(session, ())}
        safe, today = day.safely, day.today
        changed = [slot for slot in today if safe.get(slot.id) != day.planned.get(slot.id)]
        for part in {(slot.id.session, slot.id.part) for slot in changed}:
            slots = [slot for slot in today if (slot.id.session, slot.id.part) == part]
            for learner in self.around.come.get(part[0], ()):
                mine = [slot.id for slot in slots if slot.learner in (None, learner.id)]
                if _who(day.planned, mine) != _who(safe, mine):
                    found.add(learner.id)
        return frozenset(found)


def board(desk: Desk, on: date) -> CoverBoard:
    """What *on* looks like with whoever is away."""
    with desk.reading(Kind.ABSENCE) as reading:
        desk.require(reading, READ, Kind.DEPLOYMENT, None)
        return _board(desk, reading, on)


def boards(desk: Desk, reading: Reading, days: Sequence[date]) -> list[CoverBoard]:
    """Each of *days* as `board` has it, within a reading that is open already."""
    desk.require(reading, READ, Kind.ABSENCE, None)
    desk.require(reading, READ, Kind.DEPLOYMENT, None)
    return [_board(desk, reading, on) for on in days]


def term_of(year: CollegeYear, on: date) -> Period:
    """The term that *on* is in; the last thirteen weeks where no term is known."""
    for term in year.terms:
        if on in term:
            return term
    return Period(on - USUAL_TERM, on + timedelta(days=6))


def _board(desk: Desk, reading: Reading, on: date) -> CoverBoard:
    year = planning.year(reading)
    everybody = people.everybody(reading)
    empty = CoverBoard(
        on=on,
        day=None,
        closed=year.closed_because(on),
        absences=cover.absences(reading, on, on),
        names={each.id: each.name for each in everybody},
        team=[each.id for each in everybody if each.works_on(on)],
        sites={each.id: each.name for each in people.sites(reading)},
    )
    kept = _plan_for(reading, year, on)
    if kept is None:
        return empty
    ahead = gathered(desk, reading, kept.week, monday_of(on))
    at_work = _at_work(ahead, on)
    board = replace(
        empty,
        plan=kept.name,
        published=kept.is_in_force(on, kept.week),
        sessions={**ahead.sessions, **at_work.sessions},
        learners=ahead.learners,
        placements=at_work.placements,
        groups=sorted({each.group for each in ahead.sessions.values() if each.group}),
        around=_around(reading, ahead, at_work, term_of(year, on)),
    )
    if board.closed:
        return board
    covers = cover.covers(reading, on)
    day = day_of(
        under(ahead, kept, kept.plan.by_slot()),
        {**kept.plan.by_slot(), **at_work.beside},
        board.absences,
        covers,
        on,
        at_work=at_work.slots,
    )
    return replace(board, day=day, kept=covers)


@dataclass(frozen=True, slots=True, kw_only=True)
class _AtWork:
    """A day's work placements; of those with an LSA also their places, and who has them."""

    placements: Sequence[Placement]
    slots: Sequence[Slot]
    sessions: Mapping[SessionId, Session]
    come: Mapping[SessionId, tuple[Learner, ...]]
    beside: Mapping[SlotId, PersonId]


def _at_work(ahead: WeekAhead, on: date) -> _AtWork:
    weekday = Weekday(on.weekday())
    there = [each for each in ahead.placements if each.goes_on(on)]
    with_lsa = {session_of(each.id): each for each in there if each.lsa is not None}
    slots = [slot for slot in ahead.at_work if slot.day is weekday]
    learners = {each.id: each for each in ahead.learners}
    return _AtWork(
        placements=there,
        slots=slots,
        sessions={
            session: as_session(each, weekday, each.hours[weekday])
            for session, each in with_lsa.items()
        },
        come={
            session: tuple(learners[who] for who in (each.learner,) if who in learners)
            for session, each in with_lsa.items()
        },
        beside={
            slot.id: lsa for slot in slots if (lsa := with_lsa[slot.id.session].lsa) is not None
        },
    )


def _around(reading: Reading, ahead: WeekAhead, at_work: _AtWork, term: Period) -> Around:
    return Around(
        come={**ahead.comes, **at_work.come},
        done=_done(cover.covers_between(reading, term.starts, term.ends)),
        may_do_without=frozenset(
            each.id
            for each in ahead.sessions.values()
            if each.lsa_use in (LsaUse.MAY_NEED, LsaUse.DOES_NOT_NEED)
        ),
    )


def _plan_for(reading: Reading, year: CollegeYear, on: date) -> KeptPlan | None:
    """What is published for the day, or else the newest plan of its week or of any."""
    kept = deployment.in_force(reading, on)
    if kept is None:
        kept = deployment.latest(reading, year.week_of(on))
    return deployment.latest(reading) if kept is None and year.week_a is None else kept


def _done(by_day: Mapping[date, Sequence[Cover]]) -> dict[PersonId, int]:
    done: dict[PersonId, int] = {}
    for covers in by_day.values():
        for person, minutes in cover_done(covers).items():
            done[person] = done.get(person, 0) + minutes
    return done


def _who(placed: Placed, slots: Sequence[SlotId]) -> set[PersonId]:
    return {placed[slot] for slot in slots if slot in placed}
