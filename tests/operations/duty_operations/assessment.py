"""Self-assessment and development plans."""

from datetime import date

from lsadesk.domain.assessment import Answer
from lsadesk.domain.development import ActionDetails
from lsadesk.domain.people import PersonId
from lsadesk.domain.rights import (
    CHANGE,
    READ,
    Duty,
    Kind,
)
from lsadesk.domain.skills import Level
from lsadesk.operations import (
    assessment,
    development,
)
from lsadesk.operations.desk import Desk
from tests.operations.duty_operations.kinds import About, Own, read
from tests.operations.duty_world import World


def _line(world: World, who: PersonId):
    development.add_action(world.owner, who, "Shadowing")
    return development.actions(world.owner, who)[-1]


def _answer(desk: Desk) -> Answer:
    sheet = assessment.my_sheet(desk)
    return Answer(statement=sheet.statements[1].id, value=Level(1))


def _hand_in(desk: Desk) -> object:
    if desk.person is not None:
        assessment.keep_answer(desk, _answer(desk))
    return assessment.hand_in(desk)


OPERATIONS = {
    "assessment.my_sheet": Own(lambda d, w, p: assessment.my_sheet(d), refuses=False),
    "assessment.keep_answer": Own(
        lambda d, w, p: assessment.keep_answer(d, _answer(w.desks[Duty.SELF]))
    ),
    "assessment.begin_again": Own(lambda d, w, p: assessment.begin_again(d)),
    "assessment.hand_in": Own(lambda d, w, p: _hand_in(d)),
    "assessment.own_person": Own(lambda d, w, p: assessment.own_person(d)),
    "assessment.own_answers": About(
        READ, Kind.DRAFT, lambda d, w, p: read(d, assessment.own_answers, p)
    ),
    "assessment.handed_in": About(
        READ, Kind.ASSESSMENT, lambda d, w, p: assessment.handed_in(d, p)
    ),
    "development.plan": About(READ, Kind.DEVELOPMENT, lambda d, w, p: development.plan(d, p)),
    "development.actions": About(READ, Kind.DEVELOPMENT, lambda d, w, p: development.actions(d, p)),
    "development.add_action": About(
        CHANGE, Kind.DEVELOPMENT, lambda d, w, p: development.add_action(d, p, "A visit")
    ),
    "development.change_action": About(
        CHANGE,
        Kind.DEVELOPMENT,
        lambda d, w, p: development.change_action(d, _line(w, p), ActionDetails(what="Other")),
    ),
    "development.mark_done": About(
        CHANGE,
        Kind.DEVELOPMENT,
        lambda d, w, p: development.mark_done(d, _line(w, p), date(2026, 11, 24)),
    ),
    "development.remove_action": About(
        CHANGE, Kind.DEVELOPMENT, lambda d, w, p: development.remove_action(d, _line(w, p))
    ),
}
