"""Who led a session without a teacher: written down, and only of those who may.

That is who is marked for it with their hours (A66), and whose point says so (A27).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lsadesk.domain.calendar import uk_date
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.covering.delivered import Delivery, Outcome
from lsadesk.domain.covering.leading import Led, LedDetails
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.timetable import Session, SessionId
from lsadesk.errors import UserError
from lsadesk.operations.covering.cover_board import term_of
from lsadesk.operations.desk import Desk
from lsadesk.store.appraisals import meeting
from lsadesk.store.careers import layer
from lsadesk.store.covering import leading
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import planning, timetable
from lsadesk.store.work import Reading, Work

NOT_MARKED = (
    "{name} is not marked as able to lead without a teacher, and has no point that says so. "
    "Mark them on the page People's hours first, with who supervises them."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedBoard:
    """A day's sessions, those *led* in its term, and who may lead under whom."""

    on: date
    sessions: Sequence[Session]
    led: Sequence[Led]
    may_lead: Mapping[PersonId, str]
    names: Mapping[PersonId, str]
    titles: Mapping[SessionId, str]


def led_board(desk: Desk, on: date) -> LedBoard:
    """Who led what without a teacher in the term of *on*, and what can be written down of *on*."""
    with desk.reading(Kind.DELIVERED) as reading:
        year, known = planning.year(reading), timetable.all_sessions(reading)
        term = term_of(year, on)
        week = year.week_of(on)
        return LedBoard(
            on=on,
            sessions=[
                each
                for each in known
                if each.day == on.weekday() and each.week.runs_in(week) and each.runs_on(on)
            ],
            led=leading.led(reading, term.starts, on),
            may_lead=_may_lead(reading, on),
            names={each.id: each.name for each in people.everybody(reading)},
            titles={each.id: _title(each) for each in known},
        )


def write_led(desk: Desk, wanted: LedDetails) -> Done[None]:
    """Write down that somebody led a session without a teacher.

    Raises:
        UserError: they are not marked for it, or nobody is named who supervised it.
    """
    if not wanted.supervised_by.strip():
        raise UserError("Say who supervised it: somebody answers for a session without a teacher.")
    with desk.writing(Kind.DELIVERED) as work:
        name = people.get(work, wanted.person).name
        if wanted.person not in _may_lead(work, wanted.on):
            raise UserError(NOT_MARKED.format(name=name))
        leading.add(work, wanted)
        return desk.keep(
            work,
            None,
            f"Wrote down that {name} led a session, {uk_date(wanted.on)}",
            Entry("logged a led session", Kind.DELIVERED, wanted.session),
            Subject.COVER,
        )


def take_led_back(desk: Desk, read: Led) -> Done[None]:
    """Take such a line away. Raises `Stale` where it was changed since."""
    with desk.writing(Kind.DELIVERED) as work:
        leading.remove(work, read)
        return desk.keep(
            work,
            None,
            f"Took back that a session was led, {uk_date(read.on)}",
            Entry("took back a led session", Kind.DELIVERED, read.session),
            Subject.COVER,
        )


def note_led(work: Work, lines: Sequence[Delivery]) -> None:
    """Write down of each session of *lines* that is timetabled without a teacher who led it."""
    without = {each.id for each in timetable.all_sessions(work) if each.led_by_lsa}
    patterns = planning.patterns(work)
    for line in lines:
        given = line.outcome is not Outcome.NOT_GIVEN and line.slot.index == 0
        if given and line.slot.session in without and line.person is not None:
            pattern = patterns.get(line.person)
            supervised = "" if pattern is None else pattern.leads_under
            leading.add(
                work,
                LedDetails(
                    session=line.slot.session,
                    on=line.day,
                    person=line.person,
                    supervised_by=supervised,
                ),
            )


def _may_lead(reading: Reading, on: date) -> dict[PersonId, str]:
    """Who may lead a session on a day, and under whom where their hours say it."""
    points = layer.library_of(reading).catalogue.points
    covering = {each.number for each in points if each.may_cover}
    reached, patterns = meeting.points(reading), planning.patterns(reading)
    return {
        each.id: patterns[each.id].leads_under if each.id in patterns else ""
        for each in people.everybody(reading)
        if each.works_on(on)
        and (
            (each.id in patterns and patterns[each.id].may_lead) or reached.get(each.id) in covering
        )
    }


def _title(session: Session) -> str:
    return ", ".join(part for part in (session.title, session.group) if part)
