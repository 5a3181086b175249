"""Self-assessment."""

from lsadesk.domain.appraisals.assessment import Answer, OwnWords
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.rights import (
    READ,
    Duty,
    Kind,
)
from lsadesk.operations.appraisals import assessment
from lsadesk.operations.desk import Desk, own_person
from tests.operations.duty_operations.kinds import About, Own, read
from tests.operations.duty_world import World


def _answer(desk: Desk) -> Answer:
    sheet = assessment.my_sheet(desk)
    return Answer(statement=sheet.statements[1].id, value=Level(1))


def _hand_in(desk: Desk) -> object:
    if desk.person is not None:
        assessment.keep_answer(desk, _answer(desk))
    return assessment.hand_in(desk)


def _take_back(desk: Desk) -> object:
    if desk.person is not None and assessment.my_sheet(desk).assessment.is_draft:
        _hand_in(desk)
    return assessment.take_back(desk)


def _open(world: World):
    return next(iter(assessment.my_sheet(world.desks[Duty.SELF]).framework.questions))


OPERATIONS = {
    "desk.own_person": Own(lambda d, w, p: own_person(d)),
    "assessment.my_sheet": Own(lambda d, w, p: assessment.my_sheet(d), refuses=False),
    "assessment.keep_answer": Own(
        lambda d, w, p: assessment.keep_answer(d, _answer(w.desks[Duty.SELF]))
    ),
    "assessment.begin_again": Own(lambda d, w, p: assessment.begin_again(d)),
    "assessment.hand_in": Own(lambda d, w, p: _hand_in(d)),
    "assessment.keep_words": Own(
        lambda d, w, p: assessment.keep_words(d, OwnWords(question=_open(w), text="singing"))
    ),
    "assessment.prefer_list": Own(lambda d, w, p: assessment.prefer_list(d, True)),
    "assessment.take_back": Own(lambda d, w, p: _take_back(d)),
    "assessment.own_answers": About(
        READ, Kind.DRAFT, lambda d, w, p: read(d, assessment.own_answers, p)
    ),
    "assessment.handed_in": About(
        READ, Kind.ASSESSMENT, lambda d, w, p: assessment.handed_in(d, p)
    ),
}
