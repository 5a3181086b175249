"""Who is away on a day, and cover for what they leave open."""

from dataclasses import replace
from datetime import date, time
from itertools import count

from lsadesk.domain.calendar import TimeSpan
from lsadesk.domain.covering.agency import Booking
from lsadesk.domain.covering.cover import Absence, Away, Cover
from lsadesk.domain.covering.cover_sheet import BriefPart
from lsadesk.domain.covering.learner_cards import CardsWanted
from lsadesk.domain.deployment.model import SlotId
from lsadesk.domain.rights import CHANGE, EXPORT, READ, Kind
from lsadesk.operations.covering import (
    absences,
    bookings,
    cover,
    cover_board,
    cover_papers,
    learner_cards,
)
from lsadesk.operations.covering.cover_board import CoverBoard
from lsadesk.operations.desk import Desk
from tests.operations.duty_operations.kinds import Whole
from tests.operations.duty_world import World

MONDAY = date(2026, 11, 23)
_later = count(1)


def _away(world: World) -> Away:
    """An absence on a day of its own: one that is known already is not kept twice."""
    day = date.fromordinal(date(2027, 9, 6).toordinal() + next(_later))
    return Away(first=day, last=day, person=world.asha)


def _booking() -> Booking:
    """Somebody by a name of their own."""
    return Booking(
        forename="Jo",
        surname=f"Relief {next(_later)}",
        first=MONDAY,
        ends=MONDAY,
        hours=TimeSpan(time(9), time(15)),
        is_checked=True,
    )


def _absence(world: World) -> Absence:
    away = _away(world)
    absences.mark_away(world.owner, [away])
    return next(
        each
        for each in cover_board.board(world.owner, away.first).absences
        if each.person == world.asha
    )


def _seen(world: World) -> CoverBoard:
    """The Monday with its planned person away, and nothing settled yet."""
    seen = cover_board.board(world.owner, MONDAY)
    if not seen.absences:
        who = seen.day.planned[_place(world)]
        absences.mark_away(world.owner, [Away(first=MONDAY, last=MONDAY, person=who)])
        seen = cover_board.board(world.owner, MONDAY)
    if seen.day.covers:
        cover.as_planned(world.owner, seen, _place(world))
        seen = cover_board.board(world.owner, MONDAY)
    return seen


def _place(world: World) -> SlotId:
    return SlotId(world.session, 0)


def _take_back(desk: Desk, world: World) -> object:
    absence = _absence(world)
    return absences.take_back(desk, absence, absence.first)


def _choose(desk: Desk, world: World) -> object:
    seen = _seen(world)
    person = cover.stand_ins(seen, _place(world))[0].person
    return cover.choose(desk, seen, _place(world), person)


def _exchange(desk: Desk, world: World) -> object:
    """Two of the team, as if the session had a place for each of them."""
    seen = _seen(world)
    problem, away = seen.day.problem, seen.absences[0].person
    slot = next(each for each in problem.slots if each.id == _place(world))
    both = (slot, replace(slot, id=SlotId(world.session, 1)))
    placed = zip(
        (each.id for each in both), [a.id for a in problem.lsas if a.id != away], strict=False
    )
    day = replace(seen.day, problem=replace(problem, slots=both), placed=dict(placed))
    done = cover.exchange(desk, replace(seen, day=day), *day.placed)
    desk.undo()
    return done


def _choose_for_the_day(desk: Desk, world: World) -> object:
    seen = _seen(world)
    person = cover.stand_ins(seen, _place(world))[0].person
    return cover.choose_for_the_day(desk, seen, person, [_place(world)])


def _keep_proposal(desk: Desk, world: World) -> object:
    seen = _seen(world)
    return cover.keep_proposal(desk, seen, cover.least_change(seen))


def _as_planned(desk: Desk, world: World) -> object:
    cover.leave_open(world.owner, _seen(world), _place(world), "A trip")
    return cover.as_planned(desk, cover_board.board(world.owner, MONDAY), _place(world))


def _covered(world: World) -> CoverBoard:
    cover.take_best(world.owner, _seen(world))
    return cover_board.board(world.owner, MONDAY)


def _export_brief(desk: Desk, world: World) -> object:
    seen = _covered(world)
    person = seen.day.placed[_place(world)]
    return cover_papers.export_brief(
        desk, seen, person, world.path("brief.pdf"), parts=BriefPart, ask="Pat, room 4"
    )


def _left_open(world: World) -> Cover:
    return Cover(slot=_place(world), minutes=90, why="A trip")


OPERATIONS = {
    "cover_board.board": Whole(
        READ, Kind.ABSENCE, lambda d, w, p: cover_board.board(d, date(2026, 11, 24))
    ),
    "bookings.here_from_agencies": Whole(
        READ, Kind.ABSENCE, lambda d, w, p: bookings.here_from_agencies(d, date(2026, 11, 24))
    ),
    "bookings.take_on": Whole(
        CHANGE, Kind.ABSENCE, lambda d, w, p: bookings.take_on(d, _booking()) and d.undo()
    ),
    "absences.mark_away": Whole(
        CHANGE, Kind.ABSENCE, lambda d, w, p: absences.mark_away(d, [_away(w)])
    ),
    "absences.take_back": Whole(CHANGE, Kind.ABSENCE, lambda d, w, p: _take_back(d, w)),
    "cover.choose": Whole(CHANGE, Kind.DEPLOYMENT, lambda d, w, p: _choose(d, w)),
    "cover.exchange": Whole(CHANGE, Kind.DEPLOYMENT, lambda d, w, p: _exchange(d, w)),
    "cover.choose_for_the_day": Whole(
        CHANGE, Kind.DEPLOYMENT, lambda d, w, p: _choose_for_the_day(d, w)
    ),
    "cover.take_best": Whole(CHANGE, Kind.DEPLOYMENT, lambda d, w, p: cover.take_best(d, _seen(w))),
    "cover.keep_proposal": Whole(CHANGE, Kind.DEPLOYMENT, lambda d, w, p: _keep_proposal(d, w)),
    "cover.leave_open": Whole(
        CHANGE,
        Kind.DEPLOYMENT,
        lambda d, w, p: cover.leave_open(d, _seen(w), _place(w), "A trip"),
    ),
    "cover.split": Whole(
        CHANGE, Kind.DEPLOYMENT, lambda d, w, p: cover.split(d, _seen(w), _place(w))
    ),
    "cover.as_planned": Whole(CHANGE, Kind.DEPLOYMENT, lambda d, w, p: _as_planned(d, w)),
    "cover_papers.export_slips": Whole(
        EXPORT,
        Kind.DEPLOYMENT,
        lambda d, w, p: cover_papers.export_slips(d, _covered(w), w.path("slips.pdf")),
    ),
    "learner_cards.take_learner_cards": Whole(
        EXPORT,
        Kind.LEARNER,
        lambda d, w, p: learner_cards.take_learner_cards(d, CardsWanted(days=[_seen(w).on])),
    ),
    "cover_papers.export_brief": Whole(EXPORT, Kind.LEARNER, lambda d, w, p: _export_brief(d, w)),
    "cover.settle": Whole(
        CHANGE, Kind.DEPLOYMENT, lambda d, w, p: cover.settle(d, _seen(w), [_left_open(w)], "Left")
    ),
}
