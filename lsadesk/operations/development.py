"""Development plans: what a person and their helper agreed to do."""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TypeVar

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.development import ActionDetails, ActionId, Mode, PlanAction
from lsadesk.domain.people import PersonId
from lsadesk.domain.rights import Kind
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store import development, people
from lsadesk.store.trail import Entry
from lsadesk.store.work import Work

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPlan:
    """A person's plan with what stands around it.

    *helpers* are the names of those at work here, offered as one types; help may also come
    from somebody else.
    """

    person: PersonId
    name: str
    title: str
    team: str
    today: date
    actions: tuple[PlanAction, ...]
    helpers: tuple[str, ...]


def plan(desk: Desk, person: PersonId) -> OpenPlan:
    """The development plan of one person."""
    with desk.reading(Kind.DEVELOPMENT, person) as reading:
        record = people.get(reading, person)
        teams = {team.id: team.name for team in people.teams(reading)}
        staff = people.everybody(reading)
        return OpenPlan(
            person=person,
            name=record.name,
            title=record.title,
            team="" if record.team is None else teams[record.team],
            today=desk.today,
            actions=tuple(development.actions_of(reading, person)),
            helpers=tuple(
                each.name for each in staff if each.works_on(desk.today) and each.id != person
            ),
        )


def actions(desk: Desk, person: PersonId) -> list[PlanAction]:
    """A person's plan, what is due first on top."""
    with desk.reading(Kind.DEVELOPMENT, person) as reading:
        return development.actions_of(reading, person)


def add_action(
    desk: Desk,
    person: PersonId,
    what: str,
    *,
    why: str = "",
    mode: Mode = Mode.OTHER,
    helper: str = "",
    due: date | None = None,
    done_on: date | None = None,
) -> Done[ActionId]:
    """Add a line to a person's plan; *done_on* where it was done before it was written down."""
    _checked(what)
    with desk.writing(Kind.DEVELOPMENT, person) as work:
        action = development.add(
            work, person, what.strip(), why=why, mode=mode, helper=helper, due=due, done_on=done_on
        )
        sentence = "Added to the plan of {name}"
        return _keep(desk, work, person, action, sentence=sentence, entry="added plan line")


def change_action(desk: Desk, read: PlanAction, wanted: ActionDetails) -> Done[PlanAction]:
    """Write *wanted* over the line that was read as *read*; the line as it is then.

    Raises:
        Stale: somebody has changed the line since.
    """
    _checked(wanted.what)
    told = {each.name: getattr(wanted, each.name) for each in fields(ActionDetails)}
    kept = replace(read, **told | {"what": wanted.what.strip()})
    with desk.writing(Kind.DEVELOPMENT, read.person) as work:
        development.change(work, read, kept)
        sentence = "Changed the plan of {name}"
        return _keep(desk, work, read.person, kept, sentence=sentence, entry="changed plan line")


def merged(read: PlanAction, typed: ActionDetails, latest: PlanAction) -> ActionDetails:
    """*latest* with those parts of *typed* that differ from *read*, the line typed over."""
    mine = {
        each.name: getattr(typed, each.name)
        for each in fields(ActionDetails)
        if getattr(typed, each.name) != getattr(read, each.name)
    }
    return replace(latest, **mine)


def mark_done(desk: Desk, read: PlanAction, done_on: date | None) -> Done[PlanAction]:
    """Say when a line was done; None: it is open again. Refused as in `change_action`."""
    kept = replace(read, done_on=done_on)
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


def _checked(what: str) -> None:
    if not what.strip():
        raise UserError("Say what is going to be done.")


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
