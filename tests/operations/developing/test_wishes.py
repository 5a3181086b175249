"""A plan tells the wishes that a person told, to those who may know them and to nobody else."""

import pytest

from lsadesk.domain.appraisals.assessment import Answer, OwnWords
from lsadesk.domain.auditing.skills import Level
from lsadesk.domain.careers.framework import QuestionId, RoleId, StatementId
from lsadesk.domain.developing.wishes import STAYING_PUT
from lsadesk.domain.staff.people import Link, PersonDetails
from lsadesk.operations.appraisals import appraising, assessment
from lsadesk.operations.careers import career
from lsadesk.operations.developing import development, exports
from lsadesk.operations.keeping import accounts, college
from lsadesk.operations.staff import people
from tests.operations.appraisal_world import SECRETS, two

HOPE = QuestionId("your-aspirations")


@pytest.fixture
def pair(desk):
    made = two(desk)
    yield made
    made.close()


def wishes(desk, person):
    return development.plan(desk, person).wishes


def test_wishes_are_told_once_they_were_shared_and_only_to_those_who_may_know(desk, pair):
    asha, pat = pair.sit_down("asha"), pair.sit_down("pat")
    begun = pair.rate(pat, own_goals=1)
    career.wish_for(asha, RoleId("senior-lsa"), wished=True)
    statement = StatementId("own-goals")
    assessment.keep_answer(
        asha, Answer(statement=statement, value=Level(2), use_more=True, learn_more=True)
    )
    assessment.keep_words(asha, OwnWords(question=HOPE, text="A day in the garden"))
    role = "A role on the career map: Senior LSA"
    assert wishes(asha, pair.asha).said == (role,)  # a draft is told to nobody's plan

    assessment.hand_in(asha)
    own = wishes(asha, pair.asha).said
    assert own[0] == role
    assert [each.partition(":")[0] for each in own[1:]] == [
        "To use more",
        "To learn more",
        "In their own words",
    ]
    assert wishes(pat, pair.asha).said == (role,)  # not before the meeting
    appraising.open_meeting(pat, begun)
    assert wishes(pat, pair.asha).said == own
    sheets = {sheet.name: sheet for sheet in exports.take_plans(pat).result}
    assert tuple(sheets["Asha Kaur"].wishes) == own

    line_manager = people.add_person(desk, PersonDetails(forename="Mo", surname="Ali")).result
    people.set_link(desk, pair.asha, Link.LINE_MANAGER, line_manager)
    accounts.add_account(desk, "mo", SECRETS["pat"], person=line_manager, is_own=True)
    mo = college.unlock(desk.folder, "mo", SECRETS["pat"], clock=pair.clock)
    pair.opened.append(mo)
    assert wishes(mo, pair.asha).said == own[1:]  # the career record is not theirs to read


def test_wanting_to_stay_is_a_wish_said_in_either_place(pair):
    asha = pair.sit_down("asha")
    question = QuestionId("stay-or-move")
    assessment.keep_words(asha, OwnWords(question=question, chosen=(STAYING_PUT,)))
    assessment.hand_in(asha)
    assert wishes(asha, pair.asha).stays
    assert wishes(asha, pair.asha).said == ()
