"""What each reason weighs decides who is trained where there is money for one alone."""

import pytest

from lsadesk.domain.auditing.skills import SkillId
from lsadesk.domain.calendar import Weekday
from lsadesk.domain.courses import training_case
from lsadesk.domain.courses.certificates import CourseId
from lsadesk.domain.courses.training import Limits, Option, OptionId
from lsadesk.domain.courses.training_case import Demand, Trainee, case_of
from lsadesk.domain.staff.people import PersonId
from lsadesk.planner.training import solved

BSL, MAKATON, FIRST_AID = SkillId(1), SkillId(2), CourseId(1)
PRICE = 100
TWO_CAN, ONE_CAN, NOBODY_CAN = 2, 1, 0  # BSL; two can do Makaton, whatever it is


def rising(skill, was, to=4, *, asked=False, due=None):
    """Somebody at *was*, and a training of theirs that leads them to level *to*."""
    course = None if due is None else FIRST_AID
    return (
        {"skill": skill, "to_level": to, "course": course},
        {
            "levels": {skill: was},
            "wishes": frozenset({skill} if asked else ()),
            "due": {} if due is None else {FIRST_AID: due},
        },
    )


def renewing(days):
    return {"course": FIRST_AID}, {"due": {FIRST_AID: days}}


def chosen(first, second, *, can_sign=TWO_CAN, needed=0):
    """Which of the two gets the one training that can be paid for: 1 or 2."""
    both, one = {BSL: 4, MAKATON: 4}, {MAKATON: 4}
    others = [both] * can_sign + [one] * (TWO_CAN - can_sign)
    people = [
        Trainee(id=PersonId(number), name="", levels=levels)
        for number, levels in enumerate(others, 10)
    ]
    options = []
    for number, (what, known) in enumerate((first, second), 1):
        options.append(Option(id=OptionId(number), name="", cost_pence=PRICE, **what))
        people.append(Trainee(id=PersonId(number), name="", **known))
    learners = Demand(skill=BSL, day=Weekday.TUESDAY, needed=needed, learners=("RT11",))
    case = case_of(
        options,
        people,
        [learners] if needed else [],
        skills={BSL: "BSL", MAKATON: "Makaton"},
        courses={FIRST_AID: "First aid"},
        limits=Limits(pence=PRICE),
    )
    ((person, _),) = solved(case, 10).keys
    return person


@pytest.mark.parametrize(
    ("weight", "first", "second", "around"),
    [
        ("A_LEVEL", rising(BSL, 0), rising(MAKATON, 3, asked=True), {}),
        ("WISHED", rising(MAKATON, 3, asked=True), rising(BSL, 2), {}),
        ("NEEDED_HERE", rising(BSL, 1, to=2), rising(MAKATON, 2), {"needed": 1}),
        ("LAPSES_SOON", renewing(12), rising(MAKATON, 2), {}),
        ("HAS_LAPSED", renewing(0), rising(MAKATON, 1, asked=True), {}),
        ("ONE_PERSON", rising(BSL, 1, to=2), rising(MAKATON, 0), {"can_sign": ONE_CAN}),
        ("NOBODY", rising(BSL, 1, to=2), rising(MAKATON, 1, asked=True), {"can_sign": NOBODY_CAN}),
        ("SHORT_ON_A_DAY", rising(BSL, 1, to=2), rising(MAKATON, 1, due=0), {"needed": 3}),
    ],
)
def test_each_reason_decides_who_is_trained(monkeypatch, weight, first, second, around):
    assert chosen(first, second, **around) == 1
    monkeypatch.setattr(training_case, weight, 0)
    assert chosen(first, second, **around) == 2
