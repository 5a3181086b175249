"""Induction and the steps after it: points and LSA level, each move with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lsadesk.domain.appraisals.appraisal import Move, MoveKind, reached
from lsadesk.domain.appraisals.assessment import known_from
from lsadesk.domain.careers.catalogue import LsaLevel, Point, PointRoute
from lsadesk.domain.careers.framework import StatementId
from lsadesk.domain.careers.pathways import NextLevel, next_level
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.induction import FIRST_POINT, Step, StepId, left_to_do
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.appraisals import assessment
from lsadesk.operations.desk import Desk
from lsadesk.operations.said import said
from lsadesk.store import accounts
from lsadesk.store.appraisals import meeting as left
from lsadesk.store.careers import layer, library
from lsadesk.store.staff import induction as kept
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Induction:
    """The checklist of a person's induction; *finished_on*: point 1 was given."""

    name: str
    steps: tuple[Step, ...]
    done: Mapping[StepId, date]
    finished_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progression:
    """Where a person stands in points and LSA level, and every move that led there.

    The *routes* on from the points stand beside each other, neither before the other (A28).
    *following* is what the next level asks, beside what is known of it (A26); *asks* are
    its statements in words. Only for whoever reads about themselves (*is_own*) is anything
    known of it.
    """

    name: str
    is_own: bool
    point: Point | None
    level: LsaLevel | None
    following: NextLevel | None
    asks: Mapping[StatementId, str]
    moves: tuple[Move, ...]
    routes: tuple[PointRoute, ...]


def induction(desk: Desk, person: PersonId) -> Induction:
    """A person's induction."""
    with desk.reading(Kind.APPRAISAL, person) as reading:
        given = [
            each.moved_on
            for each in left.moves_of(reading, person)
            if each.kind is MoveKind.POINT and each.after == FIRST_POINT
        ]
        return Induction(
            name=people.get(reading, person).name,
            steps=library.built_in().induction,
            done=kept.done(reading, person),
            finished_on=given[0] if given else None,
        )


def tick(desk: Desk, person: PersonId, step: StepId, done_on: date | None) -> Done[None]:
    """Say when a step was done; None: it is still to be done.

    Raises:
        UserError: there is no such step, or the day is still to come.
    """
    if all(each.id != step for each in library.built_in().induction):
        raise UserError("This step is no longer part of an induction. Nothing was changed.")
    _require_past(desk, done_on)
    with desk.writing(Kind.APPRAISAL, person) as work:
        kept.tick(work, person, step, done_on)
        name = people.get(work, person).name
        return _keep(desk, work, person, f"Ticked a step in the induction of {name}")


def finish(desk: Desk, person: PersonId, on: date, *, although: str = "") -> Done[None]:
    """End an induction, which gives point 1 (A56).

    *although* says why it ends with steps that are not ticked.

    Raises:
        UserError: steps are left and no reason is given, or a point was given already.
    """
    why = said(although, "The reason")
    _require_past(desk, on)
    with desk.writing(Kind.APPRAISAL, person) as work:
        if reached(left.moves_of(work, person), MoveKind.POINT) is not None:
            raise UserError("A point was given already. An appraisal can move it.")
        waiting = left_to_do(library.built_in().induction, kept.done(work, person))
        if waiting and not why:
            raise UserError(
                f"Steps that are not ticked: {len(waiting)}. Tick them, or say why the induction "
                "ends without them."
            )
        reason = "End of induction." + (f" {why}" if waiting else "")
        move = Move(kind=MoveKind.POINT, before=None, after=FIRST_POINT, reason=reason, moved_on=on)
        left.propose(work, person, move)
        name = people.get(work, person).name
        return _keep(desk, work, person, f"Ended the induction of {name}")


def progression(desk: Desk, person: PersonId) -> Progression:
    """Where a person stands in points and LSA level, and what the next level asks.

    What somebody says of themselves stands beside that for their own eyes only.
    """
    with desk.reading(Kind.APPRAISAL, person) as reading:
        record = people.get(reading, person)
        moves = left.moves_of(reading, person)
        at = reached(moves, MoveKind.POINT)
        found = layer.library_of(reading)
        catalogue = found.catalogue
        own = accounts.standing_of(reading, desk.account).person == person
        known = known_from(assessment.own_answers(desk, reading, person)) if own else {}
        following = next_level(catalogue, record.level, known)
        asked = following.level.asks if following else ()
        return Progression(
            name=record.name,
            is_own=own,
            following=following,
            asks={each: found.framework.statements[each].text for each in asked},
            point=next((each for each in catalogue.points if each.number == at), None),
            level=next((each for each in catalogue.levels if each.number == record.level), None),
            moves=moves,
            routes=catalogue.point_routes,
        )


def _require_past(desk: Desk, day: date | None) -> None:
    if day is not None and day > desk.today:
        raise UserError("This day is still to come. Choose the day on which it was done.")


def _keep(desk: Desk, work: Work, person: PersonId, sentence: str) -> Done[None]:
    entry = Entry(sentence.partition(" of ")[0].lower(), Kind.APPRAISAL, person)
    return desk.keep(
        work, None, sentence, entry, Subject.APPRAISAL, Subject.DEPLOYMENT, about=person
    )
