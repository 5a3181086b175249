"""Appraisals until the meeting: begun, and rated by the appraiser alone.

An appraiser's ratings are sealed to them until they hand in, and nobody sees what either
side said before the meeting is opened (`operations/appraisals/appraising.py`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from lsadesk.domain.appraisals.appraisal import (
    Appraisal,
    AppraisalId,
    AppraiserRating,
    Earlier,
    Ratings,
)
from lsadesk.domain.appraisals.assessment import NOT_SURE, parts_for, statements_for
from lsadesk.domain.calendar import uk_date
from lsadesk.domain.careers.career import role_of
from lsadesk.domain.careers.framework import Framework, Part, Role, RoleId, Statement
from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.developing.attached import of_appraisal
from lsadesk.domain.rights import CHANGE, READ, Kind, people_open_to
from lsadesk.domain.staff.people import Link, Person, PersonId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.said import said
from lsadesk.store import accounts
from lsadesk.store.appraisals import appraisal as kept
from lsadesk.store.appraisals import appraiser_ratings
from lsadesk.store.appraisals import meeting as left
from lsadesk.store.careers import layer
from lsadesk.store.developing import attached
from lsadesk.store.staff import people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading, Work

T = TypeVar("T")

NOT_YOURS_TO_RATE = (
    "These ratings belong to the appraiser who is named here. Sign in as that person, or name "
    "another appraiser first."
)
HANDED_IN = "These ratings are handed in. Take them back first to change them."


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingSheet:
    """What the named appraiser rates alone. *unreadable* were sealed to a lost key."""

    appraisal: Appraisal
    name: str
    framework: Framework
    role: Role | None
    parts: tuple[Part, ...]
    statements: tuple[Statement, ...]
    ratings: Ratings
    is_handed_in: bool
    unreadable: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonsAppraisals:
    """A person's appraisals: the newest, and a line about each before it.

    *files* is how many are attached to the newest.
    """

    person: PersonId
    name: str
    current: Appraisal | None
    files: int
    appraiser: str
    earlier: tuple[Earlier, ...]
    may_change: bool


def of_person(desk: Desk, person: PersonId) -> PersonsAppraisals:
    """A person's newest appraisal and a line about each before it."""
    with desk.reading(Kind.APPRAISAL, person) as reading:
        current = kept.latest(reading, person)
        standing = accounts.standing_of(reading, desk.account)
        return PersonsAppraisals(
            person=person,
            name=people.get(reading, person).name,
            current=current,
            files=0 if current is None else len(attached.files_of(reading, of_appraisal(current))),
            appraiser="" if current is None else people.get(reading, current.appraiser).name,
            earlier=() if current is None else kept.earlier(reading, current),
            may_change=bool(people_open_to(standing, CHANGE, Kind.APPRAISAL, frozenset({person}))),
        )


def begin(
    desk: Desk, person: PersonId, *, cycle: date, appraiser: PersonId | None = None
) -> Done[AppraisalId]:
    """Begin an appraisal to be held on *cycle*.

    *appraiser* None: whoever is linked as appraiser, else the line manager, else whoever begins.

    One that is agreed and never signed does not stand in the way; it stays to be seen as such.

    Raises:
        UserError: one is under way, the person has left, the last was held later, nobody is
            there to appraise, or somebody would appraise themselves.
    """
    with desk.writing(Kind.APPRAISAL, person) as work:
        record = people.get(work, person)
        current = kept.latest(work, person)
        if current is not None and current.agreed_at is None:
            raise UserError(f"{record.name} has an appraisal under way. Open that one.")
        if not record.works_on(desk.today):
            raise UserError(f"{record.name} has left, so no appraisal can begin.")
        wanted = appraiser or _appraiser_for(desk, work, person)
        _require_other(person, wanted)
        _require_later(cycle, kept.last_held(work, [person]).get(person))
        appraisal = kept.begin(
            work, person, appraiser=wanted, cycle=cycle, role=_role_id(work, record)
        )
        left.ask(work, appraisal, layer.library_of(work).meeting)
        attached.take_up(work, person, appraisal)
        return _keep(desk, work, appraisal, person, f"Began the appraisal of {record.name}")


def give_to(desk: Desk, appraisal: AppraisalId, appraiser: PersonId) -> Done[None]:
    """Name another appraiser, who rates from the start; what the first one rated goes.

    Raises:
        UserError: the meeting was opened, or somebody would appraise themselves.
    """
    with changing(desk, appraisal) as (work, found):
        _require_not_opened(found)
        _require_other(found.person, appraiser)
        if appraiser == found.appraiser:
            return _keep(desk, work, None, found.person, "")
        appraiser_ratings.forget(work, appraisal)
        kept.give_to(work, appraisal, appraiser)
        name = people.get(work, found.person).name
        return _keep(
            desk, work, None, found.person, f"Named another appraiser for {name}", undo=False
        )


def drop(desk: Desk, appraisal: AppraisalId) -> Done[None]:
    """Take away an appraisal whose meeting was not opened: it was begun by mistake.

    The person's own self-assessment stays, and so do files, which wait for their next appraisal.
    """
    with changing(desk, appraisal) as (work, found):
        _require_not_opened(found)
        appraiser_ratings.forget(work, appraisal)
        attached.let_wait(work, appraisal)
        kept.drop(work, appraisal)
        name = people.get(work, found.person).name
        return _keep(
            desk, work, None, found.person, f"Took away the appraisal of {name}", undo=False
        )


def rating_sheet(desk: Desk, appraisal: AppraisalId) -> RatingSheet:
    """What the named appraiser rated so far; nobody else may look before the meeting.

    Raises:
        UserError: somebody else is the appraiser.
    """
    with viewing(desk, appraisal, change=True) as (reading, found):
        require_appraiser(desk, reading, found)
        framework = layer.library_of(reading).framework
        role = None if found.role is None else framework.roles.get(found.role)
        ratings, shut = _own_ratings(desk, reading, found)
        return RatingSheet(
            appraisal=found,
            name=people.get(reading, found.person).name,
            framework=framework,
            role=role,
            parts=parts_for(framework, role, found.also),
            statements=statements_for(framework, role, found.also),
            ratings=ratings,
            is_handed_in=found.ratings_in_at is not None,
            unreadable=shut,
        )


def keep_rating(desk: Desk, appraisal: AppraisalId, rating: AppraiserRating) -> Done[datetime]:
    """Keep one rating, sealed to the appraiser; gives back when it was saved.

    Raises:
        UserError: somebody else is the appraiser, the ratings are handed in, or the note is
            too long.
    """
    note = said(rating.note, "A note")
    with _rating(desk, appraisal) as (work, found):
        own, kept_as = desk.unlocked.boxes, replace(rating, note=note)
        if not appraiser_ratings.keep_sealed(work, appraisal, own, [kept_as]):
            return desk.keep_more(work, work.now, Subject.APPRAISAL)
        return desk.keep(
            work,
            work.now,
            "Rated a statement",
            Entry("kept draft rating", Kind.APPRAISAL, found.person),
            Subject.APPRAISAL,
            undo=False,
        )


def hand_in(desk: Desk, appraisal: AppraisalId) -> Done[None]:
    """Have the appraiser's ratings ready for the meeting; the person does not see them yet.

    Raises:
        UserError: somebody else is the appraiser, or something asked has no rating and is not
            marked either: who hands in too early would see the person's own view first.
    """
    with _rating(desk, appraisal) as (work, found):
        ratings, _ = _own_ratings(desk, work, found)
        if open_ := [each for each in _asked(work, found) if each.id not in ratings]:
            raise UserError(
                f"Statements without a rating: {len(open_)}. Rate them, or mark them as not known, "
                "then hand in."
            )
        appraiser_ratings.hand_in(work, appraisal, ratings.values())
        name = people.get(work, found.person).name
        return _keep(desk, work, None, found.person, f"Handed in my ratings of {name}", undo=False)


def mark_rest(desk: Desk, appraisal: AppraisalId) -> Done[int]:
    """Mark whatever the appraiser has not rated as not known to them; how many."""
    with _rating(desk, appraisal) as (work, found):
        ratings, _ = _own_ratings(desk, work, found)
        rest = [each.id for each in _asked(work, found) if each.id not in ratings]
        marked = [AppraiserRating(statement=each, value=NOT_SURE) for each in rest]
        appraiser_ratings.keep_sealed(work, appraisal, desk.unlocked.boxes, marked)
        return _keep(desk, work, len(rest), found.person, "Marked ratings as not known", undo=False)


def take_back(desk: Desk, appraisal: AppraisalId) -> Done[None]:
    """Have the appraiser's ratings as a sealed draft again, until the meeting is opened."""
    with changing(desk, appraisal) as (work, found):
        require_appraiser(desk, work, found)
        _require_not_opened(found)
        if found.ratings_in_at is None:
            raise UserError("These ratings are not handed in, so you can change them as they are.")
        appraiser_ratings.take_back(work, appraisal, desk.unlocked.boxes)
        name = people.get(work, found.person).name
        return _keep(desk, work, None, found.person, f"Took back my ratings of {name}", undo=False)


@contextmanager
def changing(desk: Desk, appraisal: AppraisalId) -> Iterator[tuple[Work, Appraisal]]:
    """A unit of work on an appraisal, refused where no duty covers its person.

    Raises:
        NotAllowed: the person's duties do not cover it.
        UserError: there is no such appraisal.
    """
    with desk.beginning() as work:
        found = kept.get(work, appraisal)
        desk.require(work, CHANGE, Kind.APPRAISAL, found.person)
        yield work, found


@contextmanager
def viewing(
    desk: Desk, appraisal: AppraisalId, *, change: bool = False
) -> Iterator[tuple[Reading, Appraisal]]:
    """A look at an appraisal, refused as in `changing`; *change*: only for who may change it."""
    with desk.store.read() as reading:
        found = kept.get(reading, appraisal)
        desk.require(reading, CHANGE if change else READ, Kind.APPRAISAL, found.person)
        yield reading, found


@contextmanager
def _rating(desk: Desk, appraisal: AppraisalId) -> Iterator[tuple[Work, Appraisal]]:
    """A unit of work on ratings that are not handed in, for the appraiser who is named alone.

    Raises:
        NotAllowed: the person's duties do not cover it.
        UserError: there is no such appraisal, somebody else is named, or they are handed in.
    """
    with desk.beginning() as work:
        found = kept.get_one_sided(work, appraisal)
        desk.require(work, CHANGE, Kind.APPRAISAL, found.person)
        require_appraiser(desk, work, found)
        if found.ratings_in_at is not None:
            raise UserError(HANDED_IN)
        yield work, found


def _asked(reading: Reading, found: Appraisal) -> tuple[Statement, ...]:
    framework = layer.library_of(reading).framework
    role = None if found.role is None else framework.roles.get(found.role)
    return statements_for(framework, role, found.also)


def _own_ratings(desk: Desk, reading: Reading, found: Appraisal) -> tuple[Ratings, int]:
    if found.ratings_in_at is not None:
        return appraiser_ratings.ratings_of(reading, found.id), 0
    return appraiser_ratings.sealed_ratings(reading, found.id, desk.unlocked.boxes)


def require_appraiser(desk: Desk, reading: Reading, found: Appraisal) -> None:
    """Refuse all but the appraiser who is named, whatever their duties.

    Raises:
        UserError: somebody else is named.
    """
    if accounts.get(reading, desk.account).person != found.appraiser:
        raise UserError(NOT_YOURS_TO_RATE)


def _require_not_opened(found: Appraisal) -> None:
    if found.opened_at is not None:
        raise UserError("The meeting has been opened, so both have seen what the other said.")


def _require_other(person: PersonId, appraiser: PersonId) -> None:
    if person == appraiser:
        raise UserError("Nobody appraises themselves. Choose somebody else as appraiser.")


def _require_later(cycle: date, last: date | None) -> None:
    if last is not None and cycle < last:
        raise UserError(
            f"The last appraisal was held on {uk_date(last)}. Choose a later day; if today looks "
            "wrong, this computer's clock may have been set back."
        )


def _appraiser_for(desk: Desk, reading: Reading, person: PersonId) -> PersonId:
    links = people.links(reading, person)
    found = links.get(Link.APPRAISER) or links.get(Link.LINE_MANAGER) or desk.person
    if found is None:
        raise UserError("Choose who appraises: this account is not linked to a member of staff.")
    return found


def _role_id(reading: Reading, record: Person) -> RoleId | None:
    return role_of(layer.library_of(reading).framework, record)


def _keep(
    desk: Desk, work: Work, result: T, person: PersonId, sentence: str, *, undo: bool = True
) -> Done[T]:
    action = sentence.partition(" of ")[0].partition(" for ")[0].lower()
    entry = Entry(action, Kind.APPRAISAL, person)
    return desk.keep(work, result, sentence, entry, Subject.APPRAISAL, about=person, undo=undo)
