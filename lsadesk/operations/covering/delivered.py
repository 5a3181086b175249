"""What support was given, day by day, and what that comes to for each learner."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from lsadesk.domain.calendar import monday_of, uk_date
from lsadesk.domain.changes import NOTHING, Done, Subject
from lsadesk.domain.covering.cover import CoverDay
from lsadesk.domain.covering.delivered import Delivery, Given, LearnerTotal, Outcome, totals
from lsadesk.domain.deployment.model import Lsa, Slot
from lsadesk.domain.rights import EXPORT, READ, Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.domain.weeks.learners import Learner
from lsadesk.domain.weeks.terms import CollegeYear
from lsadesk.errors import UserError
from lsadesk.operations.covering import cover_board
from lsadesk.operations.covering.cover_board import CoverBoard, term_of
from lsadesk.operations.covering.leading import note_led
from lsadesk.operations.desk import Desk
from lsadesk.store.covering import delivered
from lsadesk.store.trail import Entry
from lsadesk.store.weeks import learners, planning

LONGEST = 24 * 60
SEPTEMBER = 9  # a college's year begins with it


class Over(StrEnum):
    """How far back learners' time is added up."""

    WEEK = "week"
    TERM = "term"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """A day's log: *lines* has what is written already, or else what the day says so far.

    *written* are the places that somebody has filled in.
    """

    seen: CoverBoard
    lines: Sequence[Delivery]
    written: frozenset[object] = field(default_factory=frozenset)

    @property
    def is_complete(self) -> bool:
        """Whether every place of the day is filled in."""
        return all(line.slot in self.written for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Each learner's time from *starts* to *until*, on the *days* that are logged."""

    over: Over
    starts: date
    until: date
    days: int
    learners: Sequence[LearnerTotal]


def log(desk: Desk, on: date) -> Log:
    """What was given on *on*, or what the plan and the cover say that it will have been."""
    desk.require_now(Kind.DELIVERED)
    seen = cover_board.board(desk, on)
    with desk.reading(Kind.DELIVERED) as reading:
        written = {line.slot: line for line in delivered.deliveries(reading, on, on)}
    drafted = [] if seen.day is None else _drafted(seen, seen.day)
    lines = [written.get(line.slot, line) for line in drafted]
    gone = [line for slot, line in written.items() if slot not in {each.slot for each in drafted}]
    return Log(seen=seen, lines=[*lines, *gone], written=frozenset(written))


def write_all(desk: Desk, seen: Log) -> Done[int]:
    """Write down the day as it stands, leaving what is written already; how many lines.

    Raises:
        UserError: it is still to come.
    """
    fresh = [line for line in seen.lines if line.slot not in seen.written]
    return _write(desk, fresh, f"Logged {uk_date(seen.seen.on)} as it stands")


def write_line(
    desk: Desk, line: Delivery, *, outcome: Outcome, minutes: int, why: str
) -> Done[int]:
    """Write down one place otherwise than it stands.

    Raises:
        UserError: the minutes cannot be right, it was not given and no reason is said, or the
            day is still to come.
    """
    if not 0 <= minutes <= LONGEST:
        raise UserError("The minutes cannot be right. Write how long somebody was there.")
    if outcome is Outcome.NOT_GIVEN and not why.strip():
        raise UserError("Say in a few words why it was not given: it is asked about later.")
    given = 0 if outcome is Outcome.NOT_GIVEN else minutes
    changed = replace(line, outcome=outcome, minutes=given, why=why.strip())
    return _write(desk, [changed], f"Logged {line.title}, {uk_date(line.day)}")


def learner_totals(desk: Desk, on: date, over: Over = Over.TERM) -> Totals:
    """What each learner had in the week, term or year of *on* up to that day.

    Only days that are logged count.
    """
    with desk.reading(Kind.DELIVERED) as reading:
        desk.require(reading, READ, Kind.LEARNER, None)
        starts = _first_day(planning.year(reading), on, over)
        lines = delivered.deliveries(reading, starts, on)
        days = len({line.day for line in lines})
        return Totals(
            over=over,
            starts=starts,
            until=on,
            days=days,
            learners=totals(learners.all_learners(reading), lines),
        )


def export_totals(desk: Desk, path: Path, on: date, over: Over) -> Done[int]:
    """Write `learner_totals` and what was not as planned as a workbook; how many learners.

    Raises:
        UserError: no day is logged in that time, or the file cannot be written.
    """
    from lsadesk.reports.given_workbook import GivenSheet, Otherwise, write_given

    found = learner_totals(desk, on, over)
    with desk.reading(Kind.DELIVERED, access=EXPORT) as reading:
        desk.require(reading, EXPORT, Kind.LEARNER, None)
        known = {each.id: each for each in learners.all_learners(reading)}
        lines = delivered.deliveries(reading, found.starts, on)
    otherwise = [
        Otherwise(
            day=line.day,
            title=line.title,
            learners=", ".join(
                known[to.learner].reference for to in line.given if to.learner in known
            ),
            planned=line.planned,
            given=line.minutes,
            why=line.why,
        )
        for line in lines
        if line.minutes != line.planned
    ]
    if not found.days:
        raise UserError("No day is written down in that time. Write down what was given first.")
    sheet = GivenSheet(
        college=desk.college,
        day=desk.today,
        starts=found.starts,
        until=found.until,
        days=found.days,
        learners=found.learners,
        groups=[known[each.learner].group for each in found.learners],
        otherwise=otherwise,
    )
    write_given(sheet, path)
    detail = f"{over.value}: {len(found.learners)}"
    desk.note(Entry("exported hours given", Kind.DELIVERED, detail=detail))
    return Done(len(found.learners), NOTHING)


def _first_day(year: CollegeYear, on: date, over: Over) -> date:
    if over is Over.WEEK:
        return monday_of(on)
    if over is Over.TERM:
        return term_of(year, on).starts
    return date(on.year if on.month >= SEPTEMBER else on.year - 1, SEPTEMBER, 1)


def _write(desk: Desk, lines: Sequence[Delivery], told: str) -> Done[int]:
    if any(line.day > desk.today for line in lines):
        raise UserError("This day is still to come. Write down what was given once it was given.")
    with desk.writing(Kind.DELIVERED) as work:
        delivered.log(work, lines)
        note_led(work, lines)
        return desk.keep(
            work,
            len(lines),
            told,
            Entry("logged support", Kind.DELIVERED, detail=str(len(lines))),
            Subject.COVER,
        )


def _drafted(seen: CoverBoard, day: CoverDay) -> list[Delivery]:
    """The day's lines as plan and cover have them; what has nobody was not given.

    A place that the plan leaves open has a line once somebody covers it.
    """
    team = {lsa.id: lsa for lsa in day.problem.lsas}
    return [
        _line(seen, day, slot, team)
        for slot in day.today
        if slot.id in day.planned or slot.id in day.placed
    ]


def _line(seen: CoverBoard, day: CoverDay, slot: Slot, team: dict[PersonId, Lsa]) -> Delivery:
    person, settled = day.placed.get(slot.id), day.covers.get(slot.id)
    lsa = None if person is None else team.get(person)  # a placement may have a teacher
    if person is None:
        outcome, why = Outcome.NOT_GIVEN, "" if settled is None else settled.why
    elif person == day.planned.get(slot.id):
        outcome, why = Outcome.AS_PLANNED, ""
    else:
        outcome, why = Outcome.COVERED, ""
    minutes = seen.support_in(slot).minutes
    return Delivery(
        day=day.day,
        slot=slot.id,
        title=", ".join(part for part in (slot.title, slot.group) if part),
        planned=minutes,
        minutes=0 if person is None else minutes,
        outcome=outcome,
        person=person,
        why=why or ("Nobody could come" if person is None else ""),
        given=[_given(learner, lsa) for learner in seen.come_to(slot)],
    )


def _given(learner: Learner, lsa: Lsa | None) -> Given:
    """The least level at which *lsa* is known to do what *learner* needs."""
    levels = [] if lsa is None else [lsa.levels.get(skill) for skill in sorted(learner.needs)]
    known = [level for level in levels if level is not None]
    whole = bool(levels) and len(known) == len(levels)
    level = min(known) if whole else None
    return Given(learner=learner.id, level=level, specified=learner.weekly_minutes)
