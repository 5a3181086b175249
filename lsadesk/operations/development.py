"""Development plans: what a person and their helper agreed to do."""

from datetime import date

from lsadesk.domain.changes import Done, Subject
from lsadesk.domain.development import ActionId, Mode, PlanAction
from lsadesk.domain.people import PersonId
from lsadesk.domain.rights import Kind
from lsadesk.errors import UserError
from lsadesk.operations.desk import Desk
from lsadesk.store import development, people
from lsadesk.store.trail import Entry


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
) -> Done[ActionId]:
    """Add a line to a person's plan."""
    if not what.strip():
        raise UserError("Say what is going to be done.")
    with desk.writing(Kind.DEVELOPMENT, person) as work:
        action = development.add(
            work, person, what.strip(), why=why, mode=mode, helper=helper, due=due
        )
        name = people.get(work, person).name
        return desk.keep(
            work,
            action,
            f"Added to the plan of {name}",
            Entry("added plan line", Kind.DEVELOPMENT, person),
            Subject.DEVELOPMENT,
            about=person,
        )


def mark_done(desk: Desk, person: PersonId, action: ActionId, done_on: date | None) -> Done[None]:
    """Say when a line was done; None: it is open again."""
    with desk.writing(Kind.DEVELOPMENT, person) as work:
        if development.mark_done(work, action, done_on) != person:
            raise UserError("This line belongs to another person's plan. Nothing was changed.")
        return desk.keep(
            work,
            None,
            "Marked a plan line as done" if done_on else "Opened a plan line again",
            Entry("marked plan line", Kind.DEVELOPMENT, person),
            Subject.DEVELOPMENT,
            about=person,
        )
