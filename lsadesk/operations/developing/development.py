"""Development plans: what a person and their helper agreed to do, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any, TypeVar

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.details import typed_over
from lsadesk.domain.developing.attached import AttachedFile, Where
from lsadesk.domain.developing.development import ActionDetails, ActionId, PlanAction
from lsadesk.domain.developing.mentors import NO_LOAD, USUAL_LIMIT, Helper, loads
from lsadesk.domain.developing.plan_reviews import PlanNote, PlanReview
from lsadesk.domain.developing.plan_years import Year, year_of
from lsadesk.domain.developing.wishes import Wishes
from lsadesk.domain.rights import Kind
from lsadesk.domain.staff.people import PersonId
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.operations.developing.behind import BehindNames, behind_names
from lsadesk.operations.developing.wishes import wishes_among
from lsadesk.operations.said import said
from lsadesk.store import settings
from lsadesk.store.developing import attached, development, plan_reviews
from lsadesk.store.staff import people, practice
from lsadesk.store.trail import Entry
from lsadesk.store.work import Reading, Work

T = TypeVar("T")
PAIRING_LIMIT = "pairing_limit"

_TEXTS = {  # what is typed into a line, and its name in a sentence
    "what": "What is going to be done",
    "why": "Why",
    "helper": "Who helps",
    "not_now_because": "Why not now",
    "outcome": "What came of it",
    "follow_up": "What changed at work",
    "no_follow_up_because": "Why nothing follows",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is offered where a line is written.

    *helpers* are those at work here with what they carry now, *helper_limit* the pairings that
    the college thinks enough. *behind* names whatever a line may come from.
    """

    today: date
    helpers: tuple[Helper, ...] = ()
    helper_limit: int = USUAL_LIMIT
    behind: BehindNames = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPlan:
    """A person's plan with what stands around it.

    Lines, notes and reviews go back to *since*, the start of the year before this one, and
    further only where it was asked for or something is still open. *files* are attached to lines,
    by their id. *me* is whoever reads it.
    """

    person: PersonId
    name: str
    title: str
    team: str
    today: date
    year: Year
    since: date | None
    actions: tuple[PlanAction, ...]
    notes: tuple[PlanNote, ...]
    files: Mapping[int, Sequence[AttachedFile]]
    reviews: tuple[PlanReview, ...]
    next_review: date | None
    wishes: Wishes
    around: Around
    me: PersonId | None


def plan(desk: Desk, person: PersonId, *, older: bool = False) -> OpenPlan:
    """The development plan of one person; *older*: with all that is past, too."""
    year = year_of(desk.today)
    since = None if older else year.before.starts
    me = desk.person
    with desk.reading(Kind.DEVELOPMENT, person) as reading:
        record = people.get(reading, person)
        teams = {team.id: team.name for team in people.teams(reading)}
        lines = tuple(development.actions_among(reading, [person], since=since))
        return OpenPlan(
            person=person,
            name=record.name,
            title=record.title,
            team="" if record.team is None else teams[record.team],
            today=desk.today,
            year=year,
            since=since,
            actions=lines,
            notes=tuple(plan_reviews.notes_among(reading, [person], since=since)),
            files=attached.files_among(reading, Where.PLAN, [each.id for each in lines]),
            reviews=tuple(plan_reviews.reviews_of(reading, person, since=since)),
            next_review=plan_reviews.next_among(reading, [person]).get(person),
            wishes=wishes_among(desk, reading, [person])[person],
            around=_around(desk, reading, person),
            me=me,
        )


def around(desk: Desk, person: PersonId) -> Around:
    """What is offered where a line of a person's plan is written elsewhere, in a meeting say."""
    with desk.reading(Kind.DEVELOPMENT, person) as reading:
        return _around(desk, reading, person)


def pairing_limit(reading: Reading) -> int:
    """How many pairings at once the college thinks enough for one person."""
    limit: int = settings.setting(reading, PAIRING_LIMIT, USUAL_LIMIT)
    return limit


def _around(desk: Desk, reading: Reading, person: PersonId) -> Around:
    carried = loads(development.pairings(reading))
    return Around(
        today=desk.today,
        helpers=tuple(
            Helper(id=each.id, name=each.name, load=carried.get(each.id, NO_LOAD))
            for each in people.everybody(reading)
            if each.works_on(desk.today) and each.id != person
        ),
        helper_limit=pairing_limit(reading),
        behind=behind_names(reading),
    )


@dataclass(frozen=True, slots=True)
class Waiting:
    """What of a plan is still to be done, when it is looked at next, and how much of what was
    seen in sessions its person has not read."""

    waiting: tuple[PlanAction, ...]
    next_review: date | None
    unread: int = 0


def waiting(desk: Desk, person: PersonId) -> Waiting:
    """What a person's plan waits for, whatever lies behind it."""
    with desk.reading(Kind.DEVELOPMENT, person) as reading:
        lines = development.actions_among(reading, [person], since=desk.today)
        return Waiting(
            tuple(each for each in lines if each.is_open),
            plan_reviews.next_among(reading, [person]).get(person),
            practice.unread(reading, person),
        )


def actions(desk: Desk, person: PersonId) -> list[PlanAction]:
    """A person's plan, what is due first on top."""
    with desk.reading(Kind.DEVELOPMENT, person) as reading:
        return development.actions_of(reading, person)


def add_action(desk: Desk, person: PersonId, details: ActionDetails) -> Done[ActionId]:
    """Add a line to a person's plan, agreed today.

    Raises:
        UserError: it does not say what, or puts something aside without a reason.
    """
    wanted = checked(details)
    with desk.writing(Kind.DEVELOPMENT, person) as work:
        action = development.add(work, person, wanted)
        sentence = "Added to the plan of {name}"
        return _keep(desk, work, person, action, sentence=sentence, entry="added plan line")


def change_action(desk: Desk, read: PlanAction, wanted: ActionDetails) -> Done[PlanAction]:
    """Write *wanted* over the line that was read as *read*; the line as it is then.

    Raises:
        Stale: somebody has changed the line since.
    """
    told = checked(wanted)
    kept = replace(read, **{each.name: getattr(told, each.name) for each in fields(ActionDetails)})
    with desk.writing(Kind.DEVELOPMENT, read.person) as work:
        development.change(work, read, kept)
        sentence = "Changed the plan of {name}"
        return _keep(desk, work, read.person, kept, sentence=sentence, entry="changed plan line")


def tell_of_action(desk: Desk, read: PlanAction, told: ActionDetails) -> Done[PlanAction]:
    """Write what *told* says otherwise than *read* into the line as it stands at this moment.

    For what is kept while somebody chooses and types: the next choice comes before the one
    before it is back from the file.
    """
    latest = next((each for each in actions(desk, read.person) if each.id == read.id), read)
    return change_action(desk, latest, typed_over(read, told, latest))


def mark_done(desk: Desk, read: PlanAction, done_on: date | None) -> Done[PlanAction]:
    """Say when a line was done; None: it is open again. Refused as in `change_action`."""
    kept = replace(read, done_on=done_on, not_now_on=None, not_now_because="")
    words = "Marked a line done" if done_on else "Opened a line again"
    with desk.writing(Kind.DEVELOPMENT, read.person) as work:
        development.change(work, read, kept)
        sentence = words + " in the plan of {name}"
        return _keep(desk, work, read.person, kept, sentence=sentence, entry="marked plan line")


def remove_action(desk: Desk, read: PlanAction) -> Done[None]:
    """Take a line out of a plan. Refused as in `change_action`."""
    with desk.writing(Kind.DEVELOPMENT, read.person) as work:
        development.remove(work, read)
        sentence = "Removed from the plan of {name}"
        return _keep(desk, work, read.person, None, sentence=sentence, entry="removed plan line")


def checked(details: ActionDetails) -> ActionDetails:
    """*details* as they are written down, without blanks around them.

    Raises:
        UserError: it does not say what, puts something aside without a reason, or is longer
            than a record can carry.
    """
    plain: dict[str, Any] = {
        name: said(getattr(details, name), what) for name, what in _TEXTS.items()
    }
    if not plain["what"]:
        raise UserError("Say what is going to be done.")
    if details.not_now_on is not None and not plain["not_now_because"]:
        raise UserError("Say why not now: somebody will ask next year.")
    return replace(details, **plain)


def _keep(
    desk: Desk, work: Work, person: PersonId, result: T, *, sentence: str, entry: str
) -> Done[T]:
    return desk.keep(
        work,
        result,
        sentence.format(name=people.get(work, person).name),
        Entry(entry, Kind.DEVELOPMENT, person),
        Subject.DEVELOPMENT,
        about=person,
    )
